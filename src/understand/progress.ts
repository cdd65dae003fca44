import type { ItemId } from '../domain/model.ts';
import { unmutated, words as wordsIn } from '../language/fold.ts';
import type { DateWindow } from '../domain/dates.ts';
import { asAtDay } from './as-at-day.ts';
import { aspectOf } from './aspects.ts';
import { mustBeFound } from './beside.ts';
import { backWindow, type FoundDate } from './dates.ts';
import { datesOf, filterOf } from './filters.ts';
import { pointedAt } from './items-asked.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, wordsLeft, type Reading } from './reading.ts';
import { scopeMeant } from './scopes.ts';
import { isLagging } from './standing-tests.ts';
import { contentLeft, topicOf } from './topic-words.ts';

/** "what changed since Easter", "beth sydd wedi newid y mis hwn", "what was completed last month". */
export const changing: Recogniser = (reading) => {
  const turned = has(reading, 'completed', 'at-risk', 'off-track', 'on-track', 'cancelled', 'on-hold');
  if ((!turned && !has(reading, 'changes')) || isWhyMoved(reading)) return undefined;
  const dates = datesOf(reading, 'back');
  const meant = scopeMeant(reading, false);
  if (meant.asAt !== undefined || (dates.length === 0 && isFateAsked(reading))) return undefined;
  const became = turned && dates.some(({ window }) => window.from <= reading.hearing.today);
  const moved = has(reading, 'changes') && !isOnlyWhatsNewHere(reading);
  if (has(reading, 'due', 'as-at', 'overdue', 'digest') || (has(reading, 'updated') && !moved))
    return undefined;
  if (
    !moved &&
    !(
      became &&
      (has(reading, 'what', 'which', 'how-many', 'show', 'everything', 'action', 'recommendation') ||
        isOnlyDated(reading))
    )
  )
    return undefined;
  const window = sinceThen(reading, backWindow(dates, reading.hearing.today), dates);
  const { scope, notes, words } = meant;
  if (words !== '' && dates.length === 0 && (!isPlainChange(reading) || has(reading, 'history')))
    return undefined;
  const about = both(
    words,
    contentLeft(reading, [...dates.flatMap(({ at }) => at), ...meetingOf(reading, dates)]),
  );
  const strict = mustBeFound(reading, scope, about);
  const sought = about === '' ? {} : { words: about, ...(strict && { strict: true as const }) };
  return query({ kind: 'changes', window, scope, ...sought }, notes);
};
/** "why was it moved", "pam mae hwn wedi newid": the reason of what is pointed at. */
function isWhyMoved(reading: Reading): boolean {
  return has(reading, 'reason', 'why') && has(reading, 'it') && pointedAt(reading).length > 0;
}
/** "since the board's last meeting on 1 November": from that day until today. */
function sinceThen({ words, hearing: { today } }: Reading, window: DateWindow, dates: readonly FoundDate[]) {
  const [only, ...others] = dates;
  const isSince = only?.relation === 'on' && others.length === 0 && words.some((word) => SINCE.has(word));
  return isSince && window.from < today ? { from: window.from, to: today } : window;
}
const SINCE = new Set(['since', 'ers']);
/** The words for a meeting whose day is said. */
function meetingOf({ words }: Reading, dates: readonly FoundDate[]): readonly number[] {
  const isDated = dates.length > 0 && words.some((word) => MEETING.test(word));
  return isDated ? words.flatMap((word, at) => (OF_A_MEETING.has(word) ? [at] : [])) : [];
}
const MEETING = /^(?:meetings?|[cgn]?g?h?yfarfod)$/u;
const OF_A_MEETING = new Set(
  'meeting meetings last previous board committee steering team council cyfarfod gyfarfod nghyfarfod chyfarfod diwethaf diwetha blaenorol bwrdd fwrdd pwyllgor bwyllgor tim dim cyngor gyngor'.split(
    ' ',
  ),
);

