import { composeNotHeld } from '../compose/coverage.ts';
import { answersTo, composeItem, kindFor } from '../compose/item.ts';
import { composeItems } from '../compose/items.ts';
import { notice, titleOfPlan } from '../compose/parts.ts';
import type { Draft } from '../compose/setting.ts';
import { composeUnclear, composeUnknownRef } from '../compose/talk.ts';
import { reasonsOf, surenessOf } from '../compose/why.ts';
import type { Block } from '../domain/answer.ts';
import type { Aspect, Intent, Reference } from '../domain/intent.ts';
import type { Item, ItemId, ItemKind, PlanId } from '../domain/model.ts';
import { printsRef } from '../knowledge/refs.ts';
import type { Desk, Handler } from './act-desk.ts';

/** What a quoted number leads to. */
export type Resolved =
  | {
      readonly is: 'held';
      readonly items: readonly [Item, ...Item[]];
      /** The plan has none of the kind that was asked for; these are of another. */
      readonly insteadOf?: ItemKind;
    }
  | {
      readonly is: 'not-held';
      readonly plans: readonly PlanId[];
      readonly kind: ItemKind | undefined;
      /** Numbers of the plan's own, where it numbers in another way than was asked. */
      readonly numbered?: readonly string[];
    }
  | { readonly is: 'unknown'; readonly highest?: { readonly plan: PlanId; readonly number: number } };

const WHOLE = /^#?\s*(?:[rac]\s*)?(\d+)$/i;
const BARE = /^\d+$/u;
const DOTTED = /^#?\s*(?:[rac]\s*)?(\d+)[.\-\s](\d+)/i;
/** A letter before a number stands for its kind: "R7". */
const INITIAL: Readonly<Record<string, ItemKind>> = { r: 'recommendation', a: 'action', c: 'call-to-action' };

/** The items with that number, else whether a plan is known to have it. */
export function resolve(desk: Desk, reference: Reference): Resolved {
  const near = nearestPlans(desk, reference);
  const items = heldIn(desk, reference, near);
  const [first, ...others] = items;
  if (first) return { is: 'held', items: [first, ...others] };
  const declaring = near.filter((plan) => declares(desk, plan, reference));
  if (declaring.length > 0) return { is: 'not-held', plans: declaring, kind: reference.kind };
  const otherwise = ofThePlan(desk, reference);
  if (otherwise) return otherwise;
  const all = allPlans(desk, reference);
  const [elsewhere, ...more] = heldIn(desk, reference, all);
  if (elsewhere) return { is: 'held', items: [elsewhere, ...more] };
  const anywhere = all.filter((plan) => declares(desk, plan, reference));
  if (anywhere.length > 0) return { is: 'not-held', plans: anywhere, kind: reference.kind };
  return { is: 'unknown', ...highestIn(desk, all, reference) };
}

/** What the one plan that is named has instead: the number in another kind, or items numbered in another way. */
function ofThePlan(desk: Desk, { ref, kind, plan }: Reference): Resolved | undefined {
  const { library } = desk.context;
  if (plan === undefined) return undefined;
  const rows = library.coverageOf(plan);
  if (kind !== undefined && !rows.some((row) => row.kind === kind)) {
    const [first, ...others] = library.byRef(ref, undefined, plan);
    if (first) return { is: 'held', items: [first, ...others], insteadOf: kind };
  }
  const asked = Number(WHOLE.exec(ref)?.[1] ?? 0);
  const row = rows.find((each) => kind === undefined || each.kind === kind);
  if (!row || asked < 1 || asked > (row.declared ?? 0) || row.held >= (row.declared ?? 0)) return undefined;
  const numbered = numbersOf(desk, plan, row.kind).filter((each) => DOTTED.test(each));
  return numbered.length === 0 ? undefined : { is: 'not-held', plans: [plan], kind: row.kind, numbered };
}

/** The printed numbers of a kind's held items; letters and names are none. */
function numbersOf({ context }: Desk, plan: PlanId, kind: ItemKind): readonly string[] {
  return context.library
    .itemsOf(plan)
    .filter((item) => item.kind === kind && item.parent === undefined)
    .flatMap(({ refs }) => refs.slice(0, 1))
    .filter((ref) => /\d/u.test(ref));
}

/** Whether a count gives the kind the whole numbers up to it: none of its numbers is known, or they are such themselves. */
function countsWhole(desk: Desk, plan: PlanId, kind: ItemKind, letter: boolean): boolean {
  const numbers = numbersOf(desk, plan, kind);
  if (numbers.length === 0) return true;
  return numbers.some((ref) => (letter ? WHOLE : BARE).test(ref));
}

/** The plan named, else the default plan, else all, the conversation's own first. */
function nearestPlans(desk: Desk, { plan }: Reference): readonly PlanId[] {
  const { defaultPlan, library } = desk.context;
  if (plan !== undefined) return [plan];
  if (defaultPlan !== undefined && library.plan(defaultPlan)) return [defaultPlan];
  return allPlans(desk, {});
}

