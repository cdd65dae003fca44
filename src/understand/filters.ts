import type { Note } from '../domain/intent.ts';
import type { ItemKind, Item, PlanId } from '../domain/model.ts';
import type { ItemFilter, StandingTest } from '../domain/scope.ts';
import type { Concept, Heard } from './concepts.ts';
import { addDays, NO_BEGINNING, NO_END } from '../domain/dates.ts';
import { datesIn, dueWindow, type FoundDate } from './dates.ts';
import { numberIn } from './period.ts';
import { periodAt } from './periods.ts';
import { namePart, type ReadFilter, type Within } from './name-filters.ts';
import { isFunctionWord } from '../search/stop-words.ts';
import { has, type Reading } from './reading.ts';
import { isLagging, labelTests, testsOf, type Labels } from './standing-tests.ts';
import { titlePairsOf } from './title-pairs.ts';
import { UNITS, WEEKDAY_NUMBERS } from './words.dates.ts';

export type { ReadFilter } from './name-filters.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const KIND_WORDS: Readonly<Partial<Record<Concept, ItemKind>>> = {
  action: 'action',
  recommendation: 'recommendation',
  call: 'call-to-action',
};
const RESPONSES: Readonly<Partial<Record<Concept, NonNullable<Item['response']>>>> = {
  accepted: 'accepted',
  'accepted-in-principle': 'accepted_in_principle',
  'partly-rejected': 'partly_rejected',
  rejected: 'rejected',
};
/** "Not on track" is every other rating, not whatever is no rating. */
const NOT_ON_TRACK: readonly StandingTest[] = [
  { rating: 'at_risk' },
  { rating: 'off_track' },
  { rating: 'date_missed_no_risk' },
  { rating: 'date_missed_with_risk' },
];
const CLOSED: readonly StandingTest[] = [
  { stage: 'completed' },
  { stage: 'cancelled' },
  { stage: 'carried_forward' },
];

/** What the items asked for must fulfil; what stands after "except" must not be. */
export function filterOf(
  reading: Reading,
  plans: readonly PlanId[],
): ReadFilter & { notes: readonly Note[] } {
  const read = readFilter(reading, plans);
  return { ...read, notes: isNotOnTrack(read.filter) ? [{ kind: 'not-on-track' }] : [] };
}

function isNotOnTrack({ standings = [] }: ItemFilter): boolean {
  return NOT_ON_TRACK.every((test) => standings.includes(test));
}

function readFilter(reading: Reading, plans: readonly PlanId[]): ReadFilter {
  const border = Math.min(...reading.heard.filter((h) => h.concept === 'except').map((h) => h.at[0] ?? 0));
  const wanted = partOf(reading, plans, (at) => at < border, false);
  if (!Number.isFinite(border)) return wanted;
  const left = partOf(reading, plans, (at) => at > border, true);
  const { kinds, ...rest } = left.filter;
  const exceptKinds: ItemFilter = hasParts(rest) ? rest : { ...(kinds && { kinds }) };
  const exceptFilter = hasParts(exceptKinds) ? exceptKinds : byTags(reading, border);
  return {
    filter: { ...wanted.filter, ...(hasParts(exceptFilter) && { except: exceptFilter }) },
    at: everyPlace(reading, wanted.at, border),
  };
}

function everyPlace(reading: Reading, at: readonly number[], border: number): readonly number[] {
  return [...at, ...reading.words.flatMap((_, place) => (place >= border ? [place] : []))];
}
function hasParts(filter: ItemFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}
/** What is left out and is neither theme nor standing is looked for among the tags, as typed. */
function byTags(reading: Reading, border: number): ItemFilter {
  const after = reading.words.slice(border + 1).filter((word) => word.length > 2);
  const tags = after.flatMap((word) => reading.lexicon.tags.get(word) ?? []);
  return tags.length > 0 ? { tags } : {};
}

function partOf(reading: Reading, plans: readonly PlanId[], within: Within, excepted: boolean): ReadFilter {
  const names = namePart(
    { ...reading, heard: reading.heard.filter((one) => one.at.every(within)) },
    within,
    plans,
    excepted,
  );
  // The words of a name say nothing of their own: "open" in the theme "Safe and open" is no standing.
  const free = (one: Heard) => one.at.every(within) && !one.at.every((at) => names.at.includes(at));
  const whole: Reading = { ...reading, heard: reading.heard.filter(free) };
  const labels = labelTests(whole, plans, (at) => within(at) && !names.at.includes(at));
  const part = labels.replace ? withoutPlaces(whole, labels.at) : whole;
  const due = overdueBy(part, within) ?? duePart(part, within);
  const standing = standingPart(part, labels);
  const filter: Mutable<ItemFilter> = {
    ...simplePart(part),
    ...standing.filter,
    ...names.filter,
    ...due.filter,
  };
  return { filter, at: [...due.at, ...names.at, ...standing.at] };
}
/** A publisher's label replaces what its words commonly mean. */
function withoutPlaces(reading: Reading, places: readonly number[]): Reading {
  const heard = reading.heard.filter(
    (one) => one.concept === 'labelled' || !one.at.every((at) => places.includes(at)),
  );
  return { ...reading, heard };
}

