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
  /** Where other words than those typed fulfil it: what was typed, and which words. */
  readonly readings: readonly { readonly typed: string; readonly instead: Instead }[];
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
  const { total, group: inGroup } = scratch;
  const scored: number[] = [];
  for (const group of groups) {
    const touched: number[] = [];
    for (const clue of group.clues) scoreClue(clue, scratch, touched);
    const weight = Math.max(...group.clues.map((clue) => clue.weight));
    const rarity = group.clues.reduce((sum, clue) => sum + clue.rarity, 0);
    for (const instead of group.instead) {
      scoreInstead(instead, weight * noRarerThan(instead, rarity), inGroup, touched);
    }
    for (const document of touched) {
      const before = total[document] ?? 0;
      if (before === 0) scored.push(document);
      total[document] = before + (inGroup[document] ?? 0);
      inGroup[document] = 0;
    }
  }
  return scored;
}

/** Adds to each document the best that any variant of the word gives it. */
function scoreClue(clue: Clue, { word, group }: Scratch, touched: number[]): void {
  const seen: number[] = [];
  for (const { index, terms, weight } of clue.variants) {
    const term = terms[0] ?? 0;
    const factor = weight * clue.weight * (index.idf[term] ?? 0);
    const end = index.starts[term + 1] ?? 0;
    for (let posting = index.starts[term] ?? 0; posting < end; posting += 1) {
      const document = index.documents[posting] ?? 0;
      const score = factor * (index.impacts[posting] ?? 0);
      const before = word[document] ?? 0;
      if (before === 0) seen.push(document);
      if (score > before) word[document] = score;
    }
  }
  for (const instead of clue.instead) {
    scoreInstead(instead, clue.weight * noRarerThan(instead, clue.rarity), word, seen);
  }
  for (const document of seen) {
    const before = group[document] ?? 0;
    if (before === 0) touched.push(document);
    group[document] = before + (word[document] ?? 0);
    word[document] = 0;
  }
}

/** Scales a wording down to the rarity of what was typed: a rare synonym must not outweigh the word itself. */
function noRarerThan({ index, terms }: Variant, rarity: number): number {
  const own = terms.reduce((sum, term) => sum + (index.idf[term] ?? 0), 0);
  return own > rarity ? rarity / own : 1;
}

function scoreInstead(instead: Instead, weight: number, group: Float32Array, touched: number[]): void {
  const { index, terms } = instead;
  const rarest = rarestOf(instead);
  const term = terms[rarest] ?? 0;
  const factor = weight * instead.weight * (index.idf[term] ?? 0);
  const end = index.starts[term + 1] ?? 0;
  for (let posting = index.starts[term] ?? 0; posting < end; posting += 1) {
    const document = index.documents[posting] ?? 0;
    const more = terms.length === 1 ? 0 : scoreOfOthers(instead, rarest, document) * weight;
    if (more < 0) continue;
    const score = factor * (index.impacts[posting] ?? 0) + more;
    const before = group[document] ?? 0;
    if (before === 0) touched.push(document);
    if (score > before) group[document] = score;
  }
}

/** What the other words of a phrase add; below 0 where the document has not the whole phrase. */
function scoreOfOthers(instead: Instead, but: number, document: number): number {
  let score = 0;
  for (let at = 0; at < instead.terms.length; at += 1) {
    if (at === but) continue;
    const more = impactOf(instead, at, document);
    if (more === 0) return -1;
    score += more;
  }
  return standsTogether(instead, document) ? score : -1;
}

function rarestOf({ index, terms }: Variant): number {
  let rarest = 0;
  terms.forEach((term, at) => {
    if ((index.idf[term] ?? 0) > (index.idf[terms[rarest] ?? 0] ?? 0)) rarest = at;
  });
  return rarest;
}

/** Words that may stand between the words of a phrase: "staff and their wellbeing" is staff wellbeing. */
const LOOSE = 2;

/** Whether the document has the variant's terms in order and near each other. */
function standsTogether({ index, terms }: Variant, document: number): boolean {
  if (terms.length < 2) return true;
  const end = index.textStarts[document + 1] ?? 0;
  let next = 0;
  let latest = 0;
  for (let at = index.textStarts[document] ?? 0; at < end; at += 1) {
    const term = index.text[at];
    if (at - latest > LOOSE + 1 || term === GAP) next = 0;
    if (term !== terms[next] && term !== terms[0]) continue;
    next = term === terms[next] ? next + 1 : 1;
    latest = at;
    if (next === terms.length) return true;
  }
  return false;
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

/** Which documents are asked for: those from `from` up to and without `to` that `wanted` lets through. */
export interface Wanted {
  readonly from: number;
  readonly to: number;
  readonly wanted: (document: number) => boolean;
}

/** The `most` best of the scored documents, best first; library order among equals. */
export function bestOf(
  scored: readonly number[],
  total: Float32Array,
  most: number,
  { from, to, wanted }: Wanted,
): Ranked[] {
  const best: Ranked[] = [];
  let least = 0;
  for (const document of scored) {
    if (document < from || document >= to) continue;
    const score = total[document] ?? 0;
    if (score < least || !wanted(document)) continue;
    insert(best, { document, score });
    if (best.length <= most) continue;
    best.pop();
    least = best[most - 1]?.score ?? 0;
  }
  return best;
}

function insert(best: Ranked[], ranked: Ranked): void {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = best[middle];
    if (other && isBefore(ranked, other)) high = middle;
    else low = middle + 1;
  }
  best.splice(low, 0, ranked);
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
  const readings: { typed: string; instead: Instead }[] = [];
  for (const clue of group.clues) {
    const weight = clue.weight * clue.rarity;
    const own = qualityIn(document, clue.variants);
    const instead = bestInstead(document, clue.instead, own);
    if (instead) readings.push({ typed: clue.typed, instead });
    if (instead || own > 0) clues.push(clue);
    got += weight * (instead?.weight ?? own);
    asked += weight;
  }
  const quality = asked === 0 ? 0 : got / asked;
  const whole = bestInstead(document, group.instead, quality);
  if (!whole) return { quality, clues, readings };
  return { quality: whole.weight, clues: group.clues, readings: [{ typed: group.typed, instead: whole }] };
}

/** The best wording that the document has and that is better than `least`. */
function bestInstead(document: number, offered: readonly Instead[], least: number): Instead | undefined {
  let best: Instead | undefined;
  for (const instead of offered) {
    if (instead.weight <= (best?.weight ?? least)) continue;
    const whole = instead.terms.every((_, at) => impactOf(instead, at, document) > 0);
    if (whole && standsTogether(instead, document)) best = instead;
  }
  return best;
}

function qualityIn(document: number, variants: readonly Variant[]): number {
  let quality = 0;
  for (const variant of variants) {
    if (variant.weight > quality && impactOf(variant, 0, document) > 0) quality = variant.weight;
  }
  return quality;
}
