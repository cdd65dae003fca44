import type { Instant, IsoDate } from '../domain/dates.ts';

/** The one place where time comes from. */
export interface Clock {
  now(): Instant;
  /** Today's date in the configured zone. */
  today(): IsoDate;
  /** Resolves after that many seconds, or at once with `stopping` when the bot is stopping. */
  wait(seconds: number): Promise<'passed' | 'stopping'>;
}

/** A new identifier, unguessable and short enough to read out; the source of randomness. */
export type NewId = () => string;
