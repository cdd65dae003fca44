import type { ConversationKey, PersonKey } from '../../src/domain/conversation.ts';
import { toInstant, type Instant } from '../../src/domain/dates.ts';
import type { DeliveryKey, Subscription, SubscriptionId } from '../../src/domain/digest.ts';
import { EVERYTHING } from '../../src/domain/scope.ts';
import type { Inbound } from '../../src/ports/channel.ts';

export const CHANNEL = 'slack:T1:C1' as ConversationKey;
export const PERSON = 'slack:T1:U1' as PersonKey;

/** That many seconds after nine o'clock on a Monday. */
export function moment(seconds: number): Instant {
  return toInstant(new Date(Date.parse('2026-11-23T09:00:00.000Z') + seconds * 1000));
}

/** A message, with keys made from its name. */
export function inbound(name: string, given: Partial<Inbound> = {}): Inbound {
  return {
    eventId: `event-${name}`,
    messageId: `message-${name}`,
    conversation: CHANNEL,
    place: CHANNEL,
    author: { key: PERSON, localeHint: 'cy' },
    text: 'Sut mae cam 4.2? “ŵ” \u0000',
    direct: false,
    clearance: 'public',
    received: moment(0),
    ...given,
  };
}

export function subscription(name: string, given: Partial<Subscription> = {}): Subscription {
  return {
    id: name as SubscriptionId,
    conversation: CHANNEL,
    person: PERSON,
    personal: false,
    clearance: 'public',
    scope: EVERYTHING,
    schedule: { days: ['mon'], time: '09:00', zone: 'Europe/London' },
    locales: ['cy', 'en'],
    since: moment(0),
    state: 'active',
    ...given,
  };
}

/** The slot that many weeks after the first. */
export function deliveryKey(week: number): DeliveryKey {
  return { subscription: 'weekly' as SubscriptionId, slot: moment(week * 7 * 86_400) };
}
