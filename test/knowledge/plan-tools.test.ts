import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { unzipSync } from 'fflate';

import type { Instant, IsoDate } from '../../src/domain/dates.ts';
import { loadPack } from '../../src/knowledge/load.ts';
import type { Pack } from '../../src/knowledge/pack.ts';
import { runPlanCommand } from '../../src/knowledge/plan-command.ts';
import { totalsTrouble } from '../../src/knowledge/printed-totals.ts';
import { toYaml } from '../../src/knowledge/write-pack.ts';
import { readWorkbook } from '../../src/knowledge/xlsx.ts';
import { KNOWLEDGE } from '../doubles/bot.ts';

const root = mkdtempSync(join(tmpdir(), 'plan-tools-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const TODAY = '2026-11-21' as IsoDate;
const NOW = '2026-11-21T09:30:00.000Z' as Instant;

let folder = '';
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
  mkdirSync(folder);
});
const at = (...names: readonly string[]) => join(folder, ...names);

/** What a command prints, with the test’s own folder cut off. */
async function plan(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const print = (lines: string[]) => (line: string) => void lines.push(line.replaceAll(`${folder}/`, ''));
  const status = await runPlanCommand(args, {
    out: print(out),
    err: print(err),
    today: TODAY,
    now: NOW,
    defaultInto: at('packs'),
    bundled: KNOWLEDGE,
  });
  return { status, out, err };
}

function write(name: string, text: string): string {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
  return at(name);
}

async function packIn(path: string): Promise<Pack> {
  const pack = await loadPack(path, { today: TODAY });
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems));
  return pack.value;
}

const PLAN = `id: llan-2026
title:
  en: Llan plan
  cy: Cynllun Llan
known_as:
  en: [Llan]
owners:
  - en: Llan Trust
    cy: Ymddiriedolaeth Llan
published: '2026-02'
declared:
  action: 4
sources:
  plan:
    document: { en: Llan plan 2026, cy: Cynllun Llan 2026 }
    published: '2026-02'
    confidence: primary
  news:
    document: { en: Llan news }
    published: '2026-05-01'
    url: https://example.org/news
    confidence: secondary
source: plan
themes:
  - ref: '1'
    title: { en: Retention, cy: Cadw staff }
    aim: { en: To keep people., cy: Cadw pobl. }
    source: plan
facts:
  - topic: funding
    text: { en: '=2 million', cy: '=2 filiwn' }
    tied_to_plan: false
    source: { from: news, locator: p. 1 }
`;
const ITEMS = `items:
  - kind: action
    ref: '4.1'
    theme: '1'
    title: { en: '-3 vacancies', cy: '@home' }
    leads:
      - { en: Nursing, cy: Nyrsio }
      - { en: Estates }
    due: '2027-03'
    source: { from: plan, locator: p. 4 }
  - kind: action
    ref: '4.10'
    parent: '4.1'
    title: { en: Keep people, cy: Cadw pobl }
    note: { en: Our own number, cy: Ein rhif ni }
    due: '2027'
    source: news
  - kind: recommendation
    ref: '4.1'
    title: { en: Train, cy: Hyfforddi }
    response: accepted
    source: plan
`;
const PROGRESS = `updates:
  - about: action-4.1
    as_at: '2026-09-30'
    recorded: '2026-10-02'
    stage: in_progress
    rating: at_risk
    assessed_by: owner
    source: plan
  # A correction
  - about: action-4.1
    as_at: '2026-09-30'
    recorded: '2026-10-05'
    stage: in_progress
    rating: on_track
    note: { en: Put right, cy: Cywirwyd }
    assessed_by: owner
    source: plan
`;

function pack(
  files: { readonly plan?: string; readonly items?: string; readonly progress?: string } = {},
  into = 'packs',
) {
  write(`${into}/llan-2026/plan.yaml`, files.plan ?? PLAN);
  write(`${into}/llan-2026/items.yaml`, files.items ?? ITEMS);
  write(`${into}/llan-2026/progress.yaml`, files.progress ?? PROGRESS);
}

