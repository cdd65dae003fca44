import { describe, expect, it } from '@jest/globals';

import { act, apology, mergeAnswers, refused } from '../../src/bot/act.ts';
import type { Acted, ActContext } from '../../src/bot/context.ts';
import { type Answer, type Block, sourcesOf } from '../../src/domain/answer.ts';
import { assertNever } from '../../src/domain/assert-never.ts';
import { type Memory, NO_MEMORY } from '../../src/domain/conversation.ts';
import type { IsoDate } from '../../src/domain/dates.ts';
import type { Intent, Note } from '../../src/domain/intent.ts';
import type { Helpline, Item, ItemId, Locale, PlanId, Source, ThemeId } from '../../src/domain/model.ts';
import type { ItemFilter, Scope } from '../../src/domain/scope.ts';
import type { Library } from '../../src/knowledge/library.ts';
import type { Found, Search } from '../../src/search/search.ts';
import { action, callToAction, fact, libraryOf, plan, recommendation, update } from '../builders.ts';

const TODAY = '2026-11-21' as IsoDate;
const NOTHING: Found = {
  band: 'nothing',
  factsBand: 'nothing',
  chance: { items: 0, facts: 0 },
  clear: false,
  items: [],
  facts: [],
  onSubject: false,
  notes: [],
};

/** A search that finds the same whatever is asked, within what it may look among. */
function finding(found: Partial<Found> = {}): Search {
  return {
    find: (_, { among, amongFacts }) => ({
      ...NOTHING,
      ...found,
      items: (found.items ?? []).filter((hit) => !among || among(hit.found)),
      facts: (found.facts ?? []).filter((hit) => !amongFacts || amongFacts(hit.found)),
    }),
  };
}

const hit = <T>(found: T, score = 1, matched: readonly string[] = ['word']) => ({ found, score, matched });

function source(name: string, parts: Partial<Source> = {}): Source {
  return {
    document: { en: name, cy: name },
    url: `https://example.org/${name}`,
    confidence: 'primary',
    ...parts,
  };
}

const ALPHA = 'alpha' as PlanId;
const BETA = 'beta' as PlanId;

/** Alpha holds four of six actions; beta declares eight recommendations and holds two without numbers. */
const WORLD = libraryOf({
  plans: [
    plan({
      id: 'alpha',
      title: { en: 'Alpha plan', cy: 'Cynllun Alffa' },
      knownAs: { en: ['the alpha'], cy: ['cynllun alffa'] },
      declared: { action: 6 },
      owners: [{ en: 'Alpha Board', cy: 'Bwrdd Alffa' }],
      published: '2024-03',
      themes: [
        { ref: '1', title: { en: 'Keeping people', cy: 'Cadw pobl' } },
        { ref: '2', title: { en: 'Digital', cy: 'Digidol' } },
      ],
      source: source('alpha-doc'),
    }),
    plan({
      id: 'beta',
      title: { en: 'Beta report' },
      knownAs: { en: ['beta report'], cy: [] },
      declared: { recommendation: 8, action: 3 },
      source: source('beta-doc', { confidence: 'secondary' }),
    }),
  ],
  items: [
    action('1.1', {
      plan: 'alpha',
      theme: '1',
      title: { en: 'Recruit nurses' },
      leads: [{ en: 'Health Board', cy: 'Bwrdd Iechyd' }],
      due: '2026-03-31',
      dueWas: ['2025-12'],
      source: source('item-1.1'),
    }),
    action('1.2', { plan: 'alpha', theme: '1', due: '2026-12-15', source: source('item-1.2') }),
    action('1.3', { plan: 'alpha', theme: '1', parent: '1.1', source: source('item-1.3') }),
    action('1.4', { plan: 'alpha', theme: '1', source: source('item-1.4') }),
    action('3', { plan: 'alpha', due: '2020', source: source('item-3', { confidence: 'derived' }) }),
    recommendation('a', { plan: 'beta', source: source('rec-a'), response: 'accepted_in_principle' }),
    recommendation('b', { plan: 'beta', source: source('rec-b') }),
    callToAction('3', { plan: 'beta', source: source('call-3'), addressees: [{ en: 'Schools' }] }),
  ],
  updates: [
    update(
      'action-1.1',
      { stage: 'in_progress', rating: 'on_track' },
      { plan: 'alpha', asAt: '2025-03', source: source('report-1') },
    ),
    update(
      'action-1.1',
      { stage: 'in_progress', rating: 'at_risk' },
      {
        plan: 'alpha',
        asAt: '2026-02-27',
        sourceLabel: 'Amber',
        reason: 'Few applicants',
        mitigation: 'A second campaign',
        source: source('report-2'),
      },
    ),
    update(
      'action-1.2',
      { stage: 'completed' },
      { plan: 'alpha', asAt: '2026-10-01', source: source('report-3') },
    ),
    update(
      'theme-2',
      { stage: 'in_progress' },
      { plan: 'alpha', asAt: '2024-03-13', source: source('report-0') },
    ),
  ],
  facts: [
    fact(
      'funding',
      { en: '£7m for training', cy: '£7m ar gyfer hyfforddiant' },
      { plan: 'alpha', date: '2024', tiedToPlan: false, source: source('money') },
    ),
  ],
});

const ids = (...refs: string[]): readonly ItemId[] => refs.map((ref) => `alpha/action-${ref}` as ItemId);
const itemOf = (id: string): Item => {
  const item = WORLD.item(id as ItemId);
  if (!item) throw new Error(`No item ${id} in this test's library.`);
  return item;
};
const scopeOf = (plans: readonly PlanId[] = [], filter: ItemFilter = {}): Scope => ({ plans, filter });

interface Given {
  readonly locale?: Locale;
  readonly library?: Library;
  readonly search?: Search;
  readonly memory?: Partial<Memory>;
  readonly defaultPlan?: PlanId;
  readonly helplines?: readonly Helpline[];
  readonly notes?: readonly Note[];
}

function asked(intent: Intent, given: Given = {}): Acted {
  const context: ActContext = {
    library: given.library ?? WORLD,
    search: given.search ?? finding(),
    today: TODAY,
    locale: given.locale ?? 'en',
    memory: { ...NO_MEMORY, ...given.memory },
    nation: 'wales',
    helplines: given.helplines ?? [],
    ...(given.defaultPlan && { defaultPlan: given.defaultPlan }),
  };
  return act({ intent, notes: given.notes ?? [] }, context);
}

