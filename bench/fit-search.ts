/**
 * Fits the coefficients by which a search decides whether it has found the answer, from the labelled questions of
 * `bench/fitting-questions.yaml`, and writes `src/search/coefficients.ts`:
 * `npm run build && node dist/bench/fit-search.js`. With `--check` it measures and writes nothing.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Item, ItemId, Locale, PlanId } from '../src/domain/model.ts';
import { createLibrary } from '../src/knowledge/create-library.ts';
import type { Library } from '../src/knowledge/library.ts';
import { loadPack } from '../src/knowledge/load.ts';
import type { Pack } from '../src/knowledge/pack.ts';
import { loadVocabulary, type Vocabulary } from '../src/knowledge/vocabulary.ts';
import { chanceOf, type Signals } from '../src/search/bands.ts';
import { createEngine } from '../src/search/engine.ts';

const QUESTIONS = 'bench/fitting-questions.yaml';
const OUTPUT = 'src/search/coefficients.ts';
const KNOWLEDGE = 'knowledge';

interface Asked {
  readonly in: readonly { readonly q: string; readonly item: string | readonly string[] }[];
  readonly near: readonly string[];
  readonly far: readonly string[];
}
interface FittingFile {
  readonly plan: readonly { ref: string; en: string; cy: string; summary: string; crynodeb: string }[];
  readonly questions: Readonly<Record<'plan' | 'bundled', Readonly<Record<Locale, Asked>>>>;
}
type Class = 'in' | 'near' | 'far';
interface Example {
  readonly question: string;
  readonly locale: Locale;
  readonly class: Class;
  readonly signals: Signals;
  /** Whether what came first is what was wanted. */
  readonly right: boolean;
}

type Vector = readonly [bias: number, score: number, coverage: number, perWord: number, known: number];

function vectorOf({ score, coverage, perWord, known }: Signals): Vector {
  return [1, score, coverage, perWord, known];
}

function examplesOf(
  library: Library,
  vocabulary: Vocabulary,
  locale: Locale,
  asked: Asked,
): readonly Example[] {
  const ask = createEngine(library, vocabulary);
  const wrong = (question: string, of: Class): readonly Example[] => {
    const { items, facts } = ask(question, { locale, most: 10 });
    const common = { question, locale, class: of, right: false };
    return library.facts.length === 0
      ? [{ ...common, signals: items.signals }]
      : [
          { ...common, signals: items.signals },
          { ...common, signals: facts.signals },
        ];
  };
  const right = asked.in.map(({ q, item }): Example => {
    const { items, facts } = ask(q, { locale, most: 10 });
    const common = { question: q, locale, class: 'in' as const };
    if (item === 'fact') return { ...common, signals: facts.signals, right: facts.matches.length > 0 };
    const first = items.matches[0]?.found;
    const wanted = new Set(typeof item === 'string' ? [item] : item);
    return {
      ...common,
      signals: items.signals,
      right: first !== undefined && (wanted.has(first.id) || first.refs.some((ref) => wanted.has(ref))),
    };
  });
  return [
    ...right,
    ...asked.near.flatMap((question) => wrong(question, 'near')),
    ...asked.far.flatMap((question) => wrong(question, 'far')),
  ];
}

/** Logistic regression by plain descent, each label of equal weight, large coefficients held back a little. */
function fit(examples: readonly Example[]): Vector {
  const rows = examples.map((example) => ({
    x: vectorOf(example.signals),
    y: example.right ? 1 : 0,
    weight: 1 / examples.filter((other) => other.right === example.right).length,
  }));
  let w: Vector = [0, 0, 0, 0, 0];
  for (let step = 0; step < 60_000; step += 1) {
    const slope = [0, 0, 0, 0, 0];
    for (const { x, y, weight } of rows) {
      const chance = 1 / (1 + Math.exp(-dot(w, x)));
      for (let at = 0; at < slope.length; at += 1)
        slope[at] = (slope[at] ?? 0) + weight * (chance - y) * (x[at] ?? 0);
    }
    const next = w.map((value, at) => value - 0.5 * ((slope[at] ?? 0) + (at === 0 ? 0 : 0.002 * value)));
    w = next as unknown as Vector;
  }
  return w;
}

function dot(w: Vector, x: Vector): number {
  return w.reduce((sum, value, at) => sum + value * (x[at] ?? 0), 0);
}

