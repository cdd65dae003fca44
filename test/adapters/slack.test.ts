import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createHttpCall } from '../../adapters/http/call.ts';
import { createSlack, type Slack } from '../../adapters/slack/index.ts';
import type { Answer, Post } from '../../src/domain/answer.ts';
import type { ConversationKey, PersonKey } from '../../src/domain/conversation.ts';
import type { Audience } from '../../src/domain/model.ts';
import type { Ear, Inbound } from '../../src/ports/channel.ts';
import type { Clock } from '../../src/ports/clock.ts';
import {
  APP_TOKEN,
  BOT_ID,
  BOT_TOKEN,
  BOT_USER,
  command,
  deliver,
  directMessage,
  directWith,
  eventOf,
  mention,
  press,
  serveRoutes,
  signed,
  SIGNING_SECRET,
  startFakeSlack,
  TEAM,
  type FakeSlack,
} from '../doubles/slack.ts';

const NOW = '2026-11-21T09:00:00.000Z';
const SECONDS = Date.parse(NOW) / 1_000;
const MAIR = `slack:${TEAM}:U0MAIR` as PersonKey;
const DM = `slack:${TEAM}:D0MAIR` as ConversationKey;
const CHANNEL = `slack:${TEAM}:C0PLANS` as ConversationKey;
const THREAD = `${CHANNEL}:1700000000.000200` as ConversationKey;

/** An ear that remembers what it was handed and drops repeats, as the real one does. */
interface FakeEar extends Ear {
  readonly received: Inbound[];
  readonly answered: Inbound[];
  failing: boolean;
  /** How a reply is made; the test may hold it up. */
  answerWith: (inbound: Inbound) => Promise<Post>;
}

function fakeEar(): FakeEar {
  const seen = new Set<string>();
  const ear: FakeEar = {
    received: [],
    answered: [],
    failing: false,
    answerWith: async (inbound) => saying(`You said: ${inbound.text}`),
    receive: async (inbound) => {
      if (ear.failing) throw new Error('the store is down');
      const keys = [inbound.eventId, `${inbound.conversation} ${inbound.messageId}`];
      if (keys.some((key) => seen.has(key))) return false;
      keys.forEach((key) => seen.add(key));
      ear.received.push(inbound);
      return true;
    },
    answer: async (inbound) => {
      ear.answered.push(inbound);
      await slack.channel.send({ conversation: inbound.conversation }, await ear.answerWith(inbound));
    },
    reply: (inbound) => ear.answerWith(inbound),
  };
  return ear;
}

function saying(headline: string, parts: Partial<Answer> = {}): Post {
  return [{ locale: 'en', kind: 'help', headline, blocks: [], items: [], private: false, ...parts }];
}

/** A post that takes so many messages of Slack's. */
function longPost(messages: number): Post {
  const paragraph = { type: 'paragraph' as const, text: 'Gweithlu '.repeat(300).trim() };
  return saying('Long.', { blocks: Array.from({ length: messages * 4 - 1 }, () => paragraph) });
}

/** A clock that stands still; a wait ends when the test says that the time is up. */
function handClock(): Clock & { pass(): void } {
  const waits: (() => void)[] = [];
  return {
    now: () => NOW as ReturnType<Clock['now']>,
    today: () => NOW.slice(0, 10) as ReturnType<Clock['today']>,
    wait: () =>
      new Promise((resolve) => {
        waits.push(() => resolve('passed'));
      }),
    pass: () => waits.splice(0).forEach((end) => end()),
  };
}

let fake: FakeSlack;
let slack: Slack;
let ear: FakeEar;
let clock: ReturnType<typeof handClock>;
let url: string;
let closeRoutes: () => Promise<void>;
let counted: string[];
let logged: string[];
let destinations: Map<string, unknown>;

