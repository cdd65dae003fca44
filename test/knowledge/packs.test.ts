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
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import type { IsoDate } from '../../src/domain/dates.ts';
import type { Audience, Item } from '../../src/domain/model.ts';
import { prepareContent } from '../../src/knowledge/content.ts';
import { packSchemas } from '../../src/knowledge/json-schema.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { loadPack, loadPacks } from '../../src/knowledge/load.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { action, fact, libraryOf, plan, recommendation, update } from '../builders.ts';

const KNOWLEDGE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'knowledge');
const TODAY = '2026-11-21' as IsoDate;

const root = mkdtempSync(join(tmpdir(), 'packs-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let dir = '';
let count = 0;
beforeEach(() => {
  count += 1;
  dir = join(root, String(count));
  mkdirSync(dir);
});

const PLAN = `id: demo
title: { en: The Demo plan, cy: Cynllun Demo }
known_as: { en: [the demo], cy: [y demo, the demo] }
owners:
  - { en: Demo Trust }
published: 2024
declared: { action: 12, call-to-action: 2 }
sources:
  plan:
    document: { en: The Demo plan }
    published: 2024-03
    url: https://example.org/plan
    confidence: primary
source: plan
themes:
  - ref: "1"
    title: { en: Keeping people, cy: Cadw pobl }
    source: { from: plan, locator: p. 3 }
facts:
  - topic: funding
    date: 2024-03
    text: { en: Seven million }
    tied_to_plan: false
    source:
      document: { cy: Cyllideb }
      confidence: derived
`;
const ITEMS = `items:
  - kind: action
    ref: "1.1"
    other_refs: [A1]
    theme: "1"
    title: { en: Keep people }
    leads: [{ cy: Tîm pobl }]
    due: 2026-03
    due_was: [2025-03-31]
    source: plan
  - kind: action
    ref: "1.1.1"
    parent: "1.1"
    title: { en: First step }
    source: { from: plan, confidence: secondary }
`;
const PROGRESS = `updates:
  - about: action-1.1
    as_at: 2026-09
    recorded: 2026-10-01
    stage: in_progress
    rating: at_risk
    assessed_by: owner
    source: plan
`;

interface Texts {
  readonly plan?: string;
  readonly items?: string;
  readonly progress?: string;
}

function write(id: string, { plan = PLAN.replace('id: demo', `id: ${id}`), items, progress }: Texts = {}) {
  mkdirSync(join(dir, id), { recursive: true });
  writeFileSync(join(dir, id, 'plan.yaml'), plan);
  if (items !== undefined) writeFileSync(join(dir, id, 'items.yaml'), items);
  if (progress !== undefined) writeFileSync(join(dir, id, 'progress.yaml'), progress);
}

/** `file:line:column value | problem | remedy` of each problem, without the folder. */
async function problems(texts: Texts): Promise<readonly string[]> {
  write('demo', texts);
  const loaded = await loadPack(join(dir, 'demo'), { today: TODAY });
  if (loaded.ok) return [];
  return loaded.problems.map((problem) => formatProblem(problem).slice(`${dir}/demo/`.length));
}

describe('loading a pack', () => {
  it('gives the plan, its items, facts and statements in the words of the code', async () => {
    write('demo', { items: ITEMS, progress: PROGRESS });

    const source = {
      document: { en: 'The Demo plan' },
      published: '2024-03',
      url: 'https://example.org/plan',
      confidence: 'primary',
    };
    expect(await loadPack(join(dir, 'demo'), { today: TODAY })).toEqual({
      ok: true,
      value: {
        plan: {
          id: 'demo',
          title: { en: 'The Demo plan', cy: 'Cynllun Demo' },
          knownAs: { en: ['the demo'], cy: ['y demo', 'the demo'] },
          owners: [{ en: 'Demo Trust' }],
          published: '2024',
          fictional: false,
          audience: 'public',
          declared: { action: 12, 'call-to-action': 2 },
          notes: [],
          source,
          themes: [
            {
              id: 'demo/theme-1',
              plan: 'demo',
              ref: '1',
              title: { en: 'Keeping people', cy: 'Cadw pobl' },
              source: { ...source, locator: 'p. 3' },
            },
          ],
        },
        items: [
          {
            id: 'demo/action-1.1',
            plan: 'demo',
            kind: 'action',
            theme: 'demo/theme-1',
            refs: ['1.1', 'A1'],
            title: { en: 'Keep people' },
            leads: [{ cy: 'Tîm pobl' }],
            addressees: [],
            due: '2026-03',
            dueWas: ['2025-03-31'],
            tags: [],
            audience: 'public',
            source,
          },
          {
            id: 'demo/action-1.1.1',
            plan: 'demo',
            kind: 'action',
            parent: 'demo/action-1.1',
            refs: ['1.1.1'],
            title: { en: 'First step' },
            leads: [],
            addressees: [],
            dueWas: [],
            tags: [],
            audience: 'public',
            source: { ...source, confidence: 'secondary' },
          },
        ],
        facts: [
          {
            plan: 'demo',
            topic: 'funding',
            date: '2024-03',
            text: { en: 'Seven million' },
            tags: [],
            tiedToPlan: false,
            audience: 'public',
            source: { document: { cy: 'Cyllideb' }, confidence: 'derived' },
          },
        ],
        updates: [
          {
            subject: 'demo/action-1.1',
            asAt: '2026-09',
            recorded: '2026-10-01T00:00:00.000Z',
            standing: { stage: 'in_progress', rating: 'at_risk' },
            assessedBy: 'owner',
            audience: 'public',
            source,
          },
        ],
      },
    });
  });

  it('takes a pack, or a folder of packs, in order of name', async () => {
    write('b-plan');
    write('a-plan', { items: ITEMS });
    mkdirSync(join(dir, 'schema'));

    const all = await loadPacks([dir]);
    expect(all.problems).toEqual([]);
    expect(all.packs.map((pack) => pack.plan.id)).toEqual(['a-plan', 'b-plan']);
    expect((await loadPacks([join(dir, 'b-plan'), dir])).packs.map((pack) => pack.plan.id)).toEqual([
      'b-plan',
      'a-plan',
    ]);
  });

  it('finds the same in files parsed before, until one is edited', async () => {
    write('demo', { items: ITEMS, progress: PROGRESS });
    const prepared = join(dir, '.prepared');
    const plain = await loadPacks([dir]);

    expect(await prepareContent([dir], prepared)).toBe(3);
    expect(await loadPacks([dir], { prepared })).toEqual(plain);
    write('demo', { items: ITEMS.replace('Keep people', 'Hold people') });
    expect((await loadPacks([dir], { prepared })).packs[0]?.items[0]?.title.en).toBe('Hold people');
  });
});

describe('a pack with mistakes', () => {
  it('tells file, line, column, value and remedy of every one at once, in all its files', async () => {
    const found = await problems({
      plan: PLAN.replace('declared: { action: 12', 'declared: { action: 0')
        .replace('published: 2024\n', 'publishd: 2024\n')
        .replace('source: { from: plan, locator: p. 3 }', 'source: plam')
        .replace('confidence: derived', 'confidence: primry'),
      items: ITEMS.replace('theme: "1"', 'theme: "9"')
        .replace('due: 2026-03\n', 'due: 2026-02-30\n')
        .replace('parent: "1.1"', 'parent: "7"')
        .replace('ref: "1.1.1"', 'ref: 1.10'),
      progress: PROGRESS.replace('action-1.1', 'action-1.2')
        .replace('in_progress', 'completed')
        .replace('2026-09', '2027'),
    });

    expect(found).toEqual([
      'plan.yaml:26:19: `confidence` is none of the values known: "primry". Did you mean "primary"? Known here: primary, secondary, derived.',
      expect.stringMatching(
        /^plan\.yaml:6:1: `publishd` is no key that is known here: "publishd"\. Did you mean "published"\?/,
      ),
      'plan.yaml:7:21: `declared` is smaller than the 1 of kind action held in items.yaml: "0". Correct the number after the document, or give sub-actions and milestones their `parent`.',
      'plan.yaml:18:13: no entry of the plan’s `sources` has this key: "plam". Did you mean "plan"? Known here: plan.',
      'items.yaml:8:10: `due` is a date that the calendar does not have: "2026-02-30". Write YYYY, YYYY-MM or YYYY-MM-DD, as exact as the source and no more.',
      'items.yaml:12:10: `ref` must be text and was read as a number: "1.10". Put it in quotes, exactly as printed: "1.10" and "010" would lose a zero without them.',
      'progress.yaml:2:12: `about` names nothing that the pack holds: "action-1.2". Write `<kind>-<ref>`, `theme-<ref>` or `plan`. Did you mean "action-1.1"?',
      'progress.yaml:6:13: `rating` makes no sense while `stage` is completed: "at_risk". Leave `rating` out, or write `stage: in_progress`.',
      'progress.yaml:3:12: `as_at` lies after today, 2026-11-21: "2027". Write the day on which it was true; a plan for later is a due date.',
    ]);
  });

  const whole = { items: ITEMS, progress: PROGRESS };
  const two = `${ITEMS}  - { kind: action, ref: "1.1.2", parent: "1.1.1", title: { en: Deep }, source: plan }\n`;
  it.each<readonly [string, Texts, string]>([
    ['an unknown theme', { items: ITEMS.replace('theme: "1"', 'theme: "9"') }, 'items.yaml:5:12: no theme'],
    [
      'an unknown parent',
      { items: ITEMS.replace('parent: "1.1"', 'parent: "7"') },
      'items.yaml:13:13: no item',
    ],
    [
      'a parent that fits several items',
      {
        items: `${ITEMS.replace('parent: "1.1"', 'parent: "5"')}  - { kind: recommendation, ref: "5", title: { en: A }, source: plan }\n  - { kind: call-to-action, ref: "5", title: { en: B }, source: plan }\n`,
      },
      'items.yaml:13:13: `parent` fits several items: "5". Write one of: recommendation-5, call-to-action-5.',
    ],
    [
      'a circle of parents',
      { items: two.replace('theme: "1"', 'parent: "1.1.2"') },
      'items.yaml:5:13: `parent` leads in a circle',
    ],
    [
      'a ref that repeats',
      { items: ITEMS.replace('"1.1.1"', '"1-1"') },
      'items.yaml:12:10: `ref` repeats "1.1"',
    ],
    [
      'a rating without work under way',
      { ...whole, progress: PROGRESS.replace('in_progress', 'on_hold') },
      'progress.yaml:6:13: `rating` makes no sense',
    ],
    [
      'a statement from the future',
      { ...whole, progress: PROGRESS.replace('2026-09', '2026-12') },
      'progress.yaml:3:12: `as_at` lies after today',
    ],
    [
      'a statement about nothing held',
      { ...whole, progress: PROGRESS.replace('action-1.1', '"1.1"') },
      'progress.yaml:2:12: `about` names nothing that the pack holds: "1.1". Write `<kind>-<ref>`, `theme-<ref>` or `plan`. Here that is: action-1.1.',
    ],
    [
      'no source',
      { items: ITEMS.replace('    due_was: [2025-03-31]\n    source: plan\n', '') },
      'items.yaml:2:5: `source` is missing',
    ],
    [
      'text in neither language',
      { items: ITEMS.replace('{ en: Keep people }', '{}') },
      'items.yaml:6:5: `title` has neither language',
    ],
    [
      'an empty text',
      { items: ITEMS.replace('{ en: Keep people }', '{ en: "  " }') },
      'items.yaml:6:18: `en` is empty',
    ],
    ['a key without a value', { items: ITEMS.replace('theme: "1"', 'theme:') }, 'items.yaml:5:'],
    [
      'a folder of another name',
      { plan: PLAN.replace('id: demo', 'id: demos') },
      'plan.yaml:1:5: `id` is not the name of the pack’s folder, "demo": "demos"',
    ],
    ['a key that stands there twice', { plan: `${PLAN}id: demo\n` }, 'plan.yaml:27:1: this is no YAML'],
    ['a tab', { plan: PLAN.replace('  - { en: Demo', '\t- { en: Demo') }, 'plan.yaml:5:1: this is no YAML'],
    [
      'letters that are no UTF-8',
      { plan: PLAN.replace('Demo Trust', 'Demo \uFFFD Trust') },
      'plan.yaml:5:16: a letter here cannot be read',
    ],
    [
      'an address that is none',
      { plan: PLAN.replace('https://', 'www.') },
      'plan.yaml:12:10: `url` is no web address',
    ],
    [
      'a moment that is none',
      { ...whole, progress: PROGRESS.replace('2026-10-01', 'lately') },
      'progress.yaml:4:15: `recorded` is no moment',
    ],
    ['an empty plan', { plan: '' }, 'plan.yaml:1:1: the content has no value'],
  ])('reports %s', async (_, texts, expected) => {
    const found = await problems(texts);

    expect(found.join('\n')).toContain(expected);
    expect(found).toHaveLength(expected.includes('leads in a circle') ? 3 : 1);
  });

  it('raises no false alarm about names in a file that cannot be read', async () => {
    const found = await problems({ items: 'items: [', progress: PROGRESS });

    expect(found.every((line) => line.startsWith('items.yaml:'))).toBe(true);
  });

  it('reports a folder without plan.yaml, one that is not there, and a plan id used twice', async () => {
    write('other/demo', { plan: PLAN });
    write('demo');
    mkdirSync(join(dir, 'lost'));
    writeFileSync(join(dir, 'lost', 'items.yaml'), ITEMS);

    const { packs, problems: found } = await loadPacks([dir, join(dir, 'other'), join(dir, 'none')]);
    expect(packs.map((pack) => pack.plan.id)).toEqual(['demo']);
    expect(found.map((problem) => [problem.file.slice(dir.length + 1), problem.problem])).toEqual([
      ['none', 'there is no such folder'],
      ['lost/plan.yaml', 'plan.yaml is missing'],
      ['other/demo/plan.yaml', `another pack, ${join(dir, 'demo')}, already has this plan id`],
    ]);
  });
});

describe('what is for staff', () => {
  it('is never in a public library, nor counted there, nor what hangs on it', () => {
    const audience = fc.constantFrom<Audience>('public', 'staff');
    const contents = fc.record({
      plans: fc.array(audience, { minLength: 1, maxLength: 3 }),
      items: fc.array(
        fc.record({
          of: fc.nat(2),
          audience,
          under: fc.option(fc.nat(11)),
          update: audience,
          fact: audience,
        }),
        { maxLength: 12 },
      ),
    });
    fc.assert(
      fc.property(contents, ({ plans, items: drawn }) => {
        const plansMade = plans.map((each, index) => plan({ id: `p${index}`, audience: each, declared: {} }));
        const planOf = (index: number) => `p${(drawn[index]?.of ?? 0) % plans.length}`;
        const items = drawn.map((each, index) => {
          const under = each.under ?? index;
          const parent =
            under < index && planOf(under) === planOf(index) ? { parent: `action-${under}` } : {};
          return action(String(index), { plan: planOf(index), audience: each.audience, ...parent });
        });
        const updates = drawn.map((each, index) =>
          update(`action-${index}`, { stage: 'completed' }, { plan: planOf(index), audience: each.update }),
        );
        const facts = drawn.map((each, index) =>
          fact('finding', `${index}`, { plan: planOf(index), audience: each.fact }),
        );
        const all = libraryOf({ plans: plansMade, items, updates, facts }, 'staff');
        const told = libraryOf({ plans: plansMade, items, updates, facts }, 'public');

        const lineage = (item: Item): readonly Item[] => [
          item,
          ...(item.parent ? lineage(all.item(item.parent)!) : []),
        ];
        const isPublic = (item: Item) =>
          all.plan(item.plan)!.audience === 'public' &&
          lineage(item).every((each) => each.audience === 'public');
        expect(told.items.map((item) => item.id)).toEqual(all.items.filter(isPublic).map((item) => item.id));
        expect(told.plans.every((each) => each.audience === 'public')).toBe(true);
        expect(told.facts.every((each) => each.audience === 'public' && told.plan(each.plan))).toBe(true);
        for (const item of all.items) {
          const hidden = !isPublic(item);
          if (hidden) expect(told.item(item.id)).toBeUndefined();
          if (hidden) expect(told.byRef(item.refs[0]!, 'action', item.plan)).toEqual([]);
          if (hidden) expect(told.updatesOf(item.id)).toEqual([]);
          expect(told.updatesOf(item.id).every((each) => each.audience === 'public')).toBe(true);
          expect(told.childrenOf(item.id).every(isPublic)).toBe(true);
        }
        const counted = told.plans.flatMap((each) => told.coverageOf(each.id));
        const held = counted.reduce((sum, each) => sum + each.held + each.children, 0);
        expect(held).toBe(told.items.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a library', () => {
  it('keeps the order of the document and finds every item by its own ref', () => {
    const items = [recommendation('R2'), recommendation('R1'), action('10'), action('9')];
    const library = libraryOf({ items });

    expect(library.items).toEqual(items);
    for (const item of items) expect(library.byRef(item.refs[0]!, item.kind)[0]).toEqual(item);
  });
});

describe('knowledge while the bot runs', () => {
  const events: string[] = [];
  const log = {
    info: (event: string) => void events.push(event),
    warn: (event: string, fields?: Readonly<Record<string, unknown>>) =>
      void events.push(`${event}: ${String(fields?.['problem'])}`),
  };
  beforeEach(() => {
    events.length = 0;
  });
  const open = (more: object = {}) => openKnowledge({ dirs: [{ path: dir }], log, pollSeconds: 0, ...more });

  it('takes up an edited pack, a new one and one taken away, without a restart', async () => {
    write('demo', { items: ITEMS });
    const knowledge = await open();
    const before = knowledge.library('public');
    expect(knowledge.library('public')).toBe(before);
    expect(await knowledge.refresh()).toBe(false);

    write('demo', { items: ITEMS.replace('Keep people', 'Hold people') });
    write('other');
    expect(await knowledge.refresh()).toBe(true);
    const after = knowledge.library('public');
    expect(after.plans.map((each) => each.id)).toEqual(['demo', 'other']);
    expect(after.byRef('1.1')[0]?.title.en).toBe('Hold people');
    expect(after.version).not.toBe(before.version);
    expect(before.byRef('1.1')[0]?.title.en).toBe('Keep people');

    rmSync(join(dir, 'other'), { recursive: true });
    expect(await knowledge.refresh()).toBe(true);
    expect(knowledge.library('public').plans).toHaveLength(1);
    expect(events).toEqual(['packs loaded', 'packs loaded again', 'packs loaded again']);
    knowledge.close();
  });

  it('keeps the last good version of a pack after a wrong edit, and says what is wrong until it is mended', async () => {
    write('demo', { items: ITEMS });
    const knowledge = await open();

    write('demo', { items: ITEMS.replace('kind: action', 'kind: actoin') });
    await knowledge.refresh();
    expect(knowledge.library('public').byRef('1.1')[0]?.title.en).toBe('Keep people');
    expect(knowledge.problems).toMatchObject([{ line: 2, value: 'actoin' }]);
    expect(events).toContain('a pack is wrong: `kind` is none of the values known');

    write('demo', { items: ITEMS.replace('Keep people', 'Hold people') });
    await knowledge.refresh();
    expect(knowledge.problems).toEqual([]);
    expect(knowledge.library('public').byRef('1.1')[0]?.title.en).toBe('Hold people');
  });

  it('leaves out a wrong pack of a user at the start and loads the others; a wrong bundled one stops the start', async () => {
    write('good');
    write('bad', { plan: 'id: bad\n' });

    const knowledge = await open();
    expect(knowledge.library('public').plans.map((each) => each.id)).toEqual(['good']);
    expect(knowledge.problems.map((problem) => problem.problem)).toEqual([
      '`title` is missing',
      '`source` is missing',
    ]);
    await expect(open({ dirs: [{ path: dir, bundled: true }] })).rejects.toThrow(
      /bad\/plan\.yaml:1:1: `title` is missing/,
    );
  });

  it('waits for packs where a folder may be empty, and leaves out those that nobody asked for', async () => {
    const path = join(dir, 'imported');
    write('demo');
    const dirs = [
      { path: dir, except: ['demo'], mayBeEmpty: true },
      { path, mayBeEmpty: true },
    ];
    const knowledge = await open({ dirs });
    expect(knowledge.library('staff').plans).toEqual([]);
    expect(knowledge.problems).toEqual([]);

    write('imported/mine', { plan: PLAN.replace('id: demo', 'id: mine') });
    await knowledge.refresh();
    expect(knowledge.library('staff').plans.map((each) => each.id)).toEqual(['mine']);
    expect((await open({ dirs: [{ path: join(dir, 'none') }] })).problems).toMatchObject([
      { problem: 'there is no such folder' },
    ]);
  });

  it('looks by itself, and takes a change up once the files are still', async () => {
    write('demo', { items: ITEMS });
    let tell = (): void => undefined;
    const again = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const info = (event: string) => (event === 'packs loaded again' ? tell() : undefined);
    const knowledge = await open({ pollSeconds: 0.02, log: { ...log, info } });

    const file = join(dir, 'demo', 'items.yaml');
    writeFileSync(`${file}.new`, ITEMS.replace('Keep people', 'Hold our people'));
    renameSync(`${file}.new`, file);
    await again;
    expect(knowledge.library('public').byRef('1.1')[0]?.title.en).toBe('Hold our people');
    knowledge.close();
  });

  it('gives the helplines beside the packs, a later folder’s in place of the same id', async () => {
    const line = (how: string) =>
      `helplines:\n  - { id: one, name: { en: One, cy: Un }, phone: "111", how: { en: ${how} }, use: anyone, source: { document: { en: Page }, confidence: primary } }\n`;
    write('a/demo');
    write('b/other');
    writeFileSync(join(dir, 'a', 'helplines.yaml'), line('Press 2'));
    writeFileSync(join(dir, 'b', 'helplines.yaml'), line('Ask for us'));

    const knowledge = await open({ dirs: [{ path: join(dir, 'a') }, { path: join(dir, 'b') }] });
    expect(knowledge.helplines).toEqual([
      {
        id: 'one',
        name: { en: 'One', cy: 'Un' },
        phone: '111',
        how: { en: 'Ask for us' },
        nations: [],
        use: 'anyone',
        source: { document: { en: 'Page' }, confidence: 'primary' },
      },
    ]);
  });
});

describe('what is bundled', () => {
  it('loads without a problem', async () => {
    const { packs, problems: found } = await loadPacks([KNOWLEDGE], { today: TODAY });

    expect(found.map(formatProblem)).toEqual([]);
    expect(packs.length).toBeGreaterThan(0);
    const knowledge = await openKnowledge({
      dirs: [{ path: KNOWLEDGE, bundled: true }],
      log: { info() {}, warn() {} },
      pollSeconds: 0,
    });
    expect(knowledge.helplines.length).toBeGreaterThan(0);
  });

  it('has the JSON Schemas that the format makes', () => {
    const folder = join(KNOWLEDGE, 'schema');
    const committed = existsSync(folder)
      ? Object.fromEntries(
          readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
        )
      : {};

    expect(committed).toEqual(packSchemas());
  });
});
