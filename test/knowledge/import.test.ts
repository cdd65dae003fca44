import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import type { Instant, IsoDate } from '../../src/domain/dates.ts';
import { createLibrary } from '../../src/knowledge/create-library.ts';
import { importPlans } from '../../src/knowledge/import-plans.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { loadPack, loadPacks } from '../../src/knowledge/load.ts';
import { runPlanCommand } from '../../src/knowledge/plan-command.ts';
import type { SheetName } from '../../src/knowledge/sheet-columns.ts';
import { SILENT, startBot } from '../doubles/bot.ts';

const root = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const TODAY = '2026-11-21' as IsoDate;
const NOW = '2026-11-21T09:30:00.000Z' as Instant;
const LATER = '2026-11-28T09:30:00.000Z' as Instant;

type Sheets = Partial<Record<SheetName, string | Uint8Array>>;

let into = '';
let count = 0;
beforeEach(() => {
  count += 1;
  into = join(root, String(count), 'packs');
});

function run(sheets: Sheets, now = NOW, bundled?: string) {
  const folder = join(root, String(count), 'sheets');
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(sheets).map(([name, text]) => {
    writeFileSync(join(folder, `${name}.csv`), text);
    return [name, join(folder, `${name}.csv`)];
  });
  const named = Object.fromEntries(files) as Partial<Record<SheetName, string>>;
  return importPlans({ ...named, into, today: TODAY, now, ...(bundled !== undefined && { bundled }) });
}

async function problemsOf(sheets: Sheets) {
  const imported = await run(sheets);
  return imported.ok ? [] : imported.problems;
}

async function packOf(id = 'trust-2026') {
  const pack = await loadPack(join(into, id), { today: TODAY });
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems));
  return pack.value;
}

function filesOf(folder = into): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
  );
}

const csv = (...rows: string[]) => `${rows.join('\r\n')}\r\n`;

const ITEMS = csv(
  'plan,kind,ref,theme,title_en,title_cy,summary_en,leads,leads_cy,due,parent,other_refs,tags,source_document,source_locator,source_url,confidence',
  'trust-2026,action,1.1,Retention,Keep people,Cadw pobl,"Stay interviews; and\nflexible hours",People team; Estates,Tîm pobl; Ystadau,31/03/2027,,A1; A2,retention; wellbeing,Trust plan 2026,p. 4,https://example.org/plan,primary',
  'trust-2026,action,1.10,Retention,Offer flexible work,,,,,2027,1.1,,,Trust plan 2026,p. 5,,',
  ',,,,,,,,,,,,,,,,',
  'trust-2026,recommendation,R7,Training,Train more nurses,,,,,46112,,,,Audit 2025,row 7,,secondary',
);
const PLANS = csv(
  'plan,title_en,title_cy,owners,published,declared_actions,declared_recommendations,source_document,source_url',
  'trust-2026,The Trust plan,Cynllun yr Ymddiriedolaeth,The Trust,2026-02,12,3,Trust plan 2026,https://example.org/plan',
);
const PROGRESS = csv(
  'plan,ref,as_at,stage,rating,source_label,note_en,note_cy,reason,mitigation,assessed_by,source_document,source_locator,source_url',
  'trust-2026,1.1,2026-09,In progress,At risk,Amber,Two wards left,Dwy ward ar ôl,Vacancies,Agency staff,owner,Board paper,p. 2,',
  'trust-2026,recommendation-R7,30/09/2026,completed,,,,,,,third_party,,,',
);
const ALL = { items: ITEMS, plans: PLANS, progress: PROGRESS };

