import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bot asked of the stand-in. */
export interface ConnectorRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How the stand-in treats the next request it is asked to post or to open a conversation. */
export type Mood =
  | {
      readonly status: number;
      readonly code?: string;
      readonly retryAfter?: string;
    }
  | 'drop'
  /** Answers when that promise resolves. */
  | { readonly after: Promise<void> };

export interface FakeTeams {
  /** What Teams calls the service URL. */
  readonly url: string;
  /** In the order received: posts, typing, opened conversations, member look-ups. */
  readonly requests: readonly ConnectorRequest[];
  /** Only the messages, without typing. */
  readonly messages: () => readonly ConnectorRequest[];
  /** Resolves when so many requests have come. */
  came(count: number): Promise<void>;
  /** The next requests are treated so, one after the other; then all goes well again. */
  next(...moods: readonly Mood[]): void;
  readonly tokens: TokenOffice;
  close(): Promise<void>;
}

/** The sign-in side: OpenID metadata, keys and, for a managed identity, tokens. */
export interface TokenOffice {
  readonly issuer: string;
  readonly metadataUrl: string;
  /** For the environment variable that a managed identity is asked at. */
  readonly identityUrl: string;
  /** Bearer tokens the office has given out. */
  readonly given: readonly string[];
  /** True: the office refuses the bot. */
  refuse(refusing: boolean): void;
  /** An authorization header as the Bot Framework sends it; claims may be changed, and the key it is signed with. */
  bearer(claims?: Readonly<Record<string, unknown>>, key?: 'ours' | 'foreign'): string;
}

export const APP_ID = '00000000-0000-4000-8000-00000000b070';
export const TENANT = '00000000-0000-4000-8000-00000000cafe';
export const BOT = { id: `28:${APP_ID}`, name: 'Workforce plans' };
export const MAIR = {
  id: '29:mair',
  name: 'Mair',
  aadObjectId: '00000000-0000-4000-8000-0000000000a1',
};
export const TOM = {
  id: '29:tom',
  name: 'Tom',
  aadObjectId: '00000000-0000-4000-8000-0000000000b2',
};
const ISSUER = 'https://issuer.example/teams';

interface State {
  readonly requests: ConnectorRequest[];
  readonly moods: Mood[];
  readonly waiting: { readonly count: number; readonly resolve: () => void }[];
  readonly given: string[];
  refusing: boolean;
}

