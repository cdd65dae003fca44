import type { PlanId } from '../domain/model.ts';
import { unmutated, words } from '../language/fold.ts';
import { isFunctionWord } from '../search/stop-words.ts';
import type { Lexicon } from './lexicon.ts';
import { ITEM_NOUNS, NAME_LINKS, NATIONS, NATION_NAMES, PLAN_NOUNS, STANDING_WORDS } from './nations.ts';
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
const NATION_WORDS: ReadonlySet<string> = new Set(NATIONS.flat());

interface Place {
  readonly words: readonly string[];
  readonly lexicon: Lexicon;
}

/** The plans that the words name: by a whole name, by words beside "plan" or "cynllun", or by a nation's name alone. */
export function plansIn(text: string, tokens: readonly Token[], lexicon: Lexicon): PlanMentions {
  const place: Place = { words: tokens.map(({ word }) => word), lexicon };
  const whole = wholeNames(text, tokens, lexicon);
  const beside = place.words.flatMap((_, at) => (isPlanNoun(place.words[at]) ? besideNoun(place, at) : []));
  const nations = place.words.flatMap((_, at) => nationAlone(place, at));
  return {
    mentions: apart([...whole, ...beside, ...nations]),
    unknown: namesUnknownNation(place, [...whole, ...beside]),
  };
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

/** Earlier mentions win; of what overlaps them nothing is kept. */
function apart(mentions: readonly PlanMention[]): readonly PlanMention[] {
  const taken = new Set<number>();
  const kept: PlanMention[] = [];
  for (const mention of mentions) {
    if (mention.at.some((place) => taken.has(place))) continue;
    for (const place of mention.at) taken.add(place);
    kept.push(mention);
  }
  return kept.sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0));
}

function isPlanNoun(word: string | undefined): boolean {
  return word !== undefined && [word, ...unmutated(word)].some((form) => PLAN_NOUNS.has(form));
}

function besideNoun({ words, lexicon }: Place, noun: number): readonly PlanMention[] {
  const left = gather(words, lexicon, noun, -1);
  const right = gather(words, lexicon, noun, 1);
  for (const places of [
    ...shrinking(left).map((some) => [...some, ...right]),
    ...shrinking(left),
    ...shrinking(right),
  ]) {
    const plans = plansWith(
      places.map((at) => words[at] ?? ''),
      lexicon,
    );
    if (plans.length === 0) continue;
    const several = /(?:s|ies|au)$/u.test(words[noun] ?? '');
    const rest = several ? left.filter((at) => !places.includes(at)) : [];
    const others = plansWith(
      rest.map((at) => words[at] ?? ''),
      lexicon,
    );
    const mention = { plans, at: [...new Set([...places, noun])].sort((a, b) => a - b) };
    // "the Scottish and Welsh plans" names two.
    return others.length > 0 ? [{ plans: others, at: rest.toReversed() }, mention] : [mention];
  }
  return [];
}
/** All of them, then without the farthest, and so on. */
function shrinking(places: readonly number[]): readonly (readonly number[])[] {
  return places.map((_, index) => places.slice(0, places.length - index)).concat([[]]);
}

/** The words of plans' names that stand on one side of "plan", as far as they go without a stranger between them. */
function gather(words: readonly string[], lexicon: Lexicon, noun: number, step: 1 | -1): readonly number[] {
  const places: number[] = [];
  for (let at = noun + step; Math.abs(at - noun) <= WIDEST; at += step) {
    const word = words[at];
    if (word === undefined) break;
    if (formOf(word, lexicon) !== undefined) places.push(at);
    else if (!NAME_LINKS.has(word) || (step === -1 && word === 'in')) break;
  }
  return places;
}

/** The word as the plans' names have it: as typed, before its mutation, or without a slip. */
function formOf(word: string, lexicon: Lexicon): string | undefined {
  const known = (form: string) => [...lexicon.planWords.values()].some((bag) => bag.has(form));
  const form = [word, ...unmutated(word)].find(known);
  if (form !== undefined || isFunctionWord(word) || NATION_WORDS.has(word)) return form;
  return lexicon.mendPlanWord(word);
}

/** The plans whose names have all the words; none where every plan of several has them, for then they tell nothing. */
function plansWith(typed: readonly string[], { planWords, ...rest }: Lexicon): readonly PlanId[] {
  const forms = typed.flatMap((word) => formOf(word, { planWords, ...rest }) ?? []);
  if (forms.length === 0) return [];
  const fitting = [...planWords].filter(([, bag]) => forms.every((form) => bag.has(form))).map(([id]) => id);
  return fitting.length === planWords.size && planWords.size > 1 ? [] : fitting;
}

const BEFORE_NATIONS = new Set(
  'compare comparing versus vs between across cymharu cymharwch gymharu rhwng yng ngh ynghylch actions recommendations camau gamau argymhellion only just erbyn'.split(
    ' ',
  ),
);
/**
 * "in Scotland", "yng Nghymru", "Wales and Scotland", "the Scottish actions", "camau’r Alban": the nation alone, where it is
 * not part of a longer name.
 */
function nationAlone({ words, lexicon }: Place, at: number): readonly PlanMention[] {
  const word = words[at] ?? '';
  const nation = [word, ...unmutated(word)].find((form) => NATION_WORDS.has(form));
  if (nation === undefined) return [];
  const before = words[at - 1];
  const opens =
    before === undefined || isFunctionWord(before) || isPlanNoun(before) || BEFORE_NATIONS.has(before);
  if (!(opens && NATION_NAMES.has(nation)) && !isBesideItems(words, at, nation)) return [];
  const plans = [...lexicon.planWords].filter(([, bag]) => bag.has(nation)).map(([id]) => id);
  return plans.length === 0 ? [] : [{ plans, at: [at] }];
}

/** English has the nation before the items, Welsh after them. */
function isBesideItems(words: readonly string[], at: number, nation: string): boolean {
  if (WELSH_NATIONS.has(nation))
    return isItemNoun(words[ARTICLES.has(words[at - 1] ?? '') ? at - 2 : at - 1]);
  let next = at + 1;
  while (next - at <= MOST_BETWEEN && STANDING_WORDS.has(words[next] ?? '')) next += 1;
  return isItemNoun(words[next]);
}
const ARTICLES: ReadonlySet<string> = new Set(['y', 'yr', 'r']);
const WELSH_NATIONS: ReadonlySet<string> = new Set(
  'cymru cymreig alban albanaidd lloegr seisnig iwerddon'.split(' '),
);
const MOST_BETWEEN = 3;

function isItemNoun(word: string | undefined): boolean {
  return word !== undefined && [word, ...unmutated(word)].some((form) => ITEM_NOUNS.has(form));
}

function namesUnknownNation({ words, lexicon }: Place, known: readonly PlanMention[]): boolean {
  const held = (form: string) => [...lexicon.planWords.values()].some((bag) => bag.has(form));
  return words.some((word, at) => {
    const beside = isPlanNoun(words[at + 1]) || isPlanNoun(words[at - 1]) || isPlanNoun(words[at - 2]);
    const forms = [word, ...unmutated(word)];
    if (!beside || known.some((mention) => mention.at.includes(at))) return false;
    return forms.some((form) => NATION_WORDS.has(form)) && !forms.some(held);
  });
}
