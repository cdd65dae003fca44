import type { Memory } from '../../src/domain/conversation.ts';
import type { Locale, PlanId } from '../../src/domain/model.ts';
import type { Acquaintances, Destinations } from '../../src/ports/store.ts';
import type { Engine } from './engine.ts';
import { toMilliseconds } from './moments.ts';

/** People's wishes and the memory of their conversations. */
export function acquaintancesOf({ db }: Engine): Acquaintances {
  return {
    // One round for all three: this is asked for every message.
    async recall(conversation, place, person, now) {
      const row = await db
        .selectNoFrom((query) => [
          query.selectFrom('wishes').select('locales').where('person', '=', person).as('wish'),
          query.selectFrom('default_plans').select('plan').where('place', '=', place).as('plan'),
          query
            .selectFrom('memories')
            .select('body')
            .where('conversation', '=', conversation)
            .where('person', '=', person)
            .where('expires', '>', toMilliseconds(now))
            .as('memory'),
        ])
        .executeTakeFirstOrThrow();
      return {
        ...(row.wish !== null && { wish: toLocales(row.wish) }),
        ...(row.plan !== null && { defaultPlan: row.plan as PlanId }),
        ...(row.memory !== null && { memory: toMemory(row.memory) }),
      };
    },

    async remember(conversation, person, memory, expires) {
      const kept = { body: JSON.stringify(memory), expires: toMilliseconds(expires) };
      await db
        .insertInto('memories')
        .values({ conversation, person, ...kept })
        .onConflict((conflict) => conflict.columns(['conversation', 'person']).doUpdateSet(kept))
        .execute();
    },

    async forget(conversation, person) {
      await db
        .deleteFrom('memories')
        .where('conversation', '=', conversation)
        .where('person', '=', person)
        .execute();
    },

    async recordWish(person, locales) {
      const wish = { locales: JSON.stringify(locales) };
      await db
        .insertInto('wishes')
        .values({ person, ...wish })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(wish))
        .execute();
    },

    async setDefaultPlan(place, plan) {
      if (plan === undefined) {
        await db.deleteFrom('default_plans').where('place', '=', place).execute();
        return;
      }
      await db
        .insertInto('default_plans')
        .values({ place, plan })
        .onConflict((conflict) => conflict.column('place').doUpdateSet({ plan }))
        .execute();
    },
  };
}

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

/** Safe cast: the text is what `recordWish` wrote. */
function toLocales(text: string): readonly [Locale, ...Locale[]] {
  return JSON.parse(text) as [Locale, ...Locale[]];
}

/** Safe cast: the text is what `remember` wrote. */
function toMemory(text: string): Memory {
  return JSON.parse(text) as Memory;
}
