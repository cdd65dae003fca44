import { join } from 'node:path';
import { toText } from '../../adapters/console/render.ts';
import { openStore } from '../../adapters/store/index.ts';
import { createDigestAnswers } from '../../src/bot/digests.ts';
import { createReply } from '../../src/bot/reply.ts';
import type { Answer, Post } from '../../src/domain/answer.ts';
import type { ConversationKey, PersonKey } from '../../src/domain/conversation.ts';
import type { Audience, Nation } from '../../src/domain/model.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import type { Library } from '../../src/knowledge/library.ts';
import { loadVocabulary, NO_VOCABULARY } from '../../src/knowledge/vocabulary.ts';
import type { Inbound, Reply } from '../../src/ports/channel.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';
import { createSearch, type Search } from '../../src/search/search.ts';
import { packageRoot } from '../../src/start/machine.ts';
import { understand } from './understand.ts';
import { fakeClock } from './clock.ts';

export const KNOWLEDGE = join(packageRoot(), 'knowledge');
export const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface BotParts {
  /** In place of the bundled packs. */
  readonly library?: (audience: Audience) => Library;
  readonly demo?: boolean;
  readonly today?: string;
  readonly nation?: Nation;
  readonly log?: Log;
}

export interface TestBot {
  readonly reply: Reply;
  readonly store: Store;
  readonly libraryFor: (audience: Audience) => Library;
  readonly clock: ReturnType<typeof fakeClock>;
  /** One message in a conversation: a direct chat of that name unless `from` says otherwise. */
  say(text: string, from?: Partial<Inbound> & { readonly chat?: string }): Promise<Answer>;
  post(text: string, from?: Partial<Inbound> & { readonly chat?: string }): Promise<Post>;
  /** As the terminal prints it. */
  text(text: string, from?: { readonly chat?: string }): Promise<string>;
  close(): Promise<void>;
}

/** The whole bot but its channels: real packs, real search, a store in memory, a clock that stands still. */
export async function startBot(parts: BotParts = {}): Promise<TestBot> {
  const clock = fakeClock(`${parts.today ?? '2026-11-21'}T12:00:00.000Z`);
  const log = parts.log ?? SILENT;
  const except = parts.demo === true ? [] : ['demo-trust'];
  const dirs = [{ path: KNOWLEDGE, bundled: true, except }];
  const [store, knowledge] = await Promise.all([
    openStore({ kind: 'sqlite', path: ':memory:' }),
    openKnowledge({ dirs, log, pollSeconds: 0 }),
  ]);
  let count = 0;
  const newId = (): string => `id-${(count += 1)}`;
  const libraryFor = parts.library ?? knowledge.library;
  const reply = createReply({
    libraryFor,
    searchOf: memoised(),
    understand,
    acquaintances: store,
    digests: createDigestAnswers({
      subscriptions: store,
      canPost: () => true,
      zone: 'Europe/London',
      clock,
      newId,
    }),
    helplines: () => knowledge.helplines,
    nation: parts.nation ?? 'wales',
    clock,
    newId,
    log,
  });
  const post: TestBot['post'] = async (text, { chat = 'chat', ...from } = {}) => {
    const id = newId();
    const conversation = `test:${chat}` as ConversationKey;
    return reply({
      eventId: id,
      messageId: id,
      conversation,
      place: conversation,
      author: { key: `test:${chat}` as PersonKey },
      text,
      direct: true,
      clearance: 'public',
      received: clock.now(),
      ...from,
    });
  };
  return {
    reply,
    store,
    libraryFor,
    clock,
    post,
    say: async (text, from) => (await post(text, from))[0],
    text: async (text, from) => toText(await post(text, from)),
    close: async () => {
      knowledge.close();
      await store.close();
    },
  };
}

function memoised(): (library: Library) => Search {
  const loaded = loadVocabulary(join(KNOWLEDGE, 'vocabulary.yaml'));
  const vocabulary = loaded.ok ? loaded.vocabulary : NO_VOCABULARY;
  const made = new WeakMap<Library, Search>();
  return (library) => {
    const search = made.get(library) ?? createSearch(library, vocabulary);
    made.set(library, search);
    return search;
  };
}
