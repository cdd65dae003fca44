import { unmutated } from '../language/fold.ts';
import { remembering } from '../language/remembering.ts';
import { isFunctionWord } from '../search/stop-words.ts';
import type { Lexicon } from './lexicon.ts';
import { ITEM_NOUNS, NATIONS, NATION_NAMES, STANDING_WORDS } from './nations.ts';
import type { PlanMention } from './plan-names.ts';
import { isPlanNoun } from './plan-signs.ts';

export const NATION_WORDS: ReadonlySet<string> = new Set(NATIONS.flat());

/** The words of a question beside the names of a library. */
export interface Place {
  readonly words: readonly string[];
  readonly lexicon: Lexicon;
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
export function nationAlone({ words, lexicon }: Place, at: number): readonly PlanMention[] {
  const word = words[at] ?? '';
  const nation = nationIn(word);
  if (nation === undefined) return [];
  const before = words[at - 1];
  const opens =
    before === undefined ||
    /^\d/u.test(before) ||
    isFunctionWord(before) ||
    isPlanNoun(before) ||
    BEFORE_NATIONS.has(before);
  if (!(opens && NATION_NAMES.has(nation)) && !isBesideItems(words, at, nation)) return [];
  const plans = [...lexicon.planWords].filter(([, bag]) => bag.has(nation)).map(([id]) => id);
  return plans.length === 0 ? [] : [{ plans, at: [at] }];
}

const nationIn = remembering((word) => [word, ...unmutated(word)].find((form) => NATION_WORDS.has(form)));

/** English has the nation before the items, Welsh after them. */
function isBesideItems(words: readonly string[], at: number, nation: string): boolean {
  if (WELSH_NATIONS.has(nation))
    return isItemNoun(words[ARTICLES.has(words[at - 1] ?? '') ? at - 2 : at - 1]);
  let next = at + 1;
  while (next - at <= MOST_BETWEEN && STANDING_WORDS.has(words[next] ?? '')) next += 1;
  // "the Scottish delivery actions"; "the Welsh language actions" are of the language.
  if (!LANGUAGES.has(nation) && isItemNoun(words[next + 1]) && isDescribing(words[next])) return true;
  return isItemNoun(words[next]) || /^(?:\d+\.\d|totals?$|figures$|numbers$)/u.test(words[next] ?? '');
}
function isDescribing(word = ''): boolean {
  return /^\p{L}+$/u.test(word) && !isFunctionWord(word) && word !== 'government';
}
const LANGUAGES: ReadonlySet<string> = new Set(['welsh', 'english', 'irish', 'scots']);
const ARTICLES: ReadonlySet<string> = new Set(['y', 'yr', 'r']);
const WELSH_NATIONS: ReadonlySet<string> = new Set(
  'cymru cymreig alban albanaidd lloegr seisnig iwerddon'.split(' '),
);
const MOST_BETWEEN = 3;

export function isItemNoun(word: string | undefined): boolean {
  return word !== undefined && namesItem(word);
}
const namesItem = remembering((word) => [word, ...unmutated(word)].some((form) => ITEM_NOUNS.has(form)));

/** A word for a nation beside "plan" that is of no plan held. */
export function namesUnknownNation({ words, lexicon }: Place, known: readonly PlanMention[]): boolean {
  const held = (form: string) => [...lexicon.planWords.values()].some((bag) => bag.has(form));
  return words.some((word, at) => {
    if (nationIn(word) === undefined) return false;
    const beside = isPlanNoun(words[at + 1]) || isPlanNoun(words[at - 1]) || isPlanNoun(words[at - 2]);
    const forms = [word, ...unmutated(word)];
    if (!beside || known.some((mention) => mention.at.includes(at))) return false;
    return forms.some((form) => NATION_WORDS.has(form)) && !forms.some(held);
  });
}
