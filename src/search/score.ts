import { GAP } from './inverted-index.ts';
import type { Instead, Variant } from './instead.ts';
import type { Clue, Group } from './question.ts';
import type { Wanted } from './rank.ts';
import { createTally, drain, EVERY, isOpenFor, keepBest, NONE, type Stretch, type Tally } from './tally.ts';

/** Weaker matches than this share of the best are not worth showing. */
export const WORTH_SHOWING = 0.3;
/** What a pair of neighbours adds, of the rarity of both. */
export const NEIGHBOURS = 0.3;

export interface Scratch {
  readonly total: Tally;
  readonly group: Tally;
  readonly word: Tally;
}
export function createScratch(documents: number): Scratch {
  return { total: createTally(documents), group: createTally(documents), word: createTally(documents) };
}

/**
 * Adds up in `total` the scores of the documents that have words of the question, the weightiest words first: where those
 * left could not make a document worth showing by themselves, they count for documents that have a score already.
 */
export function scoreAll(groups: readonly Group[], scratch: Scratch, lists: readonly Wanted[]): void {
  const { total } = scratch;
  total.open = EVERY;
  const ordered = groups
    .map((group) => ({ group, most: mostOf(group), content: group.clues.some((clue) => clue.content) }))
    .sort((a, b) => Number(b.content) - Number(a.content) || b.most - a.most);
  let left = ordered.reduce((sum, { most }) => sum + most, 0);
  const anyContent = ordered.some(({ content }) => content);
  ordered.forEach(({ group, most, content }, at) => {
    if (anyContent && !content) total.open = NONE;
    scoreGroup(group, scratch);
    left -= most;
    if (ordered[at + 1]?.content) total.open = openTo(total, lists, left);
  });
}

function scoreGroup(group: Group, { total, group: inGroup, word }: Scratch): void {
  for (const clue of group.clues) {
    scoreClue(clue, word, total);
    drain(word, inGroup);
  }
  const [weight, rarity] = weightAndRarity(group);
  for (const instead of group.instead) {
    scoreInstead(instead, weight * noRarerThan(instead, rarity), inGroup, total);
  }
  drain(inGroup, total);
}

function weightAndRarity({ clues }: Group): readonly [weight: number, rarity: number] {
  return [Math.max(...clues.map((clue) => clue.weight)), clues.reduce((sum, clue) => sum + clue.rarity, 0)];
}

/** The stretch of documents of the lists whose best is not yet beyond the reach of what is left. */
function openTo(total: Tally, lists: readonly Wanted[], left: number): Stretch {
  const open = lists.filter((list) => list.to > list.from && left >= bestIn(total, list) * WORTH_SHOWING);
  if (open.length === 0) return NONE;
  return { from: Math.min(...open.map(({ from }) => from)), to: Math.max(...open.map(({ to }) => to)) };
}

function bestIn({ documents, scores, size }: Tally, { from, to, wanted }: Wanted): number {
  let best = 0;
  for (let at = 0; at < size; at += 1) {
    const document = documents[at] ?? 0;
    const score = scores[document] ?? 0;
    if (score > best && document >= from && document < to && wanted(document)) best = score;
  }
  return best;
}

/** What no document can exceed by this group, its neighbours counted in. */
function mostOf(group: Group): number {
  const [weight, rarity] = weightAndRarity(group);
  const own = group.clues.reduce((sum, clue) => sum + mostOfClue(clue), 0);
  return Math.max(
    own,
    ...group.instead.map((instead) => weight * noRarerThan(instead, rarity) * ceilingOf(instead)),
  );
}

function mostOfClue(clue: Clue): number {
  const { variants, instead, weight, rarity, content } = clue;
  const most = Math.max(
    0,
    ...variants.map((variant) => weight * ceilingOf(variant)),
    ...instead.map((each) => weight * noRarerThan(each, rarity) * ceilingOf(each)),
  );
  return content ? most + 2 * NEIGHBOURS * rarity : most;
}

function ceilingOf({ index, terms, weight }: Variant): number {
  return terms.reduce((sum, term) => sum + weight * (index.idf[term] ?? 0) * (index.ceilings[term] ?? 0), 0);
}

/** The best that any variant of the word, or another word for it, gives each document. */
function scoreClue(clue: Clue, word: Tally, total: Tally): void {
  for (const { index, terms, weight } of clue.variants) {
    const term = terms[0] ?? 0;
    const factor = weight * clue.weight * (index.idf[term] ?? 0);
    const end = index.starts[term + 1] ?? 0;
    for (let posting = index.starts[term] ?? 0; posting < end; posting += 1) {
      const document = index.documents[posting] ?? 0;
      if (isOpenFor(total, document)) keepBest(word, document, factor * (index.impacts[posting] ?? 0));
    }
  }
  for (const instead of clue.instead) {
    scoreInstead(instead, clue.weight * noRarerThan(instead, clue.rarity), word, total);
  }
}

/** Scales a wording down to the rarity of what was typed: a rare synonym must not outweigh the word itself, unless the plan says that it is what it means. */
function noRarerThan({ index, terms, plan }: Instead, rarity: number): number {
  if (plan !== undefined) return 1;
  const own = terms.reduce((sum, term) => sum + (index.idf[term] ?? 0), 0);
  return own > rarity ? rarity / own : 1;
}

function scoreInstead(instead: Instead, weight: number, tally: Tally, total: Tally): void {
  const { index, terms } = instead;
  const rarest = rarestOf(instead);
  const term = terms[rarest] ?? 0;
  const factor = weight * instead.weight * (index.idf[term] ?? 0);
  const end = index.starts[term + 1] ?? 0;
  for (let posting = index.starts[term] ?? 0; posting < end; posting += 1) {
    const document = index.documents[posting] ?? 0;
    if (!isOpenFor(total, document) || instead.within?.(document) === false) continue;
    const more = terms.length === 1 ? 0 : scoreOfOthers(instead, rarest, document) * weight;
    if (more >= 0) keepBest(tally, document, factor * (index.impacts[posting] ?? 0) + more);
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
export function standsTogether({ index, terms }: Variant, document: number): boolean {
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
export function impactOf({ index, terms, weight }: Variant, at: number, document: number): number {
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
