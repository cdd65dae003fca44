import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runAsk } from '../../adapters/console/ask.ts';
import { runChat } from '../../adapters/console/chat.ts';
import { createHttpCall } from '../../adapters/http/call.ts';
import { createSlack } from '../../adapters/slack/index.ts';
import { toSlack } from '../../adapters/slack/render.ts';
import { createTeams } from '../../adapters/teams/index.ts';
import { toTeams } from '../../adapters/teams/render.ts';
import { createWeb } from '../../adapters/web/index.ts';
import { createDigestSender } from '../../src/bot/digests.ts';
import { createEar, type RecoveringEar } from '../../src/bot/ear.ts';
import { sourcesOf } from '../../src/domain/answer.ts';
import { toInstant } from '../../src/domain/dates.ts';
import type { Channel } from '../../src/ports/channel.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Route } from '../../src/ports/http.ts';
import { SILENT, startBot, type TestBot } from '../doubles/bot.ts';
import { fakeClock } from '../doubles/clock.ts';
import {
  BOT_TOKEN,
  deliver,
  directMessage,
  eventOf,
  mention,
  serveRoutes,
  SIGNING_SECRET,
  startFakeSlack,
  type FakeSlack,
} from '../doubles/slack.ts';
import { channelMessage, startFakeTeams, teamsActivity, type FakeTeams } from '../doubles/teams.ts';

let bot: TestBot;
let slack: FakeSlack;
let teams: FakeTeams;
let served: { url: string; close(): Promise<void> };
let ear: RecoveringEar;
const channels = new Map<string, Channel>();
let messages = 0;
let conversations = 0;

/** Signatures are checked against a clock, so this one goes on while the bot's stands still. */
const started = toInstant(new Date('2026-11-21T12:00:00.000Z'));
const SECONDS = Date.parse(started) / 1000;

beforeAll(async () => {
  [bot, slack, teams] = await Promise.all([startBot(), startFakeSlack(), startFakeTeams()]);
  const clock: Clock = {
    ...bot.clock,
    now: () => started,
    // Nothing here takes long enough to be late: a wait would end only with the test.
    wait: () => new Promise(() => undefined),
  };
  const call = createHttpCall();
  const tools = { clock, log: SILENT, count: () => undefined, destinations: bot.store, call };
  const slackConfig = { botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET, apiUrl: slack.apiUrl };
  const connected = [
    await createSlack({ config: slackConfig, clearance: 'public', ...tools }),
    createTeams({ config: { serviceUrls: [] }, local: true, clearance: 'public', ...tools }),
  ];
  for (const { channel } of connected) channels.set(channel.name, channel);
  ear = createEar({ ...tools, inbox: bot.store, reply: bot.reply, channelOf: (name) => channels.get(name) });
  const page: readonly Route[] = createWeb({
    ear,
    view: () => {
      throw new Error('The page itself is not asked for here.');
    },
    previews: (post) => ({ slack: toSlack(post), teams: toTeams(post) }),
    clearance: 'public',
    clock,
    newId: () => `web-${(messages += 1)}`,
    assets: [],
  });
  served = await serveRoutes([...connected.flatMap(({ routes }) => routes), ...page]);
  for (const channel of channels.values()) await channel.start(ear);
});

afterAll(async () => {
  for (const channel of channels.values()) await channel.stop();
  await served.close();
  await Promise.all([slack.close(), teams.close()]);
  await bot.close();
});

/** What a person is shown, as one text; in a conversation that nobody has used before. */
interface Driver {
  readonly name: string;
  ask(text: string): Promise<string>;
}

const DRIVERS: readonly Driver[] = [
  {
    name: 'Slack',
    ask: async (text) => {
      const before = slack.posts.length;
      messages += 1;
      const ts = `17000${messages}.000100`;
      const channel = `D${(conversations += 1)}`;
      await deliver(
        served.url,
        eventOf(directMessage(text, { ts, event_ts: ts, channel, user: `U${messages}` })),
        SECONDS,
      );
      await slack.posted(before + 1);
      await ear.idle();
      return plain(slack.posts.slice(before).map(({ blocks, text: fallback }) => [blocks, fallback]));
    },
  },
  {
    name: 'Teams',
    ask: async (text) => {
      const before = teams.messages().length;
      messages += 1;
      const conversation = { conversationType: 'personal', id: `a:${(conversations += 1)}` };
      await post(
        '/api/messages',
        teamsActivity(teams.url, { id: `m${messages}`, text, conversation, from: { id: `29:${messages}` } }),
      );
      await settled(() => teams.messages().length > before);
      await ear.idle();
      return plain(
        teams
          .messages()
          .slice(before)
          .map(({ body }) => body),
      );
    },
  },
  {
    name: 'the page',
    ask: async (text) => {
      const id = `conversation-${(conversations += 1)}`;
      const said = { text, conversation: id, person: id, locale: 'en' };
      const response = await post('/chat', said, { host: '127.0.0.1' });
      const body = (await response.json()) as { readonly post: unknown };
      return plain(body.post);
    },
  },
  {
    name: 'the terminal',
    ask: async (text) => {
      const output = new PassThrough();
      const input = new PassThrough();
      input.end(`${text}\n`);
      const io = { input, output, interactive: false, clearance: 'public' as const, clock: bot.clock };
      await runChat({
        ...io,
        reply: (inbound) => bot.reply({ ...inbound, ...fresh() }),
        newId: () => `t${(messages += 1)}`,
      });
      return String(output.read());
    },
  },
  {
    name: 'the batch command',
    ask: async (text) => {
      const output = new PassThrough();
      const input = new PassThrough();
      input.end(`${JSON.stringify({ id: 1, conversation: `b${(conversations += 1)}`, text })}\n`);
      const io = { input, output, clearance: 'public' as const, clock: bot.clock };
      const apologise = (): never => {
        throw new Error('The line is sound.');
      };
      await runAsk({ ...io, reply: bot.reply, newId: () => `t${(messages += 1)}`, apologise });
      return plain(JSON.parse(String(output.read())));
    },
  },
];

