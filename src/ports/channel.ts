import type { Post } from '../domain/answer.ts';
import type { ConversationKey, PersonKey } from '../domain/conversation.ts';
import type { Instant } from '../domain/dates.ts';
import type { Audience, Locale } from '../domain/model.ts';

/** What a person sent, normalised by the adapter. Plain JSON: the inbox keeps it until it is answered. */
export interface Inbound {
  /** The platform's own event id: equal for its redeliveries. */
  readonly eventId: string;
  /** Equal for a platform's retries and its double events of one message. */
  readonly messageId: string;
  readonly conversation: ConversationKey;
  /** What a default plan and a digest hang on: the channel that a thread belongs to; in a direct chat the chat itself. */
  readonly place: ConversationKey;
  readonly author: { readonly key: PersonKey; readonly localeHint?: Locale };
  /** Mention removed, entities decoded. */
  readonly text: string;
  /** One-to-one with the bot. */
  readonly direct: boolean;
  /** What may be said here. */
  readonly clearance: Audience;
  readonly received: Instant;
  /** First contact, made by the platform: nobody has shown a language yet, so both are used. */
  readonly welcome?: true;
}

/** Where a post goes. `privateTo`: to that person alone, whatever the conversation. */
export interface Destination {
  readonly conversation: ConversationKey;
  readonly privateTo?: PersonKey;
}

/**
 * What became of a post. `later`: try again, after `waitSeconds` where the platform said so. `gone`: that conversation
 * cannot be reached any more (archived, removed, blocked). `setup`: our token or rights are wrong; nobody is reachable.
 */
export type Sent =
  | { readonly ok: true; readonly messageId: string }
  | { readonly ok: false; readonly why: 'later'; readonly waitSeconds?: number; readonly detail: string }
  | { readonly ok: false; readonly why: 'gone' | 'setup'; readonly detail: string };

/** The bot as one function: message in, post out. Never rejects: a fault becomes an apology. */
export type Reply = (inbound: Inbound) => Promise<Post>;

/** What a channel hands its messages to. */
export interface Ear {
  /** Stores the message. False where it was there already (a redelivery, a double event): acknowledge and do nothing. */
  receive(inbound: Inbound): Promise<boolean>;
  /** Answers a received message through the channel's `send`, waiting out refusals, and settles it. Never rejects. */
  answer(inbound: Inbound): Promise<void>;
  /** For platforms that want the answer in the response itself (slash commands, the page, the terminal). */
  reply: Reply;
}

/** What the bot needs of a chat platform. */
export interface Channel {
  /** The first part of its conversation keys. */
  readonly name: string;
  start(ear: Ear): Promise<void>;
  /** Never rejects for a platform refusal: that is a `Sent` value. Splits what is too long; cuts no link, date or source. */
  send(to: Destination, post: Post): Promise<Sent>;
  /** Takes no more messages and resolves when running work is done. */
  stop(): Promise<void>;
}