describe('exporting a plan', () => {
  const BEYOND =
    'Not in the sheets, which have no columns for it: known_as, aim of themes, note of items, tied_to_plan of facts. Importing over the pack keeps it.';

  it('gives a workbook that changes nothing when it is imported over the pack', async () => {
    pack();
    const before = readFileSync(at('packs/llan-2026/plan.yaml'), 'utf8');

    expect(await plan('export', '--plan', 'llan-2026', '--into', at('out/llan.xlsx'))).toEqual({
      status: 0,
      out: ['Exported: llan-2026 (out/llan.xlsx)', BEYOND],
      err: [],
    });
    expect(await plan('import', '--xlsx', at('out/llan.xlsx'))).toEqual({
      status: 0,
      out: ['Unchanged: llan-2026'],
      err: [],
    });
    expect(readFileSync(at('packs/llan-2026/plan.yaml'), 'utf8')).toBe(before);
    expect(readdirSync(at('out'))).toEqual(['llan.xlsx']);
  });

  it('keeps cells that look like formulas as text, in a workbook and in CSV', async () => {
    pack();
    await plan('export', '--plan', 'llan-2026', '--into', at('llan.xlsx'));
    await plan('export', '--plan', 'llan-2026', '--csv', at('csv'));

    const book = await readWorkbook(readFileSync(at('llan.xlsx')));
    expect(book.ok && book.sheets.map(({ name }) => name)).toEqual([
      'items',
      'progress',
      'plans',
      'themes',
      'facts',
    ]);
    expect(book.ok && book.sheets[0]?.rows[1]).toEqual(expect.arrayContaining(['-3 vacancies', '@home']));
    expect(readFileSync(at('csv/items.csv'), 'utf8')).toContain(",'-3 vacancies,'@home,");
    const sheets = ['items', 'progress', 'plans', 'themes', 'facts'];
    const files = sheets.flatMap((name) => [`--${name}`, at('csv', `${name}.csv`)]);
    expect(await plan('import', '--into', at('fresh'), ...files)).toMatchObject({ status: 0, err: [] });
    const fresh = await packIn(at('fresh/llan-2026'));
    expect(fresh.items.map(({ title }) => title)).toEqual([
      { en: '-3 vacancies', cy: '@home' },
      { en: 'Keep people', cy: 'Cadw pobl' },
      { en: 'Train', cy: 'Hyfforddi' },
    ]);
    expect(fresh.items[0]?.leads).toEqual([{ en: 'Nursing', cy: 'Nyrsio' }, { en: 'Estates' }]);
    expect(fresh.facts[0]?.text).toEqual({ en: '=2 million', cy: '=2 filiwn' });
  });

  it('takes a bundled plan too, never writes over a file unasked, and knows which plan was meant', async () => {
    pack();
    expect(await plan('export', '--plan', 'cfmh-2017', '--into', at('a.xlsx'))).toMatchObject({ status: 0 });
    expect(await plan('export', '--plan', 'llan-2026', '--into', at('a.xlsx'))).toEqual({
      status: 1,
      out: [],
      err: ['a.xlsx is there already. Name another, or write --replace where it may go.'],
    });
    expect(await plan('export', '--plan', 'llan-2026', '--into', at('a.xlsx'), '--replace')).toMatchObject({
      status: 0,
    });
    expect((await plan('export', '--plan', 'lan-2026')).err).toEqual([
      'There is no plan "lan-2026". Did you mean "llan-2026"?',
    ]);
    expect((await plan('export')).status).toBe(2);
  });

  it('is the identity with an import, over what the columns hold, for any pack', async () => {
    await fc.assert(
      fc.asyncProperty(anyPack(), fc.constantFrom('xlsx' as const, 'csv' as const), async (raw, form) => {
        rmSync(folder, { recursive: true, force: true });
        write('packs/any-2026/plan.yaml', toYaml(raw.plan));
        write('packs/any-2026/items.yaml', toYaml({ items: raw.items }));
        write('packs/any-2026/progress.yaml', toYaml({ updates: raw.updates }));
        const before = await packIn(at('packs/any-2026'));

        const target = form === 'xlsx' ? ['--into', at('any.xlsx')] : ['--csv', at('csv')];
        expect(await plan('export', '--plan', 'any-2026', ...target)).toMatchObject({ status: 0, err: [] });
        const sheets =
          form === 'xlsx'
            ? ['--xlsx', at('any.xlsx')]
            : readdirSync(at('csv')).flatMap((name) => [`--${name.replace('.csv', '')}`, at('csv', name)]);
        expect(await plan('import', ...sheets)).toEqual({ status: 0, out: ['Unchanged: any-2026'], err: [] });
        expect(await plan('import', '--into', at('fresh'), ...sheets)).toMatchObject({ status: 0, err: [] });
        expect(inColumns(await packIn(at('fresh/any-2026')))).toEqual(inColumns(before));
      }),
      { numRuns: 20, endOnFailure: true },
    );
  }, 120_000);
});

