import Fuse from 'fuse.js';
import type { Item } from '../domain/model.ts';
import { fold } from '../language/fold.ts';
import type { Group } from './question.ts';
import { isKnownAnyway } from './stop-words.ts';

export interface Guess {
  readonly found: Item;
  readonly score: number;
  readonly matched: readonly string[];
}

/** Fuse.js compares every title: beyond this many it would take longer than a person notices. */
const MOST_TITLES = 1_000;
const MOST_WORDS = 4;
const SHORTEST = 4;
const MOST_GUESSES = 3;
const LIKENESS = 0.2;
/** From 0, the very words, to 1, anything. */
const WORST_SCORE = 0.6;

/** The titles that look most like the question's words, for when no word of it stands in the index; made when first needed. */
export function createTitleSearch(
  items: readonly Item[],
): (groups: readonly Group[], among: ((item: Item) => boolean) | undefined) => readonly Guess[] {
  let fuse: Fuse<{ item: Item; title: string }> | undefined;
  return (groups, among) => {
    const words = groups
      // A word that the vocabulary has is no slip of the pen in a title: "police" is no "policy".
      .flatMap(({ clues, sense }) => clues.filter(({ mended }) => sense === 'none' || mended))
      .filter((clue) => clue.content && clue.typed.length >= SHORTEST && !isKnownAnyway(fold(clue.typed)))
      .slice(0, MOST_WORDS)
      .map((clue) => fold(clue.typed).slice(0, 24));
    if (words.length === 0 || items.length > MOST_TITLES) return [];
    fuse ??= new Fuse(titlesOf(items), {
      keys: ['title'],
      threshold: LIKENESS,
      useTokenSearch: true,
      includeScore: true,
      ignoreLocation: true,
    });
    return fuse
      .search(words.join(' '), { limit: MOST_GUESSES * 4 })
      .filter(({ item: { item }, score = 1 }) => score <= WORST_SCORE && (!among || among(item)))
      .slice(0, MOST_GUESSES)
      .map(({ item: { item }, score = 1 }) => ({ found: item, score: (1 - score) / 10, matched: [] }));
  };
}

function titlesOf(items: readonly Item[]): { item: Item; title: string }[] {
  return items.map((item) => ({ item, title: fold(`${item.title.cy ?? ''} ${item.title.en ?? ''}`) }));
}
