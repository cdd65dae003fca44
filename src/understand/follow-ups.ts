import type { Memory } from '../domain/conversation.ts';
import type { Intent, Query } from '../domain/intent.ts';
import type { PlanId } from '../domain/model.ts';
import { unmutated, words as wordsIn } from '../language/fold.ts';
import { aspectOf } from './aspects.ts';
import { asCount, aspectAsked, asList, changed, type Change, type Time } from './changed-question.ts';
import type { Concept } from './concepts.ts';
import { datesOf, filterOf } from './filters.ts';
import { groupingOf, orderNamed } from './lists.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, namedPlans, placeOf, wordsLeft, type Reading } from './reading.ts';
import { narrows, plansOfIntent } from './scopes.ts';
import { topicOf } from './topic-words.ts';

/** "same for Scotland", "and in recruitment?", "only the late ones", "sort by date", "and today?": the last question with a part changed. */
export const again: Recogniser = (reading) => {
  const { last } = reading.hearing.memory;
  if (last === undefined || reading.references.length > 0 || reading.words.length > MOST_WORDS)
    return undefined;
  return (
    shownAgain(reading, last) ??
    ofTheme(reading, last) ??
    ofOtherPlan(reading, last) ??
    atOtherTime(reading, last) ??
    arranged(reading) ??
    narrowed(reading)
  );
};
/** "What is overdue? Most overdue first please.": a later sentence that sorts or narrows what the one before asked. */
export function refined(reading: Reading, { intent, notes }: Query): Query | undefined {
  const { memory } = reading.hearing;
  const isList = isListed(intent) || intent.kind === 'topic';
  const opens =
    orderNamed(reading) ?? groupingOf(reading) ?? reading.words.slice(0, 2).find((word) => ONLY.has(word));
  if (!isList || opens === undefined) return undefined;
  const after: Memory = { ...memory, items: [], last: intent, list: { intent, items: [] } };
  const found = again({ ...reading, hearing: { ...reading.hearing, memory: after } });
  return found && { ...found, notes: [...notes, ...found.notes] };
}
/** "Flexible working has slipped. What is the date now?": a later sentence that only asks something of the thing just named. */
export function askedOfIt(reading: Reading, { intent, notes }: Query): Query | undefined {
  if (reading.references.length + reading.plans.length > 0 || has(reading, 'how-many', 'show', 'digest'))
    return undefined;
  const aspect = aspectOf(reading);
  const isNamed = intent.kind === 'topic' || (intent.kind === 'list' && intent.words !== '' && !intent.group);
  if (!isNamed || aspect === undefined || aspect === 'overview' || topicOf(reading) !== '') return undefined;
  if (intent.kind === 'topic') return query({ ...intent, aspect }, notes);
  if (intent.scope.filter.kinds === undefined && !has(reading, 'item') && !isOfSeveral(reading))
    return query({
      kind: 'topic',
      words: intent.words,
      scope: { plans: intent.scope.plans, filter: {} },
      aspect,
    });
  return query({ ...intent, aspect }, notes);
}
/** "Which are late on recruitment? Who leads them?" */
function isOfSeveral({ words }: Reading): boolean {
  return words.some((word) => word === 'them' || word === 'they' || word === 'nhw' || word === 'each');
}
/** Whoever says more than this asks something new. */
const MOST_WORDS = 16;

/** The question a change is made to: the last, or the list that the item last spoken of came from. */
function changeable({ last, list }: Memory): Intent | undefined {
  return last && 'scope' in last ? last : last?.kind === 'known-items' ? (list?.intent ?? last) : last;
}
/** Several items that were quoted or pointed at, as a list of which some may be asked for. */
function severalShown({ last, items, list }: Memory): Intent | undefined {
  const quoted = last?.kind === 'by-reference' || (last?.kind === 'known-items' && list === undefined);
  return quoted && items.length > 1
    ? asList({ kind: 'count', scope: { plans: [], filter: { among: items } }, words: '' })
    : undefined;
}
function ask(reading: Reading, change: Change, base: Intent | undefined): Query | undefined {
  const { memory, today } = reading.hearing;
  const intent = base && changed(base, change, memory.items, today);
  return intent && query(intent);
}

