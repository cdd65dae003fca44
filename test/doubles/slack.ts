import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Route } from '../../src/ports/http.ts';
import { acceptWebSockets, type SocketPeer } from './web-socket.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One call of the Web API as the stand-in received it. */
export interface ApiCall {
  readonly method: string;
  readonly token: string;
  readonly args: Fields;
}

/** A message as a channel shows it. */
export interface SlackPost {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks: readonly Fields[];
  readonly args: Fields;
}

/** How the stand-in treats the next call of a method. */
export type SlackMood =
  | { readonly error: string }
  | { readonly status: number; readonly retryAfter?: string }
  | 'drop'
  /** Posts, and drops the connection instead of saying so. */
  | 'drop-after'
  /** Answers when that promise resolves. */
  | { readonly after: Promise<unknown> };

export interface FakeSlack {
  /** For the setting of the API's address. */
  readonly apiUrl: string;
  /** What payloads of commands and buttons carry; what is posted there is in `responses`. */
  readonly responseUrl: string;
  readonly calls: readonly ApiCall[];
  readonly posts: readonly SlackPost[];
  readonly responses: readonly Fields[];
  /** Resolves when so many posts have come. */
  posted(count: number): Promise<readonly SlackPost[]>;
  responded(count: number): Promise<readonly Fields[]>;
  /** The next calls of that method are treated so, one after the other; then all goes well again. */
  next(method: string, ...moods: readonly SlackMood[]): void;
  /** The next posts to a response URL are refused with this status. */
  expireResponses(): void;
  /** Socket Mode: sends an envelope on the newest connection and resolves with the payload of its acknowledgement. */
  push(
    type: 'events_api' | 'slash_commands' | 'interactive',
    payload: Fields,
    retry?: number,
  ): Promise<Fields>;
  /** Resolves when so many Socket Mode connections have been made in all. */
  connected(count: number): Promise<void>;
  /** Ends the newest connection as a fault does, or asks for a new one as Slack does every few hours. */
  disconnect(how: 'cut' | 'refresh'): void;
  close(): Promise<void>;
}

export const TEAM = 'T0CYMRU';
export const BOT_USER = 'U0BOT';
export const BOT_ID = 'B0BOT';
export const BOT_TOKEN = 'xoxb-test';
export const APP_TOKEN = 'xapp-test';
export const SIGNING_SECRET = 'a-signing-secret-for-tests';

