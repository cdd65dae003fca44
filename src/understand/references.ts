import type { Reference } from '../domain/intent.ts';
import type { ItemKind } from '../domain/model.ts';
import { unmutated } from '../language/fold.ts';
import type { Concept, Heard } from './concepts.ts';
import type { Hearing } from './hearing.ts';
import { plainRef, type Lexicon } from './lexicon.ts';
import type { PlanMention } from './plan-names.ts';
import type { Token } from './tokens.ts';
import { CARDINALS, ORDINALS } from './words.dates.ts';

export interface FoundReference {
  readonly reference: Reference;
  readonly at: readonly number[];
}

interface Place {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly heard: readonly Heard[];
  readonly plans: readonly PlanMention[];
  readonly lexicon: Lexicon;
  readonly hearing: Hearing;
}

/** "actions 3 to 900" is no question about 898 actions. */
const MOST = 50;
const NUMBER = /^\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?$/u;
const WITH_LETTERS = /^(?:r|rec|a|act|cta|c)\d{1,3}(?:\.\d{1,3})*[a-z]?$/u;
const RANGE = /^(\d+(?:\.\d+)*)-(\d+(?:\.\d+)*)$/u;
const RANGE_WORDS = new Set(['to', 'i', 'at', 'hyd', 'until', 'through', 'thru', 'a']);
const LIST_WORDS = new Set(['and', 'or', 'a', 'ac', 'neu', 'then', 'the']);
const KINDS: Readonly<Partial<Record<Concept, ItemKind>>> = {
  action: 'action',
  recommendation: 'recommendation',
  call: 'call-to-action',
};

/** The numbers of items that a question quotes, in order. */
export function referencesIn(place: Place): readonly FoundReference[] {
  const afterKind = place.heard.flatMap((heard) => numbersAfter(place, heard));
  const ordinals = place.heard.flatMap((heard) => ordinalBeside(place, heard));
  const taken = new Set([...afterKind, ...ordinals].flatMap((found) => found.at));
  const bare = place.tokens.flatMap((_, at) => (taken.has(at) ? [] : bareNumber(place, at)));
  const all = [...afterKind, ...ordinals, ...bare].sort((a, b) => (a.at.at(-1) ?? 0) - (b.at.at(-1) ?? 0));
  return withoutRepeats(all)
    .slice(0, MOST)
    .map((found) => withPlan(found, place));
}

function withoutRepeats(found: readonly FoundReference[]): readonly FoundReference[] {
  const known = new Map<string, FoundReference>();
  for (const one of found) {
    const key = `${one.reference.kind ?? ''} ${one.reference.ref}`;
    if (!known.has(key)) known.set(key, one);
  }
  return [...known.values()];
}

/** "actions 3 to 6", "recommendations 1, 2 and 5", "cam rhif pedwar". */
function numbersAfter(place: Place, { concept, at: kindAt }: Heard): readonly FoundReference[] {
  const itemWord = concept === 'item' || concept === 'number';
  const kind = KINDS[concept];
  if (kind === undefined && !itemWord) return [];
  const found: FoundReference[] = [];
  let at = (kindAt.at(-1) ?? 0) + 1;
  while (isNumberWord(place, at)) at += 1;
  const around = kindAt.filter((one) => !place.plans.some((plan) => plan.at.includes(one)));
  while (at < place.tokens.length && found.length < MOST) {
    const first = numberAt(place, at, found.length === 0 && kind !== undefined);
    if (first === undefined) break;
    const range = rangeFrom(place, at, first);
    const refs = range?.refs ?? [first];
    const places = Array.from({ length: range?.length ?? 1 }, (_, index) => at + index);
    for (const ref of refs) {
      found.push({ reference: { ref, ...(kind && { kind }) }, at: [...around, ...places] });
    }
    at += places.length;
    if (LIST_WORDS.has(wordAt(place, at)) && numberAt(place, at + 1, false) !== undefined) at += 1;
  }
  return found.slice(0, MOST);
}

function wordAt({ tokens }: Place, at: number): string {
  return tokens[at]?.word ?? '';
}
function isNumberWord(place: Place, at: number): boolean {
  return place.heard.some(
    (heard) => heard.concept === 'number' && heard.at.length === 1 && heard.at[0] === at,
  );
}

