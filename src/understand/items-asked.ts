import type { Memory } from '../domain/conversation.ts';
import type { Aspect, Intent, Note, Query, Reference } from '../domain/intent.ts';
import type { ItemId, PlanId } from '../domain/model.ts';
import { EVERYTHING } from '../domain/scope.ts';
import { unmutated, words as wordsIn } from '../language/fold.ts';
import { printsRef } from '../knowledge/refs.ts';
import { asAtDay } from './as-at-day.ts';
import { aspectOf } from './aspects.ts';
import { datesOf } from './filters.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, namedPlans, placeOf, wordsLeft, type Reading } from './reading.ts';
import { plansMeant } from './scopes.ts';
import { contentLeft } from './topic-words.ts';

/** Questions that quote numbers: one item or several, how it went, how it stood. */
export const byReference: Recogniser = (reading) => {
  if (reading.references.length === 0) return undefined;
  const { references, notes } = withImpliedPlan(reading);
  const day = asAtDay(reading);
  if (day !== undefined) {
    return query({ kind: 'as-at', day, references, items: [], scope: EVERYTHING }, notes);
  }
  if (has(reading, 'history') || isChangeAsked(reading))
    return query({ kind: 'history', references, items: [] }, notes);
  return query({ kind: 'by-reference', references, aspect: aspectOf(reading) ?? askedAgain(reading) }, notes);
};

/** "no, action 5" and "and action 5?" keep what was asked of the one before. */
function askedAgain(reading: Reading): Aspect {
  const { last } = reading.hearing.memory;
  if (!has(reading, 'correction', 'follow-on', 'same-for') || last === undefined) return 'overview';
  return last.kind === 'by-reference' || last.kind === 'known-items' ? last.aspect : 'overview';
}

function isChangeAsked(reading: Reading): boolean {
  return has(reading, 'changes') && !has(reading, 'status', 'going');
}

/** "what about 11" after an item means the item 11 of its kind in its plan, unless only something else has that number. */
function beside(reading: Reading, reference: Reference): Reference {
  const { memory, library } = reading.hearing;
  const [focus] = memory.items;
  const item = focus === undefined ? undefined : library.item(focus);
  if (!item || !has(reading, 'follow-on', 'correction', 'same-for')) return reference;
  const { ref, kind = item.kind } = reference;
  const alike = { ref, kind, plan: item.plan };
  if (library.byRef(ref, kind, item.plan).length > 0) return alike;
  if (reference.kind === undefined && library.byRef(ref, undefined, item.plan).length > 0)
    return { ref, plan: item.plan };
  return library.byRef(ref, reference.kind).length > 0 ? reference : alike;
}

function withImpliedPlan(reading: Reading): { references: readonly Reference[]; notes: readonly Note[] } {
  const named = namedPlans(reading).length > 0;
  const found = reading.references.map(({ reference }) => (named ? reference : beside(reading, reference)));
  if (found.some(({ plan }) => plan !== undefined) || named) return { references: found, notes: [] };
  const { plans, notes } = plansMeant(reading, true);
  const [plan] = plans;
  if (plan === undefined) return { references: found, notes: [] };
  const isDefault = plan === reading.hearing.defaultPlan;
  const references = found.map((reference) =>
    isDefault || isOfPlan(reading, reference, plan) ? { ...reference, plan } : reference,
  );
  return { references, notes: references.some((one) => one.plan === plan) ? notes : [] };
}

/** The plan of the talk has the number, and no other prints a letter that was typed and that this one does not print. */
function isOfPlan({ hearing }: Reading, { ref, kind }: Reference, plan: PlanId): boolean {
  const { library } = hearing;
  const here = library.byRef(ref, kind, plan);
  if (here.length === 0 || here.some((item) => printsRef(item, ref)) || !/\p{L}/u.test(ref))
    return here.length > 0;
  return !library.byRef(ref, kind).some((item) => printsRef(item, ref));
}

/** What "it" is: the one item the talk is about, or the several where "they" are meant. */
export function pointedAt(reading: Reading): readonly ItemId[] {
  const { items } = reading.hearing.memory;
  const { library } = reading.hearing;
  const many = isPlural(reading) || isOfTheWhole(reading);
  return items.filter((id) => library.item(id) !== undefined).slice(0, many ? items.length : 1);
}
/** "who is leading?" after a list asks it of each; of what the search found best, the first is meant. */
function isOfTheWhole(reading: Reading): boolean {
  const kind = reading.hearing.memory.last?.kind;
  if (has(reading, 'confidence', 'match')) return !reading.words.some((word) => ONE.has(word));
  return kind !== undefined && LISTED.has(kind) && (!has(reading, 'it') || has(reading, 'source'));
}
/** "why this one" is about one of them. */
const ONE = new Set(['one', 'un']);
const LISTED: ReadonlySet<Intent['kind']> = new Set(['list', 'count', 'changes', 'as-at', 'known-items']);

