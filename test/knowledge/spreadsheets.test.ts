import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import writeExcel from 'write-excel-file/node';
import { parse } from 'yaml';

import type { Instant, IsoDate } from '../../src/domain/dates.ts';
import { importPlans, type ImportOptions } from '../../src/knowledge/import-plans.ts';
import { loadPack } from '../../src/knowledge/load.ts';

const root = mkdtempSync(join(tmpdir(), 'spreadsheets-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const TODAY = '2026-11-21' as IsoDate;
const NOW = '2026-11-21T09:30:00.000Z' as Instant;

let folder = '';
let into = '';
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
  into = join(folder, 'packs');
  mkdirSync(folder);
});

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

type Cell = string | number | Date | null;

/** A workbook as a person’s spreadsheet program saves it: numbers and dates are numbers and dates. */
async function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Promise<string> {
  const cellOf = (cell: Cell) => {
    if (cell === null) return null;
    if (cell instanceof Date) return { value: cell, type: Date, format: 'dd/mm/yyyy' };
    return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String };
  };
  const written = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map(cellOf)),
  }));
  const path = join(folder, 'plan.xlsx');
  await writeExcel(written).toFile(path);
  return path;
}

const imported = (options: Omit<ImportOptions, 'into' | 'today' | 'now'>) =>
  importPlans({ into, today: TODAY, now: NOW, ...options });

async function problemsOf(options: Omit<ImportOptions, 'into' | 'today' | 'now'>) {
  const done = await imported(options);
  return done.ok
    ? []
    : done.problems.map(({ sheet, row, column, problem }) => `${sheet} ${row} ${column}: ${problem}`);
}

async function packOf(id: string) {
  const pack = await loadPack(join(into, id), { today: TODAY });
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems));
  return pack.value;
}

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const ITEM_COLUMNS = [
  'plan',
  'kind',
  'ref',
  'theme',
  'title_en',
  'title_cy',
  'due',
  'parent',
  'source_document',
];

describe('a workbook with all sheets', () => {
  const sheets = {
    Items: [
      ['Cynllun Llan 2026 – the list', null, null],
      [],
      ITEM_COLUMNS,
      [
        'llan-2026',
        'action',
        4.1,
        'Cadw',
        'Keep people',
        'Cadw pobl',
        day('2027-03-31'),
        null,
        'Cynllun Llan',
      ],
      [null, null],
      ['llan-2026', 'action', '4.10', 'Retention', 'Open a café', 'Agor caffi', '2027', 4.1, 'Cynllun Llan'],
      ['llan-2026', 'recommendation', 4, 'Retention', '=1+1', null, 46477, null, 'Cynllun Llan'],
    ],
    'Notes to self': [['ask Siân']],
    progress: [
      ['plan', 'ref', 'as_at', 'stage', 'source_document'],
      ['llan-2026', 4.1, day('2026-09-30'), 'Completed', 'Board paper'],
    ],
    plans: [
      ['plan', 'title_en', 'title_cy', 'declared_actions'],
      ['llan-2026', 'Llan plan', 'Cynllun Llan', 7],
    ],
    themes: [
      ['plan', 'ref', 'title_en', 'title_cy'],
      ['llan-2026', 1, 'Retention', 'Cadw'],
    ],
    facts: [
      ['plan', 'topic', 'date', 'text_en', 'text_cy', 'source_document'],
      ['llan-2026', 'funding', 2026, 'Two million', 'Dwy filiwn', 'Budget'],
    ],
  };

  it('keeps refs as they are read, numbers as printed and dates as days, beneath a title and between blank rows', async () => {
    const xlsx = await workbook(sheets);

    expect(await imported({ xlsx })).toMatchObject({ ok: true, written: ['llan-2026'] });
    const { plan, items, updates, facts } = await packOf('llan-2026');
    expect(
      items.map(({ refs, title, due, parent, theme }) => [refs[0], title.en, due, parent, theme]),
    ).toEqual([
      ['4.1', 'Keep people', '2027-03-31', undefined, 'llan-2026/theme-1'],
      ['4.10', 'Open a café', '2027', 'llan-2026/action-4.1', 'llan-2026/theme-1'],
      ['4', '=1+1', '2027-03-31', undefined, 'llan-2026/theme-1'],
    ]);
    expect(updates).toMatchObject([{ subject: 'llan-2026/action-4.1', asAt: '2026-09-30' }]);
    expect(plan).toMatchObject({ declared: { action: 7 }, title: { cy: 'Cynllun Llan' } });
    expect(facts).toMatchObject([{ date: '2026', text: { cy: 'Dwy filiwn' } }]);
    expect(await imported({ xlsx })).toMatchObject({ written: [], unchanged: ['llan-2026'] });
  });

  it('names the row as the spreadsheet numbers it, a ref that became a date, and a sheet that is mistyped', async () => {
    const [title, blank, header, first, ...others] = sheets.Items;
    const wrong = [...(first ?? [])];
    wrong[2] = day('2026-02-04');
    const xlsx = await workbook({
      items: [title!, blank!, header!, wrong, ...others],
      progres: sheets.progress,
    });

    expect(await problemsOf({ xlsx })).toEqual([
      'progres 0 : there is no such sheet',
      'items 4 ref: the spreadsheet seems to have made a date of this ref',
      'items 6 parent: no item has this `parent`’s ref',
    ]);
    expect(existsSync(into)).toBe(false);
  });

  it('says what is wrong with a file that is no workbook of ours', async () => {
    expect(await problemsOf({ xlsx: await workbook({ Sheet1: [['a']] }) })).toEqual([
      'items 0 : the file has no sheet that is known',
    ]);
    expect(await problemsOf({ xlsx: file('old.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex')) })).toEqual([
      'items 0 : this is a workbook of an older Excel, or one with a password',
    ]);
    const torn = readFileSync(await workbook(sheets)).subarray(0, 900);
    expect(await problemsOf({ xlsx: file('torn.xlsx', torn) })).toEqual([
      expect.stringMatching(/^items 0 : this is no workbook that can be read/u),
    ]);
    expect(await problemsOf({ xlsx: join(folder, 'none.xlsx') })).toEqual([
      'items 0 : there is no such file',
    ]);
  });

  it('takes one sheet of it where it is given for that sheet', async () => {
    expect(await imported({ items: await workbook({ Sheet1: sheets.Items }) })).toMatchObject({ ok: true });
    expect((await packOf('llan-2026')).items).toHaveLength(3);
  });
});

