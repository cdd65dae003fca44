import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { act } from '../../src/bot/act.ts';
import type { ActContext } from '../../src/bot/context.ts';
import type { Answer, Block } from '../../src/domain/answer.ts';
import { NO_MEMORY } from '../../src/domain/conversation.ts';
import type { IsoDate } from '../../src/domain/dates.ts';
import type { Aspect, Intent } from '../../src/domain/intent.ts';
import type { LocalText, PlanId, Source, ThemeId } from '../../src/domain/model.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { ageOf, formatDate } from '../../src/language/format.ts';
import { type Messages, messagesFor } from '../../src/language/messages.ts';
import type { Found } from '../../src/search/search.ts';
import { action, callToAction, fact, libraryOf, plan, recommendation, update } from '../builders.ts';

/** A message by its path: a sentence, or the source of the function that makes it. */
function entriesOf(group: object, path: readonly string[] = []): readonly (readonly [string, string])[] {
  return Object.entries(group).flatMap(([name, value]: [string, unknown]) => {
    const key = [...path, name];
    if (typeof value === 'object' && value !== null) return entriesOf(value, key);
    const text = typeof value === 'function' ? Function.prototype.toString.call(value) : String(value);
    return [[key.join('.'), text.replaceAll(/\s+/g, ' ')] as const];
  });
}

const [cy, en] = [messagesFor('cy'), messagesFor('en')];
const welsh = new Map(entriesOf(cy));
const english = new Map(entriesOf(en));

/** Alike in both languages: they only place names, numbers and phrases that are finished already. */
const ALIKE: readonly RegExp[] = [
  /^words\.(?:names|series|kind|kinds|windowFirst)$/,
  /^words\.(?:age|count|standing|response|statements|date|asAt|at)$/,
  /^item\.(?:headline|status|label|confidence|lacks)$/,
  /^count\.row$/,
  /^plan\.(?:statusHeadline|statusTheme|progressWords|progressCount|oldest|themesHeadline)$/,
  /^plan\.(?:factHeadline|factSummary|factOf)$/,
  /^time\.moved$/,
  /^talk\.(?:sourceLine|signpost\.line)$/,
  /^page\.bot$/,
  /^ask\.item$/,
];

describe('the two catalogues', () => {
  it('have the same messages', () => {
    expect([...welsh.keys()].sort()).toEqual([...english.keys()].sort());
    expect(welsh.size).toBeGreaterThan(200);
  });

  it('say nothing in Welsh with the English words', () => {
    const same = [...welsh]
      .filter(([key, text]) => english.get(key) === text && /\p{L}/u.test(text))
      .map(([key]) => key)
      .filter((key) => !ALIKE.some((alike) => alike.test(key)));

    expect(same).toEqual([]);
  });

  it('count the Welsh messages that a fluent speaker has not signed off', () => {
    const signed = JSON.parse(readFileSync('src/language/review.json', 'utf8')) as Record<string, string>;
    const stray = Object.keys(signed).filter((key) => !welsh.has(key));
    const unreviewed = [...welsh].filter(
      ([key, text]) => signed[key] !== hashOf(text, english.get(key) ?? ''),
    );
    process.stdout.write(`Welsh messages not yet reviewed: ${unreviewed.length} of ${welsh.size}\n`);

    expect(stray).toEqual([]);
  });
});

/** Either text changing takes the sign-off away. */
function hashOf(cyText: string, enText: string): string {
  return createHash('sha256').update(`${cyText}\n${enText}`).digest('hex').slice(0, 16);
}

