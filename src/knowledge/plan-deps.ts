import type { Instant, IsoDate } from '../domain/dates.ts';

export interface PlanCommandDeps {
  /** Writes one line. */
  out(line: string): void;
  err(line: string): void;
  readonly today: IsoDate;
  readonly now: Instant;
  /** Where imported packs go unless `--into` says otherwise. */
  readonly defaultInto: string;
  /** The folder of bundled packs, which is never written to. */
  readonly bundled: string;
}

/** 0: done, or nothing to say; 1: problems or differences, which are printed; 2: wrong use. */
export type Status = 0 | 1 | 2;

/** What stands behind a subcommand. */
export interface Given {
  readonly options: Readonly<Partial<Record<string, string>>>;
  readonly flags: ReadonlySet<string>;
  readonly rest: readonly string[];
}

/** A subcommand: its own options and what it does. */
export interface Command {
  /** Options with a value. */
  readonly options: readonly string[];
  /** Options without. */
  readonly flags?: readonly string[];
  /** What is wrong with what was given; undefined where it will do. */
  wrong(given: Given): string | undefined;
  run(given: Given, deps: PlanCommandDeps): Promise<Status>;
}
