import { existsSync, readFileSync } from 'node:fs';

import { clean } from './cells.ts';
import { readCsv } from './csv.ts';
import { choiceOf, nearest } from './nearest.ts';
import { COLUMNS, NEEDED, otherSheetMeant, type SheetName } from './sheet-columns.ts';

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

/** Reads one sheet; blank rows are skipped and header names forgive case and spaces. */
export function readSheet(name: SheetName, file: string): Sheet {
  if (!existsSync(file)) return unreadable(name, 0, file, 'there is no such file', 'Correct its name.');
  const table = readCsv(readFileSync(file));
  if (!table.ok) {
    const remedy = 'Save the sheet again as CSV; a quotation mark within quotes is written twice.';
    return unreadable(name, table.row, file, `this is no CSV that can be read (${table.detail})`, remedy);
  }
  const [header = [], ...body] = table.rows;
  const columns = header.map(columnName);
  const meant = otherSheetMeant(name, columns);
  if (meant !== undefined) {
    const remedy = `Give this file as --${meant}, and to --${name} the file that has its columns.`;
    return unreadable(name, 1, file, `this looks like the sheet \`${meant}\``, remedy);
  }
  if (columns.every((column) => column === '')) {
    const remedy = `Write the names of the columns in the first row: ${NEEDED[name].join(', ')} and those you use.`;
    return unreadable(name, 1, file, 'there is no header', remedy);
  }
  const rows = body.flatMap((cells, index) => rowOf(name, columns, cells, index + 2) ?? []);
  const missing = missingColumns(name, columns);
  return {
    readable: missing.length === 0,
    columns: new Set(columns),
    rows,
    problems: [
      ...missing,
      ...headerProblems(name, header, columns, body),
      ...body.flatMap((cells, index) => overflow(name, columns, cells, index + 2)),
      ...rows.flatMap((row) => [...emptyNeeds(name, row, columns), ...lostLetters(row)]),
    ],
  };
}

function columnName(cell: string): string {
  return (clean(cell) ?? '').toLowerCase().replace(/[\s-]+/g, '_');
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
  header: readonly string[],
  columns: readonly string[],
  body: readonly (readonly string[])[],
): readonly SheetProblem[] {
  const known = COLUMNS[sheet];
  const place = { sheet, row: 1 };
  return columns.flatMap((column, index): readonly SheetProblem[] => {
    const value = header[index]?.trim() ?? '';
    if (column === '') {
      if (body.every((cells) => clean(cells[index]) === undefined)) return [];
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

function missingColumns(sheet: SheetName, columns: readonly string[]): readonly SheetProblem[] {
  return NEEDED[sheet].flatMap((column) => {
    if (columns.includes(column)) return [];
    const near = nearest(column, columns);
    const hint =
      near === undefined || COLUMNS[sheet].includes(near) ? '' : ` Perhaps "${near}" is meant for it.`;
    const remedy = `Add the column \`${column}\` to the header.${hint}`;
    return [{ sheet, row: 1, column, value: '', problem: `the column \`${column}\` is missing`, remedy }];
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

function emptyNeeds(
  sheet: SheetName,
  { row, cells }: Row,
  columns: readonly string[],
): readonly SheetProblem[] {
  return NEEDED[sheet].flatMap((column) => {
    if (cells[column] !== undefined || !columns.includes(column)) return [];
    return [{ sheet, row, column, value: '', problem: 'the cell is empty', remedy: 'Fill it in.' }];
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

function unreadable(sheet: SheetName, row: number, value: string, problem: string, remedy: string): Sheet {
  const problems = [{ sheet, row, column: '', value, problem, remedy }];
  return { readable: false, columns: new Set(), rows: [], problems };
}

/** A problem with one cell of a row. */
export function problemAt(row: Row, column: string, problem: string, remedy: string): SheetProblem {
  return { sheet: row.sheet, row: row.row, column, value: row.cells[column] ?? '', problem, remedy };
}
