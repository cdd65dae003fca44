import type { Locale } from '../../../src/domain/model.ts';
import type { PageView } from '../../../src/domain/page.ts';
import { make } from './dom.ts';
import { drawSlack, type SlackMessage } from './slack.ts';
import { drawTeams, type TeamsActivity } from './teams.ts';

/** What the two platforms would be sent for one post. */
export interface Payloads {
  readonly slack: readonly SlackMessage[];
  readonly teams: readonly TeamsActivity[];
}
/** The payloads, and the language they are in; undefined where they are in both. */
export interface Previewed extends Payloads {
  readonly locale: Locale | undefined;
}
type Say = (text: string, button: HTMLElement) => void;

/** How the same post looks elsewhere: drawn when opened, and not read out as if it were a new answer. */
export function drawPreviews(
  { slack, teams, locale }: Previewed,
  { previews, bot, locale: around }: PageView,
  say: Say,
): HTMLElement {
  return make(
    'div',
    { class: 'previews', 'aria-live': 'off' },
    disclosure(previews.slack, locale, async () => drawSlack(slack, bot, say)),
    disclosure(previews.teams, locale, () =>
      drawTeams(teams, say).catch(() =>
        make('p', { class: 'notice warning', lang: around }, previews.failed),
      ),
    ),
  );
}

function disclosure(
  label: string,
  locale: Locale | undefined,
  draw: () => Promise<HTMLElement>,
): HTMLElement {
  const body = make('div', { class: 'preview', lang: locale });
  const details = make('details', {}, make('summary', {}, label), body);
  const open = (): void => {
    void draw().then((drawn) => body.replaceChildren(drawn));
  };
  details.addEventListener('toggle', open, { once: true });
  return details;
}
