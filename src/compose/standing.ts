import type { Block, ProgressCount } from '../domain/answer.ts';
import type { Item, PlanId, ProgressUpdate, Source, Standing, Theme } from '../domain/model.ts';
import { compareDates, type IsoDate } from '../domain/dates.ts';
import { latestAt, isAtRisk } from '../domain/status.ts';
import { inLocale } from '../language/format.ts';
import { statementDetails } from './item.ts';
import {
  asAtWords,
  entryOf,
  factsBlock,
  heading,
  labelOf,
  nameToSay,
  notice,
  planTitle,
  reportOf,
  row,
  standingWords,
  statusLine,
  textOf,
  themeTitle,
  titleOfPlan,
  type Row,
} from './parts.ts';
import { composeItems, holdingNotices, PAGE } from './items.ts';
import { sourcesTogether } from './reports.ts';
import type { Draft, Setting } from './setting.ts';

/** Items per standing, those without a published one last. */
export function tally(setting: Setting, items: readonly Item[]): readonly ProgressCount[] {
  const counts = new Map<string, { count: number; standing?: Standing }>();
  for (const item of items) {
    const report = reportOf(setting, item);
    const standing = report.known ? report.latest.standing : undefined;
    const label = standing ? setting.say.words.standing(standing) : setting.say.words.notPublished;
    const held = counts.get(label);
    counts.set(label, { count: (held?.count ?? 0) + 1, ...(standing && { standing }) });
  }
  return [...counts]
    .map(([label, each]) => ({ label, ...each }))
    .sort((a, b) => (a.standing ? 0 : 1) - (b.standing ? 0 : 1) || b.count - a.count);
}

export function tallyWords(setting: Setting, counts: readonly ProgressCount[]): string {
  const { plan, words } = setting.say;
  return words.series(counts.map(({ label, count }) => plan.progressCount(label, count)));
}

/** The counts as a picture with its words; nothing where there is nothing to count. */
export function progressBlock(
  setting: Setting,
  title: string,
  items: readonly Item[],
  said: 'counts-said' | 'counts-unsaid' = 'counts-unsaid',
): readonly Block[] {
  if (items.length === 0) return [];
  const counts = tally(setting, items);
  const { plan } = setting.say;
  const words =
    said === 'counts-said'
      ? plan.progressTotal(items.length)
      : plan.progressWords(tallyWords(setting, counts));
  return [{ type: 'progress', title: plan.progressTitle(title), counts, words }];
}

export function topLevel(setting: Setting, plan: PlanId): readonly Item[] {
  return setting.known.itemsOf(plan).filter(({ parent }) => parent === undefined);
}

/** How one plan stands: counts, at risk and why, overdue, oldest statement, statements about plan and themes. */
export function composePlanStatus(whole: Setting, id: PlanId): Draft {
  const setting: Setting = { ...whole, onePlan: true };
  const plan = setting.known.plan(id);
  const items = topLevel(setting, id);
  const title = titleOfPlan(setting, id);
  const stated = latestOf(setting, id);
  const themes = statedThemes(setting, plan?.themes ?? []);
  return {
    kind: 'status',
    headline: planHeadline(setting, id),
    blocks: [
      ...statementBlocks(setting, setting.say.plan.statementsHeading, stated),
      ...progressBlock(setting, title, items, saidAbove(setting, items)),
      ...factsBlock(oldestRow(setting, items)),
      ...entriesUnder(
        setting,
        setting.say.plan.atRiskHeading,
        items.filter((each) => isAtRisk(reportOf(setting, each))),
      ),
      ...entriesUnder(
        setting,
        setting.say.plan.overdueHeading,
        items.filter((each) => reportOf(setting, each).overdue),
      ),
      ...themeBlocks(setting, themes),
    ],
    plans: [id],
    sources: statusSources(setting, id),
    asks: [setting.say.ask.coverage(nameToSay(setting, id))],
  };
}

/** The headline counts the standings where any is known. */
function saidAbove(setting: Setting, items: readonly Item[]): 'counts-said' | 'counts-unsaid' {
  return items.some((item) => reportOf(setting, item).known) ? 'counts-said' : 'counts-unsaid';
}

/** The sentence that says how a plan stands, or that nothing is published. */
export function planHeadline(setting: Setting, id: PlanId): string {
  const { plan: say } = setting.say;
  const title = titleOfPlan(setting, id);
  const items = topLevel(setting, id);
  if (items.some((item) => reportOf(setting, item).known))
    return say.statusHeadline(title, tallyWords(setting, tally(setting, items)));
  const stated = latestOf(setting, id);
  if (stated) return say.statusStated(title, standingWords(setting, stated), asAtWords(setting, stated));
  const themes = statedThemes(setting, setting.known.plan(id)?.themes ?? []);
  return themes.length > 0 ? say.statusThemes(title, themes.length) : say.statusUnpublished(title);
}

export function latestOf(
  setting: Setting,
  subject: Parameters<Setting['known']['updatesOf']>[0],
): ProgressUpdate | undefined {
  return latestAt(setting.known.updatesOf(subject), setting.today);
}

function statusSources(setting: Setting, id: PlanId): readonly Source[] {
  const plan = setting.known.plan(id);
  const subjects = [
    id,
    ...(plan?.themes ?? []).map((theme) => theme.id),
    ...topLevel(setting, id).map((item) => item.id),
  ];
  const stated = subjects.flatMap((subject) => latestOf(setting, subject)?.source ?? []);
  return stated.length > 0 ? sourcesTogether(stated) : plan ? [plan.source] : [];
}