const PLURAL = new Set([
  'they',
  'them',
  'those',
  'these',
  'their',
  'nhw',
  'rhain',
  'rheini',
  'eu',
  'ohonyn',
  'ohonynt',
  'each',
  'all',
]);
function isPlural(reading: Reading): boolean {
  return reading.words.some((word) => PLURAL.has(word));
}

/** "who leads it?", "pryd?", "why?", "tell me more": about what the talk is about. */
export const aboutIt: Recogniser = (reading) => {
  const aspect =
    aspectOf(reading) ?? aspectOfPronoun(reading) ?? (asksOfItsOwn(reading) ? 'status' : undefined);
  if (aspect === undefined) return undefined;
  const { last } = reading.hearing.memory;
  if (last?.kind === 'as-at' && aspect === 'reason' && reading.words.some((word) => THEN.has(word)))
    return query(last);
  if (last?.kind === 'fact' && EXPLAINING.has(aspect) && leansOnTalk(reading, aspect))
    return query({ ...last, aspect });
  if (saysNoMoreThanIt(reading) || asksOfItsOwn(reading)) return ofItems(reading, aspect);
  if (!leansOnTalk(reading, aspect)) return undefined;
  if (reading.plans.length > 0 || reading.topics.some(isAboutPlanAlone(reading))) return undefined;
  const items = pointedAt(reading);
  return items.length === 0 ? aboutThePlan(reading, aspect) : ofItems(reading, aspect);
};

/** "what was the problem then": at the day just told of, whose statements give their reasons. */
const THEN = new Set(['then', 'bryd', 'pryd', 'adeg']);

function ofItems(reading: Reading, aspect: Aspect): Query {
  const items = pointedAt(reading);
  const day = asAtDay(reading);
  if (day !== undefined) return query({ kind: 'as-at', day, references: [], items, scope: EVERYTHING });
  if (has(reading, 'history')) return query({ kind: 'history', references: [], items });
  const explaining = EXPLAINING.has(aspect) ? explainedBy(reading.hearing.memory, items) : undefined;
  return query({ kind: 'known-items', items, aspect, ...(explaining && { explaining }) });
}
const EXPLAINING: ReadonlySet<Aspect> = new Set(['source', 'confidence', 'match']);

/** The question that brought the items up: of an explanation the one it explained, of one looked at the list it came from. */
function explainedBy({ last, list }: Memory, items: readonly ItemId[]): Intent | undefined {
  if (last?.kind !== 'known-items' || (last.explaining === undefined && last.aspect !== 'overview'))
    return last;
  const listed = list && items.every((id) => list.items.includes(id)) ? list.intent : undefined;
  return last.explaining ?? listed ?? last;
}

/** "when did it open", "pwy sydd efo hwnnw": what is asked of it by the question word alone. */
function aspectOfPronoun(reading: Reading): Aspect | undefined {
  if (reading.hearing.memory.items.length === 0) return undefined;
  if (has(reading, 'when')) return reading.words.some((word) => PAST_VERB.test(word)) ? 'status' : 'due';
  if (!has(reading, 'it')) return undefined;
  if (has(reading, 'history')) return 'status';
  return has(reading, 'who') ? 'lead' : undefined;
}
const PAST_VERB = /^(?:did|since|ers|[\p{L}]{3,}odd|[\p{L}]{3,}wyd|gafodd|ddaeth|aeth)$/u;

/** "why is it so bad", "has it opened": beside the pronoun nothing that any plan has a word for, so it alone is asked about. */
function saysNoMoreThanIt(reading: Reading): boolean {
  const { memory, library } = reading.hearing;
  if (!memory.items.some((id) => library.item(id) !== undefined)) return false;
  const pointing = has(reading, 'it') && !isRelative(reading);
  const named = has(
    reading,
    'action',
    'recommendation',
    'call',
    'theme',
    'plan',
    'plans',
    'this-plan',
    'how-many',
  );
  if (named || reading.plans.length > 0 || (reading.topics.length > 0 && !has(reading, 'status', 'overdue')))
    return false;
  if (datesOf(reading, 'forward').length > 0 && asAtDay(reading) === undefined) return false;
  const left = wordsLeft(reading)
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '');
  if (left.length === 0) return pointing || has(reading, 'when');
  return pointing && left.length <= 2 && left.every((word) => !isOfThePlans(reading, word));
}
function isOfThePlans({ lexicon }: Reading, word: string): boolean {
  return [word, ...unmutated(word)].some((form) => lexicon.words.has(form));
}

