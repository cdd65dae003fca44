import { assertNever } from '../domain/assert-never.ts';
import { NO_END, type IsoDate, addDays, addMonths } from '../domain/dates.ts';
import { unmutated } from '../language/fold.ts';
import { datesIn } from './dates.ts';
import { numberIn } from './period.ts';
import { has, wordsLeft, type Reading } from './reading.ts';
import { UNITS, WEEKDAYS_AFTER_DYDD } from './words.dates.ts';

/** What is wished of a digest that is there. */
export interface DigestChange {
  readonly verb: 'change' | 'pause' | 'resume' | 'list';
  /** The day from which a paused digest is sent again. */
  readonly until?: IsoDate;
}

const CHANGE =
  /^(?:change|move|make|switch|reschedule|shift|instead|only|newid|newidi(?:wch|a|o)?|symud(?:wch)?|gwnewch|gwna|wnewch|lle|unig|dim)$/u;
const PAUSE =
  /^(?:paus(?:e|ed|ing)|suspend|snooze|mute|oed(?:i|iwch|a|wch)|gohiri(?:o|wch)|seib(?:io|iwch|iant)|saib)$/u;
const RESUME = /^(?:resume|unpause|restart|reactivate|h?ail-?ddech(?:r\w*|reu\w*)|h?ailgychwyn(?:nwch)?)$/u;
const SUBSCRIBED = /\bsubscribed\b|\b[dt]anysgrifi/u;
const HOLD =
  /\b(?:on hold|back on|start (?:it|the digest|sending|them)? ?again|cychwyn(?:nwch)? .*eto|dechreuwch .*eto)\b/u;
/** What may stand beside a new day or time and asks for nothing else. */
const BESIDE =
  /^(?:[ap]m|y?[bp]|\d{1,2}(?:[:.]\d\d)?(?:am|pm|yb|yp)?|o'?clock|noon|midday|bore|[pb]rynhawn|pnawn|h?wyr|nos|days?|times?|[dt]ydd|[dn]?diwrnod|amser|[cg]h?rynodeb\w*|digests?|subscriptions?|ones?|rather|posts?|send|sent|fod|ei|arrive|come|[cg]yrraedd|gael|have|get|had|of|every|each|bob|mornings?|evenings?|afternoons?|please|plis|instead|half|past|weekly|weekdays?|early|earlier|later)$/u;

/**
 * A change of the digest that is there: another day, time or language, a pause or its end, or a question of when it comes.
 * With a digest named, or with nothing else in the message that it could be about.
 */
export function changeOf(reading: Reading, scheduled: boolean, languages: boolean): DigestChange | undefined {
  const named =
    has(reading, 'digest', 'subscribe', 'list-digests') || SUBSCRIBED.test(reading.words.join(' '));
  if (reading.references.length > 0 || (!named && reading.plans.length > 0)) return undefined;
  const text = reading.words.join(' ');
  const said = (pattern: RegExp): boolean => reading.words.some((word) => pattern.test(word));
  const ofIt = isOfIt(reading);
  const alone = (): boolean => named || ofIt || isAlone(reading);
  if (said(RESUME) && alone()) return { verb: 'resume' };
  if ((named || ofIt) && HOLD.test(text) && !/on hold/u.test(text)) return { verb: 'resume' };
  if ((said(PAUSE) || (named && /\bon hold\b/u.test(text))) && alone())
    return { verb: 'pause', until: pauseEnd(reading) ?? NO_END };
  if (asksOfDelivery(reading, named, text) && !scheduled) return { verb: 'list' };
  // "Mondays at 8 please", after talk of a digest.
  if (ofIt && scheduled && !named && isAlone(reading)) return { verb: 'change' };
  if (!said(CHANGE) && !(named && languages && !scheduled)) return undefined;
  if (named && (scheduled || languages) && !has(reading, 'preview')) return { verb: 'change' };
  return scheduled && said(CHANGE) && (ofIt || isAlone(reading)) ? { verb: 'change' } : undefined;
}

const OF_PLANS = [
  'action',
  'recommendation',
  'call',
  'item',
  'theme',
  'plans',
  'how-many',
  'who',
  'what',
  'which',
  'overdue',
  'due',
  'lead',
  'status',
  'changes',
] as const;

/** Short, right after talk of a digest, and naming nothing of the plans. */
function isOfIt(reading: Reading): boolean {
  const { words, hearing, plans } = reading;
  if (hearing.memory.aboutDigest !== true || words.length > 12 || plans.length > 0) return false;
  return !has(reading, 'action', 'recommendation', 'call', 'theme', 'plans', 'who', 'overdue', 'lead');
}

/** Nothing is left that names a subject of its own. */
function isAlone(reading: Reading): boolean {
  if (has(reading, ...OF_PLANS)) return false;
  const dated = datesIn(reading.words, reading.hearing.today, 'forward').flatMap(({ at }) => at);
  const left = wordsLeft(reading, dated)
    .split(' ')
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '' && !isBeside(word));
  return left.length === 0 && reading.words.length <= 12;
}
function isBeside(word: string): boolean {
  const folded = word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'");
  return [folded, ...folded.split("'"), ...unmutated(folded)].some(
    (form) =>
      [BESIDE, CHANGE, PAUSE, RESUME].some((pattern) => pattern.test(form)) ||
      Object.hasOwn(WEEKDAYS_AFTER_DYDD, form) ||
      Object.hasOwn(UNITS, form),
  );
}

