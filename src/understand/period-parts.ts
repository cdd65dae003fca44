import { addDays, addMonths } from '../domain/dates.ts';
import { lookUp, monthOf, numberIn, yearIn, type Period, type Place } from './period.ts';
import { calendarUnit, unitHere } from './period-units.ts';
import { ORDINALS, UNITS } from './words.dates.ts';

/** "Q1 2025", "the first quarter of next year", "ail hanner 2027", "chwarter cyntaf y flwyddyn": a part of a year. */
export function partOfYear(place: Place): Period | undefined {
  const part = partAt(place);
  if (!part) return undefined;
  const year = yearAfter({ ...place, at: place.at + part.length });
  // "the last quarter" is the calendar's where no year is named.
  if (!year && part.which === LAST_PART) return undefined;
  const months = 12 / part.count;
  const which = part.which === LAST_PART ? part.count : part.which;
  const from = monthOf(year?.year ?? Number(place.today.slice(0, 4)), (which - 1) * months + 1).from;
  const window = { from, to: addDays(addMonths(from, months), -1) };
  return { window, length: part.length + (year?.length ?? 0) };
}

interface Part {
  /** Into how many parts the year falls, and which of them is meant. */
  readonly count: number;
  readonly which: number;
  readonly length: number;
}
const LAST_PART = -1;
const PARTS: Readonly<Record<string, number>> = { quarter: 4, chwarter: 4, half: 2, hanner: 2 };
const LAST_WORDS = new Set(['last', 'final', 'olaf']);

function partAt({ words, at }: Place): Part | undefined {
  const [first = '', second = ''] = [words[at], words[at + 1]];
  const [, letter, digit] = /^(q|ch?|h)([1-4])$/u.exec(first) ?? [];
  if (digit !== undefined) return partOf(letter === 'h' ? 2 : 4, Number(digit), 1);
  const before = lookUp(PARTS, second);
  if (before !== undefined) return partOf(before, orderOf(first), 2);
  return partOf(lookUp(PARTS, first), orderOf(second) ?? numberIn(second), 2);
}
function orderOf(word: string): number | undefined {
  return LAST_WORDS.has(word) ? LAST_PART : lookUp(ORDINALS, word);
}
function partOf(count: number | undefined, which: number | undefined, length: number): Part | undefined {
  if (count === undefined || which === undefined || which === 0 || which > count) return undefined;
  return { count, which, length };
}

/** "of 2027", "next year", "y flwyddyn nesaf", "eleni": the year that a part is of. */
function yearAfter(place: Place): { readonly year: number; readonly length: number } | undefined {
  const { words, today } = place;
  let at = place.at;
  while (LINKS.has(words[at] ?? '')) at += 1;
  const year = yearIn(words[at]);
  if (year !== undefined) return { year, length: at + 1 - place.at };
  const turned = lookUp(YEARS_FROM_TODAY, words[at]);
  if (turned !== undefined) return { year: Number(today.slice(0, 4)) + turned, length: at + 1 - place.at };
  if (![words[at], words[at + 1]].some((word) => lookUp(UNITS, word) === 'year')) return undefined;
  const unit = calendarUnit({ ...place, at }) ?? unitHere(words, at, today);
  return unit && { year: Number(unit.window.from.slice(0, 4)), length: at + unit.length - place.at };
}
const LINKS = new Set(['of', 'the', 'o', 'y', 'yr', 'in', 'yn', 'ym']);
const YEARS_FROM_TODAY: Readonly<Record<string, number>> = { eleni: 0, llynedd: -1 };
