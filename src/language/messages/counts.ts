import type { ItemKind } from '../../domain/model.ts';

/** How many. */
export interface CountMessages {
  declared(plan: string, kind: ItemKind, declared: number, held: number): string;
  /** Several kinds of one plan; `declared` is undefined where the document gives no number. */
  declaredMany(plan: string, declared: string | undefined, held: string): string;
  heldOnly(plan: string, kind: ItemKind, held: number): string;
  all(plans: number, declared: string, held: string): string;
  row(kind: ItemKind, plan: string | undefined): string;
  rowValue(declared: number | undefined, held: number): string;
  matching(count: number, kind: ItemKind | undefined): string;
  none(kind: ItemKind | undefined): string;
  children(count: number): string;
  ofHeld(held: number): string;
}
