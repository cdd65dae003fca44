import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Instant, IsoDate } from '../../src/domain/dates.ts';
import { importPlans } from '../../src/knowledge/import-plans.ts';
import { openKnowledge, type Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadPack, loadPacks } from '../../src/knowledge/load.ts';
import { runPlanCommand } from '../../src/knowledge/plan-command.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { KNOWLEDGE, SILENT, startBot, type TestBot } from '../doubles/bot.ts';

const root = mkdtempSync(join(tmpdir(), 'pack-vocabulary-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let dir = '';
let count = 0;
beforeEach(() => {
  count += 1;
  dir = join(root, String(count));
});

const PLAN = `id: glan
title: { en: The Glan plan, cy: Cynllun Glan }
known_as: { en: [the Glan plan], cy: [cynllun Glan] }
owners: [{ en: Glan Trust }]
published: 2026
declared: { action: 3 }
sources:
  plan: { document: { en: The Glan plan }, url: https://example.org/glan, confidence: primary }
source: plan
`;
const ITEMS = `items:
  - { kind: action, ref: "1", title: { en: Start a leadership programme for ward managers }, source: plan }
  - { kind: action, ref: "2", title: { en: Open a wellbeing service for staff }, source: plan }
  - { kind: action, ref: "3", title: { cy: Cynnig gwersi Cymraeg i staff }, source: plan }
`;
const WORDS = `entries:
  - { en: [Compass, leadership programme], cy: [Cwmpawd, rhaglen arweinyddiaeth] }
`;

function write(files: Readonly<Record<string, string>>, id = 'glan'): string {
  const folder = join(dir, id);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

describe('a pack with a vocabulary.yaml', () => {
  const withBot = async (use: (bot: TestBot, knowledge: Knowledge) => Promise<void>): Promise<void> => {
    const dirs = [{ path: KNOWLEDGE, except: ['demo-trust'] }, { path: dir }];
    const knowledge = await openKnowledge({ dirs, log: SILENT, pollSeconds: 0 });
    const bot = await startBot({ library: knowledge.library });
    await use(bot, knowledge);
    await bot.close();
    knowledge.close();
  };

  it('is asked by its own words in both languages, and the answer says how they were read', async () => {
    write({ 'plan.yaml': PLAN, 'items.yaml': ITEMS, 'vocabulary.yaml': WORDS });

    await withBot(async (bot) => {
      const [en, cy] = [
        await bot.say('what about Compass?', { chat: 'en' }),
        await bot.say('Beth am Gwmpawd?', { chat: 'cy' }),
      ];

      expect([en.kind, en.items, cy.kind, cy.items]).toEqual([
        'item',
        ['glan/action-1'],
        'item',
        ['glan/action-1'],
      ]);
      expect(en.blocks).toContainEqual({
        type: 'notice',
        tone: 'info',
        text: '“Compass” was also looked up as “leadership programme”.',
      });
      expect(cy.blocks).toContainEqual({
        type: 'notice',
        tone: 'info',
        text: 'Chwiliwyd am “Gwmpawd” fel “leadership programme” hefyd.',
      });
    });
  });

  it('says so too where the project’s own vocabulary led to it, across the languages, and never where it did not', async () => {
    write({ 'plan.yaml': PLAN, 'items.yaml': ITEMS });

    await withBot(async (bot) => {
      const said = async (text: string): Promise<readonly unknown[]> => {
        const { items, blocks } = await bot.say(text, { chat: text });
        const notices = blocks.flatMap((block) => (block.type === 'notice' ? [block.text] : []));
        return [items, notices.filter((notice) => /looked up|Chwiliwyd/u.test(notice))];
      };

      expect(await said('what about burnout in the Glan plan?')).toEqual([
        ['glan/action-2'],
        ['“burnout” was also looked up as “wellbeing”.'],
      ]);
      expect(await said('beth am orflinder yng nghynllun Glan?')).toEqual([
        ['glan/action-2'],
        ['Chwiliwyd am “orflinder” fel “wellbeing” hefyd.'],
      ]);
      expect(await said('what about Welsh lessons in the Glan plan?')).toEqual([
        ['glan/action-3'],
        ['“Welsh lessons” was also looked up as “gwersi Cymraeg”.'],
      ]);
      expect(await said('wellbeing service in the Glan plan')).toEqual([['glan/action-2'], []]);
      expect(await said('gwersi Cymraeg i staff yng nghynllun Glan')).toEqual([['glan/action-3'], []]);
    });
  });

  it('is asked by new words once they are edited, and keeps the last good ones after a wrong edit', async () => {
    const folder = write({ 'plan.yaml': PLAN, 'items.yaml': ITEMS });

    await withBot(async (bot, knowledge) => {
      expect((await bot.say('what about Compass?', { chat: '1' })).items).not.toContain('glan/action-1');

      writeFileSync(join(folder, 'vocabulary.yaml'), WORDS);
      expect(await knowledge.refresh()).toBe(true);
      expect((await bot.say('what about Compass?', { chat: '2' })).items).toEqual(['glan/action-1']);

      writeFileSync(join(folder, 'vocabulary.yaml'), WORDS.replace('cy:', 'cym:'));
      await knowledge.refresh();
      expect(knowledge.problems).toMatchObject([{ line: 2, column: 44, value: 'cym' }]);
      expect((await bot.say('what about Compass?', { chat: '3' })).items).toEqual(['glan/action-1']);
    });
  });

  it('is left with its words by a later import', async () => {
    const sheet = join(root, 'items.csv');
    const rows = (title: string) =>
      `plan,kind,ref,title_en,source_document,confidence\nmine,action,1,${title},Mine,primary\n`;
    const bring = async (title: string) => {
      writeFileSync(sheet, rows(title));
      const now = '2026-11-21T12:00:00.000Z' as Instant;
      return importPlans({ items: sheet, into: dir, today: '2026-11-21' as IsoDate, now });
    };
    expect(await bring('Start a leadership programme')).toMatchObject({ ok: true, written: ['mine'] });
    write({ 'vocabulary.yaml': WORDS }, 'mine');

    expect(await bring('Start the leadership programme')).toMatchObject({ ok: true, written: ['mine'] });
    expect(readFileSync(join(dir, 'mine', 'vocabulary.yaml'), 'utf8')).toBe(WORDS);
    const [pack] = (await loadPacks([dir])).packs;
    expect(pack?.vocabulary?.entries).toMatchObject([
      { en: ['Compass', 'leadership programme'], plan: 'mine' },
    ]);
  });

  it('is checked like its other files, and counted', async () => {
    const folder = write({
      'plan.yaml': PLAN,
      'items.yaml': ITEMS,
      'vocabulary.yaml': 'entries:\n  - { en: [Compass, leadership], cy: [] }\n',
    });
    const loaded = await loadPack(folder);
    expect(
      loaded.ok ? [] : loaded.problems.map((each) => formatProblem(each).slice(`${folder}/`.length)),
    ).toEqual(['vocabulary.yaml:2:34: `cy` is empty. Write the words, or leave the whole line out.']);

    const lines: string[] = [];
    const check = (): Promise<number> =>
      runPlanCommand(['check', dir], {
        out: (line) => void lines.push(line),
        err: (line) => void lines.push(line),
        today: '2026-11-21' as IsoDate,
        now: '2026-11-21T12:00:00.000Z' as Instant,
        defaultInto: dir,
        bundled: 'knowledge',
      });
    expect(await check()).toBe(1);
    write({ 'vocabulary.yaml': WORDS });
    expect(await check()).toBe(0);
    expect(lines.at(-1)).toBe('Right: glan (items: 3, facts: 0, statements: 0, vocabulary: 1)');
  });

  it('tells nobody its words who may not be told of the plan', async () => {
    write({ 'plan.yaml': `${PLAN}audience: staff\n`, 'items.yaml': ITEMS, 'vocabulary.yaml': WORDS });
    const knowledge = await openKnowledge({ dirs: [{ path: dir }], log: SILENT, pollSeconds: 0 });

    expect(knowledge.library('public').vocabulary).toEqual({ entries: [] });
    expect(knowledge.library('staff').vocabulary?.entries).toHaveLength(1);
  });

  it('is no pack by its vocabulary alone', async () => {
    mkdirSync(dir);
    writeFileSync(join(dir, 'vocabulary.yaml'), WORDS);
    write({ 'plan.yaml': PLAN });

    expect((await loadPacks([dir])).packs.map(({ plan }) => plan.id)).toEqual(['glan']);
  });
});
