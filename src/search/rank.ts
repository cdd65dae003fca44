import { GAP, type InvertedIndex } from './inverted-index.ts';

import type { Instead, Variant } from './instead.ts';
import { isSure, type Clue, type Group } from './question.ts';
import { impactOf, NEIGHBOURS, standsTogether } from './score.ts';
import type { Relation } from './thesaurus.ts';
import type { Tally } from './tally.ts';

export interface Ranked {
  readonly document: number;
  readonly score: number;
}
/** A text that has an abbreviation and what it stands for says what it is. */
const DEFINED = 0.5;

/** By what a document fulfils a word of the question: the word itself, or another for it. */
export type Support = 'own' | Relation;

/** How a document fulfils one group of the question. */
export interface Fulfilment {
  /** 0 not at all to 1 in the very words. */
  readonly quality: number;
  readonly clues: readonly Clue[];
  /** Of each of `clues` in turn. */
  readonly supports: readonly Support[];
  /** Where other words than those typed fulfil it: what was typed, and which words. */
  readonly readings: readonly { readonly typed: string; readonly instead: Instead }[];
}

/** Which documents are asked for: those from `from` up to and without `to` that `wanted` lets through. */
export interface Wanted {
  readonly from: number;
  readonly to: number;
  readonly wanted: (document: number) => boolean;
}

/** The `most` best of the scored documents, best first; library order among equals. */
export function bestOf(
  { documents, scores, size }: Tally,
  most: number,
  { from, to, wanted }: Wanted,
): Ranked[] {
  const best: Ranked[] = [];
  let least = 0;
  for (let at = 0; at < size; at += 1) {
    const document = documents[at] ?? 0;
    if (document < from || document >= to) continue;
    const score = scores[document] ?? 0;
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
  const [only, ...others] = groups.filter((group) => group.clues.some((clue) => clue.content));
  const defined = others.length === 0 ? only?.clues.find((clue) => clue.content) : undefined;
  if (pairs.length === 0 && !defined) return [...ranked];
  return ranked
    .map(({ document, score }) => ({
      document,
      score:
        score +
        pairs.reduce((sum, pair) => sum + (areNeighbours(pair, document) ? pair.bonus : 0), 0) +
        (defined && defines(document, defined) ? DEFINED * defined.rarity : 0),
    }))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

/** Whether one text of the document has both the word and, in order, a phrase of the same meaning. */
function defines(document: number, { variants, instead }: Clue): boolean {
  return instead.some(
    (phrase) =>
      phrase.relation === 'same' &&
      phrase.terms.length > 1 &&
      phrase.within?.(document) !== false &&
      impactOf(phrase, 0, document) > 0 &&
      variants.some((word) => word.index === phrase.index && areInOneText(word, phrase, document)),
  );
}

function areInOneText(word: Variant, { index, terms }: Variant, document: number): boolean {
  const end = index.textStarts[document + 1] ?? 0;
  let next = 0;
  let hasWord = false;
  for (let at = index.textStarts[document] ?? 0; at < end; at += 1) {
    const term = index.text[at];
    if (term === GAP) [next, hasWord] = [0, false];
    if (term === word.terms[0]) hasWord = true;
    if (next < terms.length && term === terms[next]) next += 1;
    if (hasWord && next === terms.length) return true;
  }
  return false;
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
  const supports: Support[] = [];
  const readings: { typed: string; instead: Instead }[] = [];
  for (const clue of group.clues) {
    const weight = clue.weight * clue.rarity;
    const own = qualityIn(document, clue.variants);
    const instead = bestInstead(document, clue.instead, own);
    if (instead) readings.push({ typed: clue.typed, instead });
    if (instead || own > 0) {
      clues.push(clue);
      supports.push(own > 0 && isSure(clue) ? 'own' : (instead?.relation ?? 'same'));
    }
    got += weight * (instead?.weight ?? own);
    asked += weight;
  }
  const quality = asked === 0 ? 0 : got / asked;
  const whole = bestInstead(document, group.instead, quality);
  if (!whole) return { quality, clues, supports, readings };
  return {
    quality: whole.weight,
    clues: group.clues,
    supports: group.clues.map((clue) =>
      clues.includes(clue) ? supportOf(clue, clues, supports) : whole.relation,
    ),
    readings: [{ typed: group.typed, instead: whole }],
  };
}

function supportOf(clue: Clue, clues: readonly Clue[], supports: readonly Support[]): Support {
  return supports[clues.indexOf(clue)] ?? 'own';
}

/** The best wording that the document has and that is better than `least`. */
function bestInstead(document: number, offered: readonly Instead[], least: number): Instead | undefined {
  for (const instead of offered) {
    if (instead.weight <= least) return undefined;
    const whole =
      instead.within?.(document) !== false &&
      instead.terms.every((_, at) => impactOf(instead, at, document) > 0);
    if (whole && standsTogether(instead, document)) return instead;
  }
  return undefined;
}

function qualityIn(document: number, variants: readonly Variant[]): number {
  let quality = 0;
  for (const variant of variants) {
    if (variant.weight > quality && impactOf(variant, 0, document) > 0) quality = variant.weight;
  }
  return quality;
}
