/** How many buckets the features are hashed into; a power of two. */
export const BUCKETS = 65_536;
/** Letters that stand together in a word and its ends. */
const SHORTEST_RUN = 3;
const LONGEST_RUN = 5;
/** Kept apart, so that the many runs of letters do not drown the few ideas. */
export type Features = readonly [
  words: readonly number[],
  letters: readonly number[],
  ideas: readonly number[],
];

/** What the classifier sees of a sentence: buckets of its words, of the letters within them and of its ideas. */
export function featuresOf(words: readonly string[], ideas: readonly string[]): Features {
  const plain = words.map((word) => (/\d/u.test(word) ? '0' : word));
  return [wordFeatures(plain), letterFeatures(plain), ideaFeatures(ideas)];
}

function wordFeatures(words: readonly string[]): readonly number[] {
  const found: number[] = [];
  const whole = ['^', ...words, '$'].map(hashOf);
  const begun = words.map((word) => hashOf(withoutBeginning(word)));
  for (let at = 0; at < whole.length; at += 1) {
    if (at > 0 && at < whole.length - 1) found.push(bucket(1, whole[at]));
    if (at > 0) found.push(bucket(2, whole[at - 1], whole[at]));
    if (at > 1) found.push(bucket(3, whole[at - 2], whole[at - 1], whole[at]));
  }
  for (let at = 0; at < begun.length; at += 1) {
    found.push(bucket(4, begun[at]));
    if (at > 0) found.push(bucket(5, begun[at - 1], begun[at]));
  }
  return found;
}

function letterFeatures(words: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (const word of words) {
    const text = `_${word}_`;
    for (let from = 0; from + SHORTEST_RUN <= text.length; from += 1) {
      let hash = 6;
      for (let length = 1; length <= LONGEST_RUN && from + length <= text.length; length += 1) {
        hash = step(hash, text.charCodeAt(from + length - 1));
        if (length >= SHORTEST_RUN) found.push(bucket(hash));
      }
    }
  }
  return found;
}

function ideaFeatures(ideas: readonly string[]): readonly number[] {
  const found: number[] = [];
  const all = ideas.map(hashOf);
  for (let at = 0; at < all.length; at += 1) {
    found.push(bucket(7, all[at]));
    if (at > 0) found.push(bucket(8, all[at - 1], all[at]));
    if (at > 1) found.push(bucket(9, all[at - 2], all[at - 1], all[at]));
  }
  const distinct = [...new Set(all)].toSorted((one, other) => one - other);
  for (const [at, one] of distinct.entries()) {
    for (const other of distinct.slice(at + 1)) found.push(bucket(10, one, other));
  }
  return found;
}

/** A word by what follows its first letter, whose Welsh mutations are written as one: "marw" and "farw" are alike. */
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

const PRIME = 0x01_00_01_93;

function step(hash: number, value: number): number {
  return Math.imul(hash ^ value, PRIME);
}
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
}
/** Numbers mixed until every bit counts, and cut to a bucket. */
function bucket(...values: readonly (number | undefined)[]): number {
  let hash = 0;
  for (const value of values) hash = step(hash + (value ?? 0), 0x9e_37);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
