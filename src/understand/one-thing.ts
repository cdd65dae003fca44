import type { Aspect } from '../domain/intent.ts';
import type { ItemFilter } from '../domain/scope.ts';
import { aspectOf } from './aspects.ts';
import { groupingOf, isPluralNoun } from './lists.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, type Reading } from './reading.ts';
import { scopeMeant } from './scopes.ts';

/** Words that a question opens with which yes or no would answer. */
const ASKING = new Set(
  `is are was were has have had does do did isnt
  ydy ydi yw a oes ydyn ydynt oedd roedd oeddent bydd fydd bu fu ai dyw dydy dydi`.split(/\s+/u),
);
/** Asked of one thing: why it stands so, and what is done about it. */
const OF_ONE: ReadonlySet<Aspect> = new Set(['reason', 'mitigation']);
const STANDING_PARTS: ReadonlySet<keyof ItemFilter> = new Set([
  'standings',
  'overdue',
  'except',
  'kinds',
  'neverUpdated',
]);

/**
 * "is the wellbeing hub on track?", "what is being done about the driver problem": about the one thing named, so that the
 * standing in the question is never what items are picked by.
 */
export const oneThing: Recogniser = (reading) => {
  const asked = aspectOf(reading) ?? 'status';
  const yesOrNo = ASKING.has(reading.words[0] ?? '') && !asksWhich(reading);
  const ofOne = OF_ONE.has(asked) && !has(reading, 'show', 'which', 'how-many');
  if (!(yesOrNo || ofOne) || has(reading, 'how-many', 'everything', 'theme', 'changes', 'it'))
    return undefined;
  if (isPluralNoun(reading) && !isOneOf(reading)) return undefined;
  if (groupingOf(reading) !== undefined || reading.topics.length > 0) return undefined;
  const { scope, words, notes } = scopeMeant(reading, false);
  const { filter, plans } = scope;
  const standing = Object.entries(filter).every(
    ([part, value]) => value === undefined || STANDING_PARTS.has(part as keyof ItemFilter),
  );
  const isStated =
    ofOne || filter.standings !== undefined || filter.overdue !== undefined || filter.except !== undefined;
  if (words === '' || !standing || (!isStated && !isOneOf(reading))) return undefined;
  return query(
    {
      kind: 'topic',
      words,
      scope: { plans, filter: { ...(filter.kinds && { kinds: filter.kinds }) } },
      aspect: isOneOf(reading) && !isStated ? 'overview' : asked === 'overview' ? 'status' : asked,
    },
    notes.filter(({ kind }) => kind !== 'not-on-track'),
  );
};

/** "are any … at risk", "oes unrhyw gamau": asks which there are. */
function asksWhich(reading: Reading): boolean {
  return has(reading, 'show', 'which', 'who');
}
/** "one of the 33 actions", "un o'r camau". */
function isOneOf({ words }: Reading): boolean {
  return words.some(
    (word, at) => (word === 'one' && words[at + 1] === 'of') || (word === 'un' && words[at + 1] === 'o'),
  );
}
