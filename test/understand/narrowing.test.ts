import { describe, expect, it } from '@jest/globals';
import { NO_MEMORY, type Memory } from '../../src/domain/conversation.ts';
import { NO_END, type IsoDate } from '../../src/domain/dates.ts';
import type { Intent } from '../../src/domain/intent.ts';
import type { ItemId, PlanId, ThemeId } from '../../src/domain/model.ts';
import type { ItemFilter } from '../../src/domain/scope.ts';
import { understand } from '../doubles/understand.ts';
import { action, callToAction, fact, libraryOf, plan, recommendation, update } from '../builders.ts';

const PARKS = 'harbour-parks-2025' as PlanId;
const CARE = 'wold-care-2024' as PlanId;
const HEAD = 'Head of Landscape Design';
const CABINET = 'Cabinet of the Wold Care Staffing Plan';

const library = libraryOf({
  plans: [
    plan({
      id: PARKS,
      title: { en: 'Harbour Parks Workforce Plan', cy: 'Cynllun Gweithlu Parciau’r Harbwr' },
      knownAs: { en: ['the parks plan'], cy: ['cynllun y parciau'] },
      declared: { action: 33 },
      themes: [
        { ref: '1', title: { en: 'Clean and open', cy: 'Glân ac agored' } },
        { ref: '3', title: { en: 'Growing our own', cy: 'Tyfu ein gweithlu' } },
      ],
    }),
    plan({ id: CARE, title: { en: 'Wold Care Staffing Plan' }, knownAs: { en: ['the care plan'], cy: [] } }),
  ],
  items: [
    action('1', {
      plan: PARKS,
      theme: '1',
      title: { en: 'Saturday gate rota', cy: 'Rota giât dydd Sadwrn' },
      leads: [HEAD],
    }),
    action('2', {
      plan: PARKS,
      theme: '3',
      title: { en: 'Gardener apprenticeships', cy: 'Prentisiaethau garddio' },
    }),
    action('1', { plan: CARE, title: 'Night carers' }),
    recommendation('R1', {
      plan: CARE,
      title: 'Pay for travel',
      response: 'rejected',
      addressees: [CABINET],
    }),
    action('2', { plan: CARE, title: 'Evening cover' }),
  ],
  updates: [
    update('action-1', { stage: 'on_hold' }, { plan: PARKS, sourceLabel: 'Paused' }),
    update('action-2', { stage: 'in_progress', rating: 'at_risk' }, { plan: PARKS, sourceLabel: 'Slipping' }),
    update('action-1', { stage: 'completed' }, { plan: CARE, sourceLabel: 'Done' }),
    update('action-2', { stage: 'in_progress', rating: 'at_risk' }, { plan: CARE, sourceLabel: 'Red' }),
  ],
});

function queryFor(text: string, memory: Memory = NO_MEMORY) {
  return understand({ text, memory, fallback: 'en', today: '2026-11-21' as IsoDate, library }).queries[0];
}
function intentOf(text: string, memory: Memory = NO_MEMORY): Intent {
  return queryFor(text, memory).intent;
}

const NOT_ON_TRACK = ['at_risk', 'off_track', 'date_missed_no_risk', 'date_missed_with_risk'].map(
  (rating) => ({
    rating,
  }),
);

