import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

import { comparePacks, type Difference } from './compare-packs.ts';
import { prepareImport } from './import-plans.ts';
import { loadPacks, packFoldersIn } from './load.ts';
import type { Pack } from './pack.ts';
import { asSheets, isSheetFile } from './plan-check.ts';
import type { Command, PlanCommandDeps } from './plan-deps.ts';
import { formatSheetProblem } from './plan-import.ts';
import { PLAN_WORDS } from './plan-words.ts';
import { formatProblem } from './problem.ts';

/** Packs by plan id, or what is wrong with them. */
type Side =
  | { readonly ok: true; readonly packs: ReadonlyMap<string, Pack> }
  | { readonly ok: false; readonly problems: readonly string[] };

export const diffCommand: Command = {
  options: [],
  wrong: ({ rest }) => (rest.length === 2 ? undefined : PLAN_WORDS.needsTwo),
  run: async ({ rest: [a = '', b = ''] }, deps) => {
    const [before, after] = await sidesOf(a, b, deps);
    const problems = [before, after].flatMap((side) => (side.ok ? [] : side.problems));
    for (const problem of new Set(problems)) deps.err(problem);
    if (!before.ok || !after.ok) return 2;
    const ids = new Set([...before.packs.keys(), ...after.packs.keys()]);
    const differences = [...ids].flatMap((id) =>
      comparePacks(before.packs.get(id), after.packs.get(id)).map((each) => ({ id, each })),
    );
    for (const { id, each } of differences) for (const line of linesOf(id, each)) deps.out(line);
    deps.out(differences.length === 0 ? PLAN_WORDS.same : PLAN_WORDS.differences(differences.length));
    return differences.length === 0 ? 0 : 1;
  },
};

/**
 * Both sides. A spreadsheet after a pack is put over it, as an import would; of the packs, those that it speaks of are
 * compared. Elsewhere a spreadsheet stands for the packs that it would make by itself.
 */
async function sidesOf(a: string, b: string, deps: PlanCommandDeps): Promise<readonly [Side, Side]> {
  if (isSheetFile(b) && !isSheetFile(a)) {
    const [before, after] = [await packsIn(a, deps), await sheetsOver(b, a, deps)];
    return before.ok && after.ok ? [of(before, after), after] : [before, after];
  }
  const [before, after] = [await sideOf(a, deps), await sideOf(b, deps)];
  return isSheetFile(a) && before.ok && after.ok ? [before, of(after, before)] : [before, after];
}

/** The packs of one side whose plans the other speaks of. */
function of(side: Extract<Side, { ok: true }>, other: Extract<Side, { ok: true }>): Side {
  return { ok: true, packs: new Map([...side.packs].filter(([id]) => other.packs.has(id))) };
}

function sideOf(path: string, deps: PlanCommandDeps): Promise<Side> {
  return isSheetFile(path) ? sheetsAlone(path, deps) : packsIn(path, deps);
}

async function packsIn(dir: string, { today }: PlanCommandDeps): Promise<Side> {
  const { packs, problems } = await loadPacks([dir], { today });
  if (problems.length > 0) return { ok: false, problems: problems.map(formatProblem) };
  return { ok: true, packs: new Map(packs.map((pack) => [pack.plan.id, pack])) };
}

async function sheetsAlone(path: string, deps: PlanCommandDeps): Promise<Side> {
  const empty = mkdtempSync(join(tmpdir(), 'plan-diff-'));
  try {
    return await sheetsOver(path, empty, deps);
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}

async function sheetsOver(path: string, dir: string, { today, now }: PlanCommandDeps): Promise<Side> {
  const files = asSheets(path);
  const whole = resolve(dir);
  const isPack = packFoldersIn(whole)?.some((folder) => folder === whole) === true;
  const into = isPack ? dirname(whole) : whole;
  const prepared = await prepareImport({ ...files, into, today, now });
  if (!prepared.ok)
    return { ok: false, problems: prepared.problems.map((problem) => formatSheetProblem(problem, files)) };
  const spoken = prepared.ready.filter(({ id }) => !isPack || id === basename(whole));
  return { ok: true, packs: new Map(spoken.map(({ id, pack }) => [id, pack])) };
}

function linesOf(plan: string, { what, name, how, fields }: Difference): readonly string[] {
  const heading = PLAN_WORDS.difference(how, what, what === 'plan' ? name : `${plan}/${name}`);
  const lines = fields.map(({ field, from, to }) => `    ${field}: ${PLAN_WORDS.change(from, to)}`);
  return [heading, ...lines];
}
