import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ITEM_KINDS, RATINGS, STAGES } from '../domain/model.ts';
import { COLUMNS, SHEET_NAMES, type SheetName } from './sheet-columns.ts';
import type { Cells, SheetRows } from './sheet-rows.ts';
import { attempt, type Put } from './write-pack.ts';
import { workbookOf, type SheetToWrite } from './xlsx.ts';

/** The values that a column of a workbook offers. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  kind: ITEM_KINDS,
  stage: STAGES,
  rating: RATINGS,
  confidence: ['primary', 'secondary', 'derived'],
  audience: ['public', 'staff'],
  assessed_by: ['owner', 'third_party', 'pack_editor'],
  response: ['accepted', 'accepted_in_principle', 'partly_rejected', 'rejected'],
};

/** In characters, by the first pattern that fits the column. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:text|summary|note|reason|mitigation)/, 50],
  [/^title/, 40],
  [/^(?:source_document|source_url)/, 34],
  [/^(?:leads|addressees|owners|tags|theme)/, 26],
  [/^(?:ref|parent)$/, 9],
  [/./, 16],
];

/** A workbook with the five sheets, each with all of its columns. */
export function toWorkbook(rows: SheetRows): Promise<Uint8Array> {
  return workbookOf(SHEET_NAMES.map((name) => toSheet(name, rows[name])));
}

function toSheet(name: SheetName, rows: readonly Cells[]): SheetToWrite {
  const columns = COLUMNS[name];
  const body = rows.map((cells) => columns.map((column) => guarded(cells[column] ?? '', 'xlsx')));
  return {
    name,
    // One empty row beneath a header alone, whose style the columns take.
    rows: [columns, ...(body.length > 0 ? body : [columns.map(() => '')])],
    widths: columns.map((column) => WIDTHS.find(([pattern]) => pattern.test(column))?.[1] ?? 16),
    choices: new Map(
      columns.flatMap((column, index) => (CHOICES[column] ? [[index, CHOICES[column]] as const] : [])),
    ),
  };
}

/** CSV by sheet name, in UTF-8 with the mark by which spreadsheet programs know it. */
export async function toCsv(rows: SheetRows): Promise<Readonly<Partial<Record<SheetName, string>>>> {
  const { stringify } = await import('csv-stringify/sync');
  return Object.fromEntries(
    SHEET_NAMES.filter((name) => rows[name].length > 0).map((name) => {
      const body = rows[name].map((cells) =>
        COLUMNS[name].map((column) => guarded(cells[column] ?? '', 'csv')),
      );
      return [name, stringify([COLUMNS[name], ...body], { bom: true, record_delimiter: 'windows' })];
    }),
  );
}

/**
 * Text that a spreadsheet program would read as a formula gets an apostrophe in CSV, which an import takes off again; a
 * cell of a workbook is text already. An apostrophe that stands there by itself gets another, so that it stays.
 */
function guarded(cell: string, form: 'csv' | 'xlsx'): string {
  return (form === 'csv' ? /^'*[=+\-@]/ : /^'+[=+\-@]/).test(cell) ? `'${cell}` : cell;
}

/** Writes aside, then renames, so that a file is never half there. */
export function writeFiles(files: Readonly<Record<string, string | Uint8Array>>): Put {
  return attempt(() => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(path), { recursive: true });
      const aside = mkdtempSync(join(dirname(path), '.export-'));
      try {
        writeFileSync(join(aside, 'file'), content, { flush: true });
        renameSync(join(aside, 'file'), path);
      } finally {
        rmSync(aside, { recursive: true, force: true });
      }
    }
  });
}

/** Those of the files that are there already. */
export function alreadyThere(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => existsSync(path));
}
