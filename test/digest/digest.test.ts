import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStore } from '../../adapters/store/index.ts';
import { createDigestAnswers, createDigestSender } from '../../src/bot/digests.ts';
import { completeSchedule, latestSlot, nextSlot } from '../../src/digest/schedule.ts';
import { summaryOf } from '../../src/digest/summary.ts';
import type { Answer, Post } from '../../src/domain/answer.ts';
import type { ConversationKey, PersonKey } from '../../src/domain/conversation.ts';
import type { Instant, IsoDate } from '../../src/domain/dates.ts';
import type { Schedule } from '../../src/domain/schedule.ts';
import type { SubscriptionWish } from '../../src/domain/intent.ts';
import type { PlanId } from '../../src/domain/model.ts';
import { EVERYTHING } from '../../src/domain/scope.ts';
import type { Destination, Inbound, Sent } from '../../src/ports/channel.ts';
import type { Store } from '../../src/ports/store.ts';
import { action, libraryOf, plan, update } from '../builders.ts';
import { fakeClock } from '../doubles/clock.ts';

const LONDON = 'Europe/London';
const CHANNEL = 'slack:T1:C1' as ConversationKey;
const ANN = 'slack:T1:U1' as PersonKey;
const monday: Schedule = { days: ['mon'], time: '09:00', zone: LONDON };

const LIBRARY = libraryOf({
  plans: [plan({ declared: { action: 5 } })],
  items: [
    action('1.1', { title: { en: 'Recruit nurses', cy: 'Recriwtio nyrsys' } }),
    action('1.2', { title: 'Buy software', due: '2026-10-01', leads: ['Head of Digital'] }),
    action('1.3', { title: 'Train mentors', due: '2026-12-10' }),
    action('1.4', { title: 'Write a policy', due: '2026-01-31' }),
  ],
  updates: [
    update('action-1.1', { stage: 'in_progress', rating: 'on_track' }, { asAt: '2026-10-01' }),
    update('action-1.1', { stage: 'completed' }, { asAt: '2026-11-18' }),
    update('action-1.2', { stage: 'in_progress', rating: 'on_track' }, { asAt: '2026-09-01' }),
    update(
      'action-1.2',
      { stage: 'in_progress', rating: 'at_risk' },
      { asAt: '2026-11-20', reason: 'The supplier is late', mitigation: 'A second supplier is asked' },
    ),
    update('action-1.4', { stage: 'completed' }, { asAt: '2026-01-30' }),
  ],
});

const [{ id: PLAN } = { id: 'none' as PlanId }] = LIBRARY.plans;

function textsOf(answer: Answer): string {
  return JSON.stringify([answer.headline, answer.blocks]);
}

describe('when a digest is due', () => {
  it('is the latest scheduled moment at or before now', () => {
    expect(latestSlot(monday, '2026-11-23T09:00:00.000Z' as Instant)).toBe('2026-11-23T09:00:00.000Z');
    expect(latestSlot(monday, '2026-11-23T08:59:59.000Z' as Instant)).toBe('2026-11-16T09:00:00.000Z');
    expect(nextSlot(monday, '2026-11-23T09:00:00.000Z' as Instant)).toBe('2026-11-30T09:00:00.000Z');
  });

  it('keeps to the clock on the wall when the clocks change', () => {
    expect(latestSlot(monday, '2026-10-26T12:00:00.000Z' as Instant)).toBe('2026-10-26T09:00:00.000Z');
    expect(latestSlot(monday, '2026-10-19T12:00:00.000Z' as Instant)).toBe('2026-10-19T08:00:00.000Z');
  });

  it('takes a time that does not exist as the moment after the gap, and a time that exists twice once', () => {
    const nightly: Schedule = { days: ['sun'], time: '01:30', zone: LONDON };

    expect(latestSlot(nightly, '2027-03-28T12:00:00.000Z' as Instant)).toBe('2027-03-28T01:00:00.000Z');
    expect(latestSlot(nightly, '2027-10-31T12:00:00.000Z' as Instant)).toBe('2027-10-31T00:30:00.000Z');
  });

  it('is Monday at nine where nothing was said', () => {
    expect(completeSchedule({}, LONDON)).toEqual(monday);
    expect(completeSchedule({ days: ['fri', 'mon'], time: '16:30' }, LONDON)).toEqual({
      days: ['mon', 'fri'],
      time: '16:30',
      zone: LONDON,
    });
  });
});

