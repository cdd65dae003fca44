import type { Ask, Block, Citation, Entry, StatusLine, Wording } from '../../src/domain/answer.ts';
import { assertNever } from '../../src/domain/assert-never.ts';
import type { Standing } from '../../src/domain/model.ts';
import type { Element, TextBlock } from './card.ts';
import { CHOICES } from './limits.ts';
import { link, pieces, plain } from './markdown.ts';

/** Elements that belong together: they stay on one card where they fit on one. */
export type Unit = readonly Element[];
type Looks = Omit<TextBlock, 'type' | 'text' | 'wrap'>;

/** Beside the words, never instead of them; shapes differ, so that no colour is needed. */
export function symbolOf(standing: Standing | undefined): string {
  if (!standing) return '–';
  const mark = standing.rating ?? standing.stage;
  switch (mark) {
    case 'completed':
      return '✔';
    case 'on_track':
      return '●';
    case 'at_risk':
      return '▲';
    case 'off_track':
      return '■';
    case 'date_missed_no_risk':
      return '◇';
    case 'date_missed_with_risk':
      return '◆';
    case 'in_progress':
      return '◐';
    case 'not_started':
      return '○';
    case 'on_hold':
      return '‖';
    case 'cancelled':
      return '✕';
    case 'carried_forward':
      return '→';
    default:
      return assertNever(mark);
  }
}

/** A text as one block, or as several where it is very long. */
export function textBlocks(text: string, looks: Looks = {}): readonly TextBlock[] {
  return pieces(text, CHOICES.blockCharacters)
    .filter((piece) => piece !== '')
    .map((piece) => ({ type: 'TextBlock', text: plain(piece), wrap: true, ...looks }));
}

/** What one block of an answer looks like; buttons are placed by the card. */
export function unitsOf(block: Block): readonly Unit[] {
  switch (block.type) {
    case 'heading':
      return [textBlocks(block.text, { style: 'heading', weight: 'Bolder', spacing: 'Medium' })];
    case 'paragraph':
      return textBlocks(block.text).map((one) => [one]);
    case 'facts':
      return factUnits(block.rows);
    case 'status':
      return [statusBlocks(block.status)];
    case 'progress':
      return progressUnits(block);
    case 'entries':
      return block.entries.map((entry) => [
        { type: 'Container', separator: true, items: entryBlocks(entry) } as const,
      ]);
    case 'notice':
      return [
        [
          {
            type: 'Container',
            style: 'emphasis',
            items: textBlocks(`${block.tone === 'warning' ? '⚠' : 'ℹ'} ${block.text}`),
          },
        ],
      ];
    case 'sources':
      return sourceUnits(block.label, block.citations);
    case 'asks':
      return [];
    default:
      return assertNever(block);
  }
}

/** The buttons a block asks for, the more useful first. */
export function asksOf(block: Block): readonly Ask[] {
  if (block.type === 'asks') return block.asks;
  if (block.type !== 'entries') return [];
  const ofEntries = block.entries.flatMap(({ ask }) => (ask ? [ask] : []));
  return block.more ? [block.more, ...ofEntries] : ofEntries;
}

function statusBlocks(status: StatusLine): readonly TextBlock[] {
  return [
    ...textBlocks(`${symbolOf(status.standing)} ${status.words}`, { weight: 'Bolder' }),
    ...textBlocks(status.asAtWords, { spacing: 'None' }),
    ...(status.overdueWords === undefined
      ? []
      : textBlocks(`⚠ ${status.overdueWords}`, { spacing: 'None', weight: 'Bolder' })),
    citationBlock(status.source),
  ];
}

function entryBlocks(entry: Entry): readonly TextBlock[] {
  return [
    ...textBlocks(entry.label, { weight: 'Bolder' }),
    ...textBlocks(entry.title.text, { spacing: 'None' }),
    ...(entry.status ? statusBlocks(entry.status) : []),
    ...entry.lines.flatMap((line) => textBlocks(line, { spacing: 'None' })),
  ];
}

/** A source stays whole: a link cut in two leads nowhere. */
function citationBlock({ words, url }: Citation): TextBlock {
  return { type: 'TextBlock', text: link(words.text, url), wrap: true, spacing: 'None' };
}

function sourceUnits(label: string, citations: readonly Citation[]): readonly Unit[] {
  const [first, ...others] = citations.map(citationBlock);
  const heading = textBlocks(label, { weight: 'Bolder', spacing: 'Medium' });
  return first ? [[...heading, first], ...others.map((one) => [one])] : [];
}

function factUnits(rows: readonly { readonly label: string; readonly value: Wording }[]): readonly Unit[] {
  const long = rows.some(({ label, value }) => label.length + value.text.length > CHOICES.blockCharacters);
  if (long)
    return rows.map(({ label, value }) => [
      ...textBlocks(label, { weight: 'Bolder' }),
      ...textBlocks(value.text, { spacing: 'None' }),
    ]);
  return factSets(rows.map(({ label, value }) => ({ title: plain(label), value: plain(value.text) })));
}

function factSets(facts: readonly { readonly title: string; readonly value: string }[]): readonly Unit[] {
  const sets: Unit[] = [];
  for (let from = 0; from < facts.length; from += CHOICES.factRows)
    sets.push([{ type: 'FactSet', facts: facts.slice(from, from + CHOICES.factRows) }]);
  return sets;
}

function progressUnits(block: Extract<Block, { type: 'progress' }>): readonly Unit[] {
  const facts = block.counts.map(({ label, count, standing }) => ({
    title: plain(`${symbolOf(standing)} ${label}`),
    value: String(count),
  }));
  return [
    textBlocks(block.title, { style: 'heading', weight: 'Bolder', spacing: 'Medium' }),
    ...factSets(facts),
    ...textBlocks(block.words).map((one) => [one]),
  ];
}
