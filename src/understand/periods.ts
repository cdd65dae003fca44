import {
  addDays,
  addMonths,
  lastDay,
  toIsoDate,
  toSourceDate,
  type DateWindow,
  type IsoDate,
} from '../domain/dates.ts';
import {
  CARDINALS,
  LAST,
  MONTHS,
  NEXT,
  SEASONS,
  THIS,
  UNITS,
  WEEKDAYS_AFTER_DYDD,
  WEEKDAY_NUMBERS,
  type Relation,
  type Unit,
} from './words.dates.ts';
import { easter } from './easter.ts';

/** Where a date without a year is looked for. */
export type Leaning = 'back' | 'forward';

/** A period, and how many words name it. */
export interface Period {
  readonly window: DateWindow;
  readonly length: number;
  /** Where the words themselves say how it bounds: "three months ago" is a since. */
  readonly relation?: Relation;
}

interface Place {
  readonly words: readonly string[];
  readonly at: number;
  readonly today: IsoDate;
  readonly leaning: Leaning;
}

type Reader = (place: Place) => Period | undefined;

/** The period whose first word stands at `at`, or undefined. */
export function periodAt(
  words: readonly string[],
  at: number,
  today: IsoDate,
  leaning: Leaning,
): Period | undefined {
  for (const read of READERS) {
    const period = read({ words, at, today, leaning });
    if (period) return period;
  }
  return undefined;
}

const READERS: readonly Reader[] = [
  edgeOf,
  written,
  dayOfMonth,
  monthDay,
  monthAndYear,
  namedDay,
  calendarUnit,
  rollingUnits,
  ago,
  season,
  feast,
  weekday,
  quarterOfYear,
  bareYear,
];

function day(date: IsoDate | undefined, length: number): Period | undefined {
  return date === undefined ? undefined : { window: { from: date, to: date }, length };
}
function numberIn(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,3}$/u.test(word)) return Number(word);
  return Object.hasOwn(CARDINALS, word) ? CARDINALS[word] : undefined;
}
function lookUp<T>(table: Readonly<Record<string, T>>, word: string | undefined): T | undefined {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}
function monthOf(year: number, month: number): DateWindow {
  const from = `${year}-${String(month).padStart(2, '0')}-01` as IsoDate;
  return { from, to: addDays(addMonths(from, 1), -1) };
}
function yearIn(word: string | undefined): number | undefined {
  return word !== undefined && /^(?:19|20)\d\d$/u.test(word) ? Number(word) : undefined;
}

/** "the end of March", "diwedd y flwyddyn", "the start of 2025", "the end of the financial year". */
function edgeOf({ words, at, today, leaning }: Place): Period | undefined {
  const edge = words[at];
  const end = edge === 'end' || edge === 'diwedd' || edge === 'ddiwedd';
  const start = edge === 'start' || edge === 'beginning' || edge === 'dechrau' || edge === 'ddechrau';
  if (!end && !start) return undefined;
  let next = at + 1;
  while (['of', 'the', 'y', 'yr', 'this', 'mis'].includes(words[next] ?? '')) next += 1;
  const whole =
    financialYear(words, next, today) ??
    unitHere(words, next, today) ??
    periodAt(words, next, today, leaning);
  if (!whole) return undefined;
  const edgeDay = end ? whole.window.to : whole.window.from;
  const found = day(edgeDay, next - at + whole.length);
  // "before the end of the year" takes its last day in.
  const before =
    ['before', 'cyn'].includes(words[at - 1] ?? '') || ['before', 'cyn'].includes(words[at - 2] ?? '');
  return found && end && before ? { ...found, relation: 'by' } : found;
}

function financialYear(words: readonly string[], at: number, today: IsoDate): Period | undefined {
  const english = words[at] === 'financial' && words[at + 1] === 'year';
  const welsh = UNITS[words[at] ?? ''] === 'year' && words[at + 1] === 'ariannol';
  if (!english && !welsh) return undefined;
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0);
  return { window: { from: `${year}-04-01` as IsoDate, to: `${year + 1}-03-31` as IsoDate }, length: 2 };
}

function unitHere(words: readonly string[], at: number, today: IsoDate): Period | undefined {
  const unit = lookUp(UNITS, words[at]);
  if (unit === undefined || NEXT.has(words[at + 1] ?? '') || LAST.has(words[at + 1] ?? '')) return undefined;
  if (NEXT.has(words[at - 1] ?? '') || LAST.has(words[at - 1] ?? '')) return undefined;
  return { window: unitAround(unit, today, 0), length: 1 + (THIS.has(words[at + 1] ?? '') ? 1 : 0) };
}

