import type { Block, Entry } from '../domain/answer.ts';
import { lastDay, type DateWindow, type IsoDate } from '../domain/dates.ts';
import type { Item, PlanId, ProgressUpdate, Source, Theme } from '../domain/model.ts';
import type { StandingTest } from '../domain/scope.ts';
import { latestAt, oldestFirst, statusOf, type Move } from '../domain/status.ts';
import { inLocale } from '../language/format.ts';
import { statementDetails } from './item.ts';
import { PAGE } from './items.ts';
import {
  asAtWords,
  askFor,
  factsBlock,
  heading,
  labelOf,
  paragraph,
  row,
  standingWords,
  statusLine,
  themeTitle,
  titleOfPlan,
} from './parts.ts';
import type { Draft, Setting } from './setting.ts';

/** The moves of one item, theme or plan within a window. */
export type Changed =
  | { readonly about: 'item'; readonly item: Item; readonly moves: readonly Move[] }
  | { readonly about: 'theme'; readonly theme: Theme; readonly moves: readonly Move[] }
  | { readonly about: 'plan'; readonly plan: PlanId; readonly moves: readonly Move[] };

export interface Changes {
  readonly window: DateWindow;
  readonly changed: readonly Changed[];
  /** Statements learnt within the window that are as at an earlier date. */
  readonly recordedSince: readonly ProgressUpdate[];
  readonly plans: readonly PlanId[];
  readonly from: number;
  /** Only moves into one of these were asked for. */
  readonly standings?: readonly StandingTest[];
}

/** What changed in a window: old → new with dates and sources; an empty window says so. */
export function composeChanges(setting: Setting, changes: Changes): Draft {
  const { time: say } = setting.say;
  const { window, changed } = changes;
  const moves = changed.reduce((sum, each) => sum + each.moves.length, 0);
  const shown = changed.slice(changes.from, changes.from + PAGE);
  const last = changes.from + shown.length;
  const more = last < changed.length;
  const items = changed.flatMap((each) => (each.about === 'item' ? [each.item.id] : []));
  return {
    kind: 'changes',
    headline:
      moves === 0 ? say.noChanges(window.from, window.to) : say.changes(moves, window.from, window.to),
    blocks: [
      ...askedBlock(setting, changes.standings),
      ...positionBlock(setting, changes.from, last, changed.length),
      ...entriesBlock(setting, shown, more),
      ...(changes.recordedSince.length > 0
        ? [{ type: 'notice', tone: 'info', text: say.recordedSince(changes.recordedSince.length) } as const]
        : []),
    ],
    items,
    shown: last,
    plans: changed.length > 0 ? changed.map(planOf) : changes.plans,
    sources: [
      ...shown.flatMap(({ moves: each }) =>
        each.flatMap(({ from, to }) => [...(from ? [from.source] : []), to.source]),
      ),
      ...(changed.length === 0 ? planSources(setting, changes.plans) : []),
    ],
  };
}

/** Into which standings: "no change" is said of those alone. */
function askedBlock(setting: Setting, tests: readonly StandingTest[] = []): readonly Block[] {
  const { words, plan: say } = setting.say;
  const names = tests.map((test) => {
    if ('label' in test) return test.label;
    return words.standing('stage' in test ? { stage: test.stage } : { stage: 'in_progress', ...test });
  });
  return names.length === 0 ? [] : factsBlock([row(say.fields.standing, words.names(names))]);
}

/** That nothing changed has its source where one plan was asked about; of many it is our own finding. */
function planSources(setting: Setting, plans: readonly PlanId[]): readonly Source[] {
  if (plans.length > 1) return [];
  return plans.flatMap((id) => setting.known.plan(id)?.source ?? []);
}

function planOf(changed: Changed): PlanId {
  if (changed.about === 'item') return changed.item.plan;
  return changed.about === 'theme' ? changed.theme.plan : changed.plan;
}

function positionBlock(setting: Setting, from: number, last: number, total: number): readonly Block[] {
  if (from > 0 && from >= total) return [paragraph(setting.say.item.noMore)];
  return total > PAGE ? [paragraph(setting.say.item.showing(from + 1, last, total))] : [];
}

function entriesBlock(setting: Setting, shown: readonly Changed[], more: boolean): readonly Block[] {
  if (shown.length === 0) return [];
  const entries = shown.map((changed) => changeEntry(setting, changed));
  return [{ type: 'entries', entries, ...(more && { more: setting.say.ask.more }) }];
}