/** The words that stand in both. */
function both(some: string, others: string): string {
  const known = new Set(others.split(' '));
  return some
    .split(' ')
    .filter((word) => known.has(word))
    .join(' ');
}
/** "completed before June": a standing and a date, nothing else. */
function isOnlyDated(reading: Reading): boolean {
  return (
    wordsLeft(
      reading,
      datesOf(reading, 'back').flatMap(({ at }) => at),
    ) === '' && reading.plans.length === 0
  );
}
/** "what happened to the tablets", "be ddigwyddodd i'r dabledi": what became of one thing, at no time in particular. */
function isFateAsked(reading: Reading): boolean {
  return has(reading, 'changes') && has(reading, 'status', 'going') && topicOf(reading) !== '';
}
/** "news" beside other words may be a topic; "what changed" never is. */
function isPlainChange(reading: Reading): boolean {
  return reading.heard.some(({ concept, at }) => concept === 'changes' && at.length > 1);
}
function isOnlyWhatsNewHere(reading: Reading): boolean {
  return has(reading, 'in-welsh', 'in-english') && has(reading, 'speak') && wordsLeft(reading) === '';
}

/** "how has it gone", "hanes cam 4" where the numbers are read elsewhere: of what the talk is about. */
export const pastOfIt: Recogniser = (reading) => {
  if (!has(reading, 'history')) return undefined;
  const itself = reading.words.some((word) => REFLEXIVE.has(word));
  if (reading.plans.length > 0 && !itself) return undefined;
  const items = pointedAt(reading);
  if (items.length === 0 || !isOfItsPlan(reading, items)) return undefined;
  return query({ kind: 'history', references: [], items });
};
const REFLEXIVE = new Set(['itself', 'themselves', 'hun', 'hunan', 'hunain']);
/** Nothing is named beside it but what its plan is called by: "what did the trust itself say". */
function isOfItsPlan(reading: Reading, [first]: readonly ItemId[]): boolean {
  const plan = first && reading.hearing.library.item(first)?.plan;
  const own = plan === undefined ? undefined : reading.lexicon.planWords.get(plan);
  const left = wordsIn(contentLeft(reading));
  return left.every((word) => [word, ...unmutated(word)].some((form) => own?.has(form)));
}

/** "how has flexible working gone over time", "sawl gwaith mae dyddiad y rotâu wedi symud": of what the words name. */
export const pastOfTopic: Recogniser = (reading) => {
  if (!has(reading, 'history') || has(reading, 'digest', 'plans')) return undefined;
  const { scope, notes } = scopeMeant(reading, false);
  const words = topicOf(reading);
  if (words === '') return undefined;
  const { kinds, themes } = scope.filter;
  const filter = { ...(kinds && { kinds }), ...(themes && { themes }) };
  const sought = { words, scope: { plans: scope.plans, filter } };
  return query({ kind: 'history', references: [], items: [], sought }, notes);
};

/** "as at 31 March 2025", "how did the Scottish plan stand last spring". */
export const asAt: Recogniser = (reading) => {
  const day = asAtDay(reading);
  if (day === undefined || scopeMeant(reading, false).asAt !== undefined) return undefined;
  const items =
    has(reading, 'it') && !has(reading, 'this-plan') && reading.plans.length === 0 ? pointedAt(reading) : [];
  const { scope, notes } = scopeMeant(reading, true);
  const { at } = filterOf(reading, scope.plans);
  const words = wordsLeft(reading, [...at, ...datesOf(reading, 'back').flatMap((date) => date.at)]);
  const sought = items.length === 0 && words !== '' ? { words } : {};
  return query({ kind: 'as-at', day, references: [], items, scope, ...sought }, notes);
};

/** "how is the Scottish plan", "sut mae thema 3", however long the name between "how is" and "doing". */
function isHow(reading: Reading): boolean {
  return (
    reading.heard.some(({ concept, at }) => concept === 'how' && at[0] === 0) && reading.topics.length === 0
  );
}

/** "how is the Scottish plan going", "statws popeth", "how is recruitment doing". */
export const standing: Recogniser = (reading) => {
  const asked = has(reading, 'status', 'going') || reading.heard.some((one) => isLagging(reading, one));
  if ((!asked && !isHow(reading)) || reading.unknownPlan) return undefined;
  const { scope, words, notes } = scopeMeant(reading, true);
  if (!asked && (words !== '' || (scope.plans.length === 0 && scope.filter.themes === undefined)))
    return undefined;
  if (words !== '' && scope.filter.themes === undefined) return undefined;
  const { themes } = scope.filter;
  const meant =
    scope.plans.length > 0 ||
    themes !== undefined ||
    has(reading, 'everything', 'plans', 'plan', 'this-plan', 'going', 'all-plans') ||
    reading.words.length <= 6;
  if (!meant) return undefined;
  const aspect = aspectOf(reading) ?? 'status';
  return query(
    { kind: 'status', scope: { plans: scope.plans, filter: { ...(themes && { themes }) } }, aspect },
    notes,
  );
};