/** "when does it come?" after an answer about a digest; "did the digest go out?", "aeth y crynodeb allan?". */
function asksOfDelivery(reading: Reading, named: boolean, text: string): boolean {
  if (!named && reading.hearing.memory.aboutDigest !== true) return false;
  if (named)
    return (
      /^(?:did|has|what|which|i beth|beth|have|was|is there|when|what time|a |aeth|ddaeth|gafodd|oes|pryd|faint o'r gloch)\b/u.test(
        text,
      ) &&
      /\b(?:go|gone|went|sent|come|came|arrive[ds]?|due|next|subscribed|receive[ds]?|[dt]od|daw|ddaeth|aeth|[cg]yrraedd|cyrhaeddodd|anfon|hanfon|nesaf|danysgrifio|tanysgrifio)\b/u.test(
        text,
      )
    );
  if (SENT.test(text)) return isShort(reading);
  return (
    /^(?:and )?(?:when|what (?:day|time)|which day|pryd|pa (?:ddiwrnod|dydd|bryd)|faint)\b/u.test(text) &&
    isShort(reading)
  );
}
/** "has it been sent?", "ydi o wedi cael ei anfon?" */
const SENT =
  /^(?:has|have|did|was|is|ydy|ydi|yw|a|oes|gafodd|aeth|ddaeth|cafodd)\b.*\b(?:sent|gone|go|went|come|came|arrived?|delivered|[hd]?anfon\w*|mynd|allan|[cg]h?yrraedd\w*|dod)\b/u;
function isShort(reading: Reading): boolean {
  return reading.words.length <= 8 && !has(reading, 'action', 'recommendation', 'plan', 'theme', 'due');
}

/** The first day after a pause: "until January", "for two weeks", "tan 5 Ionawr", "am bythefnos". */
function pauseEnd(reading: Reading): IsoDate | undefined {
  const { words, hearing } = reading;
  return afterSpan(words, hearing.today) ?? afterDate(words, hearing.today);
}
function afterDate(words: readonly string[], today: IsoDate): IsoDate | undefined {
  const [found] = datesIn(words, today, 'forward');
  if (found === undefined) return undefined;
  const { from } = found.window;
  return from > today ? from : undefined;
}
function afterSpan(words: readonly string[], today: IsoDate): IsoDate | undefined {
  const at = words.findIndex((word, place) => Object.hasOwn(UNITS, word) && isSpan(words, place));
  const unit = UNITS[words[at] ?? ''];
  if (at < 0 || unit === undefined) return undefined;
  const count = numberIn(words[at - 1]) ?? 1;
  switch (unit) {
    case 'day':
      return addDays(today, count);
    case 'week':
      return addDays(today, 7 * count);
    case 'fortnight':
      return addDays(today, 14 * count);
    case 'month':
      return addMonths(today, count);
    case 'quarter':
      return addMonths(today, 3 * count);
    case 'year':
      return addMonths(today, 12 * count);
    default:
      return assertNever(unit);
  }
}
function isSpan(words: readonly string[], at: number): boolean {
  return [words[at - 1], words[at - 2]].some((word) => word === 'for' || word === 'am');
}
