import type { PageView } from '../../../src/domain/page.ts';
import { make } from './dom.ts';
import { drawSlack, type SlackMessage } from './slack.ts';
import { drawTeams, type TeamsActivity } from './teams.ts';

/** What the two platforms would be sent for one post. */
export interface Payloads {
  readonly slack: readonly SlackMessage[];
  readonly teams: readonly TeamsActivity[];
}
type Say = (text: string, button: HTMLElement) => void;

/** How the same post looks elsewhere: drawn when opened, and not read out as if it were a new answer. */
export function drawPreviews(payloads: Payloads, { previews, bot }: PageView, say: Say): HTMLElement {
  return make(
    'div',
    { class: 'previews', 'aria-live': 'off' },
    disclosure(previews.slack, async () => drawSlack(payloads.slack, bot, say)),
    disclosure(previews.teams, () =>
      drawTeams(payloads.teams, say).catch(() => make('p', { class: 'notice warning' }, previews.failed)),
    ),
  );
}

function disclosure(label: string, draw: () => Promise<HTMLElement>): HTMLElement {
  const body = make('div', { class: 'preview' });
  const details = make('details', {}, make('summary', {}, label), body);
  const open = (): void => {
    void draw().then((drawn) => body.replaceChildren(drawn));
  };
  details.addEventListener('toggle', open, { once: true });
  return details;
}
