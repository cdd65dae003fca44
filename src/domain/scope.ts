import { addDays, firstDay, lastDay, type DateWindow, type IsoDate } from './dates.ts';
import type { Confidence, Item, ItemId, ItemKind, PlanId, Rating, Stage, ThemeId } from './model.ts';
import { isClosed, type StatusReport } from './status.ts';

/** One standing a person may ask for. A publisher's own label holds within its plan only. */
export type StandingTest =
  | { readonly stage: Stage }
  | { readonly rating: Rating }
  | { readonly label: string; readonly plan: PlanId };

/** What items must fulfil, all of it; a list inside is fulfilled by any of its members. */
export interface ItemFilter {
  readonly kinds?: readonly ItemKind[];
  readonly themes?: readonly ThemeId[];
  /** Names of leads as the library spells them, in either language. */
  readonly leads?: readonly string[];
  /** False: nobody is named as its lead. */
  readonly hasLead?: boolean;
  readonly addressees?: readonly string[];
  readonly standings?: readonly StandingTest[];
  readonly overdue?: boolean;
  /** Due within; completed, cancelled and carried-forward items are left out. */
  readonly due?: DateWindow;
  /** True: with a due date; false: without. */
  readonly hasDue?: boolean;
  readonly neverUpdated?: boolean;
  /** The newest statement is as at this day or later. */
  readonly updatedSince?: IsoDate;
  /** The newest statement is as at before this day, or there is none. */
  readonly notUpdatedSince?: IsoDate;
  readonly confidence?: readonly Confidence[];
  readonly tags?: readonly string[];
  readonly hasWelsh?: boolean;
  readonly parent?: ItemId;
  /** True: only sub-actions and milestones, whatever their parent. */
  readonly isChild?: boolean;
  readonly response?: readonly NonNullable<Item['response']>[];
  /** Of these alone: "which of them are late", of several that were shown. */
  readonly among?: readonly ItemId[];
  /** Not these: "what else do they lead" leaves out what the talk is about. */
  readonly otherThan?: readonly ItemId[];
  /** Items that fulfil this are left out: "everything except digital", "not started" is a standing and not this. */
  readonly except?: ItemFilter;
}

/** What a question or a digest is about. No plans: all that the person may see. */
export interface Scope {
  readonly plans: readonly PlanId[];
  readonly filter: ItemFilter;
}

export const EVERYTHING: Scope = { plans: [], filter: {} };

/** True where the filter asks for nothing, the fields named in `ignoring` left aside. */
export function isOpen(filter: ItemFilter, ignoring: readonly (keyof ItemFilter)[] = []): boolean {
  return Object.entries(filter).every(
    ([field, value]) => value === undefined || ignoring.some((name) => name === field),
  );
}

/** Whether the item, with its status of today, fulfils all that the filter asks. */
export function fulfils(item: Item, status: StatusReport, filter: ItemFilter): boolean {
  if (filter.except && !isOpen(filter.except) && fulfils(item, status, filter.except)) return false;
  return fulfilsFields(item, filter) && fulfilsProgress(item, status, filter);
}

/** Whether a standing passes the standings that the filter asks for; the rest of the filter is left aside. */
export function passesStandings(item: Item, status: StatusReport, filter: ItemFilter): boolean {
  const { standings, except } = filter;
  if (except?.standings?.some((test) => passes(item, status, test))) return false;
  return !standings || standings.some((test) => passes(item, status, test));
}

/** The filter without what it asks of standings. */
export function withoutStandings(filter: ItemFilter): ItemFilter {
  const { standings: _, except, ...rest } = filter;
  if (!except) return rest;
  const { standings: __, ...left } = except;
  return isOpen(left) ? rest : { ...rest, except: left };
}

function fulfilsFields(item: Item, filter: ItemFilter): boolean {
  return (
    within(filter.kinds, item.kind) &&
    within(filter.themes, item.theme) &&
    within(filter.among, item.id) &&
    !filter.otherThan?.includes(item.id) &&
    anyNamed(filter.leads, item.leads) &&
    anyNamed(filter.addressees, item.addressees) &&
    within(filter.confidence, item.source.confidence) &&
    within(filter.parent && [filter.parent], item.parent) &&
    (filter.isChild === undefined || filter.isChild === (item.parent !== undefined)) &&
    within(filter.response, item.response) &&
    (!filter.tags || filter.tags.some((tag) => item.tags.includes(tag))) &&
    (filter.hasWelsh === undefined || filter.hasWelsh === (item.title.cy !== undefined)) &&
    (filter.hasLead === undefined || filter.hasLead === item.leads.length > 0) &&
    (filter.hasDue === undefined || filter.hasDue === (item.due !== undefined))
  );
}

function fulfilsProgress(item: Item, status: StatusReport, filter: ItemFilter): boolean {
  const asAt = status.known ? lastDay(status.latest.asAt) : undefined;
  return (
    (!filter.standings || filter.standings.some((test) => passes(item, status, test))) &&
    (filter.overdue === undefined || filter.overdue === status.overdue) &&
    (!filter.due || isDueWithin(item, status, filter.due)) &&
    (filter.neverUpdated === undefined || filter.neverUpdated === !status.known) &&
    (!filter.updatedSince || (asAt !== undefined && asAt >= filter.updatedSince)) &&
    (!filter.notUpdatedSince || asAt === undefined || asAt < filter.notUpdatedSince)
  );
}

function isDueWithin(item: Item, status: StatusReport, window: DateWindow): boolean {
  if (item.due === undefined || (status.known && isClosed(status.latest.standing))) return false;
  return lastDay(item.due) >= window.from && lastDay(item.due) <= window.to;
}

function passes(item: Item, status: StatusReport, test: StandingTest): boolean {
  if (!status.known) return false;
  const { standing, sourceLabel } = status.latest;
  if ('stage' in test) return standing.stage === test.stage;
  if ('rating' in test) return standing.rating === test.rating;
  return item.plan === test.plan && sourceLabel?.toLowerCase() === test.label.toLowerCase();
}

function within<T>(wanted: readonly T[] | undefined, value: T | undefined): boolean {
  return !wanted || (value !== undefined && wanted.includes(value));
}

function anyNamed(wanted: readonly string[] | undefined, names: Item['leads']): boolean {
  return !wanted || names.some(({ cy, en }) => wanted.some((name) => name === cy || name === en));
}

/** The `days` days that begin today. */
export function nextDays(today: IsoDate, days: number): DateWindow {
  return { from: firstDay(today), to: addDays(today, days) };
}