const answerTo = (intent: Intent, given: Given = {}): Answer => asked(intent, given).answer;
const byRef = (
  ref: string,
  rest: Partial<{
    kind: Item['kind'];
    plan: PlanId;
    aspect: 'overview' | 'lead' | 'due' | 'reason' | 'source' | 'response' | 'mitigation';
  }> = {},
): Intent => {
  const { aspect = 'overview', ...reference } = rest;
  return { kind: 'by-reference', references: [{ ref, ...reference }], aspect };
};
const listOf = (
  filter: ItemFilter,
  plans: readonly PlanId[] = [],
  rest: Partial<Extract<Intent, { kind: 'list' }>> = {},
): Intent => ({
  kind: 'list',
  scope: scopeOf(plans, filter),
  words: '',
  order: 'document',
  aspect: 'overview',
  ...rest,
});

/** Everything that a person reads, in order. */
function wordsOf(answer: Answer): string {
  return [answer.headline, ...answer.blocks.flatMap(wordsIn)].join('\n');
}

function wordsIn(block: Block): readonly string[] {
  switch (block.type) {
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value.text}`);
    case 'status': {
      const { words, asAtWords, overdueWords, source: from } = block.status;
      return [words, asAtWords, overdueWords ?? '', from.words.text];
    }
    case 'entries':
      return block.entries.flatMap((entry) => [
        entry.label,
        entry.title.text,
        ...(entry.status
          ? [entry.status.words, entry.status.asAtWords, entry.status.overdueWords ?? '']
          : []),
        ...entry.lines,
      ]);
    case 'progress':
      return [block.title, block.words];
    case 'sources':
      return [block.label, ...block.citations.map(({ words }) => words.text)];
    case 'asks':
      return [block.label, ...block.asks.flatMap(({ label, say }) => [label, say])];
    case 'heading':
    case 'paragraph':
    case 'notice':
      return [block.text];
    default:
      return assertNever(block);
  }
}

const asksOf = (answer: Answer) =>
  answer.blocks.flatMap((block) => (block.type === 'asks' ? block.asks : []));
const statusesOf = (answer: Answer) =>
  answer.blocks.flatMap((block) => (block.type === 'status' ? [block.status] : []));

describe('an item by its number', () => {
  it('shows the newest status with its date, age, publisher’s label and source', () => {
    const answer = answerTo(byRef('1.1'));

    expect(answer).toMatchObject({ kind: 'item', items: ids('1.1'), private: false });
    expect(answer.headline).toBe('Action 1.1 (the alpha): Recruit nurses');
    expect(statusesOf(answer)).toEqual([
      expect.objectContaining({
        words: 'In progress, at risk (the publisher’s own words: “Amber”)',
        asAtWords: 'as at 27 February 2026, 8 months ago',
        overdue: true,
        overdueWords: 'Overdue: it was due on 31 March 2026',
      }),
    ]);
    expect(sourcesOf(answer)).toEqual(
      ['report-2', 'item-1.1', 'plan', 'item-1.3'].map((name) => `https://example.org/${name}`),
    );
  });

  it('says the same in Welsh, and that the title has no official Welsh', () => {
    const answer = answerTo(byRef('1.1'), { locale: 'cy' });

    expect(answer.headline).toBe('Cam gweithredu 1.1 (cynllun alffa): Recruit nurses');
    expect(statusesOf(answer)[0]?.asAtWords).toBe('ar 27 Chwefror 2026, 8 mis yn ôl');
    expect(answer.blocks).toContainEqual({
      type: 'notice',
      tone: 'info',
      text: 'Nid oes testun Cymraeg swyddogol yma ar gyfer rhan o hyn; dangosir y Saesneg fel y’i cyhoeddwyd.',
    });
  });

  it('never says "not started" where nothing is published', () => {
    const answer = answerTo(byRef('3', { kind: 'action' }));

    expect(wordsOf(answer)).toContain('no status has been published');
    expect(wordsOf(answer)).toContain('Overdue: it was due in 2020, and no status has been published');
    expect(wordsOf(answer)).toContain('derived from other sources');
    expect(wordsOf(answer)).not.toContain('Not started');
  });

  it.each([
    ['lead', 'status', 'Action 1.1 (the alpha) is led by: Health Board.'],
    ['due', 'status', 'Action 1.1 (the alpha) was due on 31 March 2026 and is overdue.'],
    ['reason', 'status', 'Action 1.1 (the alpha), reason given: Few applicants'],
    ['mitigation', 'status', 'Action 1.1 (the alpha), what is being done: A second campaign'],
    ['response', 'status', 'Action 1.1 (the alpha): no response is held.'],
    ['source', 'item', 'Action 1.1 (the alpha) was read in: item-1.1'],
  ] as const)('answers what was asked (%s) in the first sentence', (aspect, kind, headline) => {
    expect(answerTo(byRef('1.1', { aspect }))).toMatchObject({ kind, headline, items: ids('1.1') });
  });

  it('names the source of the status beside the item’s own, where sources are asked for', () => {
    expect(sourcesOf(answerTo(byRef('1.1', { aspect: 'source' })))).toEqual([
      'https://example.org/report-2',
      'https://example.org/item-1.1',
    ]);
  });

  it('shows several items where several have the number, those of the conversation’s plan first', () => {
    const answer = answerTo(byRef('3'), { memory: { plan: BETA } });

    expect(answer.kind).toBe('items');
    expect(answer.items).toEqual(['beta/call-to-action-3', 'alpha/action-3']);
  });

  it('keeps to the default plan', () => {
    expect(answerTo(byRef('3'), { defaultPlan: ALPHA }).items).toEqual(ids('3'));
  });

  it('says that another plan has the number too', () => {
    expect(wordsOf(answerTo(byRef('3', { kind: 'action' })))).toContain(
      'Another plan also has that number, but its text is not held here: Beta report',
    );
  });
});

