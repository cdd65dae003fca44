import { fold } from '../language/fold.ts';
import { CUT_SHORT, settledBy, SPOKEN, together } from './spoken-welsh.ts';

/** No more of a message than this is looked at. */
export const MOST_CHARACTERS = 2_000;
export const MOST_WORDS = 200;
const LONGEST_WORD = 40;

/** One word as compared; several may come from one typed word ("what's" gives "what" and "is"). */
export interface Token {
  readonly word: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** A number with its parts (4.2, 31/03/2025, 2025-03-31, 09:30, R1.2), or letters with the apostrophes inside them. */
const TYPED =
  /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ`][\p{L}\p{M}]+|[./:](?=\p{N})[\p{L}\p{N}]+|,\p{N}{3}(?!\p{N})|(?<=\p{N})[-–](?=\p{N})\p{N}+)*/gu;

const WHOLE: Readonly<Record<string, string>> = {
  ...SPOKEN,
  whats: 'what is',
  wots: 'what is',
  wheres: 'where is',
  whos: 'who is',
  hows: 'how is',
  whens: 'when is',
  "who're": 'who are',
  "what're": 'what are',
  "how're": 'how are',
  im: 'i am',
  "i'm": 'i am',
  ive: 'i have',
  "i've": 'i have',
  "i'd": 'i would',
  id: 'i would',
  "i'll": 'i will',
  "we've": 'we have',
  "we'd": 'we would',
  "we're": 'we are',
  "they're": 'they are',
  "they've": 'they have',
  "you're": 'you are',
  "you've": 'you have',
  cant: 'can not',
  "can't": 'can not',
  cannot: 'can not',
  wont: 'will not',
  "won't": 'will not',
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  werent: 'were not',
  hasnt: 'has not',
  havent: 'have not',
  gonna: 'going to',
  wanna: 'want to',
  thats: 'that is',
  lets: 'let us',
  theres: 'there is',
  gimme: 'give me',
  plz: 'please',
  sy: 'sydd',
  syn: 'sydd yn',
  "sy'n": 'sydd yn',
  "dw'i": 'dw i',
  "dwi'n": 'dw i yn',
  dwin: 'dw i yn',
  "rwy'n": 'dw i yn',
  rwyn: 'dw i yn',
  "rwyf'n": 'dw i yn',
  dwi: 'dw i',
  rwy: 'dw i',
  rwyf: 'dw i',
  rydw: 'dw',
  "gwelwch'n": 'gwelwch yn',
  "p'un": 'pa un',
  "p'run": 'pa un',
  "'sdim": 'does dim',
  osgwelwchyndda: 'os gwelwch yn dda',
  ogydd: 'os gwelwch yn dda',
};
/** What stands after an apostrophe, written out; an English possessive says nothing. */
const ENDINGS: Readonly<Record<string, string>> = {
  n: 'yn',
  r: 'yr',
  w: 'eu',
  i: 'ei',
  u: 'eu',
  ch: 'eich',
  th: 'dy',
  re: 'are',
  ve: 'have',
  ll: 'will',
  d: 'would',
  m: 'ddim',
};
const SHORT_FOR_IS = new Set([
  'what',
  'who',
  'where',
  'when',
  'how',
  'it',
  'that',
  'there',
  'here',
  'he',
  'she',
  'why',
]);

const APOSTROPHES = "'’‘ʼ`";

/** The words of a text in order, folded, contractions written out; bounded whatever the text. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const matches = [...text.slice(0, MOST_CHARACTERS).matchAll(TYPED)].slice(0, MOST_WORDS);
  const words = matches.map(([typed]) => fold(typed).replaceAll('–', '-').slice(0, LONGEST_WORD));
  for (const [at, match] of matches.entries()) {
    const { index: start, 0: typed } = match;
    const word = words[at] ?? '';
    const parts =
      settledBy(word, tokens, words[at + 1]) ??
      (isCutShort(text, start) ? writtenAfterCut(word) : writtenOut(word));
    for (const part of parts) tokens.push({ word: part, start, end: start + typed.length });
    if (tokens.length >= MOST_WORDS) break;
  }
  return together(tokens.slice(0, MOST_WORDS));
}

/** An apostrophe stands before the word and no letter before that: "'mlaen", "'ma". */
function isCutShort(text: string, start: number): boolean {
  return (
    start > 0 &&
    APOSTROPHES.includes(text.charAt(start - 1)) &&
    (start === 1 || text.charAt(start - 2) === ' ')
  );
}
function writtenAfterCut(word: string): readonly string[] {
  const whole = Object.hasOwn(CUT_SHORT, word) ? CUT_SHORT[word] : undefined;
  if (whole !== undefined) return [whole];
  const [stem = '', ending] = word.split("'");
  const cut = Object.hasOwn(CUT_SHORT, stem) ? CUT_SHORT[stem] : undefined;
  return cut === undefined || ending === undefined ? writtenOut(word) : [cut, ...endingOf(ending)];
}

function writtenOut(word: string): readonly string[] {
  const whole = Object.hasOwn(WHOLE, word) ? WHOLE[word] : undefined;
  if (whole !== undefined) return whole.split(' ');
  if (!word.includes("'")) return [word];
  const apart = /^(.+)'([a-z]+)$/u.exec(word);
  if (!apart) return [word];
  const [, stem = '', ending = ''] = apart;
  if (ending === 's') return SHORT_FOR_IS.has(stem) ? [stem, 'is'] : [stem];
  if (ending === 't' && stem.endsWith('n')) return [stem.slice(0, -1), 'not'];
  if (!Object.hasOwn(ENDINGS, ending)) return stem.length === 1 ? [stem + ending] : [stem, ending];
  return [...writtenOut(stem), ...endingOf(ending)];
}
function endingOf(ending: string): readonly string[] {
  return [(Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined) ?? ending];
}
