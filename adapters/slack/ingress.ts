import type { Instant } from '../../src/domain/dates.ts';
import type { Audience } from '../../src/domain/model.ts';
import type { Inbound } from '../../src/ports/channel.ts';
import type { Identity } from './identity.ts';
import { conversationKey, isDirect, personKey, placeKey, type Spot } from './keys.ts';
import { mentions, typed } from './text.ts';

/** What a payload of Slack's means for us: a message, or why it is none. The reasons are few and fixed: they are counted. */
export type Heard =
  | { readonly inbound: Inbound }
  | { readonly ignored: 'own' | 'bot' | 'subtype' | 'not-addressed' | 'event' | 'action' | 'shape' | 'rate' };

export interface Moment {
  readonly me: Identity;
  readonly clearance: Audience;
  readonly received: Instant;
}

type Fields = Readonly<Record<string, unknown>>;

/** Messages of these subtypes are a person's own words; every other subtype is news about the channel, or an edit. */
const SPOKEN = ['', 'file_share', 'me_message', 'thread_broadcast'];

/** An `event_callback` with a `message` or an `app_mention`. */
export function fromEvent(body: Fields, moment: Moment): Heard {
  const event = fieldsIn(body, 'event');
  const [channel, ts, user] = [textIn(event, 'channel'), textIn(event, 'ts'), textIn(event, 'user')];
  if (textIn(event, 'bot_id') || textIn(event, 'subtype') === 'bot_message') return { ignored: 'bot' };
  if (!SPOKEN.includes(textIn(event, 'subtype'))) return { ignored: 'subtype' };
  if (user === moment.me.user) return { ignored: 'own' };
  const [team, eventId] = [textIn(body, 'team_id'), textIn(body, 'event_id')];
  if (!channel || !ts || !user || !team || !eventId) return { ignored: 'shape' };
  const text = textIn(event, 'text');
  if (!isAddressed(event, channel, text, moment.me)) return { ignored: 'not-addressed' };
  const thread = textIn(event, 'thread_ts') || (isDirect(channel) ? undefined : ts);
  return heard(
    { team, channel, thread },
    { user, eventId, messageId: `${channel}:${ts}`, text: typed(text, moment.me.user) },
    moment,
  );
}

/** In a direct chat every message is for us; elsewhere those that mention us. */
function isAddressed(event: Fields | undefined, channel: string, text: string, me: Identity): boolean {
  if (textIn(event, 'type') === 'app_mention') return true;
  return isDirect(channel) || mentions(text, me.user);
}

/** A slash command. Slack does not send one twice; its trigger id is as good as an event id. */
export function fromCommand(body: Fields, moment: Moment): Heard {
  const [team, channel, user] = [
    textIn(body, 'team_id'),
    textIn(body, 'channel_id'),
    textIn(body, 'user_id'),
  ];
  const trigger = textIn(body, 'trigger_id');
  if (!team || !channel || !user || !trigger) return { ignored: 'shape' };
  const text = typed(textIn(body, 'text'), moment.me.user);
  const said = { user, eventId: `command:${trigger}`, messageId: `${channel}:${trigger}`, text };
  const { inbound } = heard({ team, channel }, said, moment);
  // A command can be typed in a direct chat between two people, which is none with us.
  return { inbound: { ...inbound, direct: false } };
}

/** A press of one of our buttons: its value is the sentence that the person says by it. */
export function fromPress(body: Fields, moment: Moment): Heard {
  const [action] = listIn(body, 'actions');
  const text = textIn(action, 'value');
  if (textIn(action, 'type') !== 'button' || !text) return { ignored: 'action' };
  const [user, container, message] = [
    fieldsIn(body, 'user'),
    fieldsIn(body, 'container'),
    fieldsIn(body, 'message'),
  ];
  const channel = textIn(fieldsIn(body, 'channel'), 'id') || textIn(container, 'channel_id');
  const [id, ts, at] = [textIn(user, 'id'), textIn(container, 'message_ts'), textIn(action, 'action_ts')];
  const team = textIn(fieldsIn(body, 'team'), 'id') || textIn(user, 'team_id');
  if (!channel || !id || !ts || !at || !team) return { ignored: 'shape' };
  const thread = textIn(message, 'thread_ts') || textIn(container, 'thread_ts');
  const said = {
    user: id,
    eventId: `press:${channel}:${id}:${at}`,
    messageId: `${channel}:${id}:${at}`,
    text,
  };
  const own = isDirect(channel) || isEphemeral(body) ? undefined : ts;
  return heard({ team, channel, thread: thread || own }, said, moment);
}

/** Whether the button stood in a message that only this person sees. */
export function isEphemeral(body: Fields): boolean {
  return fieldsIn(body, 'container')?.['is_ephemeral'] === true;
}

/** Whether people of other organisations read along: Slack says so of each event. */
export function isShared(body: Fields): boolean {
  return body['is_ext_shared_channel'] === true;
}

/** Whether the button was pressed by somebody of another organisation. */
export function isStranger(body: Fields): boolean {
  const [home, own] = [textIn(fieldsIn(body, 'team'), 'id'), textIn(fieldsIn(body, 'user'), 'team_id')];
  return home !== '' && own !== '' && home !== own;
}

interface Said {
  readonly user: string;
  readonly eventId: string;
  readonly messageId: string;
  readonly text: string;
}

function heard(spot: Spot, said: Said, moment: Moment): { readonly inbound: Inbound } {
  return {
    inbound: {
      eventId: said.eventId,
      messageId: said.messageId,
      conversation: conversationKey(spot),
      place: placeKey(spot),
      author: { key: personKey(spot.team, said.user) },
      text: said.text,
      direct: isDirect(spot.channel),
      clearance: moment.clearance,
      received: moment.received,
    },
  };
}

/** The text under that name, or an empty one. */
export function textIn(fields: Fields | undefined, name: string): string {
  const value = fields?.[name];
  return typeof value === 'string' ? value : '';
}

/** The object under that name. */
export function fieldsIn(fields: Fields | undefined, name: string): Fields | undefined {
  return asFields(fields?.[name]);
}

function listIn(fields: Fields, name: string): readonly (Fields | undefined)[] {
  const value = fields[name];
  return Array.isArray(value) ? value.map(asFields) : [];
}

/** A plain object, read field by field; nothing is known of any of them yet. */
export function asFields(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Fields;
}