describe('a number that is not held', () => {
  it('says what the document has, what is held and where it can be read', () => {
    const answer = answerTo(byRef('5', { kind: 'recommendation', plan: BETA }));

    expect(answer).toMatchObject({ kind: 'not-held', items: [] });
    expect(answer.headline).toBe(
      'Recommendation 5: its text is not held here. Beta report: the document has 8 recommendations, and 2 recommendations are held here.',
    );
    expect(wordsOf(answer)).toContain('Held, but without their numbers: 2 recommendations.');
    expect(wordsOf(answer)).toContain('It can be read in: beta-doc (reported by a secondary source)');
    expect(sourcesOf(answer)).toEqual(['https://example.org/beta-doc']);
  });

  it('says it in Welsh with the singular after the number', () => {
    expect(answerTo(byRef('5', { plan: ALPHA }), { locale: 'cy' }).headline).toBe(
      'Cam gweithredu 5: nid yw ei destun ar gael yma. Cynllun Alffa: 6 cham gweithredu yn y ddogfen; yr hyn sydd yma: 4 cam gweithredu.',
    );
  });

  it.each([
    ['2.1', 'not-held'],
    ['9.9', 'not-found'],
    ['7', 'not-found'],
    ['0', 'not-found'],
  ])('takes action %s of a plan numbered by theme for %s', (ref, kind) => {
    expect(answerTo(byRef(ref, { kind: 'action', plan: ALPHA })).kind).toBe(kind);
  });

  it.each([
    ['R7', ['beta']],
    ['A2', ['beta', 'alpha']],
    ['X5', []],
  ])('reads the letter of %s as the kind', (ref, plans) => {
    const cited = sourcesOf(answerTo(byRef(ref)));

    expect([...cited].sort()).toEqual(plans.map((name) => `https://example.org/${name}-doc`).sort());
  });

  it('says the highest number where no plan goes so far, without a source', () => {
    const answer = answerTo(byRef('40', { kind: 'action' }));

    expect(answer.headline).toBe('There is no action 40: the highest number is 6. Plan: Alpha plan');
    expect(sourcesOf(answer)).toEqual([]);
  });

  it('shows those that are held of several and names the missing', () => {
    const answer = answerTo({
      kind: 'by-reference',
      references: [{ ref: '1.2' }, { ref: '1.1' }, { ref: '2.9' }],
      aspect: 'overview',
    });

    expect(answer).toMatchObject({ kind: 'items', items: ids('1.2', '1.1') });
    expect(wordsOf(answer)).toContain('Not held here: 2.9');
  });
});

describe('numbers as plans print them', () => {
  const library = libraryOf({
    plans: [
      plan({ id: 'dots', title: { en: 'Dots plan', cy: 'Cynllun Dotiau' }, declared: { action: 20 } }),
      plan({ id: 'calls', title: 'Calls report', declared: { 'call-to-action': 4, recommendation: 9 } }),
      plan({ id: 'letters', title: 'Letters plan', declared: { recommendation: 6 } }),
      plan({ id: 'whole', title: 'Whole plan', declared: { action: 30 } }),
    ],
    items: [
      action('1.1', { plan: 'dots' }),
      action('1.2', { plan: 'dots' }),
      callToAction('3', { plan: 'calls', addressees: [{ en: 'Schools', cy: 'Ysgolion' }] }),
      recommendation('R1', { plan: 'letters', response: 'rejected' }),
      action('12', { plan: 'whole' }),
    ],
  });
  const given = { library };
  const [dots, calls] = ['dots' as PlanId, 'calls' as PlanId];

  it('does not say of a plan numbered 1.1, 1.2 that it has an action 12', () => {
    const answer = answerTo(byRef('12', { kind: 'action' }), given);

    expect(answer).toMatchObject({ kind: 'item', items: ['whole/action-12'] });
    expect(wordsOf(answer)).not.toContain('Another plan');
  });

  it.each([
    ['en', 'Action 6 is not a number known here. Dots plan: its actions are numbered 1.1, 1.2 and so on'],
    [
      'cy',
      'Cam gweithredu 6: nid yw’r rhif hwnnw’n hysbys yma. Cynllun Dotiau: rhifau’r camau gweithredu yw 1.1, 1.2',
    ],
  ] as const)('%s: says how the plan that was named numbers its actions', (locale, headline) => {
    const answer = answerTo(byRef('6', { kind: 'action', plan: dots }), { library, locale });

    expect(answer).toMatchObject({ kind: 'not-held', items: [] });
    expect(answer.headline).toContain(headline);
  });

  it('gives the item of another kind where the plan has none of the kind asked for', () => {
    for (const locale of ['en', 'cy'] as const) {
      expect(answerTo(byRef('3', { kind: 'action', plan: calls }), { library, locale })).toMatchObject({
        kind: 'item',
        items: ['calls/call-to-action-3'],
      });
    }
    expect(wordsOf(answerTo(byRef('3', { kind: 'action', plan: calls }), given))).toContain(
      'No actions are known in this plan; this is what has that number.',
    );
  });

  it.each([
    ['2', undefined, 'not-found'],
    ['R2', undefined, 'not-held'],
    ['2', 'recommendation', 'not-held'],
  ] as const)(
    'takes %s of a plan that prints R1, R2 with its letter or its kind (%s) alone',
    (ref, kind, is) => {
      const answer = answerTo(byRef(ref, { plan: 'letters' as PlanId, ...(kind && { kind }) }), given);

      expect(answer.kind).toBe(is);
    },
  );

  it('does not expect what was rejected to start', () => {
    expect(wordsOf(answerTo(byRef('R1'), given))).toContain('no status has been published');
    expect(wordsOf(answerTo(byRef('R1'), given))).not.toContain('not mean');
    expect(wordsOf(answerTo(byRef('R1'), { library, locale: 'cy' }))).not.toContain('golygu');
  });

  it('answers for each of several in the headline', () => {
    const twice = libraryOf({
      plans: [plan({ id: 'one', title: 'One' }), plan({ id: 'two', title: 'Two' })],
      items: [
        recommendation('R3', { plan: 'one', response: 'accepted' }),
        recommendation('R3', { plan: 'two', addressees: [{ en: 'Schools', cy: 'Ysgolion' }] }),
      ],
    });
    const answer = answerTo(byRef('R3', { aspect: 'response' }), { library: twice });

    expect(answer.headline).toBe(
      'Recommendation R3 (One), response: Accepted. Recommendation R3 (Two): no response is held.',
    );
    expect(answer.items).toHaveLength(2);
    expect(answerTo(byRef('R3', { aspect: 'lead' }), { library: twice, locale: 'cy' }).headline).toContain(
      'Argymhelliad R3 (Two) – at sylw: Ysgolion.',
    );
  });
});

