import type { Block } from '../domain/answer.ts';
import type { Aspect } from '../domain/intent.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Item, Source } from '../domain/model.ts';
import type { StatusReport } from '../domain/status.ts';
import { inLocale } from '../language/format.ts';
import {
  asAtWords,
  askFor,
  citationOf,
  entryOf,
  factsBlock,
  heading,
  headlineOf,
  labelOf,
  namesOf,
  notice,
  paragraph,
  quoted,
  reportOf,
  row,
  spokenPlan,
  standingWords,
  statusLine,
  textOf,
  titleOfPlan,
  type Row,
} from './parts.ts';
import type { Draft, Setting } from './setting.ts';

export interface ItemQuestion {
  readonly aspect: Aspect;
  /** The words by which it was found, for "why this?". */
  readonly matched?: readonly string[];
  /** What else it was shown for, in words. */
  readonly reasons?: readonly string[];
}

/** One item, what was asked of it first. */
export function composeItem(setting: Setting, item: Item, question: ItemQuestion): Draft {
  const report = reportOf(setting, item);
  const about = aspectHeadline(setting, item, report, question);
  const { ask } = setting.say;
  const [ref] = item.refs;
  const history = ref === undefined ? [] : [ask.history(item.kind, ref, spokenPlan(setting, item.plan))];
  return {
    kind: kindFor(question.aspect),
    headline: about ?? headlineOf(setting, item),
    blocks:
      question.aspect === 'overview'
        ? wholeBlocks(setting, item, report)
        : partBlocks(setting, item, report, question.aspect),
    items: [item.id],
    shown: 1,
    sources: question.aspect === 'overview' ? sourcesOfItem(setting, item, report) : [item.source],
    plans: [item.plan],
    asks: [
      ...(question.aspect === 'overview' ? [] : [askFor(setting, item)]),
      ...(report.known ? history : []),
    ],
  };
}

/** All that is held of the item. */
function wholeBlocks(setting: Setting, item: Item, report: StatusReport): readonly Block[] {
  return [
    ...titleBlocks(setting, item, false),
    ...factsBlock(fieldsOf(setting, item)),
    ...statusBlocks(setting, item, report),
    ...childBlocks(setting, item),
    ...cautions(setting, item),
  ];
}

/** Where one thing was asked the headline says it: beneath it stand the title and, for progress, the statement. */
function partBlocks(setting: Setting, item: Item, report: StatusReport, aspect: Aspect): readonly Block[] {
  const title = inLocale(item.title, setting.locale);
  const named =
    title.locale === undefined
      ? [paragraph(title.text)]
      : factsBlock([row(setting.say.item.fields.title, title)]);
  const told = ABOUT_PROGRESS.includes(aspect) && report.known;
  const blocks = told ? statementBlocks(setting, item, report, aspect) : [];
  return [
    ...named,
    ...whoAndWhen(setting, item, report, aspect),
    ...blocks,
    ...(aspect === 'due' ? dueWasBlock(setting, item) : []),
    ...cautions(setting, item),
  ];
}

/** Who and when belong to how something stands, whichever of them was asked. */
function whoAndWhen(setting: Setting, item: Item, report: StatusReport, aspect: Aspect): readonly Block[] {
  if (kindFor(aspect) !== 'status') return [];
  const { say } = setting;
  const { fields } = say.item;
  const rows: (Row | false)[] = [
    item.leads.length > 0 && aspect !== 'lead' && row(fields.leads, namesOf(setting, item.leads)),
    item.addressees.length > 0 &&
      aspect === 'response' &&
      row(fields.addressees, namesOf(setting, item.addressees)),
    item.due !== undefined &&
      aspect !== 'due' &&
      !report.overdue &&
      row(fields.due, say.words.date(item.due)),
    item.response !== undefined &&
      aspect !== 'response' &&
      row(fields.response, say.words.response(item.response)),
  ];
  return factsBlock(rows.filter((each) => each !== false));
}

/** A due date that was moved is never said without the earlier ones. */
function dueWasBlock({ say }: Setting, { dueWas }: Item): readonly Block[] {
  const { words } = say;
  return factsBlock(
    dueWas.length > 0
      ? [row(say.item.fields.dueWas, words.names(dueWas.map((date) => words.date(date))))]
      : [],
  );
}

