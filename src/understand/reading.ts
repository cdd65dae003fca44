import type { PlanId } from '../domain/model.ts';
import { remembering } from '../language/remembering.ts';
import { isFunctionWord } from '../search/stop-words.ts';
import type { Concept, Heard } from './concepts.ts';
import { createListener } from './hear.ts';
import type { Hearing } from './hearing.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { plansIn, type PlanMention } from './plan-names.ts';
import { referencesIn, type FoundReference } from './references.ts';
import { tokensOf, type Token } from './tokens.ts';
import { ENGLISH } from './words.en.ts';
import { WELSH } from './words.cy.ts';
import { TOPICS_ENGLISH, TOPICS_WELSH, type Topic } from './words.topics.ts';

const listen = createListener<Concept>(ENGLISH, WELSH);
const listenForTopics = createListener<Topic>(TOPICS_ENGLISH, TOPICS_WELSH);

/** One question, read once: what every recogniser looks at. */
export interface Reading {
  readonly hearing: Hearing;
  readonly lexicon: Lexicon;
  /** Without greeting and politeness. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly heard: readonly Heard[];
  readonly topics: readonly Heard<Topic>[];
  readonly plans: readonly PlanMention[];
  /** A nation's plan was named that the library does not have. */
  readonly unknownPlan: boolean;
  readonly references: readonly FoundReference[];
}

/** The words of plain text as heard, without names and references: enough for greetings and politeness. */
export function listenTo(text: string, lexicon: Lexicon): Listened {
  const listener = listeners.get(lexicon) ?? remembering((spoken) => listened(spoken, lexicon), MOST_TEXTS);
  listeners.set(lexicon, listener);
  return listener(text);
}
interface Listened {
  readonly tokens: readonly Token[];
  readonly heard: readonly Heard[];
}
/** A message is listened to once for its courtesies and, where it has none, not again for what it asks. */
const listeners = new WeakMap<Lexicon, (text: string) => Listened>();
const MOST_TEXTS = 8;

function listened(text: string, lexicon: Lexicon): Listened {
  const tokens = tokensOf(text);
  return { tokens, heard: listen(wordsOf(tokens), lexicon.words) };
}

/** Reads one question. */
export function read(hearing: Hearing, text: string): Reading {
  const lexicon = lexiconOf(hearing.library);
  const { tokens, heard } = listenTo(text, lexicon);
  const words = wordsOf(tokens);
  const { mentions, unknown } = plansIn(text, tokens, lexicon);
  const references = referencesIn({ text, tokens, heard, plans: mentions, lexicon, hearing });
  const named = new Set(mentions.flatMap((mention) => mention.at));
  return {
    hearing,
    lexicon,
    text,
    tokens,
    words,
    heard: heard.filter(
      ({ concept, at }) => POINTERS_TO_PLANS.has(concept) || !at.every((place) => named.has(place)),
    ),
    topics: listenForTopics(words, lexicon.words),
    plans: mentions,
    unknownPlan: unknown,
    references,
  };
}
/** "the plan" and "plans" are kept beside a plan's name. */
const POINTERS_TO_PLANS: ReadonlySet<Concept> = new Set(['plan', 'plans']);

function wordsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.map(({ word }) => word);
}

/** `work`, which must depend on the reading alone, done once for each reading: several recognisers ask for the same. */
export function oncePerReading<T>(work: (reading: Reading) => T): (reading: Reading) => T {
  const known = new WeakMap<Reading, { readonly result: T }>();
  return (reading) => {
    const kept = known.get(reading) ?? { result: work(reading) };
    known.set(reading, kept);
    return kept.result;
  };
}

export function has(reading: Pick<Reading, 'heard'>, ...concepts: readonly Concept[]): boolean {
  return reading.heard.some((heard) => concepts.includes(heard.concept));
}

/** Where the first of these was heard. */
export function placeOf(reading: Reading, ...concepts: readonly Concept[]): number | undefined {
  const places = reading.heard
    .filter((heard) => concepts.includes(heard.concept))
    .map((heard) => heard.at[0] ?? 0);
  return places.length > 0 ? Math.min(...places) : undefined;
}

/** Each plan named, once, in order. */
export function namedPlans(reading: Reading): readonly PlanId[] {
  return [...new Set(reading.plans.flatMap((mention) => mention.plans))];
}

