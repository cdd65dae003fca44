import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';

import { openStore, type StorePlace } from '../../adapters/store/index.ts';
import { createDigestAnswers } from '../bot/digests.ts';
import { createReply } from '../bot/reply.ts';
import type { Config } from '../config.ts';
import { NO_MEMORY } from '../domain/conversation.ts';
import type { Audience } from '../domain/model.ts';
import { readContent } from '../knowledge/content.ts';
import { openKnowledge, type Knowledge } from '../knowledge/knowledge.ts';
import type { KnowledgeDir } from '../knowledge/shelf.ts';
import type { Library } from '../knowledge/library.ts';
import { NO_VOCABULARY, openVocabulary, type Vocabulary } from '../knowledge/vocabulary-entries.ts';
import type { Reply } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { createSearch, type Search } from '../search/search.ts';
import { createDistressReader, type DistressReader, type DistressWording } from '../understand/distress.ts';
import { type KeptModel, modelFrom } from '../understand/distress/model.ts';
import { createUnderstand } from '../understand/understand.ts';
import { newId, packageRoot } from './machine.ts';

export const BUNDLED = join(packageRoot(), 'knowledge');
/** The reviewed words of distress and the weights fitted with them; the build leaves both among the sources. */
const DISTRESS = join(packageRoot(), 'src', 'understand', 'distress.yaml');
const DISTRESS_WEIGHTS = join(packageRoot(), 'src', 'understand', 'distress', 'weights.json');
/** Where the build has put the bundled YAML files as parsed. */
const PREPARED = join(packageRoot(), 'dist', 'knowledge');
/** Invented, so never loaded unless asked for. */
const DEMO = 'demo-trust';

/** What every command that answers is made of. */
export interface Core {
  readonly knowledge: Knowledge;
  readonly store: Store;
  readonly reply: Reply;
  /** Makes ready, a part at a time, what the first message would else wait for. */
  warmUp(clearances: Iterable<Audience>): Promise<void>;
  close(): Promise<void>;
}

/** Which packs beside the bundled and the imported ones. */
export interface Packs {
  readonly demo: boolean;
  /** A pack or a folder of packs each. */
  readonly extra: readonly string[];
}

export interface CoreDeps {
  readonly config: Config;
  readonly packs: Packs;
  readonly place: StorePlace;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether posts reach conversations of that channel. */
  readonly canPost: (channel: string) => boolean;
}

/** A question in each language: the tables of both are made at the first. */
const WARM_UP = ['How is action 1 going?', 'Sut mae cam gweithredu 1 yn mynd?'];

/** Opens the store and the knowledge and makes the bot of them. */
export async function openCore({ config, packs, place, clock, log, canPost }: CoreDeps): Promise<Core> {
  const [store, knowledge, vocabulary, distress] = await Promise.all([
    openStore(place),
    openKnowledge({ dirs: knowledgeDirs(config, packs), log, prepared: PREPARED }),
    vocabularyOf(log),
    distressReader(),
  ]);
  const understand = createUnderstand(distress);
  const searchOf = searches(vocabulary);
  const reply = createReply({
    libraryFor: knowledge.library,
    searchOf,
    understand,
    acquaintances: store,
    digests: createDigestAnswers({ subscriptions: store, canPost, zone: config.zone, clock, newId }),
    helplines: () => knowledge.helplines,
    nation: config.nation,
    clock,
    newId,
    log,
  });
  const close = async (): Promise<void> => {
    knowledge.close();
    await store.close();
  };
  const warmUp = async (clearances: Iterable<Audience>): Promise<void> => {
    for (const library of new Set([...clearances].map(knowledge.library))) {
      await setImmediate();
      searchOf(library).find('', { locale: 'en' });
      await setImmediate();
      for (const text of WARM_UP)
        understand({ text, memory: NO_MEMORY, fallback: 'en', today: clock.today(), library });
    }
  };
  return { knowledge, store, reply, warmUp, close };
}

function knowledgeDirs(config: Config, packs: Packs): readonly KnowledgeDir[] {
  return [
    { path: BUNDLED, bundled: true, except: packs.demo ? [] : [DEMO] },
    { path: join(config.dataDir, 'packs'), mayBeEmpty: true },
    ...[...config.knowledgeDirs, ...packs.extra].map((path) => ({ path })),
  ];
}

/** One search for each library, made when first asked for and gone with the library. */
function searches(vocabulary: Vocabulary): (library: Library) => Search {
  const made = new WeakMap<Library, Search>();
  return (library) => {
    const search = made.get(library) ?? createSearch(library, vocabulary);
    made.set(library, search);
    return search;
  };
}

async function vocabularyOf(log: Log): Promise<Vocabulary> {
  const loaded = await openVocabulary(join(BUNDLED, 'vocabulary.yaml'), PREPARED);
  if (loaded.ok) return loaded.vocabulary;
  log.warn('vocabulary-wrong', { problems: loaded.problems });
  return NO_VOCABULARY;
}

/** Without its words of distress the bot does not start. */
async function distressReader(): Promise<DistressReader> {
  const read = await readContent(DISTRESS, readFileSync(DISTRESS, 'utf8'), PREPARED);
  if (!read.ok)
    throw new Error(`${DISTRESS} cannot be read: ${read.problems.map(({ problem }) => problem).join('; ')}`);
  // Safe casts: both files are the project's own and its tests read all of them.
  const wording = read.content as DistressWording;
  const kept = JSON.parse(readFileSync(DISTRESS_WEIGHTS, 'utf8')) as KeptModel;
  return createDistressReader(wording, modelFrom(kept, gunzipSync));
}

/** Where this configuration keeps what outlives a process. */
export function storePlace(config: Config): StorePlace {
  if (config.databaseUrl !== undefined) return { kind: 'postgres', url: config.databaseUrl };
  return { kind: 'sqlite', path: join(config.dataDir, 'bot.sqlite') };
}