describe('a list or count by filter', () => {
  it.each<[string, ItemFilter]>([
    ['what is on hold?', { standings: [{ stage: 'on_hold' }] }],
    ['show everything on hold', { standings: [{ stage: 'on_hold' }] }],
    ['actions on hold', { kinds: ['action'], standings: [{ stage: 'on_hold' }] }],
    ['show all completed items', { standings: [{ stage: 'completed' }] }],
    ['show every completed action', { kinds: ['action'], standings: [{ stage: 'completed' }] }],
    ['how many of the 33 actions are completed', { kinds: ['action'], standings: [{ stage: 'completed' }] }],
    ['actions without a lead', { kinds: ['action'], hasLead: false }],
    ['camau heb arweinydd', { kinds: ['action'], hasLead: false }],
    ['which actions are held up', { kinds: ['action'], overdue: true }],
    ['beth gafodd ei ganslo', { standings: [{ stage: 'cancelled' }] }],
    ['pa argymhellion a wrthodwyd?', { kinds: ['recommendation'], response: ['rejected'] }],
    ['which recommendations were rejected', { kinds: ['recommendation'], response: ['rejected'] }],
    ['work is killing me, what is late?', { overdue: true }],
    ["mae'r gwaith ma'n fy lladd i, be sy'n hwyr?", { overdue: true }],
    ["dwi bron a marw eisiau gwybod beth sy'n hwyr", { overdue: true }],
    ['who leads the actions that are late', { kinds: ['action'], overdue: true }],
  ])('%j is of just that', (text, filter) => {
    expect(intentOf(text)).toMatchObject({ scope: { plans: [], filter }, words: '' });
    expect(Object.keys((intentOf(text) as Extract<Intent, { kind: 'list' }>).scope.filter).sort()).toEqual(
      Object.keys(filter).sort(),
    );
  });

  it.each(['how many actions under Clean and open', 'Sawl cam sydd o dan Glân ac agored?'])(
    'takes the words of a theme for the theme alone: %j',
    (text) => {
      expect(intentOf(text)).toEqual({
        kind: 'count',
        scope: { plans: [], filter: { kinds: ['action'], themes: [`${PARKS}/theme-1` as ThemeId] } },
        words: '',
      });
    },
  );

  it.each(['gan gynllun y parciau', 'yng nghynllun y parciau', 'o gynllun y parciau'])(
    'counts what a plan has: sawl cam gweithredu sydd %s',
    (of) => {
      expect(intentOf(`Sawl cam gweithredu sydd ${of}?`)).toEqual({
        kind: 'count',
        scope: { plans: [PARKS], filter: { kinds: ['action'] } },
        words: '',
      });
    },
  );

  it.each([
    'which actions are not on track in the parks plan',
    'pa gamau sydd ddim ar y trywydd iawn yng nghynllun y parciau',
  ])('reads “not on track” as every other rating and says so: %j', (text) => {
    expect(queryFor(text)).toMatchObject({
      intent: { kind: 'list', scope: { plans: [PARKS], filter: { standings: NOT_ON_TRACK } } },
      notes: [{ kind: 'not-on-track' }],
    });
  });

  it.each([
    'reds for the care plan',
    'any reds in the care plan?',
    'y rhai coch yn y care plan',
    'cochion y care plan',
  ])('takes a colour for the publisher’s own, one or many, in either language: %j', (text) => {
    expect(intentOf(text)).toMatchObject({
      kind: 'list',
      scope: { plans: [CARE], filter: { standings: [{ label: 'Red', plan: CARE }] } },
      words: '',
    });
  });

  it.each([
    ['which have been pushed into the next plan', { standings: [{ stage: 'carried_forward' }] }],
    ['anything deferred to a later plan?', { standings: [{ stage: 'carried_forward' }] }],
    ['pa rai sydd wedi’u gwthio i’r cynllun nesaf', { standings: [{ stage: 'carried_forward' }] }],
    ['beth gafodd ei symud i’r strategaeth nesaf', { standings: [{ stage: 'carried_forward' }] }],
    ['only the recommendations please, not the actions', { kinds: ['recommendation'] }],
    ['list recommendations, no actions', { kinds: ['recommendation'] }],
    ['dim ond yr argymhellion os gwelwch yn dda, nid y camau', { kinds: ['recommendation'] }],
    ['rhestrwch y camau, nid yr argymhellion', { kinds: ['action'] }],
  ])('%j lists just that', (text, filter) => {
    expect(intentOf(text)).toMatchObject({ kind: 'list', scope: { plans: [], filter }, words: '' });
  });

  it.each([
    'everything for the cabinet of the wold care staffing plan',
    'what is aimed at the cabinet of the wold care staffing plan',
    'popeth ar gyfer cabinet of the wold care staffing plan',
  ])('finds a body whose name has a plan’s in it: %j', (text) => {
    expect(intentOf(text)).toMatchObject({
      kind: 'list',
      scope: { filter: { addressees: [CABINET] } },
      words: '',
    });
  });

  it.each([
    ['group the parks recommendations by response', 'response'],
    ['grwpiwch yr argymhellion yn ôl ymateb', 'response'],
    ['recommendations per response', 'response'],
    ['recommendations by who they are for', 'addressee'],
    ['argymhellion fesul derbynnydd', 'addressee'],
    ['camau wedi’u grwpio yn ôl arweinydd', 'lead'],
    ['actions sorted by status', 'standing'],
  ])('%j groups by %s', (text, group) => {
    expect(intentOf(text)).toMatchObject({ kind: 'list', group });
  });

  it('takes a publisher’s own label before the common meaning within its plan alone', () => {
    expect(intentOf('which actions of the parks plan are slipping')).toMatchObject({
      scope: { filter: { kinds: ['action'], standings: [{ label: 'Slipping', plan: PARKS }] } },
    });
    expect(intentOf('which actions are slipping')).toMatchObject({ scope: { filter: { overdue: true } } });
  });

  it.each([
    ['list all items in the parks plan'],
    ['list everything in the parks plan'],
    ['rhestrwch bob eitem yng nghynllun y parciau'],
  ])('lists a plan whole: %j', (text) => {
    expect(intentOf(text)).toMatchObject({ kind: 'list', scope: { plans: [PARKS], filter: {} }, words: '' });
  });
});

