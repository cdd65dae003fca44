import { addDays, addMonths, type DateWindow, type IsoDate } from '../domain/dates.ts';
import { day, lookUp, monthOf, yearIn, type Leaning, type Period, type Place } from './period.ts';
import { LAST, NEXT, SEASONS, UNITS } from './words.dates.ts';
import { easter } from './easter.ts';
import { turnOf } from './period-units.ts';
/** "last spring", "this summer", "spring 2025", "yr hydref", "y gaeaf diwethaf". */
export function season({ words, at, today, leaning }: Place): Period | undefined {
  const turned = turnOf(words[at] ?? '') !== undefined;
  const place = at + (turned ? 1 : 0);
  const word = words[place];
  if (word === 'fall' && AFTER_FALL.has(words[place + 1] ?? '')) return undefined;
  const welshAutumn = word === 'hydref' && (words[place - 1] === 'yr' || turned);
  const month = welshAutumn ? 9 : lookUp(SEASONS, word);
  if (month === undefined) return undefined;
  const year = yearIn(words[place + 1]);
  const after = turnOf(words[place + 1] ?? '');
  const turn = turned ? turnOf(words[at] ?? '') : after;
  const extra = year !== undefined || (!turned && after !== undefined) ? 1 : 0;
  return { window: nearestSeason(month, today, year, turn, leaning), length: place + 1 - at + extra };
}

/** "which fall due", "fall behind": a verb. */
const AFTER_FALL = new Set(['due', 'behind', 'within', 'under', 'to', 'into', 'short']);

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
  const back = turn === -1 || (turn !== 1 && leaning === 'back');
  const past = candidates.findLast((each) => (turn === -1 ? each.to < today : each.from <= today));
  const coming = candidates.find((each) => (turn === 1 ? each.from > today : each.to >= today));
  return (back ? past : coming) ?? inYear(thisYear);
}

/** Easter, Christmas, new year, St David's Day; in the year that fits. */
export function feast({ words, at, today, leaning }: Place): Period | undefined {
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
  if (['christmas', 'xmas', 'nadolig', 'dolig', 'ddolig'].includes(one))
    return { length: 1, on: fixed('12-25') };
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
