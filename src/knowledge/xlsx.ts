import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';

type SheetFeature = Feature<Stream | Buffer | Blob>;

/** One sheet of a workbook as read: row 1 first, every cell as text. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** One sheet of a workbook to be written. */
export interface SheetToWrite extends WorkbookSheet {
  /** In characters, one for each column. */
  readonly widths: readonly number[];
  /** By column number from 0: the values that the column offers beneath the header. */
  readonly choices: ReadonlyMap<number, readonly string[]>;
}

export type Workbook =
  | { readonly ok: true; readonly sheets: readonly WorkbookSheet[] }
  | { readonly ok: false; readonly detail: string };

/** What the library reads, whose own type of a cell names the maker of dates for a date. */
type CellValue = string | boolean | null;

/** How an `.xlsx` file begins: it is a zip. */
export function isXlsx(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** How workbooks of the time before `.xlsx` begin, and those with a password. */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** Reads every sheet. A number is written as short as it can be, a date as `YYYY-MM-DD`. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const { default: read } = await import('read-excel-file/node');
  try {
    const sheets = await read<string>(Buffer.from(bytes), { trim: false, parseNumber: numberAsPrinted });
    return {
      ok: true,
      sheets: sheets.map(({ sheet, data }) => ({
        name: sheet,
        rows: data.map((row) => row.map((cell) => asText(cell as CellValue | Date))),
      })),
    };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Files hold numbers as the machine does ("4.0999999999999996"); fifteen digits are what a spreadsheet shows. */
function numberAsPrinted(written: string): string {
  const number = Number(Number(written).toPrecision(15));
  return Number.isFinite(number) ? String(number) : written;
}

function asText(cell: CellValue | Date): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell;
}

/** Row 1 is the header: bold and frozen. Every cell is text, also one that is empty, so that nothing typed becomes a date. */
export async function workbookOf(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node');
  const written = sheets.map(({ name, rows, widths }) => ({
    sheet: name,
    data: rows.map((cells, row) => cells.map((cell) => toCell(cell, row === 0))),
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
  }));
  return write([...written], { features: [textColumns, valueLists(sheets)] }).toBuffer();
}

function toCell(text: string, header: boolean) {
  const style = header ? { fontWeight: 'bold' as const } : { wrap: true, alignVertical: 'top' as const };
  return { value: withoutKeysOfObjects(escaped(text)), type: String, format: '@', ...style };
}

/** The library keeps the words it has met as keys of an object, where `constructor` and its like stand already. */
function withoutKeysOfObjects(text: string): string {
  return text in {} ? `_x${codeOf(text)}_${text.slice(1)}` : text;
}

function codeOf(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** The format has no control characters and reads `_x0041_` as a letter: both are written as it wants them. */
function escaped(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_').replace(
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g,
    (char) => `_x${codeOf(char)}_`,
  );
}

/** Gives whole columns the style of the first cell beneath the header, which is text. */
const textColumns: SheetFeature = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) => {
          const style = /<c r="A2" s="(\d+)"/.exec(xml)?.[1];
          return style === undefined ? xml : xml.replace(/<col (?=min)/g, `<col style="${style}" `);
        },
      },
    },
  },
};

/** Excel looks no further. */
const LAST_ROW = 1_048_576;

/** Lists to choose from, as warnings: what an import understands beside them ("In progress") may still be typed. */
function valueLists(sheets: readonly SheetToWrite[]): SheetFeature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const rules = [...(sheets[sheetIndex]?.choices ?? [])].map(([column, values]) => {
              const letter = columnLetter(column);
              const range = `${letter}2:${letter}${LAST_ROW}`;
              const list = `<formula1>"${values.join(',')}"</formula1>`;
              const kind = 'type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1"';
              return `<dataValidation ${kind} sqref="${range}">${list}</dataValidation>`;
            });
            if (rules.length === 0) return xml;
            const all = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
            return xml.replace('</sheetData>', `</sheetData>${all}`);
          },
        },
      },
    },
  };
}

/** "A" for 0, "AA" for 26. */
function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnLetter(Math.floor(column / 26) - 1)}${last}`;
}
