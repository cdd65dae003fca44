import { parseArgs } from 'node:util';

import { prepareContent } from './content.ts';
import { checkCommand } from './plan-check.ts';
import type { Command, Given, PlanCommandDeps, Status } from './plan-deps.ts';
import { diffCommand } from './plan-diff.ts';
import { exportCommand } from './plan-export.ts';
import { importCommand } from './plan-import.ts';
import { newCommand } from './plan-new.ts';
import { qualityCommand } from './plan-quality.ts';
import { PLAN_WORDS, USAGE } from './plan-words.ts';

export type { PlanCommandDeps } from './plan-deps.ts';

const prepareCommand: Command = {
  options: ['into'],
  wrong: ({ options, rest }) =>
    rest.length === 0 || options['into'] === undefined ? PLAN_WORDS.needsPrepare : undefined,
  run: async ({ options, rest }, deps) => {
    deps.out(PLAN_WORDS.prepared(await prepareContent(rest, options['into'] ?? '')));
    return 0;
  },
};

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['import', importCommand],
  ['export', exportCommand],
  ['check', checkCommand],
  ['diff', diffCommand],
  ['new', newCommand],
  ['quality', qualityCommand],
  ['prepare', prepareCommand],
]);

/** `plan …` as typed, without the word itself. 0: done, or nothing to do; 1: problems, which are printed; 2: wrong use. */
export async function runPlanCommand(args: readonly string[], deps: PlanCommandDeps): Promise<Status> {
  const [name, ...rest] = args;
  if (name === undefined) return wrongUse(deps, PLAN_WORDS.noCommand);
  const command = COMMANDS.get(name);
  if (!command) return wrongUse(deps, PLAN_WORDS.unknownCommand(name));
  const given = parse(command, rest);
  if (typeof given === 'string') return wrongUse(deps, given);
  const wrong = command.wrong(given);
  return wrong === undefined ? command.run(given, deps) : wrongUse(deps, wrong);
}

/** What was typed, or what cannot be made out of it. */
function parse({ options, flags = [] }: Command, args: readonly string[]): Given | string {
  const known = Object.fromEntries([
    ...options.map((name) => [name, { type: 'string' as const }] as const),
    ...flags.map((name) => [name, { type: 'boolean' as const }] as const),
  ]);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true });
    const said = Object.entries(values);
    return {
      options: Object.fromEntries(
        said.filter((each): each is [string, string] => typeof each[1] === 'string'),
      ),
      flags: new Set(said.flatMap(([name, value]) => (value === true ? [name] : []))),
      rest: positionals,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function wrongUse(deps: PlanCommandDeps, detail: string): 2 {
  deps.err(`${detail}\n${USAGE}`);
  return 2;
}
