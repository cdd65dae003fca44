import { existsSync, realpathSync } from 'node:fs';
import { basename, join, sep } from 'node:path';

import type { Instant, IsoDate } from '../domain/dates.ts';
import type { ProgressUpdate } from '../domain/model.ts';
import { checkPack } from './check-pack.ts';
import { draftOf, type Draft, type PlanRows } from './draft.ts';
import { listAt, type RawPack } from './entries.ts';
import { valueAt, type PackFile } from './finding.ts';
import { heldPack, keepParsed, type HeldPack } from './held-pack.ts';
import { packFoldersIn, type Texts } from './load.ts';
import { nearest } from './nearest.ts';
import type { Pack } from './pack.ts';
import { inSheets } from './sheet-findings.ts';
import { SHEET_NAMES, type SheetName } from './sheet-columns.ts';
import { sheetsIn, wasGiven, type SheetFiles, type Sheets } from './sheet-files.ts';
import { problemAt, type SheetProblem } from './sheet.ts';
import { appendTo, attempt, mendPacks, toYaml, writePacks, type PackTexts } from './write-pack.ts';

/** The sheets are paths of CSV, Markdown or `.xlsx` files. */
export interface ImportOptions extends SheetFiles {
  /** The folder of packs to write to. */
  readonly into: string;
  /** The bundled packs, which are never written to and whose plan ids are taken. */
  readonly bundled?: string;
  readonly today: IsoDate;
  readonly now: Instant;
}

/** Nothing is written unless everything is right. */
export type Imported =
  | { readonly ok: false; readonly problems: readonly SheetProblem[] }
  | {
      readonly ok: true;
      /** Plan ids. */
      readonly written: readonly string[];
      readonly unchanged: readonly string[];
      /** Items that were held and are no longer in the sheet: `<plan>/<kind>-<ref>`. */
      readonly takenOut: readonly string[];
    };

/** One plan of the sheets put over what is held of it, checked and ready to be written. */
export interface Ready extends PackTexts {
  readonly takenOut: readonly string[];
  readonly held?: Pack;
  readonly pack: Pack;
  /** Of its files once they are written. */
  readonly contents: Readonly<Partial<Record<PackFile, unknown>>>;
  /** Tells which row made what. */
  readonly draft: Draft;
}
/** What the sheets would make, or all that is wrong with them. */
export type Prepared =
  | { readonly ok: true; readonly ready: readonly Ready[] }
  | { readonly ok: false; readonly problems: readonly SheetProblem[] };
type One =
  | { readonly ok: true; readonly ready: Ready }
  | { readonly ok: false; readonly problems: readonly SheetProblem[] };

/** Makes packs of spreadsheets, or brings those made before up to them. Importing the same again changes nothing. */
export async function importPlans(options: ImportOptions): Promise<Imported> {
  const { into, bundled } = options;
  if (bundled !== undefined && isWithin(into, bundled)) return { ok: false, problems: [intoBundled(into)] };
  const mended = mendPacks(into);
  if (!mended.ok) return { ok: false, problems: [unwritable(into, mended.why)] };
  const prepared = await prepareImport(options);
  if (!prepared.ok) return prepared;
  const { ready } = prepared;
  const changed = ready.filter(({ texts }) => Object.keys(texts).length > 0);
  const put = changed.length > 0 ? writePacks(into, changed) : { ok: true as const };
  if (!put.ok) return { ok: false, problems: [unwritable(into, put.why)] };
  // A disk that takes the packs and not this leaves the next import slower and nothing else.
  attempt(() => changed.forEach(({ id, contents }) => keepParsed(join(into, id), contents)));
  const written = changed.map(({ id }) => id);
  const unchanged = ready.map(({ id }) => id).filter((id) => !written.includes(id));
  return { ok: true, written, unchanged, takenOut: ready.flatMap((each) => each.takenOut) };
}

