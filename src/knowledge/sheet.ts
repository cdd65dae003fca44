import { clean } from './cells.ts';
import type { Table } from './csv.ts';
import { choiceOf, nearest } from './nearest.ts';
import { columnName, COLUMNS, hasNeeded, NEEDED, otherSheetMeant, type SheetName } from './sheet-columns.ts';

/** Something wrong in a sheet, as the person who filled it in sees the place. */
export interface SheetProblem {
  readonly sheet: string;
  /** As the spreadsheet numbers it: the header is row 1. 0 where the problem is in no row. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly problem: string;
  readonly remedy: string;
}

/** One row by column name; empty cells are absent. */
export interface Row {
  readonly sheet: SheetName;
  readonly row: number;
  readonly cells: Readonly<Partial<Record<string, string>>>;
}

export interface Sheet {
  /** Whether the rows make sense: the file can be read and no column that must be there is missing. */
  readonly readable: boolean;
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly Row[];
  readonly problems: readonly SheetProblem[];
}

/** A sheet that nobody gave. */
export const NO_SHEET: Sheet = { readable: true, columns: new Set(), rows: [], problems: [] };

/** What spreadsheets have above their header: a title, a date, a blank row. */
const MOST_ABOVE_HEADER = 10;

/**
 * The sheet that a table makes. Blank rows, rows that begin with `#` and rows above the header are skipped; header names
 * forgive case and spaces.
 */
export function sheetFrom(name: SheetName, table: Extract<Table, { ok: true }>, file: string): Sheet {
  const at = headerIn(name, table.rows);
  const header = table.rows[at] ?? [];
  const numbered = table.rows.map((cells, index) => ({ cells, row: table.numbers?.[index] ?? index + 1 }));
  const body = numbered.slice(at + 1).filter(({ cells }) => !isRemark(cells));
  const columns = header.map(columnName);
  const place = numbered[at]?.row ?? 1;
  const meant = otherSheetMeant(name, columns);
  if (meant !== undefined) {
    const remedy = `Give this file as --${meant}, and to --${name} the file that has its columns.`;
    return unreadable(name, place, file, `this looks like the sheet \`${meant}\``, remedy);
  }
  if (columns.every((column) => column === '')) {
    const remedy = `Write the names of the columns in the first row: ${NEEDED[name].join(', ')} and those you use.`;
    return unreadable(name, 1, file, 'there is no header', remedy);
  }
  const rows = body.flatMap(({ cells, row }) => rowOf(name, columns, cells, row) ?? []);
  const missing = missingColumns(name, columns, place);
  return {
    readable: missing.length === 0,
    columns: new Set(columns),
    rows,
    problems: [
      ...missing,
      ...headerProblems(name, { header, columns, row: place }, body),
      ...body.flatMap(({ cells, row }) => overflow(name, columns, cells, row)),
      ...rows.flatMap((row) => [...emptyNeeds(name, row, columns), ...lostLetters(row)]),
    ],
  };
}

/** The place of the first row that has the columns needed, else of the first that is not blank. */
function headerIn(name: SheetName, rows: readonly (readonly string[])[]): number {
  const top = rows.slice(0, MOST_ABOVE_HEADER);
  const found = top.findIndex((cells) => hasNeeded(name, cells));
  const filled = top.findIndex((cells) => cells.some((cell) => clean(cell) !== undefined));
  return Math.max(found === -1 ? filled : found, 0);
}

/** An example or a note to oneself, such as the example rows of an empty workbook. */
function isRemark(cells: readonly string[]): boolean {
  return (
    cells
      .find((cell) => clean(cell) !== undefined)
      ?.trimStart()
      .startsWith('#') === true
  );
}

interface Numbered {
  readonly cells: readonly string[];
  readonly row: number;
}
interface Header {
  readonly header: readonly string[];
  readonly columns: readonly string[];
  readonly row: number;
}

function rowOf(
  sheet: SheetName,
  columns: readonly string[],
  cells: readonly string[],
  row: number,
): Row | undefined {
  const filled = columns.flatMap((column, index) => {
    const cell = clean(cells[index]);
    return cell === undefined ? [] : [[column, cell] as const];
  });
  return filled.length === 0 ? undefined : { sheet, row, cells: Object.fromEntries(filled) };
}

function headerProblems(
  sheet: SheetName,
  { header, columns, row }: Header,
  body: readonly Numbered[],
): readonly SheetProblem[] {
  const known = COLUMNS[sheet];
  const place = { sheet, row };
  return columns.flatMap((column, index): readonly SheetProblem[] => {
    const value = header[index]?.trim() ?? '';
    if (column === '') {
      if (body.every(({ cells }) => clean(cells[index]) === undefined)) return [];
      const remedy = 'Give the column one of the known names, or empty it.';
      return [{ ...place, column: String(index + 1), value, problem: 'the column has no name', remedy }];
    }
    if (!known.includes(column)) {
      const problem = 'the sheet has no such column';
      return [{ ...place, column: value, value, problem, remedy: choiceOf(column, known) }];
    }
    if (columns.indexOf(column) === index) return [];
    const remedy = 'Leave one of the two out.';
    return [{ ...place, column, value, problem: 'the column stands there twice', remedy }];
  });
}

function missingColumns(sheet: SheetName, columns: readonly string[], row: number): readonly SheetProblem[] {
  return NEEDED[sheet].flatMap((column) => {
    if (columns.includes(column)) return [];
    const near = nearest(column, columns);
    const hint =
      near === undefined || COLUMNS[sheet].includes(near) ? '' : ` Perhaps "${near}" is meant for it.`;
    const remedy = `Add the column \`${column}\` to the header.${hint}`;
    return [{ sheet, row, column, value: '', problem: `the column \`${column}\` is missing`, remedy }];
  });
}

function overflow(
  sheet: SheetName,
  columns: readonly string[],
  cells: readonly string[],
  row: number,
): readonly SheetProblem[] {
  const beyond = cells.slice(columns.length).find((cell) => clean(cell) !== undefined);
  if (beyond === undefined) return [];
  const remedy = 'Put a cell that has the separator in it in quotation marks.';
  const problem = 'the row has more cells than the header';
  return [{ sheet, row, column: String(columns.length + 1), value: beyond, problem, remedy }];
}

const FILL_IN = 'Fill it in; of merged cells only the first row has the value.';

function emptyNeeds(
  sheet: SheetName,
  { row, cells }: Row,
  columns: readonly string[],
): readonly SheetProblem[] {
  return NEEDED[sheet].flatMap((column) => {
    if (cells[column] !== undefined || !columns.includes(column)) return [];
    return [{ sheet, row, column, value: '', problem: 'the cell is empty', remedy: FILL_IN }];
  });
}

/**
 * A question mark in a diamond, or a plain one within a word, such as "p?er": some program before us had no such letter,
 * and it is gone. Addresses have question marks of their own.
 */
function lostLetters(row: Row): readonly SheetProblem[] {
  return Object.entries(row.cells).flatMap(([column, cell]) =>
    cell?.split(/\s/).some((word) => /\uFFFD|^[^/]*\p{L}\?\p{L}[^/]*$/u.test(word)) === true
      ? [problemAt(row, column, 'a letter was lost', 'Write it again, and save the sheet as CSV UTF-8.')]
      : [],
  );
}

/** A sheet of which nothing can be made. */
export function unreadable(
  sheet: SheetName,
  row: number,
  value: string,
  problem: string,
  remedy: string,
): Sheet {
  const problems = [{ sheet, row, column: '', value, problem, remedy }];
  return { readable: false, columns: new Set(), rows: [], problems };
}

/** A problem with one cell of a row. */
export function problemAt(row: Row, column: string, problem: string, remedy: string): SheetProblem {
  return { sheet: row.sheet, row: row.row, column, value: row.cells[column] ?? '', problem, remedy };
}