/** "show them", "show me", "dangosa'r rhai sydd gen ti": the items of the last answer, those that were counted too. */
function shownAgain(reading: Reading, last: Intent): Query | undefined {
  const { items } = reading.hearing.memory;
  const { words } = reading;
  const pointing = has(reading, 'it', 'ordinal-one') || words.some((word) => ONES.has(word));
  const bare = has(reading, 'show') && (pointing || words.every((word) => SHOWING.has(word)));
  if (!bare || words.length > 7 || reading.plans.length > 0 || leftIn(reading, []) !== '') return undefined;
  if (aspectOf(reading) !== undefined || has(reading, 'how-many') || narrows(filterOf(reading, []).filter))
    return undefined;
  if (last.kind === 'count' || last.kind === 'list' || last.kind === 'coverage') return query(asList(last));
  return items.length > 0 && has(reading, 'it')
    ? query({ kind: 'known-items', items, aspect: 'overview' })
    : undefined;
}
const ONES = new Set(['ones', 'rhai']);
const SHOWING = new Set('show me us list dangos dangosa dangoswch i mi ni fi go ahead'.split(' '));

/** "what is in the boats one?" after the themes were told: the one theme that its words name. */
function ofTheme(reading: Reading, last: Intent): Query | undefined {
  if (last.kind !== 'themes' || !has(reading, 'ordinal-one', 'theme') || namedPlans(reading).length > 0)
    return undefined;
  const { plans } = last.scope;
  const said = wordsIn(leftIn(reading, []));
  if (said.length === 0) return undefined;
  const titled = reading.hearing.library.plans
    .filter(({ id }) => plans.length === 0 || plans.includes(id))
    .flatMap(({ themes }) => themes)
    .filter(({ title: { cy = '', en = '' } }) => {
      const words = wordsIn(`${cy} ${en}`);
      return said.every((word) => [word, ...unmutated(word)].some((form) => words.includes(form)));
    });
  const [theme, ...others] = titled;
  return theme && others.length === 0 ? ask(reading, { filter: { themes: [theme.id] } }, last) : undefined;
}

const OPENERS: readonly Concept[] = ['same-for', 'follow-on', 'correction'];

/** "and Scotland?", "un yr Alban", "no, the demo one": the same of another plan, or the one of those just shown. */
function ofOtherPlan(reading: Reading, last: Intent): Query | undefined {
  const plans = plansSaid(reading);
  const [plan] = plans;
  const bare = last.kind === 'fact' && reading.heard.every(({ concept }) => concept === 'plan');
  if (plan === undefined || (!bare && !has(reading, ...OPENERS, 'ordinal-one'))) return undefined;
  if (
    !has(reading, ...OPENERS) &&
    (has(reading, 'how-many', 'which', 'show') || narrows(filterOf(reading, plans).filter))
  )
    return undefined;
  const asked = aspectOf(reading);
  if (asked !== undefined && !has(reading, 'same-for') && has(reading, 'status', 'going', 'lead', 'due'))
    return undefined;
  const { memory, library } = reading.hearing;
  const shown = memory.items.length > 1 ? memory.items : (memory.list?.items ?? []);
  const ofPlan = shown.filter((id) => library.item(id)?.plan === plan);
  const [only, ...others] = ofPlan;
  const choosing = has(reading, 'ordinal-one', 'correction') && ofPlan.length < shown.length;
  if (choosing && only !== undefined && others.length === 0)
    return query({ kind: 'known-items', items: [only], aspect: aspectAsked(last) });
  return ask(reading, { plans }, changeable(memory));
}

