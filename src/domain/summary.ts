import type { DateWindow } from './dates.ts';
import type { Coverage, Item, Plan, ProgressUpdate } from './model.ts';
import type { Change, StatusReport } from './status.ts';

/** An item and how it stands on the last day of the window. */
export interface ItemStatus {
  readonly item: Item;
  readonly status: StatusReport;
}

/** What a digest says, before it is put in words. Each list is whole and in the order shown. */
export interface DigestSummary {
  readonly plans: readonly Plan[];
  readonly window: DateWindow;
  /** Oldest first; the completed ones are apart. */
  readonly changes: readonly Change[];
  readonly completed: readonly Change[];
  /** At risk, off track, or a date missed with risk. */
  readonly atRisk: readonly ItemStatus[];
  /** Longest overdue first. */
  readonly overdue: readonly ItemStatus[];
  /** Soonest first. */
  readonly dueSoon: readonly ItemStatus[];
  /** The statement that has gone longest without a newer one, of items not closed. */
  readonly oldest?: { readonly item: Item; readonly update: ProgressUpdate; readonly ageDays: number };
  readonly withoutStatus: number;
  readonly coverage: readonly { readonly plan: Plan; readonly rows: readonly Coverage[] }[];
}
