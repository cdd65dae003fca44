import type { ConversationReference, TurnContext } from 'botbuilder';
import type { Post } from '../../src/domain/answer.ts';
import type { ConversationKey } from '../../src/domain/conversation.ts';
import type { Destination, Sent } from '../../src/ports/channel.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Atlas, TeamsDestination } from './destination.ts';
import { toOutcome } from './outcome.ts';
import type { TeamsActivity } from './card.ts';
import { toTeams } from './render.ts';
import { connectorOf, type Bot, type Connector } from './sdk.ts';

export interface SendDeps {
  readonly bot: () => Promise<Bot>;
  readonly atlas: Atlas;
  readonly clock: Clock;
  readonly allows: (serviceUrl: string) => boolean;
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
  return {
    async send(to, post) {
      const key = to.privateTo ?? to.conversation;
      const known = await deps.atlas.find(key);
      if (!known) return { ok: false, why: 'gone', detail: 'no destination is known' };
      if (!deps.allows(known.serviceUrl))
        return { ok: false, why: 'setup', detail: 'the service address is not allowed' };
      try {
        const open = isOpen(known) ? known : await openPersonal(deps, key, known);
        return { ok: true, messageId: await deliver(deps, open, toTeams(post), progressOf(post, key)) };
      } catch (error) {
        return toOutcome(error, deps.clock.now());
      }
    },
    async showTyping(conversation) {
      const known = await deps.atlas.find(conversation);
      if (!known || !isOpen(known) || !deps.allows(known.serviceUrl)) return;
      await inTurn(deps, known, async (context) => {
        await context.sendActivity({ type: 'typing' });
      }).catch(() => undefined);
    },
  };
}

/** Posts what has not been posted yet, one after the other; resolves to the first one's id. */
async function deliver(
  deps: SendDeps,
  to: Open,
  activities: readonly TeamsActivity[],
  progress: Progress,
): Promise<string> {
  await inTurn(deps, to, async (context) => {
    for (const activity of activities.slice(progress.ids.length)) {
      const sent = await context.sendActivity({ ...activity, attachments: [...activity.attachments] });
      progress.ids.push(sent?.id ?? '');
    }
  });
  progress.done();
  return progress.ids[0] ?? '';
}

/** Opens the conversation with one person, which Teams gives anew or again, and keeps it. */
async function openPersonal(deps: SendDeps, key: string, to: TeamsDestination): Promise<Open> {
  let id: string | undefined;
  await inTurn(deps, { ...to, conversation: '' }, async (_context, { conversations }) => {
    const created = await conversations.createConversation({
      isGroup: false,
      bot: { id: to.bot },
      members: [{ id: to.person }],
      tenantId: to.tenant,
      channelData: { tenant: { id: to.tenant } },
    });
    id = created.id;
  });
  if (!id) throw new Error('Teams opened a conversation and gave no id for it.');
  const open = { ...to, conversation: id };
  await deps.atlas.opened(key, open);
  return open;
}

/** The SDK's turn for a conversation, built from our own record. */
async function inTurn(
  deps: SendDeps,
  to: Open,
  work: (context: TurnContext, connector: Connector) => Promise<void>,
): Promise<void> {
  const { adapter, appId } = await deps.bot();
  const reference: Partial<ConversationReference> = {
    channelId: 'msteams',
    serviceUrl: to.serviceUrl,
    bot: { id: to.bot, name: '' },
    conversation: {
      id: to.conversation,
      tenantId: to.tenant,
      conversationType: to.kind,
      isGroup: to.kind !== 'personal',
      name: '',
    },
    ...(to.person !== undefined && { user: { id: to.person, name: '' } }),
  };
  await adapter.continueConversationAsync(appId, reference, (context) => {
    // The SDK invents a message to reply to, which the conversation does not hold.
    delete context.activity.id;
    return work(context, connectorOf(context));
  });
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