/** The plans named and nothing else; "the demo one" names one by a word of its own. */
function plansSaid(reading: Reading): readonly PlanId[] {
  const named = namedPlans(reading);
  const nation = reading.heard.find(({ concept }) => concept === 'in-welsh')?.at ?? [];
  // "the welsh one": the plan's word and no wish for Welsh.
  const left = [wordsLeft(reading).toLowerCase(), ...nation.map((at) => reading.words[at])].join(' ').trim();
  if (named.length > 0) return left === '' ? named : [];
  if (left === '' || !has(reading, 'ordinal-one')) return [];
  const said = left.split(' ');
  const known = [...reading.lexicon.planWords].filter(([, words]) => said.every((word) => words.has(word)));
  return known.length === 1 ? known.map(([id]) => id) : [];
}

/** "and today?", "ac erbyn diwedd y flwyddyn", "and in June?": nothing but another time. */
function atOtherTime(reading: Reading, last: Intent): Query | undefined {
  const time = timeIn(reading);
  if (!time || reading.words.length > MOST_WORDS || namedPlans(reading).length > 0) return undefined;
  const dated = time.now ? datesOf(reading, 'back') : [...time.back, ...time.ahead];
  const around = reading.heard.filter(({ concept }) => AROUND_TIME.has(concept));
  const at = new Set([...dated, ...around].flatMap((one) => one.at));
  const others = reading.heard.some((one) => one.at.some((place) => !at.has(place)));
  if (others || leftIn(reading, [...at]) !== '') return undefined;
  return ask(reading, { time }, last);
}
const AROUND_TIME: ReadonlySet<Concept> = new Set<Concept>([
  'follow-on',
  'same-for',
  'now',
  'how',
  'help-alone',
  // "the end of January"
  'stop',
  'as-at',
  'status',
  'going',
  'this-plan',
  'also',
  'polite',
  'correction',
  'it',
]);

function timeIn(reading: Reading): Time | undefined {
  const back = datesOf(reading, 'back');
  const { today } = reading.hearing;
  const isToday = back.some(({ window }) => window.from === today && window.to === today);
  if (isToday || has(reading, 'now')) return { now: true };
  const stood = has(reading, 'as-at', 'status', 'going');
  return back.length > 0 ? { now: false, back, ahead: datesOf(reading, 'forward'), stood } : undefined;
}

/** "sort by date", "group them by status", "hynaf yn gyntaf": the list at hand, arranged otherwise. */
function arranged(reading: Reading): Query | undefined {
  const order = orderNamed(reading);
  const group = groupingOf(reading);
  if ((!order && !group) || namedPlans(reading).length > 0) return undefined;
  if (has(reading, 'action', 'recommendation', 'call', 'item', 'how-many', 'overdue')) return undefined;
  const { last } = reading.hearing.memory;
  const sorting = reading.words.some((word) => SORTING.has(word)) || (last !== undefined && isListed(last));
  const { overdue: _, ...filter } = filterOf(reading, []).filter;
  if (!sorting || narrows(filter) || leftIn(reading, []) !== '') return undefined;
  return ask(
    reading,
    { ...(order && { order }), ...(group && { group }) },
    changeable(reading.hearing.memory),
  );
}

const SORTING = new Set(
  'sort sorted order group grouped arrange put split didoli trefnu trefna trefnwch grwpio grwpiwch grwpia rhannu'.split(
    ' ',
  ),
);

/** "only the overdue ones", "drop the cancelled", "and in recruitment?", "which of them are late": a part of what was listed. */
function narrowed(reading: Reading): Query | undefined {
  const { memory } = reading.hearing;
  const base = severalShown(memory) ?? changeable(memory);
  if (!base || namedPlans(reading).length > 0 || has(reading, 'changes')) return undefined;
  if (!isNarrowing(reading, base)) return undefined;
  const { filter, at } = filterOf(reading, plansOfIntent(base));
  const left = leftIn(reading, at);
  const counted = has(reading, 'how-many');
  if (!narrows(filter) && filter.kinds === undefined && left === '')
    return counted ? countedAgain(reading, base) : undefined;
  if (!narrows(filter) && filter.kinds === undefined && !isOfThePlans(reading, left)) return undefined;
  if (base.kind === 'fact' && !narrows(filter) && (reading.topics.length > 0 || !has(reading, ...OPENERS)))
    return undefined;
  return ask(reading, { filter, words: left, counted }, base);
}

