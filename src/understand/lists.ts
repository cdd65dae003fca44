import type { Aspect, Grouping, SortOrder } from '../domain/intent.ts';
import type { ItemFilter } from '../domain/scope.ts';
import type { Scope } from '../domain/scope.ts';
import { NO_END } from '../domain/dates.ts';
import { aspectOf } from './aspects.ts';
import { mustBeFound } from './beside.ts';
import type { Concept } from './concepts.ts';
import { datesOf } from './filters.ts';
import { numberIn } from './period.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, type Reading } from './reading.ts';
import { narrows, scopeMeant, type MeantScope } from './scopes.ts';
import { testsOf } from './standing-tests.ts';

const GROUPINGS: readonly (readonly [Concept, Grouping])[] = [
  ['by-theme', 'theme'],
  ['by-plan', 'plan'],
  ['by-kind', 'kind'],
  ['by-lead', 'lead'],
  ['by-standing', 'standing'],
  ['by-response', 'response'],
  ['by-addressee', 'addressee'],
];
const ORDERS: readonly (readonly [Concept, SortOrder])[] = [
  ['most-overdue-first', 'most-overdue'],
  ['due-first', 'due'],
  ['newest-first', 'newest'],
  ['oldest-first', 'oldest'],
];

export function groupingOf(reading: Reading): Grouping | undefined {
  return (
    GROUPINGS.find(([concept]) => has(reading, concept))?.[1] ??
    (comparesStandings(reading) ? 'standing' : undefined)
  );
}
/** "on track and at risk side by side", "cymharu’r coch a’r gwyrdd": standings are compared, not plans. */
export function comparesStandings(reading: Reading): boolean {
  if (!has(reading, 'compare') || has(reading, 'plans', 'all-plans', 'by-plan')) return false;
  const named = reading.heard.filter(({ concept }) => testsOf(concept).length > 0);
  return new Set(named.map(({ concept }) => concept)).size > 1;
}
export function orderNamed(reading: Reading): SortOrder | undefined {
  return ORDERS.find(([concept]) => has(reading, concept))?.[1];
}
function orderOf(reading: Reading, isDueAsked: boolean): SortOrder {
  return orderNamed(reading) ?? (isDueAsked ? 'due' : 'document');
}

const NOUNS: readonly Concept[] = ['action', 'recommendation', 'call', 'item'];

/** "how many actions", "sawl argymhelliad", "how many are overdue". */
export const counting: Recogniser = (reading) => {
  if (!has(reading, 'how-many') && !isNumberDoubted(reading)) return undefined;
  const meant = scopeMeant(reading, true);
  const leaning = meant.words === '' && !narrows(meant.scope.filter) && hasKind(reading, meant.scope);
  const settled = leaning ? meant : whereCounted(reading, scopeMeant(reading, false));
  const { scope, asAt } = settled;
  const words = withoutDeclaring(settled.words);
  const counted =
    has(reading, 'action', 'recommendation', 'call') || countsItems(reading) || narrows(scope.filter);
  if (!counted) return undefined;
  const group = groupingOf(reading);
  return query(
    {
      kind: 'count',
      scope,
      words,
      ...(mustBeFound(reading, scope, words) && { strict: true }),
      ...(group && { group }),
      ...(asAt && { asAt }),
      ...(isPredicate(reading, words) && { predicate: true }),
    },
    settled.notes,
  );
};
/** "how sure are you that the plan has 33 actions", "oes 33 o gamau yn y cynllun": whether so many are there. */
function isNumberDoubted({ heard, words }: Reading): boolean {
  const doubted = heard.some(({ concept }) => concept === 'confidence') || DOUBTING.has(words[0] ?? '');
  return doubted && heard.some(({ concept, at: [at = 0] }) => isKind(concept) && countedAt(words, at));
}
const DOUBTING = new Set('is are does do has have oes ydy ydi yw onid a'.split(' '));
function isKind(concept: Concept): boolean {
  return concept === 'action' || concept === 'recommendation' || concept === 'call';
}
/** A number above one straight before a word for items: "33 actions", "33 o gamau". */
function countedAt(words: readonly string[], at: number): boolean {
  const number = numberIn(words[at - 1] === 'o' ? words[at - 2] : words[at - 1]);
  return number !== undefined && number > 1;
}
/** "how many actions are offtrak": one word straight after the verb. */
function isPredicate({ words }: Reading, left: string): boolean {
  const at = words.indexOf(left.toLowerCase());
  return at > 0 && VERBS.has(words[at - 1] ?? '') && !left.includes(' ');
}
const VERBS = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'yn', 'sydd']);
/** "how many actions does the plan declare", "33 o gamau": what it declares, or how many, is what is counted. */
function withoutDeclaring(words: string): string {
  return words
    .split(' ')
    .filter((word) => !/^(?:declare[sd]?|declaring|[dn]?datgan|ddatgan|\d{1,3})$/iu.test(word))
    .join(' ');
}
/** A plan that was merely spoken of before, and has nothing of the kind, gives way to all plans. */
function whereCounted(reading: Reading, meant: MeantScope): MeantScope {
  const assumed = meant.notes.length > 0 && reading.hearing.defaultPlan === undefined;
  if (!assumed || has(reading, 'plan') || hasKind(reading, meant.scope)) return meant;
  return { ...meant, scope: { ...meant.scope, plans: [] }, notes: [] };
}
/** Whether what the talk was about has what is counted now; a plan without it is not meant. */
function hasKind({ hearing }: Reading, { plans, filter: { kinds } }: Scope): boolean {
  return (
    kinds === undefined ||
    plans.some((plan) => hearing.library.coverageOf(plan).some(({ kind }) => kinds.includes(kind)))
  );
}
/** "how many items", not "how many things did people say". */
function countsItems(reading: Reading): boolean {
  const counted = reading.heard
    .filter(({ concept }) => concept === 'how-many')
    .map(({ at }) => at.at(-1) ?? 0);
  return reading.heard.some(
    ({ concept, at }) =>
      (concept === 'item' || concept === 'it') &&
      counted.some((end) => (at[0] ?? 0) - end >= 0 && (at[0] ?? 0) - end <= 2),
  );
}

