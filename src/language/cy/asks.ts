import type { AskMessages } from '../messages/asks.ts';
import { words } from './words.ts';

function said(text: string): { label: string; say: string } {
  return { label: text, say: text };
}

// The plan's name follows a comma: after "yn" or "o" it would have to mutate.
export const ask: AskMessages = {
  more: said('Dangos mwy'),
  item: (kind, ref, plan) =>
    said(plan === undefined ? `${words.kind(kind)} ${ref}` : `${words.kind(kind)} ${ref}, ${plan}`),
  titled: (title) => said(`Beth am: ${title}`),
  plans: said('Pa gynlluniau sydd yma?'),
  plan: (title, name) => ({ label: title, say: `Beth yw’r cynllun: ${name}?` }),
  status: (name) => ({ label: 'Sut mae’n mynd?', say: `Sut mae’r cynllun yn mynd: ${name}?` }),
  themes: (name) => ({ label: 'Ei themâu', say: `Beth yw’r themâu: ${name}?` }),
  coverage: (name) => ({ label: 'Beth nad yw yma?', say: `Beth sydd ddim gennych: ${name}?` }),
  atRisk: said('Beth sydd mewn perygl?'),
  overdue: said('Beth sy’n hwyr?'),
  changes: said('Beth sydd wedi newid yn ystod y 3 mis diwethaf?'),
  history: (kind, ref, plan) => ({
    label: 'Ei hanes',
    say: `Hanes ${words.kind(kind).toLowerCase()} ${ref}${plan === undefined ? '' : `, ${plan}`}`,
  }),
  calls: said('Rhestrwch y galwadau i weithredu'),
  digest: said('Cymorth gyda chrynodebau'),
  language: { label: 'English', say: 'Yn Saesneg, os gwelwch yn dda' },
  help: said('Cymorth'),
};