describe('what is said once', () => {
  const long = libraryOf({
    plans: [
      plan({ id: 'alpha', title: 'Northern Moors Mental Health People Plan for 2025 and after' }),
      plan({ id: 'beta', title: 'Reading for all: a people plan' }),
    ],
    items: [action('1', { plan: 'alpha' }), action('2', { plan: 'beta' })],
    facts: [
      fact('publication', 'Reading for all: a people plan came out on 3 May 2024.', {
        plan: 'beta',
        date: '2024-05-03',
      }),
    ],
  });

  it.each([
    ['1', 'Action 1 (Northern Moors Mental Health People Plan): Title of 1'],
    ['2', 'Action 2 (Reading for all): Title of 2'],
  ])('calls a plan without a short name by a part of its title (%s)', (ref, headline) => {
    expect(answerTo(byRef(ref), { library: long }).headline).toBe(headline);
  });

  it('gives an overdue date, a reason and a title one time each', () => {
    const count = (text: string, part: string) => text.split(part).length - 1;
    const overview = wordsOf(answerTo(byRef('1.1')));
    const reason = wordsOf(answerTo(byRef('1.1', { aspect: 'reason' })));
    const due = wordsOf(answerTo(byRef('1.1', { aspect: 'due' })));

    expect(count(overview, '31 March 2026')).toBe(1);
    expect(count(reason, 'Few applicants')).toBe(1);
    expect(count(due, '31 March 2026')).toBe(1);
    expect(due).not.toContain('Title as published');
    expect(due).toContain('Recruit nurses');
    expect(wordsOf(answerTo(byRef('1.1', { aspect: 'due' }), { locale: 'cy' }))).toContain(
      'Teitl fel y’i cyhoeddwyd: Recruit nurses',
    );
  });

  it('names the plan and the date of a fact only where its own words do not', () => {
    const asked: Intent = {
      kind: 'fact',
      topics: ['publication'],
      words: '',
      scope: scopeOf(),
      aspect: 'overview',
    };

    expect(answerTo(asked, { library: long }).headline).toBe(
      'Reading for all: a people plan came out on 3 May 2024.',
    );
  });

  it('counts the standings of a plan once', () => {
    const words = wordsOf(answerTo({ kind: 'plan', plan: ALPHA }));

    expect(words.split('In progress, at risk: 1').length - 1).toBe(1);
  });

  it.each([
    ['en', 'No actions held here fit that.'],
    ['cy', 'Nid oes camau gweithredu yma sy’n cyfateb i hynny.'],
  ] as const)('%s: says in a sentence that nothing fits', (locale, headline) => {
    const filter: ItemFilter = { kinds: ['action'], standings: [{ stage: 'cancelled' }] };

    expect(answerTo(listOf(filter, [ALPHA]), { locale }).headline).toBe(headline);
    expect(answerTo({ kind: 'count', scope: scopeOf([ALPHA], filter), words: '' }, { locale }).headline).toBe(
      headline,
    );
  });

  it('says that facts are held of a plan without items', () => {
    const library = libraryOf({ plans: [plan({})], facts: [fact('funding', '£1'), fact('policy', 'New')] });

    expect(wordsOf(answerTo({ kind: 'plans' }, { library }))).toContain('Held here: 2 facts');
    expect(wordsOf(answerTo({ kind: 'coverage', scope: scopeOf() }, { library, locale: 'cy' }))).toContain(
      'Yr hyn sydd yma amdano: 2 ffaith.',
    );
  });
});

describe('free words', () => {
  const [first, second] = [itemOf('alpha/action-1.1'), itemOf('alpha/action-1.2')];
  const topic: Intent = { kind: 'topic', words: 'nurses', scope: scopeOf(), aspect: 'overview' };
  const money = WORLD.facts[0];
  if (!money) throw new Error('The library of this test needs its fact.');

  it('gives the item that stands clear, and its status where that was asked', () => {
    const search = finding({ band: 'answer', clear: true, items: [hit(first), hit(second)] });

    expect(answerTo(topic, { search })).toMatchObject({ kind: 'item', items: ids('1.1') });
    expect(answerTo({ ...topic, aspect: 'lead' }, { search })).toMatchObject({
      kind: 'status',
      items: ids('1.1'),
    });
  });

  it('lists several with facts beneath', () => {
    const search = finding({
      band: 'answer',
      items: [hit(first, 3), hit(second, 2)],
      factsBand: 'answer',
      chance: { items: 0.9, facts: 0.6 },
      facts: [hit(money, 2)],
    });
    const answer = answerTo(topic, { search });

    expect(answer).toMatchObject({ kind: 'items', items: ids('1.1', '1.2') });
    expect(wordsOf(answer)).toContain('£7m for training');
    expect(sourcesOf(answer)).toContain('https://example.org/money');
  });

  it('gives the fact where it fits better', () => {
    const search = finding({
      band: 'answer',
      items: [hit(first, 1)],
      factsBand: 'answer',
      chance: { items: 0.6, facts: 0.9 },
      facts: [hit(money, 2)],
    });
    const answer = answerTo(topic, { search });

    expect(answer).toMatchObject({ kind: 'fact', items: [] });
    expect(wordsOf(answer)).toContain('The source does not itself tie this to the plan.');
  });

  it('says that what it shows is only the closest', () => {
    const answer = answerTo(topic, { search: finding({ band: 'closest', items: [hit(first)] }) });

    expect(answer).toMatchObject({ kind: 'items', items: ids('1.1') });
    expect(answer.headline).toBe('Nothing fits exactly. These are the closest; is it one of them?');
  });

  it('offers near matches as asks alone where nothing fits', () => {
    const answer = answerTo(topic, { search: finding({ onSubject: true, items: [hit(first)] }) });

    expect(answer).toMatchObject({ kind: 'not-found', items: [] });
    expect(asksOf(answer).map(({ say }) => say)).toEqual(['Action 1.1, the alpha']);
    expect(sourcesOf(answer)).toEqual([]);
    expect(answerTo(topic).kind).toBe('out-of-scope');
  });

  it('says what was read differently and which plan was assumed', () => {
    const search = finding({
      band: 'answer',
      clear: true,
      items: [hit(first)],
      notes: [{ kind: 'mended', typed: 'nursse', read: 'nurses' }],
    });
    const words = wordsOf(answerTo(topic, { search, notes: [{ kind: 'assumed-plan', plan: ALPHA }] }));

    expect(words).toContain('“nursse” was read as “nurses”.');
    expect(words).toContain('No plan was named, so this is about: Alpha plan');
  });
});

