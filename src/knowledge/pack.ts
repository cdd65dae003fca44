import type { Fact, Item, ItemId, ItemKind, Plan, PlanId, ProgressUpdate, ThemeId } from '../domain/model.ts';
import type { Vocabulary } from './vocabulary-entries.ts';

/** One plan with all that is held about it, checked: what a folder of `knowledge/` becomes. */
export interface Pack {
  readonly plan: Plan;
  /** In document order. */
  readonly items: readonly Item[];
  readonly facts: readonly Fact[];
  readonly updates: readonly ProgressUpdate[];
  /** Words of its own, in force for its plan. */
  readonly vocabulary?: Vocabulary;
}

/** `<plan>/<kind>-<ref>`; spaces within a ref become hyphens, for an id is one word. */
export function itemIdOf(plan: PlanId, kind: ItemKind, ref: string): ItemId {
  return `${plan}/${kind}-${oneWord(ref)}` as ItemId;
}

/** `<plan>/theme-<ref>` */
export function themeIdOf(plan: PlanId, ref: string): ThemeId {
  return `${plan}/theme-${oneWord(ref)}` as ThemeId;
}

function oneWord(ref: string): string {
  return ref.trim().replace(/\s+/g, '-');
}
