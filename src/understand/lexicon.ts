import type { LocalText, Plan, PlanId, ThemeId } from '../domain/model.ts';
import type { Library } from '../knowledge/library.ts';
import { words } from '../language/fold.ts';
import { createNameFinder, type NameFinder, type Named } from '../search/names.ts';
import { isFunctionWord } from '../search/stop-words.ts';
import { NATIONS, PLAN_NOUNS } from './nations.ts';
import { signsOf, type PlanSigns } from './plan-signs.ts';
import { createSpeller, type Speller } from './spelling.ts';

/** A publisher's own word for a standing, in one plan. */
export interface PublishedLabel {
  readonly label: string;
  readonly words: readonly string[];
  readonly plan: PlanId;
}

/** All the names in one library, made ready for reading questions. */
export interface Lexicon {
  /** Words the plans use: never taken for a slip of something else. */
  readonly words: ReadonlySet<string>;
  readonly plans: NameFinder<PlanId>;
  /** For each plan the words that may stand beside "plan" to say which is meant. */
  readonly planWords: ReadonlyMap<PlanId, ReadonlySet<string>>;
  /** The year that a plan is of: of its publication, else the first in its title or id. */
  readonly planYears: ReadonlyMap<PlanId, string>;
  readonly signs: PlanSigns;
  readonly mendPlanWord: Speller;
  readonly themes: NameFinder<ThemeId>;
  /** Ids are the names as the library spells them. */
  readonly leads: NameFinder;
  readonly addressees: NameFinder;
  readonly tags: ReadonlyMap<string, string>;
  readonly labels: readonly PublishedLabel[];
  /** Refs with letters in them, as compared: "wp3", "r7". */
  readonly letteredRefs: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
}

const made = new WeakMap<Library, Lexicon>();

/** Several families look for the same names in one question: what was found is kept for the last few texts. */
const MOST_REMEMBERED = 8;

function rememberingFinder<Id extends string>(things: readonly Named<Id>[]): NameFinder<Id> {
  const finder = createNameFinder(things);
  const remembered = new Map<string, ReturnType<NameFinder<Id>['find']>>();
  return {
    find(text, { least = 0.5, most = 8 } = {}) {
      const asked = `${least} ${most} ${text}`;
      const found = remembered.get(asked) ?? finder.find(text, { least, most });
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(asked, found);
      return found;
    },
  };
}

/** A ref without case, spaces and hyphens, for comparing what was typed apart. */
export function plainRef(ref: string): string {
  return ref.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');
}

/** The names of a library; made once for each. */
export function lexiconOf(library: Library): Lexicon {
  const known = made.get(library);
  if (known) return known;
  const lexicon = lexiconFrom(library);
  made.set(library, lexicon);
  return lexicon;
}

function lexiconFrom(library: Library): Lexicon {
  const planWords = new Map(library.plans.map((plan) => [plan.id, planWordsOf(library, plan.id)]));
  const themes = library.plans.flatMap((plan) => plan.themes);
  const known = wordsOf(library);
  return {
    words: known,
    plans: rememberingFinder(
      library.plans.map((plan) => ({
        id: plan.id,
        names: [
          ...textsOf(plan.title),
          ...plan.knownAs.en,
          ...plan.knownAs.cy,
          plan.id.replaceAll('-', ' '),
          ...initialsOf(plan.title),
        ],
      })),
    ),
    planWords,
    planYears: new Map(library.plans.flatMap((plan) => yearOf(plan).map((year) => [plan.id, year] as const))),
    signs: signsIn(library, (word) => known.has(word)),
    mendPlanWord: createSpeller([...planWords.values()].flatMap((each) => [...each])),
    themes: rememberingFinder(themes.map((theme) => ({ id: theme.id, names: textsOf(theme.title) }))),
    leads: finderOf(library.items.flatMap((item) => item.leads)),
    addressees: finderOf(library.items.flatMap((item) => item.addressees)),
    tags: new Map(library.items.flatMap((item) => item.tags).map((tag) => [words(tag).join(' '), tag])),
    labels: labelsOf(library),
    letteredRefs: new Set(
      library.items
        .flatMap((item) => item.refs.map(plainRef))
        .filter((ref) => /\p{L}/u.test(ref) && /\d/u.test(ref)),
    ),
    topics: new Set(library.facts.map((fact) => fact.topic)),
  };
}

function textsOf({ cy, en }: LocalText): readonly string[] {
  return [...(cy === undefined ? [] : [cy]), ...(en === undefined ? [] : [en])];
}

