import type { Post } from '../domain/answer.ts';
import { assertNever } from '../domain/assert-never.ts';
import { addSeconds, type Instant } from '../domain/dates.ts';
import type { DeliveryKey, Outcome, Subscription } from '../domain/digest.ts';
import type { Channel, Destination, Sent } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Count, Log } from '../ports/log.ts';
import type { Deliveries, Subscriptions } from '../ports/store.ts';
import { dayIn, latestSlot } from './schedule.ts';

const LEASE_SECONDS = 120;
/** A slot missed by more than this is skipped with a note, never sent in a heap. */
const CATCH_UP_SECONDS = 36 * 3600;
const LATER_SECONDS = 60;
/** A broken token is our own set-up: nobody is stopped, and it is tried again. */
const SETUP_SECONDS = 300;

export interface DigestRunDeps {
  readonly store: Pick<Subscriptions, 'activeSubscriptions' | 'saveSubscription'> & Deliveries;
  /** The channel that a conversation belongs to; undefined where this process does not serve it. */
  readonly channelOf: (name: string) => Pick<Channel, 'send'> | undefined;
  /** The digest of a slot, from what the last one sent left off at. */
  readonly compose: (subscription: Subscription, lastSent: Instant | undefined) => Post;
  /** What the person who made an unreachable subscription is told. */
  readonly tellUnreachable: (subscription: Subscription) => Post;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
}

/**
 * Makes one round: sends each active subscription's latest slot unless it is settled or another instance holds it. One
 * bad subscription delays no other. Call it as often as you like; what is done is remembered and costs nothing.
 */
export function createDigestRound(deps: DigestRunDeps): () => Promise<void> {
  const done = new Map<string, Instant>();
  return async () => {
    for (const subscription of await deps.store.activeSubscriptions()) {
      const slot = dueSlot(subscription, deps.clock.now());
      if (slot === undefined || done.get(subscription.id) === slot) continue;
      try {
        if (await deliver(deps, subscription, slot)) done.set(subscription.id, slot);
      } catch (fault) {
        const detail = fault instanceof Error ? fault.stack : String(fault);
        deps.log.error('digest-failed', { subscription: subscription.id, slot, detail });
      }
    }
  };
}

function dueSlot(subscription: Subscription, now: Instant): Instant | undefined {
  const slot = latestSlot(subscription.schedule, now);
  if (slot === undefined || slot <= subscription.since) return undefined;
  const { pausedUntil, schedule } = subscription;
  return pausedUntil !== undefined && dayIn(schedule.zone, slot) < pausedUntil ? undefined : slot;
}

/** True when the slot needs no further look from this process. */
async function deliver(deps: DigestRunDeps, subscription: Subscription, slot: Instant): Promise<boolean> {
  const channel = deps.channelOf(subscription.conversation.split(':')[0] ?? '');
  if (!channel) return false;
  const key: DeliveryKey = { subscription: subscription.id, slot };
  const now = deps.clock.now();
  const claim = await deps.store.claim(key, now, addSeconds(now, LEASE_SECONDS));
  if (claim !== 'claimed') return claim === 'settled';
  if (addSeconds(slot, CATCH_UP_SECONDS) < now) {
    deps.log.warn('digest-skipped', { subscription: subscription.id, slot });
    await settle(deps, key, { state: 'skipped', detail: `more than ${CATCH_UP_SECONDS} s late` });
    return true;
  }
  const lastSent = await deps.store.lastSent(subscription.id);
  const sent = await channel.send(destinationOf(subscription), deps.compose(subscription, lastSent));
  await settle(deps, key, outcomeOf(sent, deps.clock.now()));
  return afterSending(deps, subscription, channel, sent);
}

async function afterSending(
  deps: DigestRunDeps,
  subscription: Subscription,
  channel: Pick<Channel, 'send'>,
  sent: Sent,
): Promise<boolean> {
  if (sent.ok) {
    deps.count('digests', { outcome: 'sent' });
    return true;
  }
  deps.count('digests', { outcome: sent.why });
  if (sent.why === 'setup') deps.log.error('channel-setup', { detail: sent.detail });
  if (sent.why !== 'gone') return false;
  await deps.store.saveSubscription({ ...subscription, state: 'unreachable' });
  const told = await channel.send(privately(subscription), deps.tellUnreachable(subscription));
  deps.log.warn('subscription-unreachable', {
    subscription: subscription.id,
    detail: sent.detail,
    told: told.ok,
  });
  return true;
}

async function settle(deps: DigestRunDeps, key: DeliveryKey, outcome: Outcome): Promise<void> {
  await deps.store.settleDelivery(key, outcome, deps.clock.now());
}

function outcomeOf(sent: Sent, now: Instant): Outcome {
  if (sent.ok) return { state: 'sent', messageId: sent.messageId };
  switch (sent.why) {
    case 'later':
      return {
        state: 'retry',
        notBefore: addSeconds(now, sent.waitSeconds ?? LATER_SECONDS),
        detail: sent.detail,
      };
    case 'setup':
      return { state: 'retry', notBefore: addSeconds(now, SETUP_SECONDS), detail: sent.detail };
    case 'gone':
      return { state: 'abandoned', detail: sent.detail };
    default:
      return assertNever(sent);
  }
}

function destinationOf(subscription: Subscription): Destination {
  return subscription.personal ? privately(subscription) : { conversation: subscription.conversation };
}

function privately({ conversation, person }: Subscription): Destination {
  return { conversation, privateTo: person };
}
