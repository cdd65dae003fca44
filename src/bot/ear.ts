import type { Post } from '../domain/answer.ts';
import { addSeconds } from '../domain/dates.ts';
import type { Channel, Destination, Ear, Inbound, Reply, Sent } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Count, Log } from '../ports/log.ts';
import type { Inbox } from '../ports/store.ts';

/** How long a message stays ours without a sign of life: a crash delays its answer by no more than this. */
const LEASE_SECONDS = 6;
const RENEW_SECONDS = 2;
const MOST_TRIES = 12;
const LONGEST_WAIT_SECONDS = 120;
const RECOVERED_AT_ONCE = 20;

export interface EarDeps {
  readonly inbox: Inbox;
  readonly reply: Reply;
  /** The channel that a conversation belongs to; undefined where it is not configured any more. */
  readonly channelOf: (name: string) => Pick<Channel, 'send'> | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
}

export interface RecoveringEar extends Ear {
  /** Answers what a crashed or stuck process left unanswered. */
  recover(): Promise<void>;
  /** Resolves when nothing is being answered. */
  idle(): Promise<void>;
}

/** The way of a message: stored, answered, sent, settled. What is not settled is taken up again. */
export function createEar(deps: EarDeps): RecoveringEar {
  const running = new Map<Inbound, Promise<void>>();
  const keepLeases = createLeaseKeeper(deps, running);
  const answer = (inbound: Inbound): Promise<void> => {
    const work = answerOne(deps, inbound)
      .catch((fault: unknown) => {
        deps.log.error('answer-failed', { channel: channelName(inbound), fault: String(fault) });
      })
      .finally(() => running.delete(inbound));
    running.set(inbound, work);
    keepLeases();
    return work;
  };
  return {
    reply: deps.reply,
    answer,
    receive: async (inbound) => {
      const sight = await deps.inbox.receive(inbound, leaseFrom(deps.clock));
      deps.count(sight === 'new' ? 'messages' : 'repeats', { channel: channelName(inbound) });
      return sight === 'new';
    },
    recover: async () => {
      const lapsed = await deps.inbox.takeLapsed(deps.clock.now(), leaseFrom(deps.clock), RECOVERED_AT_ONCE);
      if (lapsed.length > 0) deps.log.info('messages-recovered', { count: lapsed.length });
      await Promise.all(lapsed.map(answer));
    },
    idle: async () => {
      await Promise.all(running.values());
    },
  };
}

/**
 * Renews the leases of slow answers, so that no other instance takes one for a crashed one. One timer serves all; most
 * answers are done before it looks.
 */
function createLeaseKeeper(
  { inbox, clock, log }: EarDeps,
  running: ReadonlyMap<Inbound, unknown>,
): () => void {
  let keeping = false;
  const keep = async (): Promise<void> => {
    let before = new Set<Inbound>();
    while (running.size > 0 && (await clock.wait(RENEW_SECONDS)) === 'passed') {
      for (const inbound of running.keys()) {
        if (before.has(inbound)) await inbox.renew(inbound, leaseFrom(clock));
      }
      before = new Set(running.keys());
    }
  };
  return () => {
    if (keeping) return;
    keeping = true;
    keep()
      .catch((fault: unknown) => log.error('lease-not-renewed', { fault: String(fault) }))
      .finally(() => {
        keeping = false;
      });
  };
}

async function answerOne(deps: EarDeps, inbound: Inbound): Promise<void> {
  const post = await deps.reply(inbound);
  if ((await deliver(deps, inbound, post)) === 'done') await deps.inbox.settle(inbound);
}

/** Sends until the platform has taken it or will not; `left` leaves the message to the next start. */
async function deliver(deps: EarDeps, inbound: Inbound, post: Post): Promise<'done' | 'left'> {
  const channel = deps.channelOf(channelName(inbound));
  // A channel taken out of the settings: nobody waits there, and the text must not stay.
  if (!channel)
    return giveUp(deps, inbound, { ok: false, why: 'gone', detail: 'the channel is not configured' });
  for (let tries = 1; ; tries += 1) {
    const sent = await channel.send(destinationOf(inbound, post), post);
    if (sent.ok) return 'done';
    if (sent.why !== 'later' || tries === MOST_TRIES) return giveUp(deps, inbound, sent);
    deps.count('send-later', { channel: channelName(inbound) });
    const seconds = Math.min(sent.waitSeconds ?? 2 ** (tries - 1), LONGEST_WAIT_SECONDS);
    if ((await deps.clock.wait(seconds)) === 'stopping') return 'left';
  }
}

function giveUp(deps: EarDeps, inbound: Inbound, sent: Exclude<Sent, { ok: true }>): 'done' {
  deps.count('send-failed', { channel: channelName(inbound), why: sent.why });
  deps.log.error('answer-not-sent', { channel: channelName(inbound), why: sent.why, detail: sent.detail });
  return 'done';
}

function destinationOf(inbound: Inbound, post: Post): Destination {
  const { conversation } = inbound;
  const isPrivate = !inbound.direct && post.some((answer) => answer.private);
  return isPrivate ? { conversation, privateTo: inbound.author.key } : { conversation };
}

function channelName(inbound: Inbound): string {
  return inbound.conversation.slice(0, inbound.conversation.indexOf(':'));
}

function leaseFrom(clock: Clock): ReturnType<typeof addSeconds> {
  return addSeconds(clock.now(), LEASE_SECONDS);
}
