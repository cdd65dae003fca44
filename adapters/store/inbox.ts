import { sql, type CompiledQuery, type ExpressionBuilder } from 'kysely';
import type { Inbound } from '../../src/ports/channel.ts';
import type { Inbox } from '../../src/ports/store.ts';
import type { Engine } from './engine.ts';
import { toMilliseconds } from './moments.ts';
import type { Tables } from './schema.ts';

/** Messages between their arrival and their answer. Every verb is one statement, hence atomic on both engines. */
export function inboxOf({ db, rowLocks, scrub }: Engine): Inbox {
  const receiving = receiveStatement(db);
  const settling = settleStatement(db);
  return {
    async receive(inbound, leaseUntil) {
      const row = toRow(inbound, toMilliseconds(leaseUntil));
      const { rows } = await db.executeQuery({ ...receiving, parameters: COLUMNS.map((name) => row[name]) });
      return rows.length > 0 ? 'new' : 'repeat';
    },

    async renew(inbound, leaseUntil) {
      await db
        .updateTable('inbox')
        .set({ lease: toMilliseconds(leaseUntil) })
        .where(isUnsettled(inbound))
        .execute();
    },

    async settle(inbound) {
      await db.executeQuery({ ...settling, parameters: [inbound.conversation, inbound.messageId] });
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

const COLUMNS = ['conversation', 'message', 'event', 'received', 'lease', 'body'] as const;

// Every message runs the two statements below: they are compiled once, and their parameters given in the order written here.

/** Parameters: the columns. */
function receiveStatement(db: Engine['db']): CompiledQuery {
  const row = { conversation: '', message: '', event: '', received: 0, lease: 0, body: '' };
  return db
    .insertInto('inbox')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('event')
    .compile();
}

/** Parameters: conversation, message. */
function settleStatement(db: Engine['db']): CompiledQuery {
  return db
    .updateTable('inbox')
    .set({ body: sql`null` })
    .where('conversation', '=', '')
    .where('message', '=', '')
    .where('body', 'is not', null)
    .compile();
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
