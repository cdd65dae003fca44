import { WEEKDAYS, type Schedule, type Weekday } from '../domain/schedule.ts';
import { has, oncePerReading, type Reading } from './reading.ts';
import { WEEKDAYS_AFTER_DYDD, WEEKDAY_NUMBERS } from './words.dates.ts';

/** Days and time of day as far as they were said. */
export const scheduleOf = oncePerReading((reading): Partial<Schedule> => {
  const days = daysOf(reading);
  const time = timeOf(reading);
  return { ...(days.length > 0 && { days }), ...(time !== undefined && { time }) };
});

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
  if (said !== undefined) return byDay(said, 0, nextPart(words, at + 1));
  const hour = hourIn(word);
  const part = nextPart(words, at + 1);
  const half = words[at - 2] === 'half' && words[at - 1] === 'past';
  const welshHalf = words[at - 1] === 'wedi' && words[at - 3] === 'hanner';
  if (hour !== undefined && (half || welshHalf)) return byDay(hour, 30, part);
  if (
    hour !== undefined &&
    part !== undefined &&
    (MORNING.test(part) || EVENING.test(part) || part === 'oclock')
  )
    return clock(hour, 0, part);
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
/** "at half past three" is in the afternoon where neither half of the day is named. */
function byDay(hour: number, minute: number, part: string | undefined): string | undefined {
  const named = part !== undefined && (MORNING.test(part) || EVENING.test(part));
  return clock(!named && hour >= 1 && hour <= LAST_BY_DAY ? hour + 12 : hour, minute, part);
}
const LAST_BY_DAY = 5;

function clock(hour: number, minute: number, part: string | undefined): string | undefined {
  const evening = part !== undefined && EVENING.test(part) && hour < 12;
  const midnight = part !== undefined && MORNING.test(part) && hour === 12;
  const hours = midnight ? 0 : hour + (evening ? 12 : 0);
  if (hours > 23 || minute > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
