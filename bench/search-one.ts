/** Measures one engine on one generated plan, in a process of its own: `node --expose-gc search-one.js ENGINE SETTING SIZE QUESTIONS TIMED`. */
import { generatedPlan } from './search-plans.ts';
import { percentile } from './table.ts';
import { YARDSTICKS } from './yardsticks/engines.ts';
import { gainOf, meanGain, type Gain } from './yardsticks/gain.ts';
import { ours, textsOf } from './yardsticks/ours.ts';
import type { Ask } from './yardsticks/yardstick.ts';

/** What the process prints, as JSON. */
export interface Measured {
  /** So many questions came within the time allowed. */
  readonly asked: number;
  readonly ndcg: number;
  /** What two slips in a question cost of it. */
  readonly loss: number;
  readonly buildMs: number;
  readonly p50: number;
  readonly p99: number;
  readonly memoryMb: number;
}

/** After the first questions have warmed it up, each is timed once, as new, for no longer than this. */
const MOST_MS = 4_000;
/** Of an engine that takes long fewer questions are judged. */
const MOST_MS_JUDGED = 20_000;

const [name = '', setting = '0', size = '1000', questions = '50', timed = '0'] = process.argv.slice(2);
const { library, questions: made } = generatedPlan(Number(size), Number(questions) + Number(timed));
const asked = made.slice(0, Number(questions));
const engine = YARDSTICKS.find((each) => each.name === name);
const texts = engine ? textsOf(library) : [];
const before = held();
const from = performance.now();
const ask = await built();
const buildMs = performance.now() - from;
const { clean, slipped, count } = await quality();
const memoryMb = held() - before;
const times = await timesOfNew();
const measured: Measured = {
  asked: count,
  ndcg: clean,
  loss: clean - slipped,
  buildMs,
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
  memoryMb,
};
process.stdout.write(JSON.stringify(measured));

async function built(): Promise<Ask> {
  const chosen = engine?.settings[Number(setting)];
  return engine && chosen ? engine.build(texts, chosen) : ours(library);
}

/** In megabytes, after everything that could be thrown away was. */
function held(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

async function quality() {
  const gains = { clean: [] as Gain[], slipped: [] as Gain[] };
  const begun = performance.now();
  for (const { text, slipped: typed, locale, item } of asked) {
    gains.clean.push(gainOf(await ask(text, locale), new Set([item])));
    gains.slipped.push(gainOf(await ask(typed, locale), new Set([item])));
    if (performance.now() - begun > MOST_MS_JUDGED) break;
  }
  const { clean: first, slipped: second } = gains;
  return { clean: meanGain(first).ndcg, slipped: meanGain(second).ndcg, count: first.length };
}

async function timesOfNew(): Promise<readonly number[]> {
  const taken: number[] = [];
  const begun = performance.now();
  for (const { text, slipped: typed, locale } of made.slice(asked.length)) {
    for (const words of [text, typed]) {
      const start = performance.now();
      await ask(words, locale);
      taken.push(performance.now() - start);
    }
    if (performance.now() - begun > MOST_MS) break;
  }
  return taken;
}
