import type { Ask, Wording } from './answer.ts';
import type { Locale } from './model.ts';

/** Every word of the local chat page in one language. Finished and plain; what it looks like is the page's own affair. */
export interface PageView {
  readonly locale: Locale;
  readonly title: string;
  readonly intro: string;
  /** Beneath the intro: nothing leaves this computer. */
  readonly local: string;
  /** A link to the same page in the other language, in that language. */
  readonly otherLanguage: { readonly locale: Locale; readonly label: string };
  readonly skip: string;
  readonly noScript: string;
  /** What is held and what is not, plan by plan; pressing a plan asks about it. */
  readonly plans: {
    readonly label: string;
    readonly hint: string;
    readonly held: readonly { readonly title: Wording; readonly holding: string; readonly ask: Ask }[];
  };
  readonly examples: { readonly label: string; readonly asks: readonly Ask[] };
  readonly log: string;
  readonly you: string;
  readonly bot: string;
  readonly box: { readonly label: string; readonly hint: string; readonly send: string };
  readonly answering: string;
  readonly waiting: string;
  readonly failed: string;
  readonly retry: string;
  /** Follows a link that opens elsewhere, for those who cannot see its sign. */
  readonly newTab: string;
  readonly previews: {
    readonly slack: string;
    readonly teams: string;
    /** Where Microsoft's card renderer could not be loaded. */
    readonly failed: string;
  };
}
