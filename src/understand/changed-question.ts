import type { IsoDate } from '../domain/dates.ts';
import type { Aspect, Grouping, Intent, Reference, SortOrder } from '../domain/intent.ts';
import type { ItemId, PlanId } from '../domain/model.ts';
import {
  EVERYTHING,
  withoutStandings,
  type ItemFilter,
  type Scope,
  type StandingTest,
} from '../domain/scope.ts';
import { backWindow, dueWindow, type FoundDate } from './dates.ts';

/** The time that a follow-up names: today, or dates read towards the past and towards the future. */
export type Time =
  | { readonly now: true }
  | {
      readonly now: false;
      readonly back: readonly FoundDate[];
      readonly ahead: readonly FoundDate[];
      /** "how did it stand": asked of the day, not of what has changed since. */
      readonly stood: boolean;
    };

/** What a follow-up changes of the last question. What is absent stays as it was. */
export interface Change {
  readonly plans?: readonly PlanId[];
  readonly filter?: ItemFilter;
  /** Words to look for in place of those before. */
  readonly words?: string;
  readonly order?: SortOrder;
  readonly group?: Grouping;
  readonly time?: Time;
  readonly counted?: boolean;
}

/** The last question with one part of it changed; undefined where it has no such part. */
export function changed(
  last: Intent,
  change: Change,
  items: readonly ItemId[],
  today: IsoDate,
): Intent | undefined {
  const { plans, time, filter, words, order, group, counted } = change;
  let intent: Intent | undefined = last;
  if (plans) intent = ofPlans(intent, plans);
  if (intent && time) intent = atTime(intent, time, items, today);
  if (intent && filter) intent = narrowedTo(intent, filter);
  if (intent && words !== undefined) intent = about(intent, words);
  if (intent && (order || group)) intent = arranged(intent, order, group);
  return intent && counted ? asCount(intent) : intent;
}

/** The same asked of other plans. */
function ofPlans(intent: Intent, plans: readonly PlanId[]): Intent | undefined {
  const [plan] = plans;
  if (plan === undefined) return undefined;
  if (intent.kind === 'compare') return comparedWith(intent, plans);
  if (intent.kind === 'plan' || intent.kind === 'plans') return { kind: 'plan', plan };
  if (intent.kind === 'by-reference')
    return { ...intent, references: intent.references.map((reference) => ({ ...reference, plan })) };
  return withScope(intent, ({ filter }) => ({ plans, filter: withoutPlanParts(filter) }));
}
/** "and England?" after two plans side by side: the first beside the one named now. */
function comparedWith(intent: Compared, plans: readonly PlanId[]): Intent | undefined {
  const [first] = intent.scopes;
  if (!first || plans.some((plan) => first.plans.includes(plan))) return undefined;
  const filter = withoutPlanParts(first.filter);
  return { ...intent, scopes: [first, ...plans.map((plan) => ({ plans: [plan], filter }))] };
}
type Compared = Extract<Intent, { kind: 'compare' }>;

/** Themes and labels belong to one plan and do not move to another. */
function withoutPlanParts(filter: ItemFilter): ItemFilter {
  const { themes, standings, ...rest } = filter;
  if (themes === undefined && standings === undefined) return filter;
  const common = standings?.filter((test) => !('label' in test));
  return { ...rest, ...(common && common.length > 0 && { standings: common }) };
}