const ASKED_OF_EACH: readonly Aspect[] = [
  'lead',
  'due',
  'reason',
  'mitigation',
  'source',
  'age',
  'addressee',
  'response',
];

/** "which actions are at risk", "what's overdue", "camau dan arweiniad X", "actions by theme". */
export const listing: Recogniser = (reading) => {
  const { scope, words, notes, asAt } = scopeMeant(reading, false);
  const group = groupingOf(reading);
  const noun = has(reading, ...NOUNS);
  const ordered = ORDERS.some(([concept]) => has(reading, concept));
  const wanted = narrows(scope.filter) || group !== undefined || ordered;
  const whole = has(reading, 'plan', 'this-plan') && !has(reading, 'how', 'going', 'status', 'changes');
  const listed =
    words === '' &&
    has(reading, 'everything') &&
    !has(reading, 'going') &&
    (whole || has(reading, 'show', 'item'));
  const named =
    has(reading, 'action', 'recommendation', 'call') ||
    listed ||
    (has(reading, 'item', 'everything') && isPluralNoun(reading));
  const asked = has(reading, 'show', 'which', 'what', 'everything', 'who') || isBare(reading);
  const isTopic =
    words !== '' &&
    !wanted &&
    !(named && (has(reading, 'which', 'show', 'everything') || isPluralNoun(reading)));
  if (
    isTopic ||
    (!wanted && !(named && asked)) ||
    (!noun && !asked && !has(reading, 'going', 'status', 'lead', 'addressee', 'reason', 'why', 'when', 'due'))
  )
    return undefined;
  if (isThemeAlone(reading, scope.filter)) return undefined;
  const order = orderOf(reading, scope.filter.due !== undefined);
  return query(
    {
      kind: 'list',
      scope,
      words,
      ...(group === undefined && !ordered && mustBeFound(reading, scope, words) && { strict: true }),
      order,
      ...(group && { group }),
      aspect: aspectOfList(reading, scope.filter),
      ...(asAt && { asAt }),
    },
    notes,
  );
};

/** "next deadline", "be sy'n cwblhau nesa": what falls due from today on, the soonest first, whatever the talk was about. */
export const dueNext: Recogniser = (reading) => {
  if (!has(reading, 'due') && !(has(reading, 'next') && has(reading, 'completed'))) return undefined;
  if (has(reading, 'digest', 'it', 'recommendation', 'call') || reading.references.length > 0)
    return undefined;
  if (datesOf(reading, 'forward').length > 0) return undefined;
  const { scope, words, notes } = scopeMeant(reading, true);
  const isToCome = scope.filter.due?.to === NO_END && !has(reading, ...NOUNS);
  if (words !== '' || !(has(reading, 'next') || isToCome)) return undefined;
  const { standings: _, except: __, ...filter } = scope.filter;
  const due = { from: reading.hearing.today, to: NO_END };
  const meant: Scope = { plans: scope.plans, filter: { ...filter, due } };
  return query({ kind: 'list', scope: meant, words: '', order: 'due', aspect: 'overview' }, notes);
};

function aspectOfList(reading: Reading, { response, leads }: ItemFilter): Aspect {
  if (response !== undefined) return 'response';
  const aspect = aspectOf(reading);
  if (aspect === 'due' && !has(reading, 'when')) return 'overview';
  if (aspect === 'lead' && !has(reading, ...(leads ? (['who'] as const) : (['who', 'lead'] as const))))
    return 'overview';
  return aspect !== undefined && ASKED_OF_EACH.includes(aspect) ? aspect : 'overview';
}
/** A few words and no verb: "red actions", "overdue", "camau coch". */
function isBare(reading: Reading): boolean {
  return !has(reading, 'how', 'going', 'why', 'reason', 'when', 'where');
}
export function isPluralNoun(reading: Reading): boolean {
  return reading.words.some((word) =>
    /^(?:actions|recommendations|calls|recs|items|eitemau|[cg]amau|chamau|nghamau|argymhellion|galwadau|alwadau)$/u.test(
      word,
    ),
  );
}
/** "how is recruitment going", "what is the digital theme": about the theme, not its items. */
function isThemeAlone(reading: Reading, filter: ReturnType<typeof scopeMeant>['scope']['filter']): boolean {
  const { themes, ...rest } = filter;
  const only = themes !== undefined && !Object.values(rest).some((value) => value !== undefined);
  return only && !has(reading, ...NOUNS, 'show', 'everything') && groupingOf(reading) === undefined;
}
