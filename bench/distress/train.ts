import { BUCKETS, type Features } from '../../src/understand/distress/features.ts';
import { shareOf } from '../../src/understand/distress/model.ts';

/** Buckets and how much each stands for, as the model weighs them. */
export interface Vector {
  readonly buckets: Int32Array;
  readonly values: Float64Array;
}
export interface Example {
  readonly vector: Vector;
  readonly positive: boolean;
}
/** One fitted head. */
export interface Line {
  readonly weights: Float64Array;
  bias: number;
}

const EPOCHS = 10;
const RATE = 0.2;
const SHRINK = 1e-4;
const SEEDS = [7, 8, 9, 10];
const LEAST = 1e-6;

/** The parts of a unit as one vector: each family shares one weight among all its features. */
export function vectorOf(unit: readonly Features[]): Vector {
  const values = new Map<number, number>();
  for (const family of [0, 1, 2]) {
    const found = unit.flatMap((features) => features[family] ?? []);
    const share = shareOf(family, found.length);
    for (const bucket of found) values.set(bucket, (values.get(bucket) ?? 0) + share);
  }
  return { buckets: Int32Array.from(values.keys()), values: Float64Array.from(values.values()) };
}

export function score({ weights, bias }: Line, { buckets, values }: Vector): number {
  let sum = bias;
  for (let at = 0; at < buckets.length; at += 1) sum += (weights[buckets[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

/** The mean of lines fitted from the same examples in several orders, which no one order sways. The same every time. */
export function fitLine(examples: readonly Example[]): Line {
  const mean: Line = { weights: new Float64Array(BUCKETS), bias: 0 };
  for (const seed of SEEDS) {
    const { weights, bias } = fitOnce(examples, seed);
    mean.bias += bias / SEEDS.length;
    for (const [bucket, weight] of weights.entries())
      mean.weights[bucket] = (mean.weights[bucket] ?? 0) + weight / SEEDS.length;
  }
  return mean;
}

/** Logistic regression with a small pull to nought, by gradient steps that shorten where a weight has moved much. */
function fitOnce(examples: readonly Example[], seed: number): Line {
  const line: Line = { weights: new Float64Array(BUCKETS), bias: 0 };
  const moved = new Float64Array(BUCKETS).fill(LEAST);
  let biasMoved = LEAST;
  const chance = chanceFrom(seed);
  const order = [...examples];
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, chance);
    for (const { vector, positive } of order) {
      const error = 1 / (1 + Math.exp(-score(line, vector))) - (positive ? 1 : 0);
      stepBy(line.weights, moved, vector, error);
      biasMoved += error * error;
      line.bias -= (RATE * error) / Math.sqrt(biasMoved);
    }
  }
  return line;
}

function stepBy(
  weights: Float64Array,
  moved: Float64Array,
  { buckets, values }: Vector,
  error: number,
): void {
  for (let at = 0; at < buckets.length; at += 1) {
    const bucket = buckets[at] ?? 0;
    const slope = error * (values[at] ?? 0) + SHRINK * (weights[bucket] ?? 0);
    const before = (moved[bucket] ?? 0) + slope * slope;
    moved[bucket] = before;
    weights[bucket] = (weights[bucket] ?? 0) - (RATE * slope) / Math.sqrt(before);
  }
}

function shuffle(list: unknown[], chance: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    const [one, two] = [list[at], list[other]];
    list[at] = two;
    list[other] = one;
  }
}

/** Numbers from 0 to 1 that look like chance and are the same for every run (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