/** As an import, but for the writing. */
export async function prepareImport(options: ImportOptions): Promise<Prepared> {
  const { into, bundled, today, now } = options;
  const sheets = await sheetsIn(options);
  const ofSheets = [...Object.values(sheets).flatMap((sheet) => sheet.problems), ...nothingToImport(sheets)];
  if (Object.values(sheets).some((sheet) => !sheet.readable)) return { ok: false, problems: ofSheets };
  const problems = [...ofSheets];
  const plans = plansOf(sheets);
  const ready: Ready[] = [];
  for (const plan of plans) {
    const outOfPlace = misplaced(plan, plans, into, bundled);
    const prepared: One =
      outOfPlace.length > 0 ? { ok: false, problems: outOfPlace } : await prepare(plan, into, today, now);
    if (prepared.ok) ready.push(prepared.ready);
    else problems.push(...withoutRepeating(prepared.problems, ofSheets));
  }
  return problems.length > 0 ? { ok: false, problems: inOrderOfPlace(problems) } : { ok: true, ready };
}

/** Headers alone: of the items, which all else hangs on, or of every sheet that is named. */
function nothingToImport(sheets: Sheets): readonly SheetProblem[] {
  const named = SHEET_NAMES.filter((name) => wasGiven(sheets[name]) && sheets[name].readable);
  const empty = named.filter((name) => sheets[name].rows.length === 0);
  const worthSaying = empty.length === named.length ? empty : empty.filter((name) => name === 'items');
  return worthSaying.map((sheet) => ({
    sheet,
    row: 0,
    column: '',
    value: '',
    problem: '0 rows: nothing to import',
    remedy: 'Write the rows beneath the header, save the sheet and import it again.',
  }));
}

function plansOf(sheets: Sheets): readonly PlanRows[] {
  const rows = SHEET_NAMES.flatMap((name) => sheets[name].rows);
  const ids = new Set(rows.flatMap(({ cells }) => cells['plan'] ?? []));
  const rowsOf = (name: SheetName, id: string) =>
    sheets[name].rows.filter(({ cells }) => cells['plan'] === id);
  return [...ids].map((id) => ({
    id,
    rows: {
      items: rowsOf('items', id),
      progress: rowsOf('progress', id),
      plans: rowsOf('plans', id),
      themes: rowsOf('themes', id),
      facts: rowsOf('facts', id),
    },
    itemColumns: sheets.items.columns,
  }));
}

