import type { Instant } from '../domain/dates.ts';
import { openAbouts, pairTrouble, refTrouble, type About } from './about.ts';
import { conflicts, lonelyAddress, sourceless } from './draft-troubles.ts';
import {
  factFrom,
  inOrder,
  itemFrom,
  itemName,
  kindName,
  planFrom,
  titleFrom,
  untouched,
  updateFrom,
  type Values,
} from './draft-parts.ts';
import { openThemes, type DraftThemes } from './draft-themes.ts';
import { listAt, type RawPack } from './entries.ts';
import { valueAt, type PackFile, type Path } from './finding.ts';
import type { SourceEntry, SourceRef } from './schema.ts';
import type { SheetName } from './sheet-columns.ts';
import { problemAt, type Row, type SheetProblem } from './sheet.ts';
import { adoptSource, keyNamed, NO_SOURCE, sourceFor, themeSource, type SourceBook } from './source-book.ts';

/** One plan's rows of all sheets. */
export interface PlanRows {
  readonly id: string;
  readonly rows: Readonly<Record<SheetName, readonly Row[]>>;
  readonly itemColumns: ReadonlySet<string>;
}

/** A plan's rows as the content of pack files, not yet checked, and where each part of it came from. */
export interface Draft {
  readonly raw: Required<RawPack>;
  /** How many statements of `raw` stood in the pack before; the rest are the sheet's. */
  readonly heldUpdates: number;
  readonly problems: readonly SheetProblem[];
  rowAt(file: PackFile, path: Path): Row | undefined;
  /** Rows of `progress` that say otherwise of the same item and date; where `fresh` is given, of those not yet held. */
  contradictions(fresh?: readonly number[]): readonly SheetProblem[];
}

/**
 * Puts a plan's rows over the pack that is there already. A sheet's items and facts take the place of those held, but
 * what the sheet has no column for is kept; statements are added to those held.
 */
export function draftOf(plan: PlanRows, held: RawPack | undefined, now: Instant): Draft {
  const { rows } = plan;
  const [planRow] = rows.plans;
  const said = planRow ? planFrom(planRow) : {};
  const book = openBook(plan, held, said);
  const heldThemes = listAt(held?.plan, 'themes');
  const themes = openThemes({
    rows: rows.themes,
    held: heldThemes,
    unlisted: rows.themes.length === 0 && (heldThemes.length === 0 || isFromItems(held, 'themes')),
    sourceFor: (row) => themeSource(book, row),
  });
  const items = draftItems(plan, listAt(held?.items, 'items'), themes, book);
  const facts = draftFacts(rows.facts, listAt(held?.plan, 'facts'), book);
  const before = listAt(held?.progress, 'updates');
  const about = rows.progress.map(openAbouts(items, themes.list));
  const added = rows.progress.map((row, index) =>
    inOrder('update', updateFrom(row, nameIn(about[index]), sourceFor(book, row), now)),
  );
  const content = inOrder('plan', {
    title: titleFrom(plan.id),
    ...(held?.plan as Values | undefined),
    ...said,
    id: plan.id,
    sources: book.sources,
    source: book.own ?? NO_SOURCE,
    from_items: [
      ...(book.stated ? [] : ['source']),
      ...(themes.unlisted && themes.list.length > 0 ? ['themes'] : []),
    ],
    themes: themes.list.map((theme) => inOrder('theme', theme)),
    facts: facts.length > 0 ? facts : listAt(held?.plan, 'facts'),
  });
  const origins = originsOf(plan, book, themes, before.length);
  return {
    raw: { plan: content, items: { items }, progress: { updates: [...before, ...added] } },
    heldUpdates: before.length,
    problems: [
      ...troubles(plan),
      ...sourceless(plan, book),
      ...themes.problems,
      ...about.flatMap((each) => (each.ok ? [] : [each.problem])),
    ],
    rowAt: (file, path) => originAt(origins, file, path),
    contradictions: (fresh) => contradictions(rows.progress, about, before.length, fresh),
  };
}

function contradictions(
  rows: readonly Row[],
  abouts: readonly About[],
  heldUpdates: number,
  fresh: readonly number[] | undefined,
): readonly SheetProblem[] {
  const places = fresh?.map((index) => index - heldUpdates) ?? [...rows.keys()];
  const at = <T>(list: readonly T[]): readonly T[] => places.flatMap((place) => list[place] ?? []);
  return conflicts(at(rows), at(abouts));
}

/** Whether the pack held has this from its items alone, for nobody has stated it. */
function isFromItems(held: RawPack | undefined, what: 'source' | 'themes'): boolean {
  const parts = valueAt(held?.plan, ['from_items']);
  return Array.isArray(parts) && parts.includes(what);
}

