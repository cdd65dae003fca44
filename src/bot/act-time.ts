import { composeItems, PAGE } from '../compose/items.ts';
import type { Draft, Setting } from '../compose/setting.ts';
import { composeScopeAsAt } from '../compose/standing.ts';
import { composeNotFound, composeUnclear } from '../compose/talk.ts';
import {
  composeChanges,
  composeHistory,
  composeItemsAsAt,
  merelyRecorded,
  type Changed,
} from '../compose/times.ts';
import type { DateWindow } from '../domain/dates.ts';
import { compareDates } from '../domain/dates.ts';
import type { Intent, Reference } from '../domain/intent.ts';
import type { Item, ItemId, ProgressUpdate, Subject } from '../domain/model.ts';
import { isOpen, passesStandings, withoutStandings, type ItemFilter, type Scope } from '../domain/scope.ts';
import { movesOf, type Move } from '../domain/status.ts';
import type { Found } from '../search/search.ts';
import { actTopic } from './act-find.ts';
import { findIn, itemsIn, plansHeld, plansOf, theOneIn, type Desk, type Handler } from './act-desk.ts';
import { composeGap, itemsById, resolve } from './act-reference.ts';

/** What changed in a window, by `as_at`: items, and the plans and themes themselves; the newest move first. */
export const actChanges: Handler<'changes'> = (desk, { words, strict, ...intent }) => {
  if (words === undefined) return changesIn(desk, intent);
  const { plans } = intent.scope;
  const found = findIn(desk, words, { plans, filter: {} });
  if (found.band === 'answer') {
    const sought = new Set<Subject>(found.items.map((hit) => hit.found.id));
    return { ...changesIn(desk, intent, (subject) => sought.has(subject)), notes: found.notes };
  }
  if (strict)
    return actTopic(desk, { kind: 'topic', words, scope: { plans, filter: {} }, aspect: 'overview' });
  return { ...changesIn(desk, intent), notes: [{ kind: 'unused', typed: words }] };
};

/** `among`: whether the words of the question, where they narrow, find a subject. */
function changesIn(
  desk: Desk,
  { window, scope }: Extract<Intent, { kind: 'changes' }>,
  among: (subject: Subject) => boolean = () => true,
): Draft {
  const { standings } = scope.filter;
  const asked = standings !== undefined || scope.filter.except?.standings !== undefined;
  const subjects = subjectsOf(desk, { ...scope, filter: withoutStandings(scope.filter) }).filter(
    ({ id, of }) => among(id) && (!asked || of.about === 'item'),
  );
  const changed = subjects
    .flatMap(({ id, of }) => {
      const all = movesOf(desk.context.library.updatesOf(id), window.from, window.to);
      const moves = asked && of.about === 'item' ? all.filter(movedInto(of.item, scope.filter)) : all;
      return moves.length > 0 ? [{ ...of, moves }] : [];
    })
    .sort(newestFirst);
  return composeChanges(desk.setting, {
    window,
    changed,
    recordedSince: recordedSince(
      desk,
      subjects.map(({ id }) => id),
      window,
    ),
    plans: plansOf(desk, scope),
    from: desk.from,
    ...(standings && { standings }),
  });
}

/** Whether the new standing is one of those asked for, and the old one was not. */
function movedInto(item: Item, filter: ItemFilter): (move: Move) => boolean {
  if (isOpen(filter, ['kinds'])) return () => true;
  const passes = (latest: ProgressUpdate): boolean =>
    passesStandings(item, { known: true, latest, ageDays: 0, overdue: false }, filter);
  return ({ from, to }) => passes(to) && !(from && passes(from));
}

type About =
  | Omit<Extract<Changed, { about: 'item' }>, 'moves'>
  | Omit<Extract<Changed, { about: 'theme' }>, 'moves'>
  | Omit<Extract<Changed, { about: 'plan' }>, 'moves'>;