describe('what a digest tells', () => {
  const window = { from: '2026-11-15' as IsoDate, to: '2026-11-21' as IsoDate };
  const summary = summaryOf(LIBRARY, EVERYTHING, window);

  it('has the moves of its window, the completed ones apart', () => {
    expect(summary.completed.map(({ item }) => item.refs[0])).toEqual(['1.1']);
    expect(
      summary.changes.map(({ item, from, to }) => [item.refs[0], from?.standing.rating, to.standing.rating]),
    ).toEqual([['1.2', 'on_track', 'at_risk']]);
  });

  it('has what is at risk, overdue and due soon, and the oldest statement of what is still open', () => {
    expect(summary.atRisk.map(({ item }) => item.refs[0])).toEqual(['1.2']);
    expect(summary.overdue.map(({ item }) => item.refs[0])).toEqual(['1.2']);
    expect(summary.dueSoon.map(({ item }) => item.refs[0])).toEqual(['1.3']);
    expect(summary.oldest?.item.refs[0]).toBe('1.2');
    expect(summary.withoutStatus).toBe(1);
  });
});

describe('asking for a digest', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({ kind: 'sqlite', path: ':memory:' });
  });
  afterEach(async () => {
    await store.close();
  });

  const clock = fakeClock('2026-11-21T12:00:00.000Z');
  const inbound: Inbound = {
    eventId: 'E1',
    messageId: 'M1',
    conversation: `${CHANNEL}:1700000000.0001` as ConversationKey,
    place: CHANNEL,
    author: { key: ANN },
    text: '',
    direct: false,
    clearance: 'public',
    received: clock.now(),
  };
  const wish = (parts: Partial<SubscriptionWish>): SubscriptionWish => ({
    verb: 'create',
    scope: EVERYTHING,
    schedule: {},
    personal: false,
    ...parts,
  });
  let ids = 0;
  const say = async (
    parts: Partial<SubscriptionWish> | 'stop',
    from: Partial<Inbound> = {},
  ): Promise<Answer> => {
    const answers = createDigestAnswers({
      subscriptions: store,
      canPost: () => true,
      zone: LONDON,
      clock,
      newId: () => `S${(ids += 1)}`,
    });
    const intent =
      parts === 'stop'
        ? ({ kind: 'unsubscribe' } as const)
        : ({ kind: 'subscribe', wish: wish(parts) } as const);
    const answerIn = await answers(intent, { ...inbound, ...from }, { library: LIBRARY, locales: ['en'] });
    return answerIn('en');
  };

  it('says back the day, the time and the zone, and what was chosen for the person', async () => {
    const answer = await say({});

    expect(answer.kind).toBe('subscribe');
    expect(answer.headline).toBe(
      'This channel will get a digest every Monday at 09:00 (Europe/London time).',
    );
    expect(textsOf(answer)).toContain('You named no day or time, so I chose Monday at 09:00.');
    expect(textsOf(answer)).toContain('The first one is due on 23 November 2026.');
    expect(textsOf(answer)).toContain('stop the digest');
  });

  it('says back what it is narrowed to, and that less often than weekly is not possible', async () => {
    const answer = await say({
      scope: { plans: [], filter: { overdue: true, kinds: ['action'] } },
      rarer: true,
    });

    expect(textsOf(answer)).toContain('only what is overdue');
    expect(textsOf(answer)).toContain('it cannot be sent less often');
  });

  it('hangs on the channel, not the thread, and is bilingual there with Welsh first', async () => {
    await say({ schedule: { days: ['fri'], time: '16:30' } });

    const [saved] = await store.activeSubscriptions();
    expect(saved).toMatchObject({
      conversation: CHANNEL,
      person: ANN,
      personal: false,
      locales: ['cy', 'en'],
    });
  });

  it('changes the digest that is there instead of adding a second', async () => {
    await say({});
    const answer = await say({ schedule: { days: ['fri'], time: '16:30' } });

    expect(answer.headline).toBe(
      'Changed: this channel will now get its digest every Friday at 16:30 (Europe/London time).',
    );
    expect(await store.activeSubscriptions()).toHaveLength(1);
  });

  it('keeps what a change does not name, and creates one where there is none', async () => {
    const created = await say({ verb: 'change', schedule: { days: ['tue'] } });
    expect(textsOf(created)).toContain('You named no time, so I chose 09:00.');
    await say({ verb: 'change', locales: ['cy'] });
    await say({ verb: 'change', scope: { plans: [PLAN], filter: {} } });
    const answer = await say({ verb: 'change', schedule: { time: '08:00' } });

    expect(answer.headline).toBe(
      'Changed: this channel will now get its digest every Tuesday at 08:00 (Europe/London time).',
    );
    expect(textsOf(answer)).not.toContain('You named no');
    expect(await store.activeSubscriptions()).toMatchObject([
      {
        schedule: { days: ['tue'], time: '08:00' },
        locales: ['cy'],
        scope: { plans: [PLAN] },
      },
    ]);
  });

  it('pauses until a day or until it is resumed, and stops nothing', async () => {
    expect((await say({ verb: 'pause' })).headline).toBe('No digest is set up here.');
    await say({});
    expect((await say({ verb: 'resume' })).headline).toBe('The digest is not paused: it is sent as set up.');
    const paused = await say({ verb: 'pause', until: '2027-01-01' as IsoDate });
    expect(paused).toMatchObject({
      kind: 'subscribe',
      headline: 'The digest is paused: nothing will be sent before 1 January 2027.',
    });
    expect(textsOf(paused)).toContain('4 January 2027');
    expect(textsOf(await say({ verb: 'pause' }))).toContain('until you resume it');
    expect((await say({ verb: 'resume' })).headline).toBe('The digest will be sent again.');
    const [running] = await store.activeSubscriptions();
    expect(running).toMatchObject({ pausedUntil: '2026-11-21' });
  });

  it('tells when it was last sent and when it is sent next', async () => {
    await say({});
    const texts = textsOf(await say({ verb: 'list' }));
    expect(texts).toContain('Not sent yet');
    expect(texts).toContain('23 November 2026');
  });

  it('lists, previews and stops, and says so where there is nothing to stop', async () => {
    expect((await say({ verb: 'list' })).headline).toBe('No digest is set up here.');
    await say({});
    expect((await say({ verb: 'list' })).headline).toBe('One digest is set up here.');
    const preview = await say({ verb: 'preview' });
    expect(preview.kind).toBe('subscribe');
    expect(textsOf(preview)).toContain('The supplier is late');

    expect(await say('stop')).toMatchObject({
      kind: 'unsubscribe',
      headline: 'The digest has been stopped.',
    });
    expect(await say('stop')).toMatchObject({
      kind: 'unsubscribe',
      headline: 'There is no digest to stop here.',
    });
    expect(await store.activeSubscriptions()).toEqual([]);
  });
});

