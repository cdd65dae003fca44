import type { IsoDate, SourceDate } from '../../domain/dates.ts';
import type { Aspect } from '../../domain/intent.ts';
import type { ItemKind, Locale } from '../../domain/model.ts';

/** One item and lists of items. */
export interface ItemMessages {
  /** `plan` only where several plans are shown. */
  label(kind: ItemKind, ref: string | undefined, plan: string | undefined): string;
  headline(label: string, title: string): string;
  fields: {
    readonly plan: string;
    readonly title: string;
    readonly theme: string;
    readonly leads: string;
    readonly addressees: string;
    readonly due: string;
    readonly dueWas: string;
    readonly response: string;
    readonly otherRefs: string;
    readonly note: string;
    readonly reason: string;
    readonly mitigation: string;
    readonly assessedBy: string;
    readonly confidence: string;
    readonly matched: string;
  };
  assessedBy(who: 'third_party' | 'pack_editor'): string;
  primary: string;
  leadLine(names: string): string;
  dueLine(date: SourceDate): string;
  themeLine(theme: string): string;
  addresseeLine(names: string): string;
  reasonLine(reason: string): string;
  mitigationLine(mitigation: string): string;
  responseLine(response: string): string;
  overdue(due: SourceDate): string;
  overdueUnpublished(due: SourceDate): string;
  publisherLabel(words: string, label: string): string;
  /** Headlines for one thing asked of one item. */
  leads(label: string, names: string): string;
  addressees(label: string, names: string): string;
  due(label: string, date: SourceDate): string;
  dueOverdue(label: string, date: SourceDate): string;
  status(label: string, words: string, asAt: string): string;
  statusUnpublished(label: string): string;
  reason(label: string, reason: string): string;
  mitigation(label: string, mitigation: string): string;
  response(label: string, response: string): string;
  age(label: string, asAt: string): string;
  theme(label: string, theme: string): string;
  source(label: string, source: string): string;
  confidence(label: string, confidence: string): string;
  match(label: string, words: string): string;
  /** Why it, or they, were shown: the parts of what was asked for. */
  why(label: string, reasons: string): string;
  whyNumber: string;
  whyOverdue(today: IsoDate): string;
  whyDue(from: IsoDate, to: IsoDate): string;
  whyChanged(from: IsoDate, to: IsoDate): string;
  /** The pack does not give what was asked. */
  lacks(label: string, aspect: Aspect): string;
  childrenHeading(count: number): string;
  onlyIn(locale: Locale): string;
  alsoDeclaredBy(plans: string): string;
  /** The plan has none of the kind asked for; what is shown is of another. */
  otherKind(kinds: string): string;
  missing(refs: string): string;
  found(count: number): string;
  /** How several items stand, were asked after together. */
  several(count: number): string;
  heldByMany(ref: string, count: number): string;
  closest: string;
  topic(count: number): string;
  alsoFacts: string;
  list(count: number, kind: ItemKind | undefined): string;
  listDue(count: number, from: IsoDate, to: IsoDate): string;
  listOverdue(count: number, today: IsoDate): string;
  listNone(kind: ItemKind | undefined): string;
  listOverdueNone(today: IsoDate): string;
  listDueNone(from: IsoDate, to: IsoDate): string;
  showing(first: number, last: number, total: number): string;
  noMore: string;
  alsoChildren(count: number): string;
  heldOf(plan: string, held: number, declared: number, kind: ItemKind): string;
  heldOfMany(plans: string): string;
  withoutStatus(count: number): string;
  ungrouped: string;
}
