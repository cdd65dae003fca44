import { assertNever } from '../../src/domain/assert-never.ts';
import type { Instant } from '../../src/domain/dates.ts';
import type { Outcome, Subscription } from '../../src/domain/digest.ts';
import type { Deliveries, Subscriptions } from '../../src/ports/store.ts';
import type { Engine } from './engine.ts';
import { fromMilliseconds, toMilliseconds } from './moments.ts';
import type { Tables } from './schema.ts';

const OPEN = ['open'] as const;
const NOT_SENT = ['open', 'skipped', 'abandoned'] as const;

/** Who gets which digest. */
export function subscriptionsOf({ db }: Engine): Subscriptions {
  const oldestFirst = db.selectFrom('subscriptions').select('body').orderBy('since').orderBy('id');
  return {
    async saveSubscription(subscription) {
      const { id, ...rest } = toRow(subscription);
      await db
        .insertInto('subscriptions')
        .values({ id, ...rest })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
        .execute();
    },

    async activeSubscriptions() {
      const rows = await oldestFirst.where('state', '=', 'active').execute();
      return rows.map(toSubscription);
    },

    async subscriptionsOf(place, person) {
      const rows = await oldestFirst
        .where('state', '!=', 'stopped')
        .where((row) =>
          row.or([
            row.and([row('conversation', '=', place), row('personal', '=', 0)]),
            row.and([row('person', '=', person), row('personal', '=', 1)]),
          ]),
        )
        .execute();
      return rows.map(toSubscription);
    },
  };
}

/** One row per subscription and slot: claimed, sent, settled. */
export function deliveriesOf({ db }: Engine): Deliveries {
  return {
    async claim({ subscription, slot }, now, leaseUntil) {
      const key = { subscription, slot: toMilliseconds(slot) };
      const held = toMilliseconds(leaseUntil);
      const claimed = await db
        .insertInto('deliveries')
        .values({ ...key, state: 'open', held })
        .onConflict((conflict) =>
          conflict
            .columns(['subscription', 'slot'])
            .doUpdateSet({ held })
            .where('deliveries.state', '=', 'open')
            .where('deliveries.held', '<=', toMilliseconds(now)),
        )
        .returning('state')
        .executeTakeFirst();
      if (claimed) return 'claimed';
      return (await stateOf(db, key)) === 'open' ? 'held' : 'settled';
    },

    // A holder whose lease ran out may settle late: it never opens again what another has settled, but a post that
    // really went out is always recorded.
    async settleDelivery({ subscription, slot }, outcome, now) {
      const settled = toSettled(outcome, now);
      const replaceable = outcome.state === 'sent' ? NOT_SENT : OPEN;
      await db
        .insertInto('deliveries')
        .values({ subscription, slot: toMilliseconds(slot), ...settled })
        .onConflict((conflict) =>
          conflict
            .columns(['subscription', 'slot'])
            .doUpdateSet(settled)
            .where('deliveries.state', 'in', replaceable),
        )
        .execute();
    },

    async lastSent(subscription) {
      const row = await db
        .selectFrom('deliveries')
        .select((query) => query.fn.max('slot').as('slot'))
        .where('subscription', '=', subscription)
        .where('state', '=', 'sent')
        .executeTakeFirst();
      const slot: number | null | undefined = row?.slot;
      return typeof slot === 'number' ? fromMilliseconds(slot) : undefined;
    },
  };
}

async function stateOf(db: Engine['db'], key: { subscription: string; slot: number }) {
  const row = await db
    .selectFrom('deliveries')
    .select('state')
    .where('subscription', '=', key.subscription)
    .where('slot', '=', key.slot)
    .executeTakeFirst();
  return row?.state;
}

function toRow(subscription: Subscription): Tables['subscriptions'] {
  return {
    id: subscription.id,
    conversation: subscription.conversation,
    person: subscription.person,
    personal: subscription.personal ? 1 : 0,
    state: subscription.state,
    since: toMilliseconds(subscription.since),
    body: JSON.stringify(subscription),
  };
}

/** Safe cast: the text is what `toRow` wrote. */
function toSubscription({ body }: { body: string }): Subscription {
  return JSON.parse(body) as Subscription;
}

function toSettled(outcome: Outcome, now: Instant): Omit<Tables['deliveries'], 'subscription' | 'slot'> {
  const settled = toMilliseconds(now);
  switch (outcome.state) {
    case 'sent':
      return { state: 'sent', held: settled, message: outcome.messageId, detail: null, settled };
    case 'retry':
      return {
        state: 'open',
        held: toMilliseconds(outcome.notBefore),
        message: null,
        detail: outcome.detail,
        settled: null,
      };
    case 'skipped':
    case 'abandoned':
      return { state: outcome.state, held: settled, message: null, detail: outcome.detail, settled };
    default:
      return assertNever(outcome);
  }
}