describe('importing a plan for the first time', () => {
  it('makes a pack of everything that the columns hold', async () => {
    expect(await run(ALL)).toEqual({ ok: true, written: ['trust-2026'], unchanged: [], takenOut: [] });
    const { plan, items, updates } = await packOf();

    expect(plan).toMatchObject({
      title: { en: 'The Trust plan', cy: 'Cynllun yr Ymddiriedolaeth' },
      published: '2026-02',
      declared: { action: 12, recommendation: 3 },
      themes: [
        { ref: '1', title: { en: 'Retention' } },
        { ref: '2', title: { en: 'Training' } },
      ],
    });
    expect(items).toHaveLength(3);
    expect(items[0]).toEqual({
      id: 'trust-2026/action-1.1',
      plan: 'trust-2026',
      kind: 'action',
      theme: 'trust-2026/theme-1',
      refs: ['1.1', 'A1', 'A2'],
      title: { en: 'Keep people', cy: 'Cadw pobl' },
      summary: { en: 'Stay interviews; and\nflexible hours' },
      leads: [
        { en: 'People team', cy: 'Tîm pobl' },
        { en: 'Estates', cy: 'Ystadau' },
      ],
      addressees: [],
      due: '2027-03-31',
      dueWas: [],
      tags: ['retention', 'wellbeing'],
      audience: 'public',
      source: {
        document: { en: 'Trust plan 2026' },
        published: '2026-02',
        url: 'https://example.org/plan',
        locator: 'p. 4',
        confidence: 'primary',
      },
    });
    expect(items[1]).toMatchObject({ parent: 'trust-2026/action-1.1', due: '2027', refs: ['1.10'] });
    expect(items[2]).toMatchObject({
      due: '2026-03-31',
      source: { confidence: 'secondary', locator: 'row 7' },
    });
    expect(updates).toMatchObject([
      {
        subject: 'trust-2026/action-1.1',
        asAt: '2026-09',
        recorded: NOW,
        standing: { stage: 'in_progress', rating: 'at_risk' },
        sourceLabel: 'Amber',
        note: { en: 'Two wards left', cy: 'Dwy ward ar ôl' },
        reason: { en: 'Vacancies' },
        assessedBy: 'owner',
        source: { document: { en: 'Board paper' }, locator: 'p. 2' },
      },
      {
        subject: 'trust-2026/recommendation-R7',
        asAt: '2026-09-30',
        source: { document: { en: 'Trust plan 2026' } },
      },
    ]);
  });

  it('writes YAML that a person could have written', async () => {
    await run(ALL);

    expect(filesOf()['trust-2026/items.yaml']).toMatchSnapshot();
    expect(filesOf()['trust-2026/plan.yaml']).toMatchSnapshot();
    expect(filesOf()['trust-2026/progress.yaml']).toMatchSnapshot();
  });

  it('makes the title from the id and declares nothing where no plans sheet says more', async () => {
    await run({ items: ITEMS });

    const { plan } = await packOf();
    expect(plan).toMatchObject({ title: { en: 'Trust 2026' }, declared: {}, owners: [] });
    expect(plan.source.document).toEqual({ en: 'Trust plan 2026' });
  });

  it('reads what spreadsheets save: semicolons, tabs, a byte order mark, Windows letters, untidy headers', async () => {
    const tidy = csv(
      'plan,kind,ref,title_en,title_cy,source_document',
      'a,Call to Action,C1,"Hold, keep",Tŷ,Doc',
    );
    const cases: readonly (string | Uint8Array)[] = [
      `\uFEFF${tidy}`,
      tidy.replace('"Hold, keep"', 'Hold, keep').replace(/,(?! )/g, ';'),
      tidy.replace('"Hold, keep"', 'Hold, keep').replace(/,(?! )/g, '\t'),
      tidy.replace('plan,kind', ' Plan ,KIND').replace('title_en', 'Title EN'),
      Buffer.from(`\uFEFF${tidy}`, 'utf16le'),
    ];
    for (const items of cases) {
      rmSync(into, { recursive: true, force: true });
      expect(await run({ items })).toMatchObject({ ok: true, written: ['a'] });
      expect((await packOf('a')).items).toMatchObject([
        { kind: 'call-to-action', refs: ['C1'], title: { en: 'Hold, keep', cy: 'Tŷ' } },
      ]);
    }

    const windows = Buffer.from(tidy.replace('Tŷ', 'Ymgyrch â £5 \x96 staff\x92s \x80 \x93x\x94'), 'latin1');
    await run({ items: windows });
    expect((await packOf('a')).items[0]?.title.cy).toBe('Ymgyrch â £5 – staff’s € “x”');
  });

  it.each([
    ['Accepted', 'accepted'],
    ['In principle', 'accepted_in_principle'],
    ['accepted_in_principle', 'accepted_in_principle'],
  ])('reads the response %p as %p', async (cell, response) => {
    const columns = 'plan,kind,ref,title_en,response,source_document';
    await run({ items: csv(columns, `a,recommendation,1,One,${cell},Doc`) });

    expect((await packOf('a')).items[0]?.response).toBe(response);
  });

  it('takes no time that grows with the square of the rows', async () => {
    const refs = Array.from({ length: 2000 }, (_, index) => `${Math.floor(index / 50)}.${index % 50}`);
    const items = csv(
      'plan,kind,ref,title_en,source_document',
      ...refs.map((ref) => `a,action,${ref},Do ${ref},Doc`),
    );
    const progress = csv(
      'plan,ref,as_at,stage,source_document',
      ...refs.map((ref) => `a,${ref},2026-01,completed,Doc`),
    );
    const before = process.cpuUsage();

    expect(await run({ items, progress })).toMatchObject({ ok: true });
    const { user } = process.cpuUsage(before);
    expect(user / 1_000_000).toBeLessThan(20);
  }, 60_000);

  it('keeps cells that look like formulas as text, and a Welsh apostrophe where it is', async () => {
    await run({
      items: csv(
        'plan,kind,ref,title_en,title_cy,source_document',
        "a,action,1,'=SUM(A1),'r gweithlu,Doc",
        'a,action,2,@home,-,Doc',
      ),
    });

    expect((await packOf('a')).items.map((item) => item.title)).toEqual([
      { en: '=SUM(A1)', cy: "'r gweithlu" },
      { en: '@home', cy: '-' },
    ]);
  });

  it.each([
    ['2027', '2027'],
    ['2027-03', '2027-03'],
    ['2027-03-31', '2027-03-31'],
    ['31/03/2027', '2027-03-31'],
    ['1.3.2027', '2027-03-01'],
    ['03/2027', '2027-03'],
    ['2027-03-31 00:00:00', '2027-03-31'],
    ['46477', '2027-03-31'],
    ['31 March 2027', '2027-03-31'],
    ['March 2027', '2027-03'],
    ['Mawrth 2027', '2027-03'],
    ['1 Gorffennaf 2027', '2027-07-01'],
    ['RHAG 2027', '2027-12'],
    ['30-Sept-2027', '2027-09-30'],
    ['Mar. 2027', '2027-03'],
  ])('reads the date %p as %p', async (cell, date) => {
    await run({ items: csv('plan,kind,ref,title_en,due,source_document', `a,action,1,One,${cell},Doc`) });

    expect((await packOf('a')).items[0]?.due).toBe(date);
  });

  it('takes facts and themes with their own names in both languages', async () => {
    await run({
      ...ALL,
      themes: csv(
        'plan,ref,title_en,title_cy',
        'trust-2026,A,Training,Hyfforddi',
        'trust-2026,B,Retention,Cadw',
      ),
      facts: csv(
        'plan,topic,date,text_en,text_cy,source_document,source_locator,source_url,confidence',
        'trust-2026,funding,2026-04,Seven million,Saith miliwn,Budget,p. 1,,derived',
      ),
    });

    const { plan, items, facts } = await packOf();
    expect(plan.themes.map((theme) => [theme.ref, theme.title.cy])).toEqual([
      ['A', 'Hyfforddi'],
      ['B', 'Cadw'],
    ]);
    expect(items.map((item) => item.theme)).toEqual([
      'trust-2026/theme-B',
      'trust-2026/theme-B',
      'trust-2026/theme-A',
    ]);
    expect(facts).toMatchObject([{ topic: 'funding', date: '2026-04', source: { confidence: 'derived' } }]);
  });

  it('keeps what is for staff from the public', async () => {
    await run({
      items: csv(
        'plan,kind,ref,title_en,audience,source_document',
        'a,action,1,Open,,Doc',
        'a,action,2,Closed,Staff,Doc',
      ),
    });

    const packs = [await packOf('a')];
    expect(createLibrary(packs, 'public').items.map((item) => item.title.en)).toEqual(['Open']);
    expect(createLibrary(packs, 'staff').items).toHaveLength(2);
  });
});