/** The same asked of another time: how items stood, what changed, what is due by then. */
function atTime(intent: Intent, time: Time, items: readonly ItemId[], today: IsoDate): Intent | undefined {
  if (isListed(intent)) return listAtTime(intent, time, today);
  if (intent.kind === 'plan') return standingAt({ plans: [intent.plan], filter: {} }, time);
  if (intent.kind === 'changes')
    return time.now || time.stood
      ? standingAt({ ...intent.scope, filter: withoutStandings(intent.scope.filter) }, time)
      : { ...intent, window: backWindow(time.back, today) };
  if (intent.kind === 'as-at')
    return time.now ? asNow(intent, items) : onDay(time, (day) => ({ ...intent, day }));
  if (ABOUT_ITEMS.has(intent.kind)) return time.now ? statusOf(items) : itemsAtDay(time, items, today);
  if (intent.kind !== 'status') return undefined;
  return time.now ? intent : standingAt(intent.scope, time);
}
/** How the plans or themes that a question was about stand, or stood. */
function standingAt(scope: Scope, time: Time): Intent | undefined {
  if (time.now) return { kind: 'status', scope, aspect: 'status' };
  return onDay(time, (day) => ({ kind: 'as-at', day, references: NONE, items: [], scope }));
}
const ABOUT_ITEMS: ReadonlySet<Intent['kind']> = new Set(['known-items', 'by-reference', 'history', 'topic']);

type Listed = Extract<Intent, { kind: 'list' | 'count' }>;
function isListed(intent: Intent): intent is Listed {
  return intent.kind === 'list' || intent.kind === 'count';
}

function listAtTime(intent: Listed, time: Time, today: IsoDate): Intent | undefined {
  const { asAt: _, ...now } = intent;
  if (time.now) return now;
  const due = dueWindow(time.ahead, today);
  const ahead = due !== undefined && (intent.scope.filter.due !== undefined || due.to >= today);
  if (!ahead) return onDay(time, (asAt) => ({ ...now, asAt }));
  const { overdue: _late, ...filter } = intent.scope.filter;
  return { ...now, scope: { ...intent.scope, filter: { ...filter, due } } };
}

function onDay(time: Extract<Time, { now: false }>, ask: (day: IsoDate) => Intent): Intent | undefined {
  const [first] = time.back;
  return first && ask(first.window.to);
}

function asNow(
  { scope, items: asked, references }: Extract<Intent, { kind: 'as-at' }>,
  items: readonly ItemId[],
): Intent | undefined {
  if (asked.length > 0 || references.length > 0) return statusOf(items);
  const whole = Object.values(scope.filter).every((value) => value === undefined);
  return whole ? { kind: 'status', scope, aspect: 'status' } : listOf(scope);
}
function statusOf(items: readonly ItemId[]): Intent | undefined {
  return items.length > 0 ? { kind: 'known-items', items, aspect: 'status' } : undefined;
}
function itemsAtDay(
  time: Extract<Time, { now: false }>,
  items: readonly ItemId[],
  today: IsoDate,
): Intent | undefined {
  if (items.length === 0) return undefined;
  return onDay(time, (day) =>
    day <= today ? { kind: 'as-at', day, references: NONE, items, scope: EVERYTHING } : statusDue(items),
  );
}
const NONE: readonly Reference[] = [];
function statusDue(items: readonly ItemId[]): Intent {
  return { kind: 'known-items', items, aspect: 'due' };
}

/** Narrowed by what was said; a question about plans or themes goes on as the list of their items. */
function narrowedTo(intent: Intent, said: ItemFilter): Intent | undefined {
  if (intent.kind === 'plan') return listOf({ plans: [intent.plan], filter: said });
  if (intent.kind === 'plans') return listOf({ plans: [], filter: said });
  if (intent.kind === 'compare')
    return {
      ...intent,
      scopes: intent.scopes.map(({ plans, filter }) => ({ plans, filter: bothOf(filter, said) })),
    };
  if (intent.kind === 'themes' || intent.kind === 'coverage' || intent.kind === 'fact')
    return listOf({ plans: intent.scope.plans, filter: said });
  const narrower = withScope(intent, ({ plans, filter }) => ({ plans, filter: bothOf(filter, said) }));
  // "which actions are in it", of a theme whose standing was told.
  return narrower?.kind === 'status' && said.kinds ? asList(narrower) : narrower;
}

