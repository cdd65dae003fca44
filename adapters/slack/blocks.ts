import type { Button, ContextBlock, KnownBlock, PlainTextElement, SectionBlock } from '@slack/types';
import type { Ask, Block, Citation, Entry, ProgressCount, StatusLine } from '../../src/domain/answer.ts';
import { assertNever } from '../../src/domain/assert-never.ts';
import { LIMITS } from './limits.ts';
import { signOf, TONE_SIGNS } from './signs.ts';
import { clean, inert, link, pieces, shorten, webAddress } from './text.ts';

/** Blocks that stay together in one message, such as an entry and its source, and the same as plain words. */
export interface Part {
  readonly blocks: readonly KnownBlock[];
  readonly words: string;
}

const BAR_CELLS = 12;
const NOTHING = '–';

/** How one block of an answer looks in Slack. Everything is literal text, save the links of sources. */
export function toParts(block: Block): readonly Part[] {
  switch (block.type) {
    case 'heading':
      return [heading(block.text)];
    case 'paragraph':
      return paragraph(block.text);
    case 'facts':
      return facts(block.rows.map(({ label, value }) => [clean(label), clean(value.text)]));
    case 'status':
      return [part([...sections(signed(block.status)), ...source(block.status)], statusWords(block.status))];
    case 'progress':
      return progress(block.title, block.counts, block.words);
    case 'entries':
      return [...block.entries.map(entry), ...(block.more ? buttons([block.more]) : [])];
    case 'notice':
      return pieces(clean(block.text), LIMITS.contextText - 4).map((piece) =>
        part([context(plain(`${TONE_SIGNS[block.tone]} ${piece}`))], piece),
      );
    case 'sources':
      return sources(block.label, block.citations);
    case 'asks':
      return asks(block.label, block.asks);
    default:
      return assertNever(block);
  }
}

/** The answer's first line: bold, yet literal. */
export function headline(text: string): Part {
  const blocks = pieces(clean(text), LIMITS.section).map((piece) => ({
    type: 'rich_text' as const,
    elements: [
      {
        type: 'rich_text_section' as const,
        elements: [{ type: 'text' as const, text: piece, style: { bold: true } }],
      },
    ],
  }));
  return part(blocks, clean(text));
}

function heading(text: string): Part {
  const line = clean(text).replace(/\s+/gu, ' ').trim();
  if (line === '' || line.length > LIMITS.header) return headline(text);
  return part([{ type: 'header', text: plain(line) }], line);
}

export function paragraph(text: string): readonly Part[] {
  return pieces(clean(text), LIMITS.section).map((piece) => part([section(piece)], piece));
}

/** Label and value side by side. A row too long for that becomes a paragraph. */
function facts(rows: readonly (readonly [string, string])[]): readonly Part[] {
  const parts: Part[] = [];
  let fields: PlainTextElement[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    if (fields.length > 0) parts.push(part([{ type: 'section', fields }], lines.join('\n')));
    [fields, lines] = [[], []];
  };
  for (const [label, value] of rows) {
    if (
      fields.length === LIMITS.fieldsPerSection ||
      lengthOf(fields) + label.length + value.length > LIMITS.section
    )
      flush();
    if (label.length > LIMITS.field || value.length > LIMITS.field) {
      flush();
      parts.push(...paragraph(`${label}: ${value}`));
      continue;
    }
    fields.push(plain(filled(label)), plain(filled(value)));
    lines.push(`${label}: ${value}`);
  }
  flush();
  return parts;
}

function progress(title: string, counts: readonly ProgressCount[], words: string): readonly Part[] {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const bars = counts.map(({ label, count, standing }) => {
    const cells = count > 0 ? Math.max(1, Math.round((count / most) * BAR_CELLS)) : 0;
    return [signOf(standing), `${label}: ${count}`, '█'.repeat(cells)].filter(Boolean).join(' ');
  });
  const drawn = sections([title, ...bars].join('\n'));
  return [part(drawn, title), ...paragraph(words)];
}

function entry({ label, title, status, lines, ask }: Entry): Part {
  const first = [label, title.text].filter(Boolean).join(': ');
  const shown = sections([first, ...(status ? [signed(status)] : []), ...lines].join('\n'));
  const words = [first, ...(status ? [statusWords(status)] : []), ...lines].join('\n');
  const press = ask && button(ask, 0, label);
  const [head, ...rest] = shown;
  if (!head) return part([...(press ? [actions([press])] : []), ...(status ? source(status) : [])], words);
  const top = press ? { ...head, accessory: press } : head;
  return part([top, ...rest, ...(status ? source(status) : [])], words);
}

