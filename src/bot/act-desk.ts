import { reportOn } from '../compose/reports.ts';
import type { Draft, Setting } from '../compose/setting.ts';
import type { Intent, SortOrder } from '../domain/intent.ts';
import type { Item, ItemKind, Plan, PlanId } from '../domain/model.ts';
import { fulfils, isOpen, type Scope } from '../domain/scope.ts';
import { compareDates, lastDay } from '../domain/dates.ts';
import { fold, unmutated } from '../language/fold.ts';
import { type Messages, messagesFor } from '../language/messages.ts';
import type { Found } from '../search/search.ts';
import type { ActContext } from './context.ts';
import { withoutPlanNames } from './plan-words.ts';

/** Everything at hand while one question is answered. */
export interface Desk {
  readonly context: ActContext;
  readonly setting: Setting;
  /** How many of the list were shown before; 0 unless "more" is asked. */
  readonly from: number;
}

export type Handler<K extends Intent['kind']> = (desk: Desk, intent: Extract<Intent, { kind: K }>) => Draft;

export function deskOf(context: ActContext): Desk {
  const { locale, today, library } = context;
  return { context, from: 0, setting: { locale, today, say: messagesOf(context), known: library } };
}

/** What is said in the context's language. */
export function messagesOf({ locale, catalogue = messagesFor }: ActContext): Messages {
  return catalogue(locale);
}

/** The plans a scope is about: those named, else its themes' own, else the default, else all that may be seen. */
export function plansOf({ context }: Desk, scope: Scope): readonly PlanId[] {
  const { library, defaultPlan } = context;
  if (scope.plans.length > 0) return scope.plans.filter((id) => library.plan(id) !== undefined);
  const themed = (scope.filter.themes ?? []).flatMap((id) => library.theme(id)?.plan ?? []);
  if (themed.length > 0) return [...new Set(themed)];
  if (defaultPlan !== undefined && library.plan(defaultPlan)) return [defaultPlan];
  return library.plans.map(({ id }) => id);
}

export function plansHeld({ context }: Desk, ids: readonly PlanId[]): readonly Plan[] {
  return ids.flatMap((id) => context.library.plan(id) ?? []);
}

/** Items of the scope that fulfil its filter, in document order; children only where a parent is asked for. */
export function itemsIn(desk: Desk, scope: Scope, children: 'with' | 'without' = 'without'): readonly Item[] {
  const { library } = desk.context;
  const beneath = scope.filter.parent !== undefined || scope.filter.isChild === true || children === 'with';
  return plansOf(desk, scope)
    .flatMap((plan) => library.itemsOf(plan))
    .filter((item) => beneath || item.parent === undefined)
    .filter(fulfilling(desk, scope));
}

/** Whether an item fulfils the scope's filter today; an open one asks for no status. */
function fulfilling({ context }: Desk, { filter }: Scope): (item: Item) => boolean {
  const { library, today } = context;
  if (isOpen(filter)) return () => true;
  return (item) => fulfils(item, reportOn(library, item, today), filter);
}

/** Looks words up among the items and facts of a scope. */
export function findIn(desk: Desk, words: string, scope: Scope): Found {
  const { search, locale } = desk.context;
  const plans = new Set(plansOf(desk, scope));
  const fits = fulfilling(desk, scope);
  return search.find(askedIn(desk, words, scope), {
    locale,
    among: (item) => plans.has(item.plan) && fits(item),
    amongFacts: (fact) => plans.has(fact.plan),
  });
}

/** What has the words in its title stands before a part of it that has them too. */
export function parentFirst(items: Found['items']): Found['items'] {
  const [best] = items;
  if (best?.found.parent === undefined || best.matched.length === 0) return items;
  const parent = items.find(({ found }) => found.id === best.found.parent);
  if (!parent || !isTitled(parent.found, best.matched)) return items;
  return [parent, ...items.filter((hit) => hit !== parent)];
}

/**
 * The one item that is meant where one is asked about: the clear best, or that which alone has the words in its title. What
 * stands beneath it is no rival.
 */
export function theOneIn({ items, clear }: Found): Item | undefined {
  const [best, ...others] = items;
  if (!best || clear) return best?.found;
  const rivals = others.filter(({ found }) => found.parent !== best.found.id);
  if (rivals.length === 0) return best.found;
  if (best.matched.length === 0 || !isTitled(best.found, best.matched)) return undefined;
  return rivals.some(({ found }) => isTitled(found, best.matched)) ? undefined : best.found;
}

function isTitled({ title }: Item, typed: readonly string[]): boolean {
  const titles = fold(`${title.en ?? ''} ${title.cy ?? ''}`);
  return typed.every((word) => [fold(word), ...unmutated(fold(word))].some((form) => titles.includes(form)));
}

/** The words without the names of the plans that the scope has from them. */
function askedIn({ context }: Desk, words: string, { plans: named }: Scope): string {
  const { plans } = context.library;
  return withoutPlanNames(
    words,
    plans.filter(({ id }) => named.includes(id)),
    plans.filter(({ id }) => !named.includes(id)),
  );
}

/** The one kind a filter names; undefined where it names none or several. */
export function oneKind(kinds: readonly ItemKind[] | undefined): ItemKind | undefined {
  return kinds?.length === 1 ? kinds[0] : undefined;
}

/** Plans that are known to have what the scope asks for, and of which nothing of it is held. */
export function plansNotHolding(desk: Desk, scope: Scope): readonly PlanId[] {
  const { library } = desk.context;
  const { kinds, themes } = scope.filter;
  const plans = plansOf(desk, scope);
  const rows = plans.flatMap((plan) =>
    library
      .coverageOf(plan)
      .filter(({ kind }) => !kinds || kinds.includes(kind))
      .map((row) => ({ ...row, plan })),
  );
  const gaps = rows.filter(({ declared, held }) => (declared ?? 0) > held);
  const held = rows.some((row) => row.held > 0);
  const themeHeld =
    !themes || itemsIn(desk, { plans, filter: { themes, ...(kinds && { kinds }) } }).length > 0;
  return held && themeHeld ? [] : [...new Set(gaps.map(({ plan }) => plan))];
}

/** Sorts a copy; what has no date to sort by comes last. */
export function inOrder(desk: Desk, items: readonly Item[], order: SortOrder): readonly Item[] {
  if (order === 'document') return items;
  const { library, today } = desk.context;
  const due = (item: Item): string | undefined => item.due && lastDay(item.due);
  if (order === 'due' || order === 'most-overdue') {
    return [...items].sort((a, b) => (due(a) ?? '9999').localeCompare(due(b) ?? '9999'));
  }
  const asAt = (item: Item) => {
    const report = reportOn(library, item, today);
    return report.known ? report.latest.asAt : undefined;
  };
  return [...items].sort((a, b) => {
    const [left, right] = [asAt(a), asAt(b)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    return order === 'oldest' ? compareDates(left, right) : compareDates(right, left);
  });
}
