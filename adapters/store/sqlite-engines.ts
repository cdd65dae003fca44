/** The few calls of an embedded SQLite that the store makes; both engines below answer them alike. */
export interface SqliteDatabase {
  exec(statements: string): void;
  /** Runs one statement to its end and gives its rows, none for a statement without any. */
  all(statement: string, parameters: readonly unknown[]): readonly unknown[];
  close(): void;
}

interface Prepared {
  all(...parameters: unknown[]): unknown[];
  run(...parameters: unknown[]): unknown;
}
interface Opened {
  exec(statements: string): unknown;
  prepare(statement: string): Prepared;
  close(): unknown;
}

const NODE_WITH_STABLE_SQLITE = 24;
/** The store's statements are a few dozen; the bound only guards against a statement that varies. */
const MOST_PREPARED = 100;

/** Opens the file with Node's own SQLite where that is stable, else with the optional dependency libsql. */
export async function openDatabase(path: string): Promise<SqliteDatabase> {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= NODE_WITH_STABLE_SQLITE ? openNodeSqlite(path) : openLibsql(path);
}

/** True for the refusals that pass by themselves: another connection was at work. */
export function isBusy(error: unknown): boolean {
  const passing = [5, 6, 15]; // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL
  const { errcode, rawCode } = (error ?? {}) as { errcode?: unknown; rawCode?: unknown };
  return passing.includes(Number(errcode ?? rawCode) & 0xff);
}

async function openNodeSqlite(path: string): Promise<SqliteDatabase> {
  // @ts-expect-error The types are those of the oldest Node that is supported, which has no such module.
  const { DatabaseSync } = (await import('node:sqlite')) as { DatabaseSync: new (path: string) => Opened };
  // `all` of Node's statements takes those without rows, too.
  return shim(new DatabaseSync(path), () => true);
}

async function openLibsql(path: string): Promise<SqliteDatabase> {
  const Libsql = await importLibsql();
  return shim(new Libsql(path), (statement) => (statement as Prepared & { reader: boolean }).reader);
}

async function importLibsql(): Promise<new (path: string) => Opened> {
  try {
    return ((await import('libsql')) as unknown as { default: new (path: string) => Opened }).default;
  } catch (cause) {
    throw new Error(
      `Node ${process.versions.node} needs the optional package libsql for the embedded store, and it cannot be loaded. ` +
        'Use Node 24 or later, or install with optional dependencies, or set DATABASE_URL to a PostgreSQL database.',
      { cause },
    );
  }
}

function shim(database: Opened, givesRows: (statement: Prepared) => boolean): SqliteDatabase {
  const prepared = new Map<string, Prepared>();
  const prepare = (text: string): Prepared => {
    const known = prepared.get(text);
    if (known) return known;
    if (prepared.size >= MOST_PREPARED) prepared.clear();
    const statement = database.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  return {
    exec: (statements) => void database.exec(statements),
    all(text, parameters) {
      const statement = prepare(text);
      if (givesRows(statement)) return statement.all(...parameters);
      statement.run(...parameters);
      return [];
    },
    close: () => void database.close(),
  };
}
