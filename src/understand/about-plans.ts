import type { Note } from '../domain/intent.ts';
import type { Plan, PlanId } from '../domain/model.ts';
import type { Scope } from '../domain/scope.ts';
import { unmutated, words } from '../language/fold.ts';
import { STANDING_CONCEPTS } from './concepts.ts';
import { datesOf, filterOf } from './filters.ts';
import { comparesStandings } from './lists.ts';
import { NATIONS } from './nations.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, namedPlans, wordsLeft, type Reading } from './reading.ts';
import { plansMeant, scopeMeant } from './scopes.ts';

/** "which plans do you have", "pa gynlluniau". */
export const plansHeld: Recogniser = (reading) => {
  if (!has(reading, 'plans') || has(reading, 'compare') || reading.plans.length > 0) return undefined;
  if (
    has(
      reading,
      'action',
      'recommendation',
      'call',
      'theme',
      'at-risk',
      'overdue',
      'going',
      'status',
      'changes',
      ...STANDING_CONCEPTS,
    )
  )
    return undefined;
  return wordsLeft(reading) === '' ? query({ kind: 'plans' }) : undefined;
};

/** "is there a plan for England", "oes cynllun i Ogledd Iwerddon": those of the nation, else which plans there are. */
export const plansFor: Recogniser = (reading) => {
  const asked = /^(?:a )?(?:is there|are there|do you have|have you got|oes|which plans?|pa c?g?h?ynllun)/u;
  if (!asked.test(reading.words.join(' ')) || !has(reading, 'plan', 'plans')) return undefined;
  const nation = nationIn(reading.words);
  if (nation === undefined || has(reading, 'action', 'recommendation', 'call', 'theme', 'changes'))
    return undefined;
  const { plans } = reading.hearing.library;
  const held = plans.filter((plan) => namesOf(plan).some((word) => nation.includes(word)));
  const [only, ...others] = held;
  if (only && others.length === 0) return query({ kind: 'plan', plan: only.id });
  if (only) return query({ kind: 'plans' });
  const notes: readonly Note[] = [
    { kind: 'plans-held', plans: plans.map(({ id }) => id).slice(0, MOST_NAMED) },
  ];
  return query({ kind: 'topic', words: reading.text, scope: NOTHING, aspect: 'overview' }, notes);
};
const MOST_NAMED = 8;
/** No item fits an empty list of leads. */
const NOTHING: Scope = { plans: [], filter: { leads: [] } };
function nationIn(words: readonly string[]): readonly string[] | undefined {
  const forms = words.flatMap((word) => [word, ...unmutated(word)]);
  return NATIONS.find((nation) => nation.some((name) => forms.includes(name)));
}
function namesOf({ title, knownAs, owners }: Plan): readonly string[] {
  const known = [...knownAs.en, ...knownAs.cy];
  return [title, ...owners]
    .flatMap(({ en = '', cy = '' }) => [en, cy])
    .concat(known)
    .flatMap((text) => words(text));
}

/** "is it a real plan?", "ydi hwn yn gynllun go iawn": what the plan of the talk is. */
export const reality: Recogniser = (reading) => {
  const { memory } = reading.hearing;
  const asked =
    reading.plans.length > 0 ||
    has(reading, 'plan', 'this-plan') ||
    (memory.items.length === 0 && has(reading, 'it'));
  const said = reading.words.join(' ');
  const real = REAL.test(said) ? reading.words.flatMap((word, at) => (OF_REAL.has(word) ? [at] : [])) : [];
  if (has(reading, 'how-many', 'which', 'show', 'action', 'theme')) return undefined;
  if (!asked || real.length === 0 || wordsLeft(reading, real) !== '') return undefined;
  const { plans } = plansMeant(reading, true);
  const [plan, ...others] = plans;
  return plan !== undefined && others.length === 0 ? query({ kind: 'plan', plan }) : undefined;
};
const REAL =
  /\b(?:real|genuine|fake|fictional|fictitious|invented|made up|official|go(?: iawn|$)|ffug|dd?ychmygol|swyddogol)(?![a-z])/u;
const OF_REAL = new Set(
  'real genuine fake fictional fictitious invented made up official place trust organisation hospital thing lle le sefydliad ymddiriedolaeth go iawn ffug dychmygol ddychmygol swyddogol'.split(
    ' ',
  ),
);

/** "what do you hold", "pa mor gyflawn yw cynllun Cymru", "beth sydd ar goll". */
export const coverage: Recogniser = (reading) => {
  if (!has(reading, 'coverage', 'missing')) return undefined;
  const { plans, notes } = plansMeant(reading, true);
  if (wordsLeft(reading) !== '' && !has(reading, 'missing')) return undefined;
  const { filter } = filterOf(
    {
      ...reading,
      heard: reading.heard.filter(
        ({ concept }) => concept === 'action' || concept === 'recommendation' || concept === 'call',
      ),
    },
    plans,
  );
  return query(
    { kind: 'coverage', scope: { plans, filter: { ...(filter.kinds && { kinds: filter.kinds }) } } },
    notes,
  );
};

/** "what are the themes", "pa themâu sydd yn y cynllun", "how many pillars". */
export const themes: Recogniser = (reading) => {
  if (
    !has(reading, 'theme') ||
    has(
      reading,
      'action',
      'recommendation',
      'call',
      'item',
      'going',
      'status',
      'at-risk',
      'overdue',
      'changes',
      'it',
    )
  )
    return undefined;
  const { scope, words, notes } = scopeMeant(reading, true);
  if (words !== '' || scope.filter.themes !== undefined) return undefined;
  return query({ kind: 'themes', scope: { plans: scope.plans, filter: {} } }, notes);
};

