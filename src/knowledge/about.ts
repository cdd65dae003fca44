import { ITEM_KINDS } from '../domain/model.ts';
import { looksLikeDate, membersOf, pairOf } from './cells.ts';
import type { Values } from './draft-parts.ts';
import { valueAt } from './finding.ts';
import { nearest } from './nearest.ts';
import { addTo, foldRef } from './refs.ts';
import { problemAt, type Row, type SheetProblem } from './sheet.ts';

/** What a statement of a sheet is about, or why that cannot be told. */
export type About =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly problem: SheetProblem };

/** Comparing a ref with every other takes time, and a sheet with more wrong refs has another trouble than typing. */
const MOST_HINTS = 50;

/** A whole name (`action-4.2`, `theme-2`, `plan`), or a bare ref where only one item has it. */
export function openAbouts(items: readonly unknown[], themes: readonly Values[]): (row: Row) => About {
  const names = [...items.map(nameOf), ...themes.map((theme) => `theme-${String(theme['ref'])}`), 'plan'];
  const whole = new Map(names.toReversed().map((name) => [foldRef(name), name]));
  const bare = new Map<string, string[]>();
  for (const item of items) for (const ref of refsOf(item)) addTo(bare, foldRef(ref), nameOf(item));
  const refs = items.flatMap(refsOf);
  let hints = MOST_HINTS;

  return (row) => {
    const ref = row.cells['ref'] ?? '';
    const named = whole.get(foldRef(ref));
    if (named !== undefined) return { ok: true, name: named };
    const [only, ...others] = bare.get(foldRef(ref)) ?? [];
    if (only !== undefined && others.length === 0) return { ok: true, name: only };
    if (only !== undefined) {
      const remedy = `Write one of: ${[only, ...others].join(', ')}.`;
      return { ok: false, problem: problemAt(row, 'ref', 'the ref fits several items', remedy) };
    }
    hints -= 1;
    const near = hints < 0 ? undefined : (nearest(ref, names) ?? nearest(ref, refs));
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    const remedy = `Write the ref of an item of the plan, \`theme-<ref>\` or \`plan\`.${hint}`;
    return { ok: false, problem: problemAt(row, 'ref', 'the plan holds nothing with this ref', remedy) };
  };
}

/** Refs of which the spreadsheet seems to have made a date. */
export function refTrouble(row: Row): readonly SheetProblem[] {
  return ['ref', 'parent', 'other_refs'].flatMap((column) => {
    if (!membersOf(row.cells[column]).some(looksLikeDate)) return [];
    const remedy = 'Set the format of the column to Text, write the ref again as printed, and save.';
    return [problemAt(row, column, 'the spreadsheet seems to have made a date of this ref', remedy)];
  });
}

/** Names in two languages that do not pair. */
export function pairTrouble(row: Row, name: string): readonly SheetProblem[] {
  if (pairOf(row.cells[name], row.cells[`${name}_cy`]).paired) return [];
  const [en, cy] = [membersOf(row.cells[name]).length, membersOf(row.cells[`${name}_cy`]).length];
  const remedy = `Write the same names in the same order in \`${name}\` (${en} now) and here (${cy} now).`;
  return [problemAt(row, `${name}_cy`, 'the names in the two languages do not pair', remedy)];
}

function nameOf(item: unknown): string {
  const kind = ITEM_KINDS.find((each) => each === valueAt(item, ['kind']));
  return `${kind ?? '?'}-${String(valueAt(item, ['ref']))}`;
}

function refsOf(item: unknown): readonly string[] {
  const others = valueAt(item, ['other_refs']);
  return [valueAt(item, ['ref']), ...(Array.isArray(others) ? (others as readonly unknown[]) : [])].map(
    String,
  );
}
