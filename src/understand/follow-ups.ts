import type { Intent, Query } from '../domain/intent.ts';
import type { ItemId } from '../domain/model.ts';
import type { ItemFilter, Scope } from '../domain/scope.ts';
import { aspectOf } from './aspects.ts';
import { filterOf } from './filters.ts';
import { pointedAt } from './items-asked.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, namedPlans, wordsLeft, type Reading } from './reading.ts';
import { narrows } from './scopes.ts';
import { CARDINALS, ORDINALS } from './words.dates.ts';
import { unmutated } from '../language/fold.ts';

/** "more", "the next one", "the second one", "yr ail": steps through what was shown. */
export const stepping: Recogniser = (reading) => {
  const { memory, library } = reading.hearing;
  const bare =
    wordsLeft(reading, ordinalPlaces(reading)) === '' &&
    reading.references.length === 0 &&
    reading.plans.length === 0;
  if (!bare || reading.words.length > 7) return undefined;
  const nth = ordinalOf(reading);
  if (nth !== undefined && (isPlaceInList(reading) || reading.words.length <= 2)) {
    const id = nth === -1 ? memory.items.at(-1) : memory.items[nth - 1];
    return known(id === undefined || !library.item(id) ? [] : [id], reading);
  }
  if (has(reading, 'next') && !has(reading, 'digest', 'due', 'when'))
    return known(neighbour(reading, 1), reading);
  if (has(reading, 'previous') && !has(reading, 'digest')) return known(neighbour(reading, -1), reading);
  if (has(reading, 'detail')) return aboutFocus(reading);
  if (!has(reading, 'more') || reading.words.length > 6) return undefined;
  // "show all completed items" asks for a list of its own.
  return narrows(filterOf(reading, []).filter) ? undefined : query({ kind: 'more' });
};

function ordinalPlaces(reading: Reading): readonly number[] {
  return reading.words.flatMap((word, at) =>
    ['last', 'olaf'].includes(word) ||
    [word, ...unmutated(word)].some((form) => Object.hasOwn(ORDINALS, form))
      ? [at]
      : [],
  );
}
function known(items: readonly ItemId[], reading: Reading): Query {
  if (items.length === 0) return query({ kind: 'unclear', why: 'nothing-to-point-at' });
  return query({ kind: 'known-items', items, aspect: aspectOf(reading) ?? 'overview' });
}

/** "tell me more": the item in mind whole, else more of the list. */
function aboutFocus(reading: Reading): Query | undefined {
  const { memory } = reading.hearing;
  const items = pointedAt(reading);
  if (memory.items.length === 1 || (items.length > 0 && has(reading, 'it')))
    return query({ kind: 'known-items', items, aspect: 'overview' });
  if (memory.items.length > 1) return query({ kind: 'more' });
  if (memory.plan !== undefined) return query({ kind: 'plan', plan: memory.plan });
  return query({ kind: 'unclear', why: 'nothing-to-point-at' });
}

/** 1 for the first; -1 for the last. */
function ordinalOf(reading: Reading): number | undefined {
  for (const word of reading.words) {
    const form = [word, ...unmutated(word)].find((one) => Object.hasOwn(ORDINALS, one));
    if (form !== undefined) return ORDINALS[form];
    if (word === 'last' || word === 'olaf') return -1;
  }
  const number = /^(?:number|rhif)$/u.test(reading.words.at(-2) ?? '') ? reading.words.at(-1) : undefined;
  return number !== undefined && Object.hasOwn(CARDINALS, number) ? CARDINALS[number] : undefined;
}
function isPlaceInList(reading: Reading): boolean {
  return has(reading, 'ordinal-one', 'item', 'it') && !has(reading, 'digest');
}

/** The item after or before the one in mind: in the list shown, else in its plan. */
function neighbour(reading: Reading, step: 1 | -1): readonly ItemId[] {
  const { memory, library } = reading.hearing;
  const [focus] = memory.items;
  const item = focus === undefined ? undefined : library.item(focus);
  if (!item) return [];
  if (memory.items.length > 1) return step === 1 ? memory.items.slice(1, 2) : [];
  const siblings = library
    .itemsOf(item.plan)
    .filter((one) => one.kind === item.kind && one.parent === item.parent);
  const next = siblings[siblings.findIndex((one) => one.id === item.id) + step];
  return next ? [next.id] : [];
}

/** "same for Scotland", "and in recruitment?", "only the overdue ones": the last question again, moved or narrowed. */
export const again: Recogniser = (reading) => {
  const { last } = reading.hearing.memory;
  if (last === undefined || reading.references.length > 0) return undefined;
  return shownAgain(reading, last) ?? movedToPlan(reading, last) ?? narrowed(reading, last);
};

