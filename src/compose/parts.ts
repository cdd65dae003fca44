import type { Ask, Block, Citation, Entry, StatusLine, Wording } from '../domain/answer.ts';
import { daysBetween, lastDay } from '../domain/dates.ts';
import type { Item, LocalText, Plan, PlanId, ProgressUpdate, Source, Theme } from '../domain/model.ts';
import type { StatusReport } from '../domain/status.ts';
import { inLocale } from '../language/format.ts';
import { reportOn } from './reports.ts';
import type { Setting } from './setting.ts';

// Names come as one list of both languages: these words tell the Welsh ones.

export interface Row {
  readonly label: string;
  readonly value: Wording;
}

export function row(label: string, value: string | Wording): Row {
  return { label, value: typeof value === 'string' ? { text: value } : value };
}

export function factsBlock(rows: readonly Row[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ type: 'facts', rows }];
}

export function paragraph(text: string): Block {
  return { type: 'paragraph', text };
}

export function notice(text: string): Block {
  return { type: 'notice', tone: 'info', text };
}

export function heading(text: string): Block {
  return { type: 'heading', text };
}

/** Text of a plan as a paragraph of its own, marked with the language it is really in. */
export function quoted(setting: Setting, text: LocalText): Block {
  const { text: words, locale } = inLocale(text, setting.locale);
  return locale === undefined ? paragraph(words) : { type: 'paragraph', text: words, locale };
}

/** The words alone, for sentences. */
export function textOf(setting: Setting, text: LocalText): string {
  return inLocale(text, setting.locale).text;
}

/** Names one after the other, marked with no language: a name alone makes no text one in another language. */
export function namesOf(setting: Setting, names: readonly LocalText[]): Wording {
  return { text: setting.say.words.names(names.map((name) => textOf(setting, name))) };
}

export function planTitle(setting: Setting, plan: Plan): string {
  return textOf(setting, plan.title);
}

export function titleOfPlan(setting: Setting, id: PlanId): string {
  const plan = setting.known.plan(id);
  return plan ? planTitle(setting, plan) : id;
}

/** What a person would type for the plan; undefined where only one is visible and none need be named. */
export function spokenPlan(setting: Setting, id: PlanId): string | undefined {
  return setting.known.plans.length > 1 ? nameToSay(setting, id) : undefined;
}

/** A name by which the bot knows the plan, in the reader's language where it has one. */
export function nameToSay(setting: Setting, id: PlanId): string {
  return shortName(setting, id) ?? id;
}

/** What the plan is called for short, where it has such a name: labels in lists carry it instead of the whole title. */
function shortName(setting: Setting, id: PlanId): string | undefined {
  const names = setting.known.plan(id)?.knownAs;
  return names?.[setting.locale][0] ?? names?.en[0] ?? names?.cy[0];
}

/** The plan's short name, else its title cut short, as long as no other plan's is cut to the same. */
export function labelName(setting: Setting, id: PlanId): string {
  const name = shortName(setting, id);
  if (name !== undefined) return name;
  const title = titleOfPlan(setting, id);
  const cut = cutShort(title);
  const alike = setting.known.plans.some(
    (plan) => plan.id !== id && cutShort(planTitle(setting, plan)) === cut,
  );
  return alike ? title : cut;
}

const LONGEST_LABEL = 40;
/** No name ends in such a word. */
const DANGLING =
  /\s+(?:a|ac|am|an|and|ar|at|by|for|from|gan|gyda|i|in|o|of|on|the|to|with|y|yn|yng|yr|–|-|&)$/iu;

function cutShort(title: string): string {
  const [head = title] = title.split(/:\s/u);
  if (head.length <= LONGEST_LABEL) return head;
  let cut = head.slice(0, LONGEST_LABEL + 1).replace(/\s+\S*$/u, '');
  while (DANGLING.test(cut)) cut = cut.replace(DANGLING, '');
  return cut;
}

