import type { Block, Entry } from '../domain/answer.ts';
import { lastDay } from '../domain/dates.ts';
import type { Item, Plan, PlanId, Source, Theme } from '../domain/model.ts';
import { isClosed, isAtRisk } from '../domain/status.ts';
import { inLocale } from '../language/format.ts';
import { holdingWords } from './coverage.ts';
import {
  entryOf,
  factsBlock,
  heading,
  labelOf,
  nameToSay,
  namesOf,
  notice,
  planTitle,
  quoted,
  reportOf,
  row,
  titleOfPlan,
  type Row,
} from './parts.ts';
import { sourcesTogether } from './reports.ts';
import type { Draft, Setting } from './setting.ts';
import { latestOf, oldestRow, planHeadline, progressBlock, topLevel } from './standing.ts';

/** What a plan is, and its summary: standings, at risk, overdue, next due, oldest statement, coverage. */
export function composePlan(whole: Setting, plan: Plan): Draft {
  const setting: Setting = { ...whole, onePlan: true };
  const { plan: say, ask, words } = setting.say;
  const title = planTitle(setting, plan);
  const items = topLevel(setting, plan.id);
  // Either the counts say how it stands or a sentence does.
  const counted = items.some((item) => reportOf(setting, item).known);
  const owners = plan.owners.length > 0 ? namesOf(setting, plan.owners).text : undefined;
  const name = nameToSay(setting, plan.id);
  return {
    kind: 'plan',
    headline: say.headline(title, owners, plan.published),
    blocks: [
      ...(plan.summary ? [quoted(setting, plan.summary)] : []),
      ...factsBlock([
        ...(plan.title[setting.locale] === undefined
          ? [row(say.fields.title, inLocale(plan.title, setting.locale))]
          : []),
        ...(plan.themes.length > 0 ? [row(say.fields.themes, words.themes(plan.themes.length))] : []),
        row(say.fields.held, holdingWords(setting, plan.id)),
        ...(counted ? [] : [row(say.fields.standing, planHeadline(setting, plan.id))]),
        ...summaryRows(setting, items),
      ]),
      ...(counted ? progressBlock(setting, title, items) : []),
      ...plan.notes.map((note) => notice(inLocale(note, setting.locale).text)),
    ],
    plans: [plan.id],
    sources: [plan.source, ...statedSources(setting, plan)],
    asks: [ask.status(name), ask.themes(name), ask.coverage(name)],
  };
}

function statedSources(setting: Setting, plan: Plan): readonly Source[] {
  const subjects = [
    plan.id,
    ...plan.themes.map(({ id }) => id),
    ...topLevel(setting, plan.id).map(({ id }) => id),
  ];
  return sourcesTogether(subjects.flatMap((subject) => latestOf(setting, subject)?.source ?? []));
}

function summaryRows(setting: Setting, items: readonly Item[]): readonly Row[] {
  const { plan: say, words } = setting.say;
  const reports = items.map((item) => ({ item, report: reportOf(setting, item) }));
  const atRisk = reports.filter(({ report }) => isAtRisk(report)).length;
  const overdue = reports.filter(({ report }) => report.overdue).length;
  const [next] = reports
    .filter(({ item, report }) => awaited(setting, item, report.known && isClosed(report.latest.standing)))
    .map(({ item }) => item)
    .sort((a, b) => (dueDay(a) < dueDay(b) ? -1 : 1));
  return [
    ...(atRisk > 0 ? [row(say.fields.atRisk, words.count(atRisk))] : []),
    ...(overdue > 0 ? [row(say.fields.overdue, words.count(overdue))] : []),
    ...(next?.due ? [row(say.fields.nextDue, say.oldest(labelOf(setting, next), words.date(next.due)))] : []),
    ...oldestRow(setting, items),
  ];
}

function awaited(setting: Setting, item: Item, closed: boolean): boolean {
  return item.due !== undefined && !closed && lastDay(item.due) >= setting.today;
}

function dueDay(item: Item): string {
  return item.due === undefined ? '' : lastDay(item.due);
}

/** Which plans there are. */
export function composePlans(setting: Setting, plans: readonly Plan[]): Draft {
  const { plan: say, ask } = setting.say;
  if (plans.length === 0) return { kind: 'plans', headline: say.noPlans, asks: [ask.help] };
  const entries = plans.map((plan): Entry => {
    const { ownersLine, publishedLine } = say;
    return {
      label: plan.id,
      title: inLocale(plan.title, setting.locale),
      lines: [
        ...(plan.owners.length > 0 ? [ownersLine(namesOf(setting, plan.owners).text)] : []),
        ...(plan.published === undefined ? [] : [publishedLine(plan.published)]),
        holdingWords(setting, plan.id),
      ],
      ask: ask.plan(planTitle(setting, plan), nameToSay(setting, plan.id)),
    };
  });
  return {
    kind: 'plans',
    headline: say.plans(plans.length),
    blocks: [{ type: 'entries', entries }],
    plans: plans.map(({ id }) => id),
    sources: plans.map(({ source }) => source),
    asks: plans.slice(0, 3).map((plan) => ask.plan(planTitle(setting, plan), nameToSay(setting, plan.id))),
  };
}