/** A number or a number word; a letter ("recommendation b") only straight after its kind. */
function numberAt(place: Place, at: number, first: boolean): string | undefined {
  const word = wordAt(place, at);
  if (isMoneyOrMeasure(place, at)) return undefined;
  if (NUMBER.test(word) && !/^(?:19|20)\d\d$/u.test(word)) return word;
  if (place.lexicon.letteredRefs.has(plainRef(word)) || (WITH_LETTERS.test(word) && first)) return word;
  const joined = plainRef(word + wordAt(place, at + 1));
  if (first && place.lexicon.letteredRefs.has(joined)) return word + wordAt(place, at + 1);
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
function isMoneyOrMeasure(place: Place, at: number): boolean {
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

function rangeFrom(
  place: Place,
  at: number,
  first: string,
): { refs: readonly string[]; length: number } | undefined {
  const hyphened = RANGE.exec(wordAt(place, at));
  if (hyphened) return expanded(hyphened[1], hyphened[2], 1);
  let next = at + 1;
  while (RANGE_WORDS.has(wordAt(place, next)) && next < at + 3) next += 1;
  if (next === at + 1 || wordAt(place, at + 1) === 'a') return undefined;
  const last = numberAt(place, next, false);
  return last === undefined ? undefined : expanded(first, last, next + 1 - at);
}

/** "1.2 to 1.5" counts on the last part; what is no rising range is its two ends. */
function expanded(from = '', to = '', length: number): { refs: readonly string[]; length: number } {
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

/** "the third call to action", "4th action", "y trydydd argymhelliad"; within a list just shown it is a place in the list. */
function ordinalBeside(place: Place, { concept, at }: Heard): readonly FoundReference[] {
  const kind = KINDS[concept];
  const before = (at[0] ?? 0) - 1;
  const word = wordAt(place, before);
  const place2 = [word, ...unmutated(word)].find((form) => Object.hasOwn(ORDINALS, form));
  if (kind === undefined || place2 === undefined) return [];
  const after = (at.at(-1) ?? 0) + 1;
  if (numberAt(place, after, false) !== undefined) return [];
  return [{ reference: { ref: String(ORDINALS[place2]), kind }, at: [before, ...at] }];
}

/** "4.2?", "#4", "R7", "WP-3": a number without the word for its kind. */
function bareNumber(place: Place, at: number): readonly FoundReference[] {
  const { tokens, text, lexicon, hearing } = place;
  const word = wordAt(place, at);
  const token = tokens[at];
  if (!token || isMoneyOrMeasure(place, at) || place.plans.some((plan) => plan.at.includes(at))) return [];
  const joined = plainRef(word + wordAt(place, at + 1));
  if (lexicon.letteredRefs.has(joined) && /^[\s-]$/u.test(text.slice(token.end, tokens[at + 1]?.start))) {
    return [{ reference: { ref: word + wordAt(place, at + 1) }, at: [at, at + 1] }];
  }
  const marked = /[#№]\s?$/u.test(text.slice(0, token.start));
  const lettered = lexicon.letteredRefs.has(plainRef(word)) || WITH_LETTERS.test(word);
  const dotted =
    /^\d{1,2}(?:\.\d{1,2}){1,2}[a-z]?$/u.test(word) && (isHeld(hearing, word) || tokens.length <= 8);
  const alone = NUMBER.test(word) && (tokens.length === 1 || (tokens.length <= 3 && isAfterWave(place, at)));
  if (!(marked && NUMBER.test(word)) && !lettered && !dotted && !alone) return [];
  return [{ reference: lettered ? lettersRead(word) : { ref: word }, at: [at] }];
}
function isAfterWave(place: Place, at: number): boolean {
  return (
    /^(?:no|na|and|a|ac|nage|sorry|sori|rhif|number|what|beth)$/u.test(wordAt(place, at - 1)) ||
    place.tokens.length === 1
  );
}
function isHeld({ library }: Hearing, ref: string): boolean {
  return library.byRef(ref).length > 0;
}
function lettersRead(word: string): Reference {
  const parts = /^(rec|act|cta)(\d.*)$/u.exec(word);
  if (!parts) return { ref: word.toUpperCase() };
  const kinds: Readonly<Record<string, ItemKind>> = {
    rec: 'recommendation',
    act: 'action',
    cta: 'call-to-action',
  };
  const kind = kinds[parts[1] ?? ''];
  return { ref: parts[2] ?? '', ...(kind && { kind }) };
}

/** The plan that is named nearest after the number, else nearest before it. */
function withPlan(found: FoundReference, { plans }: Place): FoundReference {
  const single = plans.filter((mention) => mention.plans.length === 1);
  const here = found.at.at(-1) ?? 0;
  const nearest = single.find((mention) => (mention.at[0] ?? 0) > here) ?? single.at(-1);
  const [plan] = nearest?.plans ?? [];
  return plan === undefined ? found : { ...found, reference: { ...found.reference, plan } };
}