/** What of a pack the columns hold: when documents were published and whence themes are is not in them. */
function inColumns({ plan: whole, items, facts, updates }: Pack) {
  const { id, title, owners, published, declared, audience } = whole;
  const undated = <T extends { readonly source: Pack['plan']['source'] }>({ source, ...rest }: T) => {
    const { published: _, ...undatedSource } = source;
    return { ...rest, source: undatedSource };
  };
  return {
    plan: undated({ id, title, owners, published, declared, audience, source: whole.source }),
    themes: whole.themes.map(({ ref, title: name }) => ({ ref, title: name })),
    items: items.map(undated),
    facts: facts.map(undated),
    updates: updates.map(undated),
  };
}

function anyPack() {
  const words = fc
    .oneof(
      fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
      fc.constantFrom(
        "'r gweithlu",
        "'=1",
        '=SUM(A1)',
        '@home',
        '-3',
        '+44',
        'Tŷ â’r ŵyn',
        '_x0041_',
        'a "b", c|d',
        'no',
        '1.10',
        '2027-01',
      ),
      fc.constantFrom('Keep people\nand their time', '# not a comment', '- nor a list', 'a: b', '{x}'),
    )
    .filter(
      (text) => text.trim() === text && !/[\uFFFD?\u2028\u2029]|(?!\n)\p{Cc}/u.test(text) && /\S/u.test(text),
    );
  const member = words.filter((text) => !/[;\n]/u.test(text));
  const local = (each: typeof words) =>
    fc.oneof(fc.record({ en: each, cy: each }), fc.record({ en: each }), fc.record({ cy: each }));
  const date = fc.constantFrom('2026', '2026-09', '2026-09-30', '2025-12-31');
  const some = <T>(each: fc.Arbitrary<T>) => fc.option(each, { nil: undefined });
  const source = fc.record({
    from: fc.constantFrom('a', 'b', 'c'),
    locator: member,
    confidence: fc.constantFrom('primary', 'secondary', 'derived'),
  });
  const names = fc.array(local(member), { maxLength: 3 });
  const audience = fc.constantFrom('public', 'staff');
  const item = fc.record({
    kind: fc.constantFrom('action', 'recommendation', 'call-to-action'),
    theme: some(fc.constantFrom('1', '2')),
    title: local(words),
    summary: some(local(words)),
    leads: names,
    addressees: names,
    due: some(date),
    due_was: fc.array(date, { maxLength: 2 }),
    response: some(fc.constantFrom('accepted', 'accepted_in_principle', 'rejected')),
    tags: fc.array(member, { maxLength: 3 }),
    audience,
    source,
  });
  const update = fc.record({
    of: fc.nat(9),
    as_at: date,
    standing: fc.constantFrom(
      { stage: 'completed' },
      { stage: 'in_progress' },
      { stage: 'in_progress', rating: 'at_risk' },
    ),
    source_label: some(words),
    note: some(local(words)),
    reason: some(local(words)),
    mitigation: some(local(words)),
    assessed_by: fc.constantFrom('owner', 'third_party', 'pack_editor'),
    audience,
    source,
  });
  const fact = fc.record({
    topic: words,
    date: some(date),
    text: local(words),
    tags: fc.array(member, { maxLength: 2 }),
    audience,
    source,
  });
  return fc
    .record({
      title: local(words),
      owners: names,
      published: some(date),
      items: fc.array(item, { minLength: 1, maxLength: 5 }),
      updates: fc.array(update, { maxLength: 5 }),
      facts: fc.array(fact, { maxLength: 2 }),
      documents: fc.array(words, { minLength: 3, maxLength: 3 }),
    })
    .map(({ title, owners, published, items, updates, facts, documents }) => {
      const numbered = items.map((each, index) => ({
        ...each,
        // Refs of several kinds may be the same.
        ref: `${index % 3}.${index}0`.replace(
          /^(\d)\.(\d)0$/u,
          (_, a: string, b: string) => `${a}.${Number(b) % 2}0${b}`,
        ),
        other_refs: [`X${index}`],
        ...(index > 0 && { parent: `${items[0]?.kind ?? ''}-0.000` }),
      }));
      const first = numbered.map((each, index) => (index === 0 ? { ...each, ref: '0.000' } : each));
      const abouts = ['plan', 'theme-1', ...first.map(({ kind, ref }) => `${kind}-${ref}`)];
      return clean({
        plan: {
          id: 'any-2026',
          title,
          owners,
          published,
          declared: { action: 40 },
          sources: Object.fromEntries(
            ['a', 'b', 'c'].map((key, index) => [
              key,
              {
                document: { en: `${index} ${documents[index] ?? ''}` },
                url: `https://example.org/${key}`,
                confidence: 'primary',
              },
            ]),
          ),
          source: { from: 'a', locator: 'p. 1' },
          themes: [
            { ref: '1', title: { en: 'Retention', cy: 'Cadw' }, source: 'a' },
            { ref: '2', title: { en: 'retention' }, source: 'a' },
          ],
          facts,
        },
        items: first,
        updates: updates.map(({ of, standing, ...rest }, index) => ({
          ...rest,
          ...standing,
          about: abouts[of % abouts.length],
          recorded: `2026-10-${10 + index}`,
        })),
      });
    });
}

