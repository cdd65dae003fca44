import type * as Cards from 'adaptivecards';
import { make } from './dom.ts';
import { fromMarkdown } from './markup.ts';

declare global {
  interface Window {
    /** What Microsoft's script leaves behind once it is loaded. */
    AdaptiveCards?: typeof Cards;
  }
}

export interface TeamsActivity {
  readonly attachments?: readonly { readonly content: unknown }[];
}
type Say = (text: string, button: HTMLElement) => void;

const RENDERER = '/page/adaptivecards.js';
let loading: Promise<typeof Cards> | undefined;

/** The cards as Microsoft's own renderer draws them, in Teams' sizes and the page's colours. Rejects where it does not load. */
export async function drawTeams(activities: readonly TeamsActivity[], say: Say): Promise<HTMLElement> {
  loading ??= load();
  const cards = await loading.catch((fault: unknown) => {
    loading = undefined;
    throw fault;
  });
  const drawn = activities.flatMap(({ attachments = [] }) =>
    attachments.map(({ content }) => drawCard(cards, content, say)),
  );
  return make('div', { class: 'teams' }, ...drawn);
}

/** A third of a megabyte, so it is loaded when the first card is opened. */
async function load(): Promise<typeof Cards> {
  const script = make('script', { src: RENDERER });
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
  const cards = window.AdaptiveCards;
  if (!cards) throw new Error(`${RENDERER} brought no renderer.`);
  cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = fromMarkdown(text).innerHTML;
    result.didProcess = true;
  };
  return cards;
}

function drawCard(cards: typeof Cards, content: unknown, say: Say): HTMLElement {
  const card = new cards.AdaptiveCard();
  card.hostConfig = new cards.HostConfig(LOOKS);
  card.onExecuteAction = (action) => {
    const said = spoken(action);
    if (said !== undefined) say(said, action.renderedElement ?? document.body);
  };
  card.parse(content);
  return make('div', { class: 'teams-card' }, card.render());
}

function spoken(action: Cards.Action): string | undefined {
  const { data } = action.toJSON() as { readonly data?: { readonly say?: unknown } };
  return typeof data?.say === 'string' ? data.say : undefined;
}

const INK = { default: 'var(--ink)', subtle: 'var(--soft)' };
const CONTAINER = { backgroundColor: 'transparent', foregroundColors: { default: INK, accent: INK } };
const LOOKS = {
  fontFamily: "'Segoe UI', system-ui, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 24, large: 24, extraLarge: 32 },
  spacing: { none: 0, small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  supportsInteractivity: true,
  textBlock: { headingLevel: 3 },
  actions: {
    maxActions: 20,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  containerStyles: {
    default: CONTAINER,
    emphasis: { ...CONTAINER, backgroundColor: 'var(--raised)' },
  },
  factSet: {
    title: { color: 'default', size: 'default', weight: 'bolder', wrap: true, maxWidth: 180 },
    value: { color: 'default', size: 'default', weight: 'default', wrap: true },
    spacing: 16,
  },
};
