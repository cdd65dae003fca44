import type { Destinations } from '../../src/ports/store.ts';
import type { Engine } from './engine.ts';
import { toMilliseconds } from './moments.ts';

/** How channels reach their conversations again. */
export function destinationsOf({ db }: Engine): Destinations {
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
      const row = await db
        .selectFrom('destinations')
        .select('record')
        .where('name', '=', key)
        .executeTakeFirst();
      return row && JSON.parse(row.record);
    },
  };
}
