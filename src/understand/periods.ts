import { addDays, lastDay, toIsoDate, toSourceDate, type DateWindow, type IsoDate } from '../domain/dates.ts';
import {
  day,
  lookUp,
  monthOf,
  yearIn,
  type Leaning,
  type Period,
  type Place,
  type Reader,
} from './period.ts';
import { feast, season } from './period-feasts.ts';
import { partOfYear } from './period-parts.ts';
import {
  ago,
  calendarUnit,
  rollingUnits,
  sameTime,
  turnOf,
  unitAround,
  unitHere,
  weekdayOf,
} from './period-units.ts';
import {
  LAST,
  MONTHS,
  NEXT,
  ORDINALS,
  THIS,
  UNITS,
  WEEKDAYS_AFTER_DYDD,
  WEEKDAY_NUMBERS,
} from './words.dates.ts';
/** The period whose first word stands at `at`, or undefined. */
export function periodAt(
  words: readonly string[],
  at: number,
  today: IsoDate,
  leaning: Leaning,
): Period | undefined {
  const place = { words, at, today, leaning };
  for (const read of READERS) {
    const period = read(place);
    if (period) return period;
  }
  return undefined;
}

const READERS: readonly Reader[] = [
  edgeOf,
  written,
  dayOfMonth,
  monthAndShortYear,
  monthDay,
  monthAndYear,
  namedDay,
  sameTime,
  partOfYear,
  calendarUnit,
  rollingUnits,
  ago,
  season,
  feast,
  weekday,
  bareYear,
];

const EDGE_LINKS = new Set(['of', 'the', 'y', 'yr', 'this', 'mis']);

/** "the end of March", "diwedd y flwyddyn", "the start of 2025", "the end of the financial year". */
function edgeOf({ words, at, today, leaning }: Place): Period | undefined {
  const edge = words[at];
  const end = edge === 'end' || edge === 'diwedd' || edge === 'ddiwedd';
  const start = edge === 'start' || edge === 'beginning' || edge === 'dechrau' || edge === 'ddechrau';
  if (!end && !start) return undefined;
  let next = at + 1;
  while (EDGE_LINKS.has(words[next] ?? '') && !isMonthTurned(words, next)) next += 1;
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

/** "mis nesaf": a period of its own, where "mis" before a month's name is none. */
function isMonthTurned(words: readonly string[], at: number): boolean {
  return words[at] === 'mis' && turnOf(words[at + 1] ?? '') !== undefined;
}

function financialYear(words: readonly string[], at: number, today: IsoDate): Period | undefined {
  const english = words[at] === 'financial' && words[at + 1] === 'year';
  const welsh = UNITS[words[at] ?? ''] === 'year' && words[at + 1] === 'ariannol';
  if (!english && !welsh) return undefined;
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0);
  return { window: { from: `${year}-04-01` as IsoDate, to: `${year + 1}-03-31` as IsoDate }, length: 2 };
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
  const written = /^(\d{1,2})(?:st|nd|rd|th|af|il|ydd|edd|ed|fed|eg|ain)?$/u.exec(words[at] ?? '')?.[1];
  const number = written ?? lookUp(ORDINALS, words[at]);
  if (number === undefined) return undefined;
  const gap = ['of', 'o', 'y', 'mis'].includes(words[at + 1] ?? '') ? 2 : 1;
  const month = lookUp(MONTHS, words[at + gap]);
  if (month === undefined) return undefined;
  const year = yearIn(words[at + gap + 1]);
  return day(dayOn(Number(number), month, year, today, leaning), gap + (year === undefined ? 1 : 2));
}

/** "in feb 25", "ym mis Chwefror 25": what something is in is a month, and so the number its year. */
function monthAndShortYear({ words, at, today }: Place): Period | undefined {
  const month = lookUp(MONTHS, words[at]);
  const year = /^['’]?(\d{2})$/u.exec(words[at + 1] ?? '')?.[1];
  if (month === undefined || year === undefined || !WITHIN_MONTH.has(words[at - 1] ?? '')) return undefined;
  const full = 2000 + Number(year);
  return Math.abs(full - Number(today.slice(0, 4))) <= 9
    ? { window: monthOf(full, month), length: 2 }
    : undefined;
}
const WITHIN_MONTH = new Set(['in', 'during', 'mis', 'fis', 'yn', 'ym', 'yng']);

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

const AMBIGUOUS_MONTHS = new Set([
  'may',
  'mar',
  'sep',
  'dec',
  'jan',
  'march',
  'ion',
  'fai',
  'mai',
  'rhag',
  'gorff',
  'orff',
  'meh',
  'tach',
]);
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
