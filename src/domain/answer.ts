import { assertNever } from './assert-never.ts';
import type { SourceDate } from './dates.ts';
import type { ItemId, Locale, Standing } from './model.ts';

/** The kinds of answer: a contract that the batch command shows. */
export type AnswerKind =
  | 'item'
  | 'items'
  | 'status'
  | 'count'
  | 'changes'
  | 'history'
  | 'fact'
  | 'plan'
  | 'plans'
  | 'themes'
  | 'coverage'
  | 'not-held'
  | 'not-found'
  | 'out-of-scope'
  | 'unclear'
  | 'help'
  | 'smalltalk'
  | 'language'
  | 'subscribe'
  | 'unsubscribe'
  | 'signpost'
  | 'refused'
  | 'apology';

/** Words, and the language they are really in where that is not the answer's own. */
export interface Wording {
  readonly text: string;
  readonly locale?: Locale;
}

/** A button, or a typed hint where there are none: pressing it says `say`. */
export interface Ask {
  readonly label: string;
  readonly say: string;
}

/** Where a stated fact was read. `words` is the whole line as people read it, confidence included; never shortened. */
export interface Citation {
  readonly words: Wording;
  readonly url?: string;
  /** The address, else document and locator: what the batch command lists. */
  readonly key: string;
}

/** A status never travels without its date and its source. */
export interface StatusLine {
  /** For colour and symbol only. */
  readonly standing: Standing;
  /** The standing in the reader's language, with the publisher's own label where it differs. */
  readonly words: string;
  readonly asAt: SourceDate;
  /** "as at February 2025, 21 months ago" as a whole phrase. */
  readonly asAtWords: string;
  readonly overdue: boolean;
  /** The overdue words where it is overdue. */
  readonly overdueWords?: string;
  readonly source: Citation;
}

/** One item in a list. */
export interface Entry {
  readonly item?: ItemId;
  /** "Action 4.2", with the plan's name where several plans are shown. */
  readonly label: string;
  readonly title: Wording;
  readonly status?: StatusLine;
  /** Further whole phrases: lead, due date, "status not published". */
  readonly lines: readonly string[];
  readonly ask?: Ask;
}

/** `standing` is for colour and symbol; "not published" has none. */
export interface ProgressCount {
  readonly label: string;
  readonly count: number;
  readonly standing?: Standing;
}

/** Meaning, not layout. Every text is finished and in words; plain, never markup. */
export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string; readonly locale?: Locale }
  | { readonly type: 'facts'; readonly rows: readonly { readonly label: string; readonly value: Wording }[] }
  | { readonly type: 'status'; readonly status: StatusLine }
  /** `words` says all the counts in a sentence: the picture's text alternative. */
  | {
      readonly type: 'progress';
      readonly title: string;
      readonly counts: readonly ProgressCount[];
      readonly words: string;
    }
  | { readonly type: 'entries'; readonly entries: readonly Entry[]; readonly more?: Ask }
  | { readonly type: 'notice'; readonly tone: 'info' | 'warning'; readonly text: string }
  | { readonly type: 'sources'; readonly label: string; readonly citations: readonly Citation[] }
  | { readonly type: 'asks'; readonly label: string; readonly asks: readonly Ask[] };

/** A finished reply in one language: every word chosen, nothing said about looks. */
export interface Answer {
  readonly locale: Locale;
  readonly kind: AnswerKind;
  /** One whole plain sentence: notification, screen-reader text, fallback. Shown as the first line everywhere. */
  readonly headline: string;
  readonly blocks: readonly Block[];
  /** What the answer is about, in the order shown, complete up to 50; never asks, near matches, parents or neighbours. */
  readonly items: readonly ItemId[];
  /** For the person alone: in a channel it goes to them privately, never into the thread. */
  readonly private: boolean;
}

/** What is sent in one go: one answer, or the Welsh and the English together, in the order shown. */
export type Post = readonly [Answer, ...Answer[]];

/** The addresses, else document and locator, of every fact that the answer states, each once, in the order shown. */
export function sourcesOf(answer: Answer): readonly string[] {
  return [...new Set(answer.blocks.flatMap(citationsOf).map((citation) => citation.key))];
}

function citationsOf(block: Block): readonly Citation[] {
  switch (block.type) {
    case 'sources':
      return block.citations;
    case 'status':
      return [block.status.source];
    case 'entries':
      return block.entries.flatMap((entry) => (entry.status ? [entry.status.source] : []));
    case 'heading':
    case 'paragraph':
    case 'facts':
    case 'progress':
    case 'notice':
    case 'asks':
      return [];
    default:
      return assertNever(block);
  }
}
