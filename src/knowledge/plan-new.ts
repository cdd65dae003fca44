import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

import { packFoldersIn } from './load.ts';
import type { Command, Given, PlanCommandDeps, Status } from './plan-deps.ts';
import { PLAN_WORDS } from './plan-words.ts';
import { planFile } from './schema.ts';
import { alreadyThere, toWorkbook, writeFiles } from './sheet-writer.ts';
import { exampleRows, skeletonOf } from './skeleton.ts';
import { writePacks } from './write-pack.ts';

const EXAMPLE_ID = 'my-plan-2026';

export const newCommand: Command = {
  options: ['title', 'title-cy', 'into', 'sheet'],
  wrong: ({ options, rest: [id, ...more] }) => {
    if (more[0] !== undefined) return PLAN_WORDS.belongsToNothing(more[0]);
    if (id !== undefined && !planFile.shape.id.safeParse(id).success) return PLAN_WORDS.noPlanId(id);
    if (options['sheet'] !== undefined) return undefined;
    return id === undefined || options['title'] === undefined ? PLAN_WORDS.needsTitle : undefined;
  },
  run: async (given, deps) => {
    const { title, sheet } = given.options;
    const [id = EXAMPLE_ID] = given.rest;
    const begun = title === undefined ? 0 : newPack(id, title, given, deps);
    return begun !== 0 || sheet === undefined ? begun : newWorkbook(id, sheet, deps);
  },
};

function newPack(id: string, title: string, { options }: Given, deps: PlanCommandDeps): Status {
  const into = options['into'] ?? deps.defaultInto;
  const bundled = (packFoldersIn(deps.bundled) ?? []).map((folder) => basename(folder));
  const folder = join(into, id);
  if (existsSync(folder) || bundled.includes(id)) {
    deps.err(PLAN_WORDS.takenId(id, bundled.includes(id) ? deps.bundled : into));
    return 1;
  }
  const cy = options['title-cy'];
  const texts = skeletonOf({ id, title, ...(cy !== undefined && { titleCy: cy }) });
  const put = writePacks(into, [{ id, texts }]);
  if (!put.ok) {
    deps.err(PLAN_WORDS.cannotWrite(folder, put.why));
    return 1;
  }
  for (const name of Object.keys(texts)) deps.out(PLAN_WORDS.begun(join(folder, name)));
  return 0;
}

async function newWorkbook(id: string, path: string, deps: PlanCommandDeps): Promise<Status> {
  if (alreadyThere([path]).length > 0) {
    deps.err(PLAN_WORDS.inTheWay(path));
    return 1;
  }
  const put = writeFiles({ [path]: await toWorkbook(exampleRows(id)) });
  if (put.ok) deps.out(PLAN_WORDS.begun(path));
  else deps.err(PLAN_WORDS.cannotWrite(path, put.why));
  return put.ok ? 0 : 1;
}
