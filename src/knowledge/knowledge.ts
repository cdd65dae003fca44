import { statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

import type { Audience, Helpline } from '../domain/model.ts';
import type { Log } from '../ports/log.ts';
import type { Library } from './library.ts';
import { HELPLINES_FILE, PACK_FILES, packFoldersIn, type LoadOptions } from './load.ts';
import { formatProblem, type PackProblem } from './problem.ts';
import { stock, type KnowledgeDir, type Shelf } from './shelf.ts';

export interface KnowledgeOptions {
  /** Of packs with the same plan id the one in the earlier folder is kept. */
  readonly dirs: readonly KnowledgeDir[];
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** Where `prepareContent` has put parsed files. */
  readonly prepared?: string;
  /** How often to look whether a file has changed; 0 looks only when `refresh` is called. */
  readonly pollSeconds?: number;
}

/** The packs as they stand on disk: an edited one is taken up without a restart. */
export interface Knowledge {
  /** Immutable; ask again for each message. */
  library(audience: Audience): Library;
  readonly helplines: readonly Helpline[];
  /** What is wrong on disk now. A pack with problems stays as it last was right. */
  readonly problems: readonly PackProblem[];
  /** Reads what has changed since; true where that changed anything. */
  refresh(): Promise<boolean>;
  /** Looks no more. */
  close(): void;
}

const DEFAULT_POLL_SECONDS = 1;

/**
 * Loads all packs. Throws where a bundled pack is wrong, with every problem in the message; a wrong pack of another
 * folder is left out and reported.
 */
export async function openKnowledge(options: KnowledgeOptions): Promise<Knowledge> {
  const { log, prepared, pollSeconds = DEFAULT_POLL_SECONDS } = options;
  // Without a day: a statement from the future is refused when a pack is checked, and here it is merely not told yet.
  const load: LoadOptions = prepared === undefined ? {} : { prepared };
  const dirs = options.dirs.map((dir) => ({ ...dir, path: resolve(dir.path) }));
  const read = (before: Shelf | undefined) => readStill(dirs, () => stock(dirs, load, before));
  const first = await read(undefined);
  let { shelf } = first;
  let running: Promise<boolean> | undefined;
  refuseBundledMistakes(dirs, shelf);
  report(shelf, undefined, log);

  const restock = async (): Promise<boolean> => {
    const before = shelf;
    const { shelf: after } = await read(before);
    if (after.print === before.print) return false;
    shelf = after;
    report(after, before, log);
    return true;
  };
  const refresh = (): Promise<boolean> => {
    const next = (running ?? Promise.resolve(false)).then(restock);
    running = next.catch(() => false);
    return next;
  };
  const poll = pollSeconds > 0 ? watch(dirs, first.stamp, pollSeconds, refresh, log) : undefined;
  return {
    library: (audience) => shelf.library(audience),
    get helplines() {
      return shelf.helplines;
    },
    get problems() {
      return shelf.problems;
    },
    refresh,
    close: () => clearInterval(poll),
  };
}

function refuseBundledMistakes(dirs: readonly KnowledgeDir[], shelf: Shelf): void {
  const ours = dirs.filter((dir) => dir.bundled === true).map((dir) => dir.path);
  const mistakes = shelf.problems.filter(({ file }) =>
    ours.some((dir) => file === dir || file.startsWith(`${dir}${sep}`)),
  );
  if (mistakes.length === 0) return;
  throw new Error(`The bundled knowledge is wrong:\n${mistakes.map(formatProblem).join('\n')}`);
}

function report(now: Shelf, before: Shelf | undefined, log: Pick<Log, 'info' | 'warn'>): void {
  const known = new Set(before?.problems.map(formatProblem));
  for (const problem of now.problems) {
    if (!known.has(formatProblem(problem))) log.warn('a pack is wrong', { ...problem });
  }
  const plans = now.library('staff').plans.map((plan) => plan.id);
  log.info(before ? 'packs loaded again' : 'packs loaded', { plans });
}

const MOST_READINGS = 5;

/** Reads again what was changed while it was read, so that the old and new files of a pack are never held together. */
async function readStill(
  dirs: readonly KnowledgeDir[],
  read: () => Promise<Shelf>,
): Promise<{ readonly shelf: Shelf; readonly stamp: string }> {
  let stamp = stampOf(dirs);
  let shelf = await read();
  for (let readings = 1; readings < MOST_READINGS && stampOf(dirs) !== stamp; readings += 1) {
    stamp = stampOf(dirs);
    shelf = await read();
  }
  return { shelf, stamp };
}

/** A change is taken up once the files have been still for one round, so that nothing is read half written. */
function watch(
  dirs: readonly KnowledgeDir[],
  taken: string,
  seconds: number,
  refresh: () => Promise<boolean>,
  log: Pick<Log, 'warn'>,
): NodeJS.Timeout {
  let last = taken;
  const look = async (): Promise<void> => {
    const stamp = stampOf(dirs);
    const still = stamp === last;
    last = stamp;
    if (!still || stamp === taken) return;
    taken = stamp;
    await refresh();
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.warn('packs could not be read', { error: String(error) }));
  }, seconds * 1000);
  return timer.unref();
}

function stampOf(dirs: readonly KnowledgeDir[]): string {
  return dirs
    .flatMap(({ path, except }) => [
      join(path, HELPLINES_FILE),
      ...(packFoldersIn(path, except) ?? []).flatMap((folder) =>
        PACK_FILES.map((file) => join(folder, file)),
      ),
    ])
    .map((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat ? `${file} ${stat.mtimeMs} ${stat.size} ${stat.ino}` : file;
    })
    .join('\n');
}
