import { daysBetween, lastDay, type IsoDate, type SourceDate } from '../../src/domain/dates.ts';
import type { Item, ItemId } from '../../src/domain/model.ts';
import type { Library } from '../../src/knowledge/library.ts';
import { TODAY, type Said } from './ask-all.ts';
import { saidIn } from './dates-said.ts';
import { evidenceOf, recordsAround, recordsOfItem, recordsOfPlan, type Evidence } from './evidence.ts';

/** Kinds whose numbers come from nowhere in the packs: clock times, examples of questions, telephone numbers. */
const WITHOUT_FACTS = [
  'help',
  'smalltalk',
  'unclear',
  'language',
  'subscribe',
  'unsubscribe',
  'signpost',
  'refused',
  'apology',
];
/** A standing's mark at the head of a line. */
const STATUS_LINE = /^\s*[●▲■◷◆○✔‖✕→◐] /u;
const ENTRY_LINE = /^ {2}[^\s:][^:]*: (.+)$/u;
/** A label and its value: never a window. */
const LABELLED_LINE = /^[^\d:]{2,40}: /u;
/** Kinds whose one item is all that they are about. */
const ABOUT_ONE_ITEM = ['item', 'status', 'history'];
/** Statements are counted too. */
const STATEMENTS_OF_AN_ITEM = 4;
const AGE =
  /(?:(\d+) (?:years?|blynedd|flynedd|flwyddyn|blwyddyn)(?: (?:and|ac?) (\d+) (?:months?|mis|fis))?|(\d+) (?:months?|mis|fis)|(\d+) (?:days?|diwrnod|ddiwrnod|niwrnod)) (?:ago|yn ôl)/giu;

/**
 * Dates and numbers of an answer that no record, nor the question, nor arithmetic accounts for. Of what stands under
 * an item's title, that item's own records must account for it; of an answer about one item, that item's, its family's
 * and its plan's. Elsewhere any record of the library will do.
 *
 * Not seen: numbers written as words; a right number said of the wrong thing, where both are in the same records; small
 * whole numbers, which may be counts of what is held; dates at the edges of months and weeks or a whole number of
 * months from today or within a hundred days of it in sentences about a window. Answers without facts are not read.
 */
export function inventions(library: Library): (said: Said, question: string) => readonly string[] {
  const known = knowledgeOf(library);
  return (said, question) => {
    if (WITHOUT_FACTS.includes(said.kind)) return [];
    const asked = saidIn(question);
    const whole = known.whole(said);
    let within = whole;
    return said.text.split('\n').flatMap((line) => {
      const [, title = ''] = ENTRY_LINE.exec(line) ?? [];
      if (!line.startsWith('    ')) within = known.titled(title) ?? whole;
      const found = [...wrongAges(line), ...unaccounted(line, within, known.anywhere, asked)];
      return found.map((each) => `${each} in “${line.trim()}”`);
    });
  };
}

interface Known {
  /** What an answer as a whole may draw on. */
  whole(said: Said): Evidence;
  /** What may stand beneath the title of an item; undefined where it is no item's. */
  titled(title: string): Evidence | undefined;
  /** Numbers in the names of plans, and counts. */
  anywhere(number: string): boolean;
}

function knowledgeOf(library: Library): Known {
  const all = evidenceOf(library.plans.map(({ id }) => recordsOfPlan(library, id)));
  const names = evidenceOf(library.plans.map(({ id, title, knownAs }) => [id, title, knownAs]));
  const titles = evidenceByTitle(library);
  const about = new Map<string, Evidence>();
  const evidenceAbout = (id: ItemId): Evidence | undefined => {
    const item = library.item(id);
    const evidence =
      about.get(id) ??
      (item && evidenceOf([recordsOfItem(library, item), recordsAround(library, item.plan)]));
    if (evidence) about.set(id, evidence);
    return evidence;
  };
  const mostCounted = library.items.length * STATEMENTS_OF_AN_ITEM;
  return {
    whole: ({ kind, items }) => {
      const [only] = items;
      const isOne = ABOUT_ONE_ITEM.includes(kind) && items.length === 1;
      return (isOne ? evidenceAbout(only as ItemId) : undefined) ?? all;
    },
    titled: (title) => titles.get(title),
    anywhere: (number) =>
      names.numbers.has(number) || (/^\d{1,3}$/u.test(number) && Number(number) <= mostCounted),
  };
}

/** Of items of the same title, what is held of any. */
function evidenceByTitle(library: Library): ReadonlyMap<string, Evidence> {
  const titles = new Map<string, Item[]>();
  for (const item of library.items) {
    for (const title of new Set([item.title.cy, item.title.en])) {
      if (title !== undefined) titles.set(title, [...(titles.get(title) ?? []), item]);
    }
  }
  return new Map(
    [...titles].map(([title, items]) => [
      title,
      evidenceOf(items.map((item) => recordsOfItem(library, item))),
    ]),
  );
}

function unaccounted(
  line: string,
  within: Evidence,
  anywhere: Known['anywhere'],
  asked: ReturnType<typeof saidIn>,
): readonly string[] {
  const { dates, numbers } = saidIn(line.replaceAll(/<https?:[^>]*>/gu, ' ').replaceAll(AGE, ' '));
  const tellsWindow = !STATUS_LINE.test(line) && !line.startsWith('    ') && !LABELLED_LINE.test(line);
  const dated = (date: string): boolean =>
    TODAY.startsWith(date) ||
    asked.dates.includes(date) ||
    [...within.dates].some((held) => held.startsWith(date)) ||
    (tellsWindow && isEdge(date));
  const numbered = (number: string): boolean =>
    anywhere(number) ||
    within.numbers.has(number) ||
    asked.numbers.includes(number) ||
    (/^\d{4}$/u.test(number) && dated(number));
  return [...dates.filter((date) => !dated(date)), ...numbers.filter((number) => !numbered(number))];
}

/** Windows about plans reach no further from today. */
const MOST_YEARS_OFF = 3;

/** Edges of weeks, months and years, holidays, and days near today: where windows begin and end. */
function isEdge(date: string): boolean {
  if (Math.abs(Number(date.slice(0, 4)) - Number(TODAY.slice(0, 4))) > MOST_YEARS_OFF) return false;
  if (date.length < 10) return true;
  const day = date.slice(8);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (
    day === '01' ||
    lastDay(date.slice(0, 7) as SourceDate) === date ||
    day === TODAY.slice(8) ||
    date.endsWith('-12-25') ||
    weekday === 0 ||
    weekday === 1 ||
    Math.abs(daysBetween(date as IsoDate, TODAY as IsoDate)) <= 100
  );
}

/** Ages that do not follow from the date just before them on the line. */
function wrongAges(line: string): readonly string[] {
  return [...line.matchAll(AGE)].flatMap((match) => {
    const [whole, years, monthsOver, months, days] = match;
    const date = saidIn(line.slice(0, match.index)).dates.at(-1);
    if (date === undefined) return [];
    const age = daysBetween(lastDay(date as SourceDate), TODAY as IsoDate);
    const said =
      days === undefined ? Number(years ?? 0) * 12 + Number(monthsOver ?? months ?? 0) : Number(days);
    const right = days === undefined ? Math.abs(age / 30.4375 - said) <= 1 : said === age;
    return right ? [] : [`the age ${whole} of ${date}`];
  });
}
