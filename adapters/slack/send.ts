import type { WebClient } from '@slack/web-api';
import type { Post } from '../../src/domain/answer.ts';
import type { Destination, Sent } from '../../src/ports/channel.ts';
import type { Call } from './call.ts';
import { spotOf, userOf, type Spot } from './keys.ts';
import { refusalOf } from './outcome.ts';
import { toSlack, type SlackMessage } from './render.ts';

/** How far a post of several messages has got. */
interface Progress {
  readonly where: string;
  readonly sent: number;
  readonly messageId: string;
}

/**
 * Sends a post, message by message. A post that broke off resumes where it stopped when the same object is handed in
 * again for the same destination, so that a second try repeats nothing.
 */
export function createSend(client: WebClient, call: Call): (to: Destination, post: Post) => Promise<Sent> {
  const begun = new WeakMap<Post, Progress>();
  return async (to, post) => {
    const asked = spotOf(to.conversation);
    const where = `${to.conversation} ${to.privateTo ?? ''}`;
    const before = begun.get(post);
    const messages = toSlack(post);
    let { sent, messageId } = before?.where === where ? before : { sent: 0, messageId: '' };
    try {
      const spot =
        to.privateTo === undefined ? asked : await privateSpot(client, asked, userOf(to.privateTo));
      for (const message of messages.slice(sent)) {
        const id = await postMessage(call, spot, message);
        messageId ||= id;
        sent += 1;
        begun.set(post, { where, sent, messageId });
      }
      begun.delete(post);
      return { ok: true, messageId };
    } catch (fault) {
      return refusalOf(fault);
    }
  };
}

/** The direct chat with that person, in its thread where the conversation already is that chat. */
async function privateSpot(client: WebClient, asked: Spot, user: string): Promise<Spot> {
  const { channel } = await client.conversations.open({ users: user });
  if (channel?.id === undefined) throw new Error('conversations.open named no channel.');
  return channel.id === asked.channel ? asked : { team: asked.team, channel: channel.id };
}

async function postMessage(call: Call, spot: Spot, message: SlackMessage): Promise<string> {
  const { ts } = await call('chat.postMessage', {
    channel: spot.channel,
    text: message.text,
    blocks: JSON.stringify(message.blocks),
    mrkdwn: false,
    parse: 'none',
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
    ...(spot.thread !== undefined && { thread_ts: spot.thread }),
  });
  return `${spot.channel}:${ts ?? ''}`;
}
