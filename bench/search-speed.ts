import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { BUILT } from './process.ts';
import type { Measured } from './search-one.ts';
import { ms, table } from './table.ts';
import { YARDSTICKS } from './yardsticks/engines.ts';
import { nameOf, type Yardstick } from './yardsticks/yardstick.ts';

type Size = 1_000 | 10_000 | 100_000;
const GOALS: Readonly<Record<Size, string>> = {
  1_000: 'p50 <= 0.3 ms, p99 <= 5 ms',
  10_000: 'p50 <= 0.5 ms, p99 <= 10 ms, index <= 30 MB',
  100_000: 'p50 <= 3 ms, p99 <= 40 ms',
};
const HEAD = [
  'engine',
  'questions',
  'nDCG@10',
  'lost by two typos',
  'built in',
  'p50',
  'p99',
  'index',
  'set to',
];
const QUESTIONS = 50;
const TIMED = 450;
/** Fuse.js takes seconds for each. */
const FEWER_QUESTIONS = 5;
const SMALLEST = 1_000;
const OURS = 'ours';
const settings = new Map<Yardstick, number>();

/** Our own search beside four others on a generated plan of that size, each engine in a process of its own. */
async function benchSize(size: Size): Promise<string> {
  const rows = [rowOf(OURS, await measured(OURS, 0, size, QUESTIONS, TIMED), '')];
  for (const engine of YARDSTICKS) {
    const questions = questionsFor(engine, size);
    if (questions === 0) continue;
    const setting = settings.get(engine) ?? (await bestSetting(engine));
    settings.set(engine, setting);
    const chosen = engine.settings[setting];
    const result = await measured(engine.name, setting, size, questions, TIMED);
    rows.push(rowOf(engine.name, result, chosen ? nameOf(chosen) : ''));
  }
  const title = `${size.toLocaleString('en-GB')} generated items; goal for ours: ${GOALS[size]}, lost by two typos <= .015`;
  return `${title}\n${table([HEAD, ...rows])}`;
}

/** By the names they are asked for by: `npm run bench -- speed`, or of one size. */
export const SPEEDS = {
  'speed of 1,000': () => benchSize(1_000),
  'speed of 10,000': () => benchSize(10_000),
  'speed of 100,000': () => benchSize(100_000),
};

function questionsFor({ name }: Yardstick, size: number): number {
  if (!name.startsWith('Fuse.js') || size <= SMALLEST) return QUESTIONS;
  return size <= SMALLEST * 10 ? FEWER_QUESTIONS : 0;
}

/** The one that does best at the smallest size, clean and with slips taken together. */
async function bestSetting(engine: Yardstick): Promise<number> {
  const asked = engine.name.startsWith('Fuse.js') ? FEWER_QUESTIONS * 2 : QUESTIONS;
  const scores: number[] = [];
  for (const at of engine.settings.keys()) {
    const { ndcg, loss } = await measured(engine.name, at, SMALLEST, asked, 0);
    scores.push(2 * ndcg - loss);
  }
  return scores.indexOf(Math.max(...scores));
}

function rowOf(name: string, { asked, ndcg, loss, buildMs, p50, p99, memoryMb }: Measured, setting: string) {
  return [
    name,
    String(asked),
    ndcg.toFixed(3),
    loss.toFixed(3),
    ms(buildMs),
    ms(p50),
    ms(p99),
    `${memoryMb.toFixed(1)} MB`,
    setting,
  ];
}

async function measured(
  engine: string,
  setting: number,
  size: number,
  questions: number,
  timed: number,
): Promise<Measured> {
  const script = join(BUILT, 'bench/search-one.js');
  const args = [
    '--expose-gc',
    '--max-old-space-size=8192',
    script,
    engine,
    String(setting),
    String(size),
    String(questions),
    String(timed),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise((resolve) => {
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${engine} ended with ${String(code)} at ${size} items`);
  return JSON.parse(Buffer.concat(said).toString('utf8')) as Measured;
}
