import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import {
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Engine } from './engine.ts';
import type { Tables } from './schema.ts';
import { isBusy, openDatabase, type SqliteDatabase } from './sqlite-engines.ts';

const MEMORY = ':memory:';
/** How long a statement blocks the process while another connection writes; then it lets other work run and retries. */
const BUSY_WAIT_MS = 100;
const RETRY_AFTER_MS = 10;
const MOST_TRIES = 100;
const TURN_EVERY = 100;
/** How soon after a settled message the write-ahead log is emptied; messages settled meanwhile share the work. */
const SCRUB_AFTER_MS = 1000;

/**
 * The embedded store: one file, which may serve several processes on one host. Writes go through a write-ahead log with
 * `synchronous=NORMAL`: what was acknowledged outlives a crash of the process; a power cut may cost the last moments'
 * writes but never the file, and the bot is spared waiting for the disk at every message. `durable: false` waits for
 * the disk never: for files that are thrown away.
 */
export async function sqliteEngine(path: string, durable: boolean): Promise<Engine> {
  const database = await openFile(path, durable);
  const scrubber = path === MEMORY || !durable ? undefined : scrubberOf(database);
  scrubber?.arm(); // a crash may have left text behind
  const db = new Kysely<Tables>({ dialect: dialectOf(database) });
  return {
    db,
    rowLocks: false,
    lockMigrations: async () => undefined, // every transaction here begins immediate
    scrub: () => scrubber?.arm(),
    async close() {
      scrubber?.finish();
      await db.destroy();
    },
  };
}

async function openFile(path: string, durable: boolean): Promise<SqliteDatabase> {
  const file = path === MEMORY ? path : resolve(path);
  if (file !== MEMORY) await orExplain(file, () => mkdir(dirname(file), { recursive: true, mode: 0o700 }));
  const database = await orExplain(file, () => untilFree(() => openDatabase(file)));
  try {
    // Several processes that turn a new file to a write-ahead log at once refuse each other without waiting.
    await orExplain(file, () => untilFree(async () => database.exec(settingsOf(durable))));
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** `begin immediate` proves that the file can be written to. */
function settingsOf(durable: boolean): string {
  return `pragma busy_timeout = ${BUSY_WAIT_MS};
    pragma journal_mode = wal;
    pragma synchronous = ${durable ? 'normal' : 'off'};
    pragma secure_delete = on;
    begin immediate; rollback;`;
}

async function orExplain<T>(file: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    throw new Error(
      `The store ${file} cannot be opened for writing (${cause instanceof Error ? cause.message : String(cause)}). ` +
        'Set DATA_DIR to a folder that the bot may write to; if the file there is damaged, move it aside and start again.',
      { cause },
    );
  }
}

async function untilFree<T>(work: () => T | Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries >= MOST_TRIES || !isBusy(error)) throw error;
      await sleep(RETRY_AFTER_MS);
    }
  }
}

function dialectOf(database: SqliteDatabase): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driverOf(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** One connection, used by one statement or transaction at a time, in the order of asking. */
function driverOf(database: SqliteDatabase): Driver {
  const connection = connectionTo(database);
  const waiting: (() => void)[] = [];
  let taken = false;
  return {
    init: async () => undefined,
    async acquireConnection() {
      if (taken) await new Promise<void>((turn) => waiting.push(turn));
      taken = true;
      return connection;
    },
    async releaseConnection() {
      const next = waiting.shift();
      if (next) next();
      else taken = false;
    },
    beginTransaction: () => untilFree(() => database.exec('begin immediate')),
    commitTransaction: () => untilFree(() => database.exec('commit')),
    rollbackTransaction: async () => database.exec('rollback'),
    destroy: async () => database.close(),
  };
}

/**
 * Statements answer without waiting, so a long run of them would keep sockets and timers, and libsql's own clean-up, from
 * their turn: one in so many lets them in.
 */
function connectionTo(database: SqliteDatabase): DatabaseConnection {
  let statements = 0;
  return {
    // Safe cast: kysely knows the rows' shape from the statement that it built.
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      statements += 1;
      if (statements % TURN_EVERY === 0) await setImmediate();
      const rows = await untilFree(() => database.all(sql, parameters));
      return { rows: rows as Row[] };
    },
    streamQuery() {
      throw new Error('The store reads whole results; streaming is not provided.');
    },
  };
}

/**
 * Empties the write-ahead log, which keeps old pages, and with them the text of settled messages, until it is reused.
 * Waits for nobody: where another process is reading, it tries again.
 */
function scrubberOf(database: SqliteDatabase) {
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    timer ??= setTimeout(run, SCRUB_AFTER_MS).unref();
  };
  const run = (): void => {
    timer = undefined;
    if (!emptyLog(database)) arm();
  };
  const finish = (): void => {
    clearTimeout(timer);
    emptyLog(database);
  };
  return { arm, finish };
}

function emptyLog(database: SqliteDatabase): boolean {
  database.exec('pragma busy_timeout = 0');
  try {
    const [outcome] = database.all('pragma wal_checkpoint(truncate)', []) as { busy: number }[];
    return outcome?.busy === 0;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  } finally {
    database.exec(`pragma busy_timeout = ${BUSY_WAIT_MS}`);
  }
}