describe('sending digests', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({ kind: 'sqlite', path: ':memory:' });
  });
  afterEach(async () => {
    await store.close();
  });

  const MONDAY_NINE = '2026-11-23T09:00:00.000Z' as Instant;
  async function subscribed(id: string, conversation = CHANNEL): Promise<void> {
    await store.saveSubscription({
      id: id as never,
      conversation,
      person: ANN,
      personal: false,
      clearance: 'public',
      scope: EVERYTHING,
      schedule: monday,
      locales: ['cy', 'en'],
      since: '2026-11-16T12:00:00.000Z' as Instant,
      state: 'active',
    });
  }
  function sender(answers: (to: Destination) => Sent = () => ({ ok: true, messageId: 'm' })) {
    const clock = fakeClock(MONDAY_NINE);
    const posts: { to: Destination; post: Post }[] = [];
    const round = createDigestSender({
      store,
      libraryFor: () => LIBRARY,
      clearanceOf: () => 'public',
      channelOf: (name) =>
        name === 'slack'
          ? {
              send: async (to, post) => {
                posts.push({ to, post });
                return answers(to);
              },
            }
          : undefined,
      clock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      count: () => undefined,
    });
    return { clock, posts, round };
  }

  it('posts each slot once, Welsh first, however often the round is made', async () => {
    await subscribed('S1');
    const { posts, round } = sender();

    await round();
    await round();
    await sender().round();

    expect(posts).toHaveLength(1);
    expect(posts[0]?.to).toEqual({ conversation: CHANNEL });
    expect(posts[0]?.post.map(({ locale }) => locale)).toEqual(['cy', 'en']);
    expect(posts[0]?.post[1]?.headline).toBe(
      'Progress digest, 17 November 2026 to 23 November 2026: 2 changes.',
    );
    expect(posts[0]?.post[0].headline).toBe(
      'Crynodeb cynnydd, 17 Tachwedd 2026 hyd 23 Tachwedd 2026: 2 newid.',
    );
  });

  it('tells of the days since the last one that was really sent', async () => {
    await subscribed('S1');
    const { posts, round, clock } = sender();

    await round();
    clock.set('2026-11-30T09:00:00.000Z');
    await round();

    expect(posts[1]?.post[1]?.headline).toBe(
      'Progress digest, 24 November 2026 to 30 November 2026: nothing has changed in the statements held.',
    );
  });

  it('tries again after the wait that the platform asked for, and not before', async () => {
    await subscribed('S1');
    let refusals = 1;
    const { posts, round, clock } = sender(() =>
      refusals-- > 0
        ? { ok: false, why: 'later', waitSeconds: 30, detail: '429' }
        : { ok: true, messageId: 'm' },
    );

    await round();
    await round();
    expect(posts).toHaveLength(1);
    clock.set('2026-11-23T09:00:31.000Z');
    await round();
    await round();

    expect(posts).toHaveLength(2);
  });

  it('sets a subscription aside whose channel is gone, tells its maker privately once, and delays no other', async () => {
    await subscribed('S1');
    await subscribed('S2', 'slack:T1:C2' as ConversationKey);
    const { posts, round } = sender((to) =>
      to.conversation === CHANNEL && to.privateTo === undefined
        ? { ok: false, why: 'gone', detail: 'is_archived' }
        : { ok: true, messageId: 'm' },
    );

    await round();
    await round();

    expect(posts.map(({ to }) => to)).toEqual([
      { conversation: CHANNEL },
      { conversation: CHANNEL, privateTo: ANN },
      { conversation: 'slack:T1:C2' },
    ]);
    expect((await store.activeSubscriptions()).map(({ id }) => id)).toEqual(['S2']);
  });

  it('sends nothing while paused, and again from the day the pause ends', async () => {
    await subscribed('S1');
    const [one] = await store.activeSubscriptions();
    if (one) await store.saveSubscription({ ...one, pausedUntil: '2026-11-30' as IsoDate });
    const { posts, round, clock } = sender();

    await round();
    expect(posts).toEqual([]);
    clock.set('2026-11-30T09:00:00.000Z');
    await round();

    expect(posts).toHaveLength(1);
  });

  it('stops nobody when our own token is broken', async () => {
    await subscribed('S1');
    const { round } = sender(() => ({ ok: false, why: 'setup', detail: 'invalid_auth' }));

    await round();

    expect(await store.activeSubscriptions()).toHaveLength(1);
  });

  it('sends a slot late within a day and a half, and skips it after that', async () => {
    await subscribed('S1');
    const late = sender();
    late.clock.set('2026-11-24T20:00:00.000Z');
    await late.round();
    expect(late.posts).toHaveLength(1);

    const tooLate = sender();
    tooLate.clock.set('2026-12-02T09:00:00.000Z');
    await tooLate.round();
    expect(tooLate.posts).toEqual([]);
  });
});
