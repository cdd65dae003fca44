import type { ConversationKey, Memory, PersonKey } from '../domain/conversation.ts';
import type { Instant } from '../domain/dates.ts';
import type { DeliveryKey, Outcome, Subscription, SubscriptionId } from '../domain/digest.ts';
import type { Locale, PlanId } from '../domain/model.ts';
import type { Inbound } from './channel.ts';

/** What the bot knows of a person in a conversation when a message arrives. */
export interface Acquaintance {
  /** The language they asked for, whatever the conversation. */
  readonly wish?: readonly [Locale, ...Locale[]];
  /** The person's default plan in a direct chat, else the place's. */
  readonly defaultPlan?: PlanId;
  readonly memory?: Memory;
}

/** Messages between their arrival and their answer. */
export interface Inbox {
  /**
   * Stores the message with a lease. `repeat` where its event id, or its conversation and message id, were seen
   * before. Atomic: of two instances one gets `new`.
   */
  receive(inbound: Inbound, leaseUntil: Instant): Promise<'new' | 'repeat'>;
  /** Prolongs the lease of a message still being answered. */
  renew(inbound: Inbound, leaseUntil: Instant): Promise<void>;
  /** Overwrites the body and keeps the keys, so that a later redelivery is still a repeat. */
  settle(inbound: Inbound): Promise<void>;
  /** Takes over unsettled messages whose lease has lapsed, oldest first; of two instances one gets each. */
  takeLapsed(now: Instant, leaseUntil: Instant, most: number): Promise<readonly Inbound[]>;
}

/** People's wishes and the memory of their conversations. */
export interface Acquaintances {
  recall(
    conversation: ConversationKey,
    place: ConversationKey,
    person: PersonKey,
    now: Instant,
  ): Promise<Acquaintance>;
  /** Kept until `expires`; replaces what was there. */
  remember(conversation: ConversationKey, person: PersonKey, memory: Memory, expires: Instant): Promise<void>;
  /** Forgets the memory of that conversation with that person. */
  forget(conversation: ConversationKey, person: PersonKey): Promise<void>;
  recordWish(person: PersonKey, locales: readonly [Locale, ...Locale[]]): Promise<void>;
  /** `place` as in `Inbound`; undefined takes the default away. */
  setDefaultPlan(place: ConversationKey, plan: PlanId | undefined): Promise<void>;
}

/** How a channel reaches a conversation again: its own record, JSON, opaque to the store. */
export interface Destinations {
  rememberDestination(key: string, record: unknown, at: Instant): Promise<void>;
  /** Undefined when never seen. */
  destination(key: string): Promise<unknown>;
}

export interface Subscriptions {
  /** Inserts or replaces by id. */
  saveSubscription(subscription: Subscription): Promise<void>;
  /** All active ones, oldest first. */
  activeSubscriptions(): Promise<readonly Subscription[]>;
  /** Active and unreachable ones of a place, and the personal ones of that person alone, wherever they were made. */
  subscriptionsOf(place: ConversationKey, person: PersonKey): Promise<readonly Subscription[]>;
}

export interface Deliveries {
  /** At most one caller holds a live claim; a lapsed one may be taken over, a settled one never. Before `notBefore`: held. */
  claim(key: DeliveryKey, now: Instant, leaseUntil: Instant): Promise<'claimed' | 'held' | 'settled'>;
  settleDelivery(key: DeliveryKey, outcome: Outcome, now: Instant): Promise<void>;
  /** The slot of the last digest that was really sent. */
  lastSent(subscription: SubscriptionId): Promise<Instant | undefined>;
}

/** Everything that outlives a process. Callers take the slice they need. */
export interface Store extends Inbox, Acquaintances, Destinations, Subscriptions, Deliveries {
  /** Brings the tables to this version; safe when several processes start at once. */
  migrate(): Promise<void>;
  /** Drops what has outlived its use: expired memory, keys of messages settled before the day given. */
  sweep(now: Instant, settledBefore: Instant): Promise<void>;
  close(): Promise<void>;
}
