import type { ConversationKey, PersonKey } from '../../src/domain/conversation.ts';
import type { Instant } from '../../src/domain/dates.ts';
import type { Audience, Locale } from '../../src/domain/model.ts';
import type { Inbound } from '../../src/ports/channel.ts';
import type { TeamsEvent } from './activity.ts';

export interface NormaliseDeps {
  /** What may be said within the organisation. */
  readonly clearance: Audience;
  /** The organisation; undefined where the bot is bound to none. */
  readonly tenantId: string | undefined;
  readonly now: Instant;
}

/** What a new conversation begins with: the sentence that asks for the overview. */
const WELCOME = 'help';

/** A message as the bot reads it. A pressed button says its sentence. */
export function toInbound(event: TeamsEvent, deps: NormaliseDeps): Inbound {
  return inbound(event, deps, { messageId: event.id, text: event.say ?? readable(event) });
}

/**
 * The first contact as a question for help. Its message id is the same for all events that an installation causes and
 * for each person who joins later, so the store lets one welcome through for each conversation.
 */
export function toWelcome(event: TeamsEvent, deps: NormaliseDeps): Inbound {
  return { ...inbound(event, deps, { messageId: 'welcome', text: WELCOME }), welcome: true };
}

function inbound(
  event: TeamsEvent,
  deps: NormaliseDeps,
  { messageId, text }: { readonly messageId: string; readonly text: string },
): Inbound {
  const localeHint = localeOf(event.locale);
  return {
    eventId: `${conversationKey(event)} ${messageId}`,
    messageId,
    conversation: conversationKey(event),
    place: placeKey(event),
    author: { key: personKey(event), ...(localeHint && { localeHint }) },
    text,
    direct: event.kind === 'personal',
    clearance: clearanceOf(event, deps),
    received: deps.now,
  };
}

/** Outside the organisation, and where outsiders read along, only what is public is said. */
function clearanceOf({ tenant, shared }: TeamsEvent, { clearance, tenantId }: NormaliseDeps): Audience {
  return shared || (tenantId !== undefined && tenant !== tenantId) ? 'public' : clearance;
}

export function conversationKey({ tenant, conversation }: TeamsEvent): ConversationKey {
  return `teams:${tenant}:${conversation}` as ConversationKey;
}

/** The channel that a thread belongs to; the conversation itself elsewhere. */
export function placeKey({ tenant, conversation }: TeamsEvent): ConversationKey {
  return `teams:${tenant}:${channelOf(conversation)}` as ConversationKey;
}

export function personKey({ tenant, from }: TeamsEvent): PersonKey {
  return `teams:${tenant}:${from.entra ?? from.id}` as PersonKey;
}

/** A thread of a channel is `19:…@thread.tacv2;messageid=…`. */
export function channelOf(conversation: string): string {
  return conversation.split(';messageid=')[0] ?? conversation;
}

function localeOf(tag: string): Locale | undefined {
  const [language] = tag.toLowerCase().split('-');
  return language === 'cy' || language === 'en' ? language : undefined;
}

/** The words a person typed: the bot's own mention removed, other people's names kept, entities decoded. */
function readable({ text, mentions, recipient }: TeamsEvent): string {
  const ours = mentions.filter((mention) => mention.id === recipient.id && mention.text !== '');
  const withoutUs = ours.reduce((rest, mention) => rest.replaceAll(mention.text, ' '), text);
  const withoutTags = withoutUs
    .replace(/<attachment\b[^>]*>(\s*<\/attachment>)?/giu, ' ')
    .replace(/<\/?at\b[^>]*>/giu, '');
  return decoded(withoutTags)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim();
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Once, so that a typed "&amp;lt;" stays "&lt;". */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
