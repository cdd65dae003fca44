import { GAP } from './inverted-index.ts';
import type { Instead, Variant } from './instead.ts';
import type { Clue, Group } from './question.ts';
import { createTally, drain, keepBest, type Tally } from './tally.ts';

export interface Scratch {
  readonly total: Tally;
  readonly group: Tally;
  readonly word: Tally;
}
export function createScratch(documents: number): Scratch {
  return { total: createTally(documents), group: createTally(documents), word: createTally(documents) };
}

/** Adds up in `total` the scores of all documents that have any word of the question. */
export function scoreAll(groups: readonly Group[], { total, group: inGroup, word }: Scratch): void {
  for (const group of groups) {
    for (const clue of group.clues) {
      scoreClue(clue, word);
      drain(word, inGroup);
    }
    const weight = Math.max(...group.clues.map((clue) => clue.weight));
    const rarity = group.clues.reduce((sum, clue) => sum + clue.rarity, 0);
    for (const instead of group.instead) {
      scoreInstead(instead, weight * noRarerThan(instead, rarity), inGroup);
    }
    drain(inGroup, total);
  }
}

/** The best that any variant of the word, or another word for it, gives each document. */
function scoreClue(clue: Clue, word: Tally): void {
  for (const { index, terms, weight } of clue.variants) {
    const term = terms[0] ?? 0;
    const factor = weight * clue.weight * (index.idf[term] ?? 0);
    const end = index.starts[term + 1] ?? 0;
    for (let posting = index.starts[term] ?? 0; posting < end; posting += 1) {
      keepBest(word, index.documents[posting] ?? 0, factor * (index.impacts[posting] ?? 0));
    }
  }
  for (const instead of clue.instead) {
    scoreInstead(instead, clue.weight * noRarerThan(instead, clue.rarity), word);
  }
}

/** Scales a wording down to the rarity of what was typed: a rare synonym must not outweigh the word itself, unless the plan says that it is what it means. */
function noRarerThan({ index, terms, plan }: Instead, rarity: number): number {
  if (plan !== undefined) return 1;
  const own = terms.reduce((sum, term) => sum + (index.idf[term] ?? 0), 0);
  return own > rarity ? rarity / own : 1;
}

function scoreInstead(instead: Instead, weight: number, tally: Tally): void {
  const { index, terms } = instead;
  const rarest = rarestOf(instead);
  const term = terms[rarest] ?? 0;
  const factor = weight * instead.weight * (index.idf[term] ?? 0);
  const end = index.starts[term + 1] ?? 0;
  for (let posting = index.starts[term] ?? 0; posting < end; posting += 1) {
    const document = index.documents[posting] ?? 0;
    if (instead.within?.(document) === false) continue;
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
