import type { Memory } from '../domain/conversation.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Query } from '../domain/intent.ts';
import type { Locale, PlanId } from '../domain/model.ts';
import type { Library } from '../knowledge/library.ts';

/** Everything that a message's meaning depends on. */
export interface Hearing {
  readonly text: string;
  readonly memory: Memory;
  /** The person's or the channel's, where one is set. */
  readonly defaultPlan?: PlanId;
  /** The language to assume where the text does not show one. */
  readonly fallback: Locale;
  readonly today: IsoDate;
  readonly library: Library;
}

/** What a message says: its own language where that can be told, and its questions in order. */
export interface Understanding {
  readonly locale?: Locale;
  readonly queries: readonly [Query, ...Query[]];
}
