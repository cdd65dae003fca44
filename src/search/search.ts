import type { Fact, Item, Locale } from '../domain/model.ts';
import type { Note } from '../domain/intent.ts';

/** How sure the search is: `answer` as said, `closest` said to be so, `nothing` not in the plans. */
export type Band = 'answer' | 'closest' | 'nothing';

/** A hit, best first within its list. */
export interface Hit<T> {
  readonly found: T;
  /** Comparable within one search only. */
  readonly score: number;
  /** The words of the question that it fulfils, as typed: what "why this?" shows. */
  readonly matched: readonly string[];
}

export interface Found {
  readonly band: Band;
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
