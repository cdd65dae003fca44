import type { Post } from '../../src/domain/answer.ts';
import type { ConversationKey } from '../../src/domain/conversation.ts';
import type { Destination, Sent } from '../../src/ports/channel.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpCall } from '../../src/ports/http.ts';
import type { Atlas, TeamsDestination } from './destination.ts';
import { toOutcome } from './outcome.ts';
import type { TeamsActivity } from './card.ts';
import { toTeams } from './render.ts';
import { postActivity } from './post-activity.ts';
import { createConnectors, type Bot, type Connector } from './sdk.ts';

export interface SendDeps {
  readonly bot: () => Promise<Bot>;
  readonly atlas: Atlas;
  readonly clock: Clock;
  readonly allows: (serviceUrl: string) => boolean;
  /** Takes activities to Teams. */
  readonly call: HttpCall;
}
export interface Sender {
  send(to: Destination, post: Post): Promise<Sent>;
  /** Shows that an answer is coming. Nobody waits for it and nothing depends on it. */
  showTyping(conversation: ConversationKey): Promise<void>;
}
/** A destination that has a conversation. */
type Open = TeamsDestination & { readonly conversation: string };

export function createSender(deps: SendDeps): Sender {
  const progressOf = createProgress();
  const connectorFor = createConnectors(deps.bot);
  return {
    async send(to, post) {
      const key = to.privateTo ?? to.conversation;
      const known = await deps.atlas.find(key);
      if (!known) return { ok: false, why: 'gone', detail: 'no destination is known' };
      if (!deps.allows(known.serviceUrl))
        return { ok: false, why: 'setup', detail: 'the service address is not allowed' };
      try {
        const connector = await connectorFor(known.serviceUrl);
        const open = isOpen(known) ? known : await openPersonal(deps, connector, key, known);
        return {
          ok: true,
          messageId: await deliver(deps.call, connector, open, toTeams(post), progressOf(post, key)),
        };
      } catch (error) {
        return toOutcome(error, deps.clock.now());
      }
    },
    async showTyping(conversation) {
      const known = await deps.atlas.find(conversation);
      if (!known || !isOpen(known) || !deps.allows(known.serviceUrl)) return;
      await connectorFor(known.serviceUrl)
        .then((connector) => say(deps.call, connector, known, { type: 'typing' }))
        .catch(() => undefined);
    },
  };
}

/** Posts what has not been posted yet, one after the other; resolves to the first one's id. */
async function deliver(
  call: HttpCall,
  connector: Connector,
  to: Open,
  activities: readonly TeamsActivity[],
  progress: Progress,
): Promise<string> {
  for (const activity of activities.slice(progress.ids.length)) {
    const { id } = await say(call, connector, to, activity);
    progress.ids.push(id ?? '');
  }
  progress.done();
  return progress.ids[0] ?? '';
}

/** Sends one activity, addressed from our own record. */
function say(
  call: HttpCall,
  connector: Connector,
  to: Open,
  activity: object,
): Promise<{ readonly id?: string }> {
  return postActivity(call, connector, to, {
    ...activity,
    channelId: 'msteams',
    serviceUrl: to.serviceUrl,
    from: { id: to.bot, name: '' },
    conversation: {
      id: to.conversation,
      tenantId: to.tenant,
      conversationType: to.kind,
      isGroup: to.kind !== 'personal',
      name: '',
    },
    ...(to.person !== undefined && { recipient: { id: to.person, name: '' } }),
  });
}

/** Opens the conversation with one person, which Teams gives anew or again, and keeps it. */
async function openPersonal(
  { atlas }: SendDeps,
  { conversations }: Connector,
  key: string,
  to: TeamsDestination,
): Promise<Open> {
  const { id } = await conversations.createConversation({
    isGroup: false,
    bot: { id: to.bot },
    members: [{ id: to.person }],
    tenantId: to.tenant,
    channelData: { tenant: { id: to.tenant } },
  });
  if (!id) throw new Error('Teams opened a conversation and gave no id for it.');
  const open = { ...to, conversation: id };
  await atlas.opened(key, open);
  return open;
}

/** Ids of the parts of a post that Teams has taken. */
interface Progress {
  readonly ids: string[];
  done(): void;
}

/** Remembers, while a post is being tried, which parts have gone out: a further try goes on instead of repeating them. */
function createProgress(): (post: Post, key: string) => Progress {
  const byPost = new WeakMap<Post, Map<string, Progress>>();
  return (post, key) => {
    const byKey = byPost.get(post) ?? new Map<string, Progress>();
    byPost.set(post, byKey);
    const progress = byKey.get(key) ?? { ids: [], done: () => byKey.delete(key) };
    byKey.set(key, progress);
    return progress;
  };
}

function isOpen(destination: TeamsDestination): destination is Open {
  return destination.conversation !== undefined;
}