/** What held before and what was said now; of what cannot both hold the later does. */
function bothOf(had: ItemFilter, said: ItemFilter): ItemFilter {
  if (restates(had, said)) return said;
  const { overdue, due, standings, ...rest } = had;
  const closing = said.standings?.some(isClosing) ?? false;
  const dating = said.overdue === true || said.due !== undefined;
  const except = exceptBoth(had.except, said.except);
  return {
    ...rest,
    ...(!closing && overdue !== undefined && { overdue }),
    ...(!closing && due && { due }),
    ...(standings && !(dating && standings.every(isClosing)) && { standings }),
    ...said,
    ...(except && { except }),
  };
}
/** "and which of the nursing director's are done", of that director's late ones: asked afresh, not within them. */
function restates(had: ItemFilter, said: ItemFilter): boolean {
  const parts = ['leads', 'addressees', 'themes'] as const;
  return (
    Object.keys(said).length > 1 &&
    parts.some((part) => said[part] !== undefined && String(said[part]) === String(had[part]))
  );
}
function isClosing(test: StandingTest): boolean {
  return 'stage' in test && ['completed', 'cancelled', 'carried_forward'].includes(test.stage);
}
function exceptBoth(had: ItemFilter | undefined, said: ItemFilter | undefined): ItemFilter | undefined {
  if (!had || !said) return said ?? had;
  const standings = [...(had.standings ?? []), ...(said.standings ?? [])];
  return { ...had, ...said, ...(standings.length > 0 && { standings }) };
}

/** "and in recruitment?" after a topic or a fact looks for the new words; within a list or count it narrows. */
function about(intent: Intent, words: string): Intent | undefined {
  if (words === '') return intent;
  if (intent.kind === 'fact') return { ...intent, topics: [], words };
  return 'words' in intent || intent.kind === 'changes' ? { ...intent, words } : intent;
}

/** In another order, or by groups; what was no list becomes one. */
function arranged(
  intent: Intent,
  order: SortOrder | undefined,
  group: Grouping | undefined,
): Intent | undefined {
  const arrangement = { ...(order && { order }), ...(group && { group }) };
  if (intent.kind === 'count')
    return order ? { ...asList(intent), ...arrangement } : { ...intent, ...arrangement };
  const list = 'scope' in intent ? asList(intent) : undefined;
  return list && { ...list, ...arrangement };
}

type Scoped = Extract<Intent, { scope: Scope }>;

/** The items that a question was about, as a list. */
export function asList(intent: Scoped): Extract<Intent, { kind: 'list' }> {
  if (intent.kind === 'list') return intent;
  const words = intent.kind === 'count' || intent.kind === 'topic' ? intent.words : '';
  const strict = intent.kind === 'topic' || (intent.kind === 'count' && intent.strict === true);
  const asAt = intent.kind === 'count' ? intent.asAt : intent.kind === 'as-at' ? intent.day : undefined;
  const group = intent.kind === 'count' ? intent.group : undefined;
  return {
    ...listOf(intent.scope),
    words,
    ...(strict && words !== '' && { strict: true }),
    ...(asAt && { asAt }),
    ...(group && { group }),
  };
}
function listOf(scope: Scope): Extract<Intent, { kind: 'list' }> {
  return { kind: 'list', scope, words: '', order: 'document', aspect: 'overview' };
}
/** How many there are of what was listed. */
export function asCount(intent: Intent): Intent {
  if (intent.kind !== 'list') return intent;
  const { scope, words, asAt } = intent;
  return { kind: 'count', scope, words, ...(asAt && { asAt }) };
}

function withScope(intent: Intent, change: (scope: Scope) => Scope): Intent | undefined {
  return 'scope' in intent ? { ...intent, scope: change(intent.scope) } : undefined;
}

/** What was asked of items, for asking the same of others. */
export function aspectAsked(intent: Intent): Aspect {
  return 'aspect' in intent ? intent.aspect : 'overview';
}