/** Without what is undefined, as YAML has no word for it. */
function clean<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

describe('checking a plan', () => {
  it('says where each thing is that may be as it should, apart from what cannot be', async () => {
    pack({
      items: ITEMS.replace("due: '2027'", "due: '2021'"),
      progress: `${PROGRESS}  - about: theme-1
    as_at: '2026-02'
    recorded: '2026-03-01'
    stage: on_hold
    assessed_by: owner
    source: plan
`,
    });

    expect(await plan('check', at('packs'))).toEqual({
      status: 0,
      out: [
        'Notice: packs/llan-2026/plan.yaml:12:11: 4 of kind action are declared and 1 held: "4". Add the others when they can be read; until then the bot says both numbers.',
        'Notice: packs/llan-2026/items.yaml:6:5: no Welsh: leads. Add `cy` where the publisher has it; else leave it, and the bot says so.',
        'Notice: packs/llan-2026/items.yaml:16:10: `due` lies before the plan was published, 2026-02: "2021". Look at the year in the document.',
        'Notice: packs/llan-2026/progress.yaml:19:12: the newest statement about this is 266 days old, more than 6 months: "2026-02". Add a newer one when there is one.',
        'Right: llan-2026 (items: 3, facts: 1, statements: 3)',
      ],
      err: [],
    });
    const later = await plan('check', at('packs'), '--stale-months', '12', '--today', '2026-12-01');
    expect(later.out.filter((line) => line.includes('newest'))).toEqual([]);
    expect((await plan('check', '--today', 'soon')).status).toBe(2);
  });

  it('refuses two statements that contradict each other, and takes a correction', async () => {
    pack({ progress: PROGRESS.replace("'2026-10-05'", "'2026-10-02'") });

    expect(await plan('check')).toMatchObject({
      status: 1,
      err: [
        'packs/llan-2026/progress.yaml:14:13: the same judge says otherwise of the same thing and date above: "on_track". Keep the one that is right. A correction has a later `recorded`; another judge another `assessed_by`.',
        '1 problem',
      ],
    });
  });

  it('checks a workbook as an import would find it, and writes nothing', async () => {
    pack();
    await plan('export', '--plan', 'llan-2026', '--into', at('llan.xlsx'));
    rmSync(at('packs'), { recursive: true });

    const { status, out, err } = await plan('check', at('llan.xlsx'));
    expect({ status, err }).toEqual({ status: 0, err: [] });
    expect(out).toEqual([
      'Notice: plans (llan.xlsx), row 2, column declared_actions: 4 of kind action are declared and 1 held: "4". Add the others when they can be read; until then the bot says both numbers.',
      'Notice: items (llan.xlsx), row 2, column leads_cy: no Welsh: leads: "Nyrsio;". Add `cy` where the publisher has it; else leave it, and the bot says so.',
      'Right: llan-2026 (items: 3, facts: 1, statements: 2)',
    ]);
    expect(existsSync(at('packs'))).toBe(false);
  });

  it.each([
    ['Of the 20 sections, 15 (75%) were on track and 5 (25%) at risk.', []],
    [
      'O blith 20 adran, roedd 15 (75 y cant) ar y trywydd iawn a 4 (25 y cant) mewn perygl.',
      ['the counts add up to 19 and not to 20'],
    ],
    ['As at 2025: 26 (39%) on track, 10 (15%) at risk, 3 (5%) late, 1 (2%) missed, 26 (39%) done.', []],
    [
      'As at 2025: 29 (39%) on track, 10 (15%) at risk, 3 (5%) late, 1 (2%) missed, 26 (39%) done.',
      ['the counts add up to 69, of which 29 is 42% and not 39%, 26 is 38% and not 39%'],
    ],
    ['Seven (7%) of 100.', []],
  ])('adds up the printed totals of %p', (text, trouble) => {
    expect(totalsTrouble(text)).toEqual(trouble);
  });

  it('finds the printed totals of the Scottish plan that do not fit, in both languages', async () => {
    const { status, out } = await plan('check', join(KNOWLEDGE, 'scotland-mhw-2023'));

    expect(status).toBe(0);
    expect(out.filter((line) => line.includes('printed figures'))).toHaveLength(2);
  });
});

