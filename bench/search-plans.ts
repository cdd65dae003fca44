import type { Item, ItemId, Locale, LocalText, PlanId } from '../src/domain/model.ts';
import { createLibrary } from '../src/knowledge/create-library.ts';
import type { Library } from '../src/knowledge/library.ts';

/** The commonest first, as in any text; then words of the field, then invented ones. */
const SMALL: Readonly<Record<Locale, string>> = {
  en: 'the of and to in for a with that on by is as from be will are at this or',
  cy: 'y yn a i o ar gyda am yr er drwy sydd bydd gan wrth ac fel i’r o’r neu',
};
const FIELD: Readonly<Record<Locale, string>> = {
  en: 'staff training health workforce support mental wellbeing services nurses recruitment skills leadership careers pathways data digital pay supervision placements language equality research funding workload culture flexibility partnership prevention psychologists doctors carers trainees managers volunteers students apprentices therapists pharmacists schools colleges universities hospitals communities prisons employers councils charities retain develop review publish expand improve evaluate promote design deliver strengthen monitor share establish extend simplify',
  cy: 'staff hyfforddiant iechyd gweithlu cymorth meddwl llesiant gwasanaethau nyrsys recriwtio sgiliau arweinyddiaeth gyrfaoedd llwybrau data digidol cyflog goruchwyliaeth lleoliadau iaith cydraddoldeb ymchwil cyllid llwyth diwylliant hyblygrwydd partneriaeth atal seicolegwyr meddygon gofalwyr hyfforddeion rheolwyr gwirfoddolwyr myfyrwyr prentisiaid therapyddion fferyllwyr ysgolion colegau prifysgolion ysbytai cymunedau carchardai cyflogwyr cynghorau elusennau cadw datblygu adolygu cyhoeddi ehangu gwella gwerthuso hyrwyddo dylunio cyflawni cryfhau monitro rhannu sefydlu ymestyn symleiddio',
};
const SYLLABLES: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'b br c ch cl d f g gr h l m n p pr r s st t tr v w',
    'a e i o u ai ea ou',
    'n r l s t ck nd st mp sh',
  ],
  cy: [
    'b br c ch cl d f g gw h ll m n p pr rh s t tr gwr',
    'a e i o u w y ae ai wy',
    'n r l s th dd ch st nt ll',
  ],
};
const ENDINGS: Readonly<Record<Locale, string>> = {
  en: 'er ing ment ness ion al s',
  cy: 'au aeth iad ion ol wyr edd',
};
const ASKED: Readonly<Record<Locale, readonly [string, string]>> = {
  en: ['what is being done about', 'and'],
  cy: ['beth sy’n digwydd gyda', 'a'],
};
const TITLE_WORDS = 6;
const SUMMARY_WORDS = 28;
const SHORTEST_WITH_SLIP = 5;
const NO_TEXT = { cy: '', en: '' };
const LETTERS = 'abcdefghijklmnoprstuwy';

export interface Question {
  readonly locale: Locale;
  readonly text: string;
  /** The same with a slip of the pen in each of its two longest words. */
  readonly slipped: string;
  /** The number of the item that it was made from. */
  readonly item: number;
}
export interface GeneratedPlan {
  readonly library: Library;
  readonly questions: readonly Question[];
}
type Chance = (below: number) => number;
type Draw = () => string;

