import type { Answer, Ask, Post } from '../../src/domain/answer.ts';
import { asksOf, textBlocks, unitsOf, type Unit } from './blocks.ts';
import type { Card, Element, SubmitAction, TeamsActivity } from './card.ts';
import { CHOICES, LIMITS } from './limits.ts';
import { brief } from './markdown.ts';

/**
 * The post as what Teams is sent: one card, the answers under each other in the order given, or several cards where
 * one would be too large for Teams. Nothing is left out but buttons beyond those a card may have.
 */
export function toTeams(post: Post): readonly TeamsActivity[] {
  const headlines = post.map(({ headline }) => headline);
  const envelope = (body: readonly Element[]): TeamsActivity => ({
    type: 'message',
    summary: brief(headlines.join(' / '), CHOICES.summaryCharacters),
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', content: cardOf(post[0], headlines, body) },
    ],
  });
  const asksEach = Math.floor(LIMITS.actions / post.length);
  const units = post.flatMap((answer, index) => answerUnits(answer, index > 0, asksEach));
  return packed(units, envelope).map(envelope);
}

/** Bytes of an activity the way Teams counts them: as UTF-16, the card included. */
export function sizeOf(activity: TeamsActivity): number {
  return Buffer.byteLength(JSON.stringify(activity), 'utf16le');
}

function cardOf(first: Answer, headlines: readonly string[], body: readonly Element[]): Card {
  const whole = brief(headlines.join('\n'), CHOICES.summaryCharacters);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: first.locale,
    speak: whole,
    fallbackText: whole,
    msteams: { width: 'Full' },
    body,
  };
}

function answerUnits(answer: Answer, separator: boolean, asksMost: number): readonly Unit[] {
  const headline = textBlocks(answer.headline, { style: 'heading', weight: 'Bolder', size: 'Medium' });
  return [
    headline.map((block, index) => (separator && index === 0 ? { ...block, separator } : block)),
    ...answer.blocks.flatMap(unitsOf),
    ...buttons(answer, asksMost),
  ].filter((unit) => unit.length > 0);
}

function buttons(answer: Answer, most: number): readonly Unit[] {
  const named = answer.blocks.flatMap((block) => (block.type === 'asks' ? [block] : []));
  const others = answer.blocks.filter(({ type }) => type !== 'asks');
  const asks = [...named, ...others].flatMap(asksOf);
  const once = asks.filter((ask, index) => asks.findIndex(({ say }) => say === ask.say) === index);
  const actions = once.slice(0, most).map(toAction);
  if (actions.length === 0) return [];
  const label = named[0] ? textBlocks(named[0].label, { spacing: 'Medium' }) : [];
  return [[...label, { type: 'ActionSet', actions }]];
}

function toAction({ label, say }: Ask): SubmitAction {
  return {
    type: 'Action.Submit',
    title: label,
    data: { msteams: { type: 'messageBack', text: say, displayText: label }, say },
  };
}

/** Fills one card after the other, in order; a unit is parted only where it is too large for a card of its own. */
function packed(
  units: readonly Unit[],
  envelope: (body: readonly Element[]) => TeamsActivity,
): readonly (readonly Element[])[] {
  const room = LIMITS.activityBytes - LIMITS.envelopeBytes - sizeOf(envelope([]));
  const cards: Element[][] = [];
  let left = 0;
  for (const unit of units.flatMap((one) => (bytesOf(one) > room ? loosened(one) : [one]))) {
    const bytes = bytesOf(unit);
    const card = cards.at(-1);
    if (card && bytes <= left) card.push(...unit);
    else cards.push([...unit]);
    left = (card && bytes <= left ? left : room) - bytes;
  }
  return cards;
}

function loosened(unit: Unit): readonly Unit[] {
  return unit.flatMap((element) => ('items' in element ? element.items : [element])).map((one) => [one]);
}

/** Two bytes more than its own: the comma. */
function bytesOf(unit: Unit): number {
  return Buffer.byteLength(JSON.stringify(unit), 'utf16le') + 2;
}
