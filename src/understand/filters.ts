import type { ItemKind, Item, PlanId, Rating, Stage } from '../domain/model.ts';
import type { ItemFilter, StandingTest } from '../domain/scope.ts';
import type { Concept, Heard } from './concepts.ts';
import { datesIn, dueWindow, type FoundDate } from './dates.ts';
import { namePart, type ReadFilter, type Within } from './name-filters.ts';
import { has, type Reading } from './reading.ts';

export type { ReadFilter } from './name-filters.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const KIND_WORDS: Readonly<Partial<Record<Concept, ItemKind>>> = {
  action: 'action',
  recommendation: 'recommendation',
  call: 'call-to-action',
};
const STAGES: Readonly<Partial<Record<Concept, Stage>>> = {
  'not-started': 'not_started',
  'in-progress': 'in_progress',
  completed: 'completed',
  'on-hold': 'on_hold',
  cancelled: 'cancelled',
  'carried-forward': 'carried_forward',
};
const RATINGS: Readonly<Partial<Record<Concept, readonly Rating[]>>> = {
  'on-track': ['on_track'],
  'at-risk': ['at_risk'],
  'off-track': ['off_track'],
  'missed-no-risk': ['date_missed_no_risk'],
  'missed-with-risk': ['date_missed_with_risk'],
  missed: ['date_missed_no_risk', 'date_missed_with_risk'],
};
const RESPONSES: Readonly<Partial<Record<Concept, NonNullable<Item['response']>>>> = {
  accepted: 'accepted',
  'accepted-in-principle': 'accepted_in_principle',
  'partly-rejected': 'partly_rejected',
  rejected: 'rejected',
};
const CLOSED: readonly StandingTest[] = [
  { stage: 'completed' },
  { stage: 'cancelled' },
  { stage: 'carried_forward' },
];

/** What the items asked for must fulfil; what stands after "except" must not be. */
export function filterOf(reading: Reading, plans: readonly PlanId[]): ReadFilter {
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
  const heard = reading.heard.filter((one) => one.at.every(within));
  const part: Reading = { ...reading, heard };
  const due = duePart(part, within);
  const names = namePart(part, within, plans, excepted);
  const standing = standingPart(part, plans, within);
  const filter: Mutable<ItemFilter> = {
    ...simplePart(part),
    ...standing.filter,
    ...names.filter,
    ...due.filter,
  };
  return { filter, at: [...due.at, ...names.at, ...standing.at] };
}

function kindsIn(reading: Reading): readonly ItemKind[] {
  return [...new Set(reading.heard.flatMap(({ concept }) => KIND_WORDS[concept] ?? []))];
}

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
    ...(has(reading, 'no-due') ? { hasDue: false } : has(reading, 'has-due') ? { hasDue: true } : {}),
    ...(has(reading, 'no-welsh') ? { hasWelsh: false } : has(reading, 'has-welsh') ? { hasWelsh: true } : {}),
    ...overduePart(reading),
  };
}

function overduePart(reading: Reading): ItemFilter {
  const overdue = reading.heard.find(
    ({ concept }) => concept === 'overdue' || concept === 'most-overdue-first' || concept === 'behind',
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

function standingPart(reading: Reading, plans: readonly PlanId[], within: Within): ReadFilter {
  const labels = labelTests(reading, plans, within);
  const wanted: StandingTest[] = [...labels.tests];
  const unwanted: StandingTest[] = [];
  for (const heard of reading.heard) {
    if (heard.at.every((place) => labels.at.includes(place)) && labels.replace) continue;
    const tests = testsOf(heard.concept);
    (isNegated(reading, heard) ? unwanted : wanted).push(...tests);
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

function testsOf(concept: Concept): readonly StandingTest[] {
  const stage = STAGES[concept];
  if (stage !== undefined) return [{ stage }];
  return (RATINGS[concept] ?? []).map((rating) => ({ rating }));
}

/**
 * A publisher's own label. Within a plan that was named it replaces what the word commonly means; otherwise a label
 * that means nothing in common use is taken for each plan that has it.
 */
function labelTests(
  reading: Reading,
  plans: readonly PlanId[],
  within: Within,
): { tests: readonly StandingTest[]; at: readonly number[]; replace: boolean } {
  const found = reading.lexicon.labels
    .filter(({ plan }) => plans.length === 0 || plans.includes(plan))
    .flatMap((label) => placesOf(reading.words, label.words).map((at) => ({ label, at })))
    .filter(({ at }) => at.every(within) && (isInList(reading, at) || !isCommon(reading, at)));
  const longest = found.filter(
    (one) =>
      !found.some((other) => other.at.length > one.at.length && one.at.every((p) => other.at.includes(p))),
  );
  const own = plans.length === 1 ? longest : longest.filter(({ at }) => !isCommon(reading, at));
  return {
    tests: own.map(({ label }) => ({ label: label.label, plan: label.plan })),
    at: own.flatMap(({ at }) => at),
    replace: plans.length === 1,
  };
}
function placesOf(words: readonly string[], wanted: readonly string[]): readonly (readonly number[])[] {
  return words.flatMap((_, at) =>
    wanted.every((word, index) => words[at + index] === word) ? [wanted.map((__, index) => at + index)] : [],
  );
}
/** The words already say a standing that everybody knows. */
function isCommon(reading: Reading, at: readonly number[]): boolean {
  return reading.heard.some(
    ({ concept, at: places }) => testsOf(concept).length > 0 && at.some((place) => places.includes(place)),
  );
}
/** One common word is a label only beside "rated" or a word for items: "good actions", "rated good". */
function isInList(reading: Reading, at: readonly number[]): boolean {
  return at.length > 1 || has(reading, 'labelled', 'action', 'recommendation', 'call', 'item', 'how-many');
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
  return datesIn(words, reading.hearing.today, leaning);
}

const SOON_DAYS = 28;
function duePart(reading: Reading, within: Within): ReadFilter {
  if (!has(reading, 'due') || has(reading, 'no-due')) return { filter: {}, at: [] };
  const dates = datesOf(reading, 'forward').filter(({ at }) => at.every(within));
  const window = dueWindow(dates, reading.hearing.today) ?? soon(reading);
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
  if (!reading.words.some((word) => words.includes(word))) return undefined;
  const found = datesIn(['in', 'the', 'next', String(SOON_DAYS), 'days'], reading.hearing.today, 'forward');
  return dueWindow(found, reading.hearing.today);
}