/** A plan that is neither in the items nor imported before, or whose id a bundled plan has. */
function misplaced(
  { id, rows }: PlanRows,
  plans: readonly PlanRows[],
  into: string,
  bundled: string | undefined,
): readonly SheetProblem[] {
  const first = rows.items[0] ?? SHEET_NAMES.flatMap((name) => rows[name])[0];
  if (!first) return [];
  const ours = bundled === undefined ? [] : (packFoldersIn(bundled) ?? []).map((folder) => basename(folder));
  if (ours.includes(id)) {
    const remedy = 'Give your plan another id; a bundled plan is corrected in its own files.';
    return [problemAt(first, 'plan', 'a plan that comes with the bot has this id', remedy)];
  }
  const held = (packFoldersIn(into) ?? []).map((folder) => basename(folder));
  if (rows.items.length > 0 || held.includes(id)) return [];
  const known = [...plans.filter((plan) => plan.rows.items.length > 0).map((plan) => plan.id), ...held];
  const near = nearest(id, known);
  const remedy = `Give the plan items in the sheet \`items\`.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
  return [problemAt(first, 'plan', 'the plan has no items here and was not imported before', remedy)];
}

async function prepare(plan: PlanRows, into: string, today: IsoDate, now: Instant): Promise<One> {
  const folder = join(into, plan.id);
  const held = existsSync(folder) ? await heldPack(folder) : undefined;
  if (held?.ok === false) return held;
  const draft = draftOf(plan, held?.raw, now);
  const checked = checkPack(draft.raw, { folder: plan.id, today });
  const findings = checked.ok ? [] : inSheets(draft, checked.findings, plan);
  const fresh = checked.ok ? freshUpdates(checked.value.updates, draft.heldUpdates) : undefined;
  const said = [...draft.problems, ...draft.contradictions(fresh)];
  const problems = [...said, ...withoutRepeating(findings, said)];
  if (!checked.ok || fresh === undefined || problems.length > 0) return { ok: false, problems };
  const pack = checked.value;
  const entries = fresh.map((index) => listAt(draft.raw.progress, 'updates')[index] as object);
  const texts = textsFor(draft.raw, pack, held, entries);
  const updates = [...listAt(held?.raw.progress, 'updates'), ...entries];
  const contents = {
    'plan.yaml': (texts['plan.yaml'] === undefined ? held?.raw : draft.raw)?.plan,
    'items.yaml': (texts['items.yaml'] === undefined ? held?.raw : draft.raw)?.items,
    'progress.yaml':
      held?.texts['progress.yaml'] === undefined && updates.length === 0 ? undefined : { updates },
  };
  const ready = { id: plan.id, texts, takenOut: gone(held?.pack, pack), pack, contents, draft };
  return { ok: true, ready: held ? { ...ready, held: held.pack } : ready };
}

/** The places of the sheet's statements that are not held yet; when a statement was learnt makes no new one. */
function freshUpdates(updates: readonly ProgressUpdate[], heldCount: number): readonly number[] {
  const seen = new Set<string>();
  return updates.flatMap((update, index) => {
    const print = canonical({ ...update, recorded: undefined });
    const fresh = !seen.has(print);
    seen.add(print);
    return fresh && index >= heldCount ? [index] : [];
  });
}

/** The files that differ from what is held, as they are to be written. */
function textsFor(
  raw: Required<RawPack>,
  pack: Pack,
  held: HeldPack | undefined,
  entries: readonly object[],
): Texts {
  const { plan, items, facts } = pack;
  // What a pack does not show of its file.
  const hidden = (content: unknown) => [
    valueAt(content, ['sources']) ?? {},
    valueAt(content, ['from_items']) ?? [],
  ];
  const samePlan =
    held !== undefined &&
    canonical([held.pack.plan, held.pack.facts, hidden(held.raw.plan)]) ===
      canonical([plan, facts, hidden(raw.plan)]);
  const sameItems = held !== undefined && canonical(held.pack.items) === canonical(items);
  return {
    ...(!samePlan && { 'plan.yaml': toYaml(raw.plan as object) }),
    ...(!sameItems && { 'items.yaml': toYaml(raw.items as object) }),
    ...(entries.length > 0 && {
      'progress.yaml': appendTo(held?.texts['progress.yaml'], 'updates', entries),
    }),
  };
}

function gone(held: Pack | undefined, now: Pack): readonly string[] {
  const ids = new Set(now.items.map((item) => item.id));
  return (held?.items ?? []).map((item) => item.id).filter((id) => !ids.has(id));
}

/** Equal for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** One mistake in a cell is said once, by whoever saw it first. */
function withoutRepeating(
  found: readonly SheetProblem[],
  said: readonly SheetProblem[],
): readonly SheetProblem[] {
  const place = ({ sheet, row, column }: SheetProblem) => `${sheet} ${row} ${column}`;
  const places = new Set(said.map(place));
  return found.filter((problem) => !places.has(place(problem)));
}

function inOrderOfPlace(problems: readonly SheetProblem[]): readonly SheetProblem[] {
  const order = ({ sheet }: SheetProblem) => (SHEET_NAMES as readonly string[]).indexOf(sheet);
  return [...problems].sort((a, b) => order(a) - order(b) || a.row - b.row);
}

function isWithin(folder: string, parent: string): boolean {
  const real = (path: string) => (existsSync(path) ? realpathSync(path) : path);
  return real(folder) === real(parent) || real(folder).startsWith(`${real(parent)}${sep}`);
}

function intoBundled(into: string): SheetProblem {
  return {
    sheet: '',
    row: 0,
    column: '',
    value: into,
    problem: 'the bundled packs are never written to',
    remedy: 'Name another folder with --into.',
  };
}

function unwritable(into: string, why: string): SheetProblem {
  return {
    sheet: '',
    row: 0,
    column: '',
    value: into,
    problem: `the packs cannot be written there (${why})`,
    remedy:
      'Nothing is lost and nothing is half done: mend that, or name another folder with --into, and import again.',
  };
}