async function start(config: { appToken?: string } = {}, clearance: Audience = 'staff'): Promise<void> {
  clock = handClock();
  const line = (event: string, fields = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  slack = await createSlack({
    config: { botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET, apiUrl: fake.apiUrl, ...config },
    clearance,
    destinations: {
      rememberDestination: async (key, record) => void destinations.set(key, record),
      destination: async (key) => destinations.get(key),
    },
    call: createHttpCall(),
    clock,
    log: { info: line, warn: line, error: line },
    count: (name, labels = {}) => void counted.push([name, ...Object.values(labels)].join(' ')),
  });
  const served = await serveRoutes(slack.routes);
  [url, closeRoutes] = [served.url, served.close];
}

beforeEach(async () => {
  fake = await startFakeSlack();
  [ear, counted, logged, destinations] = [fakeEar(), [], [], new Map()];
  await start();
  await slack.channel.start(ear);
});

afterEach(async () => {
  const stopped = slack.channel.stop();
  clock.pass();
  await stopped;
  await closeRoutes();
  await fake.close();
});

describe('the signature', () => {
  const body = JSON.stringify(eventOf(directMessage('action 4.2')));
  const send = (headers: Record<string, string>) =>
    fetch(`${url}/slack/events`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });

  it.each([
    ['right', signed(body, SECONDS), 200],
    ['five minutes old', signed(body, SECONDS - 300), 200],
    ['older than five minutes', signed(body, SECONDS - 301), 401],
    ['from the future', signed(body, SECONDS + 301), 401],
    ['missing', {}, 401],
    ['without its time', { 'x-slack-signature': signed(body, SECONDS)['x-slack-signature']! }, 401],
    ['with a time that is none', { ...signed(body, SECONDS), 'x-slack-request-timestamp': 'today' }, 401],
    ['made with another secret', signed(body, SECONDS, 'another'), 401],
    ['made for another body', signed(`${body} `, SECONDS), 401],
  ])('%s', async (_, headers, status) => {
    const response = await send(headers);

    expect(response.status).toBe(status);
    expect(ear.received).toHaveLength(status === 200 ? 1 : 0);
    if (status === 200) await fake.posted(1);
    else expect(counted).toEqual(['refused slack']);
  });

  it('is asked for before the address is confirmed to Slack', async () => {
    const challenge = { type: 'url_verification', token: 'legacy', challenge: 'abc123' };

    expect(await (await deliver(url, challenge, SECONDS)).json()).toEqual({ challenge: 'abc123' });
    expect((await deliver(url, challenge, SECONDS - 400)).status).toBe(401);
  });

  it('goes for the check of the certificate too', async () => {
    const check = { command: '', ssl_check: '1' };

    expect((await deliver(url, check, SECONDS)).status).toBe(200);
    expect((await deliver(url, check, SECONDS - 400)).status).toBe(401);
  });
});

