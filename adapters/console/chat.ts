import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Ask } from '../../src/domain/answer.ts';
import type { ConversationKey, PersonKey } from '../../src/domain/conversation.ts';
import type { Audience } from '../../src/domain/model.ts';
import type { Reply } from '../../src/ports/channel.ts';
import type { Clock, NewId } from '../../src/ports/clock.ts';
import { asksOf, toText } from './render.ts';

export interface ChatDeps {
  readonly input: Readable;
  readonly output: Writable;
  /** A person sits before it: a prompt is shown, and the chat opens with what the bot can do. */
  readonly interactive: boolean;
  readonly reply: Reply;
  readonly clearance: Audience;
  readonly clock: Clock;
  readonly newId: NewId;
}

const CONVERSATION = 'console:terminal' as ConversationKey;
const PERSON = 'console:person' as PersonKey;
const PROMPT = '> ';

/** A chat in the terminal: each line is a message, a number says the hint of that number; ends with its input. */
export async function runChat(deps: ChatDeps): Promise<void> {
  let asks: readonly Ask[] = [];
  const say = async (text: string): Promise<void> => {
    const post = await deps.reply(toInbound(text, deps));
    asks = asksOf(post);
    deps.output.write(`${toText(post)}\n${hints(asks)}\n`);
    if (deps.interactive) deps.output.write(PROMPT);
  };
  if (deps.interactive) await say('help');
  for await (const line of createInterface({ input: deps.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '' && !deps.interactive) continue;
    await say(asks[Number(line.trim()) - 1]?.say ?? line);
  }
}

/** The post's buttons as numbered hints. */
function hints(asks: readonly Ask[]): string {
  return asks
    .map(({ label, say }, index) => `  [${index + 1}] ${label === say ? say : `${label}: ${say}`}\n`)
    .join('');
}

function toInbound(text: string, { clock, newId, clearance }: ChatDeps): Parameters<Reply>[0] {
  const id = newId();
  const who = { conversation: CONVERSATION, place: CONVERSATION, author: { key: PERSON } };
  return { ...who, eventId: id, messageId: id, text, direct: true, clearance, received: clock.now() };
}
