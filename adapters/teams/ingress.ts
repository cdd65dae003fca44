import { isUtf8 } from 'node:buffer';
import type { Inbound } from '../../src/ports/channel.ts';
import type { HttpRequest, HttpResponse } from '../../src/ports/http.ts';
import type { Count, Log } from '../../src/ports/log.ts';
import { toEvent, type TeamsEvent } from './activity.ts';
import type { TeamsConfig } from './config.ts';
import type { Atlas } from './destination.ts';
import { toInbound, toWelcome, type NormaliseDeps } from './normalise.ts';
import type { Bot } from './sdk.ts';
import { isLoopbackPeer, isLoopbackUrl } from './service-url.ts';

export interface IngressDeps {
  readonly config: TeamsConfig;
  readonly local: boolean;
  readonly bot: () => Promise<Bot>;
  readonly atlas: Atlas;
  readonly allows: (serviceUrl: string) => boolean;
  readonly log: Log;
  readonly count: Count;
  readonly normalise: () => NormaliseDeps;
  /** Stores the message and answers it afterwards; resolves when it is stored. Undefined while nobody listens. */
  readonly hear: () => ((inbound: Inbound) => Promise<void>) | undefined;
}

const OK: HttpResponse = { status: 200 };
const BAD_REQUEST: HttpResponse = { status: 400 };
const UNAUTHORISED: HttpResponse = { status: 401 };
const NOT_IMPLEMENTED: HttpResponse = { status: 501 };
/** The connector tries again. */
const NOT_NOW: HttpResponse = { status: 503 };

/** What arrives at the messaging endpoint: proves where it comes from, keeps it, and says 200 before it is answered. */
export async function takeActivity(request: HttpRequest, deps: IngressDeps): Promise<HttpResponse> {
  const hear = deps.hear();
  if (!hear) return NOT_NOW;
  if (!mayKnock(request, deps)) return refused(deps, 'peer');
  const body = jsonOf(request.body);
  const event = toEvent(body);
  if (!event) return BAD_REQUEST;
  if (!isFromTeams(event, deps)) return refused(deps, 'address');
  if (!(await isGenuine(request, body, deps))) return refused(deps, 'token');
  return act(event, hear, deps);
}

/** With an app id a token is asked for; without one, only a client on this machine is listened to. */
function mayKnock(request: HttpRequest, { config, local }: IngressDeps): boolean {
  if (config.appId) return request.headers['authorization'] !== undefined;
  return local && isLoopbackPeer(request.remoteAddress) && !cameFurther(request);
}

/** Passed on by a tunnel or proxy, or by a web page, which may send plain text across origins but not JSON. */
function cameFurther({ headers }: HttpRequest): boolean {
  const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'origin'];
  return (
    passedOn.some((name) => headers[name] !== undefined) ||
    !/^application\/json\b/iu.test(headers['content-type'] ?? '')
  );
}

/** Whether the reply would go where replies may go. The SDK chooses its way of checking by `channelId`: only ours is taken. */
function isFromTeams(event: TeamsEvent, { config, local, allows }: IngressDeps): boolean {
  if (!config.appId) return isLoopbackUrl(event.serviceUrl);
  return allows(event.serviceUrl) && (event.channel === 'msteams' || local);
}

/**
 * The SDK checks the token and throws where it does not like it. Only its check is asked for: its turn would make a
 * client for the reply and one for signing in, and neither is used.
 */
async function isGenuine(request: HttpRequest, body: unknown, deps: IngressDeps): Promise<boolean> {
  const { authentication } = await deps.bot();
  try {
    // Safe: `toEvent` has found in it what the SDK reads to check the token.
    const activity = body as Parameters<typeof authentication.authenticateRequest>[0];
    await authentication.authenticateRequest(activity, request.headers['authorization'] ?? '');
    return true;
  } catch (error) {
    deps.log.warn('teams_token_refused', { reason: error instanceof Error ? error.message : 'unknown' });
    return false;
  }
}

async function act(
  event: TeamsEvent,
  hear: (inbound: Inbound) => Promise<void>,
  deps: IngressDeps,
): Promise<HttpResponse> {
  const inbound = heard(event, deps);
  if (inbound) {
    await deps.atlas.remember(event);
    await hear(inbound);
    return OK;
  }
  deps.count('teams_activities_ignored', { type: labelOf(event.type) });
  return event.type === 'invoke' ? NOT_IMPLEMENTED : OK;
}

/** Undefined for what asks for no answer: our own words, edits, reactions, other people's comings and goings. */
function heard(event: TeamsEvent, deps: IngressDeps): Inbound | undefined {
  const byBot = event.from.id === event.recipient.id || event.from.role === 'bot';
  const added =
    (event.type === 'conversationUpdate' && event.membersAdded.includes(event.recipient.id)) ||
    (event.type === 'installationUpdate' && event.action === 'add');
  if (added && event.from.id !== '') return toWelcome(event, deps.normalise());
  if (event.type !== 'message' || event.id === '' || event.from.id === '' || byBot) return undefined;
  return toInbound(event, deps.normalise());
}

const LABELS: readonly string[] = [
  'message',
  'messageUpdate',
  'messageDelete',
  'messageReaction',
  'conversationUpdate',
  'installationUpdate',
  'invoke',
  'event',
  'typing',
];

/** Labels are few and fixed, whatever the sender calls it. */
function labelOf(type: string): string {
  return LABELS.includes(type) ? type : 'other';
}

function refused(deps: IngressDeps, why: 'peer' | 'address' | 'token'): HttpResponse {
  deps.count('teams_requests_refused', { why });
  return UNAUTHORISED;
}

function jsonOf(body: Buffer): unknown {
  if (!isUtf8(body)) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
