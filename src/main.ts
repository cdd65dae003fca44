import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isatty } from 'node:tty';
import { parseArgs } from 'node:util';
import { config as readDotenv } from 'dotenv';

import type { StorePlace } from '../adapters/store/index.ts';
import { apology } from './bot/act.ts';
import { readConfig, type Config } from './config.ts';
import { toIsoDate, type IsoDate } from './domain/dates.ts';
import type { Audience } from './domain/model.ts';
import type { Log } from './ports/log.ts';
import { BUNDLED, openCore, storePlace, type Packs } from './start/core.ts';
import { clockFor, createLog, newId } from './start/machine.ts';

const USAGE = `Usage:
  npm start [-- --demo]                      the channels that are configured, else the local page
  npm run chat [-- --demo]                   a chat in the terminal; piped input is answered and ends
  npm run --silent ask -- --json [--today YYYY-MM-DD] [--knowledge DIR]… [--demo] [--audience public|staff]
  npm run --silent plan -- new | import | export | check | diff | quality    alone it says how each is used
`;
/** Wrong use of the command line, as shells expect it. */
const WRONG_USE = 2;

interface Options {
  readonly packs: Packs;
  readonly audience: Audience;
  readonly today?: IsoDate;
}

/** Answers JSON lines; a store of its own for the run, on disk, thrown away at the end. */
async function ask(options: Options, config: Config, log: Log): Promise<number> {
  const { runAsk } = await import('../adapters/console/ask.ts');
  const clock = clockFor(config.zone, options.today);
  return withThrowAwayStore(async (place) => {
    const core = await openCore({ config, packs: options.packs, place, clock, log, canPost: () => true });
    const status = await runAsk({
      input: process.stdin,
      output: process.stdout,
      reply: core.reply,
      clearance: options.audience,
      clock,
      newId,
      apologise: () => [apology('en', newId())],
    });
    await core.close();
    return status;
  });
}

async function chat(options: Options, config: Config, log: Log): Promise<number> {
  const { runChat } = await import('../adapters/console/chat.ts');
  const clock = clockFor(config.zone, options.today);
  const interactive = isatty(process.stdin.fd);
  const talk = async (place: StorePlace): Promise<number> => {
    const core = await openCore({ config, packs: options.packs, place, clock, log, canPost: () => false });
    const io = { input: process.stdin, output: process.stdout, interactive };
    await runChat({ ...io, reply: core.reply, clearance: options.audience, clock, newId });
    await core.close();
    return 0;
  };
  return interactive ? talk(storePlace(config)) : withThrowAwayStore(talk);
}

async function plan(args: readonly string[], config: Config): Promise<number> {
  const { runPlanCommand } = await import('./knowledge/plan-command.ts');
  const clock = clockFor(config.zone);
  return runPlanCommand([...args], {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    today: clock.today(),
    now: clock.now(),
    defaultInto: join(config.dataDir, 'packs'),
    bundled: BUNDLED,
  });
}

/** The zip that Teams installs; the app id is the one configured unless another is given. */
async function teamsPackage(args: readonly string[], config: Config): Promise<number> {
  const { runPackage } = await import('../adapters/teams/package.ts');
  const configured = config.teams ? [`--app-id=${config.teams.appId}`] : [];
  return runPackage([...configured, ...args], (line) => process.stderr.write(`${line}\n`));
}

async function withThrowAwayStore(work: (place: StorePlace) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'workforce-plan-bot-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return work({ kind: 'sqlite', path: join(folder, 'store.sqlite'), durable: false });
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        demo: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        today: { type: 'string' },
        audience: { type: 'string', default: 'public' },
        knowledge: { type: 'string', multiple: true, default: [] },
      },
    });
    const today = values.today === undefined ? undefined : toIsoDate(values.today);
    const { audience, demo } = values;
    if (values.today !== undefined && !today) return undefined;
    if (audience !== 'public' && audience !== 'staff') return undefined;
    const packs = { demo, extra: values.knowledge.map((dir) => resolve(dir)) };
    return { packs, audience, ...(today && { today }) };
  } catch {
    return undefined;
  }
}

async function main([command = 'serve', ...args]: readonly string[]): Promise<number> {
  readDotenv({ quiet: true });
  const read = readConfig(process.env);
  if (!read.ok) {
    process.stderr.write(`${read.problems.join('\n')}\n`);
    return 1;
  }
  const { config } = read;
  if (command === 'plan') return plan(args, config);
  if (command === 'teams-package') return teamsPackage(args, config);
  const options = readOptions(args);
  if (!options) return wrongUse();
  const log = await createLog(command === 'serve' ? config.logLevel : 'error');
  switch (command) {
    case 'serve':
      return (await import('./start/serve.ts')).serve(config, options.packs, log);
    case 'chat':
      return chat(options, config, log);
    case 'ask':
      return ask(options, config, log);
    default:
      return wrongUse();
  }
}

function wrongUse(): number {
  process.stderr.write(USAGE);
  return WRONG_USE;
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  process.exit(fault.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await main(process.argv.slice(2)).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  return 1;
});