/** "the recommendations, not the actions": a kind that is said not to be meant is none of those asked for. */
function kindsIn(reading: Reading): readonly ItemKind[] {
  const named = reading.heard.flatMap((one) => {
    const kind = KIND_WORDS[one.concept];
    return kind === undefined ? [] : [{ kind, denied: isDenied(reading, one) }];
  });
  const meant = named.filter(({ denied }) => !denied);
  return [...new Set((meant.length > 0 ? meant : named).map(({ kind }) => kind))];
}
/** "not the actions", "nid y camau", "no actions": nothing but small words between. */
function isDenied({ heard, words }: Reading, { at: [first = 0] }: Heard): boolean {
  let before = first - 1;
  while (ARTICLES.has(words[before] ?? '')) before -= 1;
  return words[before] === 'no' || heard.some(({ concept, at }) => concept === 'not' && at.at(-1) === before);
}
const ARTICLES = new Set(['the', 'any', 'y', 'yr', 'unrhyw', 'am', 'about']);

function simplePart(reading: Reading): ItemFilter {
  const kinds = kindsIn(reading);
  const responses = reading.heard.flatMap(({ concept }) => RESPONSES[concept] ?? []);
  const confidence = (['primary', 'secondary', 'derived'] as const).filter((one) => has(reading, one));
  const tags = has(reading, 'tagged') ? tagsIn(reading) : [];
  return {
    ...(kinds.length > 0 && { kinds }),
    ...(responses.length > 0 && { response: responses }),
    ...(confidence.length > 0 && { confidence }),
    ...(tags.length > 0 && { tags }),
    ...(has(reading, 'child') && { isChild: true }),
    ...(has(reading, 'no-lead') && { hasLead: false }),
    ...(has(reading, 'no-due') ? { hasDue: false } : has(reading, 'has-due') ? { hasDue: true } : {}),
    ...(has(reading, 'no-welsh') ? { hasWelsh: false } : has(reading, 'has-welsh') ? { hasWelsh: true } : {}),
    ...overduePart(reading),
  };
}

function overduePart(reading: Reading): ItemFilter {
  const overdue = reading.heard.find(
    (one) => one.concept === 'overdue' || one.concept === 'most-overdue-first' || isLagging(reading, one),
  );
  if (!overdue) return {};
  return { overdue: !isNegated(reading, overdue) };
}

function tagsIn(reading: Reading): readonly string[] {
  const phrases = reading.words.flatMap((word, at) => [word, `${word} ${reading.words[at + 1] ?? ''}`]);
  return [...new Set(phrases.flatMap((phrase) => reading.lexicon.tags.get(phrase) ?? []))];
}

/** "not at risk", "nad ydynt mewn perygl": the word before says no. */
function isNegated(reading: Reading, { at }: Heard): boolean {
  const first = at[0] ?? 0;
  return reading.heard.some(
    (one) =>
      one.concept === 'not' &&
      !one.at.some((place) => at.includes(place)) &&
      nearBefore(one.at.at(-1) ?? 0, first),
  );
}
function nearBefore(place: number, first: number): boolean {
  return place < first && first - place <= 3;
}

function standingPart(reading: Reading, labels: Labels): ReadFilter {
  const wanted: StandingTest[] = [...labels.tests];
  const unwanted: StandingTest[] = [];
  for (const heard of reading.heard) {
    const tests = testsOf(heard.concept);
    const negated = tests.length > 0 && isNegated(reading, heard);
    if (negated && heard.concept === 'on-track') wanted.push(...NOT_ON_TRACK);
    else (negated ? unwanted : wanted).push(...tests);
  }
  if (has(reading, 'open')) unwanted.push(...CLOSED);
  const updated = updatedPart(reading);
  return {
    filter: {
      ...(wanted.length > 0 && { standings: wanted }),
      ...(unwanted.length > 0 && { except: { standings: unwanted } }),
      ...updated.filter,
    },
    at: [...labels.at, ...updated.at],
  };
}

function updatedPart(reading: Reading): ReadFilter {
  if (has(reading, 'never-updated') && !hasSince(reading)) return { filter: { neverUpdated: true }, at: [] };
  const updated = reading.heard.find(({ concept }) => concept === 'updated' || concept === 'never-updated');
  const since = datesOf(reading, 'back').find(({ relation }) =>
    ['since', 'in', 'on', 'after'].includes(relation),
  );
  if (!updated || !since) return { filter: {}, at: [] };
  const negated = updated.concept === 'never-updated' || isNegated(reading, updated);
  return {
    filter: negated ? { notUpdatedSince: since.window.from } : { updatedSince: since.window.from },
    at: since.at,
  };
}
function hasSince(reading: Reading): boolean {
  return datesOf(reading, 'back').some(({ relation }) => relation === 'since');
}

