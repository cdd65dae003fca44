import type { Instant } from '../domain/dates.ts';
import { aboutOf, pairTrouble, refTrouble, type About } from './about.ts';
import {
  factFrom,
  heldItem,
  inOrder,
  itemFrom,
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
import { problemAt, type Row, type SheetName, type SheetProblem } from './sheet.ts';
import { adoptSource, sourceFor, type SourceBook } from './source-book.ts';

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
  const themes = openThemes(rows.themes, listAt(held?.plan, 'themes'), () => book.own);
  const items = draftItems(plan, listAt(held?.items, 'items'), themes, book);
  const facts = rows.facts.map((row) => inOrder('fact', factFrom(row, sourceFor(book, row))));
  const before = listAt(held?.progress, 'updates');
  const about = rows.progress.map((row) => aboutOf(row, items, themes.list));
  const added = rows.progress.map((row, index) =>
    inOrder('update', updateFrom(row, nameIn(about[index]), sourceFor(book, row), now)),
  );
  const content = inOrder('plan', {
    title: titleFrom(plan.id),
    ...(held?.plan as Values | undefined),
    ...said,
    id: plan.id,
    sources: book.sources,
    source: book.own,
    themes: themes.list.map((theme) => inOrder('theme', theme)),
    facts: facts.length > 0 ? facts : listAt(held?.plan, 'facts'),
  });
  const origins = originsOf(plan, book, themes, before.length);
  return {
    raw: { plan: content, items: { items }, progress: { updates: [...before, ...added] } },
    heldUpdates: before.length,
    problems: [...troubles(plan), ...about.flatMap((each) => (each.ok ? [] : [each.problem]))],
    rowAt: (file, path) => originAt(origins, file, path),
  };
}

function openBook({ rows }: PlanRows, held: RawPack | undefined, said: Values): SourceBook {
  const sources = valueAt(held?.plan, ['sources']) as Record<string, SourceEntry> | undefined;
  const own = valueAt(held?.plan, ['source']) as SourceRef | undefined;
  const book: SourceBook = { sources: { ...sources }, rows: new Map(), own };
  const [planRow] = rows.plans;
  if (planRow) adoptSource(book, planRow, said['published']);
  const firstNaming = [...rows.items, ...rows.facts].find(
    ({ cells }) => cells['source_document'] ?? cells['source_document_cy'],
  );
  if (book.own === undefined && firstNaming) adoptSource(book, firstNaming, undefined);
  return book;
}

function draftItems(
  { rows, itemColumns }: PlanRows,
  held: readonly unknown[],
  themes: DraftThemes,
  book: SourceBook,
): readonly unknown[] {
  if (rows.items.length === 0) return held;
  return rows.items.map((row) =>
    inOrder('item', {
      ...untouched(heldItem(row, held), itemColumns),
      ...inOrder('item', itemFrom(row, themes.refFor(row), sourceFor(book, row))),
    }),
  );
}

function troubles({ rows }: PlanRows): readonly SheetProblem[] {
  return [
    ...rows.plans
      .slice(1)
      .map((row) => problemAt(row, 'plan', 'the plan has a row above', 'Keep one row for each plan.')),
    ...[...rows.items, ...rows.progress].flatMap(refTrouble),
    ...rows.items.flatMap((row) => [...pairTrouble(row, 'leads'), ...pairTrouble(row, 'addressees')]),
    ...rows.plans.flatMap((row) => pairTrouble(row, 'owners')),
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