function allPlans(desk: Desk, { plan }: Pick<Reference, 'plan'>): readonly PlanId[] {
  if (plan !== undefined) return [plan];
  const { library, memory } = desk.context;
  const ids = library.plans.map(({ id }) => id);
  const known = memory.plan !== undefined && ids.includes(memory.plan) ? [memory.plan] : [];
  return [...new Set([...known, ...ids])];
}

/** An item that prints the very ref is the one meant; those with a letter more or less only where no plan prints it. */
function heldIn(desk: Desk, { ref, kind }: Reference, plans: readonly PlanId[]): readonly Item[] {
  const found = plans.flatMap((plan) => desk.context.library.byRef(ref, kind, plan));
  const printed = found.filter((item) => printsRef(item, ref));
  return printed.length > 0 ? printed : found;
}

/** Whether the plan's document has that number, which is not held: a whole number up to what it declares. */
function declares(desk: Desk, plan: PlanId, { ref, ...named }: Pick<Reference, 'ref' | 'kind'>): boolean {
  const { library } = desk.context;
  const kind = named.kind ?? INITIAL[ref.replace('#', '').trim().charAt(0).toLowerCase()];
  return library
    .coverageOf(plan)
    .filter((row) => kind === undefined || row.kind === kind)
    .some(({ kind: of, declared = 0, held }) => {
      if (declared <= held) return false;
      const whole = WHOLE.exec(ref)?.[1];
      if (whole !== undefined) {
        const inRange = Number(whole) >= 1 && Number(whole) <= declared;
        return inRange && countsWhole(desk, plan, of, kind !== undefined);
      }
      return mayHaveDotted(desk, plan, of, ref, declared);
    });
}

/** "4.1" of a plan numbered by theme: plausible where the theme exists and the held numbers have that shape. */
function mayHaveDotted(desk: Desk, plan: PlanId, kind: ItemKind, ref: string, declared: number): boolean {
  const [, theme, place] = DOTTED.exec(ref) ?? [];
  if (theme === undefined || place === undefined) return false;
  const { library } = desk.context;
  const dotted = library
    .itemsOf(plan)
    .some((item) => item.kind === kind && item.refs.some((each) => DOTTED.test(each)));
  const themed = library.plan(plan)?.themes.some((each) => each.ref === String(Number(theme)));
  return dotted && themed === true && Number(place) >= 1 && Number(place) <= declared;
}

function highestIn(
  desk: Desk,
  plans: readonly PlanId[],
  { ref, kind }: Reference,
): Pick<Extract<Resolved, { is: 'unknown' }>, 'highest'> {
  if (!WHOLE.test(ref)) return {};
  const tops = plans.flatMap((plan) =>
    desk.context.library
      .coverageOf(plan)
      .filter((row) => kind === undefined || row.kind === kind)
      .filter((row) => countsWhole(desk, plan, row.kind, kind !== undefined))
      .flatMap(({ declared }) => (declared === undefined ? [] : [{ plan, number: declared }])),
  );
  const [top] = [...tops].sort((a, b) => b.number - a.number);
  return top && Number(WHOLE.exec(ref)?.[1]) > top.number ? { highest: top } : {};
}

export const actByReference: Handler<'by-reference'> = (desk, { references, aspect }) => {
  const [only, ...others] = references;
  if (!only) return composeUnclear(desk.setting, 'nothing-to-point-at');
  return others.length === 0 ? oneReference(desk, only, aspect) : manyReferences(desk, references, aspect);
};

function oneReference(desk: Desk, reference: Reference, aspect: Aspect): Draft {
  const resolved = resolve(desk, reference);
  if (resolved.is !== 'held') return composeGap(desk, reference, resolved);
  const [item, ...others] = resolved.items;
  const { say } = desk.setting;
  if (others.length > 0) {
    const { items } = resolved;
    const answers = answersTo(desk.setting, items, aspect);
    const headline = answers ?? say.item.heldByMany(reference.ref, items.length);
    return composeItems(desk.setting, {
      headline,
      items,
      from: desk.from,
      ...(answers === undefined && { aspect }),
    });
  }
  const instead =
    resolved.insteadOf === undefined ? [] : [notice(say.item.otherKind(say.words.kinds(resolved.insteadOf)))];
  const draft = composeItem(desk.setting, item, { aspect });
  return {
    ...draft,
    blocks: [...instead, ...(draft.blocks ?? []), ...alsoDeclared(desk, reference, item)],
  };
}

/** Another plan that has that number, its text not held, may be the one that was meant. */
function alsoDeclared(desk: Desk, { ref, kind, plan }: Reference, item: Item): readonly Block[] {
  if (plan !== undefined || desk.context.defaultPlan !== undefined) return [];
  const { setting } = desk;
  const others = allPlans(desk, {}).filter(
    (id) => id !== item.plan && declares(desk, id, { ref, ...(kind && { kind }) }),
  );
  if (others.length === 0) return [];
  const names = others.map((id) => titleOfPlan(setting, id));
  return [notice(setting.say.item.alsoDeclaredBy(setting.say.words.names(names)))];
}

