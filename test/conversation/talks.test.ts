import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import type { Instant, IsoDate } from '../../src/domain/dates.ts';
import { importPlans } from '../../src/knowledge/import-plans.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { packageRoot } from '../../src/start/machine.ts';
import { KNOWLEDGE, SILENT, startBot, type TestBot } from '../doubles/bot.ts';

interface Turn {
  readonly say: string;
  readonly kind: string;
  readonly items: string;
  /** The headline begins with it. */
  readonly says: string;
}
const TALKS = Object.entries(
  parse(readFileSync(join(packageRoot(), 'test', 'conversation', 'talks.yaml'), 'utf8')) as Record<
    string,
    readonly Turn[]
  >,
);
const FERRY = join(packageRoot(), 'test', 'fixtures', 'ferry-crews');

describe('a whole conversation', () => {
  let bot: TestBot;
  let close: () => void;
  beforeAll(async () => {
    const into = mkdtempSync(join(tmpdir(), 'talks-'));
    const sheet = (name: string): string => join(FERRY, `${name}.csv`);
    await importPlans({
      into,
      items: sheet('items'),
      progress: sheet('progress'),
      plans: sheet('plans'),
      facts: sheet('facts'),
      today: '2026-11-21' as IsoDate,
      now: '2026-11-21T12:00:00.000Z' as Instant,
    });
    const dirs = [
      { path: KNOWLEDGE, bundled: true, except: [] },
      { path: into, bundled: false, except: [] },
    ];
    const knowledge = await openKnowledge({ dirs, log: SILENT, pollSeconds: 0 });
    close = () => {
      knowledge.close();
      rmSync(into, { recursive: true });
    };
    bot = await startBot({ library: knowledge.library });
  });
  afterAll(async () => {
    close();
    await bot.close();
  });

  it.each(TALKS)('about %s', async (chat, turns) => {
    const said: Turn[] = [];
    for (const { say, says } of turns) {
      const { kind, items, headline } = await bot.say(say, { chat });
      said.push({ say, kind, items: items.join(' '), says: headline.startsWith(says) ? says : headline });
    }

    expect(said).toEqual(turns);
  });
});