/** 2025-03-31, 2025-03, 31/03/2025, 31.3.25, 31/03: day first. */
function written({ words, at, today, leaning }: Place): Period | undefined {
  const word = words[at] ?? '';
  const whole = toSourceDate(word);
  if (whole !== undefined && word.length > 4) return { window: windowOf(word), length: 1 };
  const parts = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/u.exec(word);
  if (!parts) return undefined;
  const [, first = '', second = '', year] = parts;
  if (year === undefined && !word.includes('/')) return undefined;
  return day(dayOn(Number(first), Number(second), fullYear(year), today, leaning), 1);
}

function windowOf(word: string): DateWindow {
  const from = toIsoDate(word) ?? (`${word}-01` as IsoDate);
  return { from, to: word.length === 10 ? from : lastDay(from.slice(0, 7) as IsoDate) };
}

function fullYear(year: string | undefined): number | undefined {
  if (year === undefined) return undefined;
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function dayOn(
  dayNumber: number,
  month: number,
  year: number | undefined,
  today: IsoDate,
  leaning: Leaning,
): IsoDate | undefined {
  const on = (some: number) =>
    toIsoDate(`${some}-${String(month).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`);
  if (year !== undefined) return on(year);
  const thisYear = Number(today.slice(0, 4));
  const here = on(thisYear);
  if (here === undefined) return on(leaning === 'back' ? thisYear - 1 : thisYear + 1);
  if (leaning === 'back' && here > today) return on(thisYear - 1) ?? here;
  if (leaning === 'forward' && here < today) return on(thisYear + 1) ?? here;
  return here;
}

/** "31 March 2025", "31st of March", "31ain o Fawrth". */
function dayOfMonth({ words, at, today, leaning }: Place): Period | undefined {
  const number = /^(\d{1,2})(?:st|nd|rd|th|af|il|ydd|edd|ed|fed|eg|ain)?$/u.exec(words[at] ?? '')?.[1];
  if (number === undefined) return undefined;
  const gap = ['of', 'o', 'y', 'mis'].includes(words[at + 1] ?? '') ? 2 : 1;
  const month = lookUp(MONTHS, words[at + gap]);
  if (month === undefined) return undefined;
  const year = yearIn(words[at + gap + 1]);
  return day(dayOn(Number(number), month, year, today, leaning), gap + (year === undefined ? 1 : 2));
}

/** "March 31, 2025" and "Mawrth 31". */
function monthDay({ words, at, today, leaning }: Place): Period | undefined {
  const month = lookUp(MONTHS, words[at]);
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(words[at + 1] ?? '')?.[1];
  if (month === undefined || number === undefined || Number(number) > 31) return undefined;
  const year = yearIn(words[at + 2]);
  return day(dayOn(Number(number), month, year, today, leaning), year === undefined ? 2 : 3);
}

/** "March 2025", "last March", "March"; "may" and "mar" alone only beside a date word. */
function monthAndYear({ words, at, today, leaning }: Place): Period | undefined {
  const turned = LAST.has(words[at] ?? '') || NEXT.has(words[at] ?? '') || THIS.has(words[at] ?? '');
  const place = at + (turned ? 1 : 0);
  const month = lookUp(MONTHS, words[place]);
  if (month === undefined) return undefined;
  const year = yearIn(words[place + 1]);
  if (year !== undefined) return { window: monthOf(year, month), length: place + 2 - at };
  if (isOtherWord(words, place) && !turned) return undefined;
  const after = words[place + 1] ?? '';
  const leans =
    LAST.has(words[at] ?? '') || LAST.has(after)
      ? 'back'
      : NEXT.has(words[at] ?? '') || NEXT.has(after)
        ? 'forward'
        : leaning;
  const length = place + 1 - at + (!turned && (LAST.has(after) || NEXT.has(after)) ? 1 : 0);
  return { window: nearestMonth(month, today, leans), length };
}

const AMBIGUOUS_MONTHS = new Set(['may', 'mar', 'sep', 'dec', 'jan', 'march', 'ion', 'fai', 'mai']);
const BEFORE_MONTHS = new Set([
  'in',
  'by',
  'since',
  'before',
  'after',
  'of',
  'during',
  'until',
  'till',
  'mis',
  'fis',
  'from',
  'erbyn',
  'ers',
  'cyn',
  'ym',
  'to',
  'and',
  'end',
  'diwedd',
  'ddechrau',
  'dechrau',
  'for',
  'between',
  'rhwng',
]);
function isOtherWord(words: readonly string[], at: number): boolean {
  return AMBIGUOUS_MONTHS.has(words[at] ?? '') && !BEFORE_MONTHS.has(words[at - 1] ?? '');
}

function nearestMonth(month: number, today: IsoDate, leaning: Leaning): DateWindow {
  const year = Number(today.slice(0, 4));
  const here = monthOf(year, month);
  if (leaning === 'back' && here.from > today) return monthOf(year - 1, month);
  if (leaning === 'forward' && here.to < today) return monthOf(year + 1, month);
  return here;
}

const DAYS_FROM_TODAY: Readonly<Record<string, number>> = {
  today: 0,
  heddiw: 0,
  now: 0,
  yesterday: -1,
  ddoe: -1,
  echdoe: -2,
  tomorrow: 1,
  yfory: 1,
  fory: 1,
  trennydd: 2,
};
function namedDay({ words, at, today }: Place): Period | undefined {
  const word = words[at] ?? '';
  const year = Number(today.slice(0, 4));
  if (word === 'eleni') return { window: unitAround('year', today, 0), length: 1 };
  if (word === 'llynedd') return { window: unitAround('year', `${year}-01-01` as IsoDate, -1), length: 1 };
  const days = word === 'now' ? undefined : lookUp(DAYS_FROM_TODAY, word);
  return days === undefined ? undefined : day(addDays(today, days), 1);
}

/** "this week", "last month", "next quarter", "yr wythnos hon", "y mis diwethaf", "flwyddyn nesaf": whole calendar units. */
function calendarUnit({ words, at, today }: Place): Period | undefined {
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

function turnOf(word: string): -1 | 0 | 1 | undefined {
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
function rollingUnits({ words, at, today }: Place): Period | undefined {
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
function ago({ words, at, today }: Place): Period | undefined {
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
  }
}

/** Monday is 1, Sunday 7. */
function weekdayOf(date: IsoDate): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** "last spring", "this summer", "spring 2025", "yr hydref", "y gaeaf diwethaf". */
function season({ words, at, today, leaning }: Place): Period | undefined {
  const turned = turnOf(words[at] ?? '') !== undefined;
  const place = at + (turned ? 1 : 0);
  const word = words[place];
  const welshAutumn = word === 'hydref' && (words[place - 1] === 'yr' || turned);
  const month = welshAutumn ? 9 : lookUp(SEASONS, word);
  if (month === undefined) return undefined;
  const year = yearIn(words[place + 1]);
  const after = turnOf(words[place + 1] ?? '');
  const turn = turned ? turnOf(words[at] ?? '') : after;
  const extra = year !== undefined || (!turned && after !== undefined) ? 1 : 0;
  return { window: nearestSeason(month, today, year, turn, leaning), length: place + 1 - at + extra };
}

function nearestSeason(
  month: number,
  today: IsoDate,
  year: number | undefined,
  turn: number | undefined,
  leaning: Leaning,
): DateWindow {
  const inYear = (some: number): DateWindow => {
    const from = monthOf(some, month).from;
    return { from, to: addDays(addMonths(from, 3), -1) };
  };
  if (year !== undefined) return inYear(year);
  const thisYear = Number(today.slice(0, 4));
  const candidates = [-2, -1, 0, 1, 2].map((shift) => inYear(thisYear + shift));
  const back = turn === -1 || (turn === undefined && leaning === 'back');
  const past = candidates.findLast((each) => (turn === -1 ? each.to < today : each.from <= today));
  const coming = candidates.find((each) => (turn === 1 ? each.from > today : each.to >= today));
  return (back ? past : coming) ?? inYear(thisYear);
}

/** Easter, Christmas, new year, St David's Day; in the year that fits. */
function feast({ words, at, today, leaning }: Place): Period | undefined {
  const found = feastAt(words, at);
  if (!found) return undefined;
  const year = yearIn(words[at + found.length]);
  if (year !== undefined) return day(found.on(year), found.length + 1);
  const turn = LAST.has(words[at - 1] ?? '') || LAST.has(words[at + 1] ?? '') ? 'back' : leaning;
  const thisYear = Number(today.slice(0, 4));
  const days = [-1, 0, 1].map((shift) => found.on(thisYear + shift));
  const chosen =
    turn === 'back' ? days.findLast((each) => each <= today) : days.find((each) => each >= today);
  const extra = LAST.has(words[at + found.length] ?? '') || NEXT.has(words[at + found.length] ?? '') ? 1 : 0;
  return day(chosen, found.length + extra);
}

function feastAt(
  words: readonly string[],
  at: number,
): { length: number; on: (year: number) => IsoDate } | undefined {
  const fixed = (rest: string) => (year: number) => `${year}-${rest}` as IsoDate;
  const [one = '', two = '', three = ''] = [words[at], words[at + 1], words[at + 2]];
  if (['easter', 'pasg', 'basg', 'phasg'].includes(one)) return { length: 1, on: easter };
  if (['christmas', 'xmas', 'nadolig'].includes(one)) return { length: 1, on: fixed('12-25') };
  if (one === 'new' && (two === 'year' || two === 'years'))
    return { length: three === 'day' ? 3 : 2, on: fixed('01-01') };
  if (UNITS[one] === 'year' && ['newydd', 'newidd'].includes(two)) return { length: 2, on: fixed('01-01') };
  if (one === 'calan' || one === 'galan') return { length: 1, on: fixed('01-01') };
  if (one === 'halloween') return { length: 1, on: fixed('10-31') };
  if (one === 'gwyl' && ['dewi', 'ddewi'].includes(two)) return { length: 2, on: fixed('03-01') };
  if (one === 'st' && ['david', 'davids'].includes(two))
    return { length: three === 'day' ? 3 : 2, on: fixed('03-01') };
  return undefined;
}

/** "Monday", "last Friday", "dydd Llun diwethaf". */
function weekday({ words, at, today, leaning }: Place): Period | undefined {
  const turn = turnOf(words[at] ?? '');
  const place = at + (turn === undefined ? 0 : 1);
  const dydd = ['dydd', 'ddydd', 'nos'].includes(words[place] ?? '');
  const number = dydd ? lookUp(WEEKDAYS_AFTER_DYDD, words[place + 1]) : weekdayAlone(words[place]);
  if (number === undefined) return undefined;
  const end = place + (dydd ? 2 : 1);
  const after = turnOf(words[end] ?? '');
  const back = (turn ?? after) === -1 || ((turn ?? after) === undefined && leaning === 'back');
  const distance = (number - weekdayOf(today) + 7) % 7;
  const days = back ? distance - 7 || -7 : distance || 7;
  return day(
    addDays(today, back && distance === 0 ? -7 : days),
    end - at + (turn === undefined && after !== undefined ? 1 : 0),
  );
}
/** Short forms are other words too ("sat", "sun", "mon"): only whole names stand alone. */
function weekdayAlone(word: string | undefined): number | undefined {
  return word !== undefined && word.length > 5 ? lookUp(WEEKDAY_NUMBERS, word) : undefined;
}

/** "Q1 2025", "Q3", "chwarter 1". */
function quarterOfYear({ words, at, today }: Place): Period | undefined {
  const number = /^[qc]h?([1-4])$/u.exec(words[at] ?? '')?.[1];
  if (number === undefined) return undefined;
  const year = yearIn(words[at + 1]);
  const from = monthOf(year ?? Number(today.slice(0, 4)), Number(number) * 3 - 2).from;
  return { window: { from, to: addDays(addMonths(from, 3), -1) }, length: year === undefined ? 1 : 2 };
}

const BEFORE_YEARS = new Set([
  'in',
  'since',
  'by',
  'before',
  'after',
  'during',
  'until',
  'yn',
  'ers',
  'erbyn',
  'cyn',
  'ystod',
  'of',
  'from',
  'to',
  'and',
  'end',
  'diwedd',
  'start',
  'dechrau',
  'mid',
  'for',
  'ol',
  'rhwng',
  'between',
  'ddechrau',
  'tan',
]);
function bareYear({ words, at }: Place): Period | undefined {
  const year = yearIn(words[at]);
  if (year === undefined || !BEFORE_YEARS.has(words[at - 1] ?? '')) return undefined;
  return { window: { from: `${year}-01-01` as IsoDate, to: `${year}-12-31` as IsoDate }, length: 1 };
}
