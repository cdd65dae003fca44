import type { Locale } from '../domain/model.ts';
import { fold, words } from '../language/fold.ts';
import { bareOf, createTerms, INDEXED, type Terms } from './terms.ts';

/** One field of one document: what it says and how much a word there counts. */
export interface Field {
  readonly text: string;
  readonly weight: number;
}
/** A document by its number; the same number is the same thing in every language. */
export interface IndexedDocument {
  readonly fields: readonly Field[];
}

/** Words of one language over all documents, in flat arrays. Documents without text in it have none. */
export interface InvertedIndex {
  readonly locale: Locale;
  readonly size: number;
  readonly terms: ReadonlyMap<string, number>;
  /** Postings of term t: from `starts[t]` to `starts[t + 1]`, documents ascending. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  /** How well the document stands for the term, 0 to `K1 + 1`, without the term's rarity. */
  readonly impacts: Float32Array;
  /** The greatest impact of each term in any document. */
  readonly ceilings: Float32Array;
  /** Rarity of each term. */
  readonly idf: Float32Array;
  /** The rarity of a word that stands nowhere. */
  readonly mostIdf: number;
  /** The terms of each document in order, for neighbours: from `textStarts[d]`. */
  readonly text: Uint32Array;
  readonly textStarts: Uint32Array;
  /** Every word as written in the texts, folded, commonest first, with its term. */
  readonly surface: readonly string[];
  readonly termOfSurface: ReadonlyMap<string, number>;
  readonly aliases: Terms['aliases'];
}

const K1 = 1.6;
const B = 0.6;
/** Stands between fields in `text`, so that neighbours never cross one. */
export const GAP = 0xffffffff;

export function buildIndex(
  locale: Locale,
  documents: readonly IndexedDocument[],
  known: ReadonlySet<string>,
): InvertedIndex {
  const read = documents.map(({ fields }) =>
    fields.map(({ text, weight }) => {
      const split = words(text, INDEXED);
      return { words: split, besides: joinedIn(text), weight };
    }),
  );
  const counts = new Map<string, number>();
  for (const fields of read) {
    for (const field of fields) {
      for (const word of [...field.words, ...field.besides]) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const namer = createTerms(locale, counts.keys(), known);
  const terms = new Map<string, number>();
  const termOfSurface = new Map<string, number>();
  for (const word of counts.keys()) {
    const name = namer.termOf(word);
    const term = terms.get(name) ?? terms.size;
    terms.set(name, term);
    termOfSurface.set(word, term);
    termOfSurface.set(bareOf(word), term);
  }
  const surface = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => bareOf(word));
  const postings = postingsOf(read, termOfSurface, terms.size);
  return {
    locale,
    size: documents.length,
    terms,
    termOfSurface,
    surface: [...new Set(surface)],
    aliases: namer.aliases,
    ...postings,
  };
}

interface ReadField {
  readonly words: readonly string[];
  /** Hyphened words written as one, beside their parts: found either way. */
  readonly besides: readonly string[];
  readonly weight: number;
}
type Read = readonly (readonly ReadField[])[];

const HYPHEN = /[-‐‑]/u;
const HYPHENED = /[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu;

function joinedIn(text: string): readonly string[] {
  const looked = text.slice(0, INDEXED.characters);
  if (!HYPHEN.test(looked)) return [];
  const found: readonly string[] = fold(looked).match(HYPHENED) ?? [];
  return found.map((word) => word.replaceAll(/[-‐‑]/gu, ''));
}

/** Two passes over flat lists: what each document holds, then the same by term. */
function postingsOf(read: Read, termOf: ReadonlyMap<string, number>, size: number) {
  const average = averageLength(read);
  const text: number[] = [];
  const textStarts = new Uint32Array(read.length + 1);
  const held: { terms: number[]; impacts: number[]; ends: number[] } = { terms: [], impacts: [], ends: [] };
  const holders = new Uint32Array(size + 1);
  read.forEach((fields, document) => {
    const weights = new Map<number, number>();
    let length = 0;
    for (const field of fields) {
      for (const word of field.words) {
        const term = termOf.get(word) ?? 0;
        weights.set(term, (weights.get(term) ?? 0) + field.weight);
        text.push(term);
      }
      for (const word of field.besides) {
        const term = termOf.get(word) ?? 0;
        weights.set(term, (weights.get(term) ?? 0) + field.weight);
      }
      text.push(GAP);
      length += field.words.length * field.weight;
    }
    textStarts[document + 1] = text.length;
    const norm = 1 - B + (B * length) / average;
    for (const [term, weight] of weights) {
      const frequency = weight / norm;
      held.terms.push(term);
      held.impacts.push((frequency * (K1 + 1)) / (K1 + frequency));
      holders[term] = (holders[term] ?? 0) + 1;
    }
    held.ends.push(held.terms.length);
  });
  const written = read.filter((fields) => fields.length > 0).length;
  return { ...byTerm(held, holders, written), text: Uint32Array.from(text), textStarts };
}

function averageLength(read: Read): number {
  let total = 0;
  let documents = 0;
  for (const fields of read) {
    if (fields.length === 0) continue;
    documents += 1;
    for (const field of fields) total += field.words.length * field.weight;
  }
  return total / Math.max(1, documents) || 1;
}

interface Held {
  readonly terms: readonly number[];
  readonly impacts: readonly number[];
  /** Where each document's share of the two lists ends. */
  readonly ends: readonly number[];
}

function byTerm(held: Held, holders: Uint32Array, written: number) {
  const size = holders.length - 1;
  const starts = new Uint32Array(size + 1);
  for (let term = 0; term < size; term += 1) starts[term + 1] = (starts[term] ?? 0) + (holders[term] ?? 0);
  const documents = new Uint32Array(held.terms.length);
  const impacts = new Float32Array(held.terms.length);
  const ceilings = new Float32Array(size);
  const next = starts.slice();
  let from = 0;
  held.ends.forEach((end, document) => {
    for (; from < end; from += 1) {
      const term = held.terms[from] ?? 0;
      const at = next[term] ?? 0;
      documents[at] = document;
      impacts[at] = held.impacts[from] ?? 0;
      ceilings[term] = Math.max(ceilings[term] ?? 0, impacts[at] ?? 0);
      next[term] = at + 1;
    }
  });
  const idf = Float32Array.from({ length: size }, (_, term) => rarity(holders[term] ?? 0, written));
  return { starts, documents, impacts, ceilings, idf, mostIdf: rarity(0, Math.max(1, written)) };
}

function rarity(holders: number, size: number): number {
  return Math.log(1 + (size - holders + 0.5) / (holders + 0.5));
}
