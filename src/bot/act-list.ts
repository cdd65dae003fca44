import { composeCounted, composeDeclared } from '../compose/counts.ts';
import { composeNotHeld } from '../compose/coverage.ts';
import { composeItems, holdingNotices } from '../compose/items.ts';
import { kindFor } from '../compose/item.ts';
import { entryOf, heading, notice, reportOf, textOf, titleOfPlan } from '../compose/parts.ts';
import { composeComparison } from '../compose/plans.ts';
import type { Draft } from '../compose/setting.ts';
import { composeAllStatus, composePlanStatus, composeThemeStatus } from '../compose/standing.ts';
import type { Block } from '../domain/answer.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Aspect, Grouping, Intent, Note } from '../domain/intent.ts';
import type { Item, ItemKind, PlanId } from '../domain/model.ts';
import type { Band } from '../search/search.ts';
import { isOpen, type ItemFilter, type Scope } from '../domain/scope.ts';
import { actTopic } from './act-find.ts';
import {
  findIn,
  inOrder,
  itemsIn,
  oneKind,
  plansHeld,
  plansNotHolding,
  plansOf,
  type Desk,
  type Handler,
} from './act-desk.ts';

/** In a comparison each plan shows so many items. */
const SIDE = 5;

/** Items by a filter, narrowed by words where there are any. */
export const actList: Handler<'list'> = (desk, intent) => {
  const { asAt, ...now } = intent;
  if (asAt !== undefined) return asAtDay(desk, asAt, (then) => actList(then, now));
  const { scope, words, strict, order, group, aspect } = now;
  const missing = plansNotHolding(desk, scope);
  if (missing.length > 0) return notHeld(desk, scope, missing);
  const picks = strict ?? (isOpen(scope.filter, ['kinds']) && group === undefined && order === 'document');
  const { items, notes, band } = narrowed(desk, scope, words, picks);
  if (band === 'nothing') return nothingFor(desk, scope, words, aspect);
  const sorted = grouped(desk, inOrder(desk, items, order), group);
  const { setting } = desk;
  const plans = plansOf(desk, scope);
  return {
    ...composeItems(setting, {
      kind: standingAsked(aspect) ? 'status' : 'items',
      headline:
        band === 'closest' ? setting.say.item.closest : listHeadline(desk, scope.filter, sorted.length),
      items: sorted,
      aspect,
      from: desk.from,
      after: [
        ...beneath(desk, scope, words),
        ...unpublished(desk, scope),
        ...holdingNotices(setting, plans, scope.filter.kinds),
      ],
      sources: sorted.length === 0 ? planSources(desk, plans) : [],
      plans,
      ...(group && { groupOf: (item: Item) => groupName(desk, item, group) }),
    }),
    notes,
  };
};

/** What is answered on that day with the statements that held then; the day is said first. */
function asAtDay(desk: Desk, day: IsoDate, answer: (then: Desk) => Draft): Draft {
  const draft = answer({
    ...desk,
    context: { ...desk.context, today: day },
    setting: { ...desk.setting, today: day, replay: true },
  });
  return { ...draft, headline: `${desk.setting.say.time.asAtMany(day)} ${draft.headline}` };
}

/** Who, when, how and why of a list is its status; a response is what the items were picked by. */
function standingAsked(aspect: Aspect): boolean {
  return kindFor(aspect) === 'status' && aspect !== 'response';
}

function notHeld(desk: Desk, scope: Scope, plans: readonly PlanId[]): Draft {
  return composeNotHeld(desk.setting, { plans, kind: oneKind(scope.filter.kinds) });
}

function planSources(desk: Desk, plans: readonly PlanId[]) {
  return plansHeld(desk, plans).map(({ source }) => source);
}

interface Narrowed {
  readonly items: readonly Item[];
  readonly notes: readonly Note[];
  /** The words pick the items, or nothing else does and they found nothing that fits. */
  readonly band?: Band;
}

/**
 * The items of the filter; with words those of them that the words find, best first. Words that find nothing among them
 * narrow nothing, which is said; where the words pick the items there is nothing else to list by.
 */
function narrowed(desk: Desk, scope: Scope, words: string, picks: boolean): Narrowed {
  const items = itemsIn(desk, scope);
  if (words.trim() === '') return { items, notes: [] };
  const found = findIn(desk, words, scope);
  const fitting = new Set(items);
  const hits = found.items.map((hit) => hit.found).filter((item) => fitting.has(item));
  if (found.band === 'answer' && hits.length > 0) return { items: hits, notes: found.notes, band: 'answer' };
  if (picks) {
    const close = found.band === 'closest' && hits.length > 0;
    return { items: close ? hits : [], notes: found.notes, band: close ? 'closest' : 'nothing' };
  }
  return { items, notes: [{ kind: 'unused', typed: words }] };
}

