import type { IsoDate, SourceDate } from '../../domain/dates.ts';
import type { Aspect } from '../../domain/intent.ts';
import type { ItemKind } from '../../domain/model.ts';

/** Plans, their themes, how they stand, what is held of them, and facts about them. */
export interface PlanMessages {
  headline(title: string, owners: string | undefined, published: SourceDate | undefined): string;
  plans(count: number): string;
  noPlans: string;
  fields: {
    readonly owners: string;
    readonly published: string;
    readonly themes: string;
    readonly held: string;
    readonly atRisk: string;
    readonly overdue: string;
    readonly nextDue: string;
    readonly oldest: string;
    readonly standing: string;
    readonly withoutStatus: string;
    readonly title: string;
  };
  ownersLine(owners: string): string;
  publishedLine(date: SourceDate): string;
  holding(declared: string | undefined, held: string): string;
  fictional(titles: string): string;
  themesHeadline(title: string, count: number): string;
  themesNone(title: string): string;
  themesAll(count: number): string;
  themeLabel(ref: string): string;
  themeItems(count: number): string;
  statusHeadline(title: string, counts: string): string;
  statusUnpublished(title: string): string;
  statusStated(title: string, words: string, asAt: string): string;
  statusThemes(title: string, count: number): string;
  statusAll(count: number): string;
  statusTheme(theme: string, counts: string): string;
  progressTitle(title: string): string;
  progressWords(counts: string): string;
  /** Where the headline has said the counts. */
  progressTotal(count: number): string;
  progressCount(label: string, count: number): string;
  oldest(label: string, asAt: string): string;
  atRiskHeading: string;
  overdueHeading: string;
  themesHeading: string;
  statementsHeading: string;
  coverageHeadline(title: string): string;
  coverageAll(count: number): string;
  coverageRow(kind: ItemKind, declared: number | undefined, held: number, withoutStatus: number): string;
  /** Of a plan of which no item is held. */
  coverageFacts(count: number): string;
  coverageWhole: string;
  coverageGap(kind: ItemKind, missing: number): string;
  coverageChildren(count: number): string;
  readAt(source: string): string;
  compareHeadline(titles: string): string;
  compareNothing(title: string): string;
  factHeadline(title: string, text: string): string;
  factDated(date: SourceDate): string;
  factUndated: string;
  /** Of one plan among several. */
  factOf(title: string, dated: string): string;
  factNotTied: string;
  /** After a date: the source does not tie the fact to the plan. */
  factLoose(dated: string): string;
  factClosest: string;
  factOwners(title: string, owners: string): string;
  factPublished(title: string, date: SourceDate): string;
  factTitle(title: string): string;
  factSummary(title: string, summary: string): string;
  factSource(source: string): string;
  factMissing(title: string): string;
  factMissingAll: string;
  lacks(title: string, aspect: Aspect): string;
  defaultSet(title: string): string;
  defaultCleared: string;
  notHeldItem(label: string, title: string, declared: string, held: string): string;
  /** The plan numbers its items in another way: "1.1, 1.2". */
  notHeldNumbers(
    label: string,
    title: string,
    kinds: string,
    numbers: string,
    declared: string,
    held: string,
  ): string;
  notHeldList(title: string, declared: string, held: string): string;
  notHeldMany(titles: string): string;
  heldWithoutNumbers(count: string): string;
  asAtScope(title: string, day: IsoDate, counts: string): string;
  asAtScopeNone(title: string, day: IsoDate): string;
}
