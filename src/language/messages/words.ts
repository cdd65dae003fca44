import type { IsoDate, SourceDate } from '../../domain/dates.ts';
import type { Confidence, ItemKind, Locale, Response, Standing } from '../../domain/model.ts';

/** Dates, counts and the names of things: finished phrases that sentences may carry after a colon or in a field. */
export interface WordMessages {
  date(date: SourceDate | IsoDate): string;
  /** "on 13 March 2024", "in February 2025". */
  at(date: SourceDate | IsoDate): string;
  asAt(date: SourceDate): string;
  asAtAged(date: SourceDate, ageDays: number): string;
  age(days: number): string;
  /** "from 1 March 2026 to 31 May 2026", "on 22 November 2026", "after …" where it has no end, "up to …" where no beginning. */
  window(from: IsoDate, to: IsoDate): string;
  /** The same at the beginning of a sentence. */
  windowFirst(from: IsoDate, to: IsoDate): string;
  names(names: readonly string[]): string;
  /** Phrases that may hold commas, one after the other. */
  series(phrases: readonly string[]): string;
  kind(kind: ItemKind): string;
  /** "actions"; without a kind "items". */
  kinds(kind?: ItemKind): string;
  /** "8 actions"; without a kind "8 items". */
  count(count: number, kind?: ItemKind): string;
  children(count: number): string;
  facts(count: number): string;
  plans(count: number): string;
  themes(count: number): string;
  statements(count: number): string;
  standing(standing: Standing): string;
  response(response: Response): string;
  confidence(confidence: Exclude<Confidence, 'primary'>): string;
  language(locale: Locale): string;
  notPublished: string;
}
