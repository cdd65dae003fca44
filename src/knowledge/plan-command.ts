import { parseArgs } from 'node:util';

import type { Instant, IsoDate } from '../domain/dates.ts';
import { prepareContent } from './content.ts';
import { importPlans, type Imported, type ImportOptions } from './import-plans.ts';
import { loadPacks } from './load.ts';
import type { Pack } from './pack.ts';
import { formatProblem } from './problem.ts';
import { SHEET_NAMES, type SheetName } from './sheet-columns.ts';
import type { SheetProblem } from './sheet.ts';

export interface PlanCommandDeps {
  /** Writes one line. */
  out(line: string): void;
  err(line: string): void;
  readonly today: IsoDate;
  readonly now: Instant;
  /** Where imported packs go unless `--into` says otherwise. */
  readonly defaultInto: string;
  /** The folder of bundled packs, which is never written to. */
  readonly bundled: string;
}

const USAGE = `Usage:
  plan import [--into DIR] [--items FILE] [--progress FILE] [--plans FILE] [--themes FILE] [--facts FILE]
      makes packs of CSV files, one for each plan, in DIR; nothing is written unless every row is right
  plan check DIR…
      checks packs, or folders of packs, and prints every problem
  plan prepare --into DIR FOLDER…
      parses the YAML files of the folders into DIR, from where the bot starts faster`;

/** `plan …` as typed, without the word itself. 0: done, or nothing to do; 1: problems, which are printed; 2: wrong use. */
export async function runPlanCommand(args: readonly string[], deps: PlanCommandDeps): Promise<0 | 1 | 2> {
  const [command, ...rest] = args;
  const parsed = parse(rest);
  if (!parsed.ok) return wrongUse(deps, parsed.detail);
  const { values, positionals } = parsed;
  const sheets = SHEET_NAMES.filter((name) => values[name] !== undefined);
  switch (command) {
    case 'import':
      if (positionals.length > 0) return wrongUse(deps, `"${positionals[0]}" belongs to no option`);
      if (sheets.length === 0 && values.xlsx === undefined)
        return wrongUse(deps, 'name at least --items FILE or --xlsx FILE');
      return runImport(values, deps);
    case 'check':
      if (positionals.length === 0) return wrongUse(deps, 'name a pack or a folder of packs');
      return runCheck(positionals, deps);
    case 'prepare':
      if (positionals.length === 0 || values.into === undefined)
        return wrongUse(deps, 'name --into and a folder');
      deps.out(`Prepared: ${await prepareContent(positionals, values.into)} files`);
      return 0;
    case undefined:
      return wrongUse(deps, 'say what to do');
    default:
      return wrongUse(deps, `there is no "plan ${command}"`);
  }
}

type Values = Readonly<Partial<Record<SheetName | 'into' | 'xlsx', string>>>;
type Parsed =
  | { readonly ok: true; readonly values: Values; readonly positionals: readonly string[] }
  | { readonly ok: false; readonly detail: string };

function parse(args: readonly string[]): Parsed {
  const names = [...SHEET_NAMES, 'into', 'xlsx'];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { ok: true, values, positionals };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

async function runImport(values: Values, deps: PlanCommandDeps): Promise<0 | 1> {
  const { into = deps.defaultInto, ...sheets } = values;
  const { bundled, today, now } = deps;
  const options: ImportOptions = { ...sheets, into, bundled, today, now };
  const imported = await importPlans(options);
  if (imported.ok) {
    for (const line of summaryOf(imported, into)) deps.out(line);
    return 0;
  }
  for (const problem of imported.problems) deps.err(formatSheetProblem(problem, values));
  deps.err(`${countOf(imported.problems.length)}; nothing was changed.`);
  return 1;
}

function summaryOf(imported: Extract<Imported, { ok: true }>, into: string): readonly string[] {
  return [
    ...imported.written.map((id) => `Written: ${id} (in ${into})`),
    ...imported.unchanged.map((id) => `Unchanged: ${id}`),
    ...imported.takenOut.map((id) => `Taken out, for the sheet no longer has it: ${id}`),
  ];
}

/** `items (plan.csv), row 4, column due: problem: "value". Remedy` */
export function formatSheetProblem(problem: SheetProblem, files: Values = {}): string {
  const named = files[problem.sheet as SheetName];
  const isOfBook = SHEET_NAMES.includes(problem.sheet as SheetName) || problem.sheet === problem.value;
  const file = named ?? (isOfBook ? (files.xlsx ?? pageOf(files)) : undefined);
  const row = file !== undefined && /\.(?:md|markdown)$/i.test(file) ? 'line' : 'row';
  const place = [
    ...(problem.sheet === '' ? [] : [file === undefined ? problem.sheet : `${problem.sheet} (${file})`]),
    ...(problem.row === 0 ? [] : [`${row} ${problem.row}`]),
    ...(problem.column === '' ? [] : [`column ${problem.column}`]),
  ].join(', ');
  const value = problem.value === '' ? '' : `: ${JSON.stringify(problem.value)}`;
  return `${place === '' ? '' : `${place}: `}${problem.problem}${value}. ${problem.remedy}`;
}

/** A Markdown page of items may hold the other sheets beneath headings of theirs. */
function pageOf({ items }: Values): string | undefined {
  return items;
}

async function runCheck(dirs: readonly string[], deps: PlanCommandDeps): Promise<0 | 1> {
  const { packs, problems } = await loadPacks(dirs, { today: deps.today });
  for (const problem of problems) deps.err(formatProblem(problem));
  for (const pack of packs) deps.out(`Right: ${pack.plan.id} (${countsOf(pack)})`);
  if (problems.length > 0) deps.err(countOf(problems.length));
  return problems.length > 0 ? 1 : 0;
}

function countsOf({ items, facts, updates, vocabulary }: Pack): string {
  const words = vocabulary ? `, vocabulary: ${vocabulary.entries.length}` : '';
  return `items: ${items.length}, facts: ${facts.length}, statements: ${updates.length}${words}`;
}

function countOf(problems: number): string {
  return problems === 1 ? '1 problem' : `${problems} problems`;
}

function wrongUse(deps: PlanCommandDeps, detail: string): 2 {
  deps.err(`${detail}\n${USAGE}`);
  return 2;
}
