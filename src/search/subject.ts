import { fold } from '../language/fold.ts';
import type { Clue, Group } from './question.ts';
import { isOfElsewhere } from './stop-words.ts';

/** What a known word says for the plans' subject: a word of the field all, a word that merely stands in some text less. */
const OF_THE_FIELD = 1;
const IN_THE_TEXTS = 0.7;
/** Share of the words that name something. */
const ENOUGH = 0.5;
/** A word of the world outside outweighs one of the field. */
const AWAY_FROM_IT = 2;
/** A mended word shows the subject only where little was mended in much. */
const LONG_ENOUGH_TO_MEND = 6;

/**
 * Whether the words belong to the plans' subject: at least half of those that name something do. Words said of anything
 * ("Wales", "results") count neither way.
 */
export function isOnSubject(groups: readonly Group[]): boolean {
  let named = 0;
  let shown = 0;
  let general = 0;
  for (const group of groups) {
    const clues = group.clues.filter((clue) => clue.content);
    if (group.sense === 'general') {
      general += clues.length;
      continue;
    }
    for (const clue of clues) {
      named += isOfElsewhere(fold(clue.typed)) && clue.variants.length === 0 ? AWAY_FROM_IT : 1;
      if (group.sense === 'subject') shown += sureOf(clue) ? OF_THE_FIELD : 0;
      else if (clue.variants.length > 0 && sureOf(clue)) shown += IN_THE_TEXTS;
    }
  }
  return named === 0 ? general > 0 : shown / named >= ENOUGH;
}

function sureOf(clue: Clue): boolean {
  return !clue.mended || (clue.mended.edits === 1 && clue.typed.length >= LONG_ENOUGH_TO_MEND);
}
