import type { Distress } from '../domain/intent.ts';
import { featuresOf } from './distress/features.ts';
import { createIdeas, type IdeaWords } from './distress/ideas.ts';
import { type Model, scoresOf, type Sums, sumsOf } from './distress/model.ts';
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
    return { ideas: named, sums: sumsOf(featuresOf(words, named), model) };
  };
  return (text) => {
    const parts = partsOf(text).map(partFrom);
    const found = [
      ...parts.flatMap((part) => byRules(part, rules)),
      ...unitsOf(parts).flatMap((unit) => byModel(unit, model)),
    ];
    return GRAVEST_FIRST.map(([severity, about]) =>
      found.find((one) => one.severity === severity && one.about === about),
    ).find((one) => one !== undefined);
  };
}

const GRAVEST_FIRST = (['immediate', 'high', 'low'] as const).flatMap(
  (severity) =>
    [
      [severity, 'self'],
      [severity, 'other'],
    ] as const,
);

function byRules({ ideas }: Part, rules: readonly Rule[]): readonly Distress[] {
  return rules
    .filter((rule) => follow(rule.ideas, ideas) && !rule.unless?.some((idea) => ideas.includes(idea)))
    .map(({ severity, about }) => ({ severity, about: about ?? whomBy(ideas) ?? 'self' }));
}

function follow(wanted: readonly string[], ideas: readonly string[]): boolean {
  let at = 0;
  for (const idea of ideas) if (idea === wanted[at]) at += 1;
  return at === wanted.length;
}

function byModel(unit: readonly Part[], model: Model): readonly Distress[] {
  const scores = scoresOf(
    unit.map(({ sums }) => sums),
    model,
  );
  if (scores.distress <= 0) return [];
  const severity = scores.now > 0 ? 'immediate' : scores.grave > 0 ? 'high' : 'low';
  const about = whomBy(unit.flatMap(({ ideas }) => ideas)) ?? (scores.other > 0 ? 'other' : 'self');
  return [{ severity, about }];
}

/** Of whom it is where only the person, or only somebody else, is named. */
function whomBy(ideas: readonly string[]): Distress['about'] | undefined {
  const [own, others] = [ideas.includes('me'), ideas.includes('somebody') || ideas.includes('them')];
  if (own === others) return undefined;
  return own ? 'self' : 'other';
}
