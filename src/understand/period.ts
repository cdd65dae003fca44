import type { DateWindow, IsoDate } from '../domain/dates.ts';
import { addDays, addMonths } from '../domain/dates.ts';
import { CARDINALS, type Relation } from './words.dates.ts';

/** Where a date without a year is looked for. */
export type Leaning = 'back' | 'forward';

/** A period, and how many words name it. */
export interface Period {
  readonly window: DateWindow;
  readonly length: number;
  /** Where the words themselves say how it bounds: "three months ago" is a since. */
  readonly relation?: Relation;
}

/** The words, and where a period is looked for. */
export interface Place {
  readonly words: readonly string[];
  readonly at: number;
  readonly today: IsoDate;
  readonly leaning: Leaning;
}

/** One way of naming a period. */
export type Reader = (place: Place) => Period | undefined;

export function day(date: IsoDate | undefined, length: number): Period | undefined {
  return date === undefined ? undefined : { window: { from: date, to: date }, length };
}
export function numberIn(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,3}$/u.test(word)) return Number(word);
  return Object.hasOwn(CARDINALS, word) ? CARDINALS[word] : undefined;
}
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string | undefined): T | undefined {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}
export function monthOf(year: number, month: number): DateWindow {
  const from = `${year}-${String(month).padStart(2, '0')}-01` as IsoDate;
  return { from, to: addDays(addMonths(from, 1), -1) };
}
export function yearIn(word: string | undefined): number | undefined {
  return word !== undefined && /^(?:19|20)\d\d$/u.test(word) ? Number(word) : undefined;
}
