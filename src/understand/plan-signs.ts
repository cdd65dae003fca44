import type { Plan, PlanId } from '../domain/model.ts';
import type { Library } from '../knowledge/library.ts';
import { fold, unmutated, words } from '../language/fold.ts';
import { remembering } from '../language/remembering.ts';
import { isFunctionWord } from '../search/stop-words.ts';
import { NAME_LINKS, PLAN_NOUNS } from './nations.ts';
import { isOrdinary } from './ordinary.ts';
import { createSpeller, type Speller } from './spelling.ts';

/** The words by which plans are known even where no word for "plan" stands by: "Elmside", "the Elmside actions". */
export interface PlanSigns {
  /** Words that no ordinary text has, and the plans that have them in their names. */
  readonly plansWith: ReadonlyMap<string, readonly PlanId[]>;
  /** The sign that a typed word is: as it stands, before its mutation, or without a slip. */
  readonly signIn: (word: string) => string | undefined;
  /** Whole names of owners that act in no plan, as words, and the plans that are theirs. */
  readonly owners: readonly { readonly words: readonly string[]; readonly plans: readonly PlanId[] }[];
  /** The names of each plan, in their words of weight. */
  readonly names: ReadonlyMap<PlanId, readonly (readonly string[])[]>;
}

const SHORTEST_SIGN = 3;
/** Small words within a name that are passed over: "the Board of Elmside". */
const MOST_LINKS = 2;

/** The signs of a library's plans, out of all the names that each answers to. */
export function signsOf(
  library: Library,
  namesOf: (plan: Plan) => readonly string[],
  ownersOf: (plan: Plan) => readonly string[],
  isKnown: (word: string) => boolean,
): PlanSigns {
  const ids = library.plans.map(({ id }) => id);
  const names = new Map(library.plans.map((plan) => [plan.id, namesOf(plan).map(heavyWords)]));
  const holders = new Map<string, Set<PlanId>>();
  for (const [id, lists] of names) {
    for (const word of lists.flat()) holders.set(word, (holders.get(word) ?? new Set<PlanId>()).add(id));
  }
  const telling = [...holders].filter(
    ([word, plans]) => isProper(word) && (plans.size < ids.length || ids.length === 1),
  );
  const text = telling.length > 0 ? runningText(library) : '';
  const single = telling
    .filter(([word]) => !isSaidIn(text, word))
    .map(([word, plans]) => [word, [...plans]] as const);
  const plansWith = new Map([...single, ...writtenTogether(new Map(single), names)]);
  const mend = createSpeller(plansWith.keys());
  const signIn = remembering((word) => signFrom(word, plansWith, mend, isKnown));
  return { plansWith, signIn, owners: ownersIn(library, ownersOf), names };
}

function ownersIn(library: Library, ownersOf: (plan: Plan) => readonly string[]): PlanSigns['owners'] {
  const owners = new Map<string, { words: readonly string[]; plans: PlanId[] }>();
  for (const plan of library.plans) {
    for (const name of ownersOf(plan)) {
      const own = words(name).filter((word, at) => at > 0 || !ARTICLES.has(word));
      const owner = owners.get(own.join(' ')) ?? { words: own, plans: [] };
      if (own.length > 1) owners.set(own.join(' '), { ...owner, plans: [...owner.plans, plan.id] });
    }
  }
  return [...owners.values()];
}

/** The article before a name goes with the sentence that it stands in. */
const ARTICLES: ReadonlySet<string> = new Set(['the', 'y', 'yr']);

/** The whole name of an owner from here on. */
export function ownerAt(
  typed: readonly string[],
  at: number,
  { owners }: PlanSigns,
): { readonly plans: readonly PlanId[]; readonly at: readonly number[] } | undefined {
  const found = owners.find((owner) =>
    owner.words.every((word, index) => {
      const said = typed[at + index] ?? '';
      return said === word || unmutated(said).includes(word);
    }),
  );
  return found && { plans: found.plans, at: found.words.map((_, index) => at + index) };
}

/** "elmsidehealth": two signs of one name in one word. */
function writtenTogether(
  single: ReadonlyMap<string, readonly PlanId[]>,
  names: PlanSigns['names'],
): readonly (readonly [string, readonly PlanId[]])[] {
  const lists = [...names.values()].flat();
  return lists.flatMap((name) =>
    name.flatMap((word, at) => {
      const [plans, next] = [single.get(word), name[at + 1] ?? ''];
      return plans && single.has(next) ? [[word + next, plans] as const] : [];
    }),
  );
}

function heavyWords(name: string): readonly string[] {
  return words(name).filter((word) => !isFunctionWord(word) && !PLAN_NOUNS.has(word));
}

function isProper(word: string): boolean {
  // "y Ganolfan" is as ordinary as "canolfan".
  const forms = [word, ...unmutated(word)];
  return word.length >= SHORTEST_SIGN && /^\p{L}+$/u.test(word) && !forms.some(isOrdinary);
}

