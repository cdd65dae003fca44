import type { Block } from '../domain/answer.ts';
import type { Coverage, Item, ItemKind, PlanId, Source } from '../domain/model.ts';
import {
  factsBlock,
  nameToSay,
  paragraph,
  planTitle,
  reportOf,
  row,
  titleOfPlan,
  type Row,
} from './parts.ts';
import { declaredWords, heldWords } from './coverage.ts';
import { sourcesTogether } from './reports.ts';
import type { Draft, Setting } from './setting.ts';

interface PlanHolding extends Coverage {
  readonly plan: PlanId;
}

/** How many a plan declares and how many of them are held. Zero declared and zero held is said too. */
export function composeDeclared(
  setting: Setting,
  plans: readonly PlanId[],
  kinds: readonly ItemKind[] | undefined,
  items: readonly Item[],
): Draft {
  const rows = plans.flatMap((plan) => holdingsOf(setting, plan, kinds));
  const children = rows.reduce((sum, each) => sum + each.children, 0);
  const said = rows.length > 0 ? [...new Set(rows.map(({ plan }) => plan))] : plans;
  return {
    kind: 'count',
    headline: declaredHeadline(setting, rows, kinds),
    blocks: [
      ...(rows.length > 1 ? factsBlock(rows.map((each) => holdingRow(setting, each, plans.length > 1))) : []),
      ...(children > 0 ? [paragraph(setting.say.count.children(children))] : []),
    ],
    items: items.map(({ id }) => id),
    plans: said,
    sources: said.flatMap((plan) => setting.known.plan(plan)?.source ?? []),
    asks: plans.length === 1 ? plans.map((plan) => setting.say.ask.coverage(nameToSay(setting, plan))) : [],
  };
}

function holdingsOf(
  setting: Setting,
  plan: PlanId,
  kinds: readonly ItemKind[] | undefined,
): readonly PlanHolding[] {
  return setting.known
    .coverageOf(plan)
    .filter(({ kind }) => !kinds || kinds.includes(kind))
    .map((holding) => ({ ...holding, plan }));
}

function declaredHeadline(
  setting: Setting,
  rows: readonly PlanHolding[],
  kinds: readonly ItemKind[] | undefined,
): string {
  const { count: say, words } = setting.say;
  const [only] = rows;
  if (!only) return say.none(kinds?.length === 1 ? kinds[0] : undefined);
  if (rows.length === 1) {
    const title = titleOfPlan(setting, only.plan);
    return only.declared === undefined
      ? say.heldOnly(title, only.kind, only.held)
      : say.declared(title, only.kind, only.declared, only.held);
  }
  if (rows.every(({ plan }) => plan === only.plan)) {
    const title = titleOfPlan(setting, only.plan);
    return say.declaredMany(
      title,
      declaredWords(setting, only.plan, kinds),
      heldWords(setting, only.plan, kinds),
    );
  }
  const kind = rows.every((each) => each.kind === only.kind) ? only.kind : undefined;
  const declared = rows.reduce((sum, each) => sum + (each.declared ?? each.held), 0);
  const held = rows.reduce((sum, each) => sum + each.held, 0);
  return say.all(new Set(rows.map(({ plan }) => plan)).size, words.count(declared, kind), String(held));
}

function holdingRow(setting: Setting, holding: PlanHolding, named: boolean): Row {
  const plan = setting.known.plan(holding.plan);
  const title = named && plan ? planTitle(setting, plan) : undefined;
  const { count: say } = setting.say;
  return row(say.row(holding.kind, title), say.rowValue(holding.declared, holding.held));
}

export interface Counted {
  readonly items: readonly Item[];
  readonly kind: ItemKind | undefined;
  readonly plans: readonly PlanId[];
  readonly groups?: readonly { readonly name: string; readonly count: number }[];
  readonly notices: readonly Block[];
}

/** How many of the held items fit; what is not held is said beside it. */
export function composeCounted(setting: Setting, { items, kind, plans, groups, notices }: Counted): Draft {
  const { count: say } = setting.say;
  const [plan, ...others] = plans;
  const named = plan !== undefined && others.length === 0 && setting.known.plans.length > 1;
  const rows = [
    ...(named ? [row(setting.say.item.fields.plan, titleOfPlan(setting, plan))] : []),
    ...(groups ?? []).map(({ name, count }) => row(name, String(count))),
  ];
  const plansSaid = items.length > 0 ? items.map(({ plan }) => plan) : plans;
  return {
    kind: 'count',
    headline: items.length === 0 ? say.none(kind) : say.matching(items.length, kind),
    blocks: [...factsBlock(rows), ...notices],
    items: items.map(({ id }) => id),
    plans: plansSaid,
    sources: sourcesTogether([
      ...items.map(({ source }) => source),
      ...items.flatMap((item) => statementSource(setting, item)),
      ...(items.length === 0 ? plans.flatMap((id) => setting.known.plan(id)?.source ?? []) : []),
    ]),
    asks: items.length > 0 ? [setting.say.ask.more] : [],
  };
}

function statementSource(setting: Setting, item: Item): readonly Source[] {
  const report = reportOf(setting, item);
  return report.known ? [report.latest.source] : [];
}
