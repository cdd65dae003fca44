import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../src/start/machine.ts';
import { product } from '../doubles/built.ts';
import {
  BOT_TOKEN,
  deliver,
  directMessage,
  eventOf,
  SIGNING_SECRET,
  startFakeSlack,
  type FakeSlack,
} from '../doubles/slack.ts';

let main: string;
let slack: FakeSlack;
let data: string;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  main = await product();
}, 120_000);
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  await slack?.close();
  if (data) await rm(data, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly url: string;
}

async function serve(env: Record<string, string>): Promise<Run> {
  const child = spawn(process.execPath, [main, 'serve'], {
    cwd: packageRoot(),
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  const port = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += String(chunk);
      const heard = /"port":(\d+)/u.exec(said)?.[1];
      if (heard !== undefined) resolve(heard);
    };
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`ended before it listened: ${said}`)));
  });
  return { child, url: `http://127.0.0.1:${port}` };
}

async function killed({ child }: Run): Promise<void> {
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGKILL');
  await ended;
}

function event(text: string, ts: string) {
  return eventOf(directMessage(text, { ts, event_ts: ts }));
}

const now = (): number => Math.floor(Date.now() / 1000);

describe('the bot as a process', () => {
  it('answers after a crash what it had acknowledged before it, once, and forgets none of it', async () => {
    slack = await startFakeSlack();
    data = await mkdtemp(join(tmpdir(), 'workforce-plan-process-'));
    const env = {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slack.apiUrl,
    };
    slack.next('chat.postMessage', { status: 500 });
    const message = event('What is call to action 2?', '1700000001.000100');

    const first = await serve(env);
    const acknowledged = await deliver(first.url, message, now());
    await killed(first);
    const second = await serve(env);
    const again = await deliver(second.url, message, now(), 1);
    await slack.posted(1);
    const other = await deliver(second.url, event('What is call to action 3?', '1700000002.000100'), now());
    await slack.posted(2);

    expect([acknowledged.status, again.status, other.status]).toEqual([200, 200, 200]);
    const answered = slack.posts.map(({ text }) => /Call to action (\d)/u.exec(text)?.[1]);
    expect(answered).toHaveLength(2);
    expect(new Set(answered)).toEqual(new Set(['2', '3']));
  });
});