describe('importing again', () => {
  it('changes nothing where nothing changed', async () => {
    await run(ALL);
    const before = filesOf();

    expect(await run(ALL, LATER)).toEqual({
      ok: true,
      written: [],
      unchanged: ['trust-2026'],
      takenOut: [],
    });
    expect(filesOf()).toEqual(before);
  });

  it('adds a new statement behind those held, keeps their moments and the notes of people', async () => {
    await run(ALL);
    const file = join(into, 'trust-2026', 'progress.yaml');
    writeFileSync(file, `# Agreed with the board\n${readFileSync(file, 'utf8')}`);
    const more = `${PROGRESS}trust-2026,1.1,2026-10-31,completed,,,,,,,owner,,,\r\n`;

    expect(await run({ progress: more }, LATER)).toMatchObject({ ok: true, written: ['trust-2026'] });
    expect((await packOf()).updates.map((update) => [update.asAt, update.recorded])).toEqual([
      ['2026-09', NOW],
      ['2026-09-30', NOW],
      ['2026-10-31', LATER],
    ]);
    expect(readFileSync(file, 'utf8')).toMatch(/^# Agreed with the board\n/);
    expect(await run({ progress: more }, LATER)).toMatchObject({ written: [], unchanged: ['trust-2026'] });
  });

  it('keeps the plan’s own words and what the sheet has no column for, such as an audience', async () => {
    await run(ALL);
    const file = join(into, 'trust-2026', 'items.yaml');
    const held = readFileSync(file, 'utf8').replace(
      'title:\n      en: Train more nurses',
      'audience: staff\n    note:\n      en: Our own number\n    title:\n      en: Train more nurses',
    );
    writeFileSync(file, held);

    await run({ items: ITEMS.replace('Keep people', 'Keep our people') });
    const { plan, items } = await packOf();
    expect(plan.title.en).toBe('The Trust plan');
    expect(items[0]?.title.en).toBe('Keep our people');
    expect(items[2]).toMatchObject({ audience: 'staff', note: { en: 'Our own number' } });
  });

  it('takes out an item that the sheet no longer has and says so, unless a statement is about it', async () => {
    await run({ items: ITEMS, plans: PLANS });
    const fewer = ITEMS.split('\r\n').filter((line) => !line.includes('R7'));

    expect(await run({ items: csv(...fewer) })).toMatchObject({
      ok: true,
      takenOut: ['trust-2026/recommendation-R7'],
    });

    await run(ALL);
    const refused = await run({ items: csv(...fewer) });
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ sheet: 'trust-2026/progress.yaml', remedy: expect.stringContaining('Keep the row') }],
    });
    expect((await packOf()).items).toHaveLength(3);
  });
});

