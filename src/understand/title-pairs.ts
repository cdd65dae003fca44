import type { Library } from '../knowledge/library.ts';
import { words } from '../language/fold.ts';

const made = new WeakMap<Library, ReadonlySet<string>>();

/** Every two words that stand side by side in an item's title; made once for each library. */
export function titlePairsOf(library: Library): ReadonlySet<string> {
  const known = made.get(library);
  if (known) return known;
  const titles = library.items.flatMap(({ title }) =>
    [title.en, title.cy].filter((text) => text !== undefined),
  );
  const pairs = new Set(titles.flatMap((title) => pairsIn(words(title))));
  made.set(library, pairs);
  return pairs;
}

function pairsIn(title: readonly string[]): readonly string[] {
  return title.slice(1).map((word, at) => `${title[at]} ${word}`);
}
