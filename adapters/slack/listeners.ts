import type { App, RespondFn } from '@slack/bolt';
import type { Audience } from '../../src/domain/model.ts';
import type { Ear, Inbound } from '../../src/ports/channel.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Count, Log } from '../../src/ports/log.ts';
import type { Errand } from './errand.ts';
import type { Identity } from './identity.ts';
import {
  asFields,
  fromCommand,
  fromEvent,
  fromPress,
  isEphemeral,
  isShared,
  isStranger,
  type Heard,
  type Moment,
} from './ingress.ts';
import { COMMAND_SECONDS, LIMITS } from './limits.ts';
import { toSlack, type SlackMessage } from './render.ts';
import type { Sharing } from './sharing.ts';

/** The same command in both languages; the manifest lists them. */
export const COMMANDS = ['/plan', '/cynllun'] as const;
/** The events that we listen to; the manifest subscribes to them. */
export const EVENTS = ['message', 'app_mention'] as const;

export interface ListenerDeps {
  readonly ear: () => Ear;
  readonly clearance: Audience;
  readonly sharing: Sharing;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
}

interface Incoming {
  readonly body: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  readonly respond?: RespondFn;
}

/** Registers the commands and buttons. Each listener notes on the errand what is to be said and done. */
export function listen(app: App, deps: ListenerDeps): void {
  for (const name of COMMANDS) app.command(name, (incoming) => onCommand(deps, incoming));
  app.action({ type: 'block_actions' }, (incoming) => onPress(deps, incoming));
}

/** Events that we did not ask for are left alone. */
export async function onEvent(deps: ListenerDeps, incoming: Incoming): Promise<void> {
  if (!isHeard(incoming.body)) return;
  const { body, errand, moment } = open(deps, incoming);
  const heard = fromEvent(body, isShared(body) ? { ...moment, clearance: 'public' } : moment);
  const inbound = take(errand, heard);
  if (!inbound) return;
  await storing(errand, async () => {
    if (isShared(body)) await deps.sharing.note(inbound.place, moment.received);
    await store(deps, errand, inbound);
  });
}

/** An event without an event is heard, too: its shape is what is wrong with it. */
function isHeard(body: unknown): boolean {
  const event = asFields(asFields(body)?.['event']);
  return !event || EVENTS.some((name) => name === event['type']);
}

async function onPress(deps: ListenerDeps, incoming: Incoming): Promise<void> {
  const { body, errand, moment } = open(deps, incoming);
  const pressed = take(errand, fromPress(body, moment));
  if (!pressed) return;
  await storing(errand, async () => {
    const inbound = isStranger(body) ? cleared(pressed) : await clearedFor(deps, pressed);
    if (!isEphemeral(body)) return store(deps, errand, inbound);
    // Only this person saw the button, so only this person sees the answer.
    errand.after.push(async () => respondAll(deps, incoming.respond, await answerIn(deps, inbound)));
  });
}

/** Answered in the acknowledgement where that is in time, else through the command's response URL. */
async function onCommand(deps: ListenerDeps, incoming: Incoming): Promise<void> {
  const { body, errand, moment } = open(deps, incoming);
  const given = take(errand, fromCommand(body, moment));
  if (!given) return;
  await storing(errand, async () => {
    const reply = answerIn(deps, await clearedFor(deps, given));
    const inTime = await Promise.race([reply, deps.clock.wait(COMMAND_SECONDS)]);
    if (typeof inTime === 'string') {
      errand.after.push(async () => respondAll(deps, incoming.respond, await reply));
      return;
    }
    const [first, ...rest] = inTime;
    if (first) errand.response = ephemeral(first);
    if (rest.length > 0) errand.after.push(() => respondAll(deps, incoming.respond, rest));
  });
}

function open({ clearance, clock }: ListenerDeps, { body, context }: Incoming) {
  const { errand, me } = context as unknown as { readonly errand: Errand; readonly me: Identity };
  const moment: Moment = { me, clearance, received: clock.now() };
  errand.taken = true;
  return { body: asFields(body) ?? {}, errand, moment };
}

function take(errand: Errand, heard: Heard): Inbound | undefined {
  if ('inbound' in heard) return heard.inbound;
  errand.ignored = heard.ignored;
  return undefined;
}

/** A fault here is the store's and ours, not the payload's: it is kept apart, for Slack shall send it again. */
async function storing(errand: Errand, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    errand.fault = fault ?? new Error('unknown');
  }
}

async function store({ ear }: ListenerDeps, errand: Errand, inbound: Inbound): Promise<void> {
  if (await ear().receive(inbound)) errand.after.push(() => ear().answer(inbound));
}

async function clearedFor({ sharing }: ListenerDeps, inbound: Inbound): Promise<Inbound> {
  if (inbound.clearance === 'public') return inbound;
  return (await sharing.isShared(inbound.place)) ? cleared(inbound) : inbound;
}

function cleared(inbound: Inbound): Inbound {
  return { ...inbound, clearance: 'public' };
}

async function answerIn({ ear }: ListenerDeps, inbound: Inbound): Promise<readonly SlackMessage[]> {
  return toSlack(await ear().reply(inbound));
}

async function respondAll(
  { log, count }: ListenerDeps,
  respond: RespondFn | undefined,
  messages: readonly SlackMessage[],
): Promise<void> {
  try {
    if (!respond) throw new Error('the payload held no response URL');
    for (const message of messages.slice(0, LIMITS.responses)) await respond(ephemeral(message));
  } catch (fault) {
    count('send-failed', { channel: 'slack', why: 'response' });
    log.error('slack-response-failed', { detail: fault instanceof Error ? fault.message : 'unknown' });
  }
}

/** Beside what is there: an answer never replaces the message whose button was pressed. */
function ephemeral({ text, blocks }: SlackMessage) {
  return { response_type: 'ephemeral' as const, replace_original: false, text, blocks: [...blocks] };
}