describe('a message in the direct chat', () => {
  it('is stored before it is acknowledged, and answered there', async () => {
    const response = await deliver(
      url,
      eventOf(directMessage('sut mae cam 4.2?'), { event_id: 'EvDm' }),
      SECONDS,
    );

    expect(response.status).toBe(200);
    expect(ear.received).toEqual([
      {
        eventId: 'EvDm',
        messageId: 'D0MAIR:1700000000.000100',
        conversation: DM,
        place: DM,
        author: { key: MAIR },
        text: 'sut mae cam 4.2?',
        direct: true,
        clearance: 'staff',
        received: NOW,
      },
    ]);
    const [post] = await fake.posted(1);
    expect(post).toMatchObject({ channel: 'D0MAIR', text: 'You said: sut mae cam 4.2?' });
    expect(post).not.toHaveProperty('thread_ts');
    expect(post!.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', mrkdwn: 'false' });
  });

  it('is answered in its thread where the person wrote in one', async () => {
    await deliver(url, eventOf(directMessage('and 4.3?', { thread_ts: '1690000000.000001' })), SECONDS);

    expect(await fake.posted(1)).toMatchObject([{ channel: 'D0MAIR', thread_ts: '1690000000.000001' }]);
    expect(ear.received).toMatchObject([{ conversation: `${DM}:1690000000.000001`, place: DM }]);
  });

  it('arrives as the person typed it', async () => {
    const text = `<@${BOT_USER}> R&amp;D &lt;4&gt; &amp;lt; <#C1|general> <#C2> <@U2|nia> <@U3> <!here> <!subteam^S1|@tim> <https://heiw.nhs.wales|heiw.nhs.wales> <https://x.cymru> <mailto:a@b.cy|a@b.cy>`;

    await deliver(url, eventOf(directMessage(text)), SECONDS);

    expect(ear.received[0]!.text).toBe(
      'R&D <4> &lt; #general #C2 @nia @U3 @here @tim heiw.nhs.wales https://x.cymru a@b.cy',
    );
    await fake.posted(1);
  });

  it('may come with a file and few words, or none', async () => {
    await deliver(url, eventOf(directMessage('', { subtype: 'file_share', files: [] })), SECONDS);

    expect(ear.received).toMatchObject([{ text: '' }]);
    await fake.posted(1);
  });
});

describe('a mention in a channel', () => {
  it('is answered in a thread under the message', async () => {
    await deliver(url, eventOf(mention('how is action 4.2 going?')), SECONDS);

    expect(await fake.posted(1)).toMatchObject([
      { channel: 'C0PLANS', thread_ts: '1700000000.000200', text: 'You said: how is action 4.2 going?' },
    ]);
    expect(ear.received).toMatchObject([{ conversation: THREAD, place: CHANNEL, direct: false }]);
  });

  it('within a thread is answered in that thread', async () => {
    const reply = mention('why?', { ts: '1700000009.000001', thread_ts: '1700000000.000200' });

    await deliver(url, eventOf(reply), SECONDS);

    expect(await fake.posted(1)).toMatchObject([{ thread_ts: '1700000000.000200' }]);
    expect(ear.received).toMatchObject([{ conversation: THREAD, messageId: 'C0PLANS:1700000009.000001' }]);
  });

  it('counts once, though Slack may say it as app_mention and as message', async () => {
    await deliver(url, eventOf(mention('4.2?')), SECONDS);
    await deliver(url, eventOf(mention('4.2?', { type: 'message', channel_type: 'channel' })), SECONDS);

    await fake.posted(1);
    expect(ear.answered).toHaveLength(1);
  });

  it('is heard in a group direct message, where only message says it', async () => {
    const group = { type: 'message', channel_type: 'mpim', channel: 'G0GROUP' };

    await deliver(url, eventOf(mention('4.2?', group)), SECONDS);
    await deliver(url, eventOf({ ...mention('', group), text: 'not for you', ts: '1.2' }), SECONDS);

    expect(await fake.posted(1)).toHaveLength(1);
    expect(ear.received).toMatchObject([{ direct: false, text: '4.2?' }]);
    expect(counted).toEqual(['ignored slack not-addressed']);
  });

  it('in a channel shared with another organisation is answered as in public, as are presses and commands there', async () => {
    await deliver(url, eventOf(mention('4.2?'), { is_ext_shared_channel: true }), SECONDS);
    await deliver(url, press('action 4.3'), SECONDS);
    await fake.posted(2);
    let asked: Inbound | undefined;
    ear.answerWith = async (inbound) => {
      asked = inbound;
      return saying('Yes.');
    };
    await deliver(url, command('4.4'), SECONDS);

    expect(ear.received.map(({ clearance }) => clearance)).toEqual(['public', 'public']);
    expect(asked?.clearance).toBe('public');
    expect(destinations).toEqual(new Map([[CHANNEL, { shared: true }]]));
  });
});

describe('a redelivery', () => {
  it('is acknowledged and does nothing', async () => {
    const event = eventOf(directMessage('4.2'));

    await deliver(url, event, SECONDS);
    const again = await deliver(url, event, SECONDS, 1);

    expect(again.status).toBe(200);
    await fake.posted(1);
    expect(ear.answered).toHaveLength(1);
  });

  it('is asked for where the message could not be stored, and then answered', async () => {
    const event = eventOf(directMessage('4.2'));
    ear.failing = true;

    expect((await deliver(url, event, SECONDS)).status).toBe(500);
    ear.failing = false;
    expect((await deliver(url, event, SECONDS, 1)).status).toBe(200);

    await fake.posted(1);
    expect(logged.join()).toContain('slack-not-stored');
    expect(logged.join()).not.toContain('4.2');
  });

  it('is asked for while Slack does not tell us who we are', async () => {
    await slack.channel.stop();
    await closeRoutes();
    await start();
    fake.next('auth.test', { status: 500 }, 'drop');
    await slack.channel.start(ear);
    const event = eventOf(directMessage('4.2'));

    expect((await deliver(url, event, SECONDS)).status).toBe(500);
    expect((await deliver(url, event, SECONDS, 1)).status).toBe(200);
    await fake.posted(1);
  });

  it('is asked for before the start and after the stop', async () => {
    await slack.channel.stop();

    expect((await deliver(url, eventOf(directMessage('4.2')), SECONDS)).status).toBe(503);
    expect(ear.received).toEqual([]);
  });
});

describe('what is not for us', () => {
  it.each([
    ['our own message', directMessage('hello', { user: BOT_USER }), 'own'],
    ['a message of ours as a bot', directMessage('hello', { bot_id: BOT_ID, user: BOT_USER }), 'bot'],
    ['another bot', mention('hello', { bot_id: 'B0OTHER' }), 'bot'],
    ['a bot of the old kind', directMessage('hello', { subtype: 'bot_message', user: undefined }), 'bot'],
    ['an edit', directMessage('', { subtype: 'message_changed', message: { text: 'x' } }), 'subtype'],
    ['a deletion', directMessage('', { subtype: 'message_deleted', hidden: true }), 'subtype'],
    ['somebody joining', mention('', { type: 'message', subtype: 'channel_join' }), 'subtype'],
    [
      'talk in a channel',
      { ...mention(''), type: 'message', channel_type: 'channel', text: '4.2' },
      'not-addressed',
    ],
    [
      'a reply in a thread of ours without a mention',
      { ...mention(''), type: 'message', thread_ts: '1.1', channel_type: 'channel', text: '4.2' },
      'not-addressed',
    ],
    ['a message without its channel', directMessage('4.2', { channel: undefined }), 'shape'],
    [
      'the app home',
      { type: 'app_home_opened', user: 'U0MAIR', channel: 'D0MAIR', tab: 'messages' },
      'event',
    ],
    ['an event that we do not know', { type: 'emoji_changed' }, 'event'],
  ])('%s is acknowledged, ignored and counted', async (_, event, reason) => {
    const response = await deliver(url, eventOf(event), SECONDS);

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(ear.received).toEqual([]);
    expect(counted).toEqual([`ignored slack ${reason}`]);
  });

  it.each([
    [
      'a form of ours that is none',
      { type: 'view_submission', user: { id: 'U1' }, view: { id: 'V1' } },
      'event',
    ],
    ['a menu', press('x', { actions: [{ type: 'static_select', action_ts: '1.1' }] }), 'action'],
    ['a press without a person', press('x', { user: {} }), 'shape'],
    ['a shortcut', { type: 'shortcut', callback_id: 'x', user: { id: 'U1' }, team: null }, 'event'],
    ['a command of somebody else', command('x', { command: '/other' }), 'event'],
    ['a command without its channel', command('x', { channel_id: '' }), 'shape'],
    ['an event without an event', { type: 'event_callback', event: null }, 'shape'],
  ])('%s likewise', async (_, payload, reason) => {
    expect((await deliver(url, payload, SECONDS)).status).toBe(200);
    expect(ear.received).toEqual([]);
    expect(counted).toEqual([`ignored slack ${reason}`]);
  });

  it('any signed body at all is answered with 200 and breaks nothing', async () => {
    const route = slack.routes[0]!;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((json) => `{"type":"event_callback","event":${json}}`),
          fc.json().map((json) => `{"type":"block_actions","user":{},"actions":${json}}`),
          fc.json().map((json) => new URLSearchParams({ payload: json }).toString()),
        ),
        fc.constantFrom('application/json', 'application/x-www-form-urlencoded', undefined),
        async (text, type) => {
          const response = await route.handle({
            method: 'POST',
            path: '/slack/events',
            query: new URLSearchParams(),
            headers: { 'content-type': type, ...signed(text, SECONDS) },
            body: Buffer.from(text, 'utf8'),
            remoteAddress: '127.0.0.1',
          });
          expect(response.status).toBe(200);
        },
      ),
      { numRuns: 300 },
    );
    expect(ear.received).toEqual([]);
  });
});

