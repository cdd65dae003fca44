import { GAP, type InvertedIndex } from './inverted-index.ts';
import type { Clue, Group, Instead, Variant } from './question.ts';

export interface Ranked {
  readonly document: number;
  readonly score: number;
}
/** How a document fulfils one group of the question. */
export interface Fulfilment {
  /** 0 not at all to 1 in the very words. */
  readonly quality: number;
  readonly clues: readonly Clue[];
  /** Set where other words than those typed fulfil it. */
  readonly instead?: Instead;
}

/** Arrays as long as the library, kept from question to question. */
export interface Scratch {
  readonly total: Float32Array;
  readonly group: Float32Array;
  readonly word: Float32Array;
}
export function createScratch(size: number): Scratch {
  return { total: new Float32Array(size), group: new Float32Array(size), word: new Float32Array(size) };
}

const NEIGHBOURS = 0.3;

/** Scores all documents that have any word of the question; the arrays of `scratch` are left clean but for `total`. */
export function scoreAll(groups: readonly Group[], scratch: Scratch): readonly number[] {
  const scored: number[] = [];
  for (const group of groups) {
    const touched: number[] = [];
    for (const clue of group.clues) scoreClue(clue, scratch, touched);
    const weight = Math.max(...group.clues.map((clue) => clue.weight));
    for (const instead of group.instead) scoreInstead(instead, weight, scratch.group, touched);
    for (const document of touched) {
      const score = scratch.group[document] ?? 0;
      if (score === 0) continue;
      if (scratch.total[document] === 0) scored.push(document);
      scratch.total[document] = (scratch.total[document] ?? 0) + score;
      scratch.group[document] = 0;
    }
  }
  return scored;
}

function scoreClue(clue: Clue, scratch: Scratch, touched: number[]): void {
  const { word, group } = scratch;
  const [only] = clue.variants;
  if (only && clue.variants.length === 1) {
    eachPosting(only, 0, clue.weight, (document, score) => {
      if (group[document] === 0) touched.push(document);
      group[document] = (group[document] ?? 0) + score;
    });
    return;
  }
  const seen: number[] = [];
  for (const variant of clue.variants) {
    eachPosting(variant, 0, clue.weight, (document, score) => {
      if (word[document] === 0) seen.push(document);
      if (score > (word[document] ?? 0)) word[document] = score;
    });
  }
  for (const document of seen) {
    if (group[document] === 0) touched.push(document);
    group[document] = (group[document] ?? 0) + (word[document] ?? 0);
    word[document] = 0;
  }
}

function scoreInstead(instead: Instead, weight: number, group: Float32Array, touched: number[]): void {
  const rarest = rarestOf(instead);
  eachPosting(instead, rarest, weight, (document, first) => {
    let score = first;
    for (let at = 0; at < instead.terms.length; at += 1) {
      if (at === rarest) continue;
      const more = impactOf(instead, at, document) * weight;
      if (more === 0) return;
      score += more;
    }
    if (group[document] === 0) touched.push(document);
    if (score > (group[document] ?? 0)) group[document] = score;
  });
}

function rarestOf({ index, terms }: Variant): number {
  let rarest = 0;
  terms.forEach((term, at) => {
    if ((index.idf[term] ?? 0) > (index.idf[terms[rarest] ?? 0] ?? 0)) rarest = at;
  });
  return rarest;
}

function eachPosting(
  { index, terms, weight }: Variant,
  at: number,
  clueWeight: number,
  take: (document: number, score: number) => void,
): void {
  const term = terms[at] ?? 0;
  const factor = weight * clueWeight * (index.idf[term] ?? 0);
  const end = index.starts[term + 1] ?? 0;
  for (let posting = index.starts[term] ?? 0; posting < end; posting += 1) {
    take(index.documents[posting] ?? 0, factor * (index.impacts[posting] ?? 0));
  }
}