describe('names in a list', () => {
  it.each([
    'actions led by Landscape Gardeners of the County',
    'camau dan arweiniad Landscape Gardeners of the County',
  ])('takes a name of which most is another’s for nobody held: %j', (text) => {
    const intent = intentOf(text);
    expect('scope' in intent ? (intent.scope.filter.leads ?? []) : []).not.toContain(HEAD);
  });

  it.each(['are we on track', 'ydyn ni ar y trywydd iawn'])('asks how everything stands: %j', (text) => {
    expect(intentOf(text)).toEqual({ kind: 'status', scope: { plans: [], filter: {} }, aspect: 'status' });
  });

  it.each(['what still needs doing in the parks plan', 'beth sydd ar ôl i’w wneud yng nghynllun y parciau'])(
    'leaves out what is closed: %j',
    (text) => {
      const standings = [{ stage: 'completed' }, { stage: 'cancelled' }, { stage: 'carried_forward' }];
      expect(intentOf(text)).toMatchObject({
        kind: 'list',
        scope: { plans: [PARKS], filter: { except: { standings } } },
      });
    },
  );
});

describe('a question about one thing that is named', () => {
  it.each<[string, string, string]>([
    ['is the saturday gate rota on track?', 'saturday gate rota', 'status'],
    ["ydy'r prentisiaethau garddio ar y trywydd iawn?", 'prentisiaethau garddio', 'status'],
    ['has the gate rota been completed?', 'gate rota', 'status'],
    ["a yw'r rota giât wedi'i gwblhau?", 'rota giât', 'status'],
    ['what is being done about the gate rota', 'gate rota', 'mitigation'],
    ['are gardener apprenticeships one of the 33 actions', 'gardener apprenticeships', 'overview'],
  ])('%j looks for it and picks nothing by standing', (text, words, aspect) => {
    const intent = intentOf(text);
    expect(intent).toMatchObject({ kind: 'topic', words, aspect });
    expect(Object.keys('scope' in intent ? intent.scope.filter : {})).not.toContain('standings');
  });

  it.each([
    ['how is theme 3 of the parks plan doing', { themes: [`${PARKS}/theme-3`] }],
    ['sut mae thema 3 cynllun y parciau', { themes: [`${PARKS}/theme-3`] }],
    ['is the parks plan on track', {}],
    ['ydy cynllun y parciau ar y trywydd iawn', {}],
  ])('%j is the status of the whole', (text, filter) => {
    expect(intentOf(text)).toEqual({ kind: 'status', scope: { plans: [PARKS], filter }, aspect: 'status' });
  });

  it.each(['are any actions at risk', 'is anything overdue', 'oes unrhyw gamau mewn perygl'])(
    '%j still asks which there are',
    (text) => {
      expect(intentOf(text)).toMatchObject({ kind: 'list' });
    },
  );
});

