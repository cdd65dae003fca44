import { make, type Child } from './dom.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };
/** A sign of emphasis opens only before a character that is no blank, and closes only after one. */
const EMPHASIS = /(?<![\p{L}\p{N}])([*_~`])(?![\s\u200B])([^\n]+?)(?<![\s\u200B])\1(?![\p{L}\p{N}])/u;
const TAGS: Readonly<Record<string, 'strong' | 'em' | 's' | 'code'>> = {
  '*': 'strong',
  _: 'em',
  '~': 's',
  '`': 'code',
};

/** Slack's own markup as Slack shows it: links, emphasis, the three escaped characters. */
export function fromMrkdwn(text: string): readonly Child[] {
  return text.split(/(<[^<>]+>)/u).flatMap((piece) => {
    const link = /^<(https?:[^|>]+)(?:\|([^>]*))?>$/u.exec(piece);
    return link ? [linkTo(plainOf(link[1] ?? ''), plainOf(link[2] ?? link[1] ?? ''))] : emphasised(piece);
  });
}

function emphasised(text: string): readonly Child[] {
  const found = EMPHASIS.exec(text);
  const tag = TAGS[found?.[1] ?? ''];
  if (!found || !tag) return [plainOf(text)];
  const inner = tag === 'code' ? [plainOf(found[2] ?? '')] : emphasised(found[2] ?? '');
  return [
    plainOf(text.slice(0, found.index)),
    make(tag, {}, ...inner),
    ...emphasised(text.slice(found.index + found[0].length)),
  ];
}

function plainOf(text: string): string {
  return text.replace(/&(amp|lt|gt);/gu, (whole, entity: string) => ENTITIES[entity] ?? whole);
}

/** As much Markdown as a card of Teams reads: links, bold, italics, escaped characters and entities, lines. */
export function fromMarkdown(text: string): HTMLElement {
  const lines = text.split('\n').map((line) => {
    const pieces = line.split(/(\[(?:\\.|[^\]\\])+\]\([^)\s]+\))/u);
    return make('p', {}, ...pieces.flatMap(markdownPiece));
  });
  return make('div', {}, ...lines);
}

function markdownPiece(piece: string): readonly Child[] {
  const link = /^\[((?:\\.|[^\]\\])+)\]\((https?:[^)\s]+)\)$/u.exec(piece);
  if (link) return [linkTo(link[2] ?? '', unescaped(link[1] ?? ''))];
  const bold = /(?<!\\)\*\*(?!\s)(.+?)(?<![\s\\])\*\*/u.exec(piece);
  if (!bold) return [unescaped(piece)];
  const rest = markdownPiece(piece.slice(bold.index + bold[0].length));
  return [unescaped(piece.slice(0, bold.index)), make('strong', {}, unescaped(bold[1] ?? '')), ...rest];
}

function unescaped(text: string): string {
  return plainOf(text.replace(/\\([^\p{L}\p{N}\s])/gu, '$1'));
}

function linkTo(href: string, label: string): HTMLElement {
  return make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, label);
}