function signed(status: StatusLine): string {
  return [`${signOf(status.standing)} ${status.words}`, ...datedLines(status)].join('\n');
}

function statusWords(status: StatusLine): string {
  return [status.words, ...datedLines(status), citationWords(status.source)].join('\n');
}

function datedLines({ asAtWords, overdueWords }: StatusLine): readonly string[] {
  return [asAtWords, ...(overdueWords === undefined ? [] : [overdueWords])];
}

function source(status: StatusLine): readonly KnownBlock[] {
  return citationBlocks([status.source]);
}

function sources(label: string, citations: readonly Citation[]): readonly Part[] {
  if (citations.length === 0) return [];
  const words = [clean(label), ...citations.map(citationWords)].join('\n');
  return [part(citationBlocks(citations, label), words)];
}

/** As many whole source lines to a context block as fit; a line never breaks, unless no text of Slack's could hold it. */
function citationBlocks(citations: readonly Citation[], label = ''): readonly KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let lines: string[] = [inert(shorten(label, LIMITS.header))].filter(Boolean);
  const flush = (): void => {
    if (lines.length > 0) blocks.push(context({ type: 'mrkdwn', text: lines.join('\n'), verbatim: true }));
    lines = [];
  };
  for (const citation of citations) {
    const line = citationLine(citation);
    if ([...lines, line].join('\n').length > LIMITS.contextText) flush();
    if (line.length <= LIMITS.contextText) lines.push(line);
    else blocks.push(...sections(citationWords(citation)));
  }
  flush();
  return blocks;
}

function citationLine({ words, url }: Citation): string {
  const linked = url === undefined ? undefined : link(url, words.text);
  return `• ${linked ?? inert(citationWords({ words, key: '', ...(url !== undefined && { url }) }))}`;
}

function citationWords({ words, url }: Citation): string {
  const address = url === undefined ? undefined : (webAddress(url) ?? clean(url));
  const line = clean(words.text);
  return address === undefined || line.includes(address) ? line : `${line} ${address}`.trim();
}

function asks(label: string, offered: readonly Ask[]): readonly Part[] {
  const rows = buttons(offered);
  const [first, ...rest] = rows;
  const line = shorten(clean(label).trim(), LIMITS.contextText);
  if (!first || line === '') return rows;
  return [part([context(plain(line)), ...first.blocks], [line, first.words].join('\n').trim()), ...rest];
}

/** Rows of buttons. What a button cannot carry is shown to be typed. */
function buttons(offered: readonly Ask[]): readonly Part[] {
  const pressable = offered.filter(isPressable);
  const typable = offered.filter(({ say }) => say.length > LIMITS.buttonValue);
  const rows: Part[] = [];
  for (let at = 0; at < pressable.length; at += LIMITS.buttonsPerBlock) {
    const row = pressable.slice(at, at + LIMITS.buttonsPerBlock);
    rows.push(part([actions(row.map((ask, index) => button(ask, index)))], ''));
  }
  return [...rows, ...typable.flatMap(({ say }) => paragraph(say))];
}

function isPressable({ say }: Ask): boolean {
  return clean(say).trim() !== '' && say.length <= LIMITS.buttonValue;
}

function button(ask: Ask, index: number, about?: string): Button | undefined {
  if (!isPressable(ask)) return undefined;
  const value = clean(ask.say);
  const named = clean(ask.label).trim() || value.trim();
  return {
    type: 'button',
    action_id: `say-${index}`,
    text: plain(shorten(named, LIMITS.buttonLabel)),
    value,
    ...(about && { accessibility_label: shorten(`${named}: ${clean(about)}`, LIMITS.buttonLabel) }),
  };
}

function actions(elements: readonly (Button | undefined)[]): KnownBlock {
  return { type: 'actions', elements: elements.filter((element) => element !== undefined) };
}

/** `expand`: an answer is never folded away behind "see more". */
function section(text: string): SectionBlock {
  return { type: 'section', text: plain(text), expand: true };
}

function sections(text: string): readonly SectionBlock[] {
  return pieces(clean(text), LIMITS.section).map(section);
}

function context(element: ContextBlock['elements'][number]): ContextBlock {
  return { type: 'context', elements: [element] };
}

/** `emoji: false`: a name between colons stays as it was written. */
function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

function filled(text: string): string {
  return text.trim() === '' ? NOTHING : text;
}

function lengthOf(fields: readonly PlainTextElement[]): number {
  return fields.reduce((sum, { text }) => sum + text.length, 0);
}

function part(blocks: readonly KnownBlock[], words: string): Part {
  return { blocks, words };
}
