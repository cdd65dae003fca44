import type { ItemKind, PlanId } from '../domain/model.ts';
import { unmutated } from '../language/fold.ts';
import { plainRef } from './lexicon.ts';
import { RANGE_WORDS, wordAt, type Place } from './quoted-place.ts';
import { planFor } from './quoted-plan.ts';
import { CARDINALS } from './words.dates.ts';

/** "actions 3 to 900" is no question about 898 actions. */
export const MOST = 50;
export const NUMBER = /^\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?$/u;
export const WITH_LETTERS = /^(?:r|rec|a|act|cta|c)\d{1,3}(?:\.\d{1,3})*[a-z]?$/u;
export const RANGE = /^(\d+(?:\.\d+)*)-(\d+(?:\.\d+)*)$/u;
export const DOTTED = /^\d{1,2}(?:\.\d{1,2}){1,2}[a-z]?$/u;

/** Numbers quoted in a row. */
export interface Run {
  readonly refs: readonly string[];
  /** How many tokens it takes. */
  readonly length: number;
}

/** What is quoted from here on: one number, or a range of them. */
export function refsFrom(place: Place, at: number, first: boolean, kind?: ItemKind): Run | undefined {
  const whole = spokenAt(place, at) ?? hyphenedAt(place, at, kind);
  if (whole) return whole;
  const ref = numberAt(place, at, first);
  if (ref === undefined) return undefined;
  const length = isJoined(place, at, ref) ? 2 : 1;
  return rangeFrom(place, at, ref, length) ?? { refs: [typedRef(place, at, ref)], length };
}

/** "three point two", "un pwynt tri", "4 dot 1": a number with its parts, said aloud. */
export function spokenAt(place: Place, at: number): Run | undefined {
  if (!POINTS.has(wordAt(place, at + 1)) || isMoneyOrMeasure(place, at + 2)) return undefined;
  const [whole, part] = [at, at + 2].map((one) => {
    const word = wordAt(place, one);
    return /^\d{1,2}$/u.test(word) ? Number(word) : numberWord(word);
  });
  return whole === undefined || part === undefined ? undefined : { refs: [`${whole}.${part}`], length: 3 };
}
const POINTS: ReadonlySet<string> = new Set(['point', 'dot', 'pwynt', 'bwynt', 'phwynt']);

/** "2-3" is 2.3 where that is what is held, else 2 to 3; "1.2-1.5" can only be a range. */
export function hyphenedAt(place: Place, at: number, kind?: ItemKind): Run | undefined {
  const [, from = '', to = ''] = RANGE.exec(wordAt(place, at)) ?? [];
  if (from === '' || isMoneyOrMeasure(place, at)) return undefined;
  const range = expanded(from, to, 1);
  if (from.includes('.') || to.includes('.')) return range;
  const dotted = `${from}.${to}`;
  const { library } = place.hearing;
  const plan = planFor([at], place, new Set([at])) ?? place.hearing.defaultPlan ?? place.hearing.memory.plan;
  const isHeldIn = (ref: string, within?: PlanId) => library.byRef(ref, kind, within).length > 0;
  const reads = (within?: PlanId): Run | undefined => {
    const [whole, part] = [range.refs.every((ref) => isHeldIn(ref, within)), isHeldIn(dotted, within)];
    if (whole === part) return undefined;
    return part ? { refs: [dotted], length: 1 } : range;
  };
  const rising = Number(to) > Number(from);
  return (
    (plan === undefined ? undefined : reads(plan)) ??
    reads() ??
    (rising && isPlural(wordAt(place, at - 1)) ? range : { refs: [dotted], length: 1 })
  );
}
function isPlural(word: string): boolean {
  return /(?:s|au|llion)$/u.test(word);
}

/** "WP 3": letters and their number, typed apart. */
export function joinedAt(place: Place, at: number): string | undefined {
  const [word, next] = [wordAt(place, at), wordAt(place, at + 1)];
  // "1.1 a 4.1" is two numbers: a letter belongs to a number only where it is written together with it.
  if (!/\p{L}/u.test(word) || !/^\d/u.test(next)) return undefined;
  return place.lexicon.letteredRefs.has(plainRef(word + next)) ? word + next : undefined;
}
function isJoined(place: Place, at: number, ref: string): boolean {
  return ref !== wordAt(place, at) && ref === joinedAt(place, at);
}

/** The ref with the capitals that the person gave it. */
function typedRef({ tokens, text }: Place, at: number, ref: string): string {
  const token = tokens[at];
  const typed = token ? text.slice(token.start, token.end) : ref;
  return typed.toLowerCase() === ref ? typed : ref;
}

/** A number or a number word; a letter ("recommendation b") only straight after its kind. */
export function numberAt(place: Place, at: number, first: boolean): string | undefined {
  const word = wordAt(place, at);
  if (isMoneyOrMeasure(place, at)) return undefined;
  if (NUMBER.test(word) && !/^(?:19|20)\d\d$/u.test(word)) return word;
  if (place.lexicon.letteredRefs.has(plainRef(word)) || (WITH_LETTERS.test(word) && first)) return word;
  const joined = first ? joinedAt(place, at) : undefined;
  if (joined !== undefined) return joined;
  const counted = first ? numberWord(word) : undefined;
  if (counted !== undefined) return String(counted);
  return first && isLetterRef(place, at) ? word : undefined;
}

function numberWord(word: string): number | undefined {
  const form = [word, ...unmutated(word)].find((one) => Object.hasOwn(CARDINALS, one));
  return form === undefined ? undefined : CARDINALS[form];
}

/** A single letter is a ref where the library prints such refs, or stands last. Small words of a letter must stand last. */
function isLetterRef(place: Place, at: number): boolean {
  const word = wordAt(place, at);
  if (!/^[a-z]$/u.test(word)) return false;
  const last = at === place.tokens.length - 1;
  return last || !['a', 'i', 'o', 'y', 'e', 's'].includes(word);
}

/** "£3.3m", "1.5 million", "75%", "5 years" are no items. */
export function isMoneyOrMeasure(place: Place, at: number): boolean {
  const token = place.tokens[at];
  if (!token) return false;
  if (/[£$€]\s?$/u.test(place.text.slice(0, token.start))) return true;
  if (/^\s?%/u.test(place.text.slice(token.end))) return true;
  const next = wordAt(place, at + 1);
  return (
    /^(?:million|billion|m|bn|per|percent|years?|months?|weeks?|days?|people|miliwn|blynedd|mlynedd|wythnos|mis|diwrnod|places|y)$/u.test(
      next,
    ) && next !== 'y'
  );
}

export function rangeFrom(place: Place, at: number, first: string, length = 1): Run | undefined {
  const from = at + length;
  let next = from;
  while (RANGE_WORDS.has(wordAt(place, next)) && next < from + 2) next += 1;
  if (next === from || wordAt(place, from) === 'a') return undefined;
  const last = numberAt(place, next, false);
  return last === undefined ? undefined : expanded(first, last, next + 1 - at);
}

/** "1.2 to 1.5" counts on the last part; what is no rising range is its two ends. */
function expanded(from = '', to = '', length: number): Run {
  const [head, start] = headAndNumber(from);
  const [otherHead, end] = headAndNumber(to);
  if (head !== otherHead || end < start) return { refs: [from, to], length };
  const count = Math.min(end - start + 1, MOST);
  return { refs: Array.from({ length: count }, (_, index) => `${head}${start + index}`), length };
}
function headAndNumber(ref: string): [string, number] {
  const parts = /^(.*?)(\d+)$/u.exec(ref);
  return [parts?.[1] ?? '', Number(parts?.[2] ?? 0)];
}
