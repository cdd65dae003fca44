import Fuse from 'fuse.js';

/** A known word near an unknown one. */
export interface Mended {
  /** Its place in the word list. */
  readonly index: number;
  readonly word: string;
  /** How many letters were missed, added, changed or swapped; 3 where only the general likeness was found. */
  readonly edits: number;
}

export interface Repair {
  /** The nearest known word, or undefined where none is near enough. `word` is folded; known words are not looked for. */
  nearest(word: string): Mended | undefined;
}

/** Shorter words say too little to be guessed at; longer ones bear two slips. */
const ONE_SLIP_FROM = 4;
const TWO_SLIPS_FROM = 7;
/** The first letter of a short word is seldom the wrong one. */
const LOOSE_START_FROM = 6;
const THREE_SLIPS_FROM = 9;
/** Fuse.js: from perfect 0 to anything 1. */
const LIKENESS = 0.34;
const MOST_CANDIDATES = 250;
const MOST_REMEMBERED = 512;
const ANY_LIKENESS_EDITS = 3;

/**
 * Word repair over a list of known words, commonest first among equals. A set of letters kept as bits beside each word
 * leaves few to compare in full, so that no index of misspellings is held; Fuse.js looks at heavier damage.
 */
export function createRepair(words: readonly string[]): Repair {
  const known: Known = {
    words,
    letters: Uint32Array.from(words, lettersOf),
    lengths: Uint8Array.from(words, (word) => Math.min(word.length, 255)),
  };
  const cache = new Map<string, Mended | undefined>();
  return {
    nearest(word) {
      if (word.length < ONE_SLIP_FROM || /\d/u.test(word)) return undefined;
      if (cache.has(word)) return cache.get(word);
      const found =
        slipped(known, word, 1) ??
        (word.length >= TWO_SLIPS_FROM ? slipped(known, word, 2) : undefined) ??
        (word.length > ONE_SLIP_FROM ? alike(known, word) : undefined);
      if (cache.size >= MOST_REMEMBERED) cache.clear();
      cache.set(word, found);
      return found;
    },
  };
}

interface Known {
  readonly words: readonly string[];
  readonly letters: Uint32Array;
  readonly lengths: Uint8Array;
}

/** The places of words of nearly the same length and letters. */
function near({ letters, lengths }: Known, word: string, longer: number, others: number): number[] {
  const mask = lettersOf(word);
  const found: number[] = [];
  for (let index = 0; index < letters.length; index += 1) {
    if (Math.abs((lengths[index] ?? 0) - word.length) > longer) continue;
    if (bitsIn((letters[index] ?? 0) ^ mask) <= others) found.push(index);
  }
  return found;
}

function slipped(known: Known, word: string, most: number): Mended | undefined {
  let best: Mended | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const index of near(known, word, most, most * 2)) {
    const candidate = known.words[index] ?? '';
    if (word.length < LOOSE_START_FROM && candidate[0] !== word[0]) continue;
    const edits = distance(word, candidate, most);
    if (edits > most) continue;
    const cost = edits + (candidate[0] === word[0] ? 0 : 0.5);
    if (cost < bestCost) [best, bestCost] = [{ index, word: candidate, edits }, cost];
  }
  return best;
}

function alike(known: Known, word: string): Mended | undefined {
  const candidates = near(known, word, 3, 6).slice(0, MOST_CANDIDATES);
  if (!candidates.some((index) => isMostlyThe(word, known.words[index] ?? ''))) return undefined;
  const likeness = new Fuse(
    candidates.map((index) => known.words[index] ?? ''),
    { threshold: LIKENESS, ignoreLocation: true, minMatchCharLength: 2 },
  );
  const [hit] = likeness.search(word, { limit: 1 });
  if (!hit || !isMostlyThe(word, hit.item)) return undefined;
  return { index: candidates[hit.refIndex] ?? 0, word: hit.item, edits: ANY_LIKENESS_EDITS };
}

/** Which letters a word has: one bit each. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index += 1) mask |= 1 << (word.charCodeAt(index) & 31);
  return mask >>> 0;
}

function bitsIn(mask: number): number {
  let left = mask;
  let bits = 0;
  while (left !== 0) {
    left &= left - 1;
    bits += 1;
  }
  return bits;
}

/** Bitap finds a short word inside any longer one: what is offered must begin alike and not be much else. */
function isMostlyThe(word: string, candidate: string): boolean {
  const most = word.length >= THREE_SLIPS_FROM ? 3 : 2;
  return word[0] === candidate[0] && distance(word, candidate, most) <= most;
}

const LONGEST_COMPARED = 64;
/** Three rows of the comparison, used again and again. */
const ROWS = [
  new Uint8Array(LONGEST_COMPARED),
  new Uint8Array(LONGEST_COMPARED),
  new Uint8Array(LONGEST_COMPARED),
] as const;

/** Letters missed, added, changed or swapped with their neighbour between two words; `most + 1` where there are more. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (b.length >= LONGEST_COMPARED) return a === b ? 0 : most + 1;
  let [before, last, line] = ROWS;
  for (let column = 0; column <= b.length; column += 1) last[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    line[0] = row;
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let value = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + cost,
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) value = Math.min(value, (before[column - 2] ?? 0) + 1);
      line[column] = value;
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    [before, last, line] = [last, line, before];
  }
  return last[b.length] ?? most + 1;
}
