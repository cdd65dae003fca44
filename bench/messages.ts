import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../adapters/store/index.ts';
import { NO_MEMORY, type ConversationKey, type PersonKey } from '../src/domain/conversation.ts';
import { toInstant, type Instant } from '../src/domain/dates.ts';
import type { Inbound } from '../src/ports/channel.ts';
import {
  BOT_TOKEN,
  deliver,
  directMessage,
  eventOf,
  SIGNING_SECRET,
  startFakeSlack,
} from '../test/doubles/slack.ts';
import { startFakeTeams, teamsActivity } from '../test/doubles/teams.ts';
import { start } from './process.ts';
import { median, ms, table } from './table.ts';

const MESSAGES = 3000;
const RUNS = 3;
const AT_ONCE = 8;
const WARM_UP = 200;
const QUESTION = 'How is action 1.1 going?';

/** CPU of the bot for a message beside a bare app of the same kit, in alternating runs; the store's share apart. */
export async function benchMessages(): Promise<string> {
  const slack = await compare('slack');
  const teams = await compare('teams');
  const store = await storeCpu();
  return table([
    ['CPU a message', 'bot', 'bare kit', 'ratio', 'goal', 'of it the store', 'ratio without it'],
    ['Slack', ...figures(slack, store)],
    ['Teams', ...figures(teams, store)],
  ]);
}

interface Pair {
  readonly bot: number;
  readonly bare: number;
}

function figures({ bot, bare }: Pair, store: number): readonly string[] {
  return [
    ms(bot),
    ms(bare),
    (bot / bare).toFixed(2),
    '<= 1.50',
    ms(store),
    ((bot - store) / bare).toFixed(2),
  ];
}

async function compare(which: 'slack' | 'teams'): Promise<Pair> {
  const run = which === 'slack' ? slackRun : teamsRun;
  const bot: number[] = [];
  const bare: number[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    bare.push(await run(`bench/bare-${which}.js`, []));
    bot.push(await run('src/main.js', ['serve']));
  }
  return { bot: median(bot), bare: median(bare) };
}

async function slackRun(script: string, args: readonly string[]): Promise<number> {
  const slack = await startFakeSlack();
  const env = {
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
  };
  const app = await start(script, args, env);
  const url = `http://127.0.0.1:${app.port}`;
  const say = async (index: number): Promise<void> => {
    const ts = `${1_700_000_000 + index}.000100`;
    const event = eventOf(
      directMessage(QUESTION, { ts, event_ts: ts, user: `U${index % 50}`, channel: `D${index % 50}` }),
    );
    await deliver(url, event, Math.floor(Date.now() / 1000));
  };
  const cpu = await cpuFor(app, say, (count) => slack.posted(count));
  await app.stop();
  await slack.close();
  return cpu;
}

async function teamsRun(script: string, args: readonly string[]): Promise<number> {
  const teams = await startFakeTeams();
  const app = await start(script, args, { HOST: '127.0.0.1', LOG_LEVEL: 'info' });
  const say = async (index: number): Promise<void> => {
    const conversation = { conversationType: 'personal', id: `a:person-${index % 50}` };
    const from = { id: `29:person-${index % 50}`, aadObjectId: `person-${index % 50}` };
    const activity = teamsActivity(teams.url, { id: `m${index}`, text: QUESTION, conversation, from });
    await fetch(`http://127.0.0.1:${app.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
  };
  const cpu = await cpuFor(app, say, (count) => teams.came(count));
  await app.stop();
  await teams.close();
  return cpu;
}

/** CPU milliseconds a message, after a warm-up, with so many messages under way at once. */
async function cpuFor(
  app: { cpuSeconds(): number },
  say: (index: number) => Promise<void>,
  answered: (count: number) => Promise<unknown>,
): Promise<number> {
  await sayAll(say, 0, WARM_UP);
  await answered(WARM_UP);
  const from = app.cpuSeconds();
  await sayAll(say, WARM_UP, WARM_UP + MESSAGES);
  await answered(WARM_UP + MESSAGES);
  return ((app.cpuSeconds() - from) * 1000) / MESSAGES;
}

async function sayAll(say: (index: number) => Promise<void>, from: number, to: number): Promise<void> {
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < to) {
      next += 1;
      await say(next - 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** What the store costs for one message: received, recalled, remembered, settled. */
async function storeCpu(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'workforce-plan-bench-'));
  const store = await openStore({ kind: 'sqlite', path: join(folder, 'store.sqlite') });
  const now = toInstant(new Date());
  const pass = async (index: number): Promise<void> => {
    const conversation = `slack:T:D${index % 50}` as ConversationKey;
    const person = `slack:T:U${index % 50}` as PersonKey;
    const inbound: Inbound = {
      eventId: `E${index}`,
      messageId: `M${index}`,
      conversation,
      place: conversation,
      author: { key: person },
      text: QUESTION,
      direct: true,
      clearance: 'public',
      received: now,
    };
    await store.receive(inbound, now);
    await store.recall(conversation, conversation, person, now);
    await store.remember(conversation, person, NO_MEMORY, '2027-01-01T00:00:00.000Z' as Instant);
    await store.settle(inbound);
  };
  for (let index = 0; index < WARM_UP; index += 1) await pass(index);
  const from = process.cpuUsage();
  for (let index = 0; index < MESSAGES; index += 1) await pass(WARM_UP + index);
  const used = process.cpuUsage(from);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return (used.user + used.system) / 1000 / MESSAGES;
}
