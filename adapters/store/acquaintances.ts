import type { ConversationKey, Memory, PersonKey } from '../../src/domain/conversation.ts';
import type { Instant } from '../../src/domain/dates.ts';
import type { Locale, PlanId } from '../../src/domain/model.ts';
import type { Acquaintance, Acquaintances } from '../../src/ports/store.ts';
import type { Engine } from './engine.ts';
import { toMilliseconds } from './moments.ts';

/** People's wishes and the memory of their conversations. */
export function acquaintancesOf({ db }: Engine): Acquaintances {
  return {
    recall: (conversation, place, person, now) => recall(db, { conversation, place, person }, now),

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

/** One round for all three: this is asked for every message. */
async function recall(db: Engine['db'], asked: Asked, now: Instant): Promise<Acquaintance> {
  const row = await db
    .selectNoFrom((query) => [
      query.selectFrom('wishes').select('locales').where('person', '=', asked.person).as('wish'),
      query.selectFrom('default_plans').select('plan').where('place', '=', asked.place).as('plan'),
      query
        .selectFrom('memories')
        .select('body')
        .where('conversation', '=', asked.conversation)
        .where('person', '=', asked.person)
        .where('expires', '>', toMilliseconds(now))
        .as('memory'),
    ])
    .executeTakeFirstOrThrow();
  return {
    ...(row.wish !== null && { wish: toLocales(row.wish) }),
    ...(row.plan !== null && { defaultPlan: row.plan as PlanId }),
    ...(row.memory !== null && { memory: toMemory(row.memory) }),
  };
}

interface Asked {
  readonly conversation: ConversationKey;
  readonly place: ConversationKey;
  readonly person: PersonKey;
}

/** Safe cast: the text is what `recordWish` wrote. */
function toLocales(text: string): readonly [Locale, ...Locale[]] {
  return JSON.parse(text) as [Locale, ...Locale[]];
}

/** Safe cast: the text is what `remember` wrote. */
function toMemory(text: string): Memory {
  return JSON.parse(text) as Memory;
}