/** A Bot Connector on loopback, as far as the bot uses it. */
export async function startFakeTeams(): Promise<FakeTeams> {
  const state: State = { requests: [], moods: [], waiting: [], given: [], refusing: false };
  const [ours, foreign] = keys();
  const server = createServer((request, response) => {
    void handle(request, response, state, ours.publicKey);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tokens: TokenOffice = {
    issuer: ISSUER,
    metadataUrl: `${url}/openid`,
    identityUrl: `${url}/identity`,
    given: state.given,
    refuse: (refusing) => {
      state.refusing = refusing;
    },
    bearer: (claims = {}, key = 'ours') =>
      `Bearer ${signed({ ...genuineClaims(url), ...claims }, key === 'ours' ? ours.privateKey : foreign.privateKey)}`,
  };
  return {
    url,
    tokens,
    requests: state.requests,
    messages: () => state.requests.filter(({ body }) => body['type'] === 'message'),
    came: (count) =>
      new Promise((resolve) => {
        if (state.requests.length >= count) resolve();
        else state.waiting.push({ count, resolve });
      }),
    next: (...moods) => {
      state.moods.push(...moods);
    },
    close: () => closed(server),
  };
}

/** Closes the listener and what still hangs on it. */
export function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
  publicKey: KeyObject,
): Promise<void> {
  const text = await bodyOf(request);
  const path = request.url ?? '';
  const base = `http://${request.headers.host}`;
  if (path === '/openid') return json(response, 200, { issuer: ISSUER, jwks_uri: `${base}/keys` });
  if (path === '/keys')
    return json(response, 200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1' }] });
  if (path.startsWith('/identity')) return giveToken(response, state);
  note(state, request, text);
  const mood = state.moods.shift();
  if (mood === 'drop') return void request.socket.destroy();
  if (mood && 'status' in mood) return refuse(response, mood);
  if (mood) await mood.after;
  answer(response, request.method ?? '', path, state.requests.length);
}

function note(state: State, request: IncomingMessage, text: string): void {
  state.requests.push({
    method: request.method ?? '',
    path: decodeURIComponent(request.url ?? ''),
    authorization: request.headers.authorization,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  });
  for (const waiter of state.waiting) if (state.requests.length >= waiter.count) waiter.resolve();
}

function answer(response: ServerResponse, method: string, path: string, count: number): void {
  if (method === 'POST' && path === '/v3/conversations')
    return json(response, 201, { id: `a:opened-${count}`, serviceUrl: '' });
  if (method === 'POST' && /^\/v3\/conversations\/[^/]+\/activities(\/[^/]+)?$/u.test(path))
    return json(response, 201, { id: `sent-${count}` });
  if (method === 'GET' && path.endsWith('/members')) return json(response, 200, [MAIR, TOM]);
  json(response, 404, { error: { code: 'NotFound', message: path } });
}

function refuse(response: ServerResponse, mood: Extract<Mood, { status: number }>): void {
  if (mood.retryAfter !== undefined) response.setHeader('retry-after', mood.retryAfter);
  json(response, mood.status, {
    error: { code: mood.code ?? 'Refused', message: 'refused by the stand-in' },
  });
}

function giveToken(response: ServerResponse, state: State): void {
  if (state.refusing)
    return json(response, 400, { error: 'invalid_request', error_description: 'no such identity' });
  const token = `token-${state.given.length + 1}`;
  state.given.push(token);
  json(response, 200, {
    access_token: token,
    expires_on: '4102444800',
    resource: 'https://api.botframework.com',
    token_type: 'Bearer',
  });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

type KeyPair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
let pairs: readonly [KeyPair, KeyPair] | undefined;

/** Made once: an RSA key takes its time. */
function keys(): readonly [KeyPair, KeyPair] {
  const pair = (): KeyPair => generateKeyPairSync('rsa', { modulusLength: 2048 });
  pairs ??= [pair(), pair()];
  return pairs;
}

/** Expires in 2100: no test looks at a clock. */
function genuineClaims(serviceUrl: string): Readonly<Record<string, unknown>> {
  return { iss: ISSUER, aud: APP_ID, serviceurl: serviceUrl, nbf: 1_600_000_000, exp: 4_102_444_800 };
}

function signed(claims: Readonly<Record<string, unknown>>, key: KeyObject): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ alg: 'RS256', typ: 'JWT', kid: 'key-1' })}.${part(claims)}`;
  return `${head}.${createSign('RSA-SHA256').update(head).sign(key, 'base64url')}`;
}

/** An activity as Teams sends it; every test changes what matters to it. */
export function teamsActivity(
  serviceUrl: string,
  parts: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    type: 'message',
    id: '1700000000001',
    timestamp: '2026-11-21T09:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: MAIR,
    recipient: BOT,
    conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:mair' },
    channelData: { tenant: { id: TENANT } },
    locale: 'en-GB',
    text: 'How is action 4.2 going?',
    ...parts,
  };
}

/** A message in a thread of a channel that mentions the bot. */
export function channelMessage(
  serviceUrl: string,
  parts: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return teamsActivity(serviceUrl, {
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: TENANT,
      id: '19:plans@thread.tacv2;messageid=1699999999999',
    },
    channelData: {
      teamsChannelId: '19:plans@thread.tacv2',
      channel: { id: '19:plans@thread.tacv2' },
      team: { id: '19:team@thread.tacv2' },
      tenant: { id: TENANT },
    },
    text: '<at>Workforce plans</at> how is action 4.2 going?\n',
    entities: [
      { type: 'mention', mentioned: BOT, text: '<at>Workforce plans</at>' },
      { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web' },
    ],
    ...parts,
  });
}

/** A message as the Bot Framework Emulator and the Microsoft 365 Agents Playground send it: no tenant, no token. */
export function emulatorActivity(
  serviceUrl: string,
  parts: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    type: 'message',
    id: '5c6e1a30-0000-11f0-8000-000000000001',
    channelId: 'emulator',
    serviceUrl,
    from: { id: 'user-1', name: 'User', role: 'user' },
    recipient: { id: 'bot-1', name: 'Bot', role: 'bot' },
    conversation: { id: '9d1f0000-0000-11f0-8000-000000000001|livechat' },
    locale: 'en-US',
    text: 'help',
    ...parts,
  };
}
