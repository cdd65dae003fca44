import type { Note } from '../domain/intent.ts';
import type { Fact, Item, Locale } from '../domain/model.ts';
import type { Library } from '../knowledge/library.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { chanceOf, factsBandOf, itemsBandOf, type Band } from './bands.ts';
import { createEngine, type Match } from './engine.ts';
import { mendedNote, type Group } from './question.ts';
import type { Fulfilment } from './rank.ts';
import { isOnSubject } from './subject.ts';
import { createTitleSearch } from './titles.ts';

export type { Band } from './bands.ts';

/** A hit, best first within its list. */
export interface Hit<T> {
  readonly found: T;
  /** Comparable within one search only, between its items and its facts too. */
  readonly score: number;
  /** The words of the question that it fulfils, as typed: what "why this?" shows. */
  readonly matched: readonly string[];
  /** What was read otherwise than typed to find it. */
  readonly notes?: readonly Note[];
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
  /** Words of the field, as typed, that stand nowhere in the texts, not by another word either. */
  readonly lacking?: readonly string[];
  /** Repaired words and vocabulary that led to the first hit. */
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
/** How far the first must lead the second to stand alone. */
const CLEAR_LEAD = 0.2;

/** Indexes the library once, per language; `find` then reads no text again. */
export function createSearch(library: Library, vocabulary: Vocabulary): Search {
  const ask = createEngine(library, vocabulary);
  const inTitles = createTitleSearch(library.items);

  return {
    find(words, { locale, among, amongFacts, most = MOST_HITS }) {
      const { groups, items, facts } = ask(words, { locale, most, among, amongFacts });
      const chance = { items: chanceOf(items.signals), facts: chanceOf(facts.signals) };
      const guesses = items.matches.length + facts.matches.length === 0 ? inTitles(groups, among) : [];
      return {
        band: guesses.length > 0 ? 'closest' : itemsBandOf(chance.items, items.signals),
        factsBand: factsBandOf(chance.facts, facts.signals),
        chance,
        clear: standsClear(items.matches, wordsIn(groups)),
        items: [...items.matches.map(toHit), ...guesses].slice(0, most),
        facts: facts.matches.map(toHit).slice(0, most),
        onSubject: isOnSubject(groups),
        lacking: lackingIn(groups),
        notes: notesOf(items.matches[0] ?? facts.matches[0]),
      };
    },
  };
}

/** Of one word that several have, in either language, none stands alone for having it oftener. */
function standsClear([first, second]: readonly Match<Item>[], words: number): boolean {
  if (!first || !second) return first !== undefined;
  const shared = words === 1 && hasIt(first) && hasIt(second);
  return !shared && first.score - second.score >= first.score * CLEAR_LEAD;
}

/** How many words of the question name something. */
function wordsIn(groups: readonly Group[]): number {
  return groups.flatMap((group) => group.clues.filter((clue) => clue.content)).length;
}

function hasIt({ fulfilments }: Match<Item>): boolean {
  return fulfilments.some(({ clues, supports }) =>
    clues.some((clue, at) => clue.content && (supports[at] === 'own' || supports[at] === 'across')),
  );
}

type ReadNote = Extract<Note, { kind: 'mended' | 'vocabulary' }>;

function toHit<T>(match: Match<T>): Hit<T> {
  const { found, score, fulfilments } = match;
  const matched = fulfilments.flatMap(({ clues }) => clues.filter((clue) => clue.content));
  return { found, score, matched: [...new Set(matched.map((clue) => clue.typed))], notes: notesOf(match) };
}

function lackingIn(groups: readonly Group[]): readonly string[] {
  return groups
    .filter((group) => group.sense === 'subject' && group.instead.length === 0)
    .flatMap((group) => group.clues.filter((clue) => clue.content && clue.variants.length === 0))
    .filter(({ instead }) => instead.every(({ relation }) => relation === 'broader'))
    .map((clue) => clue.typed);
}

/** What was read otherwise than typed, each once: where the hit has the very words, other words changed nothing. */
function notesOf(match: Pick<Match<unknown>, 'fulfilments'> | undefined): readonly Note[] {
  const notes = new Map<string, ReadNote>();
  for (const note of match?.fulfilments.flatMap(notesFor) ?? []) {
    notes.set(JSON.stringify([note.kind, note.typed]), note);
  }
  return [...notes.values()];
}

/** A translation is no other idea and needs no word. */
function notesFor({ clues, supports, readings }: Fulfilment): readonly ReadNote[] {
  const asTyped = clues.some((clue, at) => clue.content && supports[at] === 'own');
  return [
    ...clues.flatMap((clue) => mendedNote(clue) ?? []),
    ...readings
      .filter(({ instead }) => !asTyped && instead.relation !== 'across')
      .map(({ typed, instead }): ReadNote => ({ kind: 'vocabulary', typed, read: instead.text })),
  ];
}