/** The themes of plans, with the cautions that go with them. */
export function composeThemes(setting: Setting, plans: readonly PlanId[], only?: readonly Theme[]): Draft {
  const { plan: say } = setting.say;
  const held = plans.flatMap((id) => setting.known.plan(id) ?? []);
  const [first, ...others] = held;
  const themesOf = (plan: Plan): readonly Theme[] =>
    only && only.length > 0 ? only.filter((theme) => theme.plan === plan.id) : plan.themes;
  return {
    kind: 'themes',
    headline:
      first && others.length === 0
        ? themesHeadline(setting, first, themesOf(first))
        : say.themesAll(held.length),
    blocks: held.flatMap((plan) => [
      ...(others.length > 0 ? [heading(themesHeadline(setting, plan, themesOf(plan)))] : []),
      ...themeEntries(setting, themesOf(plan)),
    ]),
    plans: held.map(({ id }) => id),
    sources: held.flatMap((plan) => {
      const themes = themesOf(plan);
      return themes.length > 0 ? themes.map(({ source }) => source) : [plan.source];
    }),
    asks: held.slice(0, 3).map(({ id }) => setting.say.ask.status(nameToSay(setting, id))),
  };
}

function themesHeadline(setting: Setting, plan: Plan, themes: readonly Theme[]): string {
  const title = planTitle(setting, plan);
  const { plan: say } = setting.say;
  return themes.length > 0 ? say.themesHeadline(title, themes.length) : say.themesNone(title);
}

function themeEntries(setting: Setting, themes: readonly Theme[]): readonly Block[] {
  if (themes.length === 0) return [];
  const entries = themes.map((theme): Entry => {
    const count = setting.known
      .itemsOf(theme.plan)
      .filter((item) => item.theme === theme.id && !item.parent).length;
    return {
      label: setting.say.plan.themeLabel(theme.ref),
      title: inLocale(theme.title, setting.locale),
      lines: [
        ...(theme.aim ? [inLocale(theme.aim, setting.locale).text] : []),
        ...(count > 0 ? [setting.say.plan.themeItems(count)] : []),
      ],
    };
  });
  const notes = new Set(
    themes.flatMap((theme) => (theme.note ? [inLocale(theme.note, setting.locale).text] : [])),
  );
  return [{ type: 'entries', entries }, ...[...notes].map(notice)];
}

/** Which plan questions are about from now on. */
export function composeDefaultPlan(setting: Setting, plan: PlanId | undefined): Draft {
  const { plan: say, ask } = setting.say;
  const held = plan === undefined ? undefined : setting.known.plan(plan);
  if (!held) return { kind: 'plan', headline: say.defaultCleared, asks: [ask.plans] };
  const name = nameToSay(setting, held.id);
  return {
    kind: 'plan',
    headline: say.defaultSet(titleOfPlan(setting, held.id)),
    plans: [held.id],
    sources: [held.source],
    asks: [ask.status(name), ask.themes(name)],
  };
}

export interface Side {
  readonly plan: Plan;
  readonly items: readonly Item[];
}

/** Plans side by side: as a whole, or the items of each that a question is about. */
export function composeComparison(setting: Setting, sides: readonly Side[], narrowed: boolean): Draft {
  const { plan: say, words } = setting.say;
  const titles = words.names(sides.map(({ plan }) => planTitle(setting, plan)));
  return {
    kind: 'items',
    headline: say.compareHeadline(titles),
    blocks: sides.flatMap((side) => (narrowed ? narrowedSide(setting, side) : wholeSide(setting, side.plan))),
    items: narrowed ? sides.flatMap(({ items }) => items.map(({ id }) => id)) : [],
    shown: sides.reduce((sum, { items }) => sum + items.length, 0),
    plans: sides.map(({ plan }) => plan.id),
    sources: sides.flatMap(({ plan, items }) =>
      narrowed && items.length > 0
        ? items.map(({ source }) => source)
        : [plan.source, ...statedSources(setting, plan)],
    ),
  };
}

function wholeSide(whole: Setting, plan: Plan): readonly Block[] {
  const setting: Setting = { ...whole, onePlan: true };
  const { fields } = setting.say.plan;
  const { words } = setting.say;
  return [
    heading(planTitle(setting, plan)),
    ...factsBlock([
      ...(plan.owners.length > 0 ? [row(fields.owners, namesOf(setting, plan.owners))] : []),
      ...(plan.published === undefined ? [] : [row(fields.published, words.date(plan.published))]),
      ...(plan.themes.length > 0 ? [row(fields.themes, words.themes(plan.themes.length))] : []),
      row(fields.held, holdingWords(setting, plan.id)),
      row(fields.standing, planHeadline(setting, plan.id)),
      ...summaryRows(setting, topLevel(setting, plan.id)),
    ]),
  ];
}

function narrowedSide(whole: Setting, { plan, items }: Side): readonly Block[] {
  const setting: Setting = { ...whole, onePlan: true };
  const title = planTitle(setting, plan);
  if (items.length === 0) return [heading(title), notice(setting.say.plan.compareNothing(title))];
  return [heading(title), { type: 'entries', entries: items.map((item) => entryOf(setting, item)) }];
}