/** The statement beneath a headline, without what the headline has said. */
function statementBlocks(
  setting: Setting,
  item: Item,
  report: Extract<StatusReport, { known: true }>,
  aspect: Aspect,
): readonly Block[] {
  const { overdueWords, ...status } = statusLine(setting, report.latest, item, report.overdue);
  const whole = overdueWords !== undefined && aspect !== 'due' ? { ...status, overdueWords } : status;
  return [{ type: 'status', status: whole }, ...statementDetails(setting, report.latest, aspect)];
}

const ABOUT_PROGRESS: readonly Aspect[] = ['status', 'due', 'reason', 'mitigation', 'age', 'source'];

/** Who, when, why and how are status; where from and how sure have the kind of what they explain. */
export function kindFor(aspect: Aspect): 'item' | 'status' {
  switch (aspect) {
    case 'overview':
    case 'source':
    case 'confidence':
    case 'match':
    case 'theme':
      return 'item';
    case 'status':
    case 'lead':
    case 'addressee':
    case 'due':
    case 'reason':
    case 'mitigation':
    case 'age':
    case 'response':
      return 'status';
    default:
      return assertNever(aspect);
  }
}

function titleBlocks(setting: Setting, item: Item, titleUnsaid: boolean): readonly Block[] {
  const title = inLocale(item.title, setting.locale);
  const blocks: Block[] = [];
  if (titleUnsaid || title.locale !== undefined)
    blocks.push(...factsBlock([row(setting.say.item.fields.title, title)]));
  if (item.summary) blocks.push(quoted(setting, item.summary));
  return blocks;
}

function fieldsOf(setting: Setting, item: Item): readonly Row[] {
  const { fields } = setting.say.item;
  const { words } = setting.say;
  const theme = item.theme && setting.known.theme(item.theme);
  const rows: (Row | false)[] = [
    row(fields.plan, titleOfPlan(setting, item.plan)),
    item.refs.length > 1 && row(fields.otherRefs, words.names(item.refs.slice(1))),
    theme !== undefined && row(fields.theme, inLocale(theme.title, setting.locale)),
    theme?.note !== undefined && row(fields.note, inLocale(theme.note, setting.locale)),
    item.leads.length > 0 && row(fields.leads, namesOf(setting, item.leads)),
    item.addressees.length > 0 && row(fields.addressees, namesOf(setting, item.addressees)),
    // An overdue item's date is said with its status.
    item.due !== undefined && !reportOf(setting, item).overdue && row(fields.due, words.date(item.due)),
    item.dueWas.length > 0 && row(fields.dueWas, words.names(item.dueWas.map((date) => words.date(date)))),
    item.response !== undefined && row(fields.response, words.response(item.response)),
  ];
  return rows.filter((each) => each !== false);
}

function statusBlocks(setting: Setting, item: Item, report: StatusReport): readonly Block[] {
  if (!report.known) {
    const { item: say } = setting.say;
    return report.overdue && item.due !== undefined
      ? [{ type: 'notice', tone: 'warning', text: say.overdueUnpublished(item.due) }]
      : [notice(unpublished(setting, item))];
  }
  const status = statusLine(setting, report.latest, item, report.overdue);
  return [{ type: 'status', status }, ...statementDetails(setting, report.latest)];
}

/** What was rejected is not expected to start. */
function unpublished(setting: Setting, item: Item): string {
  const { item: say } = setting.say;
  const label = labelOf(setting, item);
  return item.response === 'rejected' ? say.lacks(label, 'status') : say.statusUnpublished(label);
}

/**
 * What a statement says besides its standing: note, reason, what is being done, and who assessed where not the owner;
 * without the one that the headline has said.
 */
export function statementDetails(
  setting: Setting,
  update: Extract<StatusReport, { known: true }>['latest'],
  said?: Aspect,
): readonly Block[] {
  const { fields, assessedBy } = setting.say.item;
  const rows: Row[] = [];
  if (update.note) rows.push(row(fields.note, inLocale(update.note, setting.locale)));
  if (update.reason && said !== 'reason')
    rows.push(row(fields.reason, inLocale(update.reason, setting.locale)));
  if (update.mitigation && said !== 'mitigation')
    rows.push(row(fields.mitigation, inLocale(update.mitigation, setting.locale)));
  if (update.assessedBy !== 'owner') rows.push(row(fields.assessedBy, assessedBy(update.assessedBy)));
  return factsBlock(rows);
}

