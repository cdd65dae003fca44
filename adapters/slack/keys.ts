import type { ConversationKey, PersonKey } from '../../src/domain/conversation.ts';

/** Where something was said. `thread` is the `ts` of the message that the thread hangs on. */
export interface Spot {
  readonly team: string;
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** `slack:<team>:<channel>[:<thread>]` */
export function conversationKey({ team, channel, thread }: Spot): ConversationKey {
  const parts = ['slack', team, channel, ...(thread === undefined ? [] : [thread])];
  return parts.join(':') as ConversationKey;
}

/** The channel without the thread: what a default plan and a digest hang on. */
export function placeKey({ team, channel }: Spot): ConversationKey {
  return conversationKey({ team, channel });
}

/** `slack:<team>:<user>` */
export function personKey(team: string, user: string): PersonKey {
  return `slack:${team}:${user}` as PersonKey;
}

/** The spot that a key of ours names; throws for any other key, which only our own code could hand in. */
export function spotOf(key: ConversationKey): Spot {
  const [name, team, channel, thread] = key.split(':');
  if (name !== 'slack' || !team || !channel) {
    throw new Error(`"${key}" is no conversation of Slack's: expected slack:<team>:<channel>[:<thread>].`);
  }
  return { team, channel, thread };
}

/** The user id in a person's key; throws likewise. */
export function userOf(key: PersonKey): string {
  const [name, , user] = key.split(':');
  if (name !== 'slack' || !user) {
    throw new Error(`"${key}" is no person of Slack's: expected slack:<team>:<user>.`);
  }
  return user;
}

/** Slack's ids of direct messages begin with D: docs.slack.dev/reference/objects/conversation-object */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}