/** "what is in the digital theme", "tell me about pillar 2": its items. */
export const oneTheme: Recogniser = (reading) => {
  const { scope, words, notes } = scopeMeant(reading, false);
  const { themes: wanted, ...rest } = scope.filter;
  if (wanted === undefined || words !== '' || Object.values(rest).some((value) => value !== undefined))
    return undefined;
  if (!has(reading, 'theme', 'overview', 'what', 'show') && reading.words.length > 8) return undefined;
  return query({ kind: 'list', scope, words: '', order: 'document', aspect: 'overview' }, notes);
};

/** "what is the Welsh plan", "tell me about the report", the plan's name alone. */
export const onePlan: Recogniser = (reading) => {
  const [plan, ...others] = planAsked(reading);
  if (plan === undefined || others.length > 0 || wordsLeft(reading) !== '') return undefined;
  if (
    has(
      reading,
      'action',
      'recommendation',
      'call',
      'theme',
      'changes',
      'coverage',
      'when',
      'who',
      'how-much',
      'why',
    )
  )
    return undefined;
  return query({ kind: 'plan', plan });
};
/** "a one-page brief on the Scottish plan for the board": the plan with its summary, whoever it is for. */
export const brief: Recogniser = (reading) => {
  const page = reading.heard.filter(
    ({ concept, at }) => concept === 'overview' && at.some((place) => BRIEF.test(reading.words[place] ?? '')),
  );
  const reader =
    reading.words.some((word) => BOARDS.has(word)) &&
    (has(reading, 'overview') || reading.words.some((word) => SHORT.has(word)));
  if (page.length === 0 && !reader) return undefined;
  const { plans } = plansMeant(reading, true);
  const [plan, ...others] = plans;
  if (plan === undefined || others.length > 0 || reading.references.length > 0) return undefined;
  const around = reading.words.flatMap((word, at) => (READERS.has(word) ? [at] : []));
  const dated = datesOf(reading, 'forward').flatMap(({ at }) => at);
  const asked = wordsLeft(reading, [...page.flatMap(({ at }) => at), ...around, ...dated]);
  return asked === '' && filterOf(reading, [plan]).filter.themes === undefined
    ? query({ kind: 'plan', plan })
    : undefined;
};
const BRIEF = /^(?:brief|briefing|pager|page|briff|briffio|[dt]udalen)$/u;
const SHORT = new Set('short quick byr fyr cryno gryno'.split(' '));
const BOARDS = new Set(
  'board committee minister bwrdd fwrdd pwyllgor bwyllgor gweinidog weinidog'.split(' '),
);
/** For whom such a page is made, and how it is asked for. */
const READERS = new Set(
  `short quick something byr fyr cryno gryno rhywbeth rywbeth board boss manager director directors minister chair committee meeting team chief executive write make need put
  bwrdd fwrdd pwyllgor bwyllgor weinidog bos rheolwr cyfarwyddwr gweinidog pwyllgor cyfarfod tim prif weithredwr angen ysgrifennwch lluniwch page dudalen`.split(
    /\s+/u,
  ),
);

function planAsked(reading: Reading): readonly PlanId[] {
  const named = namedPlans(reading);
  if (named.length > 0) return named;
  const asked = has(reading, 'overview', 'detail', 'what', 'show') && has(reading, 'plan', 'this-plan');
  return asked ? plansMeant(reading, true).plans : [];
}

/** "compare Wales and Scotland on recruitment", "Cymru a'r Alban ar recriwtio". */
export const comparing: Recogniser = (reading) => {
  const named = namedPlans(reading);
  if (named.length < 2 && comparesStandings(reading)) return undefined;
  const both = named.length >= 2 && reading.plans.length >= 2;
  const asked = has(reading, 'compare');
  if (
    !asked &&
    !(both && reading.references.length === 0 && !has(reading, 'how-many', 'default', 'digest', 'send'))
  )
    return undefined;
  const { filter, at } = filterOf(reading, named);
  const words = wordsLeft(reading, at);
  const { library } = reading.hearing;
  const plans =
    named.length >= 2
      ? named
      : named.length === 1
        ? besideNamed(reading, named)
        : library.plans.map(({ id }) => id);
  if (plans.length < 2 || (!asked && words === '' && !both)) return undefined;
  if (!asked && has(reading, 'show', 'which', 'what', 'changes') && words === '') return undefined;
  return query({
    kind: 'compare',
    scopes: plans.slice(0, 4).map((plan) => ({ plans: [plan], filter })),
    words,
  });
};
/** "compare it with Scotland": the plan of the talk and the one named; that one and all others where there is none. */
function besideNamed({ hearing, ...reading }: Reading, named: readonly PlanId[]): readonly PlanId[] {
  const { memory, defaultPlan, library } = hearing;
  const [talkedOf] = [memory.plan, defaultPlan].filter((id) => id !== undefined && !named.includes(id));
  if (talkedOf !== undefined && library.plan(talkedOf) && !has(reading, 'all-plans'))
    return [talkedOf, ...named];
  return [...named, ...library.plans.map(({ id }) => id).filter((id) => !named.includes(id))];
}