/** Numbers that look random and are the same every time. */
function sequence(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** A plan of `size` items in both languages, whose words are as common and as rare as in natural text, and what is asked of it. */
export function generatedPlan(size: number, asked: number, seed = 7): GeneratedPlan {
  const next = sequence(seed);
  const draws = { cy: drawsFor('cy', size, next), en: drawsFor('en', size, next) };
  const text = (draw: Draw, length: number): string => Array.from({ length }, draw).join(' ');
  const both = (of: 'telling' | 'any', length: number): LocalText & Readonly<Record<Locale, string>> => ({
    cy: text(draws.cy[of], length),
    en: text(draws.en[of], length),
  });
  const texts = Array.from({ length: size }, () => ({
    title: both('telling', TITLE_WORDS),
    summary: both('any', SUMMARY_WORDS),
  }));
  const questions = Array.from({ length: asked }, (_, at): Question => {
    const locale = at % 2 === 0 ? 'en' : 'cy';
    const item = next(size);
    const { title, summary } = texts[item] ?? { title: NO_TEXT, summary: NO_TEXT };
    const words = wordsOf(title[locale], summary[locale], locale, next);
    return { locale, item, text: asking(words, locale), slipped: asking(withSlips(words, next), locale) };
  });
  return { library: libraryOf(texts.map(itemOf)), questions };
}

function drawsFor(locale: Locale, size: number, next: Chance): Readonly<Record<'telling' | 'any', Draw>> {
  const telling = [...FIELD[locale].split(' '), ...invented(locale, Math.ceil(Math.sqrt(size) * 60), next)];
  return { telling: natural(telling, next), any: natural([...SMALL[locale].split(' '), ...telling], next) };
}

/** Draws words so that the second is half as common as the first, the third a third. */
function natural(words: readonly string[], next: Chance): Draw {
  const sums: number[] = [];
  words.forEach((_, at) => sums.push((sums.at(-1) ?? 0) + 1 / (at + 3)));
  const total = sums.at(-1) ?? 0;
  return () => {
    const wanted = (next(1e9) / 1e9) * total;
    let [low, high] = [0, words.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return words[low] ?? '';
  };
}

function invented(locale: Locale, count: number, next: Chance): readonly string[] {
  const lists = SYLLABLES[locale].map((list) => list.split(' '));
  const endings = ENDINGS[locale].split(' ');
  const pick = (list: readonly string[] = []): string => list[next(list.length)] ?? '';
  const made = new Set<string>();
  while (made.size < count) made.add(`${[...lists, ...lists].map(pick).join('')}${pick(endings)}`);
  return [...made];
}

/** Two words of the title and two of the summary, none of them small. */
function wordsOf(title: string, summary: string, locale: Locale, next: Chance): readonly string[] {
  const small = new Set(SMALL[locale].split(' '));
  const two = (text: string, but: readonly string[]): readonly string[] => {
    const left = [...new Set(text.split(' '))].filter((word) => !small.has(word) && !but.includes(word));
    return [0, 1].flatMap(() => left.splice(next(left.length), 1));
  };
  const first = two(title, []);
  return [...first, ...two(summary, first)];
}

function asking(words: readonly string[], locale: Locale): string {
  const [before, and] = ASKED[locale];
  return `${before} ${words.slice(0, -1).join(' ')} ${and} ${words.at(-1)}`;
}

function withSlips(words: readonly string[], next: Chance): readonly string[] {
  const long = [...words]
    .filter((word) => word.length >= SHORTEST_WITH_SLIP)
    .sort((a, b) => b.length - a.length);
  const chosen = new Set(long.slice(0, 2));
  return words.map((word) => (chosen.has(word) ? slip(word, next) : word));
}

/** One letter missed, added, changed or swapped with the next; never the first. */
function slip(word: string, next: Chance): string {
  const at = 1 + next(word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const other = LETTERS.charAt(next(LETTERS.length));
  const ways = [
    before + after,
    before + other + letter + after,
    before + other + after,
    `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
  ];
  return ways[next(ways.length)] ?? word;
}

const PLAN = 'generated' as PlanId;
const SOURCE = { document: { en: 'Generated' }, confidence: 'primary' } as const;

function itemOf(texts: Pick<Item, 'title' | 'summary'>, at: number): Item {
  return {
    ...texts,
    id: `generated/action-${at + 1}` as ItemId,
    plan: PLAN,
    kind: 'action',
    refs: [String(at + 1)],
    leads: [],
    addressees: [],
    dueWas: [],
    tags: [],
    audience: 'public',
    source: SOURCE,
  };
}

function libraryOf(items: readonly Item[]): Library {
  const plan = {
    id: PLAN,
    title: { en: 'Generated plan', cy: 'Cynllun a wnaed' },
    knownAs: { cy: [], en: [] },
    owners: [],
    fictional: true,
    audience: 'public',
    declared: {},
    themes: [],
    notes: [],
    source: SOURCE,
  } as const;
  return createLibrary([{ plan, items, facts: [], updates: [] }], 'public');
}
