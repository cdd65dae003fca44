import type { PlanId } from '../domain/model.ts';
import { unmutated, words } from '../language/fold.ts';
import { remembering } from '../language/remembering.ts';
import { isFunctionWord } from '../search/stop-words.ts';
import type { Lexicon } from './lexicon.ts';
import { isItemNoun, namesUnknownNation, nationAlone, NATION_WORDS, type Place } from './nation-names.ts';
import { NAME_LINKS, PLAN_NOUNS, STANDING_WORDS, WELSH_PLAN_NOUNS } from './nations.ts';
import { isOrdinary } from './ordinary.ts';
import { isPlanNoun, ownerAt, signedAt } from './plan-signs.ts';
import { isAskedOf } from './plain-words.ts';
import type { Token } from './tokens.ts';

/** Plans that a stretch of words names: one, or several that answer to it. */
export interface PlanMention {
  readonly plans: readonly PlanId[];
  readonly at: readonly number[];
}
export interface PlanMentions {
  readonly mentions: readonly PlanMention[];
  /** A plan of a nation was named that none of the plans belongs to. */
  readonly unknown: boolean;
}

/** Most words on either side of "plan" that its name may take. */
const WIDEST = 8;
const WHOLE_ENOUGH = 0.8;

/** The plans that the words name: by a whole name, by words beside "plan" or "cynllun", or by a nation's name alone. */
export function plansIn(text: string, tokens: readonly Token[], lexicon: Lexicon): PlanMentions {
  const place: Place = { words: tokens.map(({ word }) => word), lexicon };
  const whole = wholeNames(text, tokens, lexicon);
  const beside = place.words.flatMap((_, at) => (isPlanNoun(place.words[at]) ? besideNoun(place, at) : []));
  const signed = signedIn(text, tokens, place);
  const nations = place.words.flatMap((_, at) => nationAlone(place, at));
  return {
    mentions: apart([...whole, ...settled(beside, signed, place.words), ...signed, ...nations], place.words),
    unknown: namesUnknownNation(place, [...whole, ...beside, ...signed]),
  };
}

/** "overdue at the Elmside Health Board" is asked of its plan, though the board leads in it, too. */
const AT_BODIES: ReadonlySet<string> = new Set('at in yn yng ym'.split(' '));
const OF_OWNERS: ReadonlySet<string> = new Set('of at in gan yn yng ym y yr the'.split(' '));
/** "overdue actions of the Scottish Government": its plan's, where items are spoken of; alone it is a body like any other. */
function ownerOfItems(words: readonly string[], at: number, lexicon: Lexicon): PlanMention | undefined {
  const owner = ownerAt(words, at, lexicon.signs);
  if (owner && words.some(isAskedOf)) return owner;
  if (!owner || !words.some(isItemNoun)) return undefined;
  const after = words[(owner.at.at(-1) ?? at) + 1];
  const besideItems = after === undefined || isItemNoun(after) || STANDING_WORDS.has(after);
  return besideItems || OF_OWNERS.has(words[at - 1] ?? '') ? owner : undefined;
}

/** Plans named by words that only names have, where they are not part of a person's or a body's name that acts in a plan. */
function signedIn(text: string, tokens: readonly Token[], { words, lexicon }: Place): readonly PlanMention[] {
  const found = words.flatMap(
    (_, at) => signedAt(words, at, lexicon.signs) ?? ownerOfItems(words, at, lexicon) ?? [],
  );
  if (found.length === 0) return found;
  const people = [lexicon.leads, lexicon.addressees]
    .flatMap((finder) => finder.find(text, { least: WHOLE_ENOUGH, most: 4 }))
    .filter((match) => match.whole);
  return found.filter(
    ({ at }) =>
      !people.some(({ start, end }) => {
        const within = tokens.flatMap((token, place) =>
          token.start >= start && token.end <= end ? [place] : [],
        );
        const asLong =
          within.length === at.length && at.length > 1 && !AT_BODIES.has(words[(at[0] ?? 0) - 1] ?? '');
        return (within.length > at.length || asLong) && at.every((place) => within.includes(place));
      }),
  );
}

