import type { Reference } from '../domain/intent.ts';
import type { ItemKind } from '../domain/model.ts';
import { unmutated } from '../language/fold.ts';
import { isFunctionWord } from '../search/stop-words.ts';
import type { Heard } from './concepts.ts';
import type { Hearing } from './hearing.ts';
import { plainRef } from './lexicon.ts';
import {
  DOTTED,
  hyphenedAt,
  isMoneyOrMeasure,
  joinedAt,
  MOST,
  NUMBER,
  numberAt,
  RANGE,
  rangeFrom,
  refsFrom,
  spokenAt,
  WITH_LETTERS,
  type Run,
} from './quoted-numbers.ts';
import { isInPlan, KINDS, LIST_WORDS, wordAt, type Place } from './quoted-place.ts';
import { planFor } from './quoted-plan.ts';
import { ORDINALS } from './words.dates.ts';

export interface FoundReference {
  readonly reference: Reference;
  readonly at: readonly number[];
}

/** The numbers of items that a question quotes, in order. */
export function referencesIn(place: Place): readonly FoundReference[] {
  const afterKind = withoutKindless(place.heard.flatMap((heard) => numbersAfter(place, heard)));
  const ordinals = place.heard.flatMap((heard) => ordinalBeside(place, heard));
  const taken = new Set([...afterKind, ...ordinals].flatMap((found) => found.at));
  const bare = bareIn(place, taken);
  const all = [...afterKind, ...ordinals, ...bare].sort((a, b) => (a.at.at(-1) ?? 0) - (b.at.at(-1) ?? 0));
  const numbered = new Set(all.flatMap(({ at }) => at));
  return withoutRepeats(all.map((found) => withPlan(found, place, numbered))).slice(0, MOST);
}

/** "call to action number 6": the word for the number says nothing that the kind does not. */
function withoutKindless(found: readonly FoundReference[]): readonly FoundReference[] {
  const ofKind = new Set(found.flatMap(({ reference, at }) => (reference.kind ? at.slice(-1) : [])));
  return found.filter(({ reference, at }) => reference.kind !== undefined || !ofKind.has(at.at(-1) ?? -1));
}

function withoutRepeats(found: readonly FoundReference[]): readonly FoundReference[] {
  const known = new Map<string, FoundReference>();
  for (const one of found) {
    const { kind = '', ref, plan = '' } = one.reference;
    const key = `${kind} ${ref} ${plan}`;
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
    const run = refsFrom(place, at, found.length === 0 && kind !== undefined, kind);
    if (run === undefined) break;
    const places = Array.from({ length: run.length }, (_, index) => at + index);
    for (const ref of run.refs) {
      found.push({ reference: { ref, ...(kind && { kind }) }, at: [...around, ...places] });
    }
    at += places.length;
    if (LIST_WORDS.has(wordAt(place, at)) && numberAt(place, at + 1, false) !== undefined) at += 1;
  }
  return found.slice(0, MOST);
}

