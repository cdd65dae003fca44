import { Readable, Writable } from 'node:stream';

import { runAsk } from '../../adapters/console/ask.ts';
import { apology } from '../../src/bot/act.ts';
import { readConfig } from '../../src/config.ts';
import type { Library } from '../../src/knowledge/library.ts';
import { openCore } from '../../src/start/core.ts';
import { fakeClock } from '../doubles/clock.ts';
import { SILENT } from '../doubles/bot.ts';

export const TODAY = '2026-11-21';

/** A line that the batch command prints. */
export interface Said {
  readonly id: number;
  readonly language: 'cy' | 'en';
  readonly kind: string;
  readonly items: readonly string[];
  readonly text: string;
  readonly sources: readonly string[];
}

export interface Batch {
  readonly library: Library;
  /** The answers in order of the messages; those of one conversation remember each other. */
  ask(
    messages: readonly { readonly conversation: string; readonly text: string }[],
  ): Promise<readonly Said[]>;
  close(): Promise<void>;
}

/** The batch command within this process: its wiring, its reader and writer, public clearance, a store in memory. */
export async function openBatch(extra: readonly string[] = []): Promise<Batch> {
  const read = readConfig({});
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const clock = fakeClock(`${TODAY}T12:00:00.000Z`);
  let count = 0;
  const newId = (): string => `golden-${(count += 1)}`;
  const core = await openCore({
    config: read.config,
    packs: { demo: true, extra },
    place: { kind: 'sqlite', path: ':memory:' },
    clock,
    log: SILENT,
    canPost: () => true,
  });
  const ask: Batch['ask'] = async (messages) => {
    const lines = messages.map((message, id) => `${JSON.stringify({ id, ...message })}\n`);
    const printed: string[] = [];
    const output = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        printed.push(chunk.toString());
        done();
      },
    });
    const apologise = (): [ReturnType<typeof apology>] => [apology('en', newId())];
    const reply = core.reply;
    await runAsk({
      input: Readable.from(lines),
      output,
      reply,
      clearance: 'public',
      clock,
      newId,
      apologise,
    });
    // Safe cast: the form of a line is the batch contract, and its reader's own tests hold it.
    return printed.map((line) => JSON.parse(line) as Said);
  };
  return { library: core.knowledge.library('public'), ask, close: () => core.close() };
}
