import type { Block } from '../domain/answer.ts';
import type { ItemKind, PlanId } from '../domain/model.ts';
import { inLocale } from '../language/format.ts';
import { citationOf, heading, nameToSay, notice, paragraph, titleOfPlan } from './parts.ts';
import type { Draft, Setting } from './setting.ts';

/** "22 recommendations, 4 calls to action" of the document, or undefined where it says no number. */
export function declaredWords(setting: Setting, id: PlanId, kinds?: readonly ItemKind[]): string | undefined {
  const rows = setting.known.coverageOf(id).filter((each) => !kinds || kinds.includes(each.kind));
  const said = rows.flatMap((each) =>
    each.declared === undefined ? [] : [setting.say.words.count(each.declared, each.kind)],
  );
  return said.length === 0 ? undefined : setting.say.words.names(said);
}

export function heldWords(setting: Setting, id: PlanId, kinds?: readonly ItemKind[]): string {
  const rows = setting.known.coverageOf(id).filter((each) => !kinds || kinds.includes(each.kind));
  const { words } = setting.say;
  if (rows.length === 0) return words.count(0, kinds?.[0]);
  return words.names(rows.map((each) => words.count(each.held, each.kind)));
}

/** What the document has and what is held, in a phrase. */
export function holdingWords(setting: Setting, id: PlanId): string {
  const facts = setting.known.factsOf(id).length;
  const { words } = setting.say;
  const rows = setting.known.coverageOf(id);
  const held = rows.some((row) => row.held > 0);
  const said = [
    ...(rows.length > 0 || facts === 0 ? [heldWords(setting, id)] : []),
    ...(!held && facts > 0 ? [words.facts(facts)] : []),
  ];
  return setting.say.plan.holding(declaredWords(setting, id), words.names(said));
}

/** What is held of plans, what is not, and where that can be read. */
export function composeCoverage(setting: Setting, plans: readonly PlanId[]): Draft {
  const { plan: say } = setting.say;
  const [only, ...others] = plans;
  return {
    kind: 'coverage',
    headline:
      only !== undefined && others.length === 0
        ? say.coverageHeadline(titleOfPlan(setting, only))
        : say.coverageAll(plans.length),
    blocks: plans.flatMap((id) => [
      ...(others.length > 0 ? [heading(titleOfPlan(setting, id))] : []),
      ...coverageBlocks(setting, id),
    ]),
    plans,
    sources: plans.flatMap((id) => setting.known.plan(id)?.source ?? []),
    asks: plans.slice(0, 2).map((id) => setting.say.ask.status(nameToSay(setting, id))),
  };
}

function coverageBlocks(setting: Setting, id: PlanId): readonly Block[] {
  const { plan: say } = setting.say;
  const plan = setting.known.plan(id);
  const rows = setting.known.coverageOf(id);
  const gaps = rows.filter(({ declared, held }) => (declared ?? 0) > held);
  const whole =
    rows.length > 0 && rows.every(({ declared, held }) => declared !== undefined && held >= declared);
  const children = rows.reduce((sum, each) => sum + each.children, 0);
  const facts = rows.some(({ held }) => held > 0) ? 0 : setting.known.factsOf(id).length;
  return [
    ...rows.map(({ kind, declared, held, withoutStatus }) =>
      paragraph(say.coverageRow(kind, declared, held, withoutStatus)),
    ),
    ...(children > 0 ? [paragraph(say.coverageChildren(children))] : []),
    ...(facts > 0 ? [paragraph(say.coverageFacts(facts))] : []),
    ...(whole ? [paragraph(say.coverageWhole)] : []),
    ...gaps.map(({ kind, declared, held }) => paragraph(say.coverageGap(kind, (declared ?? held) - held))),
    ...(gaps.length > 0 && plan ? [paragraph(say.readAt(citationOf(setting, plan.source).words.text))] : []),
    ...(plan?.notes ?? []).map((note) => notice(inLocale(note, setting.locale).text)),
  ];
}