describe('comparing plans', () => {
  it('says item by item and field by field what importing a workbook would change', async () => {
    pack();
    await plan('export', '--plan', 'llan-2026', '--csv', at('csv'));
    const items = readFileSync(at('csv/items.csv'), 'utf8')
      .replace('Keep people', 'Keep our people')
      .replace(',2027,', ',2027-06,')
      .replace(
        /^.*,recommendation,.*$/mu,
        'llan-2026,action,5,,New,Newydd,,,,,,,2028,,,,,,,Llan plan 2026,,,,',
      );
    write('new/items.csv', items);

    expect(await plan('diff', at('packs'), at('new/items.csv'))).toEqual({
      status: 1,
      out: [
        '~ item changed: llan-2026/action-4.10',
        '    title_en: "Keep people" → "Keep our people"',
        '    due: "2027" → "2027-06"',
        '- item removed: llan-2026/recommendation-4.1',
        '    kind: "recommendation" → nothing',
        '    title_en: "Train" → nothing',
        '    title_cy: "Hyfforddi" → nothing',
        '    response: "accepted" → nothing',
        '    audience: "public" → nothing',
        '    refs: "4.1" → nothing',
        '    source_document_en: "Llan plan 2026" → nothing',
        '    source_document_cy: "Cynllun Llan 2026" → nothing',
        '    source_published: "2026-02" → nothing',
        '    source_confidence: "primary" → nothing',
        '+ item added: llan-2026/action-5',
        '    kind: "action"',
        '    title_en: "New"',
        '    title_cy: "Newydd"',
        '    due: "2028"',
        '    audience: "public"',
        '    refs: "5"',
        '    source_document_en: "Llan plan 2026"',
        '    source_document_cy: "Cynllun Llan 2026"',
        '    source_published: "2026-02"',
        '    source_confidence: "primary"',
        '3 differences',
      ],
      err: [],
    });
  });

  it('finds no difference between a plan and its own export, nor with itself', async () => {
    pack();
    await plan('export', '--plan', 'llan-2026', '--into', at('llan.xlsx'));
    const same = { status: 0, out: ['No difference'], err: [] };

    expect(await plan('diff', at('packs'), at('llan.xlsx'))).toEqual(same);
    expect(await plan('diff', at('packs/llan-2026'), at('llan.xlsx'))).toEqual(same);
    expect(await plan('diff', at('packs'), at('packs/llan-2026'))).toEqual(same);
  });

  it('names a statement that was added, and one that was taken away', async () => {
    pack();
    const other = PROGRESS.replace("as_at: '2026-09-30'", "as_at: '2026-08-31'");
    pack({ progress: other }, 'other');

    const { status, out } = await plan('diff', at('packs'), at('other'));
    expect(status).toBe(1);
    expect(out.filter((line) => !line.startsWith(' '))).toEqual([
      '- statement removed: llan-2026/action-4.1 as at 2026-09-30',
      '+ statement added: llan-2026/action-4.1 as at 2026-08-31',
      '2 differences',
    ]);
    expect(await plan('diff', at('packs'))).toMatchObject({ status: 2 });
    expect(await plan('diff', at('packs'), at('none.xlsx'))).toMatchObject({ status: 2, out: [] });
  });
});

