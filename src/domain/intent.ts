import type { DateWindow, IsoDate } from './dates.ts';
import type { Schedule } from './schedule.ts';
import type { ItemId, ItemKind, Locale, PlanId } from './model.ts';
import type { Scope } from './scope.ts';

/** A number as a person quoted it: "action 4.2", "R7", "the third call to action" (ordinal). */
export interface Reference {
  /** As typed, without the word for its kind. */
  readonly ref: string;
  /** Absent where the person named none ("4.2?", "#4"). */
  readonly kind?: ItemKind;
  /** Absent where the person named no plan and none is implied. */
  readonly plan?: PlanId;
}

/** What a person wants to know of an item. `overview` shows it whole. */
export type Aspect =
  | 'overview'
  | 'status'
  | 'lead'
  | 'addressee'
  | 'due'
  | 'reason'
  | 'mitigation'
  | 'source'
  | 'confidence'
  | 'age'
  | 'response'
  | 'theme'
  | 'match';

export type SortOrder = 'document' | 'most-overdue' | 'due' | 'newest' | 'oldest';
export type Grouping = 'plan' | 'theme' | 'kind' | 'lead' | 'standing' | 'response' | 'addressee';

/** Where a person is in distress: how grave, and whether they speak of themselves or of somebody else. */
export interface Distress {
  readonly severity: 'low' | 'high' | 'immediate';
  readonly about: 'self' | 'other';
}

export type Smalltalk =
  | 'greeting'
  | 'thanks'
  | 'farewell'
  | 'how-are-you'
  | 'who-are-you'
  | 'praise'
  | 'complaint';

/** What one question asks, resolved against the plans as far as words allow; never what the answer is. */
export type Intent =
  /** Items by the numbers people quote, or those the conversation is about. */
  | { readonly kind: 'by-reference'; readonly references: readonly Reference[]; readonly aspect: Aspect }
  | {
      readonly kind: 'known-items';
      readonly items: readonly ItemId[];
      readonly aspect: Aspect;
      /** The question whose answer is asked about: "how sure are you?", "why these?" */
      readonly explaining?: Intent;
    }
  /** Free words: items, or facts where they fit better. */
  | {
      readonly kind: 'topic';
      readonly words: string;
      readonly scope: Scope;
      readonly aspect: Aspect;
      /** "is that in any of the plans": it is asked of the plans, whatever it is. */
      readonly ofPlans?: true;
    }
  | {
      readonly kind: 'list';
      readonly scope: Scope;
      /** Words to rank and narrow by within the filter; empty where the filter says it all. */
      readonly words: string;
      /** The words must be found: without them nothing says that the plans are meant. */
      readonly strict?: true;
      readonly order: SortOrder;
      readonly group?: Grouping;
      readonly aspect: Aspect;
      /** A past day as at which the filter is asked: with the statements that held then. */
      readonly asAt?: IsoDate;
    }
  | {
      readonly kind: 'count';
      readonly scope: Scope;
      readonly words: string;
      readonly strict?: true;
      readonly group?: Grouping;
      /** As of a list. */
      readonly asAt?: IsoDate;
      /** The words stand where a standing would: "how many are …"; unread, they pick nothing. */
      readonly predicate?: true;
    }
  /** How a plan or a theme stands; of everything where the scope names none. */
  | { readonly kind: 'status'; readonly scope: Scope; readonly aspect: Aspect }
  /** A fact about a plan: what it is about (`funding`, `publication`, …) and the words of the question. */
  | {
      readonly kind: 'fact';
      readonly topics: readonly string[];
      readonly words: string;
      /** What it is asked of beside the topic; left out where the plan is all. */
      readonly about?: string;
      readonly scope: Scope;
      readonly aspect: Aspect;
    }
  | { readonly kind: 'plan'; readonly plan: PlanId }
  | { readonly kind: 'plans' }
  | { readonly kind: 'themes'; readonly scope: Scope }
  | { readonly kind: 'coverage'; readonly scope: Scope }
  | { readonly kind: 'compare'; readonly scopes: readonly Scope[]; readonly words: string }
  | {
      readonly kind: 'changes';
      readonly window: DateWindow;
      readonly scope: Scope;
      /** As of a list; left out where there are none. */
      readonly words?: string;
      readonly strict?: true;
    }
  | {
      readonly kind: 'history';
      readonly references: readonly Reference[];
      readonly items: readonly ItemId[];
      /** What the item is about, where it is asked for by words, and where to look. */
      readonly sought?: { readonly words: string; readonly scope: Scope };
    }
  /** How things stood on a day: of items where any are named, else of the scope. */
  | {
      readonly kind: 'as-at';
      readonly day: IsoDate;
      readonly references: readonly Reference[];
      readonly items: readonly ItemId[];
      readonly scope: Scope;
      /** What the items are about, where they are asked for by words. */
      readonly words?: string;
    }
  /** A wish to record progress: "mark 2.2 as completed". */
  | { readonly kind: 'update' }
  | { readonly kind: 'more' }
  | { readonly kind: 'subscribe'; readonly wish: SubscriptionWish }
  | { readonly kind: 'unsubscribe' }
  /** `again`: the last answer is wanted in the new language. */
  | {
      readonly kind: 'set-language';
      readonly locales: readonly [Locale, ...Locale[]];
      readonly again: boolean;
    }
  /** For the channel it was said in, or in a direct chat for the person. No plan: back to all of them. */
  | { readonly kind: 'set-default-plan'; readonly plan?: PlanId }
  | { readonly kind: 'help'; readonly about?: 'digest' | 'language' | 'search' }
  | { readonly kind: 'smalltalk'; readonly which: Smalltalk }
  | { readonly kind: 'signpost'; readonly distress: Distress }
  | { readonly kind: 'out-of-scope' }
  /** Cannot be read: empty, only symbols, or a pronoun with nothing to point at. */
  | { readonly kind: 'unclear'; readonly why: 'empty' | 'symbols' | 'nothing-to-point-at' | 'no-words' };

