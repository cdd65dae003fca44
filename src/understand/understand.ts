import type { Distress, Intent, Query } from '../domain/intent.ts';
import { languageOf } from '../language/detect.ts';
import { unmutated, words as wordsIn } from '../language/fold.ts';
import {
  brief,
  comparing,
  coverage,
  oneTheme,
  onePlan,
  plansFor,
  plansHeld,
  reality,
  themes,
} from './about-plans.ts';
import { aspectOf } from './aspects.ts';
import { digest } from './digests.ts';
import type { DistressReader } from './distress.ts';
import { fact } from './facts.ts';
import type { Concept } from './concepts.ts';
import { again, askedOfIt, refined } from './follow-ups.ts';
import type { Hearing, Understanding } from './hearing.ts';
import { aboutIt, byReference, ofTheSame } from './items-asked.ts';
import { counting, dueNext, listing } from './lists.ts';
import { oneThing } from './one-thing.ts';
import { othersOfTheSame } from './others.ts';
import { ofTheQuote } from './quoted-text.ts';
import { updating } from './updates.ts';
import { lexiconOf } from './lexicon.ts';
import { withoutSigns } from './plan-signs.ts';
import { questionsIn } from './normalise.ts';
import { asAt, changing, pastOfIt, pastOfTopic, standing } from './progress.ts';
import { has, read, wordsLeft, type Reading } from './reading.ts';
import { query, type Recogniser } from './recogniser.ts';
import { scopeMeant } from './scopes.ts';
import { help, outOfScope, smallTalk } from './small-talk.ts';
import { stepping } from './steps.ts';
import { MOST_CHARACTERS } from './tokens.ts';
import { defaultPlan, language } from './wishes.ts';
import { shortWordLocale } from './locale.ts';
import { isAspectAsked, topicOf } from './topic-words.ts';

/** Tried in this order; the first that recognises its family wins, so the narrower stand before the wider. */
const RECOGNISERS: readonly Recogniser[] = [
  language,
  digest,
  defaultPlan,
  updating,
  smallTalk,
  outOfScope,
  help,
  dueNext,
  reality,
  brief,
  othersOfTheSame,
  stepping,
  again,
  byReference,
  comparing,
  plansFor,
  plansHeld,
  coverage,
  pastOfIt,
  asAt,
  changing,
  pastOfTopic,
  aboutIt,
  themes,
  oneThing,
  counting,
  listing,
  standing,
  fact,
  oneTheme,
  onePlan,
];

/** What a message asks. */
export type Understand = (hearing: Hearing) => Understanding;

/**
 * Understanding with what tells distress. Pure, never throws, and bounded in work whatever the text: no more than
 * its first page is looked at, and of distress its last. A message that shows distress is answered with that alone.
 */
export function createUnderstand(distressIn: DistressReader): Understand {
  return (hearing) => {
    const text = hearing.text.slice(0, MOST_CHARACTERS);
    const locale = shortWordLocale(text) ?? languageOf(withoutSigns(text, lexiconOf(hearing.library).signs));
    return { ...(locale && { locale }), queries: queriesOf({ ...hearing, text }, distressIn(hearing.text)) };
  };
}

function queriesOf(hearing: Hearing, distress: Distress | undefined): readonly [Query, ...Query[]] {
  if (distress) return [query({ kind: 'signpost', distress })];
  if (hearing.text.trim() === '') return [query({ kind: 'unclear', why: 'empty' })];
  if (!/\p{L}|\p{N}/u.test(hearing.text)) {
    return [
      /^\s*\?+\s*$/u.test(hearing.text)
        ? query({ kind: 'help' })
        : query({ kind: 'unclear', why: 'symbols' }),
    ];
  }
  const quoted = ofTheQuote(hearing);
  if (quoted) return [quoted];
  const queries: Query[] = [];
  for (const question of questionsIn(hearing)) {
    const reading = read(hearing, question);
    const last = queries.at(-1);
    const before = last?.intent;
    const finer = last && (refined(reading, last) ?? askedOfIt(reading, last));
    if (finer) queries[queries.length - 1] = finer;
    else if (before === undefined || !isRemark(reading))
      queries.push(ofTheSame(reading, before) ?? ofTheSamePlan(reading, before) ?? queryOf(reading));
  }
  const [first, ...others] = queries;
  return [first ?? query({ kind: 'unclear', why: 'no-words' }), ...others];
}

/** "stat dwi isio, dim cwtsh", after a question: asks nothing and has no word that a plan has. */
function isRemark(reading: Reading): boolean {
  if (reading.heard.some(({ concept }) => ASKS.has(concept)) || reading.text.includes('?')) return false;
  if (reading.plans.length + reading.references.length + reading.topics.length > 0) return false;
  const left = wordsIn(wordsLeft(reading));
  const known = (word: string) => [word, ...unmutated(word)].some((form) => reading.lexicon.words.has(form));
  return left.length <= 6 && !left.some(known) && queryOf(reading).intent.kind === 'topic';
}
const ASKS: ReadonlySet<Concept> = new Set<Concept>([
  'what',
  'which',
  'who',
  'when',
  'where',
  'why',
  'how-many',
  'how-much',
  'how',
  'show',
]);

/** "who owns the Welsh plan and when was it published": of the plan that the question before named. */
function ofTheSamePlan(reading: Reading, before: Intent | undefined): Query | undefined {
  if (before?.kind !== 'fact' || reading.plans.length > 0 || !has(reading, 'it')) return undefined;
  const found = fact(reading);
  return found?.intent.kind === 'fact'
    ? { ...found, intent: { ...found.intent, scope: before.scope } }
    : undefined;
}

function queryOf(reading: Reading): Query {
  for (const recognise of RECOGNISERS) {
    const found = recognise(reading);
    if (found) return found;
  }
  return topic(reading);
}

/** Free words: the search decides what fits. */
function topic(reading: Reading): Query {
  if (reading.tokens.length === 0 || !/[\p{L}\p{N}]{2}/u.test(reading.text))
    return query({ kind: 'unclear', why: 'no-words' });
  const { scope, notes, words } = scopeMeant(reading, false);
  const { plans, filter } = scope;
  const [plan, ...others] = plans;
  // "the scottish one": the nation named the plan and nothing else is said.
  if (plan !== undefined && others.length === 0 && words === '' && has(reading, 'ordinal-one'))
    return query({ kind: 'plan', plan }, notes);
  return query(
    {
      kind: 'topic',
      words: (isAspectAsked(reading) && topicOf(reading)) || wordsToFind(reading),
      scope: { plans, filter: { ...(filter.kinds && { kinds: filter.kinds }) } },
      aspect: aspectOf(reading) ?? 'overview',
      ...(has(reading, 'all-plans', 'plans') && { ofPlans: true }),
    },
    notes,
  );
}

/** What stands around a topic: "what does … say about", "or am I dreaming". */
const AROUND: ReadonlySet<Concept> = new Set<Concept>(['overview', 'polite']);
/** The question without the plan's name, which says where to look, and "what does … say about". */
function wordsToFind(reading: Reading): string {
  const asking = reading.heard.filter(({ concept, at }) => AROUND.has(concept) && at.length > 2);
  const said = new Set([...reading.plans, ...asking].flatMap(({ at }) => at));
  const left = reading.tokens.filter((_, at) => !said.has(at));
  const words = left.map(({ start, end }) => reading.text.slice(start, end));
  const typed = words.filter((_, at) => left[at - 1]?.start !== left[at]?.start);
  return said.size > 0 && wordsLeft(reading, [...said]) !== '' ? typed.join(' ') : reading.text;
}
