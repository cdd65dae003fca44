import type { PlanId, Rating, Stage } from '../domain/model.ts';
import type { StandingTest } from '../domain/scope.ts';
import type { Concept, Heard } from './concepts.ts';
import type { Within } from './name-filters.ts';
import { has, type Reading } from './reading.ts';

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
/** The standings that an idea means; none where it is no standing. */
export function testsOf(concept: Concept): readonly StandingTest[] {
  const stage = STAGES[concept];
  if (stage !== undefined) return [{ stage }];
  return (RATINGS[concept] ?? []).map((rating) => ({ rating }));
}

/** "which are behind", not "the money behind the plan" or "behind it": what something stands behind is no delay. */
export function isLagging({ words }: Reading, { concept, at }: Heard): boolean {
  return concept === 'behind' && (at.length > 1 || !STOOD_BEFORE.has(words[(at.at(-1) ?? 0) + 1] ?? ''));
}
const STOOD_BEFORE = new Set([
  'the',
  'a',
  'this',
  'that',
  'these',
  'those',
  'it',
  'them',
  'our',
  'your',
  'its',
  'their',
]);

/** Publishers' own labels in a question. */
export interface Labels {
  readonly tests: readonly StandingTest[];
  readonly at: readonly number[];
  readonly replace: boolean;
}

/**
 * A publisher's own label. Within a plan that was named it replaces what the word commonly means; otherwise a label
 * that means nothing in common use is taken for each plan that has it.
 */
export function labelTests(reading: Reading, plans: readonly PlanId[], within: Within): Labels {
  const found = reading.lexicon.labels
    .filter(({ plan }) => plans.length === 0 || plans.includes(plan))
    .flatMap((label) => placesOf(reading.words, label.words).map((at) => ({ label, at })))
    .filter(({ at }) => at.every(within) && !isWithinPhrase(reading, at))
    .filter(({ at, label }) => isInList(reading, at) || isColour(label.words) || !isCommon(reading, at));
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
    wanted.every((word, index) => isSame(words[at + index] ?? '', word))
      ? [wanted.map((__, index) => at + index)]
      : [],
  );
}
/** A colour is a label in either language, one thing or many: "Red" is "coch", "reds" and "goch". */
function isSame(typed: string, wanted: string): boolean {
  return typed === wanted || (COLOURS.has(wanted) && COLOURS.get(typed) === COLOURS.get(wanted));
}
function isColour([word = '', ...others]: readonly string[]): boolean {
  return others.length === 0 && COLOURS.has(word);
}
const COLOURS: ReadonlyMap<string, number> = new Map(
  [
    'red reds coch goch choch cochion gochion chochion',
    'amber ambers ambr oren yellow yellows melyn felyn melynion felynion',
    'green greens gwyrdd wyrdd werdd gwerdd gwyrddion wyrddion',
    'blue blues glas las gleision leision',
  ].flatMap((names, colour) => names.split(' ').map((name) => [name, colour] as const)),
);
const COMMON: ReadonlySet<Concept> = new Set(['overdue', 'behind', 'open']);
/** The words already say a standing that everybody knows. */
function isCommon(reading: Reading, at: readonly number[]): boolean {
  return reading.heard.some(
    ({ concept, at: places }) =>
      (testsOf(concept).length > 0 || COMMON.has(concept)) && at.some((place) => places.includes(place)),
  );
}
/** "Done" in "what is being done about it" is no label. */
function isWithinPhrase(reading: Reading, at: readonly number[]): boolean {
  return reading.heard.some(
    (heard) =>
      testsOf(heard.concept).length === 0 &&
      heard.at.length > at.length &&
      at.every((place) => heard.at.includes(place)),
  );
}
/** One common word is a label only beside "rated" or a word for items: "good actions", "rated good". */
function isInList(reading: Reading, at: readonly number[]): boolean {
  return at.length > 1 || has(reading, 'labelled', 'action', 'recommendation', 'call', 'item', 'how-many');
}
