import { valueAt } from './finding.ts';
import type { Values } from './draft-parts.ts';
import { wordsOf } from './draft-parts.ts';
import type { Row } from './sheet.ts';

/** The themes of a plan while its sheets are read. */
export interface DraftThemes {
  readonly list: readonly Values[];
  /** The row that each theme was first named in, in the order of `list`. */
  readonly rows: readonly (Row | undefined)[];
  /** The ref of the theme that an item's cell names; a theme not listed is added in order of appearance. */
  refFor(row: Row): string | undefined;
}

/** The sheet's themes, else those held. Themes have no source column: theirs is the plan's own. */
export function openThemes(
  sheetRows: readonly Row[],
  held: readonly unknown[],
  source: () => unknown,
): DraftThemes {
  const list: Values[] = [];
  const rows: (Row | undefined)[] = [];
  const add = (theme: Values, row: Row | undefined) => {
    list.push(theme);
    rows.push(row);
  };
  for (const row of sheetRows) {
    const before = held.find((each) => same(valueAt(each, ['ref']), row.cells['ref'])) as Values | undefined;
    add({ source: source(), ...before, ref: row.cells['ref'], title: wordsOf(row, 'title') ?? {} }, row);
  }
  if (sheetRows.length === 0) for (const theme of held) add(theme as Values, undefined);

  return {
    list,
    rows,
    refFor: (row) => {
      const named = row.cells['theme'];
      if (named === undefined) return undefined;
      const known = list.find((theme) =>
        [theme['ref'], valueAt(theme, ['title', 'en']), valueAt(theme, ['title', 'cy'])].some((name) =>
          same(name, named),
        ),
      );
      if (known) return String(known['ref']);
      const ref = freeRef(list);
      add({ ref, title: { en: named }, source: source() }, row);
      return ref;
    },
  };
}

function same(name: unknown, other: string | undefined): boolean {
  return typeof name === 'string' && plain(name) === plain(other ?? '');
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim();
}

function freeRef(themes: readonly Values[]): string {
  let number = themes.length + 1;
  while (themes.some((theme) => theme['ref'] === String(number))) number += 1;
  return String(number);
}
