import type { Post } from '../../src/domain/answer.ts';
import type { ConversationKey, PersonKey } from '../../src/domain/conversation.ts';
import type { Audience, Locale } from '../../src/domain/model.ts';
import type { PageView } from '../../src/domain/page.ts';
import type { Ear, Inbound } from '../../src/ports/channel.ts';
import type { Clock, NewId } from '../../src/ports/clock.ts';
import type { HttpRequest, HttpResponse, Route } from '../../src/ports/http.ts';
import type { Asset } from './assets.ts';
import { guarded } from './guard.ts';
import { toHtml } from './html.ts';
import { readSaid, type Said } from './said.ts';

export { readAssets, type Asset, type AssetFolders } from './assets.ts';

/** What Slack and Teams would be sent: their messages, in order, as their own renderers make them. */
export interface Previews {
  readonly slack: unknown;
  readonly teams: unknown;
}

export interface WebDeps {
  readonly ear: Pick<Ear, 'reply'>;
  readonly view: (locale: Locale) => PageView;
  readonly previews: (post: Post) => Previews;
  /** What may be said on the page. */
  readonly clearance: Audience;
  readonly clock: Pick<Clock, 'now'>;
  readonly newId: NewId;
  readonly assets: readonly Asset[];
}

/** Nothing from elsewhere, nothing inline, nobody's frame; `data:` for pictures within cards. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The local chat page: a channel whose messages are answered in the response itself, for this computer alone. */
export function createWeb(deps: WebDeps): readonly Route[] {
  const routes: readonly Route[] = [
    { method: 'GET', path: '/', handle: async (request) => page(deps, request) },
    { method: 'POST', path: '/chat', handle: (request) => chat(deps, request) },
    ...deps.assets.map(assetRoute),
  ];
  return routes.map(guarded);
}

function page({ view }: WebDeps, { query }: HttpRequest): HttpResponse {
  const locale = query.get('lang') === 'cy' ? 'cy' : 'en';
  return responseOf('text/html; charset=utf-8', toHtml(view(locale)), { 'content-language': locale });
}

async function chat(deps: WebDeps, { body }: HttpRequest): Promise<HttpResponse> {
  const said = readSaid(body);
  if (!said) return { status: 400, headers: HEADERS };
  const post = await deps.ear.reply(inboundOf(deps, said));
  return responseOf('application/json; charset=utf-8', JSON.stringify({ post, ...deps.previews(post) }));
}

function inboundOf(
  { clearance, clock, newId }: WebDeps,
  { text, conversation, person, locale }: Said,
): Inbound {
  const id = newId();
  const key = `web:${conversation}` as ConversationKey;
  return {
    eventId: id,
    messageId: id,
    conversation: key,
    place: key,
    author: { key: `web:${person}` as PersonKey, localeHint: locale },
    text,
    direct: true,
    clearance,
    received: clock.now(),
  };
}

function assetRoute({ name, type, body }: Asset): Route {
  return { method: 'GET', path: `/page/${name}`, handle: async () => responseOf(type, body) };
}

function responseOf(
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return { status: 200, headers: { ...HEADERS, 'content-type': type, ...headers }, body };
}