function openBook({ rows }: PlanRows, held: RawPack | undefined, said: Values): SourceBook {
  const sources = valueAt(held?.plan, ['sources']) as Record<string, SourceEntry> | undefined;
  const own = valueAt(held?.plan, ['source']) as SourceRef | undefined;
  const stated = own !== undefined && !isFromItems(held, 'source');
  const book: SourceBook = { sources: { ...sources }, rows: new Map(), own, stated };
  const [planRow] = rows.plans;
  if (planRow) adoptSource(book, planRow, said['published'], valueAt(held?.plan, ['published']));
  if (book.stated) return book;
  // A plan needs a source to be spoken of: of those that its rows name, the first.
  const firstNamed = [...rows.items, ...rows.facts].find(
    ({ cells }) => cells['source_document'] ?? cells['source_document_cy'],
  );
  if (firstNamed) book.own = keyNamed(book, firstNamed);
  return book;
}

function draftItems(
  { rows, itemColumns }: PlanRows,
  held: readonly unknown[],
  themes: DraftThemes,
  book: SourceBook,
): readonly unknown[] {
  if (rows.items.length === 0) return held;
  const before = new Map(
    held.map((each) => [itemName(valueAt(each, ['kind']), valueAt(each, ['ref'])), each as Values]),
  );
  const heldFor = ({ cells }: Row) => before.get(itemName(kindName(cells['kind']), cells['ref']));
  return rows.items.map((row) =>
    inOrder('item', {
      ...untouched(heldFor(row), itemColumns),
      ...inOrder('item', itemFrom(row, themes.refFor(row), sourceFor(book, row))),
    }),
  );
}

/** A fact that was held with the same words keeps what the sheet has no column for. */
function draftFacts(rows: readonly Row[], held: readonly unknown[], book: SourceBook): readonly Values[] {
  const print = (each: unknown) =>
    JSON.stringify(['topic', 'date', 'text'].map((key) => valueAt(each, [key])));
  const before = new Map(held.map((each) => [print(each), each]));
  return rows.map((row) => {
    const fact = inOrder('fact', factFrom(row, sourceFor(book, row)));
    const tied = valueAt(before.get(print(fact)), ['tied_to_plan']);
    return tied === undefined ? fact : inOrder('fact', { ...fact, tied_to_plan: tied });
  });
}

function troubles({ rows }: PlanRows): readonly SheetProblem[] {
  return [
    ...rows.plans
      .slice(1)
      .map((row) => problemAt(row, 'plan', 'the plan has a row above', 'Keep one row for each plan.')),
    ...[...rows.items, ...rows.progress].flatMap(refTrouble),
    ...rows.items.flatMap((row) => [...pairTrouble(row, 'leads'), ...pairTrouble(row, 'addressees')]),
    ...rows.plans.flatMap((row) => [...pairTrouble(row, 'owners'), ...lonelyAddress(row)]),
  ];
}

/** What cannot be told is reported by itself; the plan stands in so that nothing else is said of it. */
function nameIn(about: About | undefined): string {
  return about?.ok === true ? about.name : 'plan';
}

function originsOf(
  { rows }: PlanRows,
  book: SourceBook,
  themes: DraftThemes,
  heldUpdates: number,
): ReadonlyMap<string, Row> {
  const first = rows.plans[0] ?? rows.items[0] ?? rows.progress[0] ?? rows.facts[0] ?? rows.themes[0];
  const places: readonly (readonly [PackFile, Path, Row | undefined])[] = [
    ['plan.yaml', [], first],
    ...[...book.rows].map(([key, row]) => ['plan.yaml', ['sources', key], row] as const),
    ...themes.rows.map((row, index) => ['plan.yaml', ['themes', index], row] as const),
    ...rows.facts.map((row, index) => ['plan.yaml', ['facts', index], row] as const),
    ...rows.items.map((row, index) => ['items.yaml', ['items', index], row] as const),
    ...rows.progress.map((row, index) => ['progress.yaml', ['updates', heldUpdates + index], row] as const),
  ];
  return new Map(places.flatMap(([file, path, row]) => (row ? [[placeOf(file, path), row] as const] : [])));
}

/** The row that made the part, or the nearest part around it. */
function originAt(origins: ReadonlyMap<string, Row>, file: PackFile, path: Path): Row | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const row = origins.get(placeOf(file, path.slice(0, length)));
    if (row) return row;
  }
  return undefined;
}

function placeOf(file: PackFile, path: Path): string {
  return JSON.stringify([file, ...path]);
}
