import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Instant, IsoDate } from '../../src/domain/dates.ts';
import type { Locale } from '../../src/domain/model.ts';
import { importPlans } from '../../src/knowledge/import-plans.ts';
import { TODAY } from './ask-all.ts';
import type { Expectation } from './sheet.ts';

/** A question about the invented plan, and under which name it is counted. */
export interface UnseenQuestion {
  readonly about: string;
  readonly language: Locale;
  readonly expected: Expectation;
}

export interface UnseenPlan {
  readonly questions: readonly UnseenQuestion[];
  /** Its sheets, as a plan's owner would save them. */
  readonly sheets: Readonly<Record<'items' | 'progress' | 'plans' | 'themes', string>>;
}

type Words = Readonly<Record<Locale, string>>;
interface UnseenItem {
  readonly ref: string;
  readonly kind: 'action' | 'recommendation';
  readonly theme: number;
  /** Words that no other item has, in each language. */
  readonly own: readonly [Words, Words];
  readonly title: Words;
  readonly summary: Words;
  readonly lead: number;
  readonly due: string;
  readonly stage: string;
  readonly rating: string;
}

const PLAN = 'unseen-plan';
const THEMES = 5;
const ACTIONS_OF_A_THEME = 7;

/** The same numbers for the same seed, evenly spread from 0 to 1. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ENGLISH = {
  starts: ['br', 'cl', 'dr', 'fl', 'gr', 'pl', 'sn', 'str', 'tw', 'v', 'w', 'h', 'j', 'qu'],
  middles: ['a', 'e', 'i', 'o', 'u', 'ea', 'oa'],
  joins: ['ld', 'mb', 'nst', 'rv', 'lp', 'rd', 'ck', 'ft', 'sp'],
  ends: ['ering', 'ment', 'ness', 'age', 'ory', 'ship', 'ow', 'ist', 'and'],
};
/** Begins with letters that mutate. */
const WELSH = {
  starts: ['p', 't', 'c', 'b', 'd', 'g', 'm', 'll', 'rh', 'tr', 'cr', 'pl', 'br', 'dr', 'gw'],
  middles: ['a', 'e', 'i', 'o', 'y', 'ae', 'wy', 'ei'],
  joins: ['ll', 'dd', 'nt', 'rch', 'sg', 'th', 'lm', 'mp', 'rn'],
  ends: ['iad', 'aeth', 'edd', 'wyr', 'fa', 'ol', 'ion', 'og', 'ydd'],
};
const OPENINGS: readonly Words[] = [
  { en: 'Extend the', cy: 'Ymestyn y' },
  { en: 'Set up a', cy: 'Sefydlu' },
  { en: 'Review every', cy: 'Adolygu pob' },
  { en: 'Publish the first', cy: 'Cyhoeddi’r cyntaf o’r' },
];
const CLOSINGS: readonly Words[] = [
  { en: 'on all sites', cy: 'ar bob safle' },
  { en: 'with our partners', cy: 'gyda’n partneriaid' },
  { en: 'for night staff', cy: 'i staff nos' },
  { en: 'in each county', cy: 'ym mhob sir' },
];
const DUES = ['2026-03-31', '2026-09', '2026-10-15', '2026-12-31', '2027-03', '2027-06-30', '2028'];
const STANDINGS = [
  ['completed', ''],
  ['in_progress', 'on_track'],
  ['in_progress', 'at_risk'],
  ['in_progress', 'off_track'],
  ['not_started', ''],
  ['on_hold', ''],
  ['', ''],
] as const;
/** Past the latest of which a plan is overdue today, as far as each date goes. */
const LAPSED = new Set(['2026-03-31', '2026-09', '2026-10-15']);

type Pick = <T>(list: readonly T[]) => T;