describe('the slash command', () => {
  it.each(['/plan', '/cynllun'])('%s is answered in the response, to the person alone', async (name) => {
    const response = await deliver(
      url,
      command('beth sydd ar ei hôl hi &amp; pam?', { command: name }),
      SECONDS,
    );

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({
      response_type: 'ephemeral',
      replace_original: false,
      text: 'You said: beth sydd ar ei hôl hi &amp; pam?',
      blocks: [
        {
          type: 'section',
          text: { type: 'plain_text', text: 'You said: beth sydd ar ei hôl hi & pam?', emoji: false },
          expand: true,
        },
      ],
    });
    expect(ear.received).toEqual([]);
    expect(fake.posts).toEqual([]);
  });

  it('is a message in the channel, and no direct chat', async () => {
    let asked: Inbound | undefined;
    ear.answerWith = async (inbound) => {
      asked = inbound;
      return saying('Yes.');
    };

    await deliver(url, command('4.2', { channel_id: 'D0TWO', trigger_id: 'T1' }), SECONDS);

    const where = `slack:${TEAM}:D0TWO`;
    expect(asked).toEqual({
      eventId: 'command:T1',
      messageId: 'D0TWO:T1',
      conversation: where,
      place: where,
      author: { key: MAIR },
      text: '4.2',
      direct: false,
      clearance: 'staff',
      received: NOW,
    });
  });

  it('is acknowledged in time and answered at its response URL where the answer takes longer', async () => {
    let ready: ((post: Post) => void) | undefined;
    let asked = (): void => {};
    const asking = new Promise<void>((resolve) => {
      asked = resolve;
    });
    ear.answerWith = () => {
      asked();
      return new Promise((resolve) => {
        ready = resolve;
      });
    };

    const acknowledged = deliver(url, command('4.2', { response_url: fake.responseUrl }), SECONDS);
    await asking;
    await settled();
    clock.pass();
    const response = await acknowledged;
    ready?.(saying('Late, but here.'));

    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(await fake.responded(1)).toMatchObject([{ response_type: 'ephemeral', text: 'Late, but here.' }]);
  });

  it('continues at its response URL where one message cannot hold the answer', async () => {
    ear.answerWith = async () => longPost(3);

    const response = await deliver(url, command('all', { response_url: fake.responseUrl }), SECONDS);

    expect(await response.json()).toMatchObject({ text: expect.stringContaining('Long. (1/3)') });
    expect((await fake.responded(2)).map(({ text }) => String(text).split('\n')[0])).toEqual([
      'Long. (2/3)',
      'Long. (3/3)',
    ]);
  });

  it('that can no longer be answered is counted', async () => {
    ear.answerWith = async () => longPost(2);
    fake.expireResponses();

    await deliver(url, command('all', { response_url: fake.responseUrl }), SECONDS);
    await slack.channel.stop();

    expect(counted).toEqual(['send-failed slack response']);
  });
});