/** A loopback stand-in for Slack's Web API and Socket Mode: it refuses messages over Slack's limits as Slack does. */
export async function startFakeSlack(): Promise<FakeSlack> {
  const state = newState();
  const server = createServer((request, response) => {
    void answer(state, request, response);
  });
  acceptWebSockets(
    server,
    (peer) => {
      state.peers.push(peer);
      peer.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
      state.changed();
    },
    (text) => acknowledged(state, JSON.parse(text) as Fields),
  );
  const url = await listening(server);
  state.url = url;
  let envelopes = 0;
  return {
    apiUrl: `${url}/api/`,
    responseUrl: `${url}/response/1`,
    calls: state.calls,
    posts: state.posts,
    responses: state.responses,
    posted: (count) => reached(state, state.posts, count),
    responded: (count) => reached(state, state.responses, count),
    next: (method, ...moods) => {
      state.moods.set(method, [...(state.moods.get(method) ?? []), ...moods]);
    },
    expireResponses: () => {
      state.expired = true;
    },
    push: (type, payload, retry = 0) => {
      envelopes += 1;
      const id = `envelope-${envelopes}`;
      const acknowledgement = new Promise<Fields>((resolve) => state.waiting.set(id, resolve));
      state.peers.at(-1)?.send(
        JSON.stringify({
          type,
          envelope_id: id,
          payload,
          accepts_response_payload: type !== 'events_api',
          retry_attempt: retry,
        }),
      );
      return acknowledgement;
    },
    connected: async (count) => {
      await reached(state, state.peers, count);
    },
    disconnect: (how) => {
      if (how === 'cut') state.peers.at(-1)?.cut();
      else state.peers.at(-1)?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    close: () => closing(server),
  };
}

interface State {
  url: string;
  expired: boolean;
  clock: number;
  changed: () => void;
  readonly calls: ApiCall[];
  readonly posts: SlackPost[];
  readonly responses: Fields[];
  readonly peers: SocketPeer[];
  readonly moods: Map<string, readonly SlackMood[]>;
  readonly waiting: Map<string, (payload: Fields) => void>;
  readonly watchers: Set<() => void>;
}

function newState(): State {
  const watchers = new Set<() => void>();
  return {
    url: '',
    expired: false,
    clock: 0,
    changed: () => watchers.forEach((watch) => watch()),
    calls: [],
    posts: [],
    responses: [],
    peers: [],
    moods: new Map(),
    waiting: new Map(),
    watchers,
  };
}

function reached<T>(state: State, list: readonly T[], count: number): Promise<readonly T[]> {
  return new Promise((resolve) => {
    const watch = (): void => {
      if (list.length < count) return;
      state.watchers.delete(watch);
      resolve(list);
    };
    state.watchers.add(watch);
    watch();
  });
}

function acknowledged(state: State, { envelope_id: id, payload }: Fields): void {
  state.waiting.get(String(id))?.((payload ?? {}) as Fields);
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await read(request);
  if (request.url?.startsWith('/response/')) {
    if (state.expired) return reply(response, 404, { ok: false, error: 'expired_url' });
    state.responses.push(JSON.parse(body) as Fields);
    state.changed();
    return reply(response, 200, { ok: true });
  }
  const method = request.url?.replace(/^\/api\//u, '') ?? '';
  const token = (request.headers.authorization ?? '').replace(/^Bearer /u, '');
  const args = argsOf(request, body);
  state.calls.push({ method, token: token || word(args, 'token'), args });
  const [mood, ...rest] = state.moods.get(method) ?? [];
  state.moods.set(method, rest);
  if (mood === 'drop') return void request.socket.destroy();
  if (mood && typeof mood === 'object' && 'after' in mood) await mood.after;
  if (mood && typeof mood === 'object' && 'status' in mood) {
    if (mood.retryAfter !== undefined) response.setHeader('retry-after', mood.retryAfter);
    return reply(response, mood.status, { ok: false, error: 'ratelimited' });
  }
  const error = mood && typeof mood === 'object' && 'error' in mood ? mood.error : undefined;
  const result = error === undefined ? carryOut(state, method, args) : { ok: false, error };
  if (mood === 'drop-after') request.socket.destroy();
  else reply(response, 200, result);
  state.changed();
}

function carryOut(state: State, method: string, args: Fields): Fields {
  switch (method) {
    case 'auth.test':
      return { ok: true, url: state.url, team: 'Cymru', team_id: TEAM, user_id: BOT_USER, bot_id: BOT_ID };
    case 'chat.postMessage':
      return post(state, args);
    case 'chat.postEphemeral':
      return { ok: true, message_ts: nextTs(state) };
    case 'conversations.open':
      return { ok: true, channel: { id: directWith(word(args, 'users')) } };
    case 'users.info':
      return { ok: true, user: { id: args['user'], team_id: TEAM, locale: 'en-GB' } };
    case 'apps.connections.open':
      return { ok: true, url: `${state.url.replace('http', 'ws')}/socket` };
    default:
      return { ok: false, error: 'unknown_method' };
  }
}

function word(args: Fields, name: string): string {
  const value = args[name];
  return typeof value === 'string' ? value : '';
}

/** The direct chat that the stand-in opens with a person. */
export function directWith(user: string): string {
  return user.replace(/^U/u, 'D');
}

function post(state: State, args: Fields): Fields {
  const blocks = (args['blocks'] ?? []) as readonly Fields[];
  const error = refusal(blocks) ?? (blocks.length === 0 && !args['text'] ? 'no_text' : undefined);
  if (error !== undefined) return { ok: false, error };
  const ts = nextTs(state);
  const thread = args['thread_ts'] === undefined ? {} : { thread_ts: word(args, 'thread_ts') };
  state.posts.push({
    channel: word(args, 'channel'),
    ts,
    ...thread,
    text: word(args, 'text'),
    blocks,
    args,
  });
  return { ok: true, channel: args['channel'], ts, message: { ts, text: args['text'] } };
}

function nextTs(state: State): string {
  state.clock += 1;
  return `1800000000.${String(state.clock).padStart(6, '0')}`;
}

/** Slack's limits, written down a second time so that a slip in ours shows. */
export function refusal(blocks: readonly Fields[]): string | undefined {
  if (blocks.length > 50) return 'invalid_blocks';
  const texts = textsIn(blocks);
  const total = texts.reduce((sum, { text }) => sum + text.length, 0);
  if (total > 13_200) return 'msg_blocks_too_long';
  return texts.some(({ text, most }) => text.trim() === '' || text.length > most)
    ? 'invalid_blocks'
    : undefined;
}

function textsIn(value: unknown, most = 3_000): readonly { text: string; most: number }[] {
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, most));
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Fields;
  const own = typeof fields['text'] === 'string' ? [{ text: fields['text'], most }] : [];
  const pressed = typeof fields['value'] === 'string' ? [{ text: fields['value'], most: 2_000 }] : [];
  const limits: Readonly<Record<string, number>> = { header: 150, button: 75 };
  const inner = Object.entries(fields).flatMap(([name, part]) =>
    textsIn(part, name === 'fields' ? 2_000 : (limits[String(fields['type'])] ?? most)),
  );
  const counts = { elements: fields['type'] === 'actions' ? 25 : 10, fields: 10 };
  const crowded = Object.entries(counts).some(([name, limit]) => lengthOf(fields[name]) > limit);
  return [...own, ...pressed, ...inner, ...(crowded ? [{ text: '', most: 0 }] : [])];
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function argsOf(request: IncomingMessage, body: string): Fields {
  if (request.headers['content-type']?.includes('json')) return JSON.parse(body || '{}') as Fields;
  const form = Object.fromEntries(new URLSearchParams(body));
  return { ...form, ...(form['blocks'] !== undefined && { blocks: JSON.parse(form['blocks']) as unknown }) };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function reply(response: ServerResponse, status: number, body: Fields): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function closing(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Serves routes on loopback, as the product's server does, for what Slack sends. */
export async function serveRoutes(
  routes: readonly Route[],
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void serve(routes, request, response);
  });
  return { url: await listening(server), close: () => closing(server) };
}

async function serve(routes: readonly Route[], request: IncomingMessage, response: ServerResponse) {
  const body = Buffer.from(await read(request), 'utf8');
  const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://loopback');
  const route = routes.find((each) => each.method === request.method && each.path === path);
  if (!route) return response.writeHead(404).end();
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const method = request.method ?? '';
  const given = await route.handle({ method, path, query, headers, body, remoteAddress: '127.0.0.1' });
  return response.writeHead(given.status, given.headers).end(given.body);
}

/** The headers by which Slack signs a body. `seconds` is the time of signing. */
export function signed(body: string, seconds: number, secret = SIGNING_SECRET): Record<string, string> {
  const hash = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${hash}` };
}

/** Sends a payload to the bot's address as Slack does: events as JSON, commands as a form, buttons as a form of JSON. */
export function deliver(url: string, payload: Fields, seconds: number, retry?: number): Promise<Response> {
  const [body, type] = encoded(payload);
  return fetch(`${url}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      ...signed(body, seconds),
      ...(retry !== undefined && {
        'x-slack-retry-num': String(retry),
        'x-slack-retry-reason': 'http_timeout',
      }),
    },
  });
}