function finderOf(names: readonly LocalText[]): NameFinder {
  const byName = new Map<string, Set<string>>();
  for (const name of names) {
    const [id] = textsOf(name);
    if (id === undefined) continue;
    const known = byName.get(id) ?? new Set<string>();
    for (const text of textsOf(name)) {
      known.add(text);
      for (const short of shortNamesOf(text)) known.add(short);
    }
    byName.set(id, known);
  }
  return rememberingFinder([...byName].map(([id, known]) => ({ id, names: [...known] })));
}

/** "Health Education and Improvement Wales (HEIW)" is also "HEIW" and itself without the brackets. */
function shortNamesOf(name: string): readonly string[] {
  const inBrackets = /\(([^)]+)\)/u.exec(name)?.[1];
  const bare = name.replace(/\s*\([^)]*\)/u, '').trim();
  return [...(inBrackets === undefined ? [] : [inBrackets, bare]), ...initials(bare)];
}

function initialsOf(title: LocalText): readonly string[] {
  return textsOf(title).flatMap(initials);
}

/** With small words and without: "FMHW" and "FOTMHW". */
function initials(name: string): readonly string[] {
  const all = words(name).filter((word) => /^\p{L}/u.test(word));
  const heavy = all.filter((word) => !isFunctionWord(word));
  const short = [heavy, all].map((some) => some.map((word) => word.charAt(0)).join(''));
  return [...new Set(short)].filter((letters) => letters.length >= 3);
}

function yearOf({ published, title, id }: Plan): readonly string[] {
  const said = [published ?? '', ...textsOf(title), id].join(' ');
  return /(?<!\d)(?:19|20)\d\d(?!\d)/u.exec(said)?.slice(0, 1) ?? [];
}

/** What may name a plan by itself; an owner that leads or is addressed in a plan is that body there, and not the plan. */
function signsIn(library: Library, isKnown: (word: string) => boolean): PlanSigns {
  const acting = new Set(
    library.items.flatMap(({ leads, addressees }) => [...leads, ...addressees].flatMap(textsOf)),
  );
  const ownersOf = ({ owners }: Plan) =>
    owners.map(textsOf).flatMap((names) => (names.some((name) => acting.has(name)) ? [] : names));
  const namesOf = (plan: Plan) => [
    ...textsOf(plan.title),
    ...plan.knownAs.en,
    ...plan.knownAs.cy,
    plan.id.replaceAll('-', ' '),
    ...initialsOf(plan.title),
    ...ownersOf(plan).flatMap((name) => [name, ...shortNamesOf(name)]),
  ];
  return signsOf(library, namesOf, ownersOf, isKnown);
}

function planWordsOf(library: Library, id: PlanId): ReadonlySet<string> {
  const plan = library.plan(id);
  if (!plan) return new Set();
  const names = [
    ...textsOf(plan.title),
    ...plan.knownAs.en,
    ...plan.knownAs.cy,
    ...plan.owners.flatMap(textsOf),
    id.replaceAll('-', ' '),
  ];
  const short = [...plan.owners.flatMap(textsOf).flatMap(shortNamesOf), ...initialsOf(plan.title)];
  const found = new Set([...names, ...short].flatMap((name) => words(name)));
  if (plan.published !== undefined) found.add(plan.published.slice(0, 4));
  for (const nation of NATIONS) {
    if (nation.some((word) => found.has(word))) for (const word of nation) found.add(word);
  }
  return new Set([...found].filter((word) => !isFunctionWord(word) && !PLAN_NOUNS.has(word)));
}

function wordsOf(library: Library): ReadonlySet<string> {
  const texts = [
    ...library.plans.flatMap((plan) => [
      ...textsOf(plan.title),
      ...plan.knownAs.en,
      ...plan.knownAs.cy,
      ...plan.owners.flatMap(textsOf),
      plan.id.replaceAll('-', ' '),
    ]),
    ...library.plans.flatMap((plan) => plan.themes.flatMap((theme) => textsOf(theme.title))),
    ...library.items.flatMap((item) => [
      ...textsOf(item.title),
      ...item.leads.flatMap(textsOf),
      ...item.addressees.flatMap(textsOf),
      ...item.tags,
    ]),
  ];
  return new Set(texts.flatMap((text) => words(text)));
}

function labelsOf(library: Library): readonly PublishedLabel[] {
  const labels = new Map<string, PublishedLabel>();
  for (const plan of library.plans) {
    const subjects = [
      plan.id,
      ...plan.themes.map(({ id }) => id),
      ...library.itemsOf(plan.id).map(({ id }) => id),
    ];
    for (const { sourceLabel } of subjects.flatMap((subject) => library.updatesOf(subject))) {
      if (sourceLabel === undefined) continue;
      labels.set(`${plan.id} ${sourceLabel.toLowerCase()}`, {
        label: sourceLabel,
        words: words(sourceLabel),
        plan: plan.id,
      });
    }
  }
  return [...labels.values()].filter((label) => label.words.length > 0);
}