describe('sheets with mistakes', () => {
  const head = 'plan,kind,ref,theme,title_en,due,parent,source_document';

  it('names sheet, row, column, value and remedy of every one, and writes nothing', async () => {
    const problems = await problemsOf({
      items: csv(
        head,
        'a,actoin,1,,One,,,Doc',
        '',
        'a,action,2,,Two,31/02/2026,,Doc',
        'a,action,3,,,,,Doc',
        'a,action,3,,Three,,9,Doc',
        ',action,4,,Four,,,Doc',
      ),
      progress: csv(
        'plan,ref,as_at,stage,rating,source_document',
        'a,2,2027-01-01,in progress,on track,Doc',
        'a,77,2026-01-01,done,,Doc',
        'a,2,2026-01-01,completed,on_track,',
        'b,2,2026-01-01,completed,,Doc',
      ),
    });

    const places = problems.map(({ sheet, row, column, value }) => `${sheet} ${row} ${column}=${value}`);
    expect(places).toEqual([
      'items 2 kind=actoin',
      'items 4 due=31/02/2026',
      'items 5 title_en=',
      'items 6 ref=3',
      'items 6 parent=9',
      'items 7 plan=',
      'progress 2 as_at=2027-01-01',
      'progress 3 ref=77',
      'progress 3 stage=done',
      'progress 4 source_document=',
      'progress 4 rating=on_track',
      'progress 5 plan=b',
    ]);
    expect(problems[0]?.remedy).toContain('Did you mean "action"?');
    expect(problems.every(({ problem, remedy }) => problem !== '' && remedy !== '')).toBe(true);
    expect(() => readdirSync(into)).toThrow();
  });

  it('asks for the kind where a bare ref fits several items', async () => {
    const problems = await problemsOf({
      items: csv(head, 'a,action,7,,One,,,Doc', 'a,recommendation,7,,Two,,,Doc'),
      progress: csv(
        'plan,ref,as_at,stage,source_document',
        'a,7,2026-01,completed,Doc',
        'a,action-7,2026-01,completed,Doc',
      ),
    });

    expect(problems).toEqual([
      {
        sheet: 'progress',
        row: 2,
        column: 'ref',
        value: '7',
        problem: 'the ref fits several items',
        remedy: 'Write one of: action-7, recommendation-7.',
      },
    ]);
  });

  it('names a mistyped and a missing column', async () => {
    const problems = await problemsOf({ items: csv('plan,knid,ref,titel_en', 'a,action,1,One') });

    expect(problems.map(({ row, column, remedy }) => `${row} ${column}: ${remedy}`)).toEqual([
      expect.stringMatching(/^1 kind: .*Perhaps "knid" is meant for it\.$/),
      expect.stringMatching(/^1 knid: Did you mean "kind"\?/),
      expect.stringMatching(/^1 titel_en: Did you mean "title_en"\?/),
    ]);
  });

  it('asks once for a source where no row has one', async () => {
    const problems = await problemsOf({
      items: csv('plan,kind,ref,title_en', 'a,action,1,One', 'a,action,2,Two'),
    });

    expect(problems).toEqual([
      {
        sheet: 'items',
        row: 1,
        column: 'source_document',
        value: '',
        problem: 'none of the 2 rows of a has a source',
        remedy: expect.stringMatching(/`source_document`.*`plans`/),
      },
    ]);
  });

  it('never takes the document of another row, nor one so taken before, for the source of a row', async () => {
    const some = csv(head, 'a,action,1,,One,,,', 'a,action,2,,Two,,,Doc');
    const progress = csv('plan,ref,as_at,stage', 'a,1,2026-01,completed');
    const all = csv(head, 'a,action,1,,One,,,Doc');
    const plans = csv('plan,source_document', 'a,The plan');

    expect(await problemsOf({ items: some })).toMatchObject([
      { sheet: 'items', row: 2, column: 'source_document', problem: 'the row has no source' },
    ]);
    expect(await run({ items: all })).toMatchObject({ written: ['a'] });
    expect(await problemsOf({ progress })).toMatchObject([{ sheet: 'progress', row: 2 }]);
    expect(await run({ progress, plans })).toMatchObject({ written: ['a'] });
    expect((await packOf('a')).updates[0]?.source.document.en).toBe('The plan');
    expect(await run({ items: some })).toMatchObject({ written: ['a'] });
    expect((await packOf('a')).items.map((item) => item.source.document.en)).toEqual(['The plan', 'Doc']);
    expect(
      await problemsOf({
        plans: csv('plan,source_url', 'b,https://example.org/'),
        items: some.replaceAll('a,action', 'b,action'),
      }),
    ).toMatchObject([
      { sheet: 'items', row: 2, column: 'source_document' },
      { sheet: 'plans', row: 2, column: 'source_document', problem: 'the address has no document' },
    ]);
  });

  it('takes no theme that is not in the themes sheet, whenever that was given', async () => {
    const themes = csv('plan,ref,title_en,title_cy', 'a,1,Retention,Cadw', 'a,2,Training,');
    const items = (theme: string) => csv(head, `a,action,1,${theme},One,,,Doc`);
    const unknown = {
      sheet: 'items',
      row: 2,
      column: 'theme',
      problem: 'the plan has no such theme',
      remedy: expect.stringMatching(
        /^Did you mean "Retention"\? Known here: Retention, Training\. .*`themes`/,
      ),
    };

    expect(await problemsOf({ themes, items: items('Retenton') })).toMatchObject([unknown]);
    expect(await run({ themes, items: items('cadw') })).toMatchObject({ ok: true });
    expect(await problemsOf({ items: items('Retenton') })).toMatchObject([unknown]);
    expect((await packOf('a')).plan.themes).toHaveLength(2);
  });

  it('takes new themes from the items of a plan whose themes nobody has listed', async () => {
    await run({ items: csv(head, 'a,action,1,Retention,One,,,Doc') });
    await run({ items: csv(head, 'a,action,1,Retention,One,,,Doc', 'a,action,2,Training,Two,,,Doc') });

    expect((await packOf('a')).plan.themes.map((theme) => theme.title.en)).toEqual(['Retention', 'Training']);
  });

  it('refuses two standings of one item on one day, unless two have judged', async () => {
    const items = csv(head, 'a,action,1,,One,,,Doc');
    const progress = (...rows: string[]) =>
      csv('plan,ref,as_at,stage,rating,assessed_by,source_document', ...rows);

    expect(
      await problemsOf({
        items,
        progress: progress(
          'a,1,2026-01-31,in_progress,on_track,owner,Doc',
          'a,action-1,31/01/2026,in_progress,off_track,owner,Doc',
          'a,1,2026-01-31,completed,,owner,Doc',
        ),
      }),
    ).toMatchObject([
      { row: 3, column: 'rating', value: 'off_track', problem: expect.stringContaining('row 2') },
      { row: 4, column: 'stage', value: 'completed', problem: expect.stringContaining('row 2') },
    ]);
    const judged = progress(
      'a,1,2026-01,in_progress,on_track,owner,Doc',
      'a,1,2026-01,in_progress,off_track,third_party,Doc',
      'a,1,2026-01,in_progress,on_track,owner,Other',
    );
    expect(await run({ items, progress: judged })).toMatchObject({ ok: true });
  });

  it('refuses an other ref that is the ref of another item of its kind', async () => {
    const columns = 'plan,kind,ref,title_en,other_refs,source_document';

    expect(
      await problemsOf({
        items: csv(
          columns,
          'a,action,1,One,1,Doc',
          'a,action,2,Two,X; 01 ; #1,Doc',
          'a,recommendation,3,C,2,Doc',
        ),
      }),
    ).toMatchObject([
      {
        sheet: 'items',
        row: 3,
        column: 'other_refs',
        problem: '`other_refs` has "#1", which is the `ref` of another action',
      },
    ]);
  });

  it('says that there is nothing to import', async () => {
    const nothing = { row: 0, problem: '0 rows: nothing to import' };

    expect(await problemsOf({ items: csv(head) })).toMatchObject([{ sheet: 'items', ...nothing }]);
    expect(await problemsOf({ progress: csv('plan,ref,as_at,stage') })).toMatchObject([nothing]);
    expect(await problemsOf({ items: '' })).toMatchObject([
      { sheet: 'items', problem: 'there is no header' },
    ]);
    const row = csv(head, 'a,action,1,,One,,,Doc');
    expect(await run({ items: row, facts: csv('plan,topic,text_en') })).toMatchObject({ ok: true });
  });

  it('says once that two files are swapped', async () => {
    const problems = await problemsOf({ items: PROGRESS, progress: ITEMS, themes: PLANS });

    expect(problems.map(({ sheet, row, problem }) => `${sheet} ${row} ${problem}`)).toEqual([
      'items 1 this looks like the sheet `progress`',
      'progress 1 this looks like the sheet `items`',
      'themes 1 this looks like the sheet `plans`',
    ]);
  });

  it.each([
    ['Q3 2026', 'is no date'],
    ['Marsh 2026', 'is no date'],
    ['Mar-26', 'is no date'],
    ['31/02/2026', 'is a date that the calendar does not have'],
    ['31 Chwefror 2026', 'is a date that the calendar does not have'],
    ['2026-13', 'is a date that the calendar does not have'],
  ])('says of %p that it %s, and how to write one', async (due, problem) => {
    expect(await problemsOf({ items: csv(head, `a,action,1,,One,${due},,Doc`) })).toEqual([
      {
        sheet: 'items',
        row: 2,
        column: 'due',
        value: due,
        problem: `\`due\` ${problem}`,
        remedy: 'Write YYYY, YYYY-MM, YYYY-MM-DD or DD/MM/YYYY, as exact as the source and no more.',
      },
    ]);
  });

  it('names a column that stands there twice, and forgives empty ones at the end', async () => {
    expect(
      await problemsOf({
        items: csv('plan,kind,ref,title_en,Title EN,source_document', 'a,action,1,A,B,Doc'),
      }),
    ).toMatchObject([{ row: 1, column: 'title_en', problem: 'the column stands there twice' }]);
    expect(
      await run({
        items: csv('\uFEFF"plan","kind","ref","title_en","source_document",,', 'a,action,1,"A, b",Doc,,'),
      }),
    ).toMatchObject({ ok: true });
  });

  it('sees that the spreadsheet made a date of a ref, and that names in two languages do not pair', async () => {
    const problems = await problemsOf({
      items: csv(
        'plan,kind,ref,title_en,leads,leads_cy,source_document',
        'a,action,04-Feb,One,A; B,C,Doc',
        'a,action,2,Two,A,C; D,Doc, extra',
      ),
    });

    expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 ref',
      '2 leads_cy',
      '3 8',
      '3 leads_cy',
    ]);
  });

  it('sees that a letter was lost on the way', async () => {
    const problems = await problemsOf({
      items: csv('plan,kind,ref,title_cy,source_document', 'a,action,1,T\uFFFD,Doc'),
    });

    expect(problems).toMatchObject([{ row: 2, column: 'title_cy', problem: 'a letter was lost' }]);
    const plain = csv(
      'plan,kind,ref,title_cy,source_document,source_url',
      'a,action,1,Hybu d?r glân,Doc,https://example.org/a?b=c',
      'a,action,2,Pwy? https://example.org/a?b,Doc,',
    );
    expect(await problemsOf({ items: plain })).toMatchObject([{ row: 2, column: 'title_cy' }]);
  });

  it('says which file or quotation mark it cannot read', async () => {
    expect(await problemsOf({ items: 'plan,kind\n"a,action\n' })).toMatchObject([{ sheet: 'items' }]);
    const missing = await importPlans({ into, items: join(root, 'none.csv'), today: TODAY, now: NOW });
    expect(missing).toMatchObject({ ok: false, problems: [{ problem: 'there is no such file' }] });
  });

  it('never writes to the bundled packs, nor takes the id of one', async () => {
    await run(ALL);
    const bundled = into;

    expect(await run(ALL, NOW, bundled)).toMatchObject({ ok: false, problems: [{ value: bundled }] });
    into = join(root, String(count), 'own');
    expect(await run(ALL, NOW, bundled)).toMatchObject({
      ok: false,
      problems: [{ sheet: 'items', row: 2, column: 'plan', value: 'trust-2026' }],
    });
  });
});

