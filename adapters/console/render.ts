import type { Ask, Block, Citation, Entry, Post, StatusLine, Wording } from '../../src/domain/answer.ts';
import { assertNever } from '../../src/domain/assert-never.ts';
import type { Standing } from '../../src/domain/model.ts';

/** The post as plain lines, without colour codes and asks: what `ask` prints and a terminal shows. */
export function toText(post: Post): string {
  return post
    .map((answer) => [answer.headline, ...answer.blocks.flatMap(linesOf)].join('\n').trimEnd())
    .map(withoutControls)
    .join('\n\n———\n\n');
}

/** The buttons of a post in the order shown, each once: what a typed number means. */
export function asksOf(post: Post): readonly Ask[] {
  const asks = post.flatMap(({ blocks }) => blocks.flatMap(asksIn));
  return asks.filter((ask, index) => asks.findIndex(({ say }) => say === ask.say) === index);
}

/** A mark beside the words of a standing, which say the same. */
export function symbolOf(standing: Standing): string {
  if (standing.stage === 'in_progress') return standing.rating ? RATING_SYMBOLS[standing.rating] : '◐';
  return STAGE_SYMBOLS[standing.stage];
}

const RATING_SYMBOLS = {
  on_track: '●',
  at_risk: '▲',
  off_track: '■',
  date_missed_no_risk: '◷',
  date_missed_with_risk: '◆',
} as const;
const STAGE_SYMBOLS = {
  not_started: '○',
  completed: '✔',
  on_hold: '‖',
  cancelled: '✕',
  carried_forward: '→',
} as const;

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
      return ['', block.text];
    case 'paragraph':
      return ['', block.text];
    case 'notice':
      return ['', `! ${block.text}`];
    case 'facts':
      return ['', ...block.rows.map(({ label, value }) => `${label}: ${value.text}`)];
    case 'status':
      return ['', ...statusLines(block.status)];
    case 'progress':
      return ['', block.title, block.words];
    case 'entries':
      return ['', ...block.entries.flatMap(entryLines)];
    case 'sources':
      return ['', block.label, ...block.citations.map(citationLine)];
    case 'asks':
      return [];
    default:
      return assertNever(block);
  }
}

function statusLines(status: StatusLine): readonly string[] {
  const overdue = status.overdueWords ? [status.overdueWords] : [];
  const said = `${symbolOf(status.standing)} ${status.words}, ${status.asAtWords}`;
  return [said, ...overdue, citationLine(status.source)];
}

function entryLines(entry: Entry): readonly string[] {
  const status = entry.status ? statusLines(entry.status) : [];
  return [titleLine(entry.label, entry.title), ...[...status, ...entry.lines].map((line) => `    ${line}`)];
}

function titleLine(label: string, title: Wording): string {
  return label === '' ? `  ${title.text}` : `  ${label}: ${title.text}`;
}

function citationLine({ words, url }: Citation): string {
  return url !== undefined && !words.text.includes(url) ? `  ${words.text} <${url}>` : `  ${words.text}`;
}

function asksIn(block: Block): readonly Ask[] {
  if (block.type === 'asks') return block.asks;
  if (block.type !== 'entries') return [];
  return [...block.entries.flatMap(({ ask }) => (ask ? [ask] : [])), ...(block.more ? [block.more] : [])];
}

/** Plan text and typed words must not steer a terminal: control characters but line breaks are taken out. */
function withoutControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (char) => (char === '\n' || char === '\u200d' ? char : ''));
}
