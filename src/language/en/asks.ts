import type { AskMessages } from '../messages/asks.ts';
import { words } from './words.ts';

function said(text: string): { label: string; say: string } {
  return { label: text, say: text };
}

export const ask: AskMessages = {
  more: said('Show more'),
  item: (kind, ref, plan) =>
    said(plan === undefined ? `${words.kind(kind)} ${ref}` : `${words.kind(kind)} ${ref}, ${plan}`),
  titled: (title) => said(`Tell me about: ${title}`),
  plans: said('Which plans are there?'),
  plan: (title, name) => ({ label: title, say: `Tell me about the plan: ${name}` }),
  status: (name) => ({ label: 'How is it going?', say: `How is it going: ${name}?` }),
  themes: (name) => ({ label: 'Its themes', say: `What are the themes: ${name}?` }),
  coverage: (name) => ({ label: 'What is not held?', say: `What is not held: ${name}?` }),
  atRisk: said('What is at risk?'),
  overdue: said('What is overdue?'),
  changes: said('What has changed in the last 3 months?'),
  history: (kind, ref, plan) => ({
    label: 'How it has gone',
    say: `History of ${words.kind(kind).toLowerCase()} ${ref}${plan === undefined ? '' : `, ${plan}`}`,
  }),
  calls: said('List the calls to action'),
  digest: said('Help with digests'),
  language: { label: 'Cymraeg', say: 'In Welsh, please' },
  help: said('Help'),
};