describe('a plan just imported', () => {
  const columns =
    'plan,kind,ref,theme,title_en,title_cy,leads,leads_cy,due,source_document,source_url,confidence';
  const row = (ref: string, rest: string) =>
    `harbwr-2026,action,${ref},${rest},Harbwr plan,https://example.org/harbwr,primary`;
  const sheets: Sheets = {
    items: csv(
      columns,
      row('1.1', 'Retention,Open a rest room,Agor ystafell orffwys,Estates,Ystadau,2027-03-31'),
      row('1.10', 'Retention,Buy a boat,Prynu cwch,,,Mawrth 2027'),
    ),
    themes: csv('plan,ref,title_en,title_cy', 'harbwr-2026,1,Retention,Cadw staff'),
    plans: csv(
      'plan,title_en,title_cy,declared_actions,source_document',
      'harbwr-2026,Harbwr plan,Cynllun Harbwr,2,Harbwr plan',
    ),
    progress: csv(
      'plan,ref,as_at,stage,rating,assessed_by,source_document',
      'harbwr-2026,1.1,2026-09-30,in progress,at risk,owner,Board paper',
    ),
  };

  it('can be asked about at once in both languages, and again after the same import', async () => {
    await run(sheets);
    const dirs = [{ path: into }];
    const knowledge = await openKnowledge({ dirs, log: SILENT, pollSeconds: 0 });
    const bot = await startBot({ library: knowledge.library });
    const asked: readonly (readonly [question: string, answer: RegExp])[] = [
      ['What is action 1.1?', /Open a rest room[^]*Estates[^]*31 March 2027/],
      ['What is action 1.10?', /Buy a boat[^]*March 2027/],
      ['What is the status of action 1.1?', /at risk[^]*30 September 2026[^]*Board paper/],
      ['Who leads action 1.1?', /Estates/],
      ['What are the themes of the Harbwr plan?', /Retention/],
      ['How many actions are in the Harbwr plan?', /\b2\b/],
      ['Beth yw cam gweithredu 1.1?', /Agor ystafell orffwys[^]*Ystadau[^]*31 Mawrth 2027/],
      ['Beth yw statws cam gweithredu 1.1?', /30 Medi 2026[^]*Board paper/],
      ['Pwy sy’n arwain cam gweithredu 1.1?', /Ystadau/],
      ['Beth yw themâu Cynllun Harbwr?', /Cadw staff/],
      ['Faint o gamau gweithredu sydd yng Nghynllun Harbwr?', /\b2\b/],
    ];

    for (const [question, answer] of asked) expect(await bot.text(question)).toMatch(answer);
    expect(await run(sheets, LATER)).toMatchObject({ unchanged: ['harbwr-2026'] });
    expect(await knowledge.refresh()).toBe(false);
    expect(await run({ items: String(sheets.items).replace('Buy a boat', 'Sell a boat') })).toMatchObject({
      ok: true,
    });
    expect(await knowledge.refresh()).toBe(true);
    expect(await bot.text('What is action 1.10?')).toMatch(/Sell a boat/);
    await bot.close();
    knowledge.close();
  });

  it('is never read half old and half new while it is imported', async () => {
    const version = (number: number): Sheets => ({
      items: csv(columns, row('1', `T${number},Version ${number},,,,`)),
      plans: csv('plan,title_en,source_document', `harbwr-2026,Version ${number},Harbwr plan`),
      themes: csv('plan,ref,title_en', `harbwr-2026,1,T${number}`),
    });
    await run(version(0));
    const knowledge = await openKnowledge({ dirs: [{ path: into }], log: SILENT, pollSeconds: 0 });

    for (let number = 1; number <= 12; number += 1) {
      await Promise.all([run(version(number)), knowledge.refresh(), knowledge.refresh()]);
      const { plans, items } = knowledge.library('public');
      expect(items.map((item) => item.title.en)).toEqual(plans.map((plan) => plan.title.en));
      expect(plans).toHaveLength(1);
      expect(knowledge.problems).toEqual([]);
    }
    knowledge.close();
  });
});

