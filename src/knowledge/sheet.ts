import { existsSync, readFileSync } from 'node:fs';

import { clean } from './cells.ts';
import { readCsv } from './csv.ts';
import { choiceOf, nearest } from './nearest.ts';

export type SheetName = 'items' | 'progress' | 'plans' | 'themes' | 'facts';
export const SHEET_NAMES: readonly SheetName[] = ['items', 'progress', 'plans', 'themes', 'facts'];

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

const SOURCE = 'source_document,source_document_cy,source_locator,source_url';

/** The columns that a sheet may have. A `_cy` beside a column that names no language holds the same in Welsh. */
export const COLUMNS: Readonly<Record<SheetName, readonly string[]>> = {
  items: columns(
    'plan,kind,ref,theme,title_en,title_cy,summary_en,summary_cy,leads,leads_cy,addressees,addressees_cy',
    `due,due_was,parent,other_refs,tags,response,audience,${SOURCE},confidence`,
  ),
  progress: columns(
    'plan,ref,as_at,stage,rating,source_label,note_en,note_cy,reason,reason_cy,mitigation,mitigation_cy',
    `assessed_by,audience,${SOURCE},confidence`,
  ),
  plans: columns(
    'plan,title_en,title_cy,owners,owners_cy,published,audience',
    `declared_actions,declared_recommendations,declared_calls_to_action,${SOURCE}`,
  ),
  themes: columns('plan,ref,title_en,title_cy'),
  facts: columns(`plan,topic,date,text_en,text_cy,tags,audience,${SOURCE},confidence`),
};

function columns(...names: readonly string[]): readonly string[] {
  return names.flatMap((some) => some.split(','));
}

const NEEDED: Readonly<Record<SheetName, readonly string[]>> = {
  items: ['plan', 'kind', 'ref'],
  progress: ['plan', 'ref', 'as_at', 'stage'],
  plans: ['plan'],
  themes: ['plan', 'ref'],
  facts: ['plan', 'topic'],
};

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

/** A question mark in a diamond: some program before us could not read a letter, and it is gone. */
function lostLetters(row: Row): readonly SheetProblem[] {
  return Object.entries(row.cells).flatMap(([column, cell]) =>
    cell?.includes('\uFFFD') === true
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
