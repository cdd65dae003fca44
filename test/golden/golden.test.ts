import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { packageRoot } from '../../src/start/machine.ts';
import { openBatch, type Batch } from './ask-all.ts';
import { contractOf, type Checks } from './contract.ts';
import { saidIn } from './dates-said.ts';
import { differences, plain } from './judge.ts';
import { runGolden, type GoldenRun } from './run.ts';
import { percent, scoreboardOf, type Scoreboard } from './scoreboard.ts';
import { readFolder } from './sheet.ts';
import { importUnseen, unseenPlan } from './unseen-plan.ts';

const FOLDER = join(packageRoot(), 'test', 'golden');
const SETS = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml') && name !== 'floors.yaml');

interface Floors {
  readonly sizes: Readonly<Record<string, number>>;
  readonly percent: Readonly<Record<string, number>>;
  readonly falseAlarms: Readonly<Record<string, number>>;
  readonly withSources: Readonly<Record<string, number>>;
  readonly otherLanguage: number;
  readonly unseen: Readonly<Record<string, number>>;
}
const FLOORS = parse(readFileSync(join(FOLDER, 'floors.yaml'), 'utf8')) as Floors;

const scratch = mkdtempSync(join(tmpdir(), 'golden-'));
let batch: Batch;
let run: GoldenRun;
let board: Scoreboard;
let checks: Checks;

beforeAll(async () => {
  batch = await openBatch();
  run = await runGolden(batch, FOLDER);
  board = scoreboardOf(run);
  checks = contractOf(batch.library);
}, 60_000);

afterAll(async () => {
  await batch.close();
  rmSync(scratch, { recursive: true, force: true });
});

function shortOf(
  floors: Readonly<Record<string, number>>,
  reached: ReadonlyMap<string, number>,
): readonly string[] {
  return Object.entries(floors)
    .filter(([name, floor]) => (reached.get(name) ?? 0) < floor)
    .map(([name, floor]) => `${name}: ${(reached.get(name) ?? 0).toFixed(1)}, floor ${floor}`);
}

describe('the golden questions', () => {
  it('are sound: known fields, items that the packs hold, each with its reason and asked once', () => {
    expect(run.problems).toEqual([]);
    expect(run.judged.filter(({ why }) => why.trim() === '')).toEqual([]);
  });

  it('are as many as each set promises', () => {
    const sizes = new Map(board.sets.map(({ name, asked }) => [name, asked]));

    expect(SETS).toHaveLength(7);
    expect(shortOf(FLOORS.sizes, sizes)).toEqual([]);
  });

  it('are none that the search was fitted to', () => {
    const file: unknown = parse(readFileSync(join(packageRoot(), 'bench', 'fitting-questions.yaml'), 'utf8'));
    const fitted = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value === 'string') fitted.add(plain(value));
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
    };
    visit(file);
    const alsoFitted = run.judged.filter(
      ({ expected, turn }) => turn === undefined && fitted.has(plain(expected.ask)),
    );

    expect(fitted.size).toBeGreaterThan(200);
    expect(alsoFitted.map(({ where, expected }) => `${where} ${expected.ask}`)).toEqual([]);
  });
});

describe('the answers to the golden questions', () => {
  it('are right as often as they have been, set by set', () => {
    const reached = new Map(board.sets.map(({ name, asked, right }) => [name, (100 * right) / asked]));

    expect(shortOf(FLOORS.percent, reached)).toEqual([]);
  });

  it('never take more ordinary questions for distress, nor name sources for more that no pack answers', () => {
    const alarms = board.distress.filter(
      ({ name, falseAlarms }) => falseAlarms > (FLOORS.falseAlarms[name] ?? 0),
    );
    const sourced = board.outside.filter(
      ({ name, withSources }) => withSources > (FLOORS.withSources[name] ?? 0),
    );

    expect(alarms).toEqual([]);
    expect(sourced).toEqual([]);
  });

  it('keep the contract and invent no date and no number', () => {
    const broken = run.judged.flatMap(({ where, faults }) =>
      faults
        .filter(({ about }) => about === 'contract' || about === 'invented')
        .map(({ about, says }) => `${where} ${about}: ${says}`),
    );

    expect(broken).toEqual([]);
  });

  it('are in the language of the question', () => {
    const other = run.judged.filter(({ faults }) => faults.some(({ about }) => about === 'language'));

    expect(other.length).toBeLessThanOrEqual(FLOORS.otherLanguage);
  });
});

