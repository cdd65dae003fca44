import type { PageMessages } from '../messages/page.ts';
import { ask } from './asks.ts';

function said(text: string): { label: string; say: string } {
  return { label: text, say: text };
}

export const page: PageMessages = {
  title: 'Workforce plans: questions and answers',
  intro:
    'Ask what a published workforce plan says, how it is going and who says so. Every status comes with its date and its source.',
  local: 'This page runs on this computer alone: what you type is sent nowhere else.',
  otherLanguage: 'Cymraeg',
  skip: 'Skip to the question box',
  noScript: 'This page needs JavaScript to send a question. The chat in the terminal works without it.',
  plans: 'What is held here',
  plansHint:
    'Not every plan is held whole. The numbers say what the document has and what is held here; an answer says where something is missing.',
  factsOnly: 'Held here: facts about the plan, no individual items',
  noPlans: 'No plans are held here yet.',
  examples: 'Questions to start with',
  exampleAsks: [
    said('What is being done about recruitment?'),
    ask.atRisk,
    ask.changes,
    ask.calls,
    said('What can you do?'),
  ],
  log: 'Conversation',
  you: 'You',
  bot: 'Bot',
  box: 'Your question',
  boxHint: 'In English or in Welsh. Enter sends; Shift and Enter starts a new line.',
  send: 'Send',
  answering: 'Looking that up …',
  waiting: 'This question is next.',
  failed: 'The bot could not be reached, so there is no answer to this. Please check that it is running.',
  retry: 'Try again',
  newTab: '(opens in a new tab)',
  previewSlack: 'How this looks in Slack',
  previewTeams: 'How this looks in Teams',
  previewFailed: 'This preview cannot be shown at the moment.',
};