/** The dates of a question, without the numbers of references and the years in plans' names. */
export function datesOf(reading: Reading, leaning: 'back' | 'forward'): readonly FoundDate[] {
  const known = datesKnown[leaning].get(reading.words);
  if (known) return known;
  const dates = readDates(reading, leaning);
  datesKnown[leaning].set(reading.words, dates);
  return dates;
}
/** By the words of a question, which stay the same array where only part of it is read. */
const datesKnown = {
  back: new WeakMap<Reading['words'], readonly FoundDate[]>(),
  forward: new WeakMap<Reading['words'], readonly FoundDate[]>(),
};

function readDates(reading: Reading, leaning: 'back' | 'forward'): readonly FoundDate[] {
  const taken = new Set([
    ...reading.plans.flatMap(({ at }) => at),
    ...reading.references.flatMap(({ at }) => at),
  ]);
  const words = reading.words.map((word, at) => (taken.has(at) ? '' : word));
  const dates = datesIn(words, reading.hearing.today, leaning);
  const titled = dates.filter((date) => !isInTitle(reading, date));
  const exact = titled.filter((date) => !isBareWeekday(reading, date));
  return exact.length > 0 ? exact : titled;
}
/** "the Sunday rota" where an item is called so: a name, not a day. */
function isInTitle({ words, hearing }: Reading, { at, length }: FoundDate): boolean {
  const place = at.at(-1);
  if (place === undefined || length > 1) return false;
  const pairs = titlePairsOf(hearing.library);
  const [before = '', here = '', after = ''] = [words[place - 1], words[place], words[place + 1]];
  return pairs.has(`${here} ${after}`) || (pairs.has(`${before} ${here}`) && !isFunctionWord(before));
}
/** A weekday alone gives way to a date that is written out. */
function isBareWeekday({ words }: Reading, { at, length }: FoundDate): boolean {
  return length === 1 && Object.hasOwn(WEEKDAY_NUMBERS, words[at.at(-1) ?? 0] ?? '');
}

/** "more than 6 months overdue", "dros flwyddyn yn hwyr": due before, or since, the day so long ago. */
function overdueBy(reading: Reading, within: Within): ReadFilter | undefined {
  const { words, hearing } = reading;
  if (!has(reading, 'overdue')) return undefined;
  for (const [at, word] of words.entries()) {
    const bound = LENGTH_BOUNDS[word];
    const length = bound && within(at) ? lengthAfter(words, at) : undefined;
    const found = length && periodAt(['last', ...length.words], 0, hearing.today, 'back');
    if (!length || !found || found.window.to !== hearing.today) continue;
    const { from } = found.window;
    const due =
      bound === 'over' ? { from: NO_BEGINNING, to: addDays(from, -1) } : { from, to: hearing.today };
    return { filter: { due }, at: Array.from({ length: length.end - at }, (_, index) => at + index) };
  }
  return undefined;
}
/** "than 6 months", "a year", "flwyddyn": the number and its unit, and where they end. */
function lengthAfter(
  words: readonly string[],
  at: number,
): { words: readonly string[]; end: number } | undefined {
  const start = ['than', 'na', 'nag'].includes(words[at + 1] ?? '') ? at + 2 : at + 1;
  const [first = '', second = ''] = [words[start], words[start + 1]];
  if (Object.hasOwn(UNITS, first)) return { words: ['1', first], end: start + 1 };
  if (!Object.hasOwn(UNITS, second)) return undefined;
  if (first === 'a' || first === 'an') return { words: ['1', second], end: start + 2 };
  return numberIn(first) === undefined ? undefined : { words: [first, second], end: start + 2 };
}
const LENGTH_BOUNDS: Readonly<Record<string, 'over' | 'under' | undefined>> = {
  more: 'over',
  over: 'over',
  mwy: 'over',
  fwy: 'over',
  dros: 'over',
  less: 'under',
  under: 'under',
  llai: 'under',
  lai: 'under',
};

const SOON_DAYS = 28;
/** Whatever lies ahead, however far. */
const STILL_TO_COME = /\b(?:(?:still|yet) (?:to come|ahead)|(?:eto|dal) i ddod|i ddod o hyd)\b/u;
function duePart(reading: Reading, within: Within): ReadFilter {
  if (!has(reading, 'due', 'has-due') || has(reading, 'no-due')) return { filter: {}, at: [] };
  const dates = datesOf(reading, 'forward').filter(({ at }) => at.every(within));
  const window = dueWindow(dates, reading.hearing.today) ?? (has(reading, 'due') ? soon(reading) : undefined);
  return window ? { filter: { due: window }, at: dates.flatMap(({ at }) => at) } : { filter: {}, at: [] };
}
function soon(reading: Reading): ItemFilter['due'] {
  const words = [
    'soon',
    'shortly',
    'upcoming',
    'coming',
    'fuan',
    'buan',
    'ddod',
    'horizon',
    'gorwel',
    'next',
    'nesaf',
  ];
  if (STILL_TO_COME.test(reading.words.join(' '))) return { from: reading.hearing.today, to: NO_END };
  if (!reading.words.some((word) => words.includes(word))) return undefined;
  const found = datesIn(['in', 'the', 'next', String(SOON_DAYS), 'days'], reading.hearing.today, 'forward');
  return dueWindow(found, reading.hearing.today);
}