function childBlocks(setting: Setting, item: Item): readonly Block[] {
  const children = setting.known.childrenOf(item.id);
  if (children.length === 0) return [];
  return [
    heading(setting.say.item.childrenHeading(children.length)),
    { type: 'entries', entries: children.map((child) => entryOf(setting, child)) },
  ];
}

function cautions(setting: Setting, item: Item): readonly Block[] {
  if (!item.note) return [];
  return factsBlock([row(setting.say.item.fields.note, inLocale(item.note, setting.locale))]);
}

/** The sources of the item itself and of what is said beneath it; statuses carry their own. */
export function sourcesOfItem(setting: Setting, item: Item, report: StatusReport): readonly Source[] {
  const theme = item.theme && setting.known.theme(item.theme);
  const children = setting.known.childrenOf(item.id).map((child) => child.source);
  return [
    item.source,
    ...(theme ? [theme.source] : []),
    ...children,
    ...(report.known ? [report.latest.source] : []),
  ];
}

/** So many items are answered for in one headline. */
const MOST_ANSWERED = 3;

/** What was asked of a few items, answered for each; undefined where their entries say it. */
export function answersTo(setting: Setting, items: readonly Item[], aspect: Aspect): string | undefined {
  const each = aspect === 'response' || aspect === 'addressee' || aspect === 'lead';
  if (!each || items.length > MOST_ANSWERED) return undefined;
  return items
    .flatMap((item) => aspectHeadline(setting, item, reportOf(setting, item), { aspect }) ?? [])
    .join(' ');
}

/** The sentence that answers what was asked; undefined for an overview. */
function aspectHeadline(
  setting: Setting,
  item: Item,
  report: StatusReport,
  { aspect, matched, reasons = [] }: ItemQuestion,
): string | undefined {
  const { item: say, words } = setting.say;
  const label = labelOf(setting, item);
  const lacks = say.lacks(label, aspect);
  switch (aspect) {
    case 'overview':
      return undefined;
    case 'lead':
      if (item.leads.length > 0) return say.leads(label, namesOf(setting, item.leads).text);
      return item.addressees.length > 0
        ? say.addressees(label, namesOf(setting, item.addressees).text)
        : lacks;
    case 'addressee':
      return item.addressees.length > 0
        ? say.addressees(label, namesOf(setting, item.addressees).text)
        : lacks;
    case 'due':
      if (item.due === undefined) return lacks;
      return report.overdue ? say.dueOverdue(label, item.due) : say.due(label, item.due);
    case 'response':
      return item.response === undefined ? lacks : say.response(label, words.response(item.response));
    case 'theme': {
      const theme = item.theme && setting.known.theme(item.theme);
      return theme ? say.theme(label, textOf(setting, theme.title)) : lacks;
    }
    case 'source':
      return say.source(label, citationOf(setting, item.source).words.text);
    case 'confidence':
      return say.confidence(label, confidenceWords(setting, item.source));
    case 'match':
      if (matched && matched.length > 0) return say.match(label, words.names(matched));
      return reasons.length > 0 ? say.why(label, words.series(reasons)) : lacks;
    case 'status':
    case 'age':
    case 'reason':
    case 'mitigation':
      return progressHeadline(setting, item, report, aspect);
    default:
      return assertNever(aspect);
  }
}

function progressHeadline(
  setting: Setting,
  item: Item,
  report: StatusReport,
  aspect: 'status' | 'age' | 'reason' | 'mitigation',
): string {
  const { item: say } = setting.say;
  const label = labelOf(setting, item);
  if (!report.known) return unpublished(setting, item);
  const { latest } = report;
  if (aspect === 'status')
    return say.status(label, standingWords(setting, latest), asAtWords(setting, latest));
  if (aspect === 'age') return say.age(label, asAtWords(setting, latest));
  const text = aspect === 'reason' ? latest.reason : latest.mitigation;
  if (!text) return say.lacks(label, aspect);
  return aspect === 'reason'
    ? say.reason(label, textOf(setting, text))
    : say.mitigation(label, textOf(setting, text));
}

function confidenceWords(setting: Setting, source: Source): string {
  return source.confidence === 'primary'
    ? setting.say.item.primary
    : setting.say.words.confidence(source.confidence);
}
