import type { PlanId } from '../domain/model.ts';
import { fold, words } from '../language/fold.ts';
import { remembering } from '../language/remembering.ts';
import type { Heard } from './concepts.ts';
import { datesOf } from './filters.ts';
import { NATIONS } from './nations.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, wordsLeft, type Reading } from './reading.ts';
import { plansMeant } from './scopes.ts';
import { contentLeft } from './topic-words.ts';
import { TOPICS_ENGLISH, TOPICS_WELSH, type Topic } from './words.topics.ts';

/** "when was it published", "faint o arian", "who wrote the report": a fact about a plan. */
export const fact: Recogniser = (reading) => {
  const asked = [
    ...reading.topics.filter(isMeant(reading)).map(({ concept }) => concept as string),
    ...ownTopics(reading),
  ];
  const topics = [...new Set([...asked, ...alikeTo(asked, reading.lexicon.topics)])];
  if (topics.length === 0 || !isAsked(reading) || isOfAThing(reading, topics)) return undefined;
  if (has(reading, 'action', 'recommendation', 'call') && !has(reading, 'plan', 'this-plan'))
    return undefined;
  const covered = reading.topics.flatMap(({ at }) => at);
  const bare = wordsLeft(reading, covered) === '';
  const { plans, notes } = plansMeant(reading, bare);
  const about = askedOf(reading, covered, plans);
  return query(
    {
      kind: 'fact',
      topics,
      words: reading.text,
      ...(about !== '' && { about }),
      scope: { plans, filter: {} },
      aspect: 'overview',
    },
    notes,
  );
};

/** The words beside the topic; empty where they are dates or say no more than which plan is meant. */
function askedOf(reading: Reading, covered: readonly number[], plans: readonly PlanId[]): string {
  const dated = datesOf(reading, 'back').flatMap(({ at }) => at);
  const left = words(contentLeft(reading, [...covered, ...dated]));
  const named = plans.map((plan) => reading.lexicon.planWords.get(plan));
  const isOfPlan = (word: string): boolean =>
    NATIONS.some((names) => names.includes(word)) || named.some((known) => known?.has(word));
  return left.every(isOfPlan) ? '' : contentLeft(reading, covered);
}

/** "pryd fydd y wefan yn barod", "pwy bia'r job o …": what is within a longer phrase is no topic of its own. */
function isMeant({ heard }: Reading): (topic: Heard<Topic>) => boolean {
  const said = heard.filter(({ concept }) => concept === 'due' || concept === 'lead').map(({ at }) => at);
  return ({ at }) =>
    !said.some((places) => places.length > at.length && at.every((place) => places.includes(place)));
}

/** "who leads the care apprenticeships plan": where no plan has that name, it is what a plan does that is led. */
function isOfAThing(reading: Reading, topics: readonly string[]): boolean {
  const named = reading.plans.length > 0 || !has(reading, 'lead');
  if (named || topics.some((topic) => topic !== 'ownership')) return false;
  return (
    wordsLeft(
      reading,
      reading.topics.flatMap(({ at }) => at),
    ) !== ''
  );
}

/** A topic word alone may be a topic of the actions: "funding" is asked of the plan where the question asks. */
function isAsked(reading: Reading): boolean {
  const phrase = reading.topics.some(({ at }) => at.length > 1);
  return (
    phrase ||
    has(
      reading,
      'who',
      'when',
      'what',
      'how-much',
      'how-many',
      'plan',
      'this-plan',
      'where',
      'how',
      'which',
      'lead',
      'show',
      'overview',
    ) ||
    reading.plans.length > 0 ||
    reading.words.length <= 3
  );
}

/** The pack's own words for its facts. */
function ownTopics(reading: Reading): readonly string[] {
  // What is counted is no topic: "how many people got the training".
  const text = ` ${reading.words.join(' ')} `.replace(/ how many \p{L}+ /u, ' ');
  return [...reading.lexicon.topics].filter(
    (topic) => topic.length > 3 && text.includes(` ${topic.replaceAll('-', ' ')} `),
  );
}

/** The packs' own words for the same ideas: "cyllid" is "funding", in whichever language a plan names its facts. */
function alikeTo(asked: readonly string[], own: ReadonlySet<string>): readonly string[] {
  if (asked.length === 0) return [];
  const ideas = new Set(asked.flatMap((topic) => ideasOf(topic)));
  return [...own].filter((topic) => ideasOf(topic).some((idea) => ideas.has(idea)));
}

const ideasByWord = new Map<string, readonly string[]>();

/** The facts that people ask for which a pack's topic stands for: itself, or those that have it among their words. */
const ideasOf = remembering((topic): readonly string[] => {
  if (ideasByWord.size === 0) {
    for (const table of [TOPICS_ENGLISH, TOPICS_WELSH]) {
      for (const [idea, phrases] of Object.entries(table)) {
        for (const phrase of [idea, ...phrases].map(topicWords))
          ideasByWord.set(phrase, [...(ideasByWord.get(phrase) ?? []), idea]);
      }
    }
  }
  return ideasByWord.get(topicWords(topic)) ?? [topic];
});

function topicWords(text: string): string {
  return fold(text).replaceAll(/[-_]/gu, ' ');
}
