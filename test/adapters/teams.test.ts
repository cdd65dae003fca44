import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpCall } from '../../adapters/http/call.ts';
import { checkTeamsConfig, createTeams, type TeamsConfig } from '../../adapters/teams/index.ts';
import { LIMITS } from '../../adapters/teams/limits.ts';
import { toOutcome } from '../../adapters/teams/outcome.ts';
import type { Answer, Post } from '../../src/domain/answer.ts';
import type { ConversationKey, PersonKey } from '../../src/domain/conversation.ts';
import type { Instant, IsoDate } from '../../src/domain/dates.ts';
import type { Channel, Ear, Inbound } from '../../src/ports/channel.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpRequest, Route } from '../../src/ports/http.ts';
import type { Destinations } from '../../src/ports/store.ts';
import {
  APP_ID,
  BOT,
  channelMessage,
  closed,
  emulatorActivity,
  MAIR,
  startFakeTeams,
  teamsActivity,
  TENANT,
  TOM,
  type FakeTeams,
  type Mood,
} from '../doubles/teams.ts';

const NOW = '2026-11-21T09:00:00.000Z' as Instant;
const LOCAL: TeamsConfig = { serviceUrls: [] };
const PERSONAL = `teams:${TENANT}:a:mair` as ConversationKey;
const CHANNEL = `teams:${TENANT}:19:plans@thread.tacv2` as ConversationKey;
const THREAD = `${CHANNEL};messageid=1699999999999` as ConversationKey;
const MAIR_KEY = `teams:${TENANT}:${MAIR.aadObjectId}` as PersonKey;

function answerOf(headline: string, parts: Partial<Answer> = {}): Answer {
  return { locale: 'en', kind: 'status', headline, blocks: [], items: [], private: false, ...parts };
}
const POST: Post = [answerOf('Action 4.2 is on track.')];

/** What a bot needs around the channel, with a hand on each. */
interface Bench {
  readonly teams: FakeTeams;
  readonly channel: Channel;
  readonly heard: readonly Inbound[];
  readonly counted: readonly string[];
  readonly logged: readonly string[];
  readonly kept: ReadonlyMap<string, unknown>;
  /** Posts to the bot over HTTP; resolves to the status. */
  post(activity: unknown, headers?: Readonly<Record<string, string>>): Promise<number>;
  /** As if it had come from that address. */
  postFrom(
    remoteAddress: string,
    activity: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<number>;
  /** All that is waited for has passed. */
  passTime(): void;
  /** How the bot answers from now on. */
  answerWith(work: (inbound: Inbound, channel: Channel) => Promise<unknown>): void;
}

let bench: Bench;
/** What a test has opened, to be closed in this order. */
let open: (() => Promise<void>)[] = [];

async function startBench(config: TeamsConfig, { local = true, claims = true } = {}): Promise<Bench> {
  const teams = await startFakeTeams();
  open.push(teams.close);
  const heard: Inbound[] = [];
  const counted: string[] = [];
  const logged: string[] = [];
  const kept = new Map<string, unknown>();
  const waiting: ((how: 'passed') => void)[] = [];
  let work: (inbound: Inbound, channel: Channel) => Promise<unknown> = (inbound, channel) =>
    channel.send({ conversation: inbound.conversation }, POST);
  const clock: Clock = {
    now: () => NOW,
    today: () => '2026-11-21' as IsoDate,
    wait: () => new Promise((resolve) => void waiting.push(resolve)),
  };
  const destinations: Destinations = {
    rememberDestination: async (key, record) => void kept.set(key, structuredClone(record)),
    destination: async (key) => kept.get(key),
  };
  const { channel, routes } = createTeams({
    config: { ...config, serviceUrls: config.appId ? [teams.url] : config.serviceUrls },
    local,
    clearance: 'staff',
    log: {
      info: () => {},
      warn: (event, fields) => void logged.push(`${event} ${JSON.stringify(fields)}`),
      error: (event) => void logged.push(event),
    },
    count: (name, labels) => void counted.push(`${name} ${Object.values(labels ?? {}).join(' ')}`),
    call: createHttpCall(),
    clock,
    destinations,
    ...(config.appId && claims && { cloud: cloudOf(teams) }),
  });
  const ear: Ear = {
    receive: async (inbound) => {
      const repeat = heard.some(
        (one) => one.conversation === inbound.conversation && one.messageId === inbound.messageId,
      );
      if (!repeat) heard.push(inbound);
      return !repeat;
    },
    answer: async (inbound) => void (await work(inbound, channel)),
    reply: async () => POST,
  };
  await channel.start(ear);
  const server = await serve(routes);
  open.unshift(channel.stop, () => closed(server));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  return {
    teams,
    channel,
    heard,
    counted,
    logged,
    kept,
    async post(activity, headers = {}) {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      });
      return response.status;
    },
    async postFrom(remoteAddress, activity, headers = {}) {
      const request: HttpRequest = {
        method: 'POST',
        path: '/api/messages',
        query: new URLSearchParams(),
        headers: { 'content-type': 'application/json', ...headers },
        body: Buffer.from(JSON.stringify(activity)),
        remoteAddress,
      };
      return (await routes[0]!.handle(request)).status;
    },
    passTime: () => waiting.splice(0).forEach((resolve) => resolve('passed')),
    answerWith: (next) => {
      work = next;
    },
  };
}

