import type { IsoDate, SourceDate } from '../../domain/dates.ts';

/** What changed, how an item has gone, how it stood. */
export interface TimeMessages {
  changes(count: number, from: IsoDate, to: IsoDate): string;
  noChanges(from: IsoDate, to: IsoDate): string;
  moved(before: string, beforeAsAt: string, after: string, afterAsAt: string): string;
  first(after: string, afterAsAt: string): string;
  recordedSince(count: number): string;
  planStatement(title: string): string;
  themeStatement(title: string): string;
  history(label: string, count: number): string;
  historyNone(label: string): string;
  historyMany(count: number): string;
  dueMoved(from: string, to: SourceDate): string;
  dueOnly(date: SourceDate): string;
  asAt(label: string, day: IsoDate, words: string, asAt: string): string;
  asAtNone(label: string, day: IsoDate): string;
  asAtMany(day: IsoDate): string;
}
