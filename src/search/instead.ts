import type { Locale, PlanId } from '../domain/model.ts';
import type { InvertedIndex } from './inverted-index.ts';
import { termIn } from './look-up.ts';
import type { Relation, Sense, Thesaurus } from './thesaurus.ts';

/** One way in which a document may fulfil a part of the question: all these terms of one index. */
export interface Variant {
  readonly index: InvertedIndex;
  readonly terms: readonly number[];
  /** 1: as typed. */
  readonly weight: number;
}
/** What the vocabulary says instead of a stretch of words. */
export interface Instead extends Variant {
  readonly text: string;
  readonly relation: Relation;
  /** The plan whose own word it is; undefined leads to any. */
  readonly plan: PlanId | undefined;
  /** Which documents it may lead to; undefined leads to any. */
  readonly within: ((document: number) => boolean) | undefined;
}
export type Indexes = Readonly<Record<Locale, InvertedIndex>>;

const MOST_INSTEAD = 24;

/** What the vocabulary offers for an entry that the texts really have, worked out once for each. */
export function createInstead(
  indexes: Indexes,
  thesaurus: Thesaurus,
  isOf: (document: number, plan: PlanId) => boolean,
) {
  const made = new Map<string, readonly Instead[]>();
  const ofEntry = (entry: number, locale: Locale): readonly Instead[] => {
    const key = `${locale} ${entry}`;
    const held = made.get(key);
    if (held) return held;
    const found = thesaurus
      .wordings(entry, locale)
      .flatMap(({ text, words, weight, relation, plan, locale: said }) => {
        const index = indexes[said];
        const terms = words.map((word) => termIn(index, word));
        const whole = terms.length > 0 && terms.every((term) => term !== undefined);
        const within = plan && ((document: number) => isOf(document, plan));
        return whole ? [{ index, terms, weight, text, relation, plan, within }] : [];
      });
    const once = withoutRepeats(found);
    made.set(key, once);
    return once;
  };
  return (sense: Sense, locale: Locale): readonly Instead[] =>
    sense.entries.flatMap((entry) => ofEntry(entry, locale)).slice(0, MOST_INSTEAD);
}

/** Many wordings come to the same terms ("recruit", "recruiting"): the first, which weighs most, stands for all. */
function withoutRepeats(found: readonly Instead[]): readonly Instead[] {
  const once = new Map<string, Instead>();
  for (const instead of [...found].sort((a, b) => b.weight - a.weight)) {
    const key = `${instead.index.locale} ${instead.terms.join(' ')} ${instead.plan ?? ''}`;
    if (!once.has(key)) once.set(key, instead);
  }
  return [...once.values()];
}
