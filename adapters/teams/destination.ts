import type { Clock } from '../../src/ports/clock.ts';
import type { Destinations } from '../../src/ports/store.ts';
import type { TeamsEvent } from './activity.ts';
import { channelOf, conversationKey, personKey, placeKey } from './normalise.ts';

/** How a conversation is reached again. Ours, not the SDK's: it outlives the SDK. */
export interface TeamsDestination {
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly kind: TeamsEvent['kind'];
  readonly bot: string;
  /** Whom a personal conversation is with: their id on the platform. */
  readonly person?: string;
  /** Absent for a person with whom the bot has had no conversation of their own yet. */
  readonly conversation?: string;
}

export interface Atlas {
  /** Keeps how to reach the conversation, its channel and the person. */
  remember(event: TeamsEvent): Promise<void>;
  /** Undefined where nothing is known under the key. */
  find(key: string): Promise<TeamsDestination | undefined>;
  /** Keeps the conversation opened with a person. */
  opened(key: string, destination: TeamsDestination): Promise<void>;
}

/** Conversations whose record this process knows to be stored: hardly any message changes it, and every answer needs it. */
const MOST_REMEMBERED = 10_000;

export function createAtlas(destinations: Destinations, clock: Clock): Atlas {
  const kept = new Map<string, string>();
  const find = async (key: string): Promise<TeamsDestination | undefined> => {
    const record = kept.get(key);
    return toDestination(record === undefined ? await destinations.destination(key) : JSON.parse(record));
  };
  const keep = async (key: string, destination: TeamsDestination): Promise<void> => {
    const record = JSON.stringify(destination);
    if (kept.get(key) === record) return;
    await destinations.rememberDestination(key, destination, clock.now());
    if (kept.size >= MOST_REMEMBERED) kept.clear();
    kept.set(key, record);
  };
  return {
    find,
    opened: keep,
    async remember(event) {
      const common = { tenant: event.tenant, serviceUrl: event.serviceUrl, bot: event.recipient.id };
      const here = { ...common, kind: event.kind, conversation: event.conversation };
      const withPerson = { ...common, kind: 'personal', person: event.from.id } as const;
      const own = event.kind === 'personal';
      await keep(conversationKey(event), own ? { ...here, person: event.from.id } : here);
      if (event.kind === 'channel')
        await keep(placeKey(event), { ...here, conversation: channelOf(event.conversation) });
      if (own) await keep(personKey(event), { ...withPerson, conversation: event.conversation });
      // What is said in a channel tells that the person exists, not where they are alone with the bot.
      else if (!kept.has(personKey(event)) && !(await find(personKey(event))))
        await keep(personKey(event), withPerson);
    },
  };
}

function toDestination(kept: unknown): TeamsDestination | undefined {
  // Safe: only `keep` above writes these records, under keys that begin with this channel's name.
  return typeof kept === 'object' && kept !== null ? (kept as TeamsDestination) : undefined;
}