function subjectsOf(desk: Desk, scope: Scope): readonly { id: Subject; of: About }[] {
  const plans = plansHeld(desk, plansOf(desk, scope));
  const themes = plans.flatMap((plan) => plan.themes);
  const { filter } = scope;
  const themed = isOpen(filter, ['themes']);
  return [
    ...itemsIn(desk, scope, 'with').map((item) => ({ id: item.id, of: { about: 'item', item } as const })),
    ...themes
      .filter(({ id }) => themed && (!filter.themes || filter.themes.includes(id)))
      .map((theme) => ({ id: theme.id, of: { about: 'theme', theme } as const })),
    ...plans
      .filter(() => isOpen(filter))
      .map((plan) => ({ id: plan.id, of: { about: 'plan', plan: plan.id } as const })),
  ];
}

function newestFirst(a: Changed, b: Changed): number {
  const [left, right] = [a.moves.at(-1), b.moves.at(-1)];
  return left && right ? compareDates(right.to.asAt, left.to.asAt) : 0;
}

function recordedSince(
  desk: Desk,
  subjects: readonly Subject[],
  window: DateWindow,
): readonly ProgressUpdate[] {
  return subjects.flatMap((id) =>
    desk.context.library.updatesOf(id).filter((update) => merelyRecorded(update, window)),
  );
}

/** How items have gone. */
export const actHistory: Handler<'history'> = (desk, { references, items, sought }) => {
  if (sought) {
    const found = findIn(desk, sought.words, sought.scope);
    if (found.band !== 'answer') return noneFound(desk, found, sought.scope);
    return { ...composeHistory(desk.setting, meantIn(found)), notes: found.notes };
  }
  const named = namedItems(desk, references, items);
  return named.is === 'gap' ? named.draft : composeHistory(desk.setting, named.items);
};

/** The one item that is meant, else the best few. */
function meantIn(found: Found): readonly Item[] {
  const one = theOneIn(found);
  return one ? [one] : found.items.slice(0, PAGE).map((hit) => hit.found);
}

function noneFound(desk: Desk, { items }: Found, { plans }: Scope): Draft {
  return composeNotFound(
    desk.setting,
    plans,
    items.slice(0, 3).map((hit) => hit.found),
  );
}

/** How items, or a scope, stood on a day. */
export const actAsAt: Handler<'as-at'> = (desk, { day, references, items, scope, words }) => {
  if (words !== undefined) {
    const found = findIn(desk, words, scope);
    if (found.band === 'answer')
      return { ...composeItemsAsAt(desk.setting, meantIn(found), day), notes: found.notes };
    if (isOpen(scope.filter)) return noneFound(desk, found, scope);
  }
  if (references.length > 0 || items.length > 0) {
    const named = namedItems(desk, references, items);
    return named.is === 'gap' ? named.draft : composeItemsAsAt(desk.setting, named.items, day);
  }
  if (isOpen(scope.filter, ['kinds'])) return composeScopeAsAt(desk.setting, plansOf(desk, scope), day);
  const then: Desk = { ...desk, context: { ...desk.context, today: day } };
  const setting: Setting = { ...desk.setting, today: day, replay: true };
  const plans = plansOf(desk, scope);
  const fitting = itemsIn(then, scope);
  return composeItems(setting, {
    kind: 'status',
    headline: desk.setting.say.time.asAtMany(day),
    items: fitting,
    from: desk.from,
    before:
      fitting.length === 0 ? [{ type: 'paragraph', text: desk.setting.say.item.listNone(undefined) }] : [],
    sources: fitting.length === 0 ? plansHeld(desk, plans).map(({ source }) => source) : [],
    plans,
  });
};

type Named =
  | { readonly is: 'items'; readonly items: readonly Item[] }
  | { readonly is: 'gap'; readonly draft: Draft };

function namedItems(desk: Desk, references: readonly Reference[], ids: readonly ItemId[]): Named {
  const resolved = references.map((reference) => ({ reference, to: resolve(desk, reference) }));
  const held = resolved.flatMap(({ to }) => (to.is === 'held' ? to.items : []));
  const items = [...new Set([...held, ...itemsById(desk, ids)])];
  if (items.length > 0) return { is: 'items', items };
  const [gap] = resolved;
  if (!gap || gap.to.is === 'held')
    return { is: 'gap', draft: composeUnclear(desk.setting, 'nothing-to-point-at') };
  return { is: 'gap', draft: composeGap(desk, gap.reference, gap.to) };
}