describe('dates beside names', () => {
  it.each([
    ['what was the status of the saturday gate rota on 1 june 2026?', '2026-06-01', 'saturday gate rota'],
    ['what was the status of the saturday gate rota in january 2024', '2024-01-31', 'saturday gate rota'],
    ['beth oedd statws y rota giât ym mis Ionawr 2024', '2024-01-31', 'rota giât'],
  ])('%j is of the day written out', (text, day, words) => {
    expect(intentOf(text)).toMatchObject({ kind: 'as-at', day, words });
  });

  it('takes the day of an item’s title for no date', () => {
    expect(intentOf('how is the saturday gate rota going')).toMatchObject({
      kind: 'topic',
      aspect: 'status',
    });
  });

  it.each([
    ['what was action 2 in june 2026?', { kind: 'as-at', day: '2026-06-30', references: [{ ref: '2' }] }],
    ['action 2 last spring?', { kind: 'as-at', day: '2026-05-31' }],
    ['action 2 in june', { kind: 'as-at', day: '2026-06-30', references: [{ ref: '2', kind: 'action' }] }],
    ['beth am gam 2 fis Mehefin diwethaf', { kind: 'as-at', day: '2026-06-30' }],
    ['what was overdue in june 2026', { kind: 'as-at', day: '2026-06-30' }],
    ['beth oedd yn hwyr ym mis Mehefin 2026', { kind: 'as-at', day: '2026-06-30' }],
  ])('%j asks how it stood then', (text, expected) => {
    expect(intentOf(text)).toMatchObject(expected);
  });

  it.each([
    ['which actions were at risk at the end of March 2026', 'list', '2026-03-31', { rating: 'at_risk' }],
    ['what was at risk on 31 March 2026', 'list', '2026-03-31', { rating: 'at_risk' }],
    ['which actions were off track in June 2026', 'list', '2026-06-30', { rating: 'off_track' }],
    ['how many were completed by 31 March 2026', 'count', '2026-03-31', { stage: 'completed' }],
    ['how many were completed on 31 March 2026', 'count', '2026-03-31', { stage: 'completed' }],
    ['pa gamau oedd mewn perygl ddiwedd Mawrth 2026', 'list', '2026-03-31', { rating: 'at_risk' }],
    ['faint oedd mewn perygl ym mis Mawrth 2026', 'count', '2026-03-31', { rating: 'at_risk' }],
    ["beth oedd wedi'i gwblhau erbyn 31 Mawrth 2026", 'list', '2026-03-31', { stage: 'completed' }],
  ])('%j picks by the standing of that day', (text, kind, asAt, standing) => {
    expect(intentOf(text)).toMatchObject({
      kind,
      asAt,
      words: '',
      scope: { filter: { standings: [standing] } },
    });
  });

  it.each([
    ['what was completed between January and June 2026', '2026-01-01', '2026-06-30'],
    ['how many actions were completed between January and June 2026', '2026-01-01', '2026-06-30'],
    ['what went off track in June', '2026-06-01', '2026-06-30'],
    ['what was completed in June 2026', '2026-06-01', '2026-06-30'],
    ['pa gamau gafodd eu cwblhau ym mis Mehefin 2026', '2026-06-01', '2026-06-30'],
    ['pa gamau aeth oddi ar y trywydd ym mis Mehefin', '2026-06-01', '2026-06-30'],
  ])('%j asks what came to stand so', (text, from, to) => {
    expect(intentOf(text)).toMatchObject({
      kind: 'changes',
      window: { from, to },
      scope: { filter: { standings: [expect.anything()] } },
    });
  });

  it.each(['what will be completed by June', 'which actions are at risk this month'])(
    '%j is of no day that is past',
    (text) => {
      expect(intentOf(text)).not.toHaveProperty('asAt');
    },
  );

  it.each([
    ["what's due after march 2027", '2027-04-01', NO_END],
    ["beth sydd i'w gwblhau ar ôl mis Mawrth 2027", '2027-04-01', NO_END],
    ["beth sydd i'w gwblhau ym mis Rhagfyr 2026", '2026-12-01', '2026-12-31'],
    ["beth sydd i'w wneud cyn diwedd y flwyddyn", '2026-11-21', '2026-12-31'],
    ['due today', '2026-11-21', '2026-11-21'],
    ['beth sydd i fod i orffen erbyn diwedd mis nesa', '2026-11-21', '2026-12-31'],
    ["what's due by the end of next month", '2026-11-21', '2026-12-31'],
    ["be sy'n ddyledus cyn y Dolig", '2026-11-21', '2026-12-24'],
    ["be sy'n ddyledus cyn 'Dolig", '2026-11-21', '2026-12-24'],
  ])('%j is due in a window', (text, from, to) => {
    expect(intentOf(text)).toMatchObject({ kind: 'list', scope: { filter: { due: { from, to } } } });
  });
});