describe('a list', () => {
  it('holds what fulfils the filter, children beneath and not counted', () => {
    const answer = answerTo(listOf({ kinds: ['action'] }, [ALPHA]));

    expect(answer).toMatchObject({ kind: 'items', items: ids('1.1', '1.2', '1.4', '3') });
    expect(wordsOf(answer)).toContain('the alpha: only 4 of the 6 actions in the document are held here');
  });

  it('leaves out closed items from what is overdue and says the day', () => {
    const answer = answerTo(listOf({ overdue: true }, [], { order: 'most-overdue' }));

    expect(answer.items).toEqual(ids('3', '1.1'));
    expect(answer.headline).toBe('Overdue on 21 November 2026: 2 items.');
  });

  it('keeps its kind when it is empty', () => {
    const window = { from: '2027-01-01' as IsoDate, to: '2027-02-01' as IsoDate };

    expect(answerTo(listOf({ due: window }))).toMatchObject({
      kind: 'items',
      headline: 'Nothing held here is due from 1 January 2027 to 1 February 2027.',
      items: [],
    });
  });

  it('says that a status is missing rather than leaving those items out silently', () => {
    const answer = answerTo(listOf({ standings: [{ rating: 'at_risk' }] }, [ALPHA]));

    expect(answer.items).toEqual(ids('1.1'));
    expect(wordsOf(answer)).toContain('Without a published status: 2 items.');
  });

  it('is not held where the document has them and none is held', () => {
    const answer = answerTo(listOf({ themes: ['alpha/theme-2' as ThemeId] }));

    expect(answer).toMatchObject({ kind: 'not-held', items: [] });
    expect(sourcesOf(answer)).toEqual(['https://example.org/alpha-doc']);
  });

  it('has no more to say of one thing shown whole', () => {
    const one = asked({ kind: 'known-items', items: ids('1.1'), aspect: 'overview' });
    const more = answerTo({ kind: 'more' }, { memory: one.memory });

    expect(more).toMatchObject({
      items: ids('1.1'),
      headline: 'That is all of them; there are no more to show.',
      blocks: [],
    });
  });

  it('counts sub-actions and milestones of their own', () => {
    const library = libraryOf({
      items: [action('1'), action('1a', { parent: '1' }), action('1b', { parent: '1' })],
    });

    expect(
      asked({ kind: 'count', scope: scopeOf([], { isChild: true }), words: '' }, { library }).answer,
    ).toMatchObject({
      kind: 'count',
      items: [expect.stringMatching(/1a$/u), expect.stringMatching(/1b$/u)],
    });
  });

  it('shows five at a time and goes on when asked for more', () => {
    const library = libraryOf({ items: Array.from({ length: 12 }, (_, index) => action(String(index + 1))) });
    const first = asked(listOf({}), { library });
    const second = asked({ kind: 'more' }, { library, memory: first.memory });
    const last = asked({ kind: 'more' }, { library, memory: { ...second.memory, shown: 12 } });

    expect(first.memory.shown).toBe(5);
    expect(second.answer).toMatchObject({ kind: 'items', items: first.answer.items });
    expect(wordsOf(second.answer)).toContain('Showing 6 to 10 of 12.');
    expect(second.memory.shown).toBe(10);
    expect(wordsOf(last.answer)).toContain('That is all of them');
  });

  it('groups under headings', () => {
    const answer = answerTo(listOf({ kinds: ['action'] }, [ALPHA], { group: 'theme' }));

    expect(answer.blocks.filter(({ type }) => type === 'heading')).toEqual([
      { type: 'heading', text: 'Keeping people' },
      { type: 'heading', text: 'None given' },
    ]);
  });
});

describe('how many', () => {
  it('never says none of a word that was not understood', () => {
    const answer = answerTo({ kind: 'count', words: 'wibbly', scope: scopeOf([ALPHA]), predicate: true });

    expect(answer.kind).toBe('count');
    expect(answer.items).not.toEqual([]);
    expect(wordsOf(answer)).toContain('wibbly');
  });

  it('tells declared from held', () => {
    const answer = answerTo({ kind: 'count', scope: scopeOf([ALPHA], { kinds: ['action'] }), words: '' });

    expect(answer).toMatchObject({ kind: 'count', items: ids('1.1', '1.2', '1.4', '3') });
    expect(answer.headline).toBe('Alpha plan: the document has 6 actions, of which 4 are held here.');
    expect(wordsOf(answer)).toContain('Counted apart, beneath them: 1 sub-action or milestone.');
  });

  it('counts held items by standing and goes on as a list', () => {
    const counted = asked({
      kind: 'count',
      scope: scopeOf([ALPHA], { standings: [{ stage: 'completed' }] }),
      words: '',
    });
    const more = answerTo({ kind: 'more' }, { memory: counted.memory });

    expect(counted.answer).toMatchObject({
      kind: 'count',
      items: ids('1.2'),
      headline: '1 item held here fits that.',
    });
    expect(more).toMatchObject({ kind: 'items', items: ids('1.2') });
  });

  it('is not held for what the document has and the pack has not', () => {
    const scope = scopeOf([BETA], { kinds: ['action'], standings: [{ rating: 'at_risk' }] });

    expect(answerTo({ kind: 'count', scope, words: '' })).toMatchObject({ kind: 'not-held', items: [] });
    expect(
      answerTo({ kind: 'count', scope: scopeOf([BETA], { kinds: ['action'] }), words: '' }),
    ).toMatchObject({
      kind: 'count',
      headline: 'Beta report: the document has 3 actions, of which 0 are held here.',
    });
  });
});

