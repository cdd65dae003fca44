import { unmutated } from '../language/fold.ts';
import type { InvertedIndex } from './inverted-index.ts';
import { isFunctionWord } from './stop-words.ts';
import { bareOf, stemOf } from './terms.ts';

/** Welsh words that are written shorter where "yn" before them is not said: "dod nôl" is "dod yn ôl". */
const SPOKEN: Readonly<Record<string, string>> = { nol: 'ol', mlaen: 'ymlaen', mlan: 'ymlaen' };
const SHORTEST_STEM = 4;
const SHORTEST_PLURAL = 5;

/** The term that a folded word stands for in an index: itself, its stem, or the radical that it is a mutation of. */
export function termIn(index: InvertedIndex, word: string): number | undefined {
  const bare = bareOf(word);
  const found =
    index.termOfSurface.get(word) ??
    index.termOfSurface.get(bare) ??
    kinOf(index, stemOf(bare, index.locale));
  if (found !== undefined || index.locale === 'en' || isFunctionWord(word)) return found;
  const whole = index.termOfSurface.get(SPOKEN[bare] ?? '');
  if (whole !== undefined) return whole;
  const forms = unmutated(bare);
  for (const form of forms) {
    const term = index.termOfSurface.get(form) ?? index.terms.get(stemOf(form, 'cy'));
    if (term !== undefined && !isFunctionWord(form)) return term;
  }
  const spoken = asWrittenPlural(bare);
  const plural = spoken === undefined ? undefined : termOfForm(index, spoken);
  if (plural !== undefined) return plural;
  const alias = index.aliases.get(stemOf(bare, 'cy'));
  return alias === undefined ? undefined : index.terms.get(alias);
}

/** "cyfweliade" in the south and "cyfweliada" in the north are "cyfweliadau". */
function asWrittenPlural(word: string): string | undefined {
  return word.length > SHORTEST_PLURAL && /[ae]$/u.test(word) ? `${word.slice(0, -1)}au` : undefined;
}
function termOfForm(index: InvertedIndex, word: string): number | undefined {
  const form = [word, ...unmutated(word)].find((each) => index.termOfSurface.has(each));
  return form === undefined ? undefined : index.termOfSurface.get(form);
}

/** A short stem makes kin of strangers ("cuts", "cross-cutting") where no text has it as a word. */
function kinOf(index: InvertedIndex, stem: string): number | undefined {
  return stem.length >= SHORTEST_STEM || index.termOfSurface.has(stem) ? index.terms.get(stem) : undefined;
}
