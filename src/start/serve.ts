import { join } from 'node:path';

import { createHttpCall } from '../../adapters/http/call.ts';
import { createHttpServer } from '../../adapters/http/server.ts';
import { observe } from '../../adapters/http/observe.ts';
import { createDigestSender } from '../bot/digests.ts';
import { createEar, type RecoveringEar } from '../bot/ear.ts';
import { composePage } from '../compose/page.ts';
import { settingIn } from '../compose/setting-in.ts';
import type { Config } from '../config.ts';
import { addSeconds } from '../domain/dates.ts';
import type { Audience } from '../domain/model.ts';
import type { Library } from '../knowledge/library.ts';
import type { Channel } from '../ports/channel.ts';
import type { HttpCall, Route } from '../ports/http.ts';
import type { Count, Log } from '../ports/log.ts';
import { openCore, storePlace, type Core, type Packs } from './core.ts';
import { clockFor, newId, packageRoot } from './machine.ts';
import { probesOf } from './probes.ts';

const DIGEST_ROUND_SECONDS = 15;
const RECOVERY_SECONDS = 2;
const SWEEP_SECONDS = 3600;
/** Slack may redeliver an event for a day; its key is kept for longer. */
const KEYS_KEPT_SECONDS = 3 * 24 * 3600;

/** Where the page's files lie, in the source and in the build. */
const PAGE = 'adapters/web/page';

interface Connected {
  readonly channel: Channel;
  readonly routes: readonly Route[];
  warmUp(): Promise<void>;
}
type ServeClock = ReturnType<typeof clockFor>;

/** Runs the channels that are configured, or the local page, until the process is told to stop. */
export async function serve(config: Config, packs: Packs, log: Log): Promise<number> {
  const clock = clockFor(config.zone);
  for (const warning of config.warnings) log.warn('config', { warning });
  const channels = new Map<string, Channel>();
  const core = await openCore({
    config,
    packs,
    place: storePlace(config),
    clock,
    log,
    canPost: (name) => channels.has(name),
  });
  const observed = observe(probesOf(core, () => [...channels.keys()]));
  const channelOf = (name: string): Channel | undefined => channels.get(name);
  const ear = createEar({
    inbox: core.store,
    reply: core.reply,
    channelOf,
    clock,
    log,
    count: observed.count,
  });
  const connected = await connect(config, core, {
    clock,
    log,
    count: observed.count,
    call: createHttpCall(),
  });
  const routes = [...observed.routes, ...connected.flatMap((one) => one.routes)];
  if (config.webChat) routes.push(...(await pageRoutes(config, core, ear, clock)));
  const server = createHttpServer({ routes, host: config.host, port: config.port, log, newId });
  for (const { channel } of connected) channels.set(channel.name, channel);
  await Promise.all(connected.map(({ channel }) => channel.start(ear)));
  const { port } = await server.start();
  log.info('listening', { host: config.host, port, channels: [...channels.keys()], page: config.webChat });
  if (config.webChat) process.stdout.write(`http://127.0.0.1:${port}/\n`);
  await core.warmUp(clearancesOf(config));
  for (const { warmUp } of connected) await warmUp();
  const rounds = startRounds(config, core, ear, { clock, log, count: observed.count, channelOf });
  await toldToStop();
  log.info('stopping');
  clock.stop();
  await Promise.all([...channels.values()].map((channel) => channel.stop()));
  await Promise.all([ear.idle(), rounds, server.stop()]);
  await core.close();
  return 0;
}

/** Of those who may ask here. */
function clearancesOf({ slack, teams, webClearance }: Config): readonly Audience[] {
  return [slack?.clearance ?? webClearance, teams?.clearance ?? webClearance];
}

interface Tools {
  readonly clock: ServeClock;
  readonly log: Log;
  readonly count: Count;
}

interface Platform extends Tools {
  readonly call: HttpCall;
}

/** The channels of this configuration; each platform's kit is loaded only where it is needed. */
async function connect(config: Config, core: Core, tools: Platform): Promise<readonly Connected[]> {
  const connected = await Promise.all([connectSlack(config, core, tools), connectTeams(config, core, tools)]);
  return connected.flatMap((one) => one ?? []);
}

async function connectSlack(config: Config, core: Core, tools: Platform): Promise<Connected | undefined> {
  if (!config.slack) return undefined;
  const { createSlack } = await import('../../adapters/slack/index.ts');
  const { clearance, ...slack } = config.slack;
  return createSlack({ config: slack, clearance, destinations: core.store, ...tools });
}

/** Without an app id only clients on loopback are talked to, and only where no channel is configured. */
async function connectTeams(config: Config, core: Core, tools: Platform): Promise<Connected | undefined> {
  const local = !config.slack && !config.teams;
  if (!config.teams && !local) return undefined;
  const { createTeams } = await import('../../adapters/teams/index.ts');
  const { clearance = config.webClearance, ...identity } = config.teams ?? {};
  return createTeams({
    config: { ...identity, serviceUrls: config.teamsServiceUrls },
    local,
    clearance,
    destinations: core.store,
    ...tools,
  });
}

/** The local page: its words in both languages, and how each answer looks in Slack and in Teams, by their own renderers. */
async function pageRoutes(
  config: Config,
  core: Core,
  ear: RecoveringEar,
  clock: ServeClock,
): Promise<readonly Route[]> {
  const [{ createWeb, readAssets }, { toSlack }, { toTeams }] = await Promise.all([
    import('../../adapters/web/index.ts'),
    import('../../adapters/slack/render.ts'),
    import('../../adapters/teams/render.ts'),
  ]);
  const root = packageRoot();
  const known = (): Library => core.knowledge.library(config.webClearance);
  return createWeb({
    ear,
    view: (locale) => composePage(settingIn(locale, known(), clock.today())),
    previews: (post) => ({ slack: toSlack(post), teams: toTeams(post) }),
    clearance: config.webClearance,
    clock,
    newId,
    assets: await readAssets({ styles: join(root, PAGE), scripts: join(root, 'dist', PAGE) }),
  });
}

interface RoundDeps extends Tools {
  readonly channelOf: (name: string) => Channel | undefined;
}

/** What is done again and again until the clock stops: lapsed messages, due digests, what has outlived its use. */
async function startRounds(config: Config, core: Core, ear: RecoveringEar, deps: RoundDeps): Promise<void> {
  const { clock, log } = deps;
  const clearances: Readonly<Record<string, Audience | undefined>> = {
    slack: config.slack?.clearance,
    teams: config.teams?.clearance ?? config.webClearance,
  };
  const digests = createDigestSender({
    ...deps,
    store: core.store,
    libraryFor: core.knowledge.library,
    clearanceOf: (channel) => clearances[channel] ?? 'public',
  });
  const sweep = (): Promise<void> =>
    core.store.sweep(clock.now(), addSeconds(clock.now(), -KEYS_KEPT_SECONDS));
  await Promise.all([
    every(RECOVERY_SECONDS, ear.recover),
    every(DIGEST_ROUND_SECONDS, digests),
    every(SWEEP_SECONDS, sweep),
  ]);

  async function every(seconds: number, work: () => Promise<void>): Promise<void> {
    do {
      await work().catch((fault: unknown) => {
        log.error('round-failed', { fault: fault instanceof Error ? fault.stack : String(fault) });
      });
    } while ((await clock.wait(seconds)) === 'passed');
  }
}

async function toldToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
