import type { Answer, Post } from '../domain/answer.ts';
import { type Memory, NO_MEMORY } from '../domain/conversation.ts';
import { addSeconds } from '../domain/dates.ts';
import type { Intent, Query } from '../domain/intent.ts';
import type { Audience, Helpline, Locale, Nation, PlanId } from '../domain/model.ts';
import type { Library } from '../knowledge/library.ts';
import type { Inbound, Reply } from '../ports/channel.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Acquaintance, Acquaintances } from '../ports/store.ts';
import type { Search } from '../search/search.ts';
import type { Hearing, Understanding } from '../understand/hearing.ts';
import { act, apology, mergeAnswers } from './act.ts';
import type { Acted, ActContext } from './context.ts';

/** What a conversation is about is forgotten after this long without a message. */
const MEMORY_HOURS = 6;

export type Locales = readonly [Locale, ...Locale[]];
export type DigestIntent = Extract<Intent, { kind: 'subscribe' | 'unsubscribe' }>;

/** Where and in which languages a digest was asked for. */
export interface Situation {
  readonly library: Library;
  readonly locales: Locales;
  /** What a digest is about where nothing else is named. */
  readonly defaultPlan?: PlanId;
}

export interface ReplyDeps {
  readonly libraryFor: (audience: Audience) => Library;
  readonly searchOf: (library: Library) => Search;
  readonly understand: (hearing: Hearing) => Understanding;
  readonly acquaintances: Acquaintances;
  /** Creates, lists, previews and stops digests; gives back the answer in each language. */
  readonly digests: (
    intent: DigestIntent,
    inbound: Inbound,
    situation: Situation,
  ) => Promise<(locale: Locale) => Answer>;
  readonly helplines: () => readonly Helpline[];
  readonly nation: Nation;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
}

type Context = Omit<ActContext, 'locale'>;
/** The answer to one question, in the language of the context. */
type Part = (context: ActContext) => Acted;

/** The bot as one function: message in, post out. Never rejects and is never silent. */
export function createReply(deps: ReplyDeps): Reply {
  return async (inbound) => {
    const known: { locales: Locales } = { locales: [inbound.author.localeHint ?? 'en'] };
    try {
      return await replyTo(deps, inbound, known);
    } catch (fault) {
      const id = deps.newId();
      deps.log.error('reply-failed', { id, fault: fault instanceof Error ? fault.stack : String(fault) });
      return [apology(known.locales[0], id)];
    }
  };
}

async function replyTo(deps: ReplyDeps, inbound: Inbound, known: { locales: Locales }): Promise<Post> {
  const { conversation, place, author } = inbound;
  const acquaintance = await deps.acquaintances.recall(conversation, place, author.key, deps.clock.now());
  const memory = acquaintance.memory ?? NO_MEMORY;
  const library = deps.libraryFor(inbound.clearance);
  const fallback = acquaintance.wish?.[0] ?? memory.locale ?? author.localeHint ?? 'en';
  known.locales = acquaintance.wish ?? [fallback];
  const understanding = deps.understand({
    text: inbound.text,
    memory,
    fallback,
    today: deps.clock.today(),
    library,
    ...(acquaintance.defaultPlan !== undefined && { defaultPlan: acquaintance.defaultPlan }),
  });
  known.locales = await localesFor(deps, inbound, acquaintance, understanding, fallback);
  const context = contextFor(deps, library, acquaintance, memory);
  const situation = { ...context, locales: known.locales };
  const parts: Part[] = [];
  for (const query of understanding.queries) parts.push(await perform(deps, inbound, query, situation));
  const [first, ...others] = known.locales.map((locale) => compose(parts, { ...context, locale }));
  if (!first)
    throw new Error('A post needs a language and none was given: localesFor must give at least one.');
  await remember(deps, inbound, first);
  return [first.answer, ...others.map(({ answer }) => answer)];
}

function contextFor(deps: ReplyDeps, library: Library, acquaintance: Acquaintance, memory: Memory): Context {
  return {
    library,
    search: deps.searchOf(library),
    today: deps.clock.today(),
    memory,
    nation: deps.nation,
    helplines: deps.helplines(),
    ...(acquaintance.defaultPlan !== undefined && { defaultPlan: acquaintance.defaultPlan }),
  };
}

/** A wish said in this message, else the one recorded, else the question's language, else the conversation's. */
async function localesFor(
  deps: ReplyDeps,
  inbound: Inbound,
  { wish }: Acquaintance,
  { locale, queries }: Understanding,
  fallback: Locale,
): Promise<Locales> {
  for (const { intent } of queries) {
    if (intent.kind !== 'set-language') continue;
    await deps.acquaintances.recordWish(inbound.author.key, intent.locales);
    return intent.locales;
  }
  if (wish) return wish;
  return inbound.welcome ? ['cy', 'en'] : [locale ?? fallback];
}

/** Does what a question asks to be done, once, and gives back how it is answered in each language. */
async function perform(deps: ReplyDeps, inbound: Inbound, query: Query, situation: Situation): Promise<Part> {
  const { intent } = query;
  if (intent.kind === 'subscribe' || intent.kind === 'unsubscribe') {
    const answerIn = await deps.digests(intent, inbound, situation);
    return ({ locale, memory }) => ({ answer: answerIn(locale), memory: { ...memory, aboutDigest: true } });
  }
  if (intent.kind === 'set-default-plan') {
    await deps.acquaintances.setDefaultPlan(inbound.place, intent.plan);
  }
  return (full) => {
    const { answer, memory } = act(query, full);
    const { aboutDigest: _, ...rest } = memory;
    return { answer, memory: rest };
  };
}

function compose(parts: readonly Part[], context: ActContext): Acted {
  const answers: Answer[] = [];
  let { memory } = context;
  for (const part of parts) {
    const acted = part({ ...context, memory });
    answers.push(acted.answer);
    memory = acted.memory;
  }
  return { answer: mergeAnswers(answers), memory: { ...memory, locale: context.locale } };
}

/** Nothing of a message that was answered with a signpost is kept, the conversation's earlier memory included. */
async function remember(deps: ReplyDeps, inbound: Inbound, { answer, memory }: Acted): Promise<void> {
  const { conversation, author } = inbound;
  if (answer.kind === 'signpost') return deps.acquaintances.forget(conversation, author.key);
  const expires = addSeconds(deps.clock.now(), MEMORY_HOURS * 3600);
  await deps.acquaintances.remember(conversation, author.key, memory, expires);
}
