import { wordsOf, type Values } from './draft-parts.ts';
import { valueAt } from './finding.ts';
import { choiceOf } from './nearest.ts';
import { problemAt, type Row, type SheetProblem } from './sheet.ts';

/** The themes of a plan while its sheets are read. */
export interface DraftThemes {
  readonly list: readonly Values[];
  /** The row that each theme was first named in, in the order of `list`. */
  readonly rows: readonly (Row | undefined)[];
  /** Items that name a theme which the plan does not have. */
  readonly problems: readonly SheetProblem[];
  readonly unlisted: boolean;
  /** The ref of the theme that an item's cell names. */
  refFor(row: Row): string | undefined;
}

/** What the sheets and the pack held say of the plan's themes. */
export interface KnownThemes {
  readonly rows: readonly Row[];
  readonly held: readonly unknown[];
  /** Nobody has listed the themes: a name not met before is added in order of appearance, and is an error otherwise. */
  readonly unlisted: boolean;
  /** Themes have no source column; a row is given for a theme that only an item names. */
  sourceFor(row?: Row): unknown;
}

/** The sheet's themes, else those held. */
export function openThemes({ rows: sheetRows, held, unlisted, sourceFor }: KnownThemes): DraftThemes {
  const list: Values[] = [];
  const rows: (Row | undefined)[] = [];
  const problems: SheetProblem[] = [];
  const add = (theme: Values, row: Row | undefined) => {
    list.push(theme);
    rows.push(row);
  };
  for (const row of sheetRows) {
    const before = held.find((each) => same(valueAt(each, ['ref']), row.cells['ref'])) as Values | undefined;
    add({ source: sourceFor(), ...before, ref: row.cells['ref'], title: wordsOf(row, 'title') ?? {} }, row);
  }
  if (sheetRows.length === 0) for (const theme of held) add(theme as Values, undefined);

  return {
    list,
    rows,
    problems,
    unlisted,
    refFor: (row) => {
      const named = row.cells['theme'];
      if (named === undefined) return undefined;
      const known = list.find((theme) => namesOf(theme).some((name) => same(name, named)));
      if (known) return String(known['ref']);
      if (!unlisted) {
        problems.push(unknownTheme(row, list));
        return undefined;
      }
      const ref = freeRef(list);
      add({ ref, title: { en: named }, source: sourceFor(row) }, row);
      return ref;
    },
  };
}

function unknownTheme(row: Row, themes: readonly Values[]): SheetProblem {
  const titles = themes.map((theme) => namesOf(theme).find((name) => typeof name === 'string'));
  const known = choiceOf(
    row.cells['theme'],
    titles.map((title) => String(title)),
  );
  return problemAt(
    row,
    'theme',
    'the plan has no such theme',
    `${known} A new theme wants a row in the sheet \`themes\`.`,
  );
}

/** What an item may call a theme, its titles first. */
function namesOf(theme: Values): readonly unknown[] {
  return [valueAt(theme, ['title', 'en']), valueAt(theme, ['title', 'cy']), theme['ref']];
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
