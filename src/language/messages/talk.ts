import type { ItemKind, Nation } from '../../domain/model.ts';
import type { Smalltalk } from '../../domain/intent.ts';

/** What is said beside the plans: gaps, help, courtesy, human help, refusals, faults. */
export interface TalkMessages {
  notFound: string;
  notFoundIn(title: string): string;
  notFoundRef(ref: string): string;
  notFoundAbove(ref: string, kind: ItemKind | undefined, highest: number, title: string): string;
  /** What to ask instead, so that nobody is left at a dead end. */
  notFoundNext: string;
  nearby: string;
  planHolds(title: string, declared: string, held: string): string;
  outOfScope: string;
  outOfScopeHint: string;
  unclear: Readonly<Record<'empty' | 'symbols' | 'nothing-to-point-at' | 'no-words', string>>;
  mended(typed: string, read: string): string;
  vocabulary(typed: string, read: string): string;
  assumedPlan(title: string): string;
  /** These words of the question narrowed nothing. */
  unused(typed: string): string;
  /** The words were all that was asked for, and found nothing. */
  nothingFor(typed: string): string;
  plansHeld: (titles: readonly string[]) => string;
  notOnTrack: string;
  help: {
    readonly headline: string;
    readonly plans: string;
    readonly items: string;
    readonly progress: string;
    readonly time: string;
    readonly digest: string;
    readonly language: string;
    readonly honesty: string;
    readonly digestHeadline: string;
    readonly digestHow: string;
    readonly digestStop: string;
    readonly languageHeadline: string;
    readonly languageHow: string;
    readonly searchHeadline: string;
    readonly searchHow: string;
    readonly searchBands: string;
  };
  smalltalk: Readonly<Record<Smalltalk, string>>;
  smalltalkHint: string;
  language: {
    readonly set: string;
    readonly both: string;
  };
  signpost: {
    readonly immediateSelf: string;
    readonly immediateOther: string;
    readonly highSelf: string;
    readonly highOther: string;
    readonly lowSelf: string;
    readonly lowOther: string;
    readonly lines: string;
    readonly other: string;
    readonly bot: string;
    readonly elsewhere: Readonly<Record<Nation, string>>;
    line(phone: string, how: string): string;
  };
  refused: {
    readonly progress: string;
    readonly subscription: string;
    readonly other: string;
    who(names: string): string;
  };
  apology(faultId: string): string;
  apologyNext: string;
  sources: string;
  sourceLine(
    document: string,
    published: string | undefined,
    locator: string | undefined,
    confidence: string | undefined,
  ): string;
  asks: string;
}