/** Says that a number is not held, or that no plan has it. */
export function composeGap(
  desk: Desk,
  { ref, kind }: Reference,
  resolved: Exclude<Resolved, { is: 'held' }>,
): Draft {
  if (resolved.is === 'not-held') {
    const { plans, numbered } = resolved;
    return composeNotHeld(desk.setting, {
      plans,
      kind: resolved.kind ?? kind,
      ref,
      ...(numbered && { numbered }),
    });
  }
  const near = desk.context.library.byRef(ref);
  const { highest } = resolved;
  return composeUnknownRef(desk.setting, { ref, kind, plans: [], near, ...(highest && { highest }) });
}

function manyReferences(desk: Desk, references: readonly Reference[], aspect: Aspect): Draft {
  const { setting } = desk;
  const resolved = references.map((reference) => ({ reference, to: resolve(desk, reference) }));
  const items = [...new Set(resolved.flatMap(({ to }) => (to.is === 'held' ? to.items : [])))];
  const missing = resolved.filter(({ to }) => to.is !== 'held');
  const refs = setting.say.words.names(missing.map(({ reference }) => reference.ref));
  const plans = [...new Set(missing.flatMap(({ to }) => (to.is === 'not-held' ? to.plans : [])))];
  const [firstMissing] = missing;
  if (items.length === 0 && firstMissing && firstMissing.to.is !== 'held') {
    if (plans.length === 0)
      return composeGap(desk, { ...firstMissing.reference, ref: refs }, { is: 'unknown' });
    return composeGap(
      desk,
      { ...firstMissing.reference, ref: refs },
      { is: 'not-held', plans, kind: firstMissing.reference.kind },
    );
  }
  return composeMany(desk, items, aspect, {
    before: missing.length > 0 ? [notice(setting.say.item.missing(refs))] : [],
    sources: plans.flatMap((id) => desk.context.library.plan(id)?.source ?? []),
  });
}

function composeMany(
  desk: Desk,
  items: readonly Item[],
  aspect: Aspect,
  rest: Partial<Parameters<typeof composeItems>[1]> = {},
): Draft {
  const { say } = desk.setting;
  const standing = kindFor(aspect) === 'status';
  const answers = answersTo(desk.setting, items, aspect);
  return composeItems(desk.setting, {
    kind: standing ? 'status' : 'items',
    headline: answers ?? (standing ? say.item.several(items.length) : say.item.found(items.length)),
    items,
    ...(answers === undefined && { aspect }),
    from: desk.from,
    ...rest,
  });
}

/** Items that the conversation is about; source, sureness and "why this" keep the kind of what they explain. */
export const actKnownItems: Handler<'known-items'> = (desk, { items, aspect, explaining }) => {
  const held = itemsById(desk, items);
  const [only, ...others] = held;
  if (!only) return composeUnclear(desk.setting, 'nothing-to-point-at');
  const asked = explaining ?? desk.context.memory.last;
  const matched = aspect === 'match' && asked ? matchedOf(desk, held, asked) : [];
  const one = others.length === 0;
  const reasons = aspect === 'match' && asked ? reasonsOf(desk.setting, asked, one ? [] : matched) : [];
  const draft = one
    ? composeItem(desk.setting, only, { aspect, matched, reasons })
    : composeMany(desk, held, aspect, explained(desk, held, aspect, reasons));
  const kind = explains(aspect) ? explainedKind(asked, one) : undefined;
  return kind === undefined ? draft : { ...draft, kind };
};

export function itemsById(desk: Desk, ids: readonly ItemId[]): readonly Item[] {
  return ids.flatMap((id) => desk.context.library.item(id) ?? []);
}

/** What is said of several items together: how sure their sources are, why they were shown. */
function explained(
  { setting }: Desk,
  items: readonly Item[],
  aspect: Aspect,
  reasons: readonly string[],
): Partial<Parameters<typeof composeItems>[1]> {
  const { item: say, words } = setting.say;
  if (aspect === 'confidence') return { headline: surenessOf(setting, items) };
  if (aspect !== 'match' || reasons.length === 0) return {};
  return { headline: say.why(words.count(items.length), words.series(reasons)) };
}

function explains(aspect: Aspect): boolean {
  return aspect === 'source' || aspect === 'confidence' || aspect === 'match';
}

function explainedKind(asked: Intent | undefined, one: boolean): Draft['kind'] | undefined {
  if (!asked) return undefined;
  if (asked.kind === 'changes' || asked.kind === 'history' || asked.kind === 'status') return asked.kind;
  if (one && (asked.kind === 'list' || asked.kind === 'count')) return undefined;
  if (asked.kind === 'count') return 'count';
  if (asked.kind === 'compare') return 'items';
  return 'aspect' in asked && kindFor(asked.aspect) === 'status' ? 'status' : undefined;
}

/** The words of the question by which the items were found. */
function matchedOf({ context }: Desk, items: readonly Item[], asked: Intent): readonly string[] {
  if (!('words' in asked) || asked.words === undefined || asked.words === '') return [];
  const { search, locale } = context;
  const found = search.find(asked.words, {
    locale,
    among: (each) => items.includes(each),
    amongFacts: () => false,
  });
  return [...new Set(found.items.flatMap(({ matched }) => matched))];
}