describe('a wish to record progress', () => {
  it.each([
    'mark 1 in the parks plan as completed',
    'update action 2 to on track',
    'please set action 2 to amber',
    'mark the gate rota as completed',
    'can you change the status of action 2 to red',
    "nodwch fod cam 2 cynllun y parciau wedi'i gwblhau",
    'newidiwch statws cam 2 i goch',
  ])('%j', (text) => {
    expect(intentOf(text)).toEqual({ kind: 'update' });
  });

  it.each(['how do I update an action', 'sut mae diweddaru cam 2'])('%j asks for help', (text) => {
    expect(intentOf(text)).toEqual({ kind: 'help' });
  });

  it.each(['update me on action 2', 'what has been updated since june', 'record of action 2'])(
    '%j is a question',
    (text) => {
      expect(intentOf(text).kind).not.toBe('update');
    },
  );
});

describe('what was just listed or counted', () => {
  const items = [`${PARKS}/action-1`, `${PARKS}/action-2`] as ItemId[];
  const scope = { plans: [PARKS], filter: { overdue: true } };
  const list: Intent = { kind: 'list', scope, words: '', order: 'document', aspect: 'overview' };
  const afterList: Memory = { items, shown: 2, plan: PARKS, last: list };
  const afterCount: Memory = { items, shown: 0, plan: PARKS, last: { kind: 'count', scope, words: '' } };

  it.each(['show them', 'list them', 'dangos nhw', 'dangoswch nhw'])('is shown after a count: %j', (text) => {
    expect(intentOf(text, afterCount)).toEqual(list);
  });

  it.each([
    'and which of those are led by the head of landscape design',
    "a pha rai ohonyn nhw sy'n cael eu harwain gan y Head of Landscape Design",
  ])('is narrowed: %j', (text) => {
    expect(intentOf(text, afterList)).toMatchObject({
      kind: 'list',
      scope: { plans: [PARKS], filter: { overdue: true, leads: [HEAD] } },
    });
  });

  it.each(['only the accepted ones', 'dim ond y rhai a dderbyniwyd'])(
    'is narrowed by response: %j',
    (text) => {
      expect(intentOf(text, afterList)).toMatchObject({ scope: { filter: { response: ['accepted'] } } });
    },
  );
});

describe('facts whose topics a plan names in one language', () => {
  const own = libraryOf({
    plans: [plan({ id: PARKS, title: 'Harbour Parks Workforce Plan' }), plan({ id: CARE })],
    facts: [
      fact('cyllid', { cy: 'Clustnodwyd £640,000.' }, { plan: PARKS }),
      fact('consultation', 'Four hundred answered.', { plan: PARKS }),
    ],
  });
  const asked: readonly (readonly [text: string, topic: string])[] = [
    ['how much funding does the Harbour Parks plan have', 'cyllid'],
    ['faint o bres sydd yng nghynllun Harbour Parks', 'cyllid'],
    ['what is the budget of the Harbour Parks plan', 'cyllid'],
    ['ymgynghoriad cynllun Harbour Parks', 'consultation'],
  ];

  it.each(asked)('%s: also those on %s', (text, topic) => {
    const { intent } = understand({
      text,
      memory: NO_MEMORY,
      fallback: 'en',
      today: '2026-11-21' as IsoDate,
      library: own,
    }).queries[0];

    expect(intent).toMatchObject({ kind: 'fact', scope: { plans: [PARKS] } });
    expect(intent.kind === 'fact' && intent.topics).toContain(topic);
  });
});