describe('how a plan or a theme stands', () => {
  it('counts standings, gives what is at risk with its reason, and what is overdue', () => {
    const answer = answerTo({ kind: 'status', scope: scopeOf([ALPHA]), aspect: 'overview' });

    expect(answer).toMatchObject({ kind: 'status', items: [] });
    expect(answer.headline).toBe(
      'Alpha plan: In progress, at risk: 1; Completed: 1; Status not published: 2.',
    );
    expect(wordsOf(answer)).toContain('Reason given: Few applicants');
  });

  it('gives what is said of a theme itself where none of its items is held', () => {
    const scope = scopeOf([], { themes: ['alpha/theme-2' as ThemeId] });

    expect(answerTo({ kind: 'status', scope, aspect: 'overview' }, { locale: 'cy' })).toMatchObject({
      kind: 'status',
      items: [],
      headline: 'Digidol: adroddwyd “Ar y gweill”, ar 13 Mawrth 2024, 2 flynedd ac 8 mis yn ôl.',
    });
  });

  it('lists the items of a kind where the plan has others too', () => {
    const scope = scopeOf([BETA], { kinds: ['call-to-action'] });

    expect(answerTo({ kind: 'status', scope, aspect: 'status' })).toMatchObject({
      kind: 'status',
      items: ['beta/call-to-action-3'],
    });
  });

  it('gives a sentence for each plan where none is named', () => {
    const answer = answerTo({ kind: 'status', scope: scopeOf(), aspect: 'overview' });

    expect(wordsOf(answer)).toContain('Beta report: no progress has been published in the sources held.');
  });
});

describe('facts and plans', () => {
  const factOn = (topics: readonly string[], plans: readonly PlanId[] = [ALPHA]): Intent => ({
    kind: 'fact',
    topics,
    words: 'x',
    scope: scopeOf(plans),
    aspect: 'overview',
  });

  it('gives a fact with its date and source, in the reader’s language', () => {
    const answer = answerTo(factOn(['funding']), { locale: 'cy' });

    expect(answer).toMatchObject({
      kind: 'fact',
      headline: 'Cynllun Alffa (dyddiedig 2024): £7m ar gyfer hyfforddiant',
    });
    expect(sourcesOf(answer)).toEqual(['https://example.org/money']);
  });

  it('falls back on the plan’s record, and says where nothing is held', () => {
    expect(answerTo(factOn(['ownership'])).headline).toBe('Alpha plan is owned by: Alpha Board.');
    expect(answerTo(factOn(['publication'])).headline).toBe('Alpha plan was published in March 2024.');
    expect(answerTo(factOn(['funding'], [BETA]))).toMatchObject({
      kind: 'not-found',
      headline: 'Nothing is held about that for this plan: Beta report',
    });
  });

  it('says that the plan’s record lacks it, and gives no item instead', () => {
    const search = finding({ band: 'answer', clear: true, items: [hit(itemOf('beta/recommendation-a'))] });

    for (const topic of ['publication', 'ownership']) {
      expect(answerTo(factOn([topic], [BETA]), { search })).toMatchObject({
        kind: 'not-found',
        items: [],
        headline: 'Nothing is held about that for this plan: Beta report',
      });
    }
  });

  it('prefers the fact that has the words over one that is merely on a topic heard', () => {
    const library = libraryOf({
      plans: [plan({ title: { en: 'Plan', cy: 'Cynllun' } })],
      facts: [
        fact('funding', { en: '£2m was set aside.', cy: 'Neilltuwyd £2m.' }),
        fact('finding', {
          en: 'One nursing post in five is vacant.',
          cy: 'Mae un swydd nyrsio o bob pump yn wag.',
        }),
      ],
    });
    const vacancies = library.facts.find(({ topic }) => topic === 'finding');
    if (!vacancies) throw new Error('The library of this test needs its fact.');
    const search = finding({ factsBand: 'closest', facts: [hit(vacancies, 1, ['nurse', 'vacancy'])] });
    const asked: Intent = {
      kind: 'fact',
      topics: ['funding'],
      words: 'nurse vacancy rate',
      scope: scopeOf(),
      aspect: 'overview',
    };

    expect(answerTo(asked, { library, search }).headline).toContain('One nursing post in five is vacant.');
    expect(answerTo(asked, { library, search: finding({ lacking: ['menopause'] }) }).kind).toBe('not-found');
    expect(answerTo(asked, { library }).headline).toContain('£2m');
  });

  it.each([
    ['what does the alpha plan say about nurses', [ALPHA], 'what does about nurses'],
    ['sut mae’r nyrsys yng nghynllun Alffa', [ALPHA], 'sut nyrsys'],
    ['nurses in the beta report', [BETA], 'nurses'],
    ['the alpha plan', [ALPHA], 'the alpha plan'],
    ['nurses in the alpha plan', [], 'nurses in the alpha plan'],
  ])('looks for what is asked and not for the plan’s name: %s', (words, plans, kept) => {
    const heard: string[] = [];
    const search: Search = {
      find: (typed, options) => {
        heard.push(typed);
        return finding().find(typed, options);
      },
    };
    answerTo({ kind: 'topic', words, scope: scopeOf(plans), aspect: 'overview' }, { search });
    const content = (text: string) => text.split(' ').filter((word) => kept.split(' ').includes(word));

    expect(content(heard[0] ?? '')).toEqual(kept.split(' '));
    expect(/alpha|alffa|beta/iu.test(heard[0] ?? '')).toBe(/alpha|alffa|beta/iu.test(kept));
  });

  it('takes words about a named plan for a question about the plans', () => {
    const intent: Intent = { kind: 'topic', words: 'zebras', scope: scopeOf([BETA]), aspect: 'overview' };

    expect(answerTo(intent).kind).toBe('not-found');
    expect(answerTo({ ...intent, scope: scopeOf() }).kind).toBe('out-of-scope');
  });

  it.each([
    [{ kind: 'plan', plan: ALPHA }, 'plan'],
    [{ kind: 'plans' }, 'plans'],
    [{ kind: 'themes', scope: scopeOf([ALPHA]) }, 'themes'],
    [{ kind: 'coverage', scope: scopeOf() }, 'coverage'],
    [{ kind: 'set-default-plan', plan: ALPHA }, 'plan'],
    [{ kind: 'compare', scopes: [scopeOf([ALPHA]), scopeOf([BETA])], words: '' }, 'items'],
  ] as const)('answers %j with its kind and sources', (intent, kind) => {
    for (const locale of ['cy', 'en'] as const) {
      const answer = answerTo(intent, { locale });
      expect(answer).toMatchObject({ kind, locale, items: [] });
      expect(sourcesOf(answer)).not.toEqual([]);
    }
  });

  it('says what is not held and where it can be read', () => {
    const words = wordsOf(answerTo({ kind: 'coverage', scope: scopeOf([BETA]) }));

    expect(words).toContain(
      '8 recommendations in the document, 2 held; status not published for 2 of those held',
    );
    expect(words).toContain('Not held: 6 recommendations');
    expect(words).toContain('It can be read in: beta-doc');
  });

  it('compares on words with the items of each plan', () => {
    const search = finding({
      band: 'answer',
      items: [hit(itemOf('alpha/action-1.1')), hit(itemOf('beta/recommendation-a'))],
    });
    const intent: Intent = { kind: 'compare', scopes: [scopeOf([BETA]), scopeOf([ALPHA])], words: 'nurses' };

    expect(answerTo(intent, { search }).items).toEqual(['beta/recommendation-a', 'alpha/action-1.1']);
  });
});