function encoded(payload: Fields): readonly [string, string] {
  const form = 'application/x-www-form-urlencoded';
  if ('command' in payload) return [new URLSearchParams(payload as Record<string, string>).toString(), form];
  if (payload['type'] === 'event_callback' || payload['type'] === 'url_verification') {
    return [JSON.stringify(payload), 'application/json'];
  }
  return [new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), form];
}

let events = 0;

/** An event as Slack wraps it; each has an id of its own. */
export function eventOf(event: Fields, envelope: Fields = {}): Fields {
  events += 1;
  return {
    token: 'legacy',
    team_id: TEAM,
    api_app_id: 'A0APP',
    type: 'event_callback',
    event_id: `Ev${events}`,
    event_time: 1_800_000_000,
    authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true }],
    is_ext_shared_channel: false,
    event,
    ...envelope,
  };
}

/** A message in the direct chat with the bot. */
export function directMessage(text: string, parts: Fields = {}): Fields {
  return {
    type: 'message',
    channel_type: 'im',
    channel: 'D0MAIR',
    user: 'U0MAIR',
    team: TEAM,
    ts: '1700000000.000100',
    event_ts: '1700000000.000100',
    text,
    ...parts,
  };
}

/** A mention of the bot in a channel, as `app_mention`; with `channel_type` it is what `message` says of the same. */
export function mention(text: string, parts: Fields = {}): Fields {
  return {
    type: 'app_mention',
    channel: 'C0PLANS',
    user: 'U0MAIR',
    team: TEAM,
    ts: '1700000000.000200',
    event_ts: '1700000000.000200',
    text: `<@${BOT_USER}> ${text}`,
    ...parts,
  };
}

export function command(text: string, parts: Fields = {}): Fields {
  return {
    token: 'legacy',
    team_id: TEAM,
    team_domain: 'cymru',
    channel_id: 'C0PLANS',
    channel_name: 'plans',
    user_id: 'U0MAIR',
    user_name: 'mair',
    command: '/plan',
    text,
    api_app_id: 'A0APP',
    is_enterprise_install: 'false',
    trigger_id: '13345224609.738474920.8088930838d88f008e0',
    ...parts,
  };
}

/** A press of one of the bot's buttons. */
export function press(value: string, parts: Fields = {}): Fields {
  return {
    type: 'block_actions',
    team: { id: TEAM, domain: 'cymru' },
    user: { id: 'U0MAIR', username: 'mair', team_id: TEAM },
    api_app_id: 'A0APP',
    token: 'legacy',
    trigger_id: '13345224609.738474920.8088930838d88f008e1',
    container: {
      type: 'message',
      message_ts: '1700000000.000300',
      channel_id: 'C0PLANS',
      is_ephemeral: false,
    },
    channel: { id: 'C0PLANS', name: 'plans' },
    message: { type: 'message', bot_id: BOT_ID, ts: '1700000000.000300', thread_ts: '1700000000.000200' },
    actions: [{ type: 'button', action_id: 'say-0', block_id: 'b', value, action_ts: '1700000001.000001' }],
    ...parts,
  };
}