describe('a Markdown page', () => {
  const page = `# Cynllun Llan

Who looks after what:

| Name | Room |
|---|---|
| Siân | 4 |

\`\`\`
| plan | kind | ref |
|---|---|---|
| not | this | one |
\`\`\`

| Plan | Kind | Ref | Title EN | Title CY | Source document |
|:-----|------|----:|----------|----------|---|
| llan-2026 | action | 4.10 | Keep \\| hold | Cadw<br>pobl | <https://example.org/a> |
| llan-2026 | acton | \`4.2\` | Two | Dau | Doc |
`;

  it('is read by the first table that has the columns, and problems name the line', async () => {
    const items = file('plan.md', page);
    expect(await problemsOf({ items })).toEqual(['items 18 kind: `kind` is none of the values known']);

    writeFileSync(items, page.replace('acton', 'action'));
    expect(await imported({ items })).toMatchObject({ ok: true });
    expect((await packOf('llan-2026')).items.map(({ refs, title }) => [refs[0], title])).toEqual([
      ['4.10', { en: 'Keep | hold', cy: 'Cadw\npobl' }],
      ['4.2', { en: 'Two', cy: 'Dau' }],
    ]);
  });

  it('holds every sheet beneath a heading that names it', async () => {
    const items = file(
      'plan.md',
      `${page.replace('acton', 'action')}

## Progress

plan | ref | as_at | stage | source_document
---|---|---|---|---
llan-2026 | 4.2 | 30 Medi 2026 | completed | Papur bwrdd
`,
    );

    expect(await imported({ items })).toMatchObject({ ok: true });
    expect((await packOf('llan-2026')).updates).toMatchObject([{ asAt: '2026-09-30' }]);
  });
});

describe('a folder that cannot be written to, or an import that was cut off', () => {
  const items = () =>
    file('items.csv', 'plan,kind,ref,title_en,source_document\nllan-2026,action,1,Keep people,Cynllun\n');

  it('says so and loses nothing', async () => {
    writeFileSync(join(folder, 'taken'), 'a file');
    into = join(folder, 'taken', 'packs');

    expect(await problemsOf({ items: items() })).toEqual([
      ' 0 : the packs cannot be written there (a part of the name is a file and no folder)',
    ]);
    expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('a file');
  });

  it('puts back what was taken from its place, and leaves alone an import that still runs', async () => {
    await imported({ items: items() });
    const [cutOff, running] = [join(into, '.import-99999999-abc'), join(into, `.import-${process.pid}-abc`)];
    mkdirSync(cutOff);
    mkdirSync(running);
    renameSync(join(into, 'llan-2026'), join(cutOff, 'llan-2026.before'));

    expect(await imported({ items: items() })).toMatchObject({ written: [], unchanged: ['llan-2026'] });
    expect(readdirSync(into).sort()).toEqual([`.import-${process.pid}-abc`, '.parsed', 'llan-2026']);
  });
});

describe('what an import keeps for the next', () => {
  it('says what the files say, and nothing once they are edited', async () => {
    const sheet = (title: string) =>
      file(
        'items.csv',
        `plan,kind,ref,title_en,title_cy,source_document\nllan-2026,action,4.10,${title},Tŷ,Cynllun\n`,
      );
    await imported({ items: sheet('Keep people: all') });
    const kept = readdirSync(join(into, '.parsed', 'llan-2026')).map(
      (name) => JSON.parse(readFileSync(join(into, '.parsed', 'llan-2026', name), 'utf8')) as unknown,
    );
    const texts = ['plan.yaml', 'items.yaml'].map((name) => join(into, 'llan-2026', name));
    const parsed = texts.map((path) => parse(readFileSync(path, 'utf8')) as unknown);

    expect(kept).toHaveLength(2);
    expect(kept).toEqual(expect.arrayContaining(parsed));
    const items = texts[1] ?? '';
    writeFileSync(items, readFileSync(items, 'utf8').replace('Tŷ', 'Tai'));
    expect(await imported({ items: sheet('Keep people: all') })).toMatchObject({ written: ['llan-2026'] });
    expect((await packOf('llan-2026')).items[0]?.title.cy).toBe('Tŷ');
    expect(readdirSync(join(into, '.parsed', 'llan-2026'))).toHaveLength(2);
  });
});