describe('time', () => {
  const window = { from: '2026-01-01' as IsoDate, to: '2026-11-21' as IsoDate };

  it('says what changed, old to new, with dates and both sources, the newest first', () => {
    const answer = answerTo({ kind: 'changes', window, scope: scopeOf([ALPHA]) });

    expect(answer).toMatchObject({ kind: 'changes', items: ids('1.2', '1.1') });
    expect(answer.headline).toBe('From 1 January 2026 to 21 November 2026: 2 changes of status.');
    expect(wordsOf(answer)).toContain(
      'In progress, on track (as at March 2025) → In progress, at risk (as at 27 February 2026)',
    );
    expect(sourcesOf(answer)).toEqual(
      ['report-3', 'report-2', 'report-1'].map((name) => `https://example.org/${name}`),
    );
  });

  it('keeps to moves into the standings asked for, and says which', () => {
    const into = (standings: ItemFilter['standings'] & object) =>
      answerTo({ kind: 'changes', window, scope: { plans: [ALPHA], filter: { standings } } });

    expect(into([{ rating: 'at_risk' }])).toMatchObject({ kind: 'changes', items: ids('1.1') });
    expect(into([{ stage: 'completed' }])).toMatchObject({ kind: 'changes', items: ids('1.2') });
    const none = into([{ rating: 'off_track' }]);
    expect(none).toMatchObject({ kind: 'changes', items: [] });
    expect(wordsOf(none)).toContain('In progress, off track');
  });

  it('lists and counts by the statements that held on a day', () => {
    const day = '2025-12-31' as IsoDate;
    const onTrack = { plans: [ALPHA], filter: { standings: [{ rating: 'on_track' }] } } as const;
    const list = { kind: 'list', words: '', order: 'document', aspect: 'overview', asAt: day } as const;

    const listed = answerTo({ ...list, scope: onTrack });
    expect(listed).toMatchObject({ kind: 'items', items: ids('1.1') });
    expect(listed.headline).toBe('As they stood on 31 December 2025. Found: 1 item.');
    expect(JSON.stringify(listed.blocks)).toContain('"asAt":"2025-03"');
    expect(answerTo({ kind: 'count', words: '', scope: onTrack, asAt: day })).toMatchObject({
      kind: 'count',
      items: ids('1.1'),
    });
    expect(answerTo({ kind: 'count', words: '', scope: onTrack })).toMatchObject({ items: [] });
  });

  it('mentions what was merely recorded since', () => {
    const march = { from: '2026-03-01' as IsoDate, to: '2026-03-31' as IsoDate };
    const answer = answerTo({ kind: 'changes', window: march, scope: scopeOf([ALPHA]) });

    expect(answer).toMatchObject({ kind: 'changes', items: [] });
    expect(answer.headline).toContain('no change of status is held');
    expect(wordsOf(answer)).toContain('as at an earlier date: 3 statements.');
  });

  it('takes the statement recorded last of several as at one date for the one that holds', () => {
    const library = libraryOf({
      items: [action('1')],
      updates: [
        update('action-1', { stage: 'not_started' }, { asAt: '2026-01-10' }),
        update('action-1', { stage: 'completed' }, { asAt: '2026-02-10', recorded: '2026-02-11' }),
        update('action-1', { stage: 'on_hold' }, { asAt: '2026-02-10', recorded: '2026-02-12' }),
      ],
    });
    const answer = answerTo(
      { kind: 'changes', window: { ...window, from: '2026-02-01' as IsoDate }, scope: scopeOf() },
      { library },
    );

    expect(wordsOf(answer)).toContain(
      'Not started (as at 10 January 2026) → On hold (as at 10 February 2026)',
    );
    expect(wordsOf(answer)).not.toContain('Completed');
  });

  it('tells how an item has gone, with the moves of its due date', () => {
    const answer = answerTo({ kind: 'history', references: [{ ref: '1.1' }], items: [] });

    expect(answer).toMatchObject({ kind: 'history', items: ids('1.1') });
    expect(statusesOf(answer).map(({ asAt }) => asAt)).toEqual(['2025-03', '2026-02-27']);
    expect(wordsOf(answer)).toContain('Due date moved: December 2025 → 31 March 2026');
  });

  it('replays a day for an item and for a plan', () => {
    const day = '2025-12-31' as IsoDate;
    const ofItem = answerTo({
      kind: 'as-at',
      day,
      references: [{ ref: '1.1' }],
      items: [],
      scope: scopeOf(),
    });
    const ofPlan = answerTo({ kind: 'as-at', day, references: [], items: [], scope: scopeOf([ALPHA]) });

    expect(ofItem).toMatchObject({
      kind: 'history',
      items: ids('1.1'),
      headline:
        'Action 1.1 (the alpha), as it stood on 31 December 2025: In progress, on track (as at March 2025).',
    });
    expect(ofPlan).toMatchObject({
      kind: 'status',
      headline:
        'Alpha plan, as it stood on 31 December 2025: In progress, on track: 1; Status not published: 3.',
    });
  });
});

