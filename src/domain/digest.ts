import type { ConversationKey, PersonKey } from './conversation.ts';
import type { Instant, IsoDate } from './dates.ts';
import type { Audience, Locale } from './model.ts';
import type { Schedule } from './schedule.ts';
import type { Scope } from './scope.ts';

export type SubscriptionId = string & { readonly __brand: 'SubscriptionId' };

/** Who gets which scope when, in which language. */
export interface Subscription {
  readonly id: SubscriptionId;
  readonly conversation: ConversationKey;
  /** Who made it, and who is told when it can no longer be delivered. */
  readonly person: PersonKey;
  /** Sent to the person alone. */
  readonly personal: boolean;
  /** What might be said where it was asked for; never widened later. */
  readonly clearance: Audience;
  readonly scope: Scope;
  readonly schedule: Schedule;
  /** More than one: the first leads. */
  readonly locales: readonly [Locale, ...Locale[]];
  readonly since: Instant;
  /** Nothing is sent before this day; `NO_END`: until it is resumed. */
  readonly pausedUntil?: IsoDate;
  readonly state: 'active' | 'stopped' | 'unreachable';
}

/** One digest, for one subscription, at one scheduled moment. */
export interface DeliveryKey {
  readonly subscription: SubscriptionId;
  readonly slot: Instant;
}

export type Outcome =
  | { readonly state: 'sent'; readonly messageId: string }
  | { readonly state: 'retry'; readonly notBefore: Instant; readonly detail: string }
  | { readonly state: 'skipped' | 'abandoned'; readonly detail: string };
