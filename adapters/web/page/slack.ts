import { make, pressable, type Child } from './dom.ts';
import { fromMrkdwn } from './markup.ts';

/** As much of Block Kit as can be drawn here; anything else is named, so that nobody takes its absence for Slack's look. */
interface SlackText {
  readonly type: string;
  readonly text?: string;
  readonly style?: { readonly bold?: boolean; readonly italic?: boolean };
  readonly elements?: readonly SlackText[];
  readonly value?: string;
}
interface SlackBlock {
  readonly type: string;
  readonly text?: SlackText;
  readonly fields?: readonly SlackText[];
  readonly accessory?: SlackButton;
  readonly elements?: readonly SlackElement[];
}
interface SlackButton {
  readonly type: string;
  readonly text?: SlackText;
  readonly value?: string;
}
type SlackElement = SlackText | SlackButton;
export interface SlackMessage {
  readonly blocks?: readonly SlackBlock[];
}
type Say = (text: string, button: HTMLElement) => void;

/** The messages as Slack would show them, drawn from what Slack would be sent. */
export function drawSlack(messages: readonly SlackMessage[], sender: string, say: Say): HTMLElement {
  const drawn = messages.map(({ blocks = [] }) =>
    make(
      'div',
      { class: 'slack-message' },
      make('p', { class: 'slack-sender' }, sender),
      ...blocks.map((block) => drawBlock(block, say)),
    ),
  );
  return make('div', { class: 'slack' }, ...drawn);
}

function drawBlock(block: SlackBlock, say: Say): HTMLElement {
  switch (block.type) {
    case 'header':
      return make('p', { class: 'slack-header' }, ...drawText(block.text));
    case 'section':
      return drawSection(block, say);
    case 'rich_text':
      return make('div', {}, ...(block.elements ?? []).map(drawRich));
    case 'context':
      return make('div', { class: 'slack-context' }, ...(block.elements ?? []).map(drawContext));
    case 'actions':
      return make(
        'div',
        { class: 'slack-actions' },
        ...(block.elements ?? []).map((one) => drawButton(one, say)),
      );
    case 'divider':
      return make('hr');
    default:
      return make('code', {}, block.type);
  }
}

function drawSection({ text, fields, accessory }: SlackBlock, say: Say): HTMLElement {
  const shown = (fields ?? []).map((field) => make('div', {}, ...drawText(field)));
  return make(
    'div',
    { class: 'slack-section' },
    make(
      'div',
      { class: 'slack-body' },
      text && make('div', { class: 'slack-text' }, ...drawText(text)),
      fields && make('div', { class: 'slack-fields' }, ...shown),
    ),
    accessory && drawButton(accessory, say),
  );
}

function drawContext(element: SlackElement): HTMLElement {
  return make('div', { class: 'slack-text' }, ...drawText(element as SlackText));
}

function drawRich(element: SlackElement): HTMLElement {
  const { elements = [] } = element as SlackText;
  const runs = elements.map(({ text = '', style }) => {
    const words = style?.italic ? make('em', {}, text) : text;
    return style?.bold ? make('strong', {}, words) : words;
  });
  return make('p', { class: 'slack-text' }, ...runs);
}

function drawText(text: SlackText | undefined): readonly Child[] {
  if (text?.text === undefined) return [];
  return text.type === 'mrkdwn' ? fromMrkdwn(text.text) : [text.text];
}

function drawButton(element: SlackElement, say: Say): HTMLElement {
  const { text, value = '' } = element as SlackButton;
  const button = pressable(text?.text ?? value, 'slack-button', () => say(value, button));
  return button;
}