describe('beside the plans', () => {
  it('confirms a language and answers again in it', () => {
    const before = asked(byRef('1.1'));
    const again = asked({ kind: 'set-language', locales: ['cy'], again: true }, { memory: before.memory });

    expect(again.answer).toMatchObject({
      locale: 'cy',
      kind: 'language',
      headline: 'Byddaf yn ateb yn Gymraeg o hyn ymlaen.',
      items: before.answer.items,
    });
    expect(sourcesOf(again.answer)).toEqual(sourcesOf(before.answer));
    expect(wordsOf(again.answer)).toContain('Cam gweithredu 1.1 (cynllun alffa): Recruit nurses');
    expect(again.memory).toMatchObject({ locale: 'cy', items: ids('1.1') });
  });

  it('gives human help privately, with the numbers as they are held, Welsh first for Welsh', () => {
    const line = (id: string, parts: Partial<Helpline>): Helpline => ({
      id,
      name: { en: id, cy: id },
      how: { en: 'free', cy: 'am ddim' },
      nations: [],
      use: 'anyone',
      source: source('help'),
      ...parts,
    });
    const helplines = [
      line('staff', { use: 'staff', nations: ['wales'] }),
      line('everyone', { phone: '116 123' }),
      line('welsh', { phone: '0808 164 0123', speaks: 'cy' }),
      line('danger', { phone: '999', use: 'immediate' }),
      line('elsewhere', { nations: ['scotland'] }),
    ];
    const order = (severity: 'low' | 'immediate', locale: Locale) => {
      const answer = answerTo(
        { kind: 'signpost', distress: { severity, about: 'self' } },
        { helplines, locale },
      );
      expect(answer).toMatchObject({ kind: 'signpost', items: [], private: true });
      expect(sourcesOf(answer)).toEqual([]);
      return answer.blocks.flatMap((block) =>
        block.type === 'facts' ? block.rows.map(({ label }) => label) : [],
      );
    };

    expect(order('immediate', 'en')).toEqual(['danger', 'everyone', 'staff']);
    expect(order('low', 'cy')).toEqual(['everyone', 'welsh', 'staff', 'danger']);
    expect(order('immediate', 'cy')).toEqual(['danger', 'everyone', 'welsh', 'staff']);
    expect(
      wordsOf(answerTo({ kind: 'signpost', distress: { severity: 'high', about: 'other' } }, { helplines })),
    ).toContain('everyone: 116 123 – free');
  });

  it.each<[Intent, string]>([
    [{ kind: 'help' }, 'help'],
    [{ kind: 'help', about: 'digest' }, 'help'],
    [{ kind: 'unsubscribe' }, 'help'],
    [{ kind: 'smalltalk', which: 'thanks' }, 'smalltalk'],
    [{ kind: 'out-of-scope' }, 'out-of-scope'],
    [{ kind: 'unclear', why: 'empty' }, 'unclear'],
    [{ kind: 'more' }, 'unclear'],
    [{ kind: 'known-items', items: [], aspect: 'overview' }, 'unclear'],
  ])('leaves the conversation as it was after %j', (intent, kind) => {
    const memory: Partial<Memory> = { items: ids('1.1'), shown: 1, plan: ALPHA };
    const acted = asked(intent, { memory });

    expect(acted.answer).toMatchObject({ kind, items: [] });
    expect(sourcesOf(acted.answer)).toEqual([]);
    expect(acted.memory).toEqual({ ...memory, locale: 'en' });
  });

  it('answers several questions of one message in order', () => {
    const merged = mergeAnswers([
      answerTo(byRef('1.1')),
      answerTo({ kind: 'count', scope: scopeOf([ALPHA], { kinds: ['action'] }), words: '' }),
    ]);

    expect(merged.kind).toBe('item');
    expect(merged.items).toEqual(ids('1.1', '1.2', '1.4', '3'));
    expect(sourcesOf(merged)).toContain('https://example.org/alpha-doc');
    expect(wordsOf(merged)).toContain('the document has 6 actions');
  });

  it('apologises with the fault’s number and refuses with who may', () => {
    expect(apology('cy', 'k7').headline).toBe(
      'Aeth rhywbeth o’i le, ac nid eich bai chi yw hynny. Rhif y nam yw k7.',
    );
    expect(wordsOf(refused('en', 'progress', ['Ann']))).toContain('Who may: Ann');
  });
});

describe('an invented plan', () => {
  const library = libraryOf({
    plans: [plan({ fictional: true, declared: { action: 9 }, themes: [{ ref: '1' }] })],
    items: [action('1', { theme: '1' })],
    updates: [update('action-1', { stage: 'completed' })],
    facts: [fact('funding', '£1')],
  });
  const demo = library.plans.map(({ id }) => id);
  const window = { from: '2026-01-01' as IsoDate, to: TODAY };

  it.each<Intent>([
    byRef('1'),
    byRef('5'),
    byRef('50'),
    listOf({}),
    listOf({ overdue: true }),
    { kind: 'count', scope: scopeOf(), words: '' },
    { kind: 'status', scope: scopeOf(), aspect: 'overview' },
    { kind: 'fact', topics: ['funding'], words: '', scope: scopeOf(), aspect: 'overview' },
    { kind: 'plan', plan: demo[0] ?? ALPHA },
    { kind: 'plans' },
    { kind: 'themes', scope: scopeOf() },
    { kind: 'coverage', scope: scopeOf() },
    { kind: 'changes', window, scope: scopeOf() },
    { kind: 'history', references: [{ ref: '1' }], items: [] },
    { kind: 'as-at', day: TODAY, references: [], items: [], scope: scopeOf() },
  ])('is called invented in the answer to %j', (intent) => {
    for (const locale of ['cy', 'en'] as const) {
      const [first] = answerTo(intent, { library, locale }).blocks;
      expect(first).toMatchObject({ type: 'notice', tone: 'warning' });
    }
  });
});
