import type { Note } from '../domain/intent.ts';
import type { Fact, Item, Locale } from '../domain/model.ts';
import type { Library } from '../knowledge/library.ts';
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { chanceOf, factsBandOf, itemsBandOf, type Band, type Signals } from './bands.ts';
import { createEngine, type Match, type Matches, type Reading } from './engine.ts';
import { mendedNote, type Group } from './question.ts';
import type { Fulfilment } from './rank.ts';
import { namesAStranger } from './strangers.ts';
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
  /** Of the first alone: what was read otherwise than typed and made it the first, or surer. */
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
  /** Those of the first item or, where none is found, of the first fact. */
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
      const limits = { locale, most, among, amongFacts };
      const reading = ask(words, limits);
      const { groups, facts } = reading;
      const items = parentFirst(reading.items);
      // What the vocabulary changed shows only beside what the words alone find.
      const plain = isReadOtherwise(reading) ? reading.asTyped() : reading;
      const stranger = namesAStranger(groups);
      const chance = { items: chanceOf(items.signals), facts: chanceOf(facts.signals) };
      const guesses = items.matches.length + facts.matches.length === 0 ? inTitles(groups, among) : [];
      const notes = {
        items: notesOf(items.matches[0], isChanged(items, plain.items, itemsBandOf)),
        facts: notesOf(facts.matches[0], isChanged(facts, plain.facts, factsBandOf)),
      };
      return {
        band: stranger
          ? 'nothing'
          : guesses.length > 0
            ? 'closest'
            : itemsBandOf(chance.items, items.signals),
        factsBand: stranger ? 'nothing' : factsBandOf(chance.facts, facts.signals),
        chance,
        clear: standsClear(items.matches, wordsIn(groups)),
        items: [...hitsOf(items.matches, notes.items), ...guesses].slice(0, most),
        facts: hitsOf(facts.matches, notes.facts).slice(0, most),
        onSubject: isOnSubject(groups),
        lacking: lackingIn(groups),
        notes: items.matches.length > 0 ? notes.items : notes.facts,
      };
    },
  };
}

/** What is said of a part and just as well of the whole means the whole: its parts are shown beneath it. */
function parentFirst({ matches, signals }: Matches<Item>): Matches<Item> {
  const [first] = matches;
  const parent = first && matches.find(({ found }) => found.id === first.found.parent);
  if (
    !parent ||
    !parent.fulfilments.every(({ quality }, at) => quality >= (first.fulfilments[at]?.quality ?? 0))
  )
    return { matches, signals };
  const others = matches.filter((match) => match !== parent);
  return { matches: [{ ...parent, score: first.score }, ...others], signals };
}

/**
 * Of one word that several have, in either language, none stands alone for having it oftener; nor does one that has other
 * words for what was typed beside one that has the very words.
 */
function standsClear([first, ...others]: readonly Match<Item>[], words: number): boolean {
  const second = others.find(({ found }) => found.parent !== first?.found.id);
  if (!first || !second) return first !== undefined;
  const shared = hasIt(second) && !hasByItsPlan(first) && (words === 1 || !hasIt(first));
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

/** What a plan says itself that its words mean is as good as the words. */
function hasByItsPlan({ fulfilments }: Match<Item>): boolean {
  return fulfilments.some(({ readings }) => readings.some(({ instead }) => instead.plan !== undefined));
}

function hitsOf<T>(matches: readonly Match<T>[], notes: readonly Note[]): readonly Hit<T>[] {
  return matches.map(({ found, score, fulfilments }, at) => {
    const matched = fulfilments.flatMap(({ clues }) => clues.filter((clue) => clue.content));
    const hit = { found, score, matched: [...new Set(matched.map((clue) => clue.typed))] };
    return at === 0 ? { ...hit, notes } : hit;
  });
}

function lackingIn(groups: readonly Group[]): readonly string[] {
  return groups
    .filter((group) => group.sense === 'subject' && group.instead.length === 0)
    .flatMap((group) => group.clues.filter((clue) => clue.content && clue.variants.length === 0))
    .filter(({ instead }) => instead.every(({ relation }) => relation === 'broader'))
    .map((clue) => clue.typed);
}

function isReadOtherwise({ items, facts }: Reading): boolean {
  return [items.matches[0], facts.matches[0]].some((best) =>
    best?.fulfilments.some(({ readings }) => readings.length > 0),
  );
}

/** Whether by the words alone the first would not be found, not be first, or be less sure. */
function isChanged<T>(
  { matches, signals }: Matches<T>,
  plain: Matches<T>,
  bandOf: (chance: number, signals: Signals) => Band,
): boolean {
  if (matches[0]?.found !== plain.matches[0]?.found) return true;
  return bandOf(chanceOf(signals), signals) !== bandOf(chanceOf(plain.signals), plain.signals);
}

type ReadNote = Extract<Note, { kind: 'mended' | 'vocabulary' }>;

/** What was read otherwise than typed, each once: other words only where they changed what is found. */
function notesOf(best: Match<unknown> | undefined, changed: boolean): readonly Note[] {
  const fulfilments = best?.fulfilments ?? [];
  const readings = changed ? readingsIn(fulfilments) : [];
  const notes: readonly ReadNote[] = [
    ...fulfilments.flatMap(({ clues }) => clues.flatMap((clue) => mendedNote(clue) ?? [])),
    ...readings.map(({ typed, instead }) => ({ kind: 'vocabulary' as const, typed, read: instead.text })),
  ];
  return [...new Map(notes.map((note) => [JSON.stringify([note.kind, note.typed]), note])).values()];
}

/** Of the words that were read otherwise those that the text has in no other way; where there are none, all. */
function readingsIn(fulfilments: readonly Fulfilment[]): Fulfilment['readings'] {
  const needed = fulfilments.filter(
    ({ clues, supports }) => !clues.some((clue, at) => clue.content && supports[at] === 'own'),
  );
  const readings = needed.flatMap((fulfilment) => fulfilment.readings);
  return readings.length > 0 ? readings : fulfilments.flatMap((fulfilment) => fulfilment.readings);
}
