import { toSourceDate } from '../domain/dates.ts';

/** The words of a cell without what spreadsheets and export tools put around them; undefined where it is empty. */
export function clean(cell: string | undefined): string | undefined {
  const text = (cell ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/^[\s\u00A0]+|[\s\u00A0]+$/g, '')
    // An apostrophe before these marks keeps a spreadsheet from reading a formula; before a letter it is Welsh.
    .replace(/^'(?=[=+\-@])/, '');
  return text === '' ? undefined : text;
}

/** A list: its members stand apart by semicolons or lines. */
export function membersOf(cell: string | undefined): readonly string[] {
  return (cell ?? '').split(/[;\n]/).flatMap((member) => clean(member) ?? []);
}

/** The value name that a person's "In progress" or "Call to Action" stands for. */
export function valueName(cell: string | undefined, joint: '-' | '_'): string | undefined {
  return cell?.toLowerCase().replace(/[\s_-]+/g, joint);
}

const DAY_FIRST = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/;
const SERIAL = /^(\d{5})(?:\.0+)?$/;
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?Z?$/;
/** Day 0 of spreadsheets, whose calendar has a 29 February 1900: right for every day after that. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** A date as packs write it, where the cell can be read as one; else the cell as it is, for the check to refuse. */
export function dateOf(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const [, day, month = '', year = ''] = DAY_FIRST.exec(cell) ?? [];
  const [, serial] = SERIAL.exec(cell) ?? [];
  const [, midnight] = MIDNIGHT.exec(cell) ?? [];
  const written = [
    ...(year === ''
      ? []
      : [[year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-')]),
    ...(serial === undefined
      ? []
      : [new Date(SERIAL_EPOCH + Number(serial) * DAY_MS).toISOString().slice(0, 10)]),
    ...(midnight === undefined ? [] : [midnight]),
  ][0];
  return written !== undefined && toSourceDate(written) !== undefined ? written : cell;
}

/** Whether a spreadsheet seems to have made a date of a ref: "4.2" as "04-Feb" or "02/04/2026". */
export function looksLikeDate(ref: string): boolean {
  return /^\d{1,2}[-/ ][A-Z][a-z]{2}\b|^[A-Z][a-z]{2}-\d{2}$|^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(ref);
}
