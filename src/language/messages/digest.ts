import type { Ask } from '../../domain/answer.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { Locale } from '../../domain/model.ts';

/** The weekly digest, and setting one up. */
export interface DigestMessages {
  headline(changes: number, from: IsoDate, to: IsoDate): string;
  headlineNone(from: IsoDate, to: IsoDate): string;
  changes(count: number): string;
  completed(count: number): string;
  atRisk(count: number): string;
  overdue(count: number): string;
  dueSoon(count: number): string;
  /** Said under a list of which only the first are shown. */
  more(count: number): string;
  overdueDays(days: number): string;
  oldest(label: string, asAt: string): string;
  withoutStatus(count: number): string;
  coverageLabel: string;
  /** Who set it up is the person themselves or a member of the channel; how to stop it. */
  stopHint: string;
  preview: string;
  /** "every Monday at 09:00 (Europe/London time)" */
  when(schedule: Schedule): string;
  created(when: string, personal: boolean): string;
  replaced(when: string, personal: boolean): string;
  defaulted(which: 'day' | 'time' | 'both'): string;
  next(date: IsoDate): string;
  scopeAll: string;
  /** What the items of a digest are narrowed to. */
  overdueOnly: string;
  /** Less often than every week was asked for. */
  weeklyAtLeast: string;
  noPosts: string;
  fields: {
    readonly what: string;
    readonly languages: string;
    readonly when: string;
    readonly where: string;
    readonly last: string;
    readonly next: string;
  };
  where(personal: boolean): string;
  languages(locales: readonly Locale[]): string;
  list(count: number): string;
  listNone: string;
  paused: string;
  pausedUntil(date: IsoDate): string;
  resumeHint: string;
  resumed: string;
  /** It was asked to go on and had not been paused. */
  notPaused: string;
  notSentYet: string;
  stopped(count: number): string;
  nothingToStop: string;
  unreachable(when: string): string;
  unreachableHow: string;
  asks: { readonly preview: Ask; readonly stop: Ask; readonly resume: Ask };
}