describe('counts and dates in words', () => {
  const numbers = [0, 1, 2, 3, 6, 10];

  it('mutate and keep the singular after a number in Welsh', () => {
    expect(numbers.map((count) => cy.words.count(count, 'action'))).toEqual([
      'dim camau gweithredu',
      '1 cam gweithredu',
      '2 gam gweithredu',
      '3 cham gweithredu',
      '6 cham gweithredu',
      '10 cam gweithredu',
    ]);
    expect(numbers.map((count) => cy.words.count(count, 'recommendation'))).toEqual([
      'dim argymhellion',
      ...[1, 2, 3, 6, 10].map((count) => `${count} argymhelliad`),
    ]);
    expect(numbers.map((count) => cy.words.count(count, 'call-to-action'))).toEqual([
      'dim galwadau i weithredu',
      '1 alwad i weithredu',
      '2 alwad i weithredu',
      '3 galwad i weithredu',
      '6 galwad i weithredu',
      '10 galwad i weithredu',
    ]);
    expect(numbers.map((count) => cy.words.plans(count))).toEqual([
      'dim cynlluniau',
      '1 cynllun',
      '2 gynllun',
      '3 chynllun',
      '6 chynllun',
      '10 cynllun',
    ]);
    expect(numbers.map((count) => cy.words.statements(count))).toEqual([
      'dim datganiadau',
      '1 datganiad',
      '2 ddatganiad',
      '3 datganiad',
      '6 datganiad',
      '10 datganiad',
    ]);
  });

  it('are singular for one alone in English', () => {
    expect(numbers.map((count) => en.words.count(count, 'call-to-action'))).toEqual([
      '0 calls to action',
      '1 call to action',
      '2 calls to action',
      '3 calls to action',
      '6 calls to action',
      '10 calls to action',
    ]);
  });

  it('say ages in days, then months, then years and months', () => {
    expect([0, 1, 2, 45, 100, 760, 984].map((days) => cy.words.age(days))).toEqual([
      'heddiw',
      'ddoe',
      '2 ddiwrnod yn ôl',
      '45 diwrnod yn ôl',
      '3 mis yn ôl',
      '24 mis yn ôl',
      '2 flynedd ac 8 mis yn ôl',
    ]);
    expect([1830, 365 * 4 + 10, 365 * 7 + 95].map((days) => cy.words.age(days))).toEqual([
      '5 mlynedd yn ôl',
      '4 blynedd yn ôl',
      '7 mlynedd a 3 mis yn ôl',
    ]);
    expect([0, 1, 30, 640, 984].map((days) => en.words.age(days))).toEqual([
      'today',
      'yesterday',
      '30 days ago',
      '21 months ago',
      '2 years and 8 months ago',
    ]);
    expect(ageOf(760)).toEqual({ unit: 'months', months: 24 });
  });

  it('print dates no finer than the source gives them', () => {
    const dates = ['2017', '2025-02', '2024-03-13'].map((date) => date as IsoDate);

    expect(dates.map((date) => formatDate('en', date))).toEqual(['2017', 'February 2025', '13 March 2024']);
    expect(dates.map((date) => cy.words.at(date))).toEqual([
      'yn 2017',
      'ym mis Chwefror 2025',
      'ar 13 Mawrth 2024',
    ]);
  });
});

