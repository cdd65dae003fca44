import type { ItemKind } from '../domain/model.ts';
import type { Concept, Heard } from './concepts.ts';
import type { Hearing } from './hearing.ts';
import type { Lexicon } from './lexicon.ts';
import type { PlanMention } from './plan-names.ts';
import type { Token } from './tokens.ts';

/** A question in which numbers of items may be quoted. */
export interface Place {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly heard: readonly Heard[];
  readonly plans: readonly PlanMention[];
  readonly lexicon: Lexicon;
  readonly hearing: Hearing;
}

/** Words between the ends of a range, and between the parts of a list. */
export const RANGE_WORDS = new Set(['to', 'i', 'at', 'hyd', 'until', 'through', 'thru', 'a']);
export const LIST_WORDS = new Set(['and', 'or', 'a', 'ac', 'neu', 'then', 'the']);
export const KINDS: Readonly<Partial<Record<Concept, ItemKind>>> = {
  action: 'action',
  recommendation: 'recommendation',
  call: 'call-to-action',
};

export function wordAt({ tokens }: Place, at: number): string {
  return tokens[at]?.word ?? '';
}
export function isInPlan({ plans }: Place, at: number): boolean {
  return plans.some((plan) => plan.at.includes(at));
}
/** A word for a kind of item, or for "number". */
export function isKindWord({ heard }: Place, at: number): boolean {
  return heard.some(
    ({ concept, at: places }) =>
      (KINDS[concept] !== undefined || concept === 'item' || concept === 'number') && places.includes(at),
  );
}
