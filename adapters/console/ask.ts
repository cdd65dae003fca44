import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { sourcesOf, type Post } from '../../src/domain/answer.ts';
import type { ConversationKey, PersonKey } from '../../src/domain/conversation.ts';
import type { Audience } from '../../src/domain/model.ts';
import type { Inbound, Reply } from '../../src/ports/channel.ts';
import type { Clock, NewId } from '../../src/ports/clock.ts';
import { toText } from './render.ts';

export interface AskDeps {
  readonly input: Readable;
  readonly output: Writable;
  readonly reply: Reply;
  readonly clearance: Audience;
  readonly clock: Clock;
  readonly newId: NewId;
  /** The answer to a line that is no question: the bot's own apology. */
  readonly apologise: () => Post;
}

interface Question {
  readonly id: unknown;
  readonly conversation: string;
  readonly text: string;
}

/**
 * Reads JSON lines `{"id","conversation","text"}` and prints one JSON answer for each, in order, holding one line at a
 * time. A line without a conversation is a conversation of its own. Resolves to the exit status: 1 where any line was
 * no such JSON, else 0.
 */
export async function runAsk(deps: AskDeps): Promise<0 | 1> {
  let status: 0 | 1 = 0;
  for await (const line of createInterface({ input: deps.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const question = parseQuestion(line, deps.newId);
    if (!question) status = 1;
    const post = question ? await deps.reply(toInbound(question, deps)) : deps.apologise();
    await write(deps.output, `${JSON.stringify(toLine(question?.id ?? null, post))}\n`);
  }
  return status;
}

function parseQuestion(line: string, newId: NewId): Question | undefined {
  let read: unknown;
  try {
    read = JSON.parse(line.replace(/^\uFEFF/u, ''));
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null || !('text' in read) || typeof read.text !== 'string') {
    return undefined;
  }
  const conversation = 'conversation' in read && read.conversation != null ? read.conversation : newId();
  return { id: 'id' in read ? read.id : null, conversation: JSON.stringify(conversation), text: read.text };
}

function toInbound(question: Question, { clock, newId, clearance }: AskDeps): Inbound {
  const id = newId();
  const conversation = `batch:${question.conversation}` as ConversationKey;
  return {
    eventId: id,
    messageId: id,
    conversation,
    place: conversation,
    author: { key: `batch:${question.conversation}` as PersonKey },
    text: question.text,
    direct: true,
    clearance,
    received: clock.now(),
  };
}

/** The batch contract: the first answer's kind and items; the text of all that was said. */
function toLine(id: unknown, post: Post): Record<string, unknown> {
  const [answer] = post;
  return {
    id,
    language: answer.locale,
    kind: answer.kind,
    items: answer.items,
    text: toText(post),
    sources: sourcesOf(answer),
  };
}

/** Waits for a slow reader, so that answers do not pile up in memory. */
async function write(output: Writable, text: string): Promise<void> {
  if (output.write(text)) return;
  await new Promise<void>((resolve) => {
    output.once('drain', resolve);
  });
}