function wholeNames(text: string, tokens: readonly Token[], lexicon: Lexicon): readonly PlanMention[] {
  return lexicon.plans
    .find(text.slice(0, 2_000), { least: WHOLE_ENOUGH, most: 4 })
    .filter(
      (match) =>
        match.whole && isUnbroken(match.name, match.matched) && !PLAN_NOUNS.has(match.matched.toLowerCase()),
    )
    .map((match) => ({
      plans: [match.id],
      at: tokens.flatMap((token, index) =>
        token.start >= match.start && token.end <= match.end + 2 ? [index] : [],
      ),
    }))
    .filter(({ at }) => at.length > 0);
}
/** No word of weight stands within that is not of the name: "the Welsh version of the Scottish plan" is not "the Welsh plan". */
function isUnbroken(name: string, matched: string): boolean {
  const heavy = (text: string) => words(text).filter((word) => !isFunctionWord(word)).length;
  return heavy(matched) <= heavy(name);
}

/** "the care plan of Elmside" is one plan: everyday words beside "plan" give way to a name that follows straight on. */
function settled(
  beside: readonly PlanMention[],
  signed: readonly PlanMention[],
  words: readonly string[],
): readonly PlanMention[] {
  return beside.filter(({ plans, at }) => {
    const next = signed.find((sign) => followsOn(at.at(-1) ?? 0, sign.at[0] ?? 0, words));
    const isPlain = at.every((place) => isOrdinary(words[place] ?? '') || isPlanNoun(words[place]));
    return !next || !isPlain || next.plans.some((id) => plans.includes(id));
  });
}
function followsOn(end: number, start: number, words: readonly string[]): boolean {
  return start > end && words.slice(end + 1, start).every((word) => NAME_LINKS.has(word));
}

