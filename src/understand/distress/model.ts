import { BUCKETS, type Features } from './features.ts';

/** What the classifier tells: distress at all; grave rather than low; danger now; of somebody else. */
export const HEADS = ['distress', 'grave', 'now', 'other'] as const;
export type Head = (typeof HEADS)[number];
export type Scores = Readonly<Record<Head, number>>;

/** A fitted linear model: `table` holds the weights of every head for bucket 0, then for bucket 1, and so on. */
export interface Model {
  readonly table: ArrayLike<number>;
  /** What a whole number in the table is worth, by head. */
  readonly scales: readonly number[];
  readonly biases: readonly number[];
}

/**
 * How much one feature counts among so many of its family (words, letters, ideas): a long sentence weighs no more than a
 * short one, and a word or two alone tell little.
 */
export function shareOf(family: number, count: number): number {
  return 1 / Math.sqrt(Math.max(FEWEST[family] ?? 1, count));
}
const FEWEST = [8, 24, 6] as const;
const WIDTH = HEADS.length;

/** The weights of one sentence summed by family and head, and how many features each family had. */
export interface Sums {
  readonly byFamily: readonly (readonly number[])[];
  readonly counts: readonly number[];
}

export function sumsOf(features: Features, { table }: Model): Sums {
  const byFamily = features.map((family) => {
    const sums = [0, 0, 0, 0];
    for (const bucket of family) {
      const from = bucket * WIDTH;
      for (let head = 0; head < WIDTH; head += 1) sums[head] = (sums[head] ?? 0) + (table[from + head] ?? 0);
    }
    return sums;
  });
  return { byFamily, counts: features.map(({ length }) => length) };
}

/** The scores of sentences taken together: above 0 is more likely than not. */
export function scoresOf(sentences: readonly Sums[], { scales, biases }: Model): Scores {
  const scores = [...biases];
  for (let family = 0; family < FEWEST.length; family += 1) {
    let count = 0;
    for (const { counts } of sentences) count += counts[family] ?? 0;
    const share = shareOf(family, count);
    for (const { byFamily } of sentences) {
      for (let head = 0; head < WIDTH; head += 1)
        scores[head] = (scores[head] ?? 0) + share * (scales[head] ?? 0) * (byFamily[family]?.[head] ?? 0);
    }
  }
  const [distress = 0, grave = 0, now = 0, other = 0] = scores;
  return { distress, grave, now, other };
}

/** How a fitted model is kept: one byte for each weight, zipped, in base64. */
export interface KeptModel {
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  readonly table: string;
}

/** `unzip` undoes gzip. */
export function modelFrom({ table: zipped, ...rest }: KeptModel, unzip: (zipped: Buffer) => Buffer): Model {
  const table = new Int8Array(unzip(Buffer.from(zipped, 'base64')));
  if (table.length !== BUCKETS * WIDTH)
    throw new Error(
      'The weights of distress were fitted for other features: run `node dist/bench/fit-distress.js`.',
    );
  return { ...rest, table };
}
