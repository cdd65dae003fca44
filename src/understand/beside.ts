import type { Scope } from '../domain/scope.ts';
import { fold } from '../language/fold.ts';
import type { Concept } from './concepts.ts';
import { has, type Reading } from './reading.ts';
import { isNaming } from './topic-words.ts';

/** Words after which stands what something is about. */
const LINKS = new Set(
  'about on regarding concerning mention mentions mentioning covering involving am ar ynghylch ynglyn crybwyll son'.split(
    ' ',
  ),
);
/** Words that may stand between. */
const BETWEEN = new Set('the a an any our y yr ein unrhyw'.split(' '));
const OF_PLANS: readonly Concept[] = [
  'action',
  'recommendation',
  'call',
  'item',
  'plan',
  'plans',
  'this-plan',
  'all-plans',
  'theme',
  'child',
];
/** What anything may be, in the plans or not: at risk, overdue, due in December. */
const OF_ANYTHING: ReadonlySet<string> = new Set(['kinds', 'standings', 'overdue', 'due', 'except']);

/**
 * Whether the words beside a filter must be found: they say what it is about ("overdue actions on zeppelins") or whose it is, or nothing
 * else says that the plans are meant ("which clubs are at risk").
 */
export function mustBeFound(reading: Reading, { filter }: Scope, words: string): boolean {
  const naming = words.split(' ').filter((word) => isNaming(word) && !isOfAPlan(reading, word));
  if (naming.length === 0) return false;
  if (isLinked(reading, words)) return true;
  const isOfAnything = Object.entries(filter).every(
    ([part, value]) => value === undefined || OF_ANYTHING.has(part),
  );
  if (isOfWhom(words)) return true;
  const isOfTheTalk = has(reading, 'it') && reading.hearing.memory.items.length > 0;
  return isOfAnything && reading.plans.length === 0 && !isOfTheTalk && !has(reading, ...OF_PLANS);
}

/** "in the demo": part of a plan's name. */
function isOfAPlan({ lexicon }: Reading, word: string): boolean {
  return [...lexicon.planWords.values()].some((known) => known.has(fold(word)));
}

/** "overdue actions of the Head of Chaplaincy": a post that nobody in the plans has. */
function isOfWhom(words: string): boolean {
  return words.split(' ').some((word) => POSTS.has(fold(word)));
}
const POSTS = new Set(
  'head director chief officer manager lead pennaeth bennaeth phennaeth cyfarwyddwr gyfarwyddwr chyfarwyddwr prif brif rheolwr reolwr swyddog'.split(
    ' ',
  ),
);

function isLinked({ text, tokens, words }: Reading, left: string): boolean {
  const [first] = left.split(' ');
  let before = tokens.findIndex(({ start, end }) => text.slice(start, end) === first) - 1;
  while (BETWEEN.has(words[before] ?? '')) before -= 1;
  return LINKS.has(words[before] ?? '');
}
