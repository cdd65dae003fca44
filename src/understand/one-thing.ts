import type { Aspect, Query } from '../domain/intent.ts';
import type { ItemFilter, Scope } from '../domain/scope.ts';
import { aspectOf } from './aspects.ts';
import { STANDING_CONCEPTS } from './concepts.ts';
import { groupingOf, isPluralNoun } from './lists.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, namedPlans, type Reading } from './reading.ts';
import { scopeMeant } from './scopes.ts';
import { withoutChatter } from './topic-words.ts';

/** Words that a question opens with which yes or no would answer. */
const ASKING = new Set(
  `is are was were has have had does do did isnt
  ydy ydi yw a oes ydyn ydynt oedd roedd oeddent bydd fydd bu fu ai dyw dydy dydi gafodd cafodd chafodd`.split(
    /\s+/u,
  ),
);
/** Asked of one thing: why it stands so, what is done about it, when it ends, and who says that it stands so. */
function isOfOne(reading: Reading, asked: Aspect): boolean {
  if (has(reading, 'show', 'which')) return false;
  if (asked === 'source' || asked === 'confidence' || has(reading, 'source'))
    return has(reading, ...STANDING_CONCEPTS, 'overdue');
  if (asked === 'lead' || asked === 'addressee') return has(reading, 'who') && !isPluralNoun(reading);
  return asked === 'reason' || asked === 'mitigation' || (asked === 'due' && has(reading, 'when'));
}
const STATED: readonly (keyof ItemFilter)[] = ['standings', 'overdue', 'except', 'neverUpdated', 'response'];
const STANDING_PARTS: ReadonlySet<string> = new Set<string>([...STATED, 'kinds', 'themes']);

/**
 * "is the wellbeing hub on track?", "what is being done about the driver problem": about the one thing named, so that the
 * standing in the question is never what items are picked by.
 */
export const oneThing: Recogniser = (reading) => {
  const asked = aspectOf(reading) ?? 'status';
  const yesOrNo = isYesOrNo(reading.words) && !has(reading, 'show', 'which');
  const ofOne = isOfOne(reading, asked);
  if (!(yesOrNo || ofOne) || has(reading, 'how-many', 'changes') || isOfAll(reading)) return undefined;
  if (isPluralNoun(reading) && !isOneOf(reading)) return undefined;
  if (groupingOf(reading) !== undefined || (reading.topics.length > 0 && asked !== 'source'))
    return undefined;
  const { scope, words, notes, asAt } = scopeMeant(reading, false);
  const { filter, plans } = scope;
  if (!Object.keys(filter).every((part) => STANDING_PARTS.has(part))) return undefined;
  const isStated = ofOne || STATED.some((part) => filter[part] !== undefined);
  if (!isStated && !isOneOf(reading)) return undefined;
  if (words === '') return yesOrNo ? wholeOf(reading, scope) : undefined;
  const { kinds, themes } = filter;
  const sought = withoutChatter(words);
  const within: Scope = { plans, filter: { ...(kinds && { kinds }), ...(themes && { themes }) } };
  if (asAt !== undefined)
    return query(
      { kind: 'as-at', day: asAt, references: [], items: [], scope: within, words: sought },
      notes,
    );
  return query(
    {
      kind: 'topic',
      words: sought,
      scope: within,
      aspect: isStated ? (asked === 'overview' ? 'status' : asked) : 'overview',
    },
    notes.filter(({ kind }) => kind !== 'not-on-track'),
  );
};

/** "everything"; not as in "has anything been done about". */
function isOfAll({ heard }: Reading): boolean {
  return heard.some(
    ({ concept, at }) =>
      concept === 'everything' &&
      !heard.some((longer) => longer.concept === 'status' && at.every((place) => longer.at.includes(place))),
  );
}
/** A question that opens so, or one that ends so: "they scrapped it, didn't they", "paid time - did they say yes". */
function isYesOrNo(words: readonly string[]): boolean {
  return (
    ASKING.has(words[0] ?? '') ||
    words.some((word, at) => at > 0 && TURNING.has(word) && WHO.has(words[at + 1] ?? ''))
  );
}
const TURNING = new Set(
  `did didnt didn't was wasnt wasn't has hasnt hasn't is isnt isn't have havent haven't do does ddaru wnaeth nath gafodd cafodd ydi ydy yw ydyn`.split(
    /\s+/u,
  ),
);
const WHO = new Set('they it he she management o e fo fe hi nhw'.split(' '));

/** "is the Welsh plan on track", "ydy thema 3 mewn perygl": how the plan or the theme stands. */
function wholeOf(reading: Reading, { plans, filter }: Scope): Query | undefined {
  const { themes } = filter;
  const ours = reading.words.some((word) => word === 'we' || word === 'ni');
  if (themes === undefined && namedPlans(reading).length !== 1 && !ours) return undefined;
  if (has(reading, 'action', 'recommendation', 'call', 'item')) return undefined;
  return query({ kind: 'status', scope: { plans, filter: { ...(themes && { themes }) } }, aspect: 'status' });
}

/** "one of the 33 actions", "un o'r camau". */
function isOneOf({ words }: Reading): boolean {
  return words.some(
    (word, at) => (word === 'one' && words[at + 1] === 'of') || (word === 'un' && words[at + 1] === 'o'),
  );
}