describe('a button', () => {
  it('says its sentence in the thread that it stands in', async () => {
    await deliver(url, press('action 4.2'), SECONDS);

    expect(await fake.posted(1)).toMatchObject([
      { channel: 'C0PLANS', thread_ts: '1700000000.000200', text: 'You said: action 4.2' },
    ]);
    expect(ear.received).toEqual([
      {
        eventId: 'press:C0PLANS:U0MAIR:1700000001.000001',
        messageId: 'C0PLANS:U0MAIR:1700000001.000001',
        conversation: THREAD,
        place: CHANNEL,
        author: { key: MAIR },
        text: 'action 4.2',
        direct: false,
        clearance: 'staff',
        received: NOW,
      },
    ]);
  });

  it('of a digest opens a thread beneath it', async () => {
    await deliver(url, press('more', { message: { ts: '1700000000.000300' } }), SECONDS);

    expect(await fake.posted(1)).toMatchObject([{ channel: 'C0PLANS', thread_ts: '1700000000.000300' }]);
  });

  it('in the direct chat is answered plainly', async () => {
    const container = { type: 'message', channel_id: 'D0MAIR', message_ts: '1700000000.000300' };

    await deliver(url, press('more', { channel: { id: 'D0MAIR' }, container, message: {} }), SECONDS);

    const [post] = await fake.posted(1);
    expect(post).toMatchObject({ channel: 'D0MAIR' });
    expect(post).not.toHaveProperty('thread_ts');
    expect(ear.received).toMatchObject([{ conversation: DM, direct: true }]);
  });

  it('in an answer that only one person sees is answered to that person alone', async () => {
    const container = {
      type: 'message',
      channel_id: 'C0PLANS',
      message_ts: '1700000000.000300',
      is_ephemeral: true,
    };
    const pressed = press('more', { container, message: undefined, response_url: fake.responseUrl });

    await deliver(url, pressed, SECONDS);

    expect(await fake.responded(1)).toMatchObject([
      { response_type: 'ephemeral', replace_original: false, text: 'You said: more' },
    ]);
    expect(fake.posts).toEqual([]);
  });

  it('counts once where Slack sends it twice, and twice where it is pressed twice', async () => {
    await deliver(url, press('more'), SECONDS);
    await deliver(url, press('more'), SECONDS);
    const second = [{ type: 'button', value: 'more', action_ts: '1700000002.000001' }];
    await deliver(url, press('more', { actions: second }), SECONDS);

    await fake.posted(2);
    expect(ear.answered).toHaveLength(2);
  });

  it('pressed by somebody of another organisation is answered as in public', async () => {
    await deliver(url, press('more', { user: { id: 'U0GUEST', team_id: 'T0OTHER' } }), SECONDS);

    await fake.posted(1);
    expect(ear.received).toMatchObject([{ clearance: 'public' }]);
  });
});