function changeEntry(setting: Setting, changed: Changed): Entry {
  const latest = changed.moves.at(-1);
  const status = latest && { status: statusLine(setting, latest.to) };
  const lines = changed.moves.map((move) => moveWords(setting, move));
  if (changed.about === 'item') {
    const { item } = changed;
    const title = inLocale(item.title, setting.locale);
    return {
      item: item.id,
      label: labelOf(setting, item),
      title,
      ...status,
      lines,
      ask: askFor(setting, item),
    };
  }
  const { time: say } = setting.say;
  const title =
    changed.about === 'theme'
      ? inLocale(changed.theme.title, setting.locale)
      : { text: titleOfPlan(setting, changed.plan) };
  const label =
    changed.about === 'theme'
      ? say.themeStatement(themeTitle(setting, changed.theme))
      : say.planStatement(titleOfPlan(setting, changed.plan));
  return { label, title, ...status, lines };
}

/** "At risk (as at …) → completed (as at …)" */
export function moveWords(setting: Setting, { from, to }: Move): string {
  const { time: say, words } = setting.say;
  const [after, afterAsAt] = [words.standing(to.standing), words.asAt(to.asAt)];
  if (!from) return say.first(after, afterAsAt);
  return say.moved(words.standing(from.standing), words.asAt(from.asAt), after, afterAsAt);
}

/** How items have gone: each statement in order, with the moves of their due dates. */
export function composeHistory(setting: Setting, items: readonly Item[]): Draft {
  const { time: say } = setting.say;
  const [only, ...others] = items;
  const updatesOf = (item: Item): readonly ProgressUpdate[] =>
    [...setting.known.updatesOf(item.id)].sort(oldestFirst);
  const headline = (item: Item): string => {
    const { length } = updatesOf(item);
    return length === 0
      ? say.historyNone(labelOf(setting, item))
      : say.history(labelOf(setting, item), length);
  };
  return {
    kind: 'history',
    headline: only && others.length === 0 ? headline(only) : say.historyMany(items.length),
    blocks: items.flatMap((item) => [
      ...(others.length > 0 ? [heading(headline(item))] : []),
      ...factsBlock([row(setting.say.item.fields.title, inLocale(item.title, setting.locale))]),
      ...updatesOf(item).flatMap((update) => statementBlocks(setting, update)),
      ...dueBlocks(setting, item),
    ]),
    items: items.map(({ id }) => id),
    plans: items.map(({ plan }) => plan),
    sources: items.flatMap((item) => [...updatesOf(item).map(({ source }) => source), item.source]),
    asks: items.slice(0, 3).map((item) => askFor(setting, item)),
  };
}

function statementBlocks(setting: Setting, update: ProgressUpdate): readonly Block[] {
  return [{ type: 'status', status: statusLine(setting, update) }, ...statementDetails(setting, update)];
}

function dueBlocks(setting: Setting, item: Item): readonly Block[] {
  if (item.due === undefined) return [];
  const { time: say, words } = setting.say;
  if (item.dueWas.length === 0) return [paragraph(say.dueOnly(item.due))];
  const before = words.names(item.dueWas.map((date) => words.date(date)));
  return [paragraph(say.dueMoved(before, item.due))];
}

/** How items stood on a day: the statement that held then. */
export function composeItemsAsAt(setting: Setting, items: readonly Item[], day: IsoDate): Draft {
  const then: Setting = { ...setting, today: day, replay: true };
  const { time: say } = setting.say;
  const [only, ...others] = items;
  return {
    kind: 'history',
    headline: only && others.length === 0 ? itemAsAt(then, only, day) : say.asAtMany(day),
    blocks: items.flatMap((item) => [
      ...(others.length > 0 ? [heading(itemAsAt(then, item, day))] : []),
      ...factsBlock([row(setting.say.item.fields.title, inLocale(item.title, setting.locale))]),
      ...heldThen(then, item),
    ]),
    items: items.map(({ id }) => id),
    plans: items.map(({ plan }) => plan),
    sources: items.flatMap((item) => {
      const update = latestAt(then.known.updatesOf(item.id), day);
      return update ? [update.source, item.source] : [item.source];
    }),
    asks: items.slice(0, 3).map((item) => askFor(setting, item)),
  };
}

function heldThen(then: Setting, item: Item): readonly Block[] {
  const report = statusOf(item, then.known.updatesOf(item.id), then.today);
  if (!report.known) return [];
  const status = statusLine(then, report.latest, item, report.overdue);
  return [{ type: 'status', status }, ...statementDetails(then, report.latest)];
}

function itemAsAt(then: Setting, item: Item, day: IsoDate): string {
  const { time: say } = then.say;
  const label = labelOf(then, item);
  const update = latestAt(then.known.updatesOf(item.id), day);
  if (!update) return say.asAtNone(label, day);
  return say.asAt(label, day, standingWords(then, update), asAtWords(then, update));
}

/** True for a statement learnt within the window about a day before it. */
export function merelyRecorded(update: ProgressUpdate, { from, to }: DateWindow): boolean {
  const learnt = update.recorded.slice(0, 10);
  return learnt >= from && learnt <= to && lastDay(update.asAt) < from;
}