/** The chance that one that should score high does score above one that should not. */
function auroc(high: readonly number[], low: readonly number[]): number {
  let wins = 0;
  for (const a of high) for (const b of low) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / Math.max(1, high.length * low.length);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function report(examples: readonly Example[], chance: (signals: Signals) => number): void {
  for (const locale of ['en', 'cy'] as const) {
    const of = (which: Class): readonly number[] =>
      examples
        .filter((each) => each.locale === locale && each.class === which)
        .map((each) => chance(each.signals));
    const asked = examples.filter((each) => each.locale === locale && each.class === 'in');
    const right = asked.filter((each) => each.right).length;
    process.stdout.write(
      `${locale}: first is right ${right}/${asked.length}; AUROC in:near ${auroc(of('in'), of('near')).toFixed(3)}, in:far ${auroc(of('in'), of('far')).toFixed(3)}\n`,
    );
  }
}

/** Every fifth question is judged by coefficients fitted without it. */
function crossed(examples: readonly Example[]): ReadonlyMap<Example, number> {
  const judged = new Map<Example, number>();
  for (let fold = 0; fold < 5; fold += 1) {
    const w = fit(examples.filter((_, at) => at % 5 !== fold));
    examples.forEach((example, at) => {
      if (at % 5 === fold) judged.set(example, 1 / (1 + Math.exp(-dot(w, vectorOf(example.signals)))));
    });
  }
  return judged;
}

function write(w: Vector, answer: number, closest: number): void {
  const [bias, score, coverage, perWord, known] = w.map((value) => Number(value.toFixed(2)));
  const weights = `{ bias: ${bias}, score: ${score}, coverage: ${coverage}, perWord: ${perWord}, known: ${known} }`;
  writeFileSync(
    OUTPUT,
    `/** Written by \`bench/fit-search.ts\` from the labelled questions of \`${QUESTIONS}\`; not by hand. */\n` +
      `export const COEFFICIENTS = {\n  weights: ${weights},\n` +
      `  thresholds: { answer: ${answer.toFixed(3)}, closest: ${closest.toFixed(3)} },\n};\n`,
  );
}

function planOf(file: FittingFile): Library {
  const plan = 'fitting' as PlanId;
  const items = file.plan.map((each): Item => ({
    id: `fitting/action-${each.ref}` as ItemId,
    plan,
    kind: 'action',
    refs: [each.ref],
    title: { en: each.en, cy: each.cy },
    summary: { en: each.summary, cy: each.crynodeb },
    leads: [],
    addressees: [],
    dueWas: [],
    tags: [],
    audience: 'public',
    source: { document: { en: 'Fitting' }, confidence: 'primary' },
  }));
  return createLibrary(
    [
      {
        plan: {
          id: plan,
          title: { en: 'Fitting' },
          knownAs: { cy: [], en: [] },
          owners: [],
          fictional: true,
          audience: 'public',
          declared: {},
          themes: [],
          notes: [],
          source: { document: { en: 'Fitting' }, confidence: 'primary' },
        },
        items,
        facts: [],
        updates: [],
      },
    ],
    'public',
  );
}

async function bundled(): Promise<Library> {
  const folders = readdirSync(KNOWLEDGE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const packs: Pack[] = [];
  for (const { name } of folders) {
    const loaded = await loadPack(join(KNOWLEDGE, name));
    if (loaded.ok && !loaded.value.plan.fictional) packs.push(loaded.value);
  }
  return createLibrary(packs, 'public');
}

const file = parse(readFileSync(QUESTIONS, 'utf8')) as FittingFile;
const loaded = loadVocabulary(join(KNOWLEDGE, 'vocabulary.yaml'));
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const libraries = { plan: planOf(file), bundled: await bundled() };
const examples = (['plan', 'bundled'] as const).flatMap((which) =>
  (['en', 'cy'] as const).flatMap((locale) =>
    examplesOf(libraries[which], loaded.vocabulary, locale, file.questions[which][locale]),
  ),
);
for (const each of examples) {
  if (each.class === 'in' && !each.right)
    process.stdout.write(`not first: ${each.locale} ${each.question}\n`);
}
process.stdout.write('As it stands\n');
report(examples, chanceOf);
if (!process.argv.includes('--check')) {
  const usable = examples.filter((each) => each.class !== 'in' || each.right);
  const judged = crossed(usable);
  const bySignals = new Map(usable.map((each) => [each.signals, judged.get(each) ?? 0]));
  process.stdout.write('Fitted, each fifth judged by the other four\n');
  report(usable, (signals) => bySignals.get(signals) ?? 0);
  const chances = (which: Class): readonly number[] =>
    usable.filter((each) => each.class === which).map((each) => judged.get(each) ?? 0);
  // Of questions without an answer nineteen in twenty get none as if it were one; of those with one, few are turned away.
  const answer = Math.min(Math.max(0.5, quantile(chances('near'), 0.95)), quantile(chances('in'), 0.2));
  const closest = Math.min(
    answer * 0.6,
    Math.max(quantile(chances('far'), 0.9), quantile(chances('in'), 0.03)),
  );
  for (const which of ['in', 'near', 'far'] as const) {
    const shown = [0.03, 0.1, 0.2, 0.5, 0.8, 0.9, 0.97].map((share) =>
      quantile(chances(which), share).toFixed(2),
    );
    process.stdout.write(`${which}: ${shown.join(' ')}\n`);
  }
  write(fit(usable), answer, closest);
  process.stdout.write(`thresholds: answer ${answer.toFixed(3)}, closest ${closest.toFixed(3)}\n`);
}
