/**
 * What Slack takes in one message. Each number has its page; where Slack publishes none, the number is a neighbour's.
 * Slack counts characters; we count UTF-16 units, which are never fewer.
 */
export const LIMITS = {
  /** docs.slack.dev/reference/block-kit/blocks */
  blocksPerMessage: 50,
  /**
   * Of the blocks of one message, written as JSON. Slack refuses a message with about 13,200 characters of blocks as
   * `msg_blocks_too_long` (slackapi/bolt-js#2509), far below its documented 40,000 of text.
   */
  charactersPerMessage: 12_000,
  /** docs.slack.dev/reference/block-kit/blocks/section-block */
  section: 3_000,
  /** docs.slack.dev/reference/block-kit/blocks/section-block */
  fieldsPerSection: 10,
  field: 2_000,
  /** docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** docs.slack.dev/reference/block-kit/blocks/context-block; for one text Slack publishes no limit there, so a field's. */
  contextText: 2_000,
  /** docs.slack.dev/reference/block-kit/blocks/actions-block */
  buttonsPerBlock: 25,
  /** docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonLabel: 75,
  buttonValue: 2_000,
  /**
   * Of the fallback text, before escaping, which can make five characters of one. Slack cuts at 40,000
   * (docs.slack.dev/reference/methods/chat.postMessage); the blocks say all of it in any case.
   */
  fallback: 8_000,
  /** Answers to one response URL, within half an hour: docs.slack.dev/interactivity/handling-user-interaction */
  responses: 5,
} as const;

/** Slack wants a slash command acknowledged within 3 s: docs.slack.dev/interactivity/implementing-slash-commands */
export const COMMAND_SECONDS = 2.5;
/** How long one call to Slack may take. */
export const CALL_MILLISECONDS = 10_000;
/** A signed request older or newer than this is a replay: docs.slack.dev/authentication/verifying-requests-from-slack */
export const SIGNATURE_SECONDS = 300;
