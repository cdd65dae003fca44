import type { Count, Log } from '../../src/ports/log.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpRequest, HttpResponse, Route } from '../../src/ports/http.ts';
import type { Door } from './door.ts';
import { asFields, textIn } from './ingress.ts';
import { SIGNATURE_SECONDS } from './limits.ts';
import type { Sdk } from './sdk.ts';

/** Events, slash commands and buttons all come to this one address; the manifest names it. */
export const EVENTS_PATH = '/slack/events';

export interface RouteDeps {
  readonly sdk: () => Promise<Sdk>;
  readonly door: Door;
  readonly signingSecret: string;
  readonly isOpen: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
}

export function createRoute(deps: RouteDeps): Route {
  return { method: 'POST', path: EVENTS_PATH, handle: (request) => handle(deps, request) };
}

async function handle(deps: RouteDeps, request: HttpRequest): Promise<HttpResponse> {
  if (!(await isSigned(deps, request))) {
    deps.count('refused', { channel: 'slack' });
    return { status: 401 };
  }
  const body = readBody(request);
  if (!body) return ignored(deps, 'shape');
  if (body['type'] === 'url_verification') return json({ challenge: textIn(body, 'challenge') });
  if (textIn(body, 'ssl_check') === '1') return { status: 200 };
  if (body['type'] === 'app_rate_limited') return ignored(deps, 'rate');
  if (!deps.isOpen()) return { status: 503 };
  try {
    const errand = await deps.door.admit(body);
    // After the response has gone out, as far as this side can arrange it.
    setImmediate(() => deps.door.finish(errand));
    return errand.response ? json(errand.response) : { status: 200 };
  } catch (fault) {
    deps.log.error('slack-not-stored', { detail: fault instanceof Error ? fault.message : 'unknown' });
    return { status: 500 };
  }
}

/** Slack's signature over the body as it came, made no more than five minutes ago by our clock, or ahead of it. */
async function isSigned(
  { sdk, signingSecret, clock }: RouteDeps,
  { headers, body }: HttpRequest,
): Promise<boolean> {
  const signature = headers['x-slack-signature'];
  const sent = Number(headers['x-slack-request-timestamp'] ?? 'missing');
  const nowMilliseconds = Date.parse(clock.now());
  if (!signature || !Number.isInteger(sent) || sent * 1_000 > nowMilliseconds + SIGNATURE_SECONDS * 1_000) {
    return false;
  }
  const { isValidSlackRequest } = await sdk();
  return isValidSlackRequest({
    signingSecret,
    body: body.toString('utf8'),
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': sent },
    nowMilliseconds,
  });
}

/** JSON for events; a form for commands; a form with one field of JSON for buttons. */
function readBody({ headers, body }: HttpRequest): Readonly<Record<string, unknown>> | undefined {
  const text = body.toString('utf8');
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return readJson(text);
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : readJson(payload);
}

function readJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asFields(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function ignored({ count }: RouteDeps, reason: string): HttpResponse {
  count('ignored', { channel: 'slack', reason });
  return { status: 200 };
}

function json(body: object): HttpResponse {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