describe('sending', () => {
  const send = (post: Post = saying('Hello.')) => slack.channel.send({ conversation: THREAD }, post);

  it('gives back where the post stands', async () => {
    expect(await send()).toEqual({ ok: true, messageId: 'C0PLANS:1800000000.000001' });
    expect(fake.calls.at(-1)).toMatchObject({ method: 'chat.postMessage', token: BOT_TOKEN });
  });

  it('reaches one person alone in the direct chat, never in the thread', async () => {
    const sent = await slack.channel.send({ conversation: THREAD, privateTo: MAIR }, saying('For you.'));

    expect(sent).toMatchObject({ ok: true });
    expect(fake.posts).toMatchObject([{ channel: directWith('U0MAIR'), text: 'For you.' }]);
    expect(fake.posts[0]).not.toHaveProperty('thread_ts');
  });

  it('keeps to the thread of a direct chat that is the person’s own', async () => {
    const conversation = `${DM}:1690000000.000001` as ConversationKey;

    await slack.channel.send({ conversation, privateTo: MAIR }, saying('For you.'));

    expect(fake.posts).toMatchObject([{ channel: 'D0MAIR', thread_ts: '1690000000.000001' }]);
  });

  it.each([
    [
      'a rate limit',
      { status: 429, retryAfter: '7' },
      { why: 'later', waitSeconds: 7, detail: 'ratelimited' },
    ],
    ['a rate limit without a time', { status: 429 }, { why: 'later' }],
    ['a fault of Slack’s', { status: 503 }, { why: 'later', detail: 'http_503' }],
    ['a dropped connection', 'drop', { why: 'later', detail: 'slack_webapi_request_error' }],
    ['a code we do not know', { error: 'something_new' }, { why: 'later', detail: 'something_new' }],
    ['an internal error', { error: 'internal_error' }, { why: 'later' }],
    ['a deleted channel', { error: 'channel_not_found' }, { why: 'gone', detail: 'channel_not_found' }],
    ['an archived channel', { error: 'is_archived' }, { why: 'gone' }],
    ['a channel we were put out of', { error: 'not_in_channel' }, { why: 'gone' }],
    ['a wrong token', { error: 'invalid_auth' }, { why: 'setup', detail: 'invalid_auth' }],
    ['a revoked token', { error: 'token_revoked' }, { why: 'setup' }],
    ['an account of ours that was closed', { error: 'account_inactive' }, { why: 'setup' }],
    ['a missing right', { error: 'missing_scope' }, { why: 'setup' }],
    ['no token', { error: 'not_authed' }, { why: 'setup' }],
  ] as const)('%s becomes a value, at once and after one try', async (_, mood, outcome) => {
    fake.next('chat.postMessage', mood);

    expect(await send()).toMatchObject({ ok: false, ...outcome });
    expect(fake.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    expect(await send()).toMatchObject({ ok: true });
  });

  it.each(['user_disabled', 'cannot_dm_bot', 'user_not_found'])('a person gone (%s)', async (error) => {
    fake.next('conversations.open', { error });

    expect(await slack.channel.send({ conversation: DM, privateTo: MAIR }, saying('x'))).toEqual({
      ok: false,
      why: 'gone',
      detail: error,
    });
  });

  it('splits what is too long and keeps the order', async () => {
    expect(await send(longPost(3))).toEqual({ ok: true, messageId: 'C0PLANS:1800000000.000001' });
    expect(fake.posts.map(({ text }) => text.split('\n')[0])).toEqual([
      'Long. (1/3)',
      'Long. (2/3)',
      'Long. (3/3)',
    ]);
    expect(fake.posts.every(({ thread_ts }) => thread_ts === '1700000000.000200')).toBe(true);
  });

  it('goes on where it broke off when the same post is handed in again', async () => {
    const post = longPost(3);
    fake.next('chat.postMessage', { after: Promise.resolve() }, { status: 429, retryAfter: '1' });

    expect(await send(post)).toMatchObject({ why: 'later', waitSeconds: 1 });
    expect(await send(post)).toEqual({ ok: true, messageId: 'C0PLANS:1800000000.000001' });

    expect(fake.posts).toHaveLength(3);
  });

  it('refuses a conversation of another channel, which is a fault of ours', async () => {
    const elsewhere = 'teams:x' as ConversationKey;

    await expect(slack.channel.send({ conversation: elsewhere }, saying('x'))).rejects.toThrow(
      'slack:<team>',
    );
  });
});

describe('stopping', () => {
  it('waits for the answers that are under way', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    ear.answerWith = async () => {
      await held;
      return saying('Done.');
    };
    await deliver(url, eventOf(directMessage('4.2')), SECONDS);

    const stopped = slack.channel.stop();
    release();
    await stopped;

    expect(fake.posts).toMatchObject([{ text: 'Done.' }]);
  });
});