/** Whether any plan has one of the words: others narrow nothing. */
function isOfThePlans({ lexicon }: Reading, left: string): boolean {
  return wordsIn(left).some((word) => [word, ...unmutated(word)].some((form) => lexicon.words.has(form)));
}

/** "how many is that", and "how many of them do you have", which asks what is held of what is declared. */
function countedAgain({ words }: Reading, base: Intent): Query | undefined {
  if (!('scope' in base)) return undefined;
  if (!words.some((word) => HOLDING.has(word))) return isListed(base) ? query(asCount(base)) : undefined;
  const { plans, filter } = base.scope;
  const { kinds } = filter;
  return query({ kind: 'coverage', scope: { plans, filter: { ...(kinds && { kinds }) } } });
}
const HOLDING = new Set('have hold got held gen gennych gennyt gyda dal dal gynnoch gynnot gin'.split(' '));

function isNarrowing(reading: Reading, base: Intent): boolean {
  const ofThem =
    has(reading, 'it', 'ordinal-one') &&
    (has(reading, 'which', 'how-many', 'show') || reading.words[0] === 'any');
  if (reading.words.length > (ofThem ? MOST_WORDS : 9)) return false;
  if (has(reading, 'source', 'lead', 'when', 'why', 'how') && !ofThem) return false;
  return (
    ofThem ||
    has(reading, 'follow-on', 'same-for') ||
    reading.words.some((word) => ONLY.has(word)) ||
    (placeOf(reading, 'except') ?? MOST_WORDS) <= 2 ||
    isWhichOfThem(reading, base) ||
    isPartAlone(reading, base)
  );
}
const ONLY = new Set(['only', 'just', 'ond', 'mond', 'unig', 'filter']);

/** "which are in progress", "pa rai sydd ar y gweill" straight after a list: which of those. */
function isWhichOfThem(reading: Reading, base: Intent): boolean {
  const [first, second = ''] = reading.words;
  const bare =
    (first === 'which' && ['are', 'is', 'have', 'has', 'were', 'ones', 'of'].includes(second)) ||
    (first === 'pa' && second === 'rai');
  return (
    bare && isListed(base) && !has(reading, 'action', 'recommendation', 'call', 'item', 'all-plans', 'plans')
  );
}
/** "the red ones", "mewn recriwtio": a part of the list and nothing else. */
function isPartAlone(reading: Reading, base: Intent): boolean {
  const { words } = reading;
  if (base.kind === 'compare') return ON.has(words[0] ?? '') && words.length <= 5;
  const part = words.some((word) => ONES.has(word)) || WITHIN.has(words[0] ?? '');
  if (
    !part ||
    words.length > 7 ||
    !isListed(base) ||
    has(reading, 'what', 'which', 'show', 'how-many', 'who')
  )
    return false;
  const { filter, at } = filterOf(
    reading,
    base.kind === 'list' || base.kind === 'count' ? base.scope.plans : [],
  );
  return narrows(filter) && leftIn(reading, at) === '';
}
/** "on wellbeing", of plans side by side. */
const ON = new Set(['on', 'about', 'in', 'for', 'ar', 'am', 'mewn', 'o']);
const WITHIN = new Set([
  'in',
  'within',
  'for',
  'under',
  'from',
  'yn',
  'ym',
  'mewn',
  'o',
  'dan',
  'gan',
  'led',
]);

function isListed({ kind }: Intent): boolean {
  return kind === 'list' || kind === 'count' || kind === 'changes' || kind === 'as-at';
}

/** What is left to look for, without the words that follow-ups are made of. */
function leftIn(reading: Reading, at: readonly number[]): string {
  return wordsLeft(reading, at)
    .split(' ')
    .filter((word) => word !== '' && !LINKS.has(word.toLowerCase()))
    .join(' ');
}
const LINKS = new Set(
  `only just ones of dim ond mond perthyn yn unig rhai which pa and a ac now nawr what beth but filter sort sorted order group grouped arrange
  put split have gen gennych gyda didoli trefnu trefna trefnwch grwpio grwpiwch grwpia rhannu`.split(/\s+/u),
);
