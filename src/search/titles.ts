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

/** Beyond this many the letters of all titles are not kept for so rare a need. */
const MOST_TITLES = 1_000;
/** Fuse.js compares every title that it is given: it gets those with most of the words' letters in a row. */
const MOST_COMPARED = 60;
const IN_A_ROW = 3;
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
  let titles: readonly Title[] | undefined;
  return (groups, among) => {
    const words = groups
      // A word that the vocabulary has is no slip of the pen in a title: "police" is no "policy".
      .flatMap(({ clues, sense }) => clues.filter(({ mended }) => sense === 'none' || mended))
      .filter((clue) => clue.content && clue.typed.length >= SHORTEST && !isKnownAnyway(fold(clue.typed)))
      .slice(0, MOST_WORDS)
      .map((clue) => fold(clue.typed).slice(0, 24));
    if (words.length === 0 || items.length > MOST_TITLES) return [];
    titles ??= titlesOf(items);
    const fuse = new Fuse(nearest(titles, words), {
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

interface Title {
  readonly item: Item;
  readonly title: string;
  readonly letters: ReadonlySet<string>;
}

function titlesOf(items: readonly Item[]): readonly Title[] {
  return items.map((item) => {
    const title = fold(`${item.title.cy ?? ''} ${item.title.en ?? ''}`);
    return { item, title, letters: new Set(inARow(title)) };
  });
}

/** Those that share most with the words, in the order of the library. */
function nearest(titles: readonly Title[], words: readonly string[]): readonly Title[] {
  if (titles.length <= MOST_COMPARED) return titles;
  const asked = [...new Set(words.flatMap(inARow))];
  const shared = titles.map(({ letters }) => asked.filter((three) => letters.has(three)).length);
  const least = Math.max(1, [...shared].sort((a, b) => b - a)[MOST_COMPARED - 1] ?? 1);
  return titles.filter((_, at) => (shared[at] ?? 0) >= least).slice(0, MOST_COMPARED);
}

function inARow(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - IN_A_ROW + 1) }, (_, at) =>
    text.slice(at, at + IN_A_ROW),
  );
}