/** "show them", "dangos nhw": the items of the last answer, those that were counted too. */
function shownAgain(reading: Reading, last: Intent): Query | undefined {
  const { items } = reading.hearing.memory;
  const bare = has(reading, 'show') && has(reading, 'it') && wordsLeft(reading) === '';
  if (!bare || reading.words.length > 6 || reading.plans.length > 0 || narrows(filterOf(reading, []).filter))
    return undefined;
  if (last.kind === 'count') return query({ ...last, kind: 'list', order: 'document', aspect: 'overview' });
  if (last.kind === 'list') return query(last);
  return items.length > 0 ? query({ kind: 'known-items', items, aspect: 'overview' }) : undefined;
}

const OPENERS = ['same-for', 'follow-on'] as const;

function movedToPlan(reading: Reading, last: Intent): Query | undefined {
  const plans = namedPlans(reading);
  if (plans.length === 0 || !has(reading, ...OPENERS) || wordsLeft(reading) !== '') return undefined;
  if (
    aspectOf(reading) !== undefined &&
    !has(reading, 'same-for') &&
    has(reading, 'status', 'going', 'lead', 'due')
  )
    return undefined;
  const [plan] = plans;
  if (last.kind === 'plan' && plan !== undefined) return query({ kind: 'plan', plan });
  if (last.kind === 'by-reference' && plan !== undefined) {
    return query({ ...last, references: last.references.map((reference) => ({ ...reference, plan })) });
  }
  const intent = withScope(last, (scope) => ({ plans, filter: withoutPlanParts(scope.filter) }));
  return intent && query(intent);
}
/** Themes and labels belong to one plan and do not move to another. */
function withoutPlanParts(filter: ItemFilter): ItemFilter {
  const { themes, standings, ...rest } = filter;
  if (themes === undefined && standings === undefined) return filter;
  const common = standings?.filter((test) => !('label' in test));
  return { ...rest, ...(common && common.length > 0 && { standings: common }) };
}

const NARROWING = new Set([
  'only',
  'just',
  'ones',
  'of',
  'dim',
  'ond',
  'yn unig',
  'unig',
  'rhai',
  'which',
  'pa',
  'and',
  'a',
  'ac',
  'now',
  'nawr',
  'what',
  'beth',
  'but',
  'filter',
]);

function narrowed(reading: Reading, last: Intent): Query | undefined {
  const opened =
    has(reading, 'follow-on', 'same-for') ||
    reading.words.some((word) => ['only', 'just', 'ond', 'unig', 'filter'].includes(word));
  const ofThem = has(reading, 'it', 'ordinal-one') && has(reading, 'which', 'how-many', 'show');
  const ofListed = isWhichOfThem(reading, last);
  if (
    (!opened && !ofThem && !ofListed) ||
    reading.words.length > (ofThem ? 16 : 9) ||
    namedPlans(reading).length > 0
  )
    return undefined;
  if (has(reading, 'source', 'lead', 'when', 'why', 'how') && !ofThem) return undefined;
  const plans = 'scope' in last ? last.scope.plans : [];
  const { filter, at } = filterOf(reading, plans);
  const left = wordsLeft(reading, at)
    .split(' ')
    .filter((word) => word !== '' && !NARROWING.has(word.toLowerCase()));
  if (!narrows(filter) && filter.kinds === undefined && left.length === 0) return undefined;
  const counting = has(reading, 'how-many');
  const intent = withScope(last, (scope) => ({ plans: scope.plans, filter: { ...scope.filter, ...filter } }));
  if (!intent) return undefined;
  return query(withWords(counting ? asCount(intent) : intent, left.join(' ')));
}
/** "which are in progress", "pa rai sydd ar y gweill" straight after a list: which of those. */
function isWhichOfThem(reading: Reading, last: Intent): boolean {
  const [first, second = ''] = reading.words;
  const bare =
    (first === 'which' && ['are', 'is', 'have', 'has', 'were', 'ones', 'of'].includes(second)) ||
    (first === 'pa' && second === 'rai');
  const listed = last.kind === 'list' || last.kind === 'count';
  return bare && listed && !has(reading, 'action', 'recommendation', 'call', 'item', 'all-plans', 'plans');
}
function asCount(intent: Intent): Intent {
  return intent.kind === 'list' ? { kind: 'count', scope: intent.scope, words: intent.words } : intent;
}
/** "and in recruitment?" after a topic looks for the new words; within a list or count it narrows. */
function withWords(intent: Intent, words: string): Intent {
  return words !== '' && 'words' in intent ? { ...intent, words } : intent;
}

function withScope(intent: Intent, change: (scope: Scope) => Scope): Intent | undefined {
  return 'scope' in intent ? { ...intent, scope: change(intent.scope) } : undefined;
}