export function themeTitle(setting: Setting, theme: Theme): string {
  return textOf(setting, theme.title);
}

/** The source as one line, confidence included, and the key it is listed by: the address, else document and locator. */
export function citationOf(setting: Setting, source: Source): Citation {
  const { words, talk } = setting.say;
  const document = textOf(setting, source.document);
  const text = talk.sourceLine(
    document,
    source.published && words.date(source.published),
    source.locator,
    source.confidence === 'primary' ? undefined : words.confidence(source.confidence),
  );
  const key = source.url ?? [document, source.locator].filter((part) => part !== undefined).join(', ');
  return { words: { text }, key, ...(source.url !== undefined && { url: source.url }) };
}

/** The item's status today, from all that is known of it. */
export function reportOf(setting: Setting, item: Item): StatusReport {
  return reportOn(setting.known, item, setting.today);
}

/** A standing in words, with the publisher's own label where it says something else. */
export function standingWords(setting: Setting, update: ProgressUpdate): string {
  const words = setting.say.words.standing(update.standing);
  const label = update.sourceLabel;
  if (label === undefined || words.toLowerCase().includes(label.toLowerCase())) return words;
  return setting.say.item.publisherLabel(words, label);
}

export function asAtWords(setting: Setting, update: ProgressUpdate): string {
  const { words } = setting.say;
  if (setting.replay) return words.asAt(update.asAt);
  const age = Math.max(0, daysBetween(lastDay(update.asAt), setting.today));
  return words.asAtAged(update.asAt, age);
}

/** One statement as a line; of an item it also says whether the item is overdue. */
export function statusLine(
  setting: Setting,
  update: ProgressUpdate,
  item?: Item,
  overdue = false,
): StatusLine {
  return {
    standing: update.standing,
    words: standingWords(setting, update),
    asAt: update.asAt,
    asAtWords: asAtWords(setting, update),
    overdue,
    ...(overdue && item?.due !== undefined && { overdueWords: setting.say.item.overdue(item.due) }),
    source: citationOf(setting, update.source),
  };
}

/** "Action 4.2", with the plan's short name where several are visible. */
export function labelOf(setting: Setting, item: Item): string {
  const named = setting.known.plans.length > 1 && !setting.onePlan;
  const plan = named ? labelName(setting, item.plan) : undefined;
  return setting.say.item.label(item.kind, item.refs[0], plan);
}

export function headlineOf(setting: Setting, item: Item): string {
  return setting.say.item.headline(labelOf(setting, item), textOf(setting, item.title));
}

export function askFor(setting: Setting, item: Item): Ask {
  const ref = item.refs[0];
  if (ref === undefined) return setting.say.ask.titled(textOf(setting, item.title));
  return setting.say.ask.item(item.kind, ref, spokenPlan(setting, item.plan));
}

/** The item as one of a list: status with date and source, or that none is published; lead; due date. */
export function entryOf(setting: Setting, item: Item, extra: readonly string[] = []): Entry {
  const report = reportOf(setting, item);
  return {
    item: item.id,
    label: labelOf(setting, item),
    title: inLocale(item.title, setting.locale),
    ...(report.known && { status: statusLine(setting, report.latest, item, report.overdue) }),
    lines: [...linesOf(setting, item, report), ...extra],
    ask: askFor(setting, item),
  };
}

function linesOf(setting: Setting, item: Item, report: StatusReport): readonly string[] {
  const { item: say, words } = setting.say;
  const lines: string[] = [];
  if (item.leads.length > 0) lines.push(say.leadLine(namesOf(setting, item.leads).text));
  if (!report.known && report.overdue && item.due !== undefined) lines.push(say.overdueUnpublished(item.due));
  else {
    if (item.due !== undefined && !report.overdue) lines.push(say.dueLine(item.due));
    if (!report.known) lines.push(words.notPublished);
  }
  return lines;
}
