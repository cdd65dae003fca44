import { remembering } from '../../language/remembering.ts';

/** How many buckets the features are hashed into; a power of two. */
export const BUCKETS = 65_536;
/** Letters that stand together in a word and its ends. */
const SHORTEST_RUN = 3;
const LONGEST_RUN = 5;
const PRIME = 0x01_00_01_93;
/** Kept apart, so that the many runs of letters do not drown the few ideas. */
export type Features = readonly [
  words: readonly number[],
  letters: readonly number[],
  ideas: readonly number[],
];

/** What the classifier sees of a sentence: buckets of its words, of the letters within them and of its ideas. */
export function featuresOf(words: readonly string[], ideas: readonly string[]): Features {
  const known = words.map(wordFrom);
  return [wordFeatures(known), known.flatMap(({ letters }) => letters), ideaFeatures(ideas)];
}

/** What of a word does not depend on its neighbours. */
interface Word {
  readonly whole: number;
  /** The word with its beginning as before any Welsh mutation. */
  readonly begun: number;
  readonly letters: readonly number[];
}

const wordFrom = remembering((typed: string): Word => {
  const word = /\d/u.test(typed) ? '0' : typed;
  return { whole: hashOf(word), begun: hashOf(withoutBeginning(word)), letters: lettersOf(word) };
});
const START = hashOf('^');
const END = hashOf('$');

function wordFeatures(words: readonly Word[]): readonly number[] {
  const found: number[] = [];
  let [earlier, before, begunBefore] = [0, START, 0];
  for (const [at, { whole, begun }] of words.entries()) {
    found.push(bucket(1, whole, 0, 0), bucket(2, before, whole, 0), bucket(4, begun, 0, 0));
    if (at > 0) found.push(bucket(3, earlier, before, whole), bucket(5, begunBefore, begun, 0));
    [earlier, before, begunBefore] = [before, whole, begun];
  }
  found.push(bucket(2, before, END, 0));
  if (words.length > 0) found.push(bucket(3, earlier, before, END));
  return found;
}

function lettersOf(word: string): readonly number[] {
  const found: number[] = [];
  const text = `_${word}_`;
  for (let from = 0; from + SHORTEST_RUN <= text.length; from += 1) {
    let hash = 6;
    for (let length = 1; length <= LONGEST_RUN && from + length <= text.length; length += 1) {
      hash = step(hash, text.charCodeAt(from + length - 1));
      if (length >= SHORTEST_RUN) found.push(bucket(6, hash, 0, 0));
    }
  }
  return found;
}

const ideaHash = remembering(hashOf);

function ideaFeatures(ideas: readonly string[]): readonly number[] {
  const found: number[] = [];
  const all = ideas.map(ideaHash);
  for (const [at, idea] of all.entries()) {
    const [earlier = 0, before = 0] = [all[at - 2], all[at - 1]];
    found.push(bucket(7, idea, 0, 0));
    if (at > 0) found.push(bucket(8, before, idea, 0));
    if (at > 1) found.push(bucket(9, earlier, before, idea));
  }
  const distinct = [...new Set(all)].toSorted((one, other) => one - other);
  for (let at = 0; at < distinct.length; at += 1) {
    for (let next = at + 1; next < distinct.length; next += 1)
      found.push(bucket(10, distinct[at] ?? 0, distinct[next] ?? 0, 0));
  }
  return found;
}

/** A word with its beginning written as one letter for all that Welsh mutations make of it: "marw" and "farw" are alike. */
function withoutBeginning(word: string): string {
  return word.replace(BEGINNING, (found) => SOUNDS[found[0] ?? ''] ?? found);
}
const BEGINNING = /^(?:ngh|mh|nh|ng|ph|th|ch|dd|ll|rh|[pbmftdncglr])/u;
const SOUNDS: Readonly<Record<string, string>> = {
  p: 'P',
  b: 'P',
  m: 'P',
  f: 'P',
  t: 'T',
  d: 'T',
  n: 'T',
  c: 'C',
  g: 'C',
  l: 'L',
  r: 'R',
};

function step(hash: number, value: number): number {
  return Math.imul(hash ^ value, PRIME);
}
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
}
/** Numbers mixed until every bit counts, and cut to a bucket. */
function bucket(kind: number, one: number, two: number, three: number): number {
  let hash = step(step(step(kind, one) + two, MIXER) + three, MIXER);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
const MIXER = 0x9e_37_79_b1;