describe('the check for invented facts', () => {
  const planted = (
    change: (text: string) => string | undefined,
  ): { readonly changed: number; readonly caught: number } => {
    const { broken } = checks;
    const tried = run.judged
      .filter(({ said }) => ['item', 'status', 'history'].includes(said.kind) && said.items.length === 1)
      .flatMap((each) => {
        const text = change(each.said.text);
        return text === undefined ? [] : [broken(each, { ...each.said, text })];
      });
    const caught = tried.filter((faults) =>
      faults.some(({ about }) => about === 'invented' || about === 'contract'),
    );
    return { changed: tried.length, caught: caught.length };
  };

  it.each([
    ['a status as of another day', / (?:as at|ar) (\d{1,2}) (?=\p{L}+ 20)/u],
    ['a due date in another year', /^(?:Due|Dyddiad cwblhau): (.*20\d\d)$/mu],
    ['an age in days that is not its date’s', / (\d+) (?:days|diwrnod) (?:ago|yn ôl)/u],
  ])('sees %s', (_, pattern) => {
    const { changed, caught } = planted((text) => {
      const match = pattern.exec(text);
      const part = match?.[1];
      if (!match || part === undefined) return undefined;
      const other = /20\d\d$/u.test(part)
        ? part.replace(/20\d\d$/u, '2033')
        : String((Number(part) % 27) + 2);
      return text.replace(match[0], match[0].replace(part, other));
    });

    expect(changed).toBeGreaterThan(20);
    expect(caught / changed).toBeGreaterThan(0.95);
  });

  it('sees a sum of money and a share that no record names, and a status without date or source', () => {
    const sentences = [
      '\nThe cost was £8.7 million.',
      '\n97.3% of staff agreed.',
      '\n● On track\n  Somewhere',
    ];
    const seen = sentences
      .map((sentence) => planted((text) => text + sentence))
      .map(({ changed, caught }) => caught / changed);

    expect(seen).toEqual([1, 1, 1]);
  });

  it('reads dates as both languages print them', () => {
    expect([...saidIn('o 1 Ionawr 2026 i Fawrth 2026; 31st of May 2026, 2026-11').dates].sort()).toEqual([
      '2026-01-01',
      '2026-03',
      '2026-05-31',
      '2026-11',
    ]);
  });
});

describe('a question file with a fault', () => {
  it('is told with file and line', () => {
    const folder = mkdtempSync(join(scratch, 'faulty-'));
    writeFileSync(
      join(folder, 'questions.en.a.yaml'),
      [
        'questions:',
        '  - ask: one',
        '    kind: item',
        '    why: it is so',
        '    wy: a slip',
        '  - ask: two',
        '    kind: itme',
        '    why: it is so',
      ].join('\n'),
    );
    writeFileSync(
      join(folder, 'outside.en.yaml'),
      [
        'questions:',
        '  - ask: three',
        '    kind: item',
        '    first: demo-trust/action-99',
        '    why: it is so',
        '  - ask: THREE',
        '    set: far',
        '    why: it is so',
      ].join('\n'),
    );

    const problems = readFolder(folder, () => false).problems.map((each) =>
      each.split(': ').slice(0, 2).join(': '),
    );

    expect(problems).toEqual([
      'outside.en.yaml:2: demo-trust/action-99 is in no pack; write an id that a pack holds',
      'outside.en.yaml:2: `set` is missing',
      'outside.en.yaml:6: neither `kind` nor `not` is given',
      'questions.en.a.yaml:5: questions.0.wy',
      'questions.en.a.yaml:7: questions.1.kind',
      'outside.en.yaml:6: asked already in outside.en.yaml:2',
    ]);
  });
});

describe('a plan never seen, in words that no vocabulary holds, imported from its sheets', () => {
  it('is found by number, by words, by slips and mutations, by lead and theme; counted and looked after', async () => {
    const plan = unseenPlan(20_261_121);
    const into = await importUnseen(plan, join(scratch, 'unseen'));
    const withPlan = await openBatch([into]);
    const said = await withPlan.ask(
      plan.questions.map(({ expected }, at) => ({ conversation: String(at), text: expected.ask })),
    );
    await withPlan.close();
    const right = new Map<string, { asked: number; right: number; wrong: string[] }>();
    plan.questions.forEach(({ about, language, expected }, at) => {
      const score = right.get(`${language} ${about}`) ?? { asked: 0, right: 0, wrong: [] };
      right.set(`${language} ${about}`, score);
      score.asked += 1;
      const answer = said[at];
      if (answer && differences(expected, answer).length === 0) score.right += 1;
      else score.wrong.push(expected.ask);
    });

    const short = Object.entries(FLOORS.unseen).flatMap(([name, floor]) => {
      const {
        asked,
        right: reached,
        wrong,
      } = right.get(name) ?? { asked: 1, right: 0, wrong: ['never asked'] };
      return (100 * reached) / asked < floor
        ? [`${name}: ${percent(reached, asked)}: ${wrong.join('; ')}`]
        : [];
    });

    expect([...right.keys()].sort()).toEqual(Object.keys(FLOORS.unseen).sort());
    expect(short).toEqual([]);
  }, 60_000);
});
