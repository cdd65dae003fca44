import type { SubscriptionWish } from '../domain/intent.ts';
import type { Locale } from '../domain/model.ts';
import { WEEKDAYS, type Schedule, type Weekday } from '../domain/schedule.ts';
import { changeOf } from './digest-changes.ts';
import { filterOf } from './filters.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, namedPlans, type Reading } from './reading.ts';
import { WEEKDAYS_AFTER_DYDD, WEEKDAY_NUMBERS } from './words.dates.ts';

/** "send us a digest every Monday at 9", "pa grynodebau", "dangoswch y crynodeb", "change the digest to Friday". */
export const digest: Recogniser = (reading) => {
  if (isHowTo(reading)) return query({ kind: 'help', about: 'digest' });
  const change = changeOf(reading, hasSchedule(reading), localesOf(reading) !== undefined);
  if (change && !namesStopping(reading)) {
    const { verb, until } = change;
    return query({ kind: 'subscribe', wish: { ...wishOf(reading, verb), ...(until && { until }) } });
  }
  if (isStop(reading)) return query({ kind: 'unsubscribe' });
  const verb = verbOf(reading);
  if (verb === undefined) return undefined;
  return query({ kind: 'subscribe', wish: wishOf(reading, verb) });
};

/** "how do I subscribe", "sut mae tanysgrifio". */
function isHowTo(reading: Reading): boolean {
  if (asksWhatItIs(reading)) return true;
  const asks = has(reading, 'how') && !has(reading, 'how-many', 'preview', 'list-digests', 'going');
  return asks && has(reading, 'subscribe', 'unsubscribe', 'digest') && !hasSchedule(reading);
}

/** "help with digests", "what is a digest?", "beth yw crynodeb wythnosol?", not "what is in the digest". */
function asksWhatItIs(reading: Reading): boolean {
  if (!has(reading, 'digest', 'subscribe') || reading.plans.length > 0 || hasSchedule(reading)) return false;
  const text = reading.words.join(' ');
  return (
    /\b(?:help|[cg]h?ymorth|help[ui]) (?:\w+ )?(?:with|about|gyda|efo|ar|am|on)\b/u.test(text) ||
    /^(?:what (?:is|are) (?:an? )?|(?:beth|be) (?:yw|ydi|ydy) )(?:weekly |daily )?\w+(?: wythnosol| dyddiol)?$/u.test(
      text,
    )
  );
}

/** "stop the digest, do not pause it" is a stop. */
function namesStopping(reading: Reading): boolean {
  return reading.words.some((word) => /^(?:stop|cancel|unsubscribe|stopi(?:o|wch)|canslo)$/u.test(word));
}

function isStop(reading: Reading): boolean {
  const named = has(reading, 'digest', 'subscribe');
  const phrase = reading.heard.some(
    ({ concept, at }) => concept === 'unsubscribe' && (at.length > 1 || reading.words.length <= 3),
  );
  const topical =
    has(reading, 'default', 'forget-plan', 'action', 'recommendation', 'use-plan', 'plan') && !named;
  if (topical) return false;
  if (phrase || namesUnsubscribing(reading)) return true;
  return named && has(reading, 'stop') && !hasSchedule(reading) && !has(reading, 'show', 'list-digests');
}
function namesUnsubscribing(reading: Reading): boolean {
  return reading.heard.some(
    ({ concept, at }) =>
      concept === 'unsubscribe' &&
      at.some((place) => /subscri|unsub|danysgrif|tanysgrif/u.test(reading.words[place] ?? '')),
  );
}