/** The stand-in's sign-in addresses, by the SDK's names. */
function cloudOf({ tokens, url }: FakeTeams): Readonly<Record<string, string>> {
  return {
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: `https://api.botframework.com/${url.split(':').at(-1)}`,
    ToBotFromChannelTokenIssuer: tokens.issuer,
    OAuthUrl: url,
    ToBotFromChannelOpenIdMetadataUrl: tokens.metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: tokens.metadataUrl,
    CallerId: 'urn:botframework:azure',
  };
}

async function serve(routes: readonly Route[]): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = request.headers as Readonly<Record<string, string | undefined>>;
      void routes[0]!
        .handle({
          method: 'POST',
          path: '/api/messages',
          query: new URLSearchParams(),
          headers,
          body: Buffer.concat(chunks),
          remoteAddress: request.socket.remoteAddress ?? '',
        })
        .then(({ status, body }) => response.writeHead(status).end(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

afterEach(async () => {
  for (const close of open) await close();
  open = [];
});

describe('a message to the bot', () => {
  beforeEach(async () => {
    bench = await startBench(LOCAL);
  });

  it('reaches the bot from a personal chat as it was written, and the answer goes back there', async () => {
    const status = await bench.post(
      teamsActivity(bench.teams.url, { text: 'R&amp;D &lt;b&gt;&nbsp;a &#39;plan&#39;?', locale: 'cy-GB' }),
    );
    await bench.teams.came(1);

    expect(status).toBe(200);
    expect(bench.heard).toEqual([
      {
        eventId: `${PERSONAL} 1700000000001`,
        messageId: '1700000000001',
        conversation: PERSONAL,
        place: PERSONAL,
        author: { key: MAIR_KEY, localeHint: 'cy' },
        text: "R&D <b> a 'plan'?",
        direct: true,
        clearance: 'staff',
        received: NOW,
      },
    ]);
    expect(bench.teams.requests).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations/a:mair/activities',
        body: {
          type: 'message',
          summary: 'Action 4.2 is on track.',
          from: { id: BOT.id },
          recipient: { id: MAIR.id },
        },
      },
    ]);
  });

  it('loses its mention in a channel, keeps other people’s names, and is answered in its thread', async () => {
    await bench.post(
      channelMessage(bench.teams.url, {
        text: '<at>Workforce plans</at>&nbsp; tell <at>Tom</at> about 4.2\n',
        entities: [
          { type: 'mention', mentioned: BOT, text: '<at>Workforce plans</at>' },
          { type: 'mention', mentioned: TOM, text: '<at>Tom</at>' },
        ],
      }),
    );
    await bench.teams.came(1);

    expect(bench.heard[0]).toMatchObject({
      conversation: THREAD,
      place: CHANNEL,
      text: 'tell Tom about 4.2',
      direct: false,
    });
    expect(bench.teams.requests[0]!.path).toBe(
      '/v3/conversations/19:plans@thread.tacv2;messageid=1699999999999/activities',
    );
  });

  it('comes from a group chat too', async () => {
    await bench.post(
      channelMessage(bench.teams.url, {
        conversation: {
          isGroup: true,
          conversationType: 'groupChat',
          tenantId: TENANT,
          id: '19:group@thread.v2',
        },
      }),
    );
    await bench.teams.came(1);

    expect(bench.heard[0]).toMatchObject({
      conversation: `teams:${TENANT}:19:group@thread.v2`,
      place: `teams:${TENANT}:19:group@thread.v2`,
      text: 'how is action 4.2 going?',
      direct: false,
    });
  });

  it('is acknowledged and dropped when it comes again', async () => {
    const message = teamsActivity(bench.teams.url);
    await bench.post(message);
    const again = await bench.post(message);
    await bench.channel.stop();

    expect(again).toBe(200);
    expect(bench.heard).toHaveLength(1);
    expect(bench.teams.messages()).toHaveLength(1);
  });

  it('is a sentence where a button was pressed, with or without the text beside it', async () => {
    const pressed = { value: { say: 'Show action 4.3' } };
    await bench.post(teamsActivity(bench.teams.url, { ...pressed, id: '1', text: 'Show action 4.3' }));
    await bench.post(teamsActivity(bench.teams.url, { ...pressed, id: '2', text: undefined }));

    expect(bench.heard.map(({ text }) => text)).toEqual(['Show action 4.3', 'Show action 4.3']);
  });

  it('is acknowledged before it is answered, and shows typing when the answer takes long', async () => {
    let finish = (): void => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    bench.answerWith(async (inbound, channel) => {
      await slow;
      await channel.send({ conversation: inbound.conversation }, POST);
    });

    const status = await bench.post(teamsActivity(bench.teams.url));
    bench.passTime();
    await bench.teams.came(1);
    finish();
    await bench.teams.came(2);

    expect(status).toBe(200);
    expect(bench.teams.requests.map(({ body }) => body['type'])).toEqual(['typing', 'message']);
    expect(LIMITS.typingAfterSeconds).toBeLessThan(2);
  });

  it('shows no typing when the answer is quick', async () => {
    await bench.post(teamsActivity(bench.teams.url));
    await bench.teams.came(1);
    await bench.channel.stop();
    bench.passTime();

    expect(bench.teams.requests.map(({ body }) => body['type'])).toEqual(['message']);
  });
});