describe('any sheet that is right', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
    .filter((text) => /^[^'\s]/.test(text) && !text.includes('\uFFFD'));
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

  it('comes back from the pack as it was, and is unchanged the second time', async () => {
    const rows = fc.uniqueArray(
      fc.record({ ref: fc.integer({ min: 1, max: 99 }), title: words, lead: words }),
      {
        minLength: 1,
        maxLength: 8,
        selector: (row) => row.ref,
      },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (items) => {
        rmSync(into, { recursive: true, force: true });
        const sheet = csv(
          'plan,kind,ref,title_en,summary_en,source_document',
          ...items.map((row) => `a,action,${row.ref}.10,${quoted(row.title)},${quoted(row.lead)},Doc`),
        );

        expect(await run({ items: sheet })).toMatchObject({ written: ['a'] });
        const { items: held } = await packOf('a');
        const cell = (text: string) => text.replace(/\r\n?/g, '\n').replace(/^[\s\u00A0]+|[\s\u00A0]+$/g, '');
        expect(held.map((item) => [item.refs[0], item.title.en, item.summary?.en])).toEqual(
          items.map((row) => [`${row.ref}.10`, cell(row.title), cell(row.lead)]),
        );
        expect(await run({ items: sheet }, LATER)).toMatchObject({ unchanged: ['a'] });
      }),
      { numRuns: 15 },
    );
  });
});