function verbOf(reading: Reading): SubscriptionWish['verb'] | undefined {
  const named = has(reading, 'digest', 'subscribe', 'list-digests');
  const scheduled = hasSchedule(reading);
  if (!named)
    return scheduled &&
      has(reading, 'send', 'subscribe') &&
      reading.references.length === 0 &&
      wantsPost(reading)
      ? 'create'
      : undefined;
  if (isSummaryOfPlan(reading, scheduled)) return undefined;
  if (has(reading, 'preview') && !scheduled) return 'preview';
  if (has(reading, 'list-digests') && !isWish(reading)) return 'list';
  const question = has(reading, 'which', 'when', 'how-many', 'what', 'where', 'why', 'who') && !scheduled;
  if (question) return 'list';
  if (has(reading, 'run') && has(reading, 'send', 'run', 'show') && !scheduled) return 'run';
  if (scheduled || has(reading, 'send', 'subscribe', 'me', 'us') || isWish(reading)) return 'create';
  return has(reading, 'show') ? 'preview' : reading.words.length <= 3 ? 'list' : undefined;
}
/** Sent regularly, whatever it is called: "post the overdue actions every Friday". */
function wantsPost(reading: Reading): boolean {
  return reading.words.some((word) =>
    [
      'every',
      'each',
      'weekly',
      'daily',
      'bob',
      'wythnosol',
      'pob',
      'dyddiol',
      'mondays',
      'tuesdays',
      'wednesdays',
      'thursdays',
      'fridays',
    ].includes(word),
  );
}
function isWish(reading: Reading): boolean {
  return reading.heard.some(
    ({ concept, at }) =>
      concept === 'send' && !at.some((place) => /^(?:get|cael|have)$/u.test(reading.words[place] ?? '')),
  );
}
/** "crynodeb o gynllun Cymru" is a summary of the plan, not a digest. */
function isSummaryOfPlan(reading: Reading, scheduled: boolean): boolean {
  const plain = reading.words.every(
    (word) =>
      !/^(?:digests?|weekly|wythnosol|newsletter|bulletin|daily|dyddiol|subscri|crynodebau|grynodebau|cylchlythyr)/u.test(
        word,
      ) && !/subscri|tanysgrif|danysgrif/u.test(word),
  );
  const ofPlan = has(reading, 'plan', 'plans', 'this-plan') || reading.plans.length > 0;
  return plain && ofPlan && !scheduled && !has(reading, 'stop', 'preview', 'list-digests');
}

function hasSchedule(reading: Reading): boolean {
  return Object.keys(scheduleOf(reading)).length > 0;
}

function wishOf(reading: Reading, verb: SubscriptionWish['verb']): SubscriptionWish {
  const quiet: Reading = {
    ...reading,
    heard: reading.heard.filter(({ concept }) => concept !== 'updated' && concept !== 'due'),
  };
  const locales = localesOf(reading);
  return {
    verb,
    scope: { plans: namedPlans(reading), filter: filterOf(quiet, namedPlans(reading)).filter },
    schedule: scheduleOf(reading),
    personal: has(reading, 'me') && !has(reading, 'us'),
    ...(locales && { locales }),
  };
}

/** The languages named, the one named first leading. */
export function localesOf(reading: Reading): readonly [Locale, ...Locale[]] | undefined {
  const [cy, en] = [languagePlace(reading, 'in-welsh'), languagePlace(reading, 'in-english')];
  if (has(reading, 'in-both'))
    return /^(?:english|saesneg)/u.test(firstLanguageWord(reading)) ? ['en', 'cy'] : ['cy', 'en'];
  if (cy !== undefined && en !== undefined) return cy < en ? ['cy', 'en'] : ['en', 'cy'];
  if (cy !== undefined) return ['cy'];
  return en === undefined ? undefined : ['en'];
}
function languagePlace(reading: Reading, concept: 'in-welsh' | 'in-english'): number | undefined {
  const named = new Set(reading.plans.flatMap(({ at }) => at));
  const found = reading.heard.find(
    (one) => one.concept === concept && !one.at.some((place) => named.has(place)),
  );
  return found?.at[0];
}
function firstLanguageWord(reading: Reading): string {
  return reading.words.find((word) => /^(?:english|saesneg|welsh|[cg]h?ymraeg|nghymraeg)$/u.test(word)) ?? '';
}

/** Days and time of day as far as they were said. */
export function scheduleOf(reading: Reading): Partial<Schedule> {
  const days = daysOf(reading);
  const time = timeOf(reading);
  return { ...(days.length > 0 && { days }), ...(time !== undefined && { time }) };
}

