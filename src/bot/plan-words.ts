import type { Plan } from '../domain/model.ts';
import { placedWords, unmutated, words, type PlacedWord } from '../language/fold.ts';
import { isContentWord, isFunctionWord } from '../search/stop-words.ts';

/** Words for a plan that stand beside its name. */
const NOUNS: ReadonlySet<string> = new Set(
  'plan plans report strategy document cynllun gynllun chynllun nghynllun adroddiad strategaeth ddogfen dogfen'.split(
    ' ',
  ),
);

/**
 * What is asked without the names of the plans it is asked of: those say where to look and not what for. The text itself
 * where nothing else would be left. `others`: plans that are not meant; a word of a name that none of them has is a sign.
 */
export function withoutPlanNames(text: string, named: readonly Plan[], others: readonly Plan[]): string {
  if (named.length === 0) return text;
  const meant = named.map(namesFor);
  const bag: Bag = { has: (word) => meant.some(({ bag: own }) => own.has(word)) };
  const isWhole = (name: string) => meant.some(({ whole }) => whole.has(name));
  const isElsewhere = (word: string) => others.some((other) => namesFor(other).bag.has(word));
  const placed = placedWords(text);
  const runs = runsOf(placed, (word) => formIn(word, bag) !== undefined || NOUNS.has(word));
  const cut = runs.filter((run) => {
    const forms = run.map(({ word }) => formIn(word, bag) ?? word);
    const own = forms.filter((form) => bag.has(form) && isOfWeight(form));
    if (own.length === 0) return false;
    if (isWhole(own.join(' ')) || run.some(({ word }) => NOUNS.has(word))) return true;
    return others.length > 0 && !own.some(isElsewhere);
  });
  const gone = new Set(cut.flat());
  const left = placed.filter((word) => !gone.has(word));
  return left.some(({ word }) => isContentWord(word)) ? left.map(({ written }) => written).join(' ') : text;
}

type Bag = Pick<ReadonlySet<string>, 'has'>;

/** The names of a plan. */
interface Names {
  /** All their words. */
  readonly bag: Bag;
  /** Each in its words of weight. */
  readonly whole: Bag;
}
const made = new WeakMap<Plan, Names>();

/** Made once for a plan, since every question with a plan in it asks. */
function namesFor(plan: Plan): Names {
  const known = made.get(plan) ?? namesFrom(namesOf(plan).map((name) => words(name)));
  made.set(plan, known);
  return known;
}

function namesFrom(names: readonly (readonly string[])[]): Names {
  return {
    bag: new Set(names.flat()),
    whole: new Set(names.map((name) => name.filter(isOfWeight).join(' '))),
  };
}

function namesOf({ id, title, knownAs }: Plan): readonly string[] {
  const titles = [title.cy, title.en].filter((each) => each !== undefined);
  return [...titles, ...knownAs.cy, ...knownAs.en, id.replaceAll('-', ' ')];
}

function isOfWeight(word: string): boolean {
  return !isFunctionWord(word);
}

function formIn(word: string, bag: Bag): string | undefined {
  return [word, ...unmutated(word)].find((form) => bag.has(form) && isOfWeight(form));
}

/** Stretches of such words; small words between them belong to them, at their ends they do not. */
function runsOf(placed: readonly PlacedWord[], fits: (word: string) => boolean): readonly PlacedWord[][] {
  const runs: PlacedWord[][] = [];
  let run: PlacedWord[] = [];
  let between: PlacedWord[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    [run, between] = [[], []];
  };
  for (const word of placed) {
    if (fits(word.word)) [run, between] = [[...run, ...between, word], []];
    else if (run.length > 0 && isFunctionWord(word.word)) between.push(word);
    else close();
  }
  close();
  return runs;
}