/** An invented plan of 40 items in both languages, in words that no vocabulary holds, and questions about it. */
export function unseenPlan(seed: number): UnseenPlan {
  const chance = chanceFrom(seed);
  const pick: Pick = (list) => {
    const one = list[Math.floor(chance() * list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const word = wordMaker(pick);
  const name = capital(word('en'));
  const nameCy = capital(word('cy'));
  const themes = several(THEMES, () => ({ en: capital(word('en')), cy: capital(word('cy')) }));
  const leads = several(THEMES, () => {
    const [en, cy] = [capital(word('en')), capital(word('cy'))];
    return { en: `${en} Board`, cy: `Bwrdd ${cy}` };
  });
  const items = several(THEMES, (theme) => [
    ...several(ACTIONS_OF_A_THEME, (at) => itemOf(pick, word, 'action', theme, `${theme + 1}.${at + 1}`)),
    itemOf(pick, word, 'recommendation', theme, `R${theme + 1}`),
  ]).flat();
  const plan = {
    title: { en: `${name} Workforce Plan`, cy: `Cynllun Gweithlu ${nameCy}` },
    themes,
    leads,
    items,
  };
  return { sheets: sheetsOf(plan), questions: questionsAbout(plan, chance, pick) };
}

interface Invented {
  readonly title: Words;
  readonly themes: readonly Words[];
  readonly leads: readonly Words[];
  readonly items: readonly UnseenItem[];
}

/** Words unlike each other, so that a slip in one does not make another. */
function wordMaker(pick: Pick): (locale: Locale) => string {
  const made = new Set<string>();
  return (locale) => {
    const { starts, middles, joins, ends } = locale === 'cy' ? WELSH : ENGLISH;
    for (;;) {
      const stem = pick(starts) + pick(middles) + pick(joins);
      if (made.has(stem)) continue;
      made.add(stem);
      return stem + pick(ends);
    }
  };
}

function itemOf(
  pick: Pick,
  word: (locale: Locale) => string,
  kind: UnseenItem['kind'],
  theme: number,
  ref: string,
): UnseenItem {
  const own = [
    { en: word('en'), cy: word('cy') },
    { en: word('en'), cy: word('cy') },
  ] as const;
  const [opening, closing] = [pick(OPENINGS), pick(CLOSINGS)];
  const [stage, rating] = pick(STANDINGS);
  const words = (locale: Locale): string => `${own[0][locale]} ${own[1][locale]}`;
  const further = { en: word('en'), cy: word('cy') };
  return {
    ref,
    kind,
    theme,
    own,
    title: {
      en: `${opening.en} ${words('en')} ${closing.en}`,
      cy: `${opening.cy} ${words('cy')} ${closing.cy}`,
    },
    summary: { en: `This needs ${further.en} as well.`, cy: `Mae angen ${further.cy} hefyd.` },
    lead: pick([0, 1, 2, 3, 4]),
    due: pick(DUES),
    stage,
    rating,
  };
}

function sheetsOf({ title, themes, leads, items }: Invented): UnseenPlan['sheets'] {
  const source = 'Unseen plan document';
  return {
    items: csv([
      'plan,kind,ref,theme,title_en,title_cy,summary_en,summary_cy,leads,leads_cy,due,source_document'.split(
        ',',
      ),
      ...items.map((item) => [
        PLAN,
        item.kind,
        item.ref,
        themes[item.theme]?.en ?? '',
        item.title.en,
        item.title.cy,
        item.summary.en,
        item.summary.cy,
        leads[item.lead]?.en ?? '',
        leads[item.lead]?.cy ?? '',
        item.due,
        source,
      ]),
    ]),
    progress: csv([
      ['plan', 'ref', 'as_at', 'stage', 'rating', 'assessed_by', 'source_document'],
      ...items
        .filter(({ stage }) => stage !== '')
        .map(({ ref, stage, rating }) => [PLAN, ref, '2026-10-31', stage, rating, 'owner', 'Unseen report']),
    ]),
    plans: csv([
      ['plan', 'title_en', 'title_cy', 'owners', 'published', 'declared_actions', 'source_document'],
      [PLAN, title.en, title.cy, 'Unseen Trust', '2026-01', String(THEMES * ACTIONS_OF_A_THEME), source],
    ]),
    themes: csv([
      ['plan', 'ref', 'title_en', 'title_cy'],
      ...themes.map(({ en, cy }, at) => [PLAN, String(at + 1), en, cy]),
    ]),
  };
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('');
}

/** Imports the plan as `npm run plan -- import` does; answers the folder of packs. */
export async function importUnseen({ sheets }: UnseenPlan, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(sheets).map(([name, text]) => {
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, text);
    return [name, file];
  });
  const into = join(folder, 'packs');
  const now = `${TODAY}T09:00:00.000Z` as Instant;
  const imported = await importPlans({ ...Object.fromEntries(files), into, today: TODAY as IsoDate, now });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  return into;
}

/** Of every other item all is asked; of the rest, what is hard: slips and mutations. */
function questionsAbout(plan: Invented, chance: () => number, pick: Pick): readonly UnseenQuestion[] {
  const hard = ['slip of the finger', 'mutated Welsh'];
  const ofItems = plan.items.flatMap((item, at) =>
    questionsOfItem(plan, item, chance, pick).filter(({ about }) => at % 2 === 0 || hard.includes(about)),
  );
  return [...ofItems, ...questionsOfPlan(plan)];
}

function questionsOfItem(
  { title, leads }: Invented,
  item: UnseenItem,
  chance: () => number,
  pick: Pick,
): readonly UnseenQuestion[] {
  const id = idOf(item);
  const lead = leads[item.lead];
  const found: Omit<Expectation, 'ask'> = { kind: ['item', 'items', 'status'], first: id };
  const [a, b] = item.own;
  const kinds =
    item.kind === 'action'
      ? { en: 'action', cy: 'cam gweithredu' }
      : { en: 'recommendation', cy: 'argymhelliad' };
  return [
    ...inBoth(
      'reference',
      `What is ${kinds.en} ${item.ref} of the ${title.en}?`,
      `Beth yw ${kinds.cy} ${item.ref} o ${title.cy}?`,
      { kind: 'item', items: [id] },
    ),
    ...inBoth(
      'words of the title',
      `anything about ${a.en} ${b.en}`,
      `oes rhywbeth am ${a.cy} ${b.cy}`,
      found,
    ),
    ...inBoth('one word', `tell me about ${b.en}`, `dwedwch wrtha i am ${b.cy}`, found),
    ...inBoth(
      'slip of the finger',
      `what is being done on ${slipped(a.en, chance)}`,
      `beth sy’n cael ei wneud ar ${slipped(a.cy, chance)}`,
      found,
    ),
    { about: 'mutated Welsh', language: 'cy', expected: { ask: mutated(a.cy, pick), ...found } },
    ...inBoth(
      'who leads',
      `who leads the ${a.en} ${b.en} work?`,
      `pwy sy’n arwain y gwaith ${a.cy} ${b.cy}?`,
      { kind: 'status', includes: [id], says: [[lead?.en ?? '', lead?.cy ?? '']] },
    ),
  ];
}

/** The same question in both languages. */
function inBoth(
  about: string,
  en: string,
  cy: string,
  expected: Omit<Expectation, 'ask'>,
): readonly UnseenQuestion[] {
  return [
    { about, language: 'en', expected: { ask: en, ...expected } },
    { about, language: 'cy', expected: { ask: cy, ...expected } },
  ];
}

function questionsOfPlan({ title, themes, leads, items }: Invented): readonly UnseenQuestion[] {
  const ids = (keeps: (item: UnseenItem) => boolean): string[] => items.filter(keeps).map(idOf);
  const list = ['items', 'status'] as Expectation['kind'];
  const counted = (keeps: (item: UnseenItem) => boolean): Omit<Expectation, 'ask'> => {
    const wanted = ids(keeps);
    return { kind: 'count', items: wanted, ...(wanted.length > 0 && { says: [String(wanted.length)] }) };
  };
  return [
    ...leads.flatMap(({ en, cy }, at) =>
      inBoth('what a lead leads', `what does the ${en} lead?`, `beth mae ${cy} yn ei arwain?`, {
        kind: list,
        items: ids(({ lead }) => lead === at),
      }),
    ),
    ...themes.flatMap(({ en, cy }, at) =>
      inBoth('theme', `list everything under the ${en} theme`, `rhestrwch bopeth o dan thema ${cy}`, {
        kind: list,
        items: ids(({ theme }) => theme === at),
      }),
    ),
    ...inBoth('overdue', `what is overdue in the ${title.en}?`, `beth sy’n hwyr yn ${title.cy}?`, {
      kind: list,
      items: ids(({ due, stage }) => LAPSED.has(due) && stage !== 'completed'),
    }),
    ...inBoth(
      'count',
      `how many actions in the ${title.en} are completed?`,
      `sawl cam gweithredu yn ${title.cy} sydd wedi’i gwblhau?`,
      counted(({ kind, stage }) => kind === 'action' && stage === 'completed'),
    ),
    ...inBoth(
      'count',
      `how many recommendations of the ${title.en} are at risk?`,
      `sawl argymhelliad o ${title.cy} sydd mewn perygl?`,
      counted(({ kind, rating }) => kind === 'recommendation' && rating === 'at_risk'),
    ),
    ...inBoth(
      'count',
      `how many actions are in the ${title.en}?`,
      `faint o gamau gweithredu sydd yn ${title.cy}?`,
      { kind: 'count', says: [String(THEMES * ACTIONS_OF_A_THEME)] },
    ),
  ];
}

function idOf({ kind, ref }: UnseenItem): string {
  return `${PLAN}/${kind}-${ref}`;
}

/** Two letters change places, one is lost, one comes twice or one is another, never the first. */
function slipped(word: string, chance: () => number): string {
  const at = 1 + Math.floor(chance() * (word.length - 2));
  const [before, letter, next, after] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ];
  const slips = [
    before + next + letter + after,
    before + next + after,
    before + letter + letter + next + after,
    `${before}x${next}${after}`,
  ];
  const slip = slips[Math.floor(chance() * slips.length)] ?? word;
  return slip === word ? `${before}${next}${after}` : slip;
}

const SOFT = { p: 'b', t: 'd', c: 'g', b: 'f', d: 'dd', g: '', m: 'f', ll: 'l', rh: 'r' } as const;
const NASAL = { p: 'mh', t: 'nh', c: 'ngh', b: 'm', d: 'n', g: 'ng' } as const;
const ASPIRATE = { p: 'ph', t: 'th', c: 'ch' } as const;

/** The word after a preposition or a possessive that changes its first letter. */
function mutated(word: string, pick: Pick): string {
  const initial = /^(?:ll|rh)/u.exec(word)?.[0] ?? word.slice(0, 1);
  const frames = [
    { before: 'sut mae’n mynd gyda', changes: ASPIRATE },
    { before: 'dangoswch y rhai am', changes: SOFT },
    { before: 'beth sy’n digwydd i fy', changes: NASAL },
  ].filter(({ changes }) => initial in changes);
  const { before, changes } = pick(frames);
  const letters: Readonly<Record<string, string>> = changes;
  return `${before} ${letters[initial] ?? initial}${word.slice(initial.length)}`;
}

function several<T>(count: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