/** Words that must be found and are not: what they name is asked for whatever its standing, else nothing is. */
function nothingFor(
  desk: Desk,
  { plans, filter: { kinds } }: Scope,
  words: string,
  aspect: Aspect = 'overview',
): Draft {
  const scope: Scope = { plans, filter: { ...(kinds && { kinds }) } };
  return actTopic(desk, { kind: 'topic', words, scope, aspect });
}

function listHeadline(desk: Desk, filter: ItemFilter, count: number): string {
  const { item } = desk.setting.say;
  const { today } = desk.context;
  if (filter.overdue && !filter.due)
    return count === 0 ? item.listOverdueNone(today) : item.listOverdue(count, today);
  if (filter.due) {
    const { from, to } = filter.due;
    return count === 0 ? item.listDueNone(from, to) : item.listDue(count, from, to);
  }
  const kind = oneKind(filter.kinds);
  return count === 0 ? item.listNone(kind) : item.list(count, kind);
}

/** Children that fit while they are not counted: shown beneath, apart. */
function beneath(desk: Desk, scope: Scope, words: string): readonly Block[] {
  const { filter } = scope;
  const plain = isOpen(filter, ['kinds', 'themes']);
  if (plain || filter.parent !== undefined || words.trim() !== '') return [];
  const children = itemsIn(desk, scope, 'with').filter(({ parent }) => parent !== undefined);
  if (children.length === 0) return [];
  const entries = children.slice(0, SIDE).map((child) => entryOf(desk.setting, child));
  return [heading(desk.setting.say.item.alsoChildren(children.length)), { type: 'entries', entries }];
}

/** A question about standings leaves out those without one, which is said. */
function unpublished(desk: Desk, scope: Scope): readonly Block[] {
  if (!scope.filter.standings) return [];
  const { standings: _, ...rest } = scope.filter;
  const silent = itemsIn(desk, { ...scope, filter: rest }).filter(
    (item) => !reportOf(desk.setting, item).known,
  );
  return silent.length === 0 ? [] : [notice(desk.setting.say.item.withoutStatus(silent.length))];
}

/** The same items with those of one group together, groups in the order in which they first appear. */
function grouped(desk: Desk, items: readonly Item[], group: Grouping | undefined): readonly Item[] {
  return group ? groupsOf(desk, items, group).flatMap((each) => each.items) : items;
}

function groupsOf(
  desk: Desk,
  items: readonly Item[],
  group: Grouping,
): readonly { name: string; items: readonly Item[] }[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = groupName(desk, item, group);
    const held = groups.get(name);
    if (held) held.push(item);
    else groups.set(name, [item]);
  }
  return [...groups].map(([name, each]) => ({ name, items: each }));
}

function groupName(desk: Desk, item: Item, group: Grouping): string {
  const { setting } = desk;
  const { words, item: say } = setting.say;
  switch (group) {
    case 'plan':
      return titleOfPlan(setting, item.plan);
    case 'theme': {
      const theme = item.theme && desk.context.library.theme(item.theme);
      return theme ? textOf(setting, theme.title) : say.ungrouped;
    }
    case 'kind':
      return words.kind(item.kind);
    case 'lead': {
      const [lead] = item.leads;
      return lead ? textOf(setting, lead) : say.ungrouped;
    }
    case 'standing': {
      const report = reportOf(setting, item);
      return report.known ? words.standing(report.latest.standing) : words.notPublished;
    }
    case 'response':
      return item.response === undefined ? say.ungrouped : words.response(item.response);
    case 'addressee': {
      const [addressee] = item.addressees;
      return addressee ? textOf(setting, addressee) : say.ungrouped;
    }
    default:
      return assertNever(group);
  }
}

/** Whether nothing held fits a word that stands where a standing would: it was not understood, and "none" would mislead. */
function isUnread(desk: Desk, scope: Scope, words: string): boolean {
  return words.trim() !== '' && findIn(desk, words, scope).band === 'nothing';
}

