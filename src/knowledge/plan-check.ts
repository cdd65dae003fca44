import { existsSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

import { toIsoDate, type IsoDate } from '../domain/dates.ts';
import type { PackFile } from './finding.ts';
import { keptIn } from './held-pack.ts';
import { prepareImport } from './import-plans.ts';
import { nothingIn, packFoldersIn, packFrom, PACK_FILES, readTexts, withoutRepeats } from './load.ts';
import type { Pack } from './pack.ts';
import type { Command, Given, PlanCommandDeps } from './plan-deps.ts';
import { formatSheetProblem } from './plan-import.ts';
import { PLAN_WORDS } from './plan-words.ts';
import { formatProblem } from './problem.ts';
import { remarksOn, type Remark, type RemarkOptions } from './remarks.ts';
import { SHEET_NAMES } from './sheet-columns.ts';
import type { SheetFiles } from './sheet-files.ts';
import { inSheets } from './sheet-findings.ts';
import { locate } from './yaml-file.ts';

const STALE_MONTHS = 6;

/** What a check comes to: lines as they are to be printed. */
interface Checked {
  readonly problems: readonly string[];
  readonly notices: readonly string[];
  readonly right: readonly Pack[];
}

export const checkCommand: Command = {
  options: [...SHEET_NAMES, 'xlsx', 'into', 'today', 'stale-months'],
  wrong: wrongDates,
  run: async (given, deps) => {
    const options = remarkOptions(given, deps.today);
    const checked = await Promise.all(placesIn(given, deps).map((place) => checkPlace(place, options, deps)));
    const problems = checked.flatMap((each) => each.problems);
    const notices = checked.flatMap((each) => each.notices);
    for (const problem of problems) deps.err(problem);
    for (const line of notices) deps.out(PLAN_WORDS.notice(line));
    for (const pack of checked.flatMap((each) => each.right))
      deps.out(PLAN_WORDS.right(pack.plan.id, countsOf(pack)));
    if (problems.length > 0) deps.err(PLAN_WORDS.problems(problems.length));
    return problems.length > 0 ? 1 : 0;
  },
};

/** What is wrong with `--today` or `--stale-months`. */
export function wrongDates({ options }: Given): string | undefined {
  const { today, 'stale-months': months } = options;
  if (today !== undefined && toIsoDate(today) === undefined) return PLAN_WORDS.wrongDay(today);
  return months !== undefined && !/^\d{1,3}$/.test(months) ? PLAN_WORDS.wrongMonths(months) : undefined;
}

/** The day to look from and the age at which a statement is stale. */
export function remarkOptions({ options }: Given, today: IsoDate): RemarkOptions {
  return {
    today: toIsoDate(options['today'] ?? '') ?? today,
    staleMonths: Number(options['stale-months'] ?? STALE_MONTHS),
  };
}

/** A folder, or the files of sheets and the folder over whose packs they would be imported. */
type Place = { readonly dir: string } | { readonly files: SheetFiles; readonly into: string };

function placesIn({ options, rest }: Given, deps: PlanCommandDeps): readonly Place[] {
  const into = options['into'] ?? deps.defaultInto;
  const named = [...SHEET_NAMES, 'xlsx'].filter((name) => options[name] !== undefined);
  const files = Object.fromEntries(named.map((name) => [name, options[name]])) as SheetFiles;
  const places = rest.map((path) => (isSheetFile(path) ? { files: asSheets(path), into } : { dir: path }));
  if (named.length > 0) return [{ files, into }, ...places];
  return places.length > 0 ? places : [{ dir: deps.defaultInto }];
}

/** A file, or what has the name of one: it is then said not to be there. */
export function isSheetFile(path: string): boolean {
  if (existsSync(path)) return statSync(path).isFile();
  return ['.xlsx', '.csv', '.tsv', '.md', '.markdown'].includes(extname(path).toLowerCase());
}

/** A workbook or a page holds any sheet; a file of one sheet alone is taken for the items. */
export function asSheets(path: string): SheetFiles {
  return ['.md', '.markdown', '.csv', '.tsv'].includes(extname(path).toLowerCase())
    ? { items: path }
    : { xlsx: path };
}

function checkPlace(place: Place, options: RemarkOptions, deps: PlanCommandDeps): Promise<Checked> {
  return 'dir' in place
    ? checkFolder(place.dir, options)
    : checkSheets(place.files, place.into, options, deps);
}

async function checkFolder(dir: string, options: RemarkOptions): Promise<Checked> {
  const folders = packFoldersIn(dir) ?? [];
  if (folders.length === 0) return { problems: [formatProblem(nothingIn(dir))], notices: [], right: [] };
  const loaded: { readonly folder: string; readonly pack: Pack }[] = [];
  const problems: string[] = [];
  const notices: string[] = [];
  for (const folder of folders) {
    const texts = readTexts(folder, PACK_FILES);
    const pack = await packFrom(folder, texts, { today: options.today, prepared: keptIn(folder) });
    if (!pack.ok) {
      problems.push(...pack.problems.map(formatProblem));
      continue;
    }
    const remarks = remarksOn(pack.value, options);
    const lines = (level: Remark['level']) =>
      linesOf(
        folder,
        texts,
        remarks.filter((each) => each.level === level),
      );
    problems.push(...lines('problem'));
    notices.push(...lines('notice'));
    if (!remarks.some(({ level }) => level === 'problem')) loaded.push({ folder, pack: pack.value });
  }
  const { kept, problems: repeats } = withoutRepeats(loaded);
  return { problems: [...problems, ...repeats.map(formatProblem)], notices, right: kept };
}

function linesOf(
  folder: string,
  texts: Readonly<Partial<Record<PackFile, string>>>,
  remarks: readonly Remark[],
): readonly string[] {
  return PACK_FILES.flatMap((file) => {
    const own = remarks.filter((remark) => remark.file === file);
    return own.length === 0 ? [] : locate(join(folder, file), texts[file] ?? '', own).map(formatProblem);
  });
}

/** As an import would find the sheets, but for the writing. Of what is held already nothing is said here. */
async function checkSheets(
  files: SheetFiles,
  into: string,
  options: RemarkOptions,
  { bundled, now }: PlanCommandDeps,
): Promise<Checked> {
  const prepared = await prepareImport({ ...files, into, bundled, today: options.today, now });
  if (!prepared.ok) {
    const problems = prepared.problems.map((problem) => formatSheetProblem(problem, files));
    return { problems, notices: [], right: [] };
  }
  const lines = (level: Remark['level']) =>
    prepared.ready.flatMap(({ id, pack, draft }) => {
      const ofRows = remarksOn(pack, options).filter(
        (each) => each.level === level && draft.rowAt(each.file, each.path) !== undefined,
      );
      return inSheets(draft, ofRows, { id }).map((problem, index) =>
        formatSheetProblem({ ...problem, remedy: ofRows[index]?.remedy ?? problem.remedy }, files),
      );
    });
  return {
    problems: lines('problem'),
    notices: lines('notice'),
    right: prepared.ready.map(({ pack }) => pack),
  };
}

function countsOf({ items, facts, updates, vocabulary }: Pack): string {
  const words = vocabulary ? `, vocabulary: ${vocabulary.entries.length}` : '';
  return `items: ${items.length}, facts: ${facts.length}, statements: ${updates.length}${words}`;
}
