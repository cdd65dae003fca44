import type { Locale } from '../domain/model.ts';
import { stemCy, stemEn, unmutated } from '../language/fold.ts';
import { isFunctionWord } from './stop-words.ts';

/** Index-side limits: a summary is read whole, a book is not. */
export const INDEXED = { characters: 20_000, words: 3_000 } as const;

const STEM: Readonly<Record<Locale, (word: string) => string>> = { cy: stemCy, en: stemEn };
const CLITIC = /'(?:r|n|i|w|m|u|th|ch|s)$/u;
/** No Welsh radical begins so. */
const SURELY_MUTATED = /^(?:ngh|mh|nh|dd)/u;

export function stemOf(word: string, locale: Locale): string {
  return STEM[locale](word);
}

/** A word without the article or pronoun that leans on it: `gweithlu'r`. */
export function bareOf(word: string): string {
  return word.replace(CLITIC, '');
}

/**
 * The term under which each word of a text is indexed. A Welsh word that may be mutated is taken back to the radical that
 * stands in the same texts; where none does it is left alone, and `aliases` leads from its radicals to it.
 */
export interface Terms {
  termOf(word: string): string;
  readonly aliases: ReadonlyMap<string, string>;
}

/** `seen`: every folded word of the texts; `known`: further words that are certainly radicals. */
export function createTerms(locale: Locale, seen: Iterable<string>, known: ReadonlySet<string>): Terms {
  const bare = new Set([...seen].map(bareOf));
  const isRadical = (word: string): boolean => (bare.has(word) || known.has(word)) && !isFunctionWord(word);
  const terms = new Map<string, string>();
  const aliases = new Map<string, string>();
  for (const word of bare) {
    const radicals = locale === 'cy' && !isFunctionWord(word) ? unmutated(word) : [];
    const radical = radicals.find(isRadical) ?? (SURELY_MUTATED.test(word) ? radicals[0] : undefined);
    const term = STEM[locale](radical ?? word);
    terms.set(word, term);
    if (radical === undefined) for (const candidate of radicals) aliases.set(STEM[locale](candidate), term);
  }
  return { termOf: (word) => terms.get(bareOf(word)) ?? STEM[locale](word), aliases };
}
