/** Every number that Teams decides, each with the page it was read on (learn.microsoft.com/microsoftteams/platform unless said otherwise). */
export const LIMITS = {
  /** Bytes of one activity as UTF-16, card included: bots/how-to/format-your-bot-messages, "100 KB". */
  activityBytes: 100_000,
  /** Kept free of that for what the SDK adds on the way: addresses, ids, the service URL. */
  envelopeBytes: 6_000,
  /** Buttons on one card: concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines. */
  actions: 6,
  /** Answer or show that one is coming within 2 s (same page); half a second is left for the way there. */
  typingAfterSeconds: 1.5,
} as const;

/** Numbers of our own choosing. */
export const CHOICES = {
  /** Characters of one text block: longer texts go on in a next block, so that a card can be split between them. */
  blockCharacters: 4_000,
  /** Characters of the summary, which a notification cuts anyway. */
  summaryCharacters: 1_000,
  /** Rows of one fact set. */
  factRows: 20,
  /** A connector that has said nothing for so long is taken for unreachable. The connector itself gives up after 15 s. */
  requestSeconds: 20,
} as const;
