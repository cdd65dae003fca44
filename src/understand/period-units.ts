import { addDays, addMonths, type DateWindow, type IsoDate } from '../domain/dates.ts';
import { assertNever } from '../domain/assert-never.ts';
import { day, lookUp, numberIn, type Period, type Place } from './period.ts';
import { LAST, NEXT, THIS, UNITS, type Unit } from './words.dates.ts';
/** "this week", "last month", "next quarter", "yr wythnos hon", "y mis diwethaf", "flwyddyn nesaf": whole calendar units. */
export function calendarUnit({ words, at, today }: Place): Period | undefined {
  const [first = '', second = ''] = [words[at], words[at + 1]];
  const english = lookUp(UNITS, second);
  const turnBefore = turnOf(first);
  // "in the next month" and "over the past week" roll from today; "next month" is the calendar's.
  if (english !== undefined && turnBefore !== undefined) {
    if (rolls(words, at) && turnBefore !== 0) return rolling(english, 1, turnBefore, today, 2);
    return { window: unitAround(english, today, turnBefore), length: 2 };
  }
  const welsh = lookUp(UNITS, first);
  const turnAfter = turnOf(second);
  if (welsh === undefined || turnAfter === undefined || numberIn(words[at - 1]) !== undefined)
    return undefined;
  if (rolls(words, at) && turnAfter !== 0) return rolling(welsh, 1, turnAfter, today, 2);
  return { window: unitAround(welsh, today, turnAfter), length: 2 };
}

/** "the year", "this month", "y flwyddyn hon": the unit that holds today. */
export function unitHere(words: readonly string[], at: number, today: IsoDate): Period | undefined {
  const unit = lookUp(UNITS, words[at]);
  if (unit === undefined || NEXT.has(words[at + 1] ?? '') || LAST.has(words[at + 1] ?? '')) return undefined;
  if (NEXT.has(words[at - 1] ?? '') || LAST.has(words[at - 1] ?? '')) return undefined;
  return { window: unitAround(unit, today, 0), length: 1 + (THIS.has(words[at + 1] ?? '') ? 1 : 0) };
}

export function turnOf(word: string): -1 | 0 | 1 | undefined {
  if (THIS.has(word)) return 0;
  if (LAST.has(word)) return -1;
  return NEXT.has(word) ? 1 : undefined;
}
/** "in the next", "over the last", "within the next", "yn ystod y … nesaf", "dros y … diwethaf". */
function rolls(words: readonly string[], at: number): boolean {
  const [two = '', one = ''] = [words[at - 2], words[at - 1]];
  if (words[at] === 'past' || words[at] === 'coming') return true;
  const rolled = ['in', 'over', 'within', 'during', 'ystod', 'dros', 'for'];
  return (
    (['the', 'y', 'yr'].includes(one) && rolled.includes(two)) || ['ystod', 'within', 'dros'].includes(one)
  );
}

/** "the last three months", "next 6 weeks", "y tri mis nesaf", "y 6 wythnos diwethaf", "within two months". */
export function rollingUnits({ words, at, today }: Place): Period | undefined {
  const turned = turnOf(words[at] ?? '');
  const place = turned === undefined || turned === 0 ? at : at + 1;
  const number = words[place] === 'couple' ? 2 : numberIn(words[place]);
  if (number === undefined) return undefined;
  const gap = words[place] === 'couple' || words[place + 1] === 'o' ? 2 : 1;
  const unit = lookUp(UNITS, words[place + gap]);
  if (unit === undefined) return undefined;
  const after = turnOf(words[place + gap + 1] ?? '');
  const end = place + gap + 1 + (place === at && after !== undefined && after !== 0 ? 1 : 0);
  const within = ['within', 'in', 'mewn', 'o fewn', 'fewn'].includes(words[at - 1] ?? '') ? 1 : undefined;
  const turn = (place > at ? turned : after !== 0 ? after : undefined) ?? within;
  const isAgo = words[end] === 'ago' || (words[end] === 'yn' && words[end + 1] === 'ol');
  if (turn === undefined || turn === 0 || isAgo) return undefined;
  return rolling(unit, number, turn, today, end - at);
}

