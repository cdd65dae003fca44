import type { CompiledQuery } from 'kysely';
import type { Destinations } from '../../src/ports/store.ts';
import type { Engine } from './engine.ts';
import { toMilliseconds } from './moments.ts';

/** How channels reach their conversations again. */
export function destinationsOf({ db }: Engine): Destinations {
  const finding = findStatement(db);
  return {
    async rememberDestination(key, record, at) {
      const kept = { record: JSON.stringify(record), at: toMilliseconds(at) };
      await db
        .insertInto('destinations')
        .values({ name: key, ...kept })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(kept))
        .execute();
    },

    async destination(key) {
      const { rows } = await db.executeQuery<{ record: string }>({ ...finding, parameters: [key] });
      return rows[0] && JSON.parse(rows[0].record);
    },
  };
}

/** Compiled once, for every answer looks up where it goes. Parameter: key. */
function findStatement(db: Engine['db']): CompiledQuery<{ record: string }> {
  return db.selectFrom('destinations').select('record').where('name', '=', '').compile();
}
