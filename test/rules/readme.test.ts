import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { KNOWLEDGE, startBot } from '../doubles/bot.ts';

const README = readFileSync(join(KNOWLEDGE, '..', 'README.md'), 'utf8');
/** Fenced blocks marked `chat`: lines that begin with `> ` are typed, what follows is printed. */
const DIALOGUES = [...README.matchAll(/^```chat\n([\s\S]*?)^```$/gmu)].map(([, body = '']) =>
  body.split(/^> /mu).slice(1).map(turnOf),
);

function turnOf(turn: string): { readonly typed: string; readonly printed: string } {
  const end = turn.indexOf('\n');
  return { typed: turn.slice(0, end), printed: turn.slice(end + 1).trim() };
}

describe('the dialogues in the README', () => {
  it('are there, in Welsh and in English', () => {
    expect(DIALOGUES.length).toBeGreaterThanOrEqual(2);
  });

  it.each(DIALOGUES.map((turns, index) => [index + 1, turns] as const))(
    'number %i is what the bot really says',
    async (_number, turns) => {
      const bot = await startBot();
      const printed: string[] = [];
      for (const { typed } of turns) printed.push((await bot.text(typed)).trim());
      await bot.close();

      expect(printed).toEqual(turns.map((turn) => turn.printed));
    },
  );
});
