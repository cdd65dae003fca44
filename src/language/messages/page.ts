import type { Ask } from '../../domain/answer.ts';

/** The words of the local chat page around its answers. */
export interface PageMessages {
  title: string;
  intro: string;
  local: string;
  otherLanguage: string;
  skip: string;
  noScript: string;
  plans: string;
  plansHint: string;
  noPlans: string;
  /** Of a plan that no number is known for and no item is held of. */
  factsOnly: string;
  examples: string;
  /** Sentences that the bot understands, whichever plans are held. */
  exampleAsks: readonly Ask[];
  log: string;
  you: string;
  bot: string;
  box: string;
  boxHint: string;
  send: string;
  answering: string;
  waiting: string;
  failed: string;
  retry: string;
  newTab: string;
  previewSlack: string;
  previewTeams: string;
  previewFailed: string;
}
