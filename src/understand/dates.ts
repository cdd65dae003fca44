import { assertNever } from '../domain/assert-never.ts';
import { addDays, addMonths, NO_BEGINNING, NO_END, type DateWindow, type IsoDate } from '../domain/dates.ts';
import type { Leaning, Period } from './period.ts';
import { periodAt } from './periods.ts';
import { RELATIONS, type Relation } from './words.dates.ts';

/** A period that the words name, how it bounds, and where it stands. */
export interface FoundDate {
  readonly window: DateWindow;
  readonly relation: Relation;
  readonly at: readonly number[];
  /** How many of the places, the last ones, name the period itself. */
  readonly length: number;
}

/** Words that may stand between a relation and its date. */
const FILLERS = new Set([
  'the',
  'y',
  'yr',
  'of',
  'and',
  'about',
  'around',
  'mis',
  'dydd',
  'ddydd',
  'fis',
  'start',
  'ystod',
  'at',
]);

/** The dates that the words name, in order. "since" looks back for what has no year, "due" looks forward. */
export function datesIn(words: readonly string[], today: IsoDate, leaning: Leaning): readonly FoundDate[] {
  const found: FoundDate[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const period = periodAt(words, at, today, leaningAt(words, at, leaning));
    if (!period) continue;
    found.push(foundFrom(words, at, period));
    at += period.length - 1;
  }
  return found;
}

function leaningAt(words: readonly string[], at: number, leaning: Leaning): Leaning {
  const relation = relationBefore(words, at).relation;
  return relation === 'since' ? 'back' : leaning;
}

function foundFrom(words: readonly string[], at: number, period: Period): FoundDate {
  const { relation, start } = relationBefore(words, at);
  const places = Array.from({ length: at + period.length - start }, (_, index) => start + index);
  return {
    window: period.window,
    relation: period.relation ?? relation,
    at: places,
    length: period.length,
  };
}

function relationBefore(words: readonly string[], at: number): { relation: Relation; start: number } {
  let start = at;
  for (let before = at - 1; before >= 0 && before >= at - 4; before -= 1) {
    const word = words[before] ?? '';
    if (word === 'ol' && words[before - 1] === 'ar') return { relation: 'after', start: before - 1 };
    const relation = Object.hasOwn(RELATIONS, word) ? RELATIONS[word] : undefined;
    if (relation !== undefined && !(word === 'of' && FILLERS.has(words[before - 1] ?? ''))) {
      const since = relation === 'on' ? sinceBefore(words, before) : undefined;
      return since === undefined
        ? { relation, start: startOf(words, before) }
        : { relation: 'since', start: since };
    }
    if (!FILLERS.has(word)) break;
    start = before;
  }
  return { relation: 'in', start };
}

/** "since the board met on 1 October", "ers cyfarfod y bwrdd ar 1 Hydref": the day says when, since when is asked. */
function sinceBefore(words: readonly string[], on: number): number | undefined {
  const place = words.slice(0, on).lastIndexOf('since') + 1 || words.slice(0, on).lastIndexOf('ers') + 1;
  return place > 0 && on - place <= MOST_BETWEEN ? place - 1 : undefined;
}
const MOST_BETWEEN = 6;

/** "as at", "as of" and "yn ystod" are two words. */
function startOf(words: readonly string[], at: number): number {
  return (words[at - 1] === 'as' && words[at] !== 'as') || words[at - 1] === 'yn' ? at - 1 : at;
}

/** What changed within: since a date until today, within a past period, between two dates. */
export function backWindow(dates: readonly FoundDate[], today: IsoDate): DateWindow {
  const [first, second] = dates;
  if (!first) return { from: addMonths(today, -1), to: today };
  if (second && (second.relation === 'by' || first.relation === 'in' || first.relation === 'since')) {
    return ordered(first.window.from, second.window.to);
  }
  switch (first.relation) {
    case 'since':
      return ordered(first.window.from, today);
    case 'after':
      return ordered(addDays(first.window.to, 1), today);
    case 'before':
      return { from: NO_BEGINNING, to: addDays(first.window.from, -1) };
    case 'by':
      return { from: NO_BEGINNING, to: first.window.to };
    case 'in':
    case 'on':
      return untilToday(first.window, today);
    default:
      return assertNever(first.relation);
  }
}
/** "this month" has changes up to today only. */
function untilToday({ from, to }: DateWindow, today: IsoDate): DateWindow {
  return { from, to: from <= today && to > today ? today : to };
}

/** What is due within: by a date from today on, before one, in a period, after one. */
export function dueWindow(dates: readonly FoundDate[], today: IsoDate): DateWindow | undefined {
  const [first, second] = dates;
  if (!first) return undefined;
  if (second) return ordered(first.window.from, second.window.to);
  switch (first.relation) {
    case 'by':
      return untilFrom(today, first.window.to);
    case 'before':
      return untilFrom(today, addDays(first.window.from, -1));
    case 'after':
      return { from: addDays(first.window.to, 1), to: NO_END };
    case 'since':
      return { from: first.window.from, to: NO_END };
    case 'in':
    case 'on':
      return first.window;
    default:
      return assertNever(first.relation);
  }
}

function untilFrom(today: IsoDate, to: IsoDate): DateWindow {
  return { from: to < today ? NO_BEGINNING : today, to };
}

function ordered(a: IsoDate, b: IsoDate): DateWindow {
  return a <= b ? { from: a, to: b } : { from: b, to: a };
}