/** What was said about a digest. What is missing gets a default, which is said. */
export interface SubscriptionWish {
  /** `change` keeps what is not named; `pause` lasts until `until`. */
  readonly verb: 'create' | 'change' | 'list' | 'preview' | 'run' | 'pause' | 'resume';
  /** The day from which a paused digest is sent again; `NO_END`: until that is asked for. */
  readonly until?: IsoDate;
  readonly scope: Scope;
  readonly schedule: Partial<Schedule>;
  /** "send me" rather than "send us": privately to the person. */
  readonly personal: boolean;
  readonly locales?: readonly [Locale, ...Locale[]];
  /** Less often than weekly was asked for, which is not possible: that is said. */
  readonly rarer?: boolean;
}

/** One question of a message. */
export interface Query {
  readonly intent: Intent;
  /** What was read differently from what was typed, to be said in the answer. */
  readonly notes: readonly Note[];
}
export type Note =
  | { readonly kind: 'mended'; readonly typed: string; readonly read: string }
  | { readonly kind: 'vocabulary'; readonly typed: string; readonly read: string }
  /** The conversation's or the channel's plan was assumed. */
  | { readonly kind: 'assumed-plan'; readonly plan: PlanId }
  /** Words of the question that found nothing among what was listed and so narrowed nothing. */
  | { readonly kind: 'unused'; readonly typed: string }
  /** Words of the question that found nothing, and nothing else was asked for. */
  | { readonly kind: 'nothing-for'; readonly typed: string }
  /** A plan was asked for that is not held: these are. */
  | { readonly kind: 'plans-held'; readonly plans: readonly PlanId[] }
  /** "Not on track" was read as every rating but on track. */
  | { readonly kind: 'not-on-track' };
