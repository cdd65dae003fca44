/** The words of a cell without what spreadsheets and export tools put around them; undefined where it is empty. */
export function clean(cell: string | undefined): string | undefined {
  // An apostrophe before these marks keeps a spreadsheet from reading a formula; before a letter it is Welsh.
  return trimmed(cell)?.replace(/^'(?='*[=+\-@])/, '');
}

function trimmed(cell: string | undefined): string | undefined {
  const text = (cell ?? '').replace(/\r\n?/g, '\n').replace(/^[\s\u00A0]+|[\s\u00A0]+$/g, '');
  return text === '' ? undefined : text;
}

/** The name of a response in packs; "in principle" says what is accepted only so. */
export function responseName(cell: string | undefined): string | undefined {
  const name = valueName(cell, '_');
  return name === 'in_principle' ? 'accepted_in_principle' : name;
}

/** A list: its members stand apart by semicolons or lines. */
export function membersOf(cell: string | undefined): readonly string[] {
  return (cell ?? '').split(/[;\n]/).flatMap((member) => trimmed(member) ?? []);
}

/** Two lists that go together, member by member; empty places count where only so the two are of one length. */
export function pairOf(en: string | undefined, cy: string | undefined): Pair {
  const places = { en: placesOf(en), cy: placesOf(cy) };
  if (places.en.length === places.cy.length) return { ...places, paired: true };
  const [members, others] = [membersOf(en), membersOf(cy)];
  const paired = members.length === others.length || members.length === 0 || others.length === 0;
  return { en: members, cy: others, paired };
}

interface Pair {
  readonly en: readonly (string | undefined)[];
  readonly cy: readonly (string | undefined)[];
  /** Whether it can be told which belongs to which. */
  readonly paired: boolean;
}

function placesOf(cell: string | undefined): readonly (string | undefined)[] {
  return cell === undefined ? [] : cell.split(/[;\n]/).map(trimmed);
}

/** The value name that a person's "In progress" or "Call to Action" stands for. */
export function valueName(cell: string | undefined, joint: '-' | '_'): string | undefined {
  return cell?.toLowerCase().replace(/[\s_-]+/g, joint);
}

const DAY_FIRST = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/;
const IN_WORDS = /^(?:(\d{1,2})[\s-]+)?(\p{L}{3,})\.?[\s-]+(\d{4})$/u;
const SERIAL = /^(\d{5})(?:\.0+)?$/;
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?Z?$/;
/** Day 0 of spreadsheets, whose calendar has a 29 February 1900: right for every day after that. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/**
 * A date as packs write it, where the cell is written like one (whether the calendar has it is checked later); else the
 * cell as it is, for the check to refuse.
 */
export function dateOf(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const [, day, month = '', year = ''] = DAY_FIRST.exec(cell) ?? inWords(cell) ?? [];
  if (year !== '') return [year, month, ...(day ? [day] : [])].map((part) => part.padStart(2, '0')).join('-');
  const [, serial] = SERIAL.exec(cell) ?? [];
  if (serial !== undefined) {
    return new Date(SERIAL_EPOCH + Number(serial) * DAY_MS).toISOString().slice(0, 10);
  }
  const [, midnight] = MIDNIGHT.exec(cell) ?? [];
  return midnight ?? cell;
}

/** "31 March 2026" or "Maw 2026" as the parts of DAY_FIRST; undefined where the word is no month. */
function inWords(cell: string): readonly (string | undefined)[] | undefined {
  const [, day, word = '', year] = IN_WORDS.exec(cell) ?? [];
  const month =
    word === '' ? -1 : monthNames().findIndex((names) => names.some((name) => begins(name, word)));
  return month < 0 ? undefined : [cell, day, String(month + 1), year];
}

/** Three letters tell every month of both languages from the others. */
function begins(name: string, word: string): boolean {
  return name.startsWith(word.toLowerCase());
}

/** January to December, each in every language of the plans. */
function monthNames(): readonly (readonly string[])[] {
  const formats = ['en', 'cy'].map(
    (locale) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
  );
  return Array.from({ length: 12 }, (_, month) =>
    formats.map((format) => format.format(new Date(Date.UTC(2000, month))).toLowerCase()),
  );
}

/** Whether a spreadsheet seems to have made a date of a ref: "4.2" as "04-Feb" or "02/04/2026". */
export function looksLikeDate(ref: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$|^\d{1,2}[-/ ][A-Z][a-z]{2}\b|^[A-Z][a-z]{2}-\d{2}$|^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(
    ref,
  );
}