function countedWithout(desk: Desk, intent: Extract<Intent, { kind: 'count' }>): Draft {
  const { predicate: _, words, ...plain } = intent;
  const draft = actCount(desk, { ...plain, words: '' });
  return { ...draft, notes: [...(draft.notes ?? []), { kind: 'unused', typed: words }] };
}

/** How many: what plans declare, or how many held items fit a filter. */
export const actCount: Handler<'count'> = (desk, intent) => {
  const { asAt, ...now } = intent;
  if (asAt !== undefined) return asAtDay(desk, asAt, (then) => actCount(then, now));
  const { scope, words, strict, group } = now;
  if (now.predicate && isUnread(desk, scope, words)) return countedWithout(desk, now);
  const plans = plansOf(desk, scope);
  const { kinds } = scope.filter;
  const plain = isOpen(scope.filter, ['kinds']) && words.trim() === '';
  if (plain && !group) return composeDeclared(desk.setting, plans, kinds, itemsIn(desk, scope));
  const missing = plansNotHolding(desk, scope);
  if (missing.length > 0) return notHeld(desk, scope, missing);
  const picks = strict ?? (isOpen(scope.filter, ['kinds']) && group === undefined);
  const { items, notes, band } = narrowed(desk, scope, words, picks);
  if (strict && band === 'nothing' && !kinds) return nothingFor(desk, scope, words);
  const counted = band === 'nothing' || band === 'closest' ? [] : items;
  const draft = composeCounted(desk.setting, {
    items: grouped(desk, counted, group),
    kind: oneKind(kinds),
    plans,
    ...(group && {
      groups: groupsOf(desk, counted, group).map((each) => ({ name: each.name, count: each.items.length })),
    }),
    notices: [...unpublished(desk, scope), ...holdingNotices(desk.setting, plans, kinds)],
  });
  const said: readonly Note[] =
    band && counted.length === 0 ? [{ kind: 'nothing-for', typed: words }] : notes;
  return { ...draft, notes: said, shown: 0 };
};

/** How a plan, a theme or everything stands. */
export const actStatus: Handler<'status'> = (desk, { scope, aspect }) => {
  const { filter } = scope;
  const plans = plansOf(desk, scope);
  if (isOpen(filter, ['kinds']) && coversAll(desk, plans, filter.kinds)) {
    const [only, ...others] = plans;
    return only !== undefined && others.length === 0
      ? composePlanStatus(desk.setting, only)
      : composeAllStatus(desk.setting, plans);
  }
  const [theme, ...others] = (filter.themes ?? []).flatMap((id) => desk.context.library.theme(id) ?? []);
  if (theme && others.length === 0)
    return composeThemeStatus(desk.setting, theme, itemsIn(desk, scope), desk.from);
  const missing = plansNotHolding(desk, scope);
  if (missing.length > 0) return notHeld(desk, scope, missing);
  const items = itemsIn(desk, scope);
  return composeItems(desk.setting, {
    kind: 'status',
    headline:
      items.length === 0
        ? desk.setting.say.item.listNone(oneKind(filter.kinds))
        : desk.setting.say.item.several(items.length),
    items,
    aspect,
    from: desk.from,
    after: holdingNotices(desk.setting, plans, filter.kinds),
    sources: items.length === 0 ? planSources(desk, plans) : [],
    plans,
  });
};

/** Whether these are all the kinds that the plans have, so that the plans as a whole are meant. */
function coversAll(desk: Desk, plans: readonly PlanId[], kinds: readonly ItemKind[] | undefined): boolean {
  if (!kinds) return true;
  return plans.every((plan) =>
    desk.context.library.coverageOf(plan).every(({ kind }) => kinds.includes(kind)),
  );
}

/** Plans side by side, as a whole or on what the words ask. */
export const actCompare: Handler<'compare'> = (desk, { scopes, words }) => {
  const asked = words.trim();
  const filtered = scopes.some(({ filter }) => !isOpen(filter));
  const whole = scopes.length > 0 ? scopes : [{ plans: [], filter: {} }];
  const sides = whole.flatMap((scope) =>
    plansHeld(desk, plansOf(desk, scope)).map((plan) => {
      const own: Scope = { plans: [plan.id], filter: scope.filter };
      if (asked === '') return { plan, items: filtered ? itemsIn(desk, own).slice(0, SIDE) : [] };
      const found = findIn(desk, asked, own);
      return {
        plan,
        items: found.band === 'answer' ? found.items.slice(0, SIDE).map((hit) => hit.found) : [],
      };
    }),
  );
  return composeComparison(desk.setting, sides, asked !== '' || filtered);
};
