import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import type { Engine } from './engine.ts';
import type { Tables } from './schema.ts';

const INT8 = 20;
/** Any number, as long as every version of the bot uses the same and nothing else in the database does. */
const MIGRATION_LOCK = 7_305_221_941;

/** The store for several hosts. Throws where the database cannot be reached, naming it without its password. */
export async function postgresEngine(url: string): Promise<Engine> {
  const pool = new Pool({
    connectionString: url,
    application_name: 'workforce-plan-bot',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    keepAlive: true,
    types: { getTypeParser: typeParser },
  });
  // An idle connection that breaks is dropped by the pool and replaced at the next statement; unheard, the event would
  // end the process.
  pool.on('error', () => undefined);
  await reach(pool, url);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    rowLocks: true,
    async lockMigrations(transaction) {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
    },
    scrub: () => undefined, // old row versions are PostgreSQL's own to clear: autovacuum does
    close: () => db.destroy(),
  };
}

/** Whole numbers of 8 bytes as numbers: moments in milliseconds fit. */
function typeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return type === INT8 ? Number : types.getTypeParser(type, format);
}

async function reach(pool: Pool, url: string): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    throw new Error(
      `The database ${withoutSecrets(url)} cannot be reached (${cause instanceof Error ? cause.message : String(cause)}). ` +
        'Check that PostgreSQL is running and that DATABASE_URL names its host, port, database, user and password.',
      { cause },
    );
  }
}

function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return 'in DATABASE_URL';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