function fresh() {
  const key = `test:${(conversations += 1)}` as never;
  return { conversation: key, place: key, author: { key } };
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${served.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function settled(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

/** All words of a payload, without the marks by which a platform is kept from reading them as its own. */
function plain(payload: unknown): string {
  const words: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') words.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(payload);
  return words
    .join('\n')
    .replaceAll(/\p{Cf}|\\/gu, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}

const QUESTIONS = [
  'What is call to action 2?',
  'Beth yw galwad i weithredu 3?',
  'How is action 1.1 of the Scottish plan going?',
  'Sut mae cam gweithredu 2.3 yn mynd?',
  'Which actions are at risk?',
  'How many actions does the Welsh plan have?',
  'action 12 of the Welsh plan',
  'Pa gynlluniau sydd gennych chi?',
  'When was the Welsh plan published?',
  'Beth yw’r tywydd heddiw?',
  'help',
  'cymorth',
];

const HOSTILE = [
  { name: 'nothing but spaces', typed: '   ' },
  { name: 'only symbols', typed: '🙂🙂🙂' },
  { name: 'mentions', typed: '<!channel> <@U123> @everyone' },
  { name: 'control and direction marks', typed: '\u202Eevil\u202C \u0000\u0007' },
  {
    name: 'markup',
    typed: '[click](https://example.org/evil) **bold** <b>html</b> <script>alert(1)</script>',
  },
  { name: 'a card of its own', typed: '{"type":"AdaptiveCard","body":[]}' },
  { name: 'three thousand question marks', typed: '?'.repeat(3000) },
] as const;

describe.each(DRIVERS)('$name', ({ ask }) => {
  it.each(QUESTIONS)('gives the bot’s own answer, with its sources: %s', async (question) => {
    const answer = await bot.say(question, { chat: `own-${(conversations += 1)}` });
    const shown = await ask(question);

    expect(shown).toContain(answer.headline);
    for (const source of sourcesOf(answer)) expect(shown).toContain(source);
  });

  it.each(HOSTILE)('answers or declines whatever is typed: $name', async ({ typed }) => {
    const shown = await ask(typed);

    expect(shown.trim().length).toBeGreaterThan(0);
    expect(shown).not.toContain('<!channel>');
    expect(shown).not.toContain('](https://example.org');
  });
});

describe('a person in distress in a channel', () => {
  const TYPED = 'I can’t cope any more, I don’t want to live';

  it('is answered privately in Slack, not in the thread', async () => {
    const before = slack.posts.length;
    const ts = '1700009999.000100';
    await deliver(served.url, eventOf(mention(TYPED, { ts, event_ts: ts })), SECONDS);
    await slack.posted(before + 1);
    await ear.idle();

    const sent = slack.posts.slice(before);
    expect(sent.map(({ channel }) => channel).filter((channel) => channel.startsWith('C'))).toEqual([]);
    expect(plain(sent.map(({ blocks }) => blocks))).toContain('116 123');
  });

  it('is answered privately in Teams, not in the channel', async () => {
    const before = teams.messages().length;
    await post('/api/messages', channelMessage(teams.url, { id: 'distress', text: TYPED, entities: [] }));
    await settled(() => teams.messages().length > before);
    await ear.idle();

    const sent = teams.messages().slice(before);
    expect(sent.filter(({ path }) => path.includes('thread.tacv2'))).toEqual([]);
    expect(plain(sent.map(({ body }) => body))).toContain('116 123');
  });
});

describe('a digest asked for in a channel', () => {
  it('is posted there by Slack and by Teams when its time has come, Welsh first, once', async () => {
    const ts = '1700008888.000100';
    const asked = mention('send us a digest of the Scottish plan every Monday at 9', { ts, event_ts: ts });
    const text = '<at>Workforce plans</at> anfonwch grynodeb o gynllun yr Alban bob dydd Llun am 9';
    const [posts, messagesBefore] = [slack.posts.length, teams.messages().length];
    await deliver(served.url, eventOf(asked), SECONDS);
    await post('/api/messages', channelMessage(teams.url, { id: 'subscribe', text }));
    await slack.posted(posts + 1);
    await settled(() => teams.messages().length > messagesBefore);
    await ear.idle();

    const round = createDigestSender({
      store: bot.store,
      libraryFor: bot.libraryFor,
      clearanceOf: () => 'public',
      channelOf: (name) => channels.get(name),
      clock: fakeClock('2026-11-23T09:00:00.000Z'),
      log: SILENT,
      count: () => undefined,
    });
    await round();
    await round();

    const inSlack = slack.posts.slice(posts + 1);
    const inTeams = teams.messages().slice(messagesBefore + 1);
    expect(inSlack.map(({ channel, thread_ts: thread }) => [channel, thread])).toEqual([
      ['C0PLANS', undefined],
    ]);
    expect(inTeams).toHaveLength(1);
    for (const shown of [
      plain(inSlack.map(({ blocks }) => blocks)),
      plain(inTeams.map(({ body }) => body)),
    ]) {
      expect(shown.indexOf('Crynodeb cynnydd')).toBeGreaterThanOrEqual(0);
      expect(shown.indexOf('Crynodeb cynnydd')).toBeLessThan(shown.indexOf('Progress digest'));
    }
  });
});
