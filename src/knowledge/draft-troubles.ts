import type { About } from './about.ts';
import { dateOf, valueName } from './cells.ts';
import type { PlanRows } from './draft.ts';
import { problemAt, type Row, type SheetProblem } from './sheet.ts';
import { isSourceless, type SourceBook } from './source-book.ts';

const SOURCE_REMEDY =
  'Fill in `source_document`, or give the plan its source in the sheet `plans`: nothing is said that has no source.';

/** Rows without a source. Where no row of a sheet has one, that is one trouble of the sheet and not one of each row. */
export function sourceless({ id, rows }: PlanRows, book: SourceBook): readonly SheetProblem[] {
  return (['items', 'progress', 'facts'] as const).flatMap((sheet) => {
    const without = rows[sheet].filter((row) => isSourceless(book, row));
    if (without.length < 2 || without.length < rows[sheet].length) {
      return without.map((row) => problemAt(row, 'source_document', 'the row has no source', SOURCE_REMEDY));
    }
    const problem = `none of the ${without.length} rows of ${id} has a source`;
    return [{ sheet, row: 1, column: 'source_document', value: '', problem, remedy: SOURCE_REMEDY }];
  });
}

/** Two rows that one judge cannot both mean: another standing of the same thing on the same day. */
export function conflicts(rows: readonly Row[], abouts: readonly About[]): readonly SheetProblem[] {
  const first = new Map<string, Row>();
  return rows.flatMap((row, index) => {
    const about = abouts[index];
    if (about?.ok !== true) return [];
    const { as_at, assessed_by, recorded } = row.cells;
    const key = JSON.stringify([about.name, dateOf(as_at), valueName(assessed_by, '_') ?? '', recorded]);
    const before = first.get(key);
    if (!before) first.set(key, row);
    const column = ['stage', 'rating'].find((name) => before && said(before, name) !== said(row, name));
    if (!before || column === undefined) return [];
    const remedy =
      'Keep the row that is right, or write in `assessed_by` whose judgement each is. A correction takes the place of its row.';
    return [problemAt(row, column, `row ${before.row} says otherwise of the same item and date`, remedy)];
  });
}

function said({ cells }: Row, column: string): string | undefined {
  return valueName(cells[column], '_');
}

/** An address that belongs to no document. */
export function lonelyAddress(row: Row): readonly SheetProblem[] {
  const { source_url: url, source_document: en, source_document_cy: cy } = row.cells;
  if (url === undefined || en !== undefined || cy !== undefined) return [];
  const problem = 'the address has no document';
  return [
    problemAt(row, 'source_document', problem, 'Fill in `source_document`: the title of the document.'),
  ];
}
