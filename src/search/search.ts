import type { Note } from '../domain/intent.ts';
import type { Fact, Item, Locale } from '../domain/model.ts';
import type { Library } from '../knowledge/library.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { bandOf, chanceOf, signalsOf, type Band } from './bands.ts';
import { documentsOf } from './documents.ts';
import { buildIndex } from './inverted-index.ts';
import { createReader, mendedNote, type Group } from './question.ts';
import {
  bestOf,
  createScratch,
  fulfilmentsOf,
  scoreAll,
  withNeighbours,
  type Fulfilment,
  type Ranked,
  type Wanted,
} from './rank.ts';
import { isOnSubject } from './subject.ts';
import { createThesaurus } from './thesaurus.ts';
import { createTitleSearch } from './titles.ts';

export type { Band } from './bands.ts';

/** A hit, best first within its list. */
export interface Hit<T> {
  readonly found: T;
  /** Comparable within one search only, between its items and its facts too. */
  readonly score: number;
  /** The words of the question that it fulfils, as typed: what "why this?" shows. */
  readonly matched: readonly string[];
}

export interface Found {
  /** Of the items. */
  readonly band: Band;
  /** Of the facts, judged as the items are: a fact is meant where this is the better band, or `chance` says so. */
  readonly factsBand: Band;
  /** How likely it is, 0 to 1, that the question is answered by the first item, and by the first fact; the bands are cut from these. */
  readonly chance: { readonly items: number; readonly facts: number };
  /** The first stands clear of the rest: an `item` answer rather than a list. */
  readonly clear: boolean;
  readonly items: readonly Hit<Item>[];
  readonly facts: readonly Hit<Fact>[];
  /** The words belong to the plans' subject: `not-found` rather than `out-of-scope` where nothing fits. */
  readonly onSubject: boolean;
  /** Repaired words and vocabulary that changed what was found. */
  readonly notes: readonly Note[];
}

export interface SearchOptions {
  readonly locale: Locale;
  /** Only these; undefined searches all. */
  readonly among?: (item: Item) => boolean;
  readonly amongFacts?: (fact: Fact) => boolean;
  /** Most hits of each list. */
  readonly most?: number;
}

/** Ranked look-up over one library, bounded in work whatever the words. */
export interface Search {
  find(words: string, options: SearchOptions): Found;
}

const MOST_HITS = 50;
/** Weaker hits than this share of the best are not shown. */
const WORTH_SHOWING = 0.3;
/** How far the first must lead the second to stand alone. */
const CLEAR_LEAD = 0.2;
/** Notes are of the hits that a person sees first. */
const EXPLAINED = 3;

/** Indexes the library once, per language; `find` then reads no text again. */
export function createSearch(library: Library, vocabulary: Vocabulary): Search {
  const thesaurus = createThesaurus(vocabulary);
  const indexes = {
    cy: buildIndex('cy', documentsOf(library, 'cy'), thesaurus.words.cy),
    en: buildIndex('en', documentsOf(library, 'en'), thesaurus.words.en),
  };
  const read = createReader(indexes, thesaurus);
  const scratch = createScratch(library.items.length + library.facts.length);
  const inTitles = createTitleSearch(library.items);

  return {
    find(words, { locale, among, amongFacts, most = MOST_HITS }) {
      const groups = read(words, locale);
      const scored = scoreAll(groups, scratch);
      const first = library.items.length;
      const pick = (wanted: Wanted): readonly Explained[] =>
        explained(withNeighbours(bestOf(scored, scratch.total, Math.max(most, 1), wanted), groups), groups);
      const itemAt = (document: number): Item | undefined => library.items[document];
      const factAt = (document: number): Fact | undefined => library.facts[document - first];
      const items = pick({ from: 0, to: first, wanted: (at) => passes(itemAt(at), among) });
      const end = first + library.facts.length;
      const facts = pick({ from: first, to: end, wanted: (at) => passes(factAt(at), amongFacts) });
      for (const document of scored) scratch.total[document] = 0;

      const chance = { items: chanceOfBest(items, groups), facts: chanceOfBest(facts, groups) };
      const guesses = items.length + facts.length === 0 ? inTitles(groups, among) : [];
      return {
        band: guesses.length > 0 ? 'closest' : bandOf(chance.items),
        factsBand: bandOf(chance.facts),
        chance,
        clear: standsClear(items),
        items: [...hitsOf(items, itemAt), ...guesses].slice(0, most),
        facts: hitsOf(facts, factAt).slice(0, most),
        onSubject: isOnSubject(groups),
        notes: notesOf([...items.slice(0, EXPLAINED), ...facts.slice(0, EXPLAINED)]),
      };
    },
  };
}

/** A ranked document and why it stands there. */
interface Explained extends Ranked {
  readonly fulfilments: readonly Fulfilment[];
}

function explained(ranked: readonly Ranked[], groups: readonly Group[]): readonly Explained[] {
  const least = (ranked[0]?.score ?? 0) * WORTH_SHOWING;
  const anyContent = groups.some((group) => group.clues.some((clue) => clue.content));
  return ranked
    .filter(({ score }) => score >= least)
    .map((hit) => ({ ...hit, fulfilments: fulfilmentsOf(hit.document, groups) }))
    .filter(({ fulfilments }) => !anyContent || fulfilments.some(hasContent));
}

function hasContent(fulfilment: Fulfilment): boolean {
  return fulfilment.clues.some((clue) => clue.content);
}

function passes<T>(found: T | undefined, wanted: ((found: T) => boolean) | undefined): boolean {
  return found !== undefined && (!wanted || wanted(found));
}

function chanceOfBest([best]: readonly Explained[], groups: readonly Group[]): number {
  return best ? chanceOf(signalsOf(best.score, groups, best.fulfilments)) : 0;
}

function standsClear([first, second]: readonly Explained[]): boolean {
  return first !== undefined && (!second || first.score - second.score >= first.score * CLEAR_LEAD);
}

function hitsOf<T>(ranked: readonly Explained[], at: (document: number) => T | undefined): readonly Hit<T>[] {
  return ranked.flatMap(({ document, score, fulfilments }) => {
    const found = at(document);
    if (found === undefined) return [];
    const matched = fulfilments.flatMap((fulfilment) =>
      fulfilment.clues.filter((clue) => clue.content).map((clue) => clue.typed),
    );
    return [{ found, score, matched: [...new Set(matched)] }];
  });
}

/** What was read otherwise than typed, each once, in the order of the hits that it led to. */
function notesOf(shown: readonly Explained[]): readonly Note[] {
  const notes = new Map<string, Note>();
  for (const { clues, instead } of shown.flatMap(({ fulfilments }) => fulfilments)) {
    for (const clue of clues) {
      const note = mendedNote(clue);
      if (note) notes.set(`mended ${clue.typed}`, note);
    }
    const typed = clues.map((clue) => clue.typed).join(' ');
    if (instead && !notes.has(`vocabulary ${typed}`)) {
      notes.set(`vocabulary ${typed}`, { kind: 'vocabulary', typed, read: instead.text });
    }
  }
  return [...notes.values()];
}
