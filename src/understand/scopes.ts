import type { Intent, Note } from '../domain/intent.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { PlanId } from '../domain/model.ts';
import type { ItemFilter, Scope } from '../domain/scope.ts';
import type { Heard } from './concepts.ts';
import { filterOf } from './filters.ts';
import type { Hearing } from './hearing.ts';
import { NATIONS } from './nations.ts';
import { has, namedPlans, oncePerReading, wordsLeft, type Reading } from './reading.ts';
import { standingDay } from './standing-days.ts';

/** The plans a question is about, and whether the conversation's plan was assumed. */
export interface MeantPlans {
  readonly plans: readonly PlanId[];
  readonly notes: readonly Note[];
}

/** Named plans, else the default, else for what leans on the talk so far the plan that it was about. */
export function plansMeant(reading: Reading, leaning: boolean): MeantPlans {
  const named = namedPlans(reading);
  if (named.length > 0) return { plans: named, notes: [] };
  if (has(reading, 'all-plans')) return { plans: [], notes: [] };
  const { defaultPlan, memory, library } = reading.hearing;
  const pointing =
    has(reading, 'this-plan', 'follow-on') || (has(reading, 'it') && reading.words.length <= 6);
  const talkedOf = leaning || pointing ? memory.plan : undefined;
  const pointed = has(reading, 'this-plan') ? (memory.plan ?? defaultPlan) : (defaultPlan ?? talkedOf);
  if (pointed === undefined || !library.plan(pointed)) return { plans: [], notes: [] };
  const [only, ...others] = library.plans;
  const known = (only && others.length === 0) || isPointedAt(reading, pointed);
  const notes: readonly Note[] = known ? [] : [{ kind: 'assumed-plan', plan: pointed }];
  return { plans: [pointed], notes };
}

/** "there", "in that plan", "yno": the plan of the talk is meant, not assumed. "Are there …" points at nothing. */
function isPointedAt({ hearing, heard, words }: Reading, plan: PlanId): boolean {
  const pointing = ({ at: [first = 0] }: Heard) =>
    words[first] !== 'there' || !IS.has(words[first - 1] ?? '');
  return hearing.memory.plan === plan && heard.some((one) => one.concept === 'this-plan' && pointing(one));
}
const IS = new Set(['is', 'are', 'was', 'were']);

/** The plans that a question was asked of; none where it was asked of all. */
export function plansOfIntent(intent: Intent): readonly PlanId[] {
  if (intent.kind === 'plan') return [intent.plan];
  if (intent.kind === 'compare') return intent.scopes.flatMap(({ plans }) => plans);
  return 'scope' in intent ? intent.scope.plans : [];
}

/** The plan that the talk is about, or the several that were shown side by side. */
export function plansTalkedOf({ memory, library }: Hearing): readonly PlanId[] {
  const { plan, last, list } = memory;
  const asked = plan === undefined ? [last, list?.intent].find((one) => one?.kind === 'compare') : undefined;
  const plans = plan === undefined ? (asked ? plansOfIntent(asked) : []) : [plan];
  return plans.filter((id) => library.plan(id) !== undefined);
}

/** All that a list, count or status is narrowed by. */
export interface MeantScope extends MeantPlans {
  readonly scope: Scope;
  /** What is left to look for within it. */
  readonly words: string;
  /** The past day as at which the standings of the filter are asked for. */
  readonly asAt?: IsoDate;
}

export function scopeMeant(reading: Reading, leaning: boolean): MeantScope {
  return (leaning ? leaningScope : freshScope)(reading);
}
const leaningScope = oncePerReading((reading) => readScope(reading, true));
const freshScope = oncePerReading((reading) => readScope(reading, false));

function readScope(reading: Reading, leaning: boolean): MeantScope {
  const meant = plansMeant(reading, leaning);
  const { filter, at, notes } = filterOf(reading, meant.plans);
  const then = standingDay(reading, filter);
  const words = wordsLeft(reading, [...at, ...(then?.at ?? [])]);
  const asAt = then && { asAt: then.day };
  const nation = meant.plans.length === 0 ? planOfNation(reading, words) : undefined;
  if (nation !== undefined) {
    const plans = [nation];
    return {
      plans,
      notes: filterOf(reading, plans).notes,
      scope: { plans, filter: filterOf(reading, plans).filter },
      words: '',
      ...asAt,
    };
  }
  return {
    ...meant,
    notes: [...meant.notes, ...notes],
    scope: { plans: meant.plans, filter },
    words,
    ...asAt,
  };
}

/** "how many Scottish delivery actions": where nothing but a nation is left to look for, its one plan is meant. */
function planOfNation(reading: Reading, words: string): PlanId | undefined {
  const { lexicon } = reading;
  const left = words === '' ? nationOfOne(reading) : words.toLowerCase();
  const nation = NATIONS.find((names) => names.includes(left));
  if (!nation) return undefined;
  const [plan, ...others] = [...lexicon.planWords].filter(([, known]) =>
    nation.some((name) => known.has(name)),
  );
  return plan && others.length === 0 ? plan[0] : undefined;
}

/** "the welsh one": a plan, where "Welsh" else is a language. */
function nationOfOne({ heard, words }: Reading): string {
  const ones = new Set(heard.filter(({ concept }) => concept === 'ordinal-one').flatMap(({ at }) => at));
  const named = heard.find(
    ({ concept, at }) =>
      (concept === 'in-welsh' || concept === 'in-english') && at.length === 1 && ones.has((at[0] ?? 0) + 1),
  );
  return words[named?.at[0] ?? -1] ?? '';
}

/** True where a filter says more than kinds. */
export function narrows(filter: ItemFilter): boolean {
  return Object.entries(filter).some(([part, value]) => part !== 'kinds' && value !== undefined);
}
