import type { AnswerKind, Ask, Block } from '../domain/answer.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Note } from '../domain/intent.ts';
import type {
  Coverage,
  Fact,
  Item,
  ItemId,
  Locale,
  Plan,
  PlanId,
  ProgressUpdate,
  Source,
  Subject,
  Theme,
  ThemeId,
} from '../domain/model.ts';
import type { Messages } from '../language/messages.ts';

/** What composing looks up; a library fulfils it. */
export interface Known {
  readonly plans: readonly Plan[];
  plan(id: PlanId): Plan | undefined;
  theme(id: ThemeId): Theme | undefined;
  item(id: ItemId): Item | undefined;
  itemsOf(plan: PlanId): readonly Item[];
  childrenOf(item: ItemId): readonly Item[];
  factsOf(plan: PlanId): readonly Fact[];
  updatesOf(subject: Subject): readonly ProgressUpdate[];
  coverageOf(plan: PlanId): readonly Coverage[];
}

/** In which language, on which day and from what an answer is composed. */
export interface Setting {
  readonly locale: Locale;
  readonly today: IsoDate;
  readonly say: Messages;
  readonly known: Known;
  /** A day in the past is replayed: ages counted from it would mislead and are left out. */
  readonly replay?: boolean;
  /** One plan is spoken of and named already: items need not name it again. */
  readonly onePlan?: boolean;
}

/** An answer before what all answers share: labels, notices of language and invention, sources, asks. */
export interface Draft {
  readonly kind: AnswerKind;
  readonly headline: string;
  readonly blocks?: readonly Block[];
  readonly items?: readonly ItemId[];
  /** Of the facts stated that no status in the blocks already carries. */
  readonly sources?: readonly Source[];
  /** Every plan about which something is said. */
  readonly plans?: readonly PlanId[];
  readonly asks?: readonly Ask[];
  readonly private?: boolean;
  /** What the search read differently from what was typed. */
  readonly notes?: readonly Note[];
  /** How many of the items are shown so far. */
  readonly shown?: number;
}
