import { importPlans, type Imported } from './import-plans.ts';
import type { Command, Given } from './plan-deps.ts';
import { PLAN_WORDS } from './plan-words.ts';
import { SHEET_NAMES, type SheetName } from './sheet-columns.ts';
import type { SheetFiles } from './sheet-files.ts';
import type { SheetProblem } from './sheet.ts';

export const importCommand: Command = {
  options: [...SHEET_NAMES, 'into', 'xlsx'],
  wrong: ({ options, rest }) => {
    if (rest[0] !== undefined) return PLAN_WORDS.belongsToNothing(rest[0]);
    const named = [...SHEET_NAMES, 'xlsx'].some((name) => options[name] !== undefined);
    return named ? undefined : PLAN_WORDS.needsItems;
  },
  run: async ({ options }, deps) => {
    const { bundled, today, now } = deps;
    const into = options['into'] ?? deps.defaultInto;
    const files = filesIn(options);
    const imported = await importPlans({ ...files, into, bundled, today, now });
    if (imported.ok) {
      for (const line of summaryOf(imported, into)) deps.out(line);
      return 0;
    }
    for (const problem of imported.problems) deps.err(formatSheetProblem(problem, files));
    deps.err(PLAN_WORDS.nothingChanged(PLAN_WORDS.problems(imported.problems.length)));
    return 1;
  },
};

function filesIn(options: Given['options']): SheetFiles {
  const names = [...SHEET_NAMES, 'xlsx'];
  return Object.fromEntries(
    names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
}

function summaryOf(imported: Extract<Imported, { ok: true }>, into: string): readonly string[] {
  return [
    ...imported.written.map((id) => PLAN_WORDS.written(id, into)),
    ...imported.unchanged.map(PLAN_WORDS.unchanged),
    ...imported.takenOut.map(PLAN_WORDS.takenOut),
  ];
}

/** `items (plan.csv), row 4, column due: problem: "value". Remedy`; a Markdown page has lines. */
export function formatSheetProblem(problem: SheetProblem, files: SheetFiles = {}): string {
  const file = fileOf(problem, files);
  const row = file !== undefined && /\.(?:md|markdown)$/i.test(file) ? 'line' : 'row';
  const place = [
    ...(problem.sheet === '' ? [] : [file === undefined ? problem.sheet : `${problem.sheet} (${file})`]),
    ...(problem.row === 0 ? [] : [`${row} ${problem.row}`]),
    ...(problem.column === '' ? [] : [`column ${problem.column}`]),
  ].join(', ');
  const value = problem.value === '' ? '' : `: ${JSON.stringify(problem.value)}`;
  return `${place === '' ? '' : `${place}: `}${problem.problem}${value}. ${problem.remedy}`;
}

/** The file of a sheet: its own, the workbook, or the page whose headings name it. What is held has none. */
function fileOf({ sheet }: SheetProblem, files: SheetFiles): string | undefined {
  const isHeld = sheet.endsWith('.yaml');
  return files[sheet as SheetName] ?? (isHeld ? undefined : (files.xlsx ?? files.items));
}