describe('no stray words', () => {
  /** A catalogue in which every message is wrapped in ⟦ ⟧: a letter outside them was written somewhere else. */
  function wrapped<T>(value: T): T {
    if (typeof value === 'string') return `⟦${value}⟧` as T;
    if (typeof value === 'function') {
      return ((...args: readonly unknown[]): unknown => wrapped(value(...args) as unknown)) as T;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, wrapped(each as unknown)]),
    ) as T;
  }

  const SIGN: LocalText = { en: '§', cy: '§' };
  const from: Source = {
    document: SIGN,
    locator: '7',
    confidence: 'secondary',
    published: '2024' as Source['published'] & string,
  };
  const [one, two] = ['1' as PlanId, '2' as PlanId];
  const parts = { title: SIGN, summary: SIGN, note: SIGN, source: from };
  const library = libraryOf({
    plans: [
      plan({
        id: '1',
        title: SIGN,
        owners: [SIGN],
        published: '2024',
        summary: SIGN,
        notes: [SIGN],
        declared: { action: 9, recommendation: 2 },
        themes: [{ ref: '1', title: SIGN, aim: SIGN, note: SIGN, source: from }],
        fictional: true,
        source: from,
      }),
      plan({ id: '2', title: { en: '§' }, declared: { action: 90 }, themes: [], source: from }),
    ],
    items: [
      action('1.1', {
        ...parts,
        plan: '1',
        theme: '1',
        leads: [SIGN],
        addressees: [SIGN],
        due: '2025-01-31',
        dueWas: ['2024'],
        response: 'accepted',
        otherRefs: ['34.1'],
      }),
      action('1.2', { ...parts, plan: '1', theme: '1', parent: '1.1', due: '2025' }),
      ...[3, 4, 5, 6, 7].map((number) => action(`1.${number}`, { ...parts, plan: '1', title: { en: '§' } })),
      recommendation('8', { ...parts, plan: '1' }),
      callToAction('8', { ...parts, plan: '2' }),
    ],
    updates: [
      update('action-1.1', { stage: 'not_started' }, { plan: '1', asAt: '2024', source: from }),
      update(
        'action-1.1',
        { stage: 'in_progress', rating: 'off_track' },
        {
          plan: '1',
          asAt: '2025-02',
          sourceLabel: '§',
          note: SIGN,
          reason: SIGN,
          mitigation: SIGN,
          assessedBy: 'third_party',
          source: from,
        },
      ),
      update('theme-1', { stage: 'in_progress' }, { plan: '1', source: from }),
      update('plan', { stage: 'in_progress' }, { plan: '1', source: from }),
    ],
    facts: [1, 2].map(() => fact('9', SIGN, { plan: '1', date: '2024', tiedToPlan: false, source: from })),
  });
  const found: Found = {
    band: 'answer',
    factsBand: 'answer',
    chance: { items: 0.9, facts: 0.8 },
    clear: false,
    items: library.items.map((item) => ({ found: item, score: 1, matched: ['§'] })),
    facts: library.facts.map((each) => ({ found: each, score: 1, matched: ['§'] })),
    onSubject: true,
    notes: [{ kind: 'mended', typed: '§', read: '§' }],
  };

  const scope: Scope = { plans: [], filter: {} };
  const day = '2025-06-01' as IsoDate;
  const aspects: readonly Aspect[] = [
    'overview',
    'status',
    'lead',
    'addressee',
    'due',
    'reason',
    'mitigation',
    'source',
    'confidence',
    'age',
    'response',
    'theme',
    'match',
  ];
  const plansScope = (plans: readonly PlanId[]): Scope => ({ plans, filter: {} });
  const intents: readonly Intent[] = [
    ...aspects.flatMap((aspect): Intent[] => [
      { kind: 'by-reference', references: [{ ref: '1.1' }], aspect },
      { kind: 'by-reference', references: [{ ref: '1.3' }], aspect },
      { kind: 'by-reference', references: [{ ref: '1.1' }, { ref: '1.3' }, { ref: '77' }], aspect },
      { kind: 'topic', words: '§', scope, aspect },
    ]),
    ...['8', '2', '88', '99'].map((ref): Intent => ({
      kind: 'by-reference',
      references: [{ ref }],
      aspect: 'overview',
    })),
    { kind: 'by-reference', references: [{ ref: '88', kind: 'action', plan: two }], aspect: 'overview' },
    ...(['plan', 'theme', 'kind', 'lead', 'standing'] as const).flatMap((group): Intent[] => [
      { kind: 'list', scope: plansScope([one]), words: '', order: 'due', group, aspect: 'overview' },
      { kind: 'count', scope: plansScope([one]), words: '', group },
    ]),
    {
      kind: 'list',
      scope: { plans: [], filter: { overdue: true } },
      words: '',
      order: 'most-overdue',
      aspect: 'overview',
    },
    {
      kind: 'list',
      scope: { plans: [], filter: { due: { from: day, to: day } } },
      words: '',
      order: 'due',
      aspect: 'overview',
    },
    {
      kind: 'list',
      scope: { plans: [one], filter: { standings: [{ rating: 'off_track' }] } },
      words: '',
      order: 'document',
      aspect: 'reason',
    },
    {
      kind: 'list',
      scope: { plans: [two], filter: { kinds: ['action'] } },
      words: '',
      order: 'document',
      aspect: 'overview',
    },
    { kind: 'count', scope, words: '' },
    { kind: 'count', scope: plansScope([one]), words: '' },
    { kind: 'count', scope, words: '§' },
    { kind: 'status', scope, aspect: 'overview' },
    { kind: 'status', scope: plansScope([one]), aspect: 'overview' },
    { kind: 'status', scope: plansScope([two]), aspect: 'overview' },
    {
      kind: 'status',
      scope: { plans: [], filter: { themes: ['1/theme-1' as ThemeId] } },
      aspect: 'overview',
    },
    { kind: 'fact', topics: ['9'], words: '§', scope, aspect: 'source' },
    ...['ownership', 'publication', 'title', 'ambition', 'declared'].map((topic): Intent => ({
      kind: 'fact',
      topics: [topic],
      words: '',
      scope,
      aspect: 'overview',
    })),
    { kind: 'plan', plan: one },
    { kind: 'plans' },
    { kind: 'themes', scope },
    { kind: 'coverage', scope },
    { kind: 'compare', scopes: [plansScope([one]), plansScope([two])], words: '' },
    { kind: 'compare', scopes: [plansScope([one]), plansScope([two])], words: '§' },
    { kind: 'changes', window: { from: '2024-01-01' as IsoDate, to: day }, scope },
    { kind: 'changes', window: { from: day, to: '2026-11-21' as IsoDate }, scope },
    { kind: 'history', references: [{ ref: '1.1' }, { ref: '1.3' }], items: [] },
    { kind: 'as-at', day, references: [{ ref: '1.1' }, { ref: '1.3' }], items: [], scope },
    { kind: 'as-at', day, references: [], items: [], scope },
    { kind: 'more' },
    { kind: 'set-language', locales: ['cy'], again: false },
    { kind: 'set-default-plan', plan: one },
    { kind: 'set-default-plan' },
    ...([undefined, 'digest', 'language', 'search'] as const).map((about): Intent =>
      about ? { kind: 'help', about } : { kind: 'help' },
    ),
    ...(['greeting', 'thanks', 'farewell', 'how-are-you', 'who-are-you', 'praise', 'complaint'] as const).map(
      (which): Intent => ({ kind: 'smalltalk', which }),
    ),
    ...(['low', 'high', 'immediate'] as const).map((severity): Intent => ({
      kind: 'signpost',
      distress: { severity, about: 'other' },
    })),
    { kind: 'out-of-scope' },
    ...(['empty', 'symbols', 'nothing-to-point-at', 'no-words'] as const).map((why): Intent => ({
      kind: 'unclear',
      why,
    })),
  ];

  const context: Omit<ActContext, 'locale'> = {
    library,
    search: { find: () => found },
    today: '2026-11-21' as IsoDate,
    memory: NO_MEMORY,
    nation: 'wales',
    helplines: [{ id: '1', name: SIGN, phone: '1', how: SIGN, nations: [], use: 'anyone', source: from }],
    catalogue: (locale): Messages => wrapped(messagesFor(locale)),
  };

  it.each(intents.map((intent) => [JSON.stringify(intent), intent] as const))(
    'stand in the answer to %s',
    (_, intent) => {
      for (const locale of ['cy', 'en'] as const) {
        const { answer } = act(
          { intent, notes: [{ kind: 'assumed-plan', plan: one }] },
          { ...context, locale },
        );
        expect(
          textsOf(answer)
            .map(unwrapped)
            .filter((text) => /\p{L}/u.test(text)),
        ).toEqual([]);
      }
    },
  );
});

function unwrapped(text: string): string {
  const without = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  return without === text ? text : unwrapped(without);
}

/** Every text of an answer, whoever shows it. */
function textsOf(answer: Answer): readonly string[] {
  return [answer.headline, ...answer.blocks.flatMap(textsIn)];
}

describe('a plan of which nothing is held', () => {
  it('says that none of them is held, not that 0 are', () => {
    expect(en.plan.notHeldList('Alpha', '8 actions', '0 actions')).toContain('none of them is held here.');
    expect(cy.plan.notHeldList('Alffa', '8 cam', '0 cam')).toContain('nid oes yr un ohonynt yma.');
  });
});

function textsIn(block: Block): readonly string[] {
  return deepStrings(block)
    .filter(([key]) => !NO_WORDS.has(key))
    .map(([, text]) => text);
}

const NO_WORDS = new Set(['type', 'tone', 'locale', 'item', 'url', 'key', 'asAt', 'stage', 'rating']);

function deepStrings(value: unknown, key = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[key, value]];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => deepStrings(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => deepStrings(each, name));
}
