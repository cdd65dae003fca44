import type { Instant, SourceDate } from './dates.ts';

export type Locale = 'cy' | 'en';
/** Text as published: both languages where both exist, never neither. */
export type LocalText =
  | { readonly cy: string; readonly en: string }
  | { readonly cy: string; readonly en?: undefined }
  | { readonly en: string; readonly cy?: undefined };

/** `wales-mh-workforce-2022`: also the name of the pack's folder. */
export type PlanId = string & { readonly __brand: 'PlanId' };
/** `<plan>/theme-<ref>` */
export type ThemeId = string & { readonly __brand: 'ThemeId' };
/** `<plan>/<kind>-<ref>` */
export type ItemId = string & { readonly __brand: 'ItemId' };
/** What a statement of progress is about. */
export type Subject = PlanId | ThemeId | ItemId;

/** Who may be told: `staff` is never said or counted where only `public` is cleared. */
export type Audience = 'public' | 'staff';
/** Of a source: anything but primary is said in the answer. */
export type Confidence = 'primary' | 'secondary' | 'derived';

/** Where a fact was read, precise enough for a reader to check it. */
export interface Source {
  readonly document: LocalText;
  readonly published?: SourceDate;
  /** Page, section or row, as printed. */
  readonly locator?: string;
  readonly url?: string;
  readonly confidence: Confidence;
}

export type ItemKind = 'action' | 'recommendation' | 'call-to-action';
export const ITEM_KINDS: readonly ItemKind[] = ['action', 'recommendation', 'call-to-action'];

export interface Theme {
  readonly id: ThemeId;
  readonly plan: PlanId;
  /** As the document numbers it; the pack's own order number where it does not. */
  readonly ref: string;
  readonly title: LocalText;
  readonly aim?: LocalText;
  /** A caution that goes with the theme wherever it is named, such as "named in the parent strategy". */
  readonly note?: LocalText;
  readonly source: Source;
}

export interface Plan {
  readonly id: PlanId;
  readonly title: LocalText;
  /** Other names people use, Welsh and English. */
  readonly knownAs: Readonly<Record<Locale, readonly string[]>>;
  readonly summary?: LocalText;
  readonly owners: readonly LocalText[];
  readonly published?: SourceDate;
  /** An invented plan for demonstrations: every answer about it says so. */
  readonly fictional: boolean;
  readonly audience: Audience;
  /** How many the document says it has; may exceed what the pack holds. Top-level items only. */
  readonly declared: Readonly<Partial<Record<ItemKind, number>>>;
  readonly themes: readonly Theme[];
  /** Cautions about the plan as a whole that belong beside its summary and coverage. */
  readonly notes: readonly LocalText[];
  /** What people may be told when they ask for what the pack does not hold: where it can be read. */
  readonly source: Source;
}

/** Of the body a recommendation was addressed to; apart from its standing. */
export type Response = 'accepted' | 'accepted_in_principle' | 'partly_rejected' | 'rejected';

/** An action, a recommendation or a call to action; a child (sub-action, milestone) names its parent. */
export interface Item {
  readonly id: ItemId;
  readonly plan: PlanId;
  readonly kind: ItemKind;
  readonly theme?: ThemeId;
  readonly parent?: ItemId;
  /** Numbers people quote, as printed: `4.2`, `R7`. The first is the one shown. Empty where the document gives none that we hold. */
  readonly refs: readonly string[];
  readonly title: LocalText;
  readonly summary?: LocalText;
  readonly leads: readonly LocalText[];
  /** Whom it is addressed to. */
  readonly addressees: readonly LocalText[];
  readonly due?: SourceDate;
  /** Earlier due dates, oldest first. */
  readonly dueWas: readonly SourceDate[];
  readonly response?: Response;
  readonly tags: readonly string[];
  readonly audience: Audience;
  /** A caution shown with the item, such as "this key is ours, not the report's". */
  readonly note?: LocalText;
  readonly source: Source;
}

export type Rating = 'on_track' | 'at_risk' | 'off_track' | 'date_missed_no_risk' | 'date_missed_with_risk';
export type Stage = 'not_started' | 'in_progress' | 'completed' | 'on_hold' | 'cancelled' | 'carried_forward';
export const STAGES: readonly Stage[] = [
  'not_started',
  'in_progress',
  'completed',
  'on_hold',
  'cancelled',
  'carried_forward',
];
export const RATINGS: readonly Rating[] = [
  'on_track',
  'at_risk',
  'off_track',
  'date_missed_no_risk',
  'date_missed_with_risk',
];
/** A rating only makes sense while work is under way. */
export type Standing =
  | { readonly stage: 'in_progress'; readonly rating?: Rating }
  | { readonly stage: Exclude<Stage, 'in_progress'>; readonly rating?: undefined };

/** One dated statement about an item, a theme or a plan. Appended, never edited. */
export interface ProgressUpdate {
  readonly subject: Subject;
  readonly standing: Standing;
  /** The publisher's own word for it. */
  readonly sourceLabel?: string;
  readonly note?: LocalText;
  readonly reason?: LocalText;
  readonly mitigation?: LocalText;
  readonly assessedBy: 'owner' | 'third_party' | 'pack_editor';
  /** When it was true, as exact as the source. */
  readonly asAt: SourceDate;
  /** The moment we learnt it. */
  readonly recorded: Instant;
  readonly audience: Audience;
  readonly source: Source;
}

/** A dated, sourced statement about a plan that is no item. */
export interface Fact {
  readonly plan: PlanId;
  /** One of the topics people ask for (`funding`, `publication`, …) or the pack's own word. */
  readonly topic: string;
  readonly date?: SourceDate;
  readonly text: LocalText;
  /** Words people may use for it that the text does not contain. */
  readonly tags: readonly string[];
  /** Whether the source itself ties the fact to the plan; said when it does not. Undefined where the question does not arise. */
  readonly tiedToPlan?: boolean;
  readonly audience: Audience;
  readonly source: Source;
}

/** How much of what a document says it has the pack holds. Both count items without a parent. */
export interface Coverage {
  readonly kind: ItemKind;
  /** Undefined where the document's own number is not known. */
  readonly declared?: number;
  readonly held: number;
  /** Children of held items, shown beneath and counted apart. */
  readonly children: number;
  /** Held items about which no progress is published. */
  readonly withoutStatus: number;
}

export type Nation = 'wales' | 'england' | 'scotland' | 'northern-ireland';

/** Human help for a person in distress. */
export interface Helpline {
  readonly id: string;
  readonly name: LocalText;
  /** What is dialled, as people write it: `111`, `116 123`. */
  readonly phone?: string;
  /** What to do or choose, and what it costs: "press 2; free, day and night". */
  readonly how: LocalText;
  /** Empty: every nation. */
  readonly nations: readonly Nation[];
  /** Danger to life now; anybody in distress; staff of health and care. */
  readonly use: 'immediate' | 'anyone' | 'staff';
  /** A line that answers in this language. */
  readonly speaks?: Locale;
  readonly source: Source;
}