function isNumberWord(place: Place, at: number): boolean {
  return place.heard.some(
    (heard) => heard.concept === 'number' && heard.at.length === 1 && heard.at[0] === at,
  );
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

/** Each number once: "A 1.1" is no 1.1 beside it. */
function bareIn(place: Place, taken: ReadonlySet<number>): readonly FoundReference[] {
  const used = new Set(taken);
  return place.tokens.flatMap((_, at) => {
    const found = used.has(at) ? [] : bareNumbers(place, at);
    for (const one of found.flatMap((each) => each.at)) used.add(one);
    return found;
  });
}

/** "4.2", "1.1 to 1.4": without the word for their kind. */
function bareNumbers(place: Place, at: number): readonly FoundReference[] {
  const run = isInPlan(place, at)
    ? undefined
    : (spokenAt(place, at) ?? (/^\d/u.test(wordAt(place, at)) ? bareRange(place, at) : undefined));
  if (!run) return bareNumber(place, at);
  const places = Array.from({ length: run.length }, (_, index) => at + index);
  return run.refs.map((ref) => ({ reference: { ref }, at: places }));
}

/** "1.1 to 1.4", "2-3" alone; whole numbers count only where nothing else is said: "2 to 3 weeks" is none. */
function bareRange(place: Place, at: number): Run | undefined {
  if (isInPlan(place, at)) return undefined;
  const word = wordAt(place, at);
  if (RANGE.test(word)) return isAlone(place, at) || word.includes('.') ? hyphenedAt(place, at) : undefined;
  if (!DOTTED.test(word) || isMoneyOrMeasure(place, at)) return undefined;
  return rangeFrom(place, at, word);
}
/** Nothing beside it but a plan's name and small words. */
function isAlone(place: Place, at: number): boolean {
  return place.tokens.every(
    ({ word }, other) => other === at || isInPlan(place, other) || isFunctionWord(word) || word === 'number',
  );
}

/** "4.2?", "#4", "R7", "WP-3": a number without the word for its kind. */
function bareNumber(place: Place, at: number): readonly FoundReference[] {
  const { tokens, text, lexicon, hearing } = place;
  const word = wordAt(place, at);
  const token = tokens[at];
  if (!token || isMoneyOrMeasure(place, at) || isInPlan(place, at) || isOfAThing(place, at)) return [];
  const joined = joinedAt(place, at);
  if (joined !== undefined && /^[\s-]$/u.test(text.slice(token.end, tokens[at + 1]?.start))) {
    return [{ reference: { ref: joined }, at: [at, at + 1] }];
  }
  const marked = /[#№]\s?$/u.test(text.slice(0, token.start));
  const lettered = lexicon.letteredRefs.has(plainRef(word)) || WITH_LETTERS.test(word);
  const dotted = DOTTED.test(word) && (isHeld(hearing, word) || tokens.length <= 8);
  const alone = NUMBER.test(word) && !isYear(word) && isAsked(place, at);
  if (!(marked && NUMBER.test(word)) && !lettered && !dotted && !alone) return [];
  return [{ reference: lettered ? lettersRead(word) : { ref: word }, at: [at] }];
}
/** "room 4.2", "the 4.2 bus", "alarm for 6.30": numbers of other things than items. */
function isOfAThing(place: Place, at: number): boolean {
  const before = wordAt(place, at - (CLOCK.has(wordAt(place, at - 1)) ? 2 : 1));
  return [before, wordAt(place, at + 1)].some((word) =>
    [word, ...unmutated(word)].some((form) => NUMBERED.has(form)),
  );
}
const CLOCK = new Set('for at am erbyn'.split(' '));
/** Things that bear numbers and are in no plan. */
const NUMBERED: ReadonlySet<string> = new Set(
  `room rooms table platform flight train bus gate seat flat junction route channel windows ios android alarm pm o'clock bedroom
  ystafell stafell bwrdd platfform hediad tren bws giat sedd fflat cyffordd sianel larwm`.split(/\s+/u),
);
function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/u.test(word);
}
/** A whole number alone, after a wave of the hand ("what about 11"), or beside a plan's name ("Elmside 12"). */
function isAsked(place: Place, at: number): boolean {
  const { tokens, plans } = place;
  if (tokens.length === 1) return true;
  const besidePlan = plans.length > 0 && isAlone(place, at);
  if (isWhatHow(place, at)) return true;
  return besidePlan || (tokens.length <= 4 && at === tokens.length - 1 && WAVES.has(wordAt(place, at - 1)));
}
/** "sut mae 7 yn dod ymlaen", "how is 7 in the parks plan getting on". */
function isWhatHow(place: Place, at: number): boolean {
  const [how, is] = [wordAt(place, at - 2), wordAt(place, at - 1)];
  if (!['how', 'sut', 'shwt', 'shwd'].includes(how) || !['is', 'mae', 'ma'].includes(is)) return false;
  return isInPlan(place, at + 1) || AFTER_HOW.has(wordAt(place, at + 1));
}
const AFTER_HOW: ReadonlySet<string> = new Set([
  '',
  ...'yn o dod mynd getting going doing coming in of from on'.split(' '),
]);
const WAVES: ReadonlySet<string> = new Set(
  'no na and a ac nage sorry sori rhif number what beth about am for or neu then wedyn ynghylch'.split(' '),
);
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

function withPlan(found: FoundReference, place: Place, numbered: ReadonlySet<number>): FoundReference {
  const plan = planFor(found.at, place, numbered);
  return plan === undefined ? found : { ...found, reference: { ...found.reference, plan } };
}