describe('the command line', () => {
  function command(...args: string[]) {
    const out: string[] = [];
    const err: string[] = [];
    const deps = {
      out: (line: string) => out.push(line),
      err: (line: string) => err.push(line),
      today: TODAY,
      now: NOW,
      defaultInto: into,
      bundled: join(root, 'bundled'),
    };
    return runPlanCommand(args, deps).then((status) => ({ status, out, err }));
  }
  const sheet = (text: string) => {
    mkdirSync(join(root, String(count)), { recursive: true });
    const file = join(root, String(count), 'items.csv');
    writeFileSync(file, text);
    return file;
  };

  it('imports into the folder for imported packs, and checks it', async () => {
    const file = sheet(ITEMS);

    expect(await command('import', '--items', file)).toMatchObject({
      status: 0,
      out: [`Written: trust-2026 (in ${into})`],
    });
    expect(await command('import', '--items', file)).toMatchObject({
      status: 0,
      out: ['Unchanged: trust-2026'],
    });
    expect(await command('check', into)).toMatchObject({
      status: 0,
      out: expect.arrayContaining(['Right: trust-2026 (items: 3, facts: 0, statements: 0)']),
      err: [],
    });
    expect((await loadPacks([into])).packs).toHaveLength(1);
  });

  it('prints every problem and changes nothing', async () => {
    const file = sheet(csv('plan,kind,ref,title_en,due,source_document', 'a,action,1,One,soon,Doc'));

    expect(await command('import', '--items', file)).toEqual({
      status: 1,
      out: [],
      err: [
        `items (${file}), row 2, column due: \`due\` is no date: "soon". Write YYYY, YYYY-MM, YYYY-MM-DD or DD/MM/YYYY, as exact as the source and no more.`,
        '1 problem; nothing was changed.',
      ],
    });
  });

  it('shows how it is used where it is used wrongly', async () => {
    const wrong = [
      [],
      ['import'],
      ['import', '--itmes', 'x'],
      ['check', '--today', 'soon'],
      ['bake'],
      ['export'],
      ['diff', 'a'],
      ['import', 'x.csv'],
    ];
    for (const args of wrong) {
      const { status, err } = await command(...args);
      expect(status).toBe(2);
      expect(err.join('\n')).toContain('plan import');
    }
  });
});