describe('standings and counts in everyday words', () => {
  it.each([
    ['how many actions are offtrack', { rating: 'off_track' }],
    ['how many actons are oftrack', { rating: 'off_track' }],
    ['which actions are ontrack', { rating: 'on_track' }],
    ['which actions are atrisk', { rating: 'at_risk' }],
  ])('%j is read as the standing meant', (text, standing) => {
    expect(intentOf(text)).toMatchObject({ words: '', scope: { filter: { standings: [standing] } } });
  });

  it('takes all of "no status published" for one idea', () => {
    expect(intentOf('which actions have no status published')).toMatchObject({
      kind: 'list',
      words: '',
      scope: { filter: { neverUpdated: true } },
    });
  });

  it.each(['how many actions do the plans declare', 'sawl cam gweithredu mae y cynlluniau yn eu datgan'])(
    '%j counts what is declared',
    (text) => {
      expect(intentOf(text)).toMatchObject({ kind: 'count', words: '' });
    },
  );

  it.each(['list of leads', 'rhestr o arweinwyr'])('%j groups by lead', (text) => {
    expect(intentOf(text)).toMatchObject({ kind: 'list', group: 'lead', words: '' });
  });

  it('asks when a thing is to be finished, not what is finished', () => {
    expect(intentOf("pryd ma'r rota giât i fod wedi gorffen?")).toMatchObject({
      kind: 'topic',
      aspect: 'due',
    });
  });

  it('takes a wave of the hand with a number for no greeting', () => {
    expect(intentOf('sut mae A5')).toMatchObject({ kind: 'by-reference', references: [{ ref: 'A5' }] });
  });
});

describe('how long, how many, and which of them', () => {
  it.each([
    ['which actions are more than 6 months overdue', '2026-05-20'],
    ['which are over a year late', '2025-11-20'],
    ['pa gamau sydd dros 6 mis yn hwyr', '2026-05-20'],
    ["pa gamau sy'n fwy na chwe mis yn hwyr", '2026-05-20'],
    ['pa gamau sydd dros flwyddyn yn hwyr', '2025-11-20'],
  ])('%j was due before then', (text, to) => {
    expect(intentOf(text)).toMatchObject({ kind: 'list', words: '', scope: { filter: { due: { to } } } });
  });

  it.each(['show all 33 parks plan actions', 'dangos y 33 cam cynllun y parciau'])(
    '%j: the number of them picks none',
    (text) => {
      expect(intentOf(text)).toMatchObject({ kind: 'list', words: '', scope: { plans: [PARKS] } });
    },
  );

  it.each(['which are in progress', 'pa rai sydd ar y gweill'])('%j after a list is of that list', (text) => {
    const last: Intent = {
      kind: 'list',
      scope: { plans: [PARKS], filter: { kinds: ['action'] } },
      words: '',
      order: 'document',
      aspect: 'overview',
    };

    expect(intentOf(text, { ...NO_MEMORY, last })).toMatchObject({
      kind: 'list',
      scope: { plans: [PARKS], filter: { kinds: ['action'], standings: [{ stage: 'in_progress' }] } },
    });
    expect(intentOf(text)).toMatchObject({ kind: 'list', scope: { plans: [] } });
  });

  it('marks a word that stands where a standing would', () => {
    expect(intentOf('how many actions are wibbly')).toMatchObject({ words: 'wibbly', predicate: true });
    expect(intentOf('how many actions are about dragons')).not.toHaveProperty('predicate');
  });

  it.each(['how is 2 in the parks plan getting on', 'sut mae 2 cynllun y parciau yn dod ymlaen'])(
    '%j quotes a number',
    (text) => {
      expect(intentOf(text)).toMatchObject({
        kind: 'by-reference',
        references: [{ ref: '2', plan: PARKS }],
        aspect: 'status',
      });
    },
  );

  it.each([
    'who owns the parks plan and when was it published',
    'pwy sydd biau cynllun y parciau a phryd gafodd ei gyhoeddi',
  ])('%j is two questions of one plan', (text) => {
    const { queries } = understand({
      text,
      memory: NO_MEMORY,
      fallback: 'en',
      today: '2026-11-21' as IsoDate,
      library,
    });

    expect(queries.map(({ intent }) => intent)).toMatchObject([
      { kind: 'fact', scope: { plans: [PARKS] } },
      { kind: 'fact', topics: expect.arrayContaining(['publication']), scope: { plans: [PARKS] } },
    ]);
  });
});