describe('Socket Mode', () => {
  beforeEach(async () => {
    await slack.channel.stop();
    await closeRoutes();
    await start({ appToken: APP_TOKEN });
    await slack.channel.start(ear);
  });

  it('opens a connection of its own and needs no route', () => {
    expect(slack.routes).toEqual([]);
    expect(fake.calls.map(({ method, token }) => [method, token]).slice(-2)).toEqual([
      ['auth.test', BOT_TOKEN],
      ['apps.connections.open', APP_TOKEN],
    ]);
  });

  it('stores an event before it acknowledges it, answers it, and drops a repeat', async () => {
    const event = eventOf(directMessage('4.2'));

    expect(await fake.push('events_api', event)).toEqual({});
    expect(ear.received).toHaveLength(1);
    await fake.push('events_api', event, 1);

    expect(await fake.posted(1)).toMatchObject([{ channel: 'D0MAIR', text: 'You said: 4.2' }]);
    expect(ear.answered).toHaveLength(1);
  });

  it('answers a command in the acknowledgement, and a button in its thread', async () => {
    expect(await fake.push('slash_commands', command('4.2'))).toMatchObject({
      response_type: 'ephemeral',
      text: 'You said: 4.2',
    });
    await fake.push('interactive', press('more'));

    expect(await fake.posted(1)).toMatchObject([{ thread_ts: '1700000000.000200', text: 'You said: more' }]);
  });

  it('leaves unacknowledged what it could not store', async () => {
    ear.failing = true;
    const event = eventOf(directMessage('4.2'));
    let acknowledged = false;
    const first = fake.push('events_api', event).finally(() => {
      acknowledged = true;
    });
    while (!logged.join().includes('slack-not-stored')) await settled();

    expect(acknowledged).toBe(false);
    ear.failing = false;
    await fake.push('events_api', event, 1);
    await fake.posted(1);
    void first;
  });

  it.each(['refresh', 'cut'] as const)(
    'connects again after a %s, also where Slack cannot be reached at first',
    async (how) => {
      fake.next('apps.connections.open', 'drop', { status: 500 });
      const passing = setInterval(() => clock.pass(), 5);
      fake.disconnect(how);
      await fake.connected(2);
      clearInterval(passing);

      await fake.push('events_api', eventOf(directMessage('4.2')));

      await fake.posted(1);
      expect(logged.filter((line) => line.startsWith('slack-socket-failed'))).toHaveLength(2);
    },
  );
});

describe('wrong credentials', () => {
  it('are told in the log with what to do, and stop nobody', async () => {
    await slack.channel.stop();
    await closeRoutes();
    await start();
    fake.next('auth.test', { error: 'invalid_auth' });

    await slack.channel.start(ear);

    expect(logged).toEqual([
      'slack-identity-unknown {"ok":false,"why":"setup","detail":"invalid_auth","remedy":"Check SLACK_BOT_TOKEN."}',
    ]);
  });

  it('never write a token or a message into the log', async () => {
    await deliver(url, eventOf(directMessage('a secret of mine')), SECONDS);
    await fake.posted(1);

    expect(logged.join()).not.toMatch(/secret|xoxb/u);
  });
});

/** Lets everything run that is ready to run. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