/** What the plans say, without accents: a word that stands there without a capital is no name. */
function runningText(library: Library): string {
  const texts = [
    ...library.items.map(({ title }) => title),
    ...library.plans.flatMap(({ themes }) => themes.map(({ title }) => title)),
    ...library.facts.map(({ text }) => text),
  ].flatMap(({ cy = '', en = '' }) => [cy, en]);
  return texts
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
}
function isSaidIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/\p{L}/u.test(text.charAt(at - 1) + text.charAt(at + word.length))) return true;
  }
  return false;
}

/** The plans that a stretch of words names by a sign, and where it stands, with what else of the name is beside it. */
export function signedAt(
  typed: readonly string[],
  at: number,
  signs: PlanSigns,
): { readonly plans: readonly PlanId[]; readonly at: readonly number[] } | undefined {
  const sign = signs.signIn(typed[at] ?? '');
  if (sign === undefined) return undefined;
  const plans = signs.plansWith.get(sign) ?? [];
  const runs = plans.map((id) => grown(typed, { at: [at], forms: [sign] }, signs.names.get(id) ?? []));
  const longest = Math.max(...runs.map((run) => run.at.length));
  const best = runs.findIndex((run) => run.at.length === longest);
  return {
    plans: plans.filter((_, index) => runs[index]?.at.length === longest),
    at: withBody(typed, runs[best]?.at ?? [at]),
  };
}

function signFrom(
  word: string,
  plansWith: PlanSigns['plansWith'],
  mend: Speller,
  isKnown: (word: string) => boolean,
): string | undefined {
  const forms = [word, ...unmutated(word), ...withoutEndings(word)];
  const sign = forms.find((form) => plansWith.has(form));
  if (sign !== undefined || isKnown(word) || isOrdinary(word)) return sign;
  return (
    mend(word) ??
    unmutated(word)
      .map(mend)
      .find((form) => form !== undefined)
  );
}
/** "elmsides" without an apostrophe. */
function withoutEndings(word: string): readonly string[] {
  return word.endsWith('s') ? [word.slice(0, -1)] : [];
}

/** What a body is, before its own name in Welsh and after it in English, whichever of them the pack has. */
const BODIES = {
  before: ['bwrdd iechyd prifysgol', 'bwrdd iechyd', 'cyngor sir', 'cyngor', 'ymddiriedolaeth', 'prifysgol'],
  after: [
    'university health board',
    'health board',
    'county council',
    'borough council',
    'council',
    'nhs trust',
    'trust',
  ],
} as const;

function withBody(typed: readonly string[], at: readonly number[]): readonly number[] {
  const [from, to] = [at[0] ?? 0, at.at(-1) ?? 0];
  const stands = (body: readonly string[], start: number) =>
    body.every((word, index) => {
      const said = typed[start + index] ?? '';
      return said === word || unmutated(said).includes(word);
    });
  for (const body of BODIES.before.map((name) => name.split(' '))) {
    const start = from - body.length;
    if (start >= 0 && stands(body, start)) return [...body.map((_, index) => start + index), ...at];
  }
  for (const body of BODIES.after.map((name) => name.split(' '))) {
    if (stands(body, to + 1)) return [...at, ...body.map((_, index) => to + 1 + index)];
  }
  return at;
}

interface Run {
  readonly at: readonly number[];
  readonly forms: readonly string[];
}

/** As much of one name around the sign as stands there in the name's own order. */
function grown(typed: readonly string[], sign: Run, names: readonly (readonly string[])[]): Run {
  let run = sign;
  for (const step of [1, -1] as const) {
    for (let next = longer(typed, run, names, step); next; next = longer(typed, run, names, step)) run = next;
  }
  return run;
}

function longer(
  typed: readonly string[],
  run: Run,
  names: readonly (readonly string[])[],
  step: 1 | -1,
): Run | undefined {
  const from = (step === 1 ? run.at.at(-1) : run.at[0]) ?? 0;
  let place = from + step;
  while (Math.abs(place - from) <= MOST_LINKS && NAME_LINKS.has(typed[place] ?? '')) place += step;
  const word = typed[place];
  if (word === undefined) return undefined;
  for (const form of [word, ...unmutated(word)]) {
    const forms = step === 1 ? [...run.forms, form] : [form, ...run.forms];
    if (!names.some((name) => holdsInOrder(name, forms))) continue;
    return { forms, at: step === 1 ? [...run.at, place] : [place, ...run.at] };
  }
  return undefined;
}

function holdsInOrder(name: readonly string[], part: readonly string[]): boolean {
  return name.some((_, start) => part.every((word, index) => name[start + index] === word));
}

export function isPlanNoun(word: string | undefined): boolean {
  return word !== undefined && namesPlan(word);
}
const namesPlan = remembering((word) => [word, ...unmutated(word)].some((form) => PLAN_NOUNS.has(form)));

/** The text without words that only names have: a Welsh name in an English question makes it no Welsh question. */
export function withoutSigns(text: string, { plansWith }: PlanSigns): string {
  if (plansWith.size === 0) return text;
  return text.replace(/\p{L}+/gu, (word) => {
    const folded = fold(word);
    return [folded, ...unmutated(folded)].some((form) => plansWith.has(form)) ? '' : word;
  });
}