describe('coming back', () => {
  it('looks back to no day where people come back in one', () => {
    expect(intentOf('what helps people who come back in winter')).not.toMatchObject({ kind: 'as-at' });
    expect(intentOf('how did the parks plan stand back in winter')).toMatchObject({ kind: 'as-at' });
  });
});

describe('names of bodies that act in a plan', () => {
  const bodies = libraryOf({
    plans: [
      plan({
        id: CARE,
        title: { cy: 'Cynllun Gweithlu Gofal Dyffryn Harbwr' },
        owners: [{ cy: 'Cyngor Sir Dyffryn Harbwr' }],
      }),
      plan({
        id: PARKS,
        title: 'Parks of the future',
        owners: [{ en: 'Centre for Quiet Parks', cy: 'Y Ganolfan Parciau Tawel' }],
        knownAs: { en: [], cy: ['adroddiad y Ganolfan'] },
      }),
    ],
    items: [
      action('1', {
        plan: CARE,
        title: { cy: 'Cynllun prentisiaethau gofal' },
        leads: [{ cy: 'Mudiad Gofalwyr Harbwr' }],
      }),
      action('2', {
        plan: CARE,
        title: { cy: 'Gwersi Cymraeg' },
        leads: [{ cy: 'Cyngor Sir Dyffryn Harbwr' }],
      }),
      action('3', { plan: CARE, title: { cy: 'Cwnsela' }, leads: [{ cy: 'Bwrdd Iechyd Harbwr' }] }),
      callToAction('4', {
        plan: PARKS,
        title: 'Let people move between parks',
        addressees: [{ en: 'Employers', cy: 'Cyflogwyr' }],
      }),
    ],
  });
  const of = (text: string): Intent =>
    understand({ text, memory: NO_MEMORY, fallback: 'cy', today: '2026-11-21' as IsoDate, library: bodies })
      .queries[0].intent;

  it.each([
    ['camau Bwrdd Iechyd Harbwr sydd ar y trywydd iawn', 'Bwrdd Iechyd Harbwr'],
    ["faint o gamau sy'n hwyr gan Gyngor Sir Dyffryn Harbwr", 'Cyngor Sir Dyffryn Harbwr'],
  ])('%s: led by %s alone', (text, lead) => {
    expect(of(text)).toMatchObject({ scope: { filter: { leads: [lead] } } });
  });

  it.each([
    ["pwy sy'n arwain prentisiaethau gofal"],
    ["pwy sy'n arwain y cynllun prentisiaethau gofal"],
    ['who leads the care apprenticeships'],
  ])('%s: asks who leads it, of no lead and no plan', (text) => {
    expect(of(text)).toMatchObject({ kind: 'topic', aspect: 'lead', scope: { plans: [], filter: {} } });
  });

  it('takes no common noun for a plan, and none for the initials of a body', () => {
    expect(of('pryd fydd y ganolfan efelychu yn barod')).toMatchObject({
      kind: 'topic',
      scope: { plans: [] },
    });
    const { scope } = of("pwy sydd bia'r cam am iwnifforms") as Extract<Intent, { kind: 'list' }>;
    expect(scope.filter.leads).toBeUndefined();
  });

  it.each([
    ['what does the Centre for Quiet Parks ask of employers'],
    ["be mae'r Ganolfan Parciau Tawel yn ei ofyn i gyflogwyr"],
  ])('%s: what the plan of that body addresses to them', (text) => {
    expect(of(text)).toMatchObject({ kind: 'list', scope: { filter: { addressees: ['Cyflogwyr'] } } });
  });
});
