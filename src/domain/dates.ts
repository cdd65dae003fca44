/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };
/** A date as exact as its source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Printed no finer than given. */
export type SourceDate = string & { readonly __brand: 'SourceDate' };
/** A moment in UTC, as `Date.prototype.toISOString` writes it. Sorts as text. */
export type Instant = string & { readonly __brand: 'Instant' };
/** Both ends belong to the window. */
export interface DateWindow {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Where a window has no beginning, and where it has no end: never printed. */
export const NO_BEGINNING = '1900-01-01' as IsoDate;
export const NO_END = '2999-12-31' as IsoDate;

const DAY_MS = 86_400_000;
const SOURCE_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The text as a day, or undefined where the calendar has no such day. */
export function toIsoDate(text: string): IsoDate | undefined {
  const date = toSourceDate(text);
  return date !== undefined && date.length === 10 ? (date as string as IsoDate) : undefined;
}

/** The text as a date of year, month or day exactness, or undefined where the calendar has no such date. */
export function toSourceDate(text: string): SourceDate | undefined {
  const parts = SOURCE_DATE.exec(text);
  if (!parts) return undefined;
  const [, year, month = '01', day = '01'] = parts;
  const full = `${year}-${month}-${day}`;
  const at = new Date(`${full}T00:00:00Z`);
  const real = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(full);
  return real ? (text as SourceDate) : undefined;
}

/** The moment as an Instant; throws for a date that is none, which only our own code could hand in. */
export function toInstant(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** The first day of the period that a source date names. */
export function firstDay(date: SourceDate | IsoDate): IsoDate {
  if (date.length === 4) return `${date}-01-01` as IsoDate;
  if (date.length === 7) return `${date}-01` as IsoDate;
  return date as string as IsoDate;
}

/** The last day of the period that a source date names: the day by which it orders. */
export function lastDay(date: SourceDate | IsoDate): IsoDate {
  if (date.length === 4) return `${date}-12-31` as IsoDate;
  if (date.length === 7) {
    const [year, month] = date.split('-').map(Number);
    return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10) as IsoDate;
  }
  return date as string as IsoDate;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day `days` later, or earlier for a negative number. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as IsoDate;
}

/** The same day `months` later, or the last day of that month where it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))
    .toISOString()
    .slice(0, 10) as IsoDate;
}

/** Orders source dates by the last day of their period; of equal last days the vaguer comes first. */
export function compareDates(a: SourceDate | IsoDate, b: SourceDate | IsoDate): number {
  const [lastA, lastB] = [lastDay(a), lastDay(b)];
  if (lastA !== lastB) return lastA < lastB ? -1 : 1;
  return a.length - b.length;
}

/** The moment that many seconds later. */
export function addSeconds(moment: Instant, seconds: number): Instant {
  return toInstant(new Date(Date.parse(moment) + seconds * 1000));
}
