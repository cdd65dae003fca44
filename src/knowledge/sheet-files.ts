import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';

import { decode, readCsv, type Table } from './csv.ts';
import { tablesIn } from './markdown-tables.ts';
import { nearest } from './nearest.ts';
import { hasNeeded, SHEET_NAMES, type SheetName } from './sheet-columns.ts';
import { NO_SHEET, sheetFrom, unreadable, type Sheet, type SheetProblem } from './sheet.ts';
import { isOldWorkbook, isXlsx, readWorkbook } from './xlsx.ts';

/** The files of sheets: one for each, or one workbook with all of them. */
export interface SheetFiles extends Readonly<Partial<Record<SheetName, string>>> {
  /** An `.xlsx` whose sheets bear the names of ours. */
  readonly xlsx?: string;
}

export type Sheets = Readonly<Record<SheetName, Sheet>>;

/** A table of a file, by the name of its sheet or the heading above it where it has one. */
interface NamedTable {
  readonly name?: string;
  readonly table: Extract<Table, { ok: true }>;
}
type Tables =
  | { readonly ok: true; readonly tables: readonly NamedTable[] }
  | { readonly ok: false; readonly row: number; readonly problem: string; readonly remedy: string };

/** Reads the sheets that are named, and in a workbook or under the headings of a Markdown page those that are there. */
export async function sheetsIn(files: SheetFiles): Promise<Sheets> {
  const sheets: Record<SheetName, Sheet> = {
    items: NO_SHEET,
    progress: NO_SHEET,
    plans: NO_SHEET,
    themes: NO_SHEET,
    facts: NO_SHEET,
  };
  if (files.xlsx !== undefined) Object.assign(sheets, await sheetsOfBook(files.xlsx));
  for (const name of SHEET_NAMES) {
    const file = files[name];
    if (file === undefined) continue;
    const tables = await tablesOf(file);
    sheets[name] = tables.ok
      ? sheetFrom(name, tableFor(name, tables.tables), file)
      : wrongFile(name, file, tables);
    if (name !== 'items' || !tables.ok || !isMarkdown(file)) continue;
    for (const other of SHEET_NAMES.filter((each) => each !== name && files[each] === undefined)) {
      const found = named(other, tables.tables);
      if (found) sheets[other] = sheetFrom(other, found.table, file);
    }
  }
  return sheets;
}

async function sheetsOfBook(file: string): Promise<Partial<Sheets>> {
  const read = await tablesOf(file);
  if (!read.ok) return { items: wrongFile('items', file, read) };
  const found = SHEET_NAMES.flatMap((name) => {
    const table = named(name, read.tables);
    return table ? [[name, sheetFrom(name, table.table, file)] as const] : [];
  });
  const mistyped = read.tables.flatMap((each) =>
    mistypedName(
      each,
      found.map(([name]) => name),
    ),
  );
  if (found.length === 0 && mistyped.length === 0) {
    const names = read.tables.flatMap(({ name }) => name ?? []).join(', ');
    const remedy = `Give the sheets the names ${SHEET_NAMES.join(', ')}; those here are: ${names || 'none'}.`;
    return { items: unreadable('items', 0, file, 'the file has no sheet that is known', remedy) };
  }
  const [first] = found;
  const sheets: Partial<Record<SheetName, Sheet>> = Object.fromEntries(found);
  const [name, sheet] = first ?? ['items' as const, NO_SHEET];
  sheets[name] = { ...sheet, problems: [...mistyped, ...sheet.problems] };
  return sheets;
}

/** "Items " is meant for `items`; "progres" is a mistake; "Notes" is somebody's own. */
function mistypedName({ name = '' }: NamedTable, found: readonly SheetName[]): readonly SheetProblem[] {
  const meant = nearest(
    name,
    SHEET_NAMES.filter((each) => !found.includes(each)),
  );
  if (meant === undefined || plain(name) === meant) return [];
  const remedy = `Call it \`${meant}\` where that is meant, or give it a name that is quite another.`;
  return [{ sheet: name, row: 0, column: '', value: name, problem: 'there is no such sheet', remedy }];
}

async function tablesOf(file: string): Promise<Tables> {
  if (!existsSync(file) || !statSync(file).isFile())
    return { ok: false, row: 0, problem: 'there is no such file', remedy: 'Correct its name.' };
  const bytes = readFileSync(file);
  if (isOldWorkbook(bytes)) {
    const problem = 'this is a workbook of an older Excel, or one with a password';
    return { ok: false, row: 0, problem, remedy: 'Save it as .xlsx without a password.' };
  }
  if (isXlsx(bytes)) return tablesOfBook(bytes);
  if (isMarkdown(file)) return tablesOfPage(decode(bytes));
  const table = readCsv(bytes);
  if (table.ok) return { ok: true, tables: [{ table }] };
  const problem = `this is no CSV that can be read (${table.detail})`;
  const remedy = 'Save the sheet again as CSV; a quotation mark within quotes is written twice.';
  return { ok: false, row: table.row, problem, remedy };
}

async function tablesOfBook(bytes: Uint8Array): Promise<Tables> {
  const book = await readWorkbook(bytes);
  if (book.ok) {
    const tables = book.sheets.map(({ name, rows }) => ({ name, table: { ok: true as const, rows } }));
    return { ok: true, tables };
  }
  const problem = `this is no workbook that can be read (${book.detail})`;
  return {
    ok: false,
    row: 0,
    problem,
    remedy: 'Open it in the spreadsheet program and save it as .xlsx again.',
  };
}

function tablesOfPage(text: string): Tables {
  const tables = tablesIn(text).map(({ heading, rows, lines }) => ({
    table: { ok: true as const, rows, numbers: lines },
    ...(heading !== undefined && { name: heading }),
  }));
  if (tables.length > 0) return { ok: true, tables };
  const remedy = 'Write a row of column names between bars, a row of dashes beneath it, and the rows.';
  return { ok: false, row: 0, problem: 'the page has no table', remedy };
}

/** The table of that name, else the first that has the columns, else the first: it will be told what it lacks. */
function tableFor(name: SheetName, tables: readonly NamedTable[]): Extract<Table, { ok: true }> {
  const withColumns = tables.find(({ table }) => table.rows.some((row) => hasNeeded(name, row)));
  return (named(name, tables) ?? withColumns ?? tables[0])?.table ?? { ok: true, rows: [] };
}

function named(name: SheetName, tables: readonly NamedTable[]): NamedTable | undefined {
  return tables.find((each) => plain(each.name ?? '') === name);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function isMarkdown(file: string): boolean {
  return ['.md', '.markdown'].includes(extname(file).toLowerCase());
}

function wrongFile(
  name: SheetName,
  file: string,
  { row, problem, remedy }: Extract<Tables, { ok: false }>,
): Sheet {
  return unreadable(name, row, file, problem, remedy);
}

/** Whether the sheet was given at all, empty or not. */
export function wasGiven(sheet: Sheet): boolean {
  return sheet !== NO_SHEET;
}
