import type { Answer } from '../domain/answer.ts';
import type { Memory } from '../domain/conversation.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Helpline, Locale, Nation, PlanId } from '../domain/model.ts';
import type { Messages } from '../language/messages.ts';
import type { Library } from '../knowledge/library.ts';
import type { Search } from '../search/search.ts';

/** What an answer is made from. */
export interface ActContext {
  readonly library: Library;
  readonly search: Search;
  readonly today: IsoDate;
  readonly locale: Locale;
  readonly memory: Memory;
  readonly defaultPlan?: PlanId;
  readonly nation: Nation;
  readonly helplines: readonly Helpline[];
  /** What everything is said with; the project's own catalogue where none is given. */
  readonly catalogue?: (locale: Locale) => Messages;
}

/** An answer, and what the conversation is about after it. */
export interface Acted {
  readonly answer: Answer;
  readonly memory: Memory;
}