function rolling(unit: Unit, count: number, turn: number, today: IsoDate, length: number): Period {
  const other = moved(today, unit, count * turn);
  const window = turn < 0 ? { from: other, to: today } : { from: today, to: other };
  return { window, length, relation: 'in' };
}

/** "three months ago", "a week ago", "tri mis yn ôl", and "since"/"ers" with a length: "ers tri mis". */
export function ago({ words, at, today }: Place): Period | undefined {
  const counted = numberIn(words[at]) ?? (['a', 'an'].includes(words[at] ?? '') ? 1 : undefined);
  const place = counted === undefined ? at : at + 1;
  const unit = lookUp(UNITS, words[place]);
  if (unit === undefined) return undefined;
  const english = words[place + 1] === 'ago';
  const welsh = words[place + 1] === 'yn' && words[place + 2] === 'ol';
  const since = words[at - 1] === 'ers' || words[at - 1] === 'since' || words[at - 1] === 'in';
  if (!english && !welsh && !(since && counted !== undefined)) return undefined;
  return day(moved(today, unit, -(counted ?? 1)), place + 1 - at + (english ? 1 : 0) + (welsh ? 2 : 0));
}

/** "this time last year", "yr adeg hon y llynedd", "tua'r amser yma fis diwethaf": the same day, one unit back. */
export function sameTime({ words, at, today }: Place): Period | undefined {
  const english = THIS_SAME.has(words[at] ?? '') && words[at + 1] === 'time';
  if (!english && words[at] !== 'adeg' && words[at] !== 'amser') return undefined;
  let next = at + (english ? 2 : 1);
  while (THIS.has(words[next] ?? '') || ['y', 'yr', 'hyn'].includes(words[next] ?? '')) next += 1;
  if (words[next] === 'llynedd') return day(moved(today, 'year', -1), next + 1 - at);
  const [first = '', second = ''] = [words[next], words[next + 1]];
  const unit = lookUp(UNITS, english ? second : first);
  const turned = turnOf(english ? first : second);
  if (unit === undefined || turned === undefined || turned === 0) return undefined;
  return day(moved(today, unit, turned), next + 2 - at);
}
const THIS_SAME: ReadonlySet<string> = new Set(['this', 'same']);

function moved(date: IsoDate, unit: Unit, count: number): IsoDate {
  switch (unit) {
    case 'day':
      return addDays(date, count);
    case 'week':
      return addDays(date, 7 * count);
    case 'fortnight':
      return addDays(date, 14 * count);
    case 'month':
      return addMonths(date, count);
    case 'quarter':
      return addMonths(date, 3 * count);
    case 'year':
      return addMonths(date, 12 * count);
    default:
      return assertNever(unit);
  }
}

/** The calendar unit that holds `today`, or one `turn` units on. Weeks start on Monday. */
export function unitAround(unit: Unit, today: IsoDate, turn: number): DateWindow {
  const inside = moved(firstOf(unit, today), unit, turn);
  return { from: inside, to: addDays(moved(inside, unit, 1), -1) };
}

function firstOf(unit: Unit, today: IsoDate): IsoDate {
  const [year, month] = [today.slice(0, 4), Number(today.slice(5, 7))];
  switch (unit) {
    case 'day':
      return today;
    case 'week':
    case 'fortnight':
      return addDays(today, 1 - weekdayOf(today));
    case 'month':
      return `${today.slice(0, 7)}-01` as IsoDate;
    case 'quarter':
      return `${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01` as IsoDate;
    case 'year':
      return `${year}-01-01` as IsoDate;
    default:
      return assertNever(unit);
  }
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(date: IsoDate): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
