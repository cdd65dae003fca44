import type { KnownBlock } from '@slack/types';
import type { Answer, Post } from '../../src/domain/answer.ts';
import { headline, paragraph, toParts, type Part } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { escape, clean, shorten } from './text.ts';

/** One message of Slack's. `text` says in plain words what the blocks show: notification, screen reader, fallback. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

const DIVIDER: Part = { blocks: [{ type: 'divider' }], words: '' };

/**
 * The post as messages, in order; more than one only where Slack's limits demand it. No link, date or source is cut,
 * and a status stays in one message with its date and source. Nothing in the text can mention, link or format.
 */
export function toSlack(post: Post): readonly SlackMessage[] {
  const parts = post.flatMap((answer, at) => [...(at > 0 ? [DIVIDER] : []), ...partsOf(answer)]);
  const messages = packed(parts);
  const headlines = post.map((answer) => clean(answer.headline)).join('\n');
  return messages.map((shown, at) => ({
    text: fallback(headlines, shown, messages.length > 1 ? `(${at + 1}/${messages.length})` : ''),
    blocks: shown.flatMap((part) => part.blocks),
  }));
}

/** An answer that is its headline alone is plain talk, and not bold. */
function partsOf(answer: Answer): readonly Part[] {
  const body = answer.blocks.flatMap(toParts);
  const first = body.length > 0 ? [headline(answer.headline)] : paragraph(answer.headline);
  return [...first.map(({ blocks }) => ({ blocks, words: '' })), ...body];
}

function packed(parts: readonly Part[]): readonly (readonly Part[])[] {
  const messages: Part[][] = [];
  let [blocks, characters] = [0, 0];
  for (const part of parts.flatMap(fitting)) {
    const size = sizeOf(part);
    [blocks, characters] = [blocks + part.blocks.length, characters + size];
    const current = messages.at(-1);
    if (current && blocks <= LIMITS.blocksPerMessage && characters <= LIMITS.charactersPerMessage) {
      current.push(part);
    } else {
      [blocks, characters] = [part.blocks.length, size];
      messages.push([part]);
    }
  }
  const shown = messages.map((message) => (message[0] === DIVIDER ? message.slice(1) : message));
  return shown.filter((message) => message.some((part) => part.blocks.length > 0));
}

/** A part that no message could hold is sent block by block. */
function fitting(part: Part): readonly Part[] {
  if (part.blocks.length <= LIMITS.blocksPerMessage && sizeOf(part) <= LIMITS.charactersPerMessage)
    return [part];
  return part.blocks.map((block, at) => ({ blocks: [block], words: at === 0 ? part.words : '' }));
}

/** Its share of the message's JSON. */
function sizeOf(part: Part): number {
  return JSON.stringify(part.blocks).length;
}

function fallback(headlines: string, shown: readonly Part[], number: string): string {
  const lines = shown.map((part) => part.words).filter(Boolean);
  const first = [headlines, number].filter(Boolean).join(' ');
  let text = shorten(first, LIMITS.fallback);
  for (const line of lines.flatMap((words) => words.split('\n'))) {
    if (text.length + line.length + 1 > LIMITS.fallback) break;
    text = `${text}\n${line}`;
  }
  return escape(text);
}