describe('what is no message', () => {
  beforeEach(async () => {
    bench = await startBench(LOCAL);
  });

  it('is ignored and counted: our own words, edits, reactions, removals, members who come later', async () => {
    const statuses = await Promise.all(
      [
        { from: BOT },
        { from: { id: '28:another', role: 'bot' } },
        { type: 'messageUpdate' },
        { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
        { type: 'conversationUpdate', membersAdded: [TOM] },
        { type: 'installationUpdate', action: 'remove' },
        { type: 'unheard of' },
      ].map((parts) => bench.post(teamsActivity(bench.teams.url, parts))),
    );

    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(bench.heard).toEqual([]);
    expect([...bench.counted].sort()).toEqual(
      [
        'conversationUpdate',
        'installationUpdate',
        'message',
        'message',
        'messageReaction',
        'messageUpdate',
        'other',
      ].map((type) => `teams_activities_ignored ${type}`),
    );
  });

  it('is plainly not implemented where Teams waits for a value', async () => {
    const status = await bench.post(
      teamsActivity(bench.teams.url, { type: 'invoke', name: 'composeExtension/query' }),
    );

    expect(status).toBe(501);
    expect(bench.counted).toEqual(['teams_activities_ignored invoke']);
  });

  it('is a welcome, once for each conversation, where the bot is added', async () => {
    const added = { type: 'conversationUpdate', membersAdded: [MAIR, BOT], text: undefined };
    await bench.post(teamsActivity(bench.teams.url, { ...added, id: 'f:1' }));
    await bench.post(
      teamsActivity(bench.teams.url, {
        type: 'installationUpdate',
        action: 'add',
        id: 'f:2',
        text: undefined,
      }),
    );
    await bench.post(teamsActivity(bench.teams.url, { ...added, id: 'f:3' }));
    await bench.channel.stop();

    expect(bench.heard).toMatchObject([
      { conversation: PERSONAL, text: 'help', welcome: true, author: { key: MAIR_KEY } },
    ]);
    expect(bench.teams.messages()).toHaveLength(1);
  });

  it('is refused where it is no activity at all', async () => {
    expect(await bench.post('not JSON')).toBe(400);
    expect(await bench.post('"text"')).toBe(400);
    expect(await bench.post({ type: 'message' })).toBe(400);
  });
});

describe('a post of the bot’s own accord', () => {
  beforeEach(async () => {
    bench = await startBench(LOCAL);
    bench.answerWith(async () => {});
  });

  it('reaches a channel as a new thread, from the place that a message came from', async () => {
    await bench.post(channelMessage(bench.teams.url));

    const sent = await bench.channel.send({ conversation: CHANNEL }, POST);

    expect(sent).toEqual({ ok: true, messageId: 'sent-1' });
    expect(bench.teams.requests[0]!.path).toBe('/v3/conversations/19:plans@thread.tacv2/activities');
  });

  it('opens the personal chat of a person known from a channel only, and uses it again', async () => {
    await bench.post(channelMessage(bench.teams.url));

    await bench.channel.send({ conversation: THREAD, privateTo: MAIR_KEY }, POST);
    await bench.channel.send({ conversation: THREAD, privateTo: MAIR_KEY }, [answerOf('Again.')]);

    expect(bench.teams.requests).toMatchObject([
      {
        path: '/v3/conversations',
        body: { members: [{ id: MAIR.id }], bot: { id: BOT.id }, tenantId: TENANT, isGroup: false },
      },
      { path: '/v3/conversations/a:opened-1/activities' },
      { path: '/v3/conversations/a:opened-1/activities', body: { summary: 'Again.' } },
    ]);
  });

  it('uses the personal chat that is known, whatever is said in channels afterwards', async () => {
    await bench.post(teamsActivity(bench.teams.url));
    await bench.post(channelMessage(bench.teams.url));

    await bench.channel.send({ conversation: THREAD, privateTo: MAIR_KEY }, POST);

    expect(bench.teams.requests.map(({ path }) => path)).toEqual(['/v3/conversations/a:mair/activities']);
  });

  it('keeps a record of our own, under the keys of conversation, place and person', async () => {
    await bench.post(channelMessage(bench.teams.url));

    const common = { tenant: TENANT, serviceUrl: bench.teams.url, bot: BOT.id };
    expect(Object.fromEntries(bench.kept)).toEqual({
      [THREAD]: { ...common, kind: 'channel', conversation: '19:plans@thread.tacv2;messageid=1699999999999' },
      [CHANNEL]: { ...common, kind: 'channel', conversation: '19:plans@thread.tacv2' },
      [MAIR_KEY]: { ...common, kind: 'personal', person: MAIR.id },
    });
  });

  it('goes nowhere where nothing is known of the destination', async () => {
    expect(await bench.channel.send({ conversation: 'teams:x:y' as ConversationKey }, POST)).toMatchObject({
      ok: false,
      why: 'gone',
    });
  });

  it('in several parts goes on after a refusal with the part that was refused', async () => {
    await bench.post(teamsActivity(bench.teams.url));
    const long: Post = [
      answerOf('A long one.', {
        blocks: Array.from({ length: 30 }, (_, n) => ({ type: 'paragraph', text: `${n} `.repeat(1_300) })),
      }),
    ];
    bench.teams.next({ after: Promise.resolve() }, { status: 429, retryAfter: '3' });

    const first = await bench.channel.send({ conversation: PERSONAL }, long);
    const second = await bench.channel.send({ conversation: PERSONAL }, long);

    const bodies = bench.teams.messages().map(({ body }) => JSON.stringify(body['attachments']));
    expect(first).toMatchObject({ ok: false, why: 'later', waitSeconds: 3 });
    expect(second).toEqual({ ok: true, messageId: 'sent-1' });
    expect(bodies[1]).toBe(bodies[2]);
    expect(new Set(bodies).size).toBe(bodies.length - 1);
  });
});

describe('a refused post', () => {
  beforeEach(async () => {
    bench = await startBench(LOCAL);
    bench.answerWith(async () => {});
    await bench.post(teamsActivity(bench.teams.url));
  });

  const cases: readonly (readonly [string, Mood, object])[] = [
    ['429 with a wait', { status: 429, retryAfter: '7' }, { why: 'later', waitSeconds: 7 }],
    [
      '429 until a date',
      { status: 429, retryAfter: 'Sat, 21 Nov 2026 09:00:30 GMT' },
      { why: 'later', waitSeconds: 30 },
    ],
    ['412', { status: 412 }, { why: 'later' }],
    ['500', { status: 500 }, { why: 'later' }],
    ['502', { status: 502 }, { why: 'later' }],
    ['503', { status: 503 }, { why: 'later' }],
    ['504', { status: 504 }, { why: 'later' }],
    ['a dropped line', 'drop', { why: 'later' }],
    ['403 BotDisabledByAdmin', { status: 403, code: 'BotDisabledByAdmin' }, { why: 'gone' }],
    ['403 ConversationBlockedByUser', { status: 403, code: 'ConversationBlockedByUser' }, { why: 'gone' }],
    ['403 MessageWritesBlocked', { status: 403, code: 'MessageWritesBlocked' }, { why: 'gone' }],
    ['403 BotNotInConversationRoster', { status: 403, code: 'BotNotInConversationRoster' }, { why: 'gone' }],
    ['404', { status: 404, code: 'ConversationNotFound' }, { why: 'gone' }],
    ['401', { status: 401, code: 'Unauthorized' }, { why: 'setup' }],
    ['400', { status: 400, code: 'BadArgument' }, { why: 'setup' }],
    ['403 of another kind', { status: 403, code: 'NotEnoughPermissions' }, { why: 'setup' }],
  ];

  it.each(cases)('is sorted at once, without a second try: %s', async (_name, mood, expected) => {
    bench.teams.next(mood);

    const sent = await bench.channel.send({ conversation: PERSONAL }, POST);

    expect(sent).toMatchObject({ ok: false, ...expected });
    expect(bench.teams.requests).toHaveLength(1);
  });

  it('may be refused when the chat is opened, too', async () => {
    await bench.post(channelMessage(bench.teams.url, { from: TOM }));
    bench.teams.next({ status: 403, code: 'BotDisabledByAdmin' });

    const tom = `teams:${TENANT}:${TOM.aadObjectId}` as PersonKey;

    expect(await bench.channel.send({ conversation: THREAD, privateTo: tom }, POST)).toMatchObject({
      why: 'gone',
    });
  });

  it('for a time-out or a sign-in service that is busy waits; for a wrong password it is our set-up', () => {
    const named = (name: string, parts: object): Error => Object.assign(new Error('x'), { name, ...parts });

    expect(toOutcome(named('AbortError', {}), NOW).why).toBe('later');
    expect(toOutcome(named('ClientAuthError', { errorCode: 'network_error' }), NOW).why).toBe('later');
    expect(toOutcome(named('ServerError', { errorCode: 'invalid_client' }), NOW).why).toBe('setup');
    expect(toOutcome(undefined, NOW).why).toBe('setup');
  });
});

describe('a bot without an app id', () => {
  it('talks to the Emulator and the Agents Playground on the same machine', async () => {
    bench = await startBench(LOCAL);

    expect(await bench.post(emulatorActivity(bench.teams.url))).toBe(200);
    await bench.teams.came(1);

    expect(bench.heard).toMatchObject([
      { author: { key: 'teams:local:user-1' }, direct: true, text: 'help', clearance: 'staff' },
    ]);
  });

  it('listens to nobody else: other peers, tunnels, web pages, replies to elsewhere', async () => {
    bench = await startBench(LOCAL);
    const message = emulatorActivity(bench.teams.url);

    const statuses = [
      await bench.postFrom('10.0.0.5', message),
      await bench.postFrom('2001:db8::1', message),
      await bench.postFrom('127.0.0.1', message, { 'x-forwarded-for': '203.0.113.9' }),
      await bench.postFrom('127.0.0.1', message, { origin: 'https://example.org' }),
      await bench.postFrom('127.0.0.1', message, { 'content-type': 'text/plain' }),
      await bench.post(emulatorActivity('https://example.org/')),
      await bench.post(emulatorActivity('https://smba.trafficmanager.net/uk/')),
      await bench.post(emulatorActivity('http://127.0.0.1.example.org/')),
      await bench.post(emulatorActivity('http://user@127.0.0.1/')),
    ];

    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(bench.heard).toEqual([]);
    expect(bench.kept.size).toBe(0);
    expect(await bench.postFrom('::ffff:127.0.0.1', message)).toBe(200);
  });

  it('listens to nobody at all where it is not run locally', async () => {
    bench = await startBench(LOCAL, { local: false });

    expect(await bench.post(emulatorActivity(bench.teams.url))).toBe(401);
  });
});

describe('a bot with an app id', () => {
  const config: TeamsConfig = {
    appId: APP_ID,
    appType: 'UserAssignedMSI',
    tenantId: TENANT,
    serviceUrls: [],
  };
  // One sign-in office for all: the SDK keeps the first address that it is given for as long as the process lives.
  const environment = { ...process.env };
  let office: FakeTeams;
  beforeAll(async () => {
    office = await startFakeTeams();
    process.env['IDENTITY_ENDPOINT'] = office.tokens.identityUrl;
    process.env['IDENTITY_HEADER'] = 'secret-of-the-host';
    process.env['AZURE_TOKEN_CREDENTIALS'] = 'ManagedIdentityCredential';
  });
  beforeEach(async () => {
    bench = await startBench(config, { local: false });
  });
  afterAll(async () => {
    process.env = environment;
    await office.close();
  });
  const knock = (parts: object = {}, authorization?: string): Promise<number> =>
    bench.post(
      teamsActivity(bench.teams.url, { ...parts }),
      authorization === undefined ? {} : { authorization },
    );

  it('takes a message with a genuine token, from anywhere, and answers with a token of its own', async () => {
    const { tokens } = bench.teams;
    const status = await bench.postFrom('52.112.0.1', teamsActivity(bench.teams.url), {
      authorization: tokens.bearer(),
    });
    await bench.teams.came(1);

    expect(status).toBe(200);
    expect(bench.heard).toHaveLength(1);
    expect(bench.teams.requests[0]!.authorization).toBe(`Bearer ${office.tokens.given[0]}`);
  });

  it('says what is for staff only within its own organisation, and not where outsiders read along', async () => {
    const from = (id: string, parts: object): Promise<number> =>
      bench.post(channelMessage(bench.teams.url, { id, ...parts }), {
        authorization: bench.teams.tokens.bearer(),
      });
    await from('1', {});
    await from('2', { channelData: { tenant: { id: TENANT }, channel: { id: '19:x', type: 'shared' } } });
    await from('3', { channelData: { tenant: { id: 'another-tenant' } } });

    expect(bench.heard.map(({ clearance }) => clearance)).toEqual(['staff', 'public', 'public']);
  });

  it('does nothing without a token, or with one that is wrong in any way', async () => {
    const { tokens } = bench.teams;
    const wrong = {
      missing: undefined,
      empty: '',
      'another scheme': 'Basic dXNlcjpwYXNz',
      'not a token': 'Bearer nothing.of.this',
      expired: tokens.bearer({ exp: 1_600_000_001 }),
      'not yet valid': tokens.bearer({ nbf: 4_102_444_700 }),
      'for another bot': tokens.bearer({ aud: '00000000-0000-4000-8000-000000000bad' }),
      'from another issuer': tokens.bearer({ iss: 'https://issuer.example/other' }),
      'signed with another key': tokens.bearer({}, 'foreign'),
      'for another service address': tokens.bearer({ serviceurl: 'https://smba.trafficmanager.net/uk/' }),
      unsigned: `Bearer ${Buffer.from('{"alg":"none","kid":"key-1"}').toString('base64url')}.${tokens.bearer().split('.')[1]}.`,
    };

    const noise = jest.spyOn(console, 'error').mockImplementation(() => {}); // the SDK's, beside what it throws
    const statuses: Record<string, number> = {};
    for (const [name, authorization] of Object.entries(wrong))
      statuses[name] = await knock({}, authorization);

    noise.mockRestore();

    expect(statuses).toEqual(Object.fromEntries(Object.keys(wrong).map((name) => [name, 401])));
    expect(bench.heard).toEqual([]);
    expect(bench.kept.size).toBe(0);
    expect(bench.teams.requests).toEqual([]);
    expect(bench.logged.join('\n')).not.toContain('eyJ');
  });

  it('does not follow a service address that is not of Teams, even with a genuine token', async () => {
    const elsewhere = 'https://smba.trafficmanager.net.example.org/';
    const authorization = bench.teams.tokens.bearer({ serviceurl: elsewhere });

    expect(await knock({ serviceUrl: elsewhere }, authorization)).toBe(401);
    expect(await knock({ serviceUrl: '' }, authorization)).toBe(400);
  });

  it('takes no other channel’s activities: the SDK would check their tokens in another way', async () => {
    expect(await knock({ channelId: 'AseChannel' }, bench.teams.tokens.bearer())).toBe(401);
    expect(await knock({ channelId: 'directline' }, bench.teams.tokens.bearer())).toBe(401);
  });

  it('says that its set-up is wrong where it gets no token', async () => {
    bench.answerWith(async () => {});
    await knock({}, bench.teams.tokens.bearer());
    office.tokens.refuse(true);

    expect(await bench.channel.send({ conversation: PERSONAL }, POST)).toMatchObject({
      ok: false,
      why: 'setup',
    });
    expect(bench.teams.requests).toEqual([]);
  });
});

describe('stopping', () => {
  it('lets a running answer finish and takes nothing more', async () => {
    bench = await startBench(LOCAL);
    let finish = (): void => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    bench.answerWith(async (inbound, channel) => {
      await slow;
      await channel.send({ conversation: inbound.conversation }, POST);
    });
    await bench.post(teamsActivity(bench.teams.url));

    const stopped = bench.channel.stop();
    const late = await bench.post(teamsActivity(bench.teams.url, { id: 'late' }));
    finish();
    await stopped;

    expect(late).toBe(503);
    expect(bench.teams.messages()).toHaveLength(1);
  });
});

describe('the settings', () => {
  const appId = APP_ID;

  it('that do not go together are refused before anything is loaded', async () => {
    await expect(startBench({ appId, serviceUrls: [] })).rejects.toThrow('missing appPassword, tenantId');
  });

  it('go together by kind of app', () => {
    expect(checkTeamsConfig({})).toEqual({ missing: [], unwanted: [], warnings: [] });
    expect(checkTeamsConfig({ appId, appPassword: 'x', tenantId: TENANT }).missing).toEqual([]);
    expect(checkTeamsConfig({ appId }).missing).toEqual(['appPassword', 'tenantId']);
    expect(checkTeamsConfig({ appPassword: 'x' }).missing).toEqual(['appId', 'tenantId']);
    expect(checkTeamsConfig({ appId, appType: 'UserAssignedMSI' }).missing).toEqual(['tenantId']);
    expect(
      checkTeamsConfig({ appId, appPassword: 'x', tenantId: TENANT, appType: 'UserAssignedMSI' }).unwanted,
    ).toEqual(['appPassword']);
    expect(checkTeamsConfig({ appId, appPassword: 'x', appType: 'MultiTenant' })).toEqual({
      missing: [],
      unwanted: [],
      warnings: ['multi-tenant'],
    });
  });
});
