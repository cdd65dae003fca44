import type { Locale } from '../domain/model.ts';

/** Ideas that people put into words; the words themselves are in `words.en.ts` and `words.cy.ts`. */
export const CONCEPTS = [
  // Around the question
  'greeting',
  'thanks',
  'farewell',
  'polite',
  'praise',
  'complaint',
  'how-are-you',
  'who-are-you',
  'correction',
  'follow-on',
  'also',
  // Question words
  'what',
  'which',
  'who',
  'when',
  'where',
  'why',
  'how-many',
  'how-much',
  'how',
  'show',
  // Things
  'action',
  'recommendation',
  'call',
  'item',
  'child',
  'plan',
  'plans',
  'theme',
  'number',
  'everything',
  // Standings
  'not-started',
  'in-progress',
  'completed',
  'on-hold',
  'cancelled',
  'carried-forward',
  'on-track',
  'at-risk',
  'off-track',
  'missed',
  'missed-no-risk',
  'missed-with-risk',
  'open',
  'overdue',
  'behind',
  // Other filters
  'due',
  'no-due',
  'has-due',
  'updated',
  'never-updated',
  'has-welsh',
  'no-welsh',
  'primary',
  'secondary',
  'derived',
  'accepted',
  'accepted-in-principle',
  'partly-rejected',
  'rejected',
  'tagged',
  'except',
  'not',
  'labelled',
  // Aspects
  'lead',
  'led-by',
  'no-lead',
  'addressee',
  'addressed-to',
  'status',
  'going',
  'reason',
  'mitigation',
  'source',
  'confidence',
  'age',
  'response',
  'match',
  'detail',
  // Order and grouping
  'most-overdue-first',
  'due-first',
  'newest-first',
  'oldest-first',
  'by-plan',
  'by-theme',
  'by-kind',
  'by-lead',
  'by-standing',
  'by-response',
  'by-addressee',
  // Families
  'changes',
  'history',
  'as-at',
  'compare',
  'coverage',
  'missing',
  'overview',
  'help',
  'help-alone',
  'more',
  'next',
  'previous',
  'back',
  'now',
  'ordinal-one',
  'it',
  'this-plan',
  'same-for',
  // Wishes
  'digest',
  'send',
  'stop',
  'unsubscribe',
  'subscribe',
  'preview',
  'run',
  'list-digests',
  'me',
  'us',
  'in-english',
  'in-welsh',
  'in-both',
  'speak',
  'use-plan',
  'default',
  'forget-plan',
  'all-plans',
  'weekdays',
  'daily',
  'out-of-scope',
] as const;

export type Concept = (typeof CONCEPTS)[number];

/** The ideas that name a standing itself, as a publisher might give it. */
export const STANDING_CONCEPTS = [
  'not-started',
  'in-progress',
  'completed',
  'on-hold',
  'cancelled',
  'on-track',
  'at-risk',
  'off-track',
] as const satisfies readonly Concept[];

/**
 * How people say each idea. Words stand in their dictionary form (Welsh initial mutations, accents and small typing
 * mistakes are undone before they are compared); `…` stands for up to six other words.
 */
export type Phrases = Readonly<Record<Concept, readonly string[]>>;

/** Where an idea was heard. */
export interface Heard<C extends string = Concept> {
  readonly concept: C;
  readonly locale: Locale;
  /** The positions of its words, in order; what `…` skipped is not among them. */
  readonly at: readonly number[];
}