/** What one term of a variant adds to a document's score; 0 where the document has it not. */
function impactOf({ index, terms, weight }: Variant, at: number, document: number): number {
  const term = terms[at] ?? 0;
  let low = index.starts[term] ?? 0;
  let high = (index.starts[term + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = index.documents[middle] ?? 0;
    if (found === document) return weight * (index.idf[term] ?? 0) * (index.impacts[middle] ?? 0);
    if (found < document) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** The `most` best of the scored documents that `wanted` lets through, best first; library order among equals. */
export function bestOf(
  scored: readonly number[],
  total: Float32Array,
  most: number,
  wanted: (document: number) => boolean,
): Ranked[] {
  const best: Ranked[] = [];
  for (const document of scored) {
    const score = total[document] ?? 0;
    const last = best[best.length - 1];
    if (best.length === most && last && !isBefore({ document, score }, last)) continue;
    if (!wanted(document)) continue;
    let at = best.length;
    while (at > 0 && isBefore({ document, score }, best[at - 1] ?? { document, score })) at -= 1;
    best.splice(at, 0, { document, score });
    if (best.length > most) best.pop();
  }
  return best;
}

function isBefore(a: Ranked, b: Ranked): boolean {
  return a.score > b.score || (a.score === b.score && a.document < b.document);
}

/** Adds a little where words that are neighbours in the question are neighbours in the document, and sorts again. */
export function withNeighbours(ranked: readonly Ranked[], groups: readonly Group[]): Ranked[] {
  const pairs = pairsOf(groups);
  if (pairs.length === 0) return [...ranked];
  return ranked
    .map(({ document, score }) => ({
      document,
      score: score + pairs.reduce((sum, pair) => sum + (areNeighbours(pair, document) ? pair.bonus : 0), 0),
    }))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

interface Pair {
  readonly index: InvertedIndex;
  readonly first: number;
  readonly second: number;
  readonly bonus: number;
}

function pairsOf(groups: readonly Group[]): readonly Pair[] {
  const clues = groups.flatMap((group) => group.clues);
  const pairs: Pair[] = [];
  for (let at = 1; at < clues.length; at += 1) {
    const [a, b] = [clues[at - 1], clues[at]];
    if (!a?.content || !b?.content) continue;
    for (const one of a.variants) {
      const two = b.variants.find((variant) => variant.index === one.index);
      const [first, second] = [one.terms[0], two?.terms[0]];
      if (first === undefined || second === undefined) continue;
      const { idf } = one.index;
      const bonus = NEIGHBOURS * ((idf[first] ?? 0) + (idf[second] ?? 0)) * one.weight;
      pairs.push({ index: one.index, first, second, bonus });
    }
  }
  return pairs;
}

function areNeighbours({ index, first, second }: Pair, document: number): boolean {
  const end = index.textStarts[document + 1] ?? 0;
  for (let at = (index.textStarts[document] ?? 0) + 1; at < end; at += 1) {
    if (index.text[at] === second && index.text[at - 1] === first && second !== GAP) return true;
  }
  return false;
}

/** How one document fulfils each group, in the order of the groups. */
export function fulfilmentsOf(document: number, groups: readonly Group[]): readonly Fulfilment[] {
  return groups.map((group) => fulfilmentOf(document, group));
}

function fulfilmentOf(document: number, group: Group): Fulfilment {
  let got = 0;
  let asked = 0;
  const clues: Clue[] = [];
  for (const clue of group.clues) {
    const weight = clue.weight * clue.rarity;
    const quality = qualityIn(document, clue.variants);
    if (quality > 0) clues.push(clue);
    got += weight * quality;
    asked += weight;
  }
  const own = asked === 0 ? 0 : got / asked;
  let best: Instead | undefined;
  for (const instead of group.instead) {
    if (instead.weight <= (best?.weight ?? own)) continue;
    if (instead.terms.every((_, at) => impactOf(instead, at, document) > 0)) best = instead;
  }
  return best ? { quality: best.weight, clues: group.clues, instead: best } : { quality: own, clues };
}

function qualityIn(document: number, variants: readonly Variant[]): number {
  let quality = 0;
  for (const variant of variants) {
    if (variant.weight > quality && impactOf(variant, 0, document) > 0) quality = variant.weight;
  }
  return quality;
}