/** "were the posts all filled?" of the one item at hand, whose title speaks of posts. */
function asksOfItsOwn(reading: Reading): boolean {
  const { memory, library } = reading.hearing;
  const [id, ...others] = memory.items;
  const item = id !== undefined && others.length === 0 ? library.item(id) : undefined;
  if (!item || reading.plans.length > 0 || reading.words.length > 9) return false;
  if (
    !HAS_IT.test(reading.words[0] ?? '') ||
    has(reading, 'action', 'recommendation', 'call', 'theme', 'plan')
  )
    return false;
  const left = wordsIn(wordsLeft(reading, [0]));
  const titled = wordsIn(`${item.title.en ?? ''} ${item.title.cy ?? ''}`.replaceAll(/['’]/gu, ' '));
  const own = left.filter((word) => [word, ...unmutated(word)].some((form) => titled.includes(form)));
  return own.length > 0 && left.length - own.length <= 1;
}
const HAS_IT = /^(?:did|was|were|has|have|is|are|gafodd|cafodd|ddaru|wnaeth|oedd|ydi|ydy|ydyn|yw|a)$/u;

/** "when is 4.2 due and who leads it": of a later question in one message, "it" is what the one before quoted. */
export function ofTheSame(reading: Reading, before: Intent | undefined): Query | undefined {
  if (before?.kind !== 'by-reference' || reading.references.length > 0 || reading.plans.length > 0)
    return undefined;
  const aspect = aspectOf(reading);
  return aspect !== undefined && leansOnTalk(reading, aspect) ? query({ ...before, aspect }) : undefined;
}

function isAboutPlanAlone(reading: Reading) {
  return () => reading.hearing.memory.items.length === 0;
}

/** With no item in mind the talk may be about a plan; without even that there is nothing to point at. */
function aboutThePlan(reading: Reading, aspect: Aspect) {
  const { memory } = reading.hearing;
  if (memory.plan !== undefined) {
    if (aspect === 'theme') return query({ kind: 'themes', scope: { plans: [memory.plan], filter: {} } });
    if (aspect === 'overview' || aspect === 'confidence' || aspect === 'match')
      return query({ kind: 'plan', plan: memory.plan });
    if (aspect === 'status')
      return query({ kind: 'status', scope: { plans: [memory.plan], filter: {} }, aspect });
    return reading.topics.length > 0
      ? undefined
      : query({ kind: 'status', scope: { plans: [memory.plan], filter: {} }, aspect });
  }
  if (!has(reading, 'it') && !LEANING.has(aspect) && reading.words.length > 4) return undefined;
  return query({ kind: 'unclear', why: 'nothing-to-point-at' });
}

/** Aspects that ask about something without naming it: "who leads?", "why?" */
const LEANING: ReadonlySet<Aspect> = new Set([
  'lead',
  'due',
  'reason',
  'mitigation',
  'source',
  'confidence',
  'age',
  'response',
  'match',
  'addressee',
]);

/** A pronoun, or an aspect and nothing else: "who leads?", "and the status?" */
function leansOnTalk(reading: Reading, aspect: Aspect): boolean {
  const pointing = has(reading, 'it') && !isRelative(reading);
  // "due today" names a window of its own.
  if (aspect === 'due' && !pointing && datesOf(reading, 'forward').length > 0) return false;
  if (has(reading, 'everything', 'theme', 'plans') && !(aspect === 'theme' && pointing)) return false;
  if (has(reading, 'plan', 'this-plan') && !has(reading, 'source')) return false;
  if (has(reading, 'action', 'recommendation', 'call', 'item') && (!pointing || pointsWithin(reading)))
    return false;
  if (contentLeft(reading) !== '') return false;
  if (pointing || LEANING.has(aspect)) return true;
  return aspect === 'status' ? isStatusAlone(reading) : has(reading, 'detail');
}
/** "which actions are overdue and who leads them": what is pointed at was named before. */
function pointsWithin(reading: Reading): boolean {
  const [named, pointed] = [
    placeOf(reading, 'action', 'recommendation', 'call', 'item'),
    placeOf(reading, 'it'),
  ];
  return (
    named !== undefined &&
    pointed !== undefined &&
    named + 1 < pointed &&
    has(reading, 'which', 'show', 'what')
  );
}
/** "the actions that are late": the word after the noun points at nothing. */
function isRelative({ words }: Reading): boolean {
  return words.some(
    (word, at) =>
      word === 'that' && /^(?:actions|recommendations|calls|items|ones)$/u.test(words[at - 1] ?? ''),
  );
}
/** "status?", "and the progress?", not "what is overdue" or "how is everything". */
function isStatusAlone(reading: Reading): boolean {
  const { items } = reading.hearing.memory;
  if (items.length === 0 || reading.words.length > 6) return false;
  return has(reading, 'status', 'going') || (items.length === 1 && isSupposed(reading));
}
/** "completed?", "rejected i think", "wedi gorffen neu beidio": asked of the one item at hand, and no list of such. */
function isSupposed({ text, words }: Reading): boolean {
  return text.trim().endsWith('?') || words.some((word) => SUPPOSING.has(word));
}
const SUPPOSING = new Set(['think', 'guess', 'presumably', 'beidio', 'meddwl', 'debyg']);
