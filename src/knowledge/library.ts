import type {
  Audience,
  Coverage,
  Fact,
  Item,
  ItemId,
  ItemKind,
  Plan,
  PlanId,
  ProgressUpdate,
  Subject,
  Theme,
  ThemeId,
} from '../domain/model.ts';

import type { Vocabulary } from './vocabulary-entries.ts';

export type { Coverage };

/**
 * All that may be said to one audience, at one moment; immutable, so an answer never sees half a change.
 * Everything above the audience is absent: not found, not listed, not counted.
 */
export interface Library {
  readonly audience: Audience;
  /** Changes whenever the content does. */
  readonly version: string;
  readonly plans: readonly Plan[];
  /** All items in document order, children after their parent. */
  readonly items: readonly Item[];
  readonly facts: readonly Fact[];
  /** Words that the packs bring, each in force for its plan; none where left out. */
  readonly vocabulary?: Vocabulary;
  plan(id: PlanId): Plan | undefined;
  theme(id: ThemeId): Theme | undefined;
  item(id: ItemId): Item | undefined;
  itemsOf(plan: PlanId): readonly Item[];
  childrenOf(item: ItemId): readonly Item[];
  factsOf(plan: PlanId): readonly Fact[];
  /** Statements about an item, a theme or a plan, oldest first. */
  updatesOf(subject: Subject): readonly ProgressUpdate[];
  /** Held items with that number, best first; spaces, hyphens, case and a leading `#` do not matter. */
  byRef(ref: string, kind?: ItemKind, plan?: PlanId): readonly Item[];
  /** One row for each kind that the plan declares or holds. */
  coverageOf(plan: PlanId): readonly Coverage[];
}
