import { CsvError, parse } from 'csv-parse/sync';

/** A table as a person sees it: row 1 first, every cell as text. */
export type Table =
  | {
      readonly ok: true;
      readonly rows: readonly (readonly string[])[];
      /** Where each row stands, where that is not its place in the list from 1. */
      readonly numbers?: readonly number[];
    }
  | { readonly ok: false; readonly row: number; readonly detail: string };

/** Reads CSV as spreadsheets save it: with or without a byte order mark, by comma, semicolon or tab. */
export function readCsv(bytes: Uint8Array): Table {
  const text = decode(bytes);
  try {
    return { ok: true, rows: parse(text, { delimiter: delimiterOf(text), relaxColumnCount: true }) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error['records'] === 'number' ? error['records'] + 1 : 1;
    return { ok: false, row, detail: error.message };
  }
}

/** UTF-8, or UTF-16 where the file says so; what is neither was saved by an older Excel in Windows’ own encoding. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  // What says that it is UTF-8 and is damaged shows which letters were lost.
  const fatal = !(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf);
  try {
    return new TextDecoder('utf-8', { fatal }).decode(bytes);
  } catch {
    return decodeWindows(bytes);
  }
}

/** What Windows-1252 has in place of the control characters from 0x80 on; unused places stand for themselves. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** By hand: `TextDecoder` of some Node versions reads Windows-1252 as Latin-1, which loses dashes and quotation marks. */
function decodeWindows(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString('latin1');
  return latin.replace(/[\u0080-\u009F]/g, (mark) => WINDOWS.charAt(mark.charCodeAt(0) - 0x80));
}

/** The separator that stands most often in the header, outside quotes. */
function delimiterOf(text: string): string {
  const header = (text.split(/\r?\n/).find((line) => line.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}
