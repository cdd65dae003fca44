import type { ExpressionBuilder } from 'kysely';
import type { Inbound } from '../../src/ports/channel.ts';
import type { Inbox } from '../../src/ports/store.ts';
import type { Engine } from './engine.ts';
import { toMilliseconds } from './moments.ts';
import type { Tables } from './schema.ts';

/** Messages between their arrival and their answer. Every verb is one statement, hence atomic on both engines. */
export function inboxOf({ db, rowLocks, scrub }: Engine): Inbox {
  return {
    async receive(inbound, leaseUntil) {
      const stored = await db
        .insertInto('inbox')
        .values(toRow(inbound, toMilliseconds(leaseUntil)))
        .onConflict((conflict) => conflict.doNothing())
        .returning('event')
        .executeTakeFirst();
      return stored ? 'new' : 'repeat';
    },

    async renew(inbound, leaseUntil) {
      await db
        .updateTable('inbox')
        .set({ lease: toMilliseconds(leaseUntil) })
        .where(isUnsettled(inbound))
        .execute();
    },

    async settle(inbound) {
      await db.updateTable('inbox').set({ body: null }).where(isUnsettled(inbound)).execute();
      scrub();
    },

    async takeLapsed(now, leaseUntil, most) {
      const taken = await db
        .with('lapsed', (query) =>
          query
            .selectFrom('inbox')
            .select('event')
            .where('body', 'is not', null)
            .where('lease', '<=', toMilliseconds(now))
            .orderBy('received')
            .orderBy('event')
            .limit(most)
            .$if(rowLocks, (rows) => rows.forUpdate().skipLocked()),
        )
        .updateTable('inbox')
        .set({ lease: toMilliseconds(leaseUntil) })
        .where('event', 'in', (query) => query.selectFrom('lapsed').select('event'))
        .returning(['body', 'received', 'event'])
        .execute();
      return taken.sort(byArrival).map(({ body }) => toInbound(body));
    },
  };
}

function toRow(inbound: Inbound, lease: number): Tables['inbox'] {
  return {
    conversation: inbound.conversation,
    message: inbound.messageId,
    event: inbound.eventId,
    received: toMilliseconds(inbound.received),
    lease,
    body: JSON.stringify(inbound),
  };
}

/** Safe cast: the text is what `toRow` wrote, and only unsettled rows are read. */
function toInbound(body: string | null): Inbound {
  return JSON.parse(body ?? '') as Inbound;
}

function isUnsettled(inbound: Inbound) {
  return (row: ExpressionBuilder<Tables, 'inbox'>) =>
    row.and([
      row('conversation', '=', inbound.conversation),
      row('message', '=', inbound.messageId),
      row('body', 'is not', null),
    ]);
}

function byArrival(a: { received: number; event: string }, b: { received: number; event: string }): number {
  return a.received - b.received || (a.event < b.event ? -1 : 1);
}
