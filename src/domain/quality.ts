import { addMonths, daysBetween, lastDay, type IsoDate, type SourceDate } from './dates.ts';
import {
  ITEM_KINDS,
  type Confidence,
  type Fact,
  type Item,
  type ItemKind,
  type LocalText,
  type Plan,
  type ProgressUpdate,
  type Source,
  type Subject,
} from './model.ts';
import { isClosed, latestAt } from './status.ts';

/** What of a plan is looked at: all that is held of it. */
export interface Held {
  readonly plan: Plan;
  readonly items: readonly Item[];
  readonly facts: readonly Fact[];
  readonly updates: readonly ProgressUpdate[];
}

/** An item and its newest statement. */
export interface Aged {
  readonly item: Item;
  readonly asAt: SourceDate;
  readonly ageDays: number;
}

/** How many of the texts of one sort are there in Welsh. */
export interface WelshCover {
  readonly of: 'plan' | 'theme' | 'item' | 'fact' | 'statement';
  readonly field: string;
  readonly welsh: number;
  readonly all: number;
}

/** How complete, fresh and well sourced a plan is held; for its owner. Lists are in document order, ages oldest first. */
export interface Quality {
  readonly plan: Plan;
  readonly today: IsoDate;
  readonly staleMonths: number;
  /** Items without a parent; children are counted apart. */
  readonly coverage: readonly {
    readonly kind: ItemKind;
    readonly declared?: number;
    readonly held: number;
    readonly children: number;
  }[];
  /** Items not closed by how old their newest statement is, at most that many months; the last has no limit. */
  readonly ages: readonly { readonly months?: number; readonly count: number }[];
  readonly closed: number;
  readonly never: readonly Item[];
  readonly stale: readonly Aged[];
  readonly sources: readonly { readonly confidence: Confidence; readonly count: number }[];
  /** Rows that name no page, section or row of their document. */
  readonly withoutLocator: number;
  readonly welsh: readonly WelshCover[];
  readonly withoutLead: readonly Item[];
  readonly withoutDue: readonly Item[];
}

const AGES = [3, 6, 12];
const CONFIDENCES: readonly Confidence[] = ['primary', 'secondary', 'derived'];

/** The quality of a plan on `today`; what is not closed and older than `staleMonths` is stale. */
export function qualityOf(held: Held, today: IsoDate, staleMonths: number): Quality {
  const { plan, items, facts, updates } = held;
  const sources = [...items, ...facts, ...updates].map(({ source }) => source);
  const bySubject = groupedBySubject(updates);
  const standing = items.map((item) => ({ item, latest: latestAt(bySubject.get(item.id) ?? [], today) }));
  const open = standing.flatMap(({ item, latest }) =>
    latest && !isClosed(latest.standing) ? [agedBy(item, latest, today)] : [],
  );
  const limit = addMonths(today, -staleMonths);
  return {
    plan,
    today,
    staleMonths,
    coverage: coverageOf(held),
    ages: agesOf(open, today),
    closed: standing.filter(({ latest }) => latest && isClosed(latest.standing)).length,
    never: standing.flatMap(({ item, latest }) => (latest ? [] : [item])),
    stale: open.filter(({ asAt }) => lastDay(asAt) < limit).sort((a, b) => b.ageDays - a.ageDays),
    sources: countsOf(sources),
    withoutLocator: sources.filter(({ locator }) => locator === undefined).length,
    welsh: welshOf(held),
    withoutLead: items.filter(({ leads, parent }) => leads.length === 0 && parent === undefined),
    withoutDue: items.filter(({ due, kind }) => due === undefined && kind === 'action'),
  };
}

function groupedBySubject(
  updates: readonly ProgressUpdate[],
): ReadonlyMap<Subject, readonly ProgressUpdate[]> {
  const groups = new Map<Subject, ProgressUpdate[]>();
  for (const update of updates) {
    const group = groups.get(update.subject);
    if (group) group.push(update);
    else groups.set(update.subject, [update]);
  }
  return groups;
}

function agedBy(item: Item, { asAt }: ProgressUpdate, today: IsoDate): Aged {
  return { item, asAt, ageDays: Math.max(0, daysBetween(lastDay(asAt), today)) };
}

function coverageOf({ plan, items }: Held): Quality['coverage'] {
  return ITEM_KINDS.flatMap((kind) => {
    const ofKind = items.filter((item) => item.kind === kind);
    const declared = plan.declared[kind];
    if (ofKind.length === 0 && declared === undefined) return [];
    const held = ofKind.filter(({ parent }) => parent === undefined).length;
    const row = { kind, held, children: ofKind.length - held };
    return [declared === undefined ? row : { ...row, declared }];
  });
}

function agesOf(open: readonly Aged[], today: IsoDate): Quality['ages'] {
  const limits = [...AGES.map((months) => ({ months, from: addMonths(today, -months) })), undefined];
  return limits.map((limit, index) => {
    const younger = limits[index - 1];
    const count = open.filter(({ asAt }) => {
      const day = lastDay(asAt);
      return (limit === undefined || day >= limit.from) && (younger === undefined || day < younger.from);
    }).length;
    return limit === undefined ? { count } : { months: limit.months, count };
  });
}

function countsOf(sources: readonly Source[]): Quality['sources'] {
  return CONFIDENCES.map((confidence) => ({
    confidence,
    count: sources.filter((source) => source.confidence === confidence).length,
  })).filter(({ count }) => count > 0);
}

function welshOf({ plan, items, facts, updates }: Held): readonly WelshCover[] {
  return [
    ...cover('plan', 'title', [plan], ({ title }) => [title]),
    ...cover('plan', 'summary', [plan], ({ summary }) => [summary]),
    ...cover('plan', 'owners', [plan], ({ owners }) => owners),
    ...cover('theme', 'title', plan.themes, ({ title }) => [title]),
    ...cover('theme', 'aim', plan.themes, ({ aim }) => [aim]),
    ...cover('item', 'title', items, ({ title }) => [title]),
    ...cover('item', 'summary', items, ({ summary }) => [summary]),
    ...cover('item', 'leads', items, ({ leads }) => leads),
    ...cover('item', 'addressees', items, ({ addressees }) => addressees),
    ...cover('fact', 'text', facts, ({ text }) => [text]),
    ...cover('statement', 'note', updates, ({ note }) => [note]),
    ...cover('statement', 'reason', updates, ({ reason }) => [reason]),
    ...cover('statement', 'mitigation', updates, ({ mitigation }) => [mitigation]),
  ];
}

/** Of the texts that are there; nothing where none is. */
function cover<T>(
  of: WelshCover['of'],
  field: string,
  entries: readonly T[],
  textsOf: (entry: T) => readonly (LocalText | undefined)[],
): readonly WelshCover[] {
  const there = entries.flatMap(textsOf).filter((text) => text !== undefined);
  const welsh = there.filter(({ cy }) => cy !== undefined).length;
  return there.length === 0 ? [] : [{ of, field, welsh, all: there.length }];
}
