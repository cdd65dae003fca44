import { fold } from '../language/fold.ts';
import { isSure, type Group } from './question.ts';
import { isOfElsewhere, isOfTheField } from './stop-words.ts';

/** What a known word says for the plans' subject: a word of the field all, a word that merely stands in some text less. */
const OF_THE_FIELD = 1;
const IN_THE_TEXTS = 0.7;
/** Share of the words that name something. */
const ENOUGH = 0.5;
/** A word of the world outside outweighs one of the field. */
const AWAY_FROM_IT = 2;

/**
 * Whether the words belong to the plans' subject: at least half of those that name something do, or one is a word for
 * jobs, training, health or care and none is of the world outside. Words said of anything ("Wales", "results") count
 * neither way.
 */
export function isOnSubject(groups: readonly Group[]): boolean {
  let named = 0;
  let shown = 0;
  let general = 0;
  let away = false;
  let ofTheField = false;
  for (const group of groups) {
    const clues = group.clues.filter((clue) => clue.content);
    if (group.sense === 'general') {
      general += clues.length;
      continue;
    }
    for (const clue of clues) {
      const elsewhere = isOfElsewhere(fold(clue.typed)) && clue.variants.length === 0;
      away ||= elsewhere;
      ofTheField ||= isOfTheField(fold(clue.typed));
      named += elsewhere ? AWAY_FROM_IT : 1;
      if (group.sense === 'subject') shown += isSure(clue) ? OF_THE_FIELD : 0;
      else if (clue.variants.length > 0 && isSure(clue)) shown += IN_THE_TEXTS;
    }
  }
  if (named === 0) return general > 0;
  return shown / named >= ENOUGH || (ofTheField && !away);
}