/** Earlier mentions win; what overlaps them is kept only as more of the same plan's name. */
function apart(mentions: readonly PlanMention[], words: readonly string[]): readonly PlanMention[] {
  const kept: PlanMention[] = [];
  for (const mention of mentions) {
    const over = kept.findIndex(({ at }) => at.some((place) => mention.at.includes(place)));
    const first = kept[over];
    if (!first) kept.push(mention);
    else if (isOfSamePlan(first, mention)) kept[over] = { ...first, at: joined(first.at, mention.at) };
  }
  const taken = new Set(kept.flatMap(({ at }) => at));
  const nounsBy = (at: readonly number[]) =>
    [(at[0] ?? 0) - 1, (at.at(-1) ?? 0) + 1].filter((place) => isPlanNoun(words[place]) && !taken.has(place));
  return kept
    .map(({ plans, at }) => ({ plans, at: joined(at, nounsBy(at)) }))
    .sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0));
}
function isOfSamePlan(a: PlanMention, b: PlanMention): boolean {
  return a.plans.length === 1 && b.plans.length === 1 && a.plans[0] === b.plans[0];
}
function joined(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

function besideNoun(place: Place, noun: number): readonly PlanMention[] {
  const { words, lexicon } = place;
  const plansAt = (places: readonly number[]) =>
    plansWith(
      places.map((at) => words[at] ?? ''),
      lexicon,
    );
  const left = gather(place, noun, -1);
  const readings = readingsOf(left, gather(place, noun, 1), isWelshNoun(words[noun]))
    .map((places) => ({ places, plans: plansAt(places) }))
    .filter(({ plans }) => plans.length > 0);
  const found = readings.find(({ plans }) => plans.length === 1) ?? readings[0];
  if (!found) return [];
  const several = /(?:s|ies|au)$/u.test(words[noun] ?? '');
  const rest = several ? left.filter((at) => !found.places.includes(at)) : [];
  const others = plansAt(rest);
  const mention = { plans: found.plans, at: joined(found.places, [noun]) };
  // "the Scottish and Welsh plans" names two.
  return others.length > 0 ? [{ plans: others, at: rest.toReversed() }, mention] : [mention];
}

/** Both sides of "plan", then each alone, less and less of it: in Welsh the name follows, in English it more often leads. */
function readingsOf(
  left: readonly number[],
  right: readonly number[],
  rightFirst: boolean,
): readonly (readonly number[])[] {
  const [first, second] = rightFirst ? [right, left] : [left, right];
  const both = left.length > 0 && right.length > 0 ? [[...left, ...right]] : [];
  return [
    ...both,
    first,
    ...shrinking(first).map((some) => [...some, ...second]),
    ...shrinking(first),
    ...shrinking(second),
  ];
}
function isWelshNoun(word = ''): boolean {
  return [word, ...unmutated(word)].some((form) => WELSH_PLAN_NOUNS.has(form));
}
/** All of them, then without the farthest, and so on. */
function shrinking(places: readonly number[]): readonly (readonly number[])[] {
  return places.map((_, index) => places.slice(0, places.length - index)).concat([[]]);
}

/** The words of plans' names that stand on one side of "plan", as far as they go without a stranger between them. */
function gather({ words, lexicon }: Place, noun: number, step: 1 | -1): readonly number[] {
  const places: number[] = [];
  for (let at = noun + step; Math.abs(at - noun) <= WIDEST; at += step) {
    const word = words[at];
    if (word === undefined || (isItemNoun(word) && !isWithinName(at, noun, step))) break;
    if (formOf(word, lexicon) !== undefined) places.push(at);
    else if (!NAME_LINKS.has(word) || (step === -1 && word === 'in')) break;
  }
  return places;
}

/** "the Scottish action plan": only straight before "plan" is "action" of the name. */
function isWithinName(at: number, noun: number, step: 1 | -1): boolean {
  return step === -1 && at === noun - 1;
}

/** The word as the plans' names have it: as typed, before its mutation, or without a slip. */
function formOf(word: string, lexicon: Lexicon): string | undefined {
  const forms = formsFor.get(lexicon) ?? remembering((typed) => formFrom(typed, lexicon));
  formsFor.set(lexicon, forms);
  return forms(word);
}
const formsFor = new WeakMap<Lexicon, (word: string) => string | undefined>();

function formFrom(word: string, lexicon: Lexicon): string | undefined {
  const known = (form: string) => [...lexicon.planWords.values()].some((bag) => bag.has(form));
  const form = [word, ...unmutated(word)].find(known);
  const settled = NATION_WORDS.has(word) || lexicon.words.has(word) || isOrdinary(word);
  if (form !== undefined || settled) return form;
  return lexicon.mendPlanWord(word);
}

/** The plans whose names have all the words; none where every plan of several has them, for then they tell nothing. */
function plansWith(typed: readonly string[], lexicon: Lexicon): readonly PlanId[] {
  const forms = typed.flatMap((word) => formOf(word, lexicon) ?? []);
  if (forms.length === 0) return [];
  const { planWords, planYears } = lexicon;
  const fitting = ofTheYear(
    [...planWords].filter(([, bag]) => forms.every((form) => bag.has(form))).map(([id]) => id),
    forms,
    planYears,
  );
  return fitting.length === planWords.size && planWords.size > 1 ? [] : fitting;
}

/** Of plans that have the year in their names, those that are of that year, where there are any. */
function ofTheYear(
  plans: readonly PlanId[],
  forms: readonly string[],
  years: Lexicon['planYears'],
): readonly PlanId[] {
  const wanted = forms.filter((form) => /^(?:19|20)\d\d$/u.test(form));
  const own = plans.filter((id) => wanted.includes(years.get(id) ?? ''));
  return own.length > 0 ? own : plans;
}
