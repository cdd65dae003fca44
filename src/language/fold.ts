import { remembering } from './remembering.ts';

/** Most characters of one text that are looked at, and most words taken from it: a pasted book costs no more than a page. */
export const MOST_CHARACTERS = 2_000;
export const MOST_WORDS = 64;
/** No Welsh or English word that matters is longer; the rest of a longer run of letters is cut. */
export const LONGEST_WORD = 40;

const MARKS = /\p{M}+/gu;
const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u02b9\u00b4\u0060\uff07]/gu;
/** A number with its parts ("4.2", "21,000", "3.3m"), or a word with the apostrophes inside it ("sy'n"). */
const WORD = /\p{N}+(?:\.\p{N}+|,\p{N}{3}(?!\p{N}))+\p{L}*|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

/** English letters, numbers and marks, which only want lower case; all of ASCII but the backtick. */
const PLAIN = /^[ -_a-~]*$/u;

/** One spelling for comparing: accents off, lower case, every apostrophe straight. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.replace(APOSTROPHES, "'").normalize('NFKD').replace(MARKS, '').toLowerCase();
}

export interface WordLimits {
  readonly characters: number;
  readonly words: number;
}
const ASKED: WordLimits = { characters: MOST_CHARACTERS, words: MOST_WORDS };

/** A word of a text: as compared, and as written with its place, so that it can be shown or cut out. */
export interface PlacedWord {
  readonly word: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** The folded words of a text in order; apostrophes inside words stay, numbers such as `1.2` stay whole. */
export function words(text: string, limits: WordLimits = ASKED): string[] {
  const found: readonly string[] = fold(text.slice(0, limits.characters)).match(WORD) ?? [];
  return found.slice(0, limits.words).map(plain);
}

/** As `words`, each with its place in the text as written. */
export function placedWords(text: string, limits: WordLimits = ASKED): PlacedWord[] {
  const looked = text.slice(0, limits.characters).replace(APOSTROPHES, "'");
  const found: PlacedWord[] = [];
  for (const match of looked.matchAll(WRITTEN_WORD)) {
    const [written] = match;
    found.push({
      word: plain(fold(written)),
      written: text.slice(match.index, match.index + written.length),
      start: match.index,
      end: match.index + written.length,
    });
    if (found.length === limits.words) break;
  }
  return found;
}

/** `WORD` over text that still has its accents, also as marks of their own. */
const WRITTEN_WORD =
  /\p{N}+(?:\.\p{N}+|,\p{N}{3}(?!\p{N}))+\p{L}*|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

function plain(word: string): string {
  const whole = word.includes(',') ? word.replaceAll(',', '') : word;
  return whole.length > LONGEST_WORD ? whole.slice(0, LONGEST_WORD) : whole;
}

/** How a word may begin after a mutation, and what it began with before; longer beginnings first. */
const NASAL_AND_ASPIRATE: readonly (readonly [string, string])[] = [
  ['ngh', 'c'],
  ['mh', 'p'],
  ['nh', 't'],
  ['ng', 'g'],
  ['ch', 'c'],
  ['ph', 'p'],
  ['th', 't'],
  ['dd', 'd'],
];
const SINGLE: Readonly<Record<string, readonly string[]>> = {
  g: ['c'],
  b: ['p'],
  d: ['t'],
  f: ['b', 'm'],
  m: ['b'],
  n: ['d'],
};
/** These begin with one letter of the Welsh alphabet written as two, which is not that letter mutated. */
const OTHER_LETTERS = ['ff', 'ng', 'll', 'rh'];

/**
 * The words that a Welsh word may be a mutation of, likeliest first; without the word itself. Which of them is meant the
 * caller settles by evidence: the one that is in its index. Rules: soft, nasal and aspirate mutation, and h before a vowel.
 */
export const unmutated = remembering(radicalsOf);

function radicalsOf(word: string): readonly string[] {
  if (word.length < 3) return [];
  const pair = NASAL_AND_ASPIRATE.find(([begins]) => word.startsWith(begins));
  if (pair) return [pair[1] + word.slice(pair[0].length)];
  const [first = ''] = word;
  const rest = word.slice(1);
  if (OTHER_LETTERS.some((letter) => word.startsWith(letter))) return [];
  if (first === 'l') return [`l${word}`, `g${word}`];
  if (first === 'r') return [`rh${rest}`, `g${word}`];
  if (first === 'h' && /^[aeiouwy]/u.test(rest)) return [rest];
  return [...(SINGLE[first] ?? []).map((radical) => radical + rest), ...lostG(word)];
}

/** Soft mutation takes a first g away: `gwasanaeth` becomes `wasanaeth`. */
function lostG(word: string): string[] {
  return /^[aeiouwy]/u.test(word) ? [`g${word}`] : [];
}

export { stemCy } from './stem-cy.ts';
export { stemEn } from './stem-en.ts';