/** Words that every question is built with and that name nothing to look for. */
const SCAFFOLD: ReadonlySet<Concept> = new Set([
  'polite',
  'follow-on',
  'also',
  'correction',
  'what',
  'which',
  'who',
  'when',
  'where',
  'how-many',
  'how-much',
  'how',
  'show',
  'action',
  'recommendation',
  'call',
  'item',
  'child',
  'plan',
  'plans',
  'theme',
  'number',
  'everything',
  'it',
  'this-plan',
  'all-plans',
  'status',
  'going',
  'lead',
  'led-by',
  'due',
  'detail',
  'overview',
  'addressee',
  'addressed-to',
  'changes',
  'history',
  'as-at',
  'compare',
  'updated',
  'labelled',
  'not',
  'reason',
  'coverage',
  'overdue',
  'behind',
  'same-for',
  'ordinal-one',
  'more',
  'next',
  'back',
  'now',
  'digest',
  'source',
  'me',
  'us',
  'mitigation',
  'match',
  'run',
  'why',
  'age',
  'default',
  'response',
  'confidence',
  'missing',
  'except',
  'in-welsh',
  'in-english',
  'in-both',
  'greeting',
]);
const STANDINGS: ReadonlySet<Concept> = new Set([
  'not-started',
  'in-progress',
  'completed',
  'on-hold',
  'cancelled',
  'carried-forward',
  'on-track',
  'at-risk',
  'off-track',
  'missed',
  'missed-no-risk',
  'missed-with-risk',
  'open',
  'no-due',
  'has-due',
  'never-updated',
  'no-lead',
  'has-welsh',
  'no-welsh',
  'primary',
  'secondary',
  'derived',
  'accepted',
  'accepted-in-principle',
  'partly-rejected',
  'rejected',
  'tagged',
  'most-overdue-first',
  'due-first',
  'newest-first',
  'oldest-first',
  'by-plan',
  'by-theme',
  'by-kind',
  'by-lead',
  'by-standing',
  'by-response',
  'by-addressee',
]);
const FILLER = new Set(
  `currently right now please exactly just really actually still far already yet far going getting being been get got has had
  concerning regarding relating related around involving involve involves there anything something ni nawr ar hyn bryd rwan bellach sy sydd sydd maen fydd fyddai bydd byddai
  ynghylch ynglyn sut gennym gennych gennyn ganddo ganddi ganddyn gwneud wneud things people say says said mention mentioned mentions know deal deals dealing address addresses addressing focus focused focuses focusing ymwneud ymwneir delio son crybwyll crybwyllir tell much many
  across among within come came gone go held hold yng ym mewn ngl fewn ymhlith exist exists include included contain contains contained list lists number sydd genny give ask asks asking expect expects ever somewhere gwbl gwbwl rhywle rhywbryd union te tha ywr syn ydir maer sda sgen nabod adnabod rhoi roi gallu allu alla gallaf fedra gofyn ofyn ngofyn disgwyl ddisgwyl`.split(
    /\s+/u,
  ),
);

/** The words left that say what it is about, as typed. `also` are places that something else has explained. */
export function wordsLeft(reading: Reading, also: readonly number[] = []): string {
  const explained = new Set([
    ...also,
    ...reading.plans.flatMap((mention) => mention.at),
    ...reading.references.flatMap((found) => found.at),
    ...reading.heard
      .filter(({ concept }) => SCAFFOLD.has(concept) || STANDINGS.has(concept))
      .flatMap(({ at }) => at),
    ...numbersOfThings(reading),
  ]);
  const kept = reading.tokens.filter(
    ({ word }, at) => !explained.has(at) && !isFunctionWord(word) && !FILLER.has(word) && word.length > 1,
  );
  const typed = kept.map(({ start, end }) => reading.text.slice(start, end));
  return typed.filter((word, at) => typed[at - 1] !== word).join(' ');
}

/** "the 33 actions": how many there are picks none of them. */
function numbersOfThings({ heard, words, plans }: Reading): readonly number[] {
  const named = new Set(plans.flatMap(({ at }) => at));
  const beforeName = (place: number): number => (named.has(place) ? beforeName(place - 1) : place);
  const before = heard
    .filter(({ concept }) => THINGS.has(concept))
    .map(({ at }) => beforeName((at[0] ?? 0) - 1))
    .filter((place) => /^\d{1,3}$/u.test(words[place] ?? ''));
  return before;
}
const THINGS: ReadonlySet<Concept> = new Set(['action', 'recommendation', 'call', 'item', 'theme', 'plans']);

/** The token places that a stretch of the text covers. */
export function placesIn(reading: Reading, start: number, end: number): readonly number[] {
  return reading.tokens.flatMap((token, at) => (token.start >= start && token.start < end ? [at] : []));
}