export interface NotHeld {
  readonly plans: readonly PlanId[];
  readonly kind: ItemKind | undefined;
  /** The number asked for; absent where a list or a count was asked for. */
  readonly ref?: string;
  /** Numbers of the plan's own, where it numbers in another way than was asked. */
  readonly numbered?: readonly string[];
}

/** The plan is known to have it and it is not held: what the document has, what is held, where it can be read. */
export function composeNotHeld(setting: Setting, { plans, kind, ref, numbered }: NotHeld): Draft {
  const { plan: say, item, ask } = setting.say;
  const [only, ...others] = plans;
  return {
    kind: 'not-held',
    headline:
      only !== undefined && others.length === 0
        ? numbered && ref !== undefined && kind !== undefined
          ? otherNumbersHeadline(setting, only, kind, ref, numbered)
          : notHeldHeadline(setting, only, kind, ref)
        : ref === undefined
          ? say.notHeldMany(setting.say.words.names(plans.map((id) => titleOfPlan(setting, id))))
          : item.missing(kind === undefined ? ref : item.label(kind, ref, undefined)),
    blocks: plans.flatMap((id) => [
      ...(others.length > 0 ? [paragraph(notHeldHeadline(setting, id, kind, ref))] : []),
      ...whereToRead(setting, id),
      ...unnumbered(setting, id, kind),
    ]),
    plans,
    sources: plans.flatMap((id) => setting.known.plan(id)?.source ?? []),
    asks: plans
      .slice(0, 1)
      .flatMap((id) => [ask.coverage(nameToSay(setting, id)), ask.themes(nameToSay(setting, id))]),
  };
}

function notHeldHeadline(
  setting: Setting,
  id: PlanId,
  kind: ItemKind | undefined,
  ref: string | undefined,
): string {
  const { plan: say, item, words } = setting.say;
  const title = titleOfPlan(setting, id);
  const [first] = setting.known.coverageOf(id).filter(({ declared }) => declared !== undefined);
  const asked = kind ?? first?.kind;
  const spoken = ref === undefined ? kind : asked;
  const kinds = spoken && [spoken];
  const declared = declaredWords(setting, id, kinds) ?? words.count(0, asked);
  const held = heldWords(setting, id, kinds);
  if (ref === undefined || asked === undefined) return say.notHeldList(title, declared, held);
  return say.notHeldItem(item.label(asked, ref, undefined), title, declared, held);
}

const NUMBERS_SHOWN = 2;

function otherNumbersHeadline(
  setting: Setting,
  id: PlanId,
  kind: ItemKind,
  ref: string,
  numbered: readonly string[],
): string {
  const { plan: say, item, words } = setting.say;
  const declared = declaredWords(setting, id, [kind]) ?? words.count(0, kind);
  return say.notHeldNumbers(
    item.label(kind, ref, undefined),
    titleOfPlan(setting, id),
    words.kinds(kind),
    numbered.slice(0, NUMBERS_SHOWN).join(', '),
    declared,
    heldWords(setting, id, [kind]),
  );
}

function whereToRead(setting: Setting, id: PlanId): readonly Block[] {
  const plan = setting.known.plan(id);
  if (!plan) return [];
  return [paragraph(setting.say.plan.readAt(citationOf(setting, plan.source).words.text))];
}

/** Items whose printed number is not known may be the one meant, and are said to be held without it. */
function unnumbered(setting: Setting, id: PlanId, kind: ItemKind | undefined): readonly Block[] {
  const items = setting.known
    .itemsOf(id)
    .filter((item) => item.parent === undefined && (kind === undefined || item.kind === kind))
    .filter(({ refs }) => refs.every((ref) => !/\d/.test(ref)));
  const [first] = items;
  if (!first) return [];
  return [paragraph(setting.say.plan.heldWithoutNumbers(setting.say.words.count(items.length, first.kind)))];
}
