import type { Distress } from '../domain/intent.ts';
import { featuresOf } from './distress/features.ts';
import { createIdeas, type IdeaWords } from './distress/ideas.ts';
import { type Model, type Scores, scoresOf, type Sums, sumsOf } from './distress/model.ts';
import { partsOf, unitsOf } from './distress/parts.ts';

/** Ideas that show distress where a sentence names them in this order, and none of `unless`. */
interface Rule {
  readonly severity: Distress['severity'];
  readonly about?: Distress['about'];
  readonly ideas: readonly string[];
  readonly unless?: readonly string[];
}

/** The reviewed file of words, as `distress.yaml` holds it. */
export interface DistressWording {
  readonly ideas: IdeaWords;
  readonly rules: readonly Rule[];
}

/** Tells the distress that a message shows, the gravest first, or undefined. */
export type DistressReader = (text: string) => Distress | undefined;

interface Part {
  readonly words: number;
  readonly ideas: readonly string[];
  readonly sums: Sums;
}

/**
 * Reads distress by the reviewed rules first, and where none fits by the fitted model over the same ideas, the words and
 * their letters: rules alone know only what somebody thought of, weights alone promise nothing of any one sentence.
 */
export function createDistressReader({ ideas, rules }: DistressWording, model: Model): DistressReader {
  const ideasIn = createIdeas(ideas);
  const partFrom = (words: readonly string[]): Part => {
    const named = ideasIn(words);
    return { words: words.length, ideas: named, sums: sumsOf(featuresOf(words, named), model) };
  };
  return (text) => {
    const parts = partsOf(text).map(partFrom);
    const found = [
      ...parts.flatMap((part) => byRules(part, rules, model)),
      ...unitsOf(parts).flatMap((unit) => byModel(unit, model)),
    ];
    return GRAVEST_FIRST.map(([severity, about]) =>
      found.find((one) => one.severity === severity && one.about === about),
    ).find((one) => one !== undefined);
  };
}

/** One word alone is weighed by nothing: "empty" is also a filter. */
const FEWEST_WORDS = 2;

const GRAVEST_FIRST = (['immediate', 'high', 'low'] as const).flatMap(
  (severity) =>
    [
      [severity, 'self'],
      [severity, 'other'],
    ] as const,
);

function byRules(part: Part, rules: readonly Rule[], model: Model): readonly Distress[] {
  const fitting = rules.filter(
    ({ ideas, unless }) => follow(ideas, part.ideas) && !unless?.some((idea) => part.ideas.includes(idea)),
  );
  if (fitting.length === 0) return [];
  const whom = whomOf([part], scoresOf([part.sums], model));
  return fitting.map(({ severity, about }) => ({ severity, about: about ?? whom }));
}

function follow(wanted: readonly string[], ideas: readonly string[]): boolean {
  let at = 0;
  for (const idea of ideas) if (idea === wanted[at]) at += 1;
  return at === wanted.length;
}

function byModel(unit: readonly Part[], model: Model): readonly Distress[] {
  if (unit.reduce((sum, { words }) => sum + words, 0) < FEWEST_WORDS) return [];
  const scores = scoresOf(
    unit.map(({ sums }) => sums),
    model,
  );
  if (scores.distress <= 0) return [];
  const severity = scores.now > 0 ? 'immediate' : scores.grave > 0 ? 'high' : 'low';
  return [{ severity, about: whomOf(unit, scores) }];
}

/** The person, or somebody else, where only one of them is named; else as weighed. */
function whomOf(unit: readonly Part[], scores: Scores): Distress['about'] {
  const names = (...wanted: readonly string[]): boolean =>
    unit.some(({ ideas }) => wanted.some((idea) => ideas.includes(idea)));
  const [own, others] = [names(...OWN), names(...OTHERS)];
  if (own === others) return scores.other > 0 ? 'other' : 'self';
  return own ? 'self' : 'other';
}
const OWN = ['me', 'own-death', 'own-harm'];
const OTHERS = ['somebody', 'them', 'their-death', 'their-harm'];
