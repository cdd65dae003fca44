import { compareDates, daysBetween, lastDay, type IsoDate, type SourceDate } from './dates.ts';
import type { Item, ProgressUpdate, Standing } from './model.ts';

/** What may be said about an item today. Not knowing is an answer too, and never "not started". */
export type StatusReport =
  | {
      readonly known: true;
      readonly latest: ProgressUpdate;
      readonly ageDays: number;
      readonly overdue: boolean;
    }
  | { readonly known: false; readonly overdue: boolean };

/** One move of an item's standing within a window. `from` is absent where nothing was published before. */
export interface Change {
  readonly item: Item;
  readonly from?: ProgressUpdate;
  readonly to: ProgressUpdate;
}

const CLOSED: readonly Standing['stage'][] = ['completed', 'cancelled', 'carried_forward'];

/** True where nothing more is awaited by the due date: completed, cancelled or carried forward. */
export function isClosed(standing: Standing): boolean {
  return CLOSED.includes(standing.stage);
}

/** Orders statements by when they were true, then by when we learnt them; oldest first. */
export function oldestFirst(a: ProgressUpdate, b: ProgressUpdate): number {
  const byDate = compareDates(a.asAt, b.asAt);
  if (byDate !== 0) return byDate;
  if (a.recorded === b.recorded) return 0;
  return a.recorded < b.recorded ? -1 : 1;
}

/**
 * The statement that holds on `day`: the latest `asAt` at or before it, `recorded` breaking ties, so that a correction
 * made the same day wins and a back-dated update never displaces a newer fact. Undefined where none holds.
 * A statement as at a month or year holds from the last day of that period, by which it orders.
 */
export function latestAt(updates: readonly ProgressUpdate[], day: IsoDate): ProgressUpdate | undefined {
  let latest: ProgressUpdate | undefined;
  for (const update of updates) {
    if (lastDay(update.asAt) > day) continue;
    if (!latest || oldestFirst(latest, update) <= 0) latest = update;
  }
  return latest;
}

/** Due date past, and not completed, cancelled or carried forward; also where no status is published. */
export function isOverdue(
  due: SourceDate | undefined,
  standing: Standing | undefined,
  today: IsoDate,
): boolean {
  if (due === undefined || lastDay(due) >= today) return false;
  return standing === undefined || !isClosed(standing);
}

/** The status to report for `item` on `today`, from the statements about it in any order. */
export function statusOf(item: Item, updates: readonly ProgressUpdate[], today: IsoDate): StatusReport {
  const latest = latestAt(updates, today);
  const overdue = isOverdue(item.due, latest?.standing, today);
  if (!latest) return { known: false, overdue };
  return { known: true, latest, ageDays: Math.max(0, daysBetween(lastDay(latest.asAt), today)), overdue };
}

/** Equal stage and rating: a repeated standing is no change. */
export function sameStanding(a: Standing, b: Standing): boolean {
  return a.stage === b.stage && a.rating === b.rating;
}

/** One move of anything that statements are about. `from` is absent where nothing was published before. */
export interface Move {
  readonly from?: ProgressUpdate;
  readonly to: ProgressUpdate;
}

/**
 * The moves between two days, both included, by `asAt`, oldest first; a repeated standing is left out. Of several
 * statements as at the same date the one recorded last holds, so a correction is no move of its own.
 */
export function movesOf(updates: readonly ProgressUpdate[], from: IsoDate, to: IsoDate): readonly Move[] {
  const moves: Move[] = [];
  const sorted = [...updates].sort(oldestFirst);
  const holding = sorted.filter((update, index) => sorted[index + 1]?.asAt !== update.asAt);
  let before: ProgressUpdate | undefined;
  for (const update of holding) {
    const day = lastDay(update.asAt);
    if (day > to) break;
    const moved = !before || !sameStanding(before.standing, update.standing);
    if (moved && day >= from) moves.push({ to: update, ...(before && { from: before }) });
    before = update;
  }
  return moves;
}

/** The moves of one item, as `movesOf` gives them. */
export function changesOf(
  item: Item,
  updates: readonly ProgressUpdate[],
  from: IsoDate,
  to: IsoDate,
): readonly Change[] {
  return movesOf(updates, from, to).map((move) => ({ item, ...move }));
}

/** At risk, off track, or its date missed with risk: what a summary brings to notice. Only work under way is rated. */
export function isAtRisk(report: StatusReport): boolean {
  const rating = report.known ? report.latest.standing.rating : undefined;
  return rating === 'at_risk' || rating === 'off_track' || rating === 'date_missed_with_risk';
}
