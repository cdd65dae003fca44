import { query, type Recogniser } from './recogniser.ts';
import { has, wordsLeft, type Reading } from './reading.ts';
import { plansMeant } from './scopes.ts';

/** "when was it published", "faint o arian", "who wrote the report": a fact about a plan. */
export const fact: Recogniser = (reading) => {
  const topics = [
    ...new Set([...reading.topics.map(({ concept }) => concept as string), ...ownTopics(reading)]),
  ];
  if (topics.length === 0 || !isAsked(reading)) return undefined;
  if (has(reading, 'action', 'recommendation', 'call') && !has(reading, 'plan', 'this-plan'))
    return undefined;
  const covered = reading.topics.flatMap(({ at }) => at);
  const bare = wordsLeft(reading, covered) === '';
  const { plans, notes } = plansMeant(reading, bare);
  return query(
    { kind: 'fact', topics, words: reading.text, scope: { plans, filter: {} }, aspect: 'overview' },
    notes,
  );
};

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
  const text = ` ${reading.words.join(' ')} `;
  return [...reading.lexicon.topics].filter(
    (topic) => topic.length > 3 && text.includes(` ${topic.replaceAll('-', ' ')} `),
  );
}