function daysOf(reading: Reading): readonly Weekday[] {
  if (has(reading, 'weekdays')) return WEEKDAYS.slice(0, 5);
  const numbers = reading.words.flatMap((word, at) => {
    const after = ['dydd', 'ddydd', 'nos', 'bore', 'prynhawn', 'dyddiau'].includes(
      reading.words[at - 1] ?? '',
    );
    const table = after ? WEEKDAYS_AFTER_DYDD : WEEKDAY_NUMBERS;
    const listed =
      (word === 'iau' || word === 'mawrth') &&
      reading.words.some((one) => ['dydd', 'ddydd', 'llun', 'lun', 'bob'].includes(one));
    if (!Object.hasOwn(table, word)) return listed ? (WEEKDAYS_AFTER_DYDD[word] ?? []) : [];
    return table[word] ?? [];
  });
  const wanted = new Set(numbers);
  if (wanted.size === 0 && has(reading, 'daily')) return WEEKDAYS;
  return WEEKDAYS.filter((_, index) => wanted.has(index + 1));
}

const MORNING = /^(?:am|bore|morning|mornings|yb|fore|b)$/u;
const EVENING = /^(?:pm|afternoon|evening|prynhawn|pnawn|hwyr|yp|yh|nos)$/u;

/** "at 9", "09:30", "4pm", "half past nine", "am 9", "9 y bore", "am hanner awr wedi naw", "noon". */
function timeOf(reading: Reading): string | undefined {
  for (const [at, word] of reading.words.entries()) {
    const time = clockAt(reading.words, at, word);
    if (time !== undefined) return time;
  }
  return undefined;
}
function clockAt(words: readonly string[], at: number, word: string): string | undefined {
  const written = /^(\d{1,2})[:.](\d{2})(am|pm)?$/u.exec(word);
  if (written) return clock(Number(written[1]), Number(written[2]), written[3] ?? words[at + 1]);
  const joined = /^(\d{1,2})(am|pm|yb|yp)$/u.exec(word);
  if (joined) return clock(Number(joined[1]), 0, joined[2]);
  const said = ['at', 'am', 'around', 'tua'].includes(words[at - 1] ?? '') ? hourIn(word) : undefined;
  if (said !== undefined) return clock(said, 0, nextPart(words, at + 1));
  const hour = hourIn(word);
  const part = nextPart(words, at + 1);
  if (
    hour !== undefined &&
    part !== undefined &&
    (MORNING.test(part) || EVENING.test(part) || part === 'oclock')
  )
    return clock(hour, 0, part);
  const half = words[at - 2] === 'half' && words[at - 1] === 'past';
  const welshHalf = words[at - 1] === 'wedi' && words[at - 3] === 'hanner';
  if (hour !== undefined && (half || welshHalf)) return clock(hour, 30, part);
  if (['noon', 'midday', 'canol-dydd', 'hanner-dydd'].includes(word)) return '12:00';
  return (word === 'hanner' || word === 'ganol' || word === 'canol') &&
    ['dydd', 'ddydd'].includes(words[at + 1] ?? '')
    ? '12:00'
    : undefined;
}
function nextPart(words: readonly string[], at: number): string | undefined {
  const skipped = ['y', 'yr', 'o', 'in', 'the', 'clock', 'r'];
  for (let next = at; next < at + 4; next += 1) {
    const word = words[next];
    if (word === undefined) return undefined;
    if (word === 'oclock' || word === 'clock' || word === 'gloch') {
      const rest = nextPart(words, next + 1);
      return rest !== undefined && (MORNING.test(rest) || EVENING.test(rest)) ? rest : 'oclock';
    }
    if (!skipped.includes(word)) return word;
  }
  return undefined;
}
const HOURS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  un: 1,
  dau: 2,
  ddau: 2,
  tri: 3,
  dri: 3,
  pedwar: 4,
  bedwar: 4,
  pump: 5,
  bump: 5,
  chwech: 6,
  saith: 7,
  wyth: 8,
  naw: 9,
  deg: 10,
  ddeg: 10,
  unarddeg: 11,
  deuddeg: 12,
  ddeuddeg: 12,
};
function hourIn(word: string): number | undefined {
  if (/^\d{1,2}$/u.test(word) && Number(word) <= 24) return Number(word);
  return Object.hasOwn(HOURS, word) ? HOURS[word] : undefined;
}
function clock(hour: number, minute: number, part: string | undefined): string | undefined {
  const evening = part !== undefined && EVENING.test(part) && hour < 12;
  const midnight = part !== undefined && MORNING.test(part) && hour === 12;
  const hours = midnight ? 0 : hour + (evening ? 12 : 0);
  if (hours > 23 || minute > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
