import { join } from 'node:path';

import { findPack } from './find-pack.ts';
import type { Pack } from './pack.ts';
import type { Command, Given, PlanCommandDeps, Status } from './plan-deps.ts';
import { PLAN_WORDS } from './plan-words.ts';
import { formatProblem } from './problem.ts';
import { beyondSheets, rowsOfPack, tornApart } from './sheet-rows.ts';
import { alreadyThere, toCsv, toWorkbook, writeFiles } from './sheet-writer.ts';

export const exportCommand: Command = {
  options: ['plan', 'from', 'into', 'csv'],
  flags: ['replace'],
  wrong: ({ options, rest }) => {
    if (rest[0] !== undefined) return PLAN_WORDS.belongsToNothing(rest[0]);
    if (options['plan'] === undefined) return PLAN_WORDS.needsPlan;
    return options['into'] !== undefined && options['csv'] !== undefined ? PLAN_WORDS.oneTarget : undefined;
  },
  run: async (given, deps) => {
    const pack = await openPack(given.options['plan'] ?? '', given, deps);
    return pack ? exportPack(pack, given, deps) : 1;
  },
};

/** The pack of a plan, or undefined where that has been said to be missing or wrong. */
export async function openPack(
  id: string,
  { options }: Given,
  deps: PlanCommandDeps,
): Promise<Pack | undefined> {
  const dirs = options['from'] === undefined ? [deps.defaultInto, deps.bundled] : [options['from']];
  const found = await findPack(id, dirs, deps.today);
  if (found.folder === undefined) {
    deps.err(PLAN_WORDS.noPlan(id, found.near));
    return undefined;
  }
  if (found.loaded.ok) return found.loaded.value;
  for (const problem of found.loaded.problems) deps.err(formatProblem(problem));
  deps.err(PLAN_WORDS.problems(found.loaded.problems.length));
  return undefined;
}

async function exportPack(pack: Pack, { options, flags }: Given, deps: PlanCommandDeps): Promise<Status> {
  const { id } = pack.plan;
  const rows = rowsOfPack(pack);
  const folder = options['csv'];
  const into = options['into'] ?? `${id}.xlsx`;
  const files: Readonly<Record<string, string | Uint8Array>> =
    folder === undefined
      ? { [into]: await toWorkbook(rows) }
      : Object.fromEntries(
          Object.entries(await toCsv(rows)).map(([name, text]) => [join(folder, `${name}.csv`), text]),
        );
  const [there] = flags.has('replace') ? [] : alreadyThere(Object.keys(files));
  if (there !== undefined) {
    deps.err(PLAN_WORDS.alreadyThere(there));
    return 1;
  }
  const put = writeFiles(files);
  if (!put.ok) {
    deps.err(PLAN_WORDS.cannotWrite(folder ?? into, put.why));
    return 1;
  }
  for (const path of Object.keys(files)) deps.out(PLAN_WORDS.exported(id, path));
  sayWhatIsNotHeld(pack, deps);
  return 0;
}

function sayWhatIsNotHeld(pack: Pack, deps: PlanCommandDeps): void {
  const beyond = beyondSheets(pack);
  const torn = tornApart(pack);
  if (beyond.length > 0) deps.out(PLAN_WORDS.beyondSheets(beyond.join(', ')));
  if (torn.length > 0)
    deps.err(PLAN_WORDS.tornApart(torn.map((member) => JSON.stringify(member)).join(', ')));
}
