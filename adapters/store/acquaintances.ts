import type { CompiledQuery } from 'kysely';
import type { Memory } from '../../src/domain/conversation.ts';
import type { Locale, PlanId } from '../../src/domain/model.ts';
import type { Acquaintance, Acquaintances } from '../../src/ports/store.ts';
import type { Engine } from './engine.ts';
import { toMilliseconds } from './moments.ts';

/** People's wishes and the memory of their conversations. */
export function acquaintancesOf({ db }: Engine): Acquaintances {
  const recalling = recallStatement(db);
  const remembering = rememberStatement(db);
  return {
    async recall(conversation, place, person, now) {
      const parameters = [person, place, conversation, person, toMilliseconds(now)];
      const { rows } = await db.executeQuery<Recalled>({ ...recalling, parameters });
      return acquaintanceFrom(rows[0] ?? STRANGER);
    },

    async remember(conversation, person, memory, expires) {
      const kept = [JSON.stringify(memory), toMilliseconds(expires)];
      await db.executeQuery({ ...remembering, parameters: [conversation, person, ...kept, ...kept] });
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

// Every message runs the two statements below: they are compiled once, and their parameters given in the order written here.

/** One round for all three. Parameters: person, place, conversation, person, now. */
function recallStatement(db: Engine['db']): CompiledQuery<Recalled> {
  return db
    .selectNoFrom((query) => [
      query.selectFrom('wishes').select('locales').where('person', '=', '').as('wish'),
      query.selectFrom('default_plans').select('plan').where('place', '=', '').as('plan'),
      query
        .selectFrom('memories')
        .select('body')
        .where('conversation', '=', '')
        .where('person', '=', '')
        .where('expires', '>', 0)
        .as('memory'),
    ])
    .compile();
}

/** Parameters: conversation, person, body, expires, and the last two again. */
function rememberStatement(db: Engine['db']): CompiledQuery {
  const kept = { body: '', expires: 0 };
  return db
    .insertInto('memories')
    .values({ conversation: '', person: '', ...kept })
    .onConflict((conflict) => conflict.columns(['conversation', 'person']).doUpdateSet(kept))
    .compile();
}

interface Recalled {
  readonly wish: string | null;
  readonly plan: string | null;
  readonly memory: string | null;
}
const STRANGER: Recalled = { wish: null, plan: null, memory: null };

function acquaintanceFrom(row: Recalled): Acquaintance {
  return {
    ...(row.wish !== null && { wish: toLocales(row.wish) }),
    ...(row.plan !== null && { defaultPlan: row.plan as PlanId }),
    ...(row.memory !== null && { memory: toMemory(row.memory) }),
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
