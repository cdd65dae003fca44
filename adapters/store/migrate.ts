import { sql, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import { MIGRATIONS, type Tables } from './schema.ts';

/**
 * Brings the tables to this version in one transaction that only one process at a time can hold, so that several may
 * start at once on a new database. Throws for a database that a later version of the bot has written.
 */
export async function migrate(engine: Engine): Promise<void> {
  await engine.db.transaction().execute(async (transaction) => {
    await engine.lockMigrations(transaction);
    await sql`create table if not exists schema_version (version bigint not null)`.execute(transaction);
    const held = await sql<{ version: number }>`select version from schema_version`.execute(transaction);
    await advance(transaction, held.rows[0]?.version ?? 0);
  });
}

async function advance(transaction: Transaction<Tables>, version: number): Promise<void> {
  if (version === MIGRATIONS.length) return;
  if (version > MIGRATIONS.length) {
    throw new Error(
      `The database is at schema version ${version} and this bot knows versions up to ${MIGRATIONS.length}. ` +
        'Start the newer version of the bot, or restore a backup made before the upgrade.',
    );
  }
  for (const statement of MIGRATIONS.slice(version).flat()) await sql.raw(statement).execute(transaction);
  await sql`delete from schema_version`.execute(transaction);
  await sql`insert into schema_version (version) values (${MIGRATIONS.length})`.execute(transaction);
}