/** Takes the # away from the example of a skeleton and puts it in the place of the empty list. */
function withExample(name: string): void {
  const lines = readFileSync(at(name), 'utf8').split('\n');
  const start = lines.findIndex((line) => /^# \w+:$/u.test(line));
  const end = lines.findIndex((line) => /^\w+: \[\]$/u.test(line));
  writeFileSync(
    at(name),
    lines
      .slice(start, end)
      .map((line) => line.slice(2))
      .join('\n'),
  );
}

describe('beginning a plan', () => {
  it('makes a pack that says what goes where and is right at once, and with its first item', async () => {
    const begun = await plan(
      'new',
      'llan-2026',
      '--title',
      'Llan: "the plan"',
      '--title-cy',
      'Cynllun Llan #1',
    );
    expect(begun).toEqual({
      status: 0,
      out: ['plan.yaml', 'items.yaml', 'progress.yaml'].map((name) => `Begun: packs/llan-2026/${name}`),
      err: [],
    });
    expect((await plan('check')).out[0]).toContain('the plan has no items yet');

    withExample('packs/llan-2026/items.yaml');
    withExample('packs/llan-2026/progress.yaml');
    expect(await plan('check')).toEqual({
      status: 0,
      out: ['Right: llan-2026 (items: 1, facts: 0, statements: 1)'],
      err: [],
    });
    expect((await packIn(at('packs/llan-2026'))).plan.title).toEqual({
      en: 'Llan: "the plan"',
      cy: 'Cynllun Llan #1',
    });
  });

  it('has comments that are right once the # is taken away', async () => {
    await plan('new', 'llan-2026', '--title', 'Llan');
    const file = at('packs/llan-2026/plan.yaml');
    const prose = /^ *# (?:What the plan|Names|How many|The documents|Dated|cy: the Welsh)/u;
    const lines = readFileSync(file, 'utf8').split('\n');
    const kept = lines.filter((line) => !prose.test(line)).map((line) => line.replace(/^( *)# /u, '$1'));
    writeFileSync(file, kept.join('\n'));

    const { plan: whole, facts } = await packIn(at('packs/llan-2026'));
    expect(whole).toMatchObject({ published: '2026-01', declared: { action: 12 }, themes: [{ ref: '1' }] });
    expect(facts).toHaveLength(1);
  });

  it('takes no id that is taken or that is none', async () => {
    pack();
    expect(await plan('new', 'llan-2026', '--title', 'Llan')).toMatchObject({ status: 1 });
    expect(await plan('new', 'cfmh-2017', '--title', 'Llan')).toMatchObject({ status: 1 });
    expect(await plan('new', 'Llan 2026', '--title', 'Llan')).toMatchObject({ status: 2 });
    expect(await plan('new', 'arall-2026')).toMatchObject({ status: 2 });
    expect((await packIn(at('packs/llan-2026'))).items).toHaveLength(3);
  });

  it('makes an empty workbook whose examples are not imported, with lists to choose from', async () => {
    expect(await plan('new', '--sheet', at('new.xlsx'))).toMatchObject({ status: 0, err: [] });
    const bytes = readFileSync(at('new.xlsx'));
    const book = await readWorkbook(bytes);

    expect(book.ok && book.sheets.map(({ rows }) => rows.map(([first]) => first))).toEqual(
      Array.from({ length: 5 }, () => ['plan', '# example, not imported: my-plan-2026']),
    );
    const xml = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
    expect(xml).toContain('<formula1>"action,recommendation,call-to-action"</formula1>');
    expect(xml).toMatch(/<pane [^>]*state="frozen"/u);
    expect(xml).toMatch(/<col style="\d+" min="1"/u);
    expect((await plan('import', '--xlsx', at('new.xlsx'))).err[0]).toContain('0 rows: nothing to import');
    expect(await plan('new', '--sheet', at('new.xlsx'))).toMatchObject({ status: 1 });
  });
});

describe('the quality report', () => {
  it('tells coverage, freshness, sources, Welsh and gaps, in the terminal and as Markdown', async () => {
    pack();
    const { status, out } = await plan('quality', 'llan-2026', '--today', '2027-05-01');

    expect(status).toBe(0);
    expect(out).toMatchSnapshot();
    expect((await plan('quality', 'llan-2026', '--markdown')).out).toEqual(
      expect.arrayContaining([
        '# Quality of what is held: Llan plan',
        '| Actions | 1 of 4 held (25%); beneath them 1 |',
      ]),
    );
    expect(await plan('quality', 'cfmh-2017')).toMatchObject({ status: 0 });
    expect(await plan('quality', 'none')).toMatchObject({ status: 1 });
    expect(await plan('quality')).toMatchObject({ status: 2 });
  });
});
