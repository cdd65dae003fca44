import { QUESTIONS } from './questions.ts';
import { ms, percentile, table } from './table.ts';
import { startBot } from '../test/doubles/bot.ts';

const ROUNDS = 100;

/** The time from message to post inside the process, on the real packs, the store in memory. */
export async function benchAnswers(): Promise<string> {
  const bot = await startBot();
  const first = await timed(() => bot.post('What is call to action 2?', { chat: 'first' }));
  for (const question of QUESTIONS) await bot.post(question, { chat: 'warm' });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const question of QUESTIONS)
      times.push(await timed(() => bot.post(question, { chat: `c${round}` })));
  }
  await bot.close();
  return table([
    ['answer in process', 'measured', 'goal'],
    ['first of all', ms(first), ''],
    ['p50', ms(percentile(times, 0.5)), '<= 1 ms'],
    ['p99', ms(percentile(times, 0.99)), '<= 5 ms'],
    ['slowest', ms(Math.max(...times)), ''],
    ['answers', String(times.length), ''],
  ]);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
