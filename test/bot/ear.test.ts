import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStore } from '../../adapters/store/index.ts';
import { createEar } from '../../src/bot/ear.ts';
import type { Answer, Post } from '../../src/domain/answer.ts';
import type { ConversationKey, PersonKey } from '../../src/domain/conversation.ts';
import { addSeconds } from '../../src/domain/dates.ts';
import type { Destination, Inbound, Sent } from '../../src/ports/channel.ts';
import type { Store } from '../../src/ports/store.ts';
import { fakeClock } from '../doubles/clock.ts';

const PUBLIC: Answer = {
  locale: 'en',
  kind: 'help',
  headline: 'Hello.',
  blocks: [],
  items: [],
  private: false,
};
const SIGNPOST: Answer = { ...PUBLIC, kind: 'signpost', private: true };

function inbound(parts: Partial<Inbound> = {}): Inbound {
  return {
    eventId: 'E1',
    messageId: 'C1:1.1',
    conversation: 'slack:T1:C1:1.1' as ConversationKey,
    place: 'slack:T1:C1' as ConversationKey,
    author: { key: 'slack:T1:U1' as PersonKey },
    text: 'a question that must not stay',
    direct: false,
    clearance: 'public',
    received: '2026-11-21T12:00:00.000Z' as Inbound['received'],
    ...parts,
  };
}

describe('a message that has arrived', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({ kind: 'sqlite', path: ':memory:' });
  });
  afterEach(async () => {
    await store.close();
  });

  function ear(outcomes: readonly Sent[] = [], post: Post = [PUBLIC]) {
    const clock = fakeClock('2026-11-21T12:00:00.000Z');
    const sent: Destination[] = [];
    const counted: string[] = [];
    const logged: unknown[] = [];
    const note = (event: string, fields?: unknown): void => {
      logged.push({ event, fields });
    };
    const left = [...outcomes];
    const made = createEar({
      inbox: store,
      reply: async () => post,
      channelOf: (name) =>
        name === 'slack'
          ? {
              send: async (to) => {
                sent.push(to);
                return left.shift() ?? { ok: true, messageId: 'm' };
              },
            }
          : undefined,
      clock,
      log: { info: note, warn: note, error: note },
      count: (name) => counted.push(name),
    });
    return { made, sent, clock, counted, logged };
  }

  it('is answered once: a redelivery and a second event of the same message are repeats', async () => {
    const { made, sent, counted } = ear();

    expect(await made.receive(inbound())).toBe(true);
    await made.answer(inbound());
    expect(await made.receive(inbound())).toBe(false);
    expect(await made.receive(inbound({ eventId: 'E2' }))).toBe(false);

    expect(sent).toHaveLength(1);
    expect(counted).toEqual(['messages', 'repeats', 'repeats']);
  });

  it('is answered in its own thread, and a signpost privately', async () => {
    const open = ear();
    await open.made.answer(inbound());
    const kind = ear([], [SIGNPOST]);
    await kind.made.answer(inbound());

    expect(open.sent).toEqual([{ conversation: 'slack:T1:C1:1.1' }]);
    expect(kind.sent).toEqual([{ conversation: 'slack:T1:C1:1.1', privateTo: 'slack:T1:U1' }]);
  });

  it('waits out refusals as long as the platform asks and sends again', async () => {
    const { made, sent, clock } = ear([
      { ok: false, why: 'later', waitSeconds: 30, detail: '429' },
      { ok: false, why: 'later', detail: '500' },
    ]);
    await made.receive(inbound());
    await made.answer(inbound());

    expect(sent).toHaveLength(3);
    expect(clock.now() >= '2026-11-21T12:00:31.000Z').toBe(true);
  });

  it('is left to the next start when the bot stops meanwhile, and taken up there', async () => {
    const stopping = ear([{ ok: false, why: 'later', waitSeconds: 30, detail: '429' }]);
    await stopping.made.receive(inbound());
    stopping.clock.stop();
    await stopping.made.answer(inbound());

    const next = ear();
    next.clock.set(addSeconds(next.clock.now(), 60));
    await next.made.recover();
    await next.made.recover();

    expect(next.sent).toHaveLength(1);
  });

  it('is settled unanswered where its channel is not configured any more', async () => {
    const { made, logged } = ear();
    const foreign = inbound({ conversation: 'teams:T1:C1' as ConversationKey });
    await made.receive(foreign);
    await made.answer(foreign);

    expect(logged).toMatchObject([{ event: 'answer-not-sent', fields: { channel: 'teams', why: 'gone' } }]);
    expect(
      await store.takeLapsed('2027-01-01T00:00:00.000Z' as never, '2027-01-01T00:01:00.000Z' as never, 9),
    ).toEqual([]);
  });

  it('is not tried for ever: what cannot be delivered is logged without its text and settled', async () => {
    const { made, logged } = ear([{ ok: false, why: 'gone', detail: 'is_archived' }]);
    await made.receive(inbound());
    await made.answer(inbound());

    expect(logged).toEqual([
      { event: 'answer-not-sent', fields: { channel: 'slack', why: 'gone', detail: 'is_archived' } },
    ]);
    expect(JSON.stringify(logged)).not.toContain('a question');
    expect(
      await store.takeLapsed('2027-01-01T00:00:00.000Z' as never, '2027-01-01T00:01:00.000Z' as never, 9),
    ).toEqual([]);
  });
});