function statedThemes(setting: Setting, themes: readonly Theme[]): readonly Theme[] {
  return themes.filter((theme) => latestOf(setting, theme.id) !== undefined);
}

function statementBlocks(
  setting: Setting,
  title: string | undefined,
  update: ProgressUpdate | undefined,
): readonly Block[] {
  if (!update) return [];
  return [
    ...(title === undefined ? [] : [heading(title)]),
    { type: 'status', status: statusLine(setting, update) },
    ...statementDetails(setting, update),
  ];
}

function themeBlocks(setting: Setting, themes: readonly Theme[]): readonly Block[] {
  if (themes.length === 0) return [];
  const entries = themes.flatMap((theme) => {
    const update = latestOf(setting, theme.id);
    if (!update) return [];
    return [
      {
        label: setting.say.plan.themeLabel(theme.ref),
        title: inLocale(theme.title, setting.locale),
        status: statusLine(setting, update),
        lines: [],
      },
    ];
  });
  const [first] = themes;
  const update = first && latestOf(setting, first.id);
  return [
    heading(setting.say.plan.themesHeading),
    { type: 'entries', entries },
    ...(update ? statementDetails(setting, update) : []),
  ];
}

function entriesUnder(setting: Setting, title: string, items: readonly Item[]): readonly Block[] {
  if (items.length === 0) return [];
  const entries = items.slice(0, PAGE).map((item) => {
    const report = reportOf(setting, item);
    const reason = report.known ? report.latest.reason : undefined;
    const { reasonLine } = setting.say.item;
    return entryOf(setting, item, reason ? [reasonLine(textOf(setting, reason))] : []);
  });
  return [heading(title), { type: 'entries', entries }];
}

export function oldestRow(setting: Setting, items: readonly Item[]): readonly Row[] {
  const stated = items.flatMap((item) => {
    const report = reportOf(setting, item);
    return report.known ? [{ item, update: report.latest }] : [];
  });
  const [oldest] = stated.sort((a, b) => compareDates(a.update.asAt, b.update.asAt));
  if (!oldest) return [];
  const words = setting.say.plan.oldest(labelOf(setting, oldest.item), asAtWords(setting, oldest.update));
  return [row(setting.say.plan.fields.oldest, words)];
}

/** How every plan stands, a sentence each. */
export function composeAllStatus(setting: Setting, plans: readonly PlanId[]): Draft {
  return {
    kind: 'status',
    headline: setting.say.plan.statusAll(plans.length),
    blocks: plans.map((id) => ({ type: 'paragraph', text: planHeadline(setting, id) })),
    plans,
    sources: plans.flatMap((id) => statusSources(setting, id)),
    asks: [setting.say.ask.atRisk, setting.say.ask.overdue],
  };
}

/** How a theme stands: what is said of the theme itself, then its items. */
export function composeThemeStatus(whole: Setting, theme: Theme, items: readonly Item[], from = 0): Draft {
  const setting: Setting = { ...whole, onePlan: true };
  const { plan: say } = setting.say;
  const title = themeTitle(setting, theme);
  const stated = latestOf(setting, theme.id);
  const headline =
    items.length > 0
      ? say.statusTheme(title, tallyWords(setting, tally(setting, items)))
      : stated
        ? say.statusStated(title, standingWords(setting, stated), asAtWords(setting, stated))
        : say.statusUnpublished(title);
  return composeItems(setting, {
    kind: 'status',
    headline,
    items,
    from,
    before: [
      ...factsBlock([row(setting.say.item.fields.plan, titleOfPlan(setting, theme.plan))]),
      ...(theme.note ? [notice(textOf(setting, theme.note))] : []),
      ...statementBlocks(setting, undefined, stated),
      ...progressBlock(setting, title, items, 'counts-said'),
    ],
    after: holdingNotices(setting, [theme.plan], undefined),
    sources: [theme.source, ...(stated ? [stated.source] : [])],
    plans: [theme.plan],
  });
}

/** How plans stood on a day: the statements that held then, counted. */
export function composeScopeAsAt(setting: Setting, plans: readonly PlanId[], day: IsoDate): Draft {
  const then: Setting = { ...setting, today: day, replay: true };
  const { plan: say } = setting.say;
  const sentences = plans.map((id) => {
    const items = topLevel(then, id).filter((item) => reportOf(then, item).known);
    const title = titleOfPlan(then, id);
    if (items.length > 0) return say.asAtScope(title, day, tallyWords(then, tally(then, topLevel(then, id))));
    const stated = latestOf(then, id);
    return stated ? say.asAtScope(title, day, standingWords(then, stated)) : say.asAtScopeNone(title, day);
  });
  const [only, ...others] = sentences;
  return {
    kind: 'status',
    headline: only !== undefined && others.length === 0 ? only : setting.say.time.asAtMany(day),
    blocks: [
      ...(others.length > 0 ? sentences.map((text) => ({ type: 'paragraph', text }) as const) : []),
      ...plans.flatMap((id) => {
        const plan = then.known.plan(id);
        const stated = plan ? latestOf(then, id) : undefined;
        return [
          ...statementBlocks(then, say.statementsHeading, stated),
          ...(plan ? progressBlock(then, planTitle(then, plan), knownItems(then, id)) : []),
        ];
      }),
    ],
    plans,
    sources: plans.flatMap((id) => statusSources(then, id)),
  };
}

function knownItems(setting: Setting, id: PlanId): readonly Item[] {
  const items = topLevel(setting, id);
  return items.some((item) => reportOf(setting, item).known) ? items : [];
}
