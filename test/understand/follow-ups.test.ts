import { describe, expect, it } from '@jest/globals';
import { act } from '../../src/bot/act.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { type Memory, NO_MEMORY } from '../../src/domain/conversation.ts';
import type { IsoDate } from '../../src/domain/dates.ts';
import { createSearch } from '../../src/search/search.ts';
import { action, fact, libraryOf, plan, recommendation, update } from '../builders.ts';
import { understand } from '../doubles/understand.ts';

const PARKS = 'harbour-parks';
const CANALS = 'inland-canals';
const library = libraryOf({
  plans: [
    plan({
      id: PARKS,
      title: { en: 'Harbour Parks Workforce Plan', cy: 'Cynllun Gweithlu Parciau’r Harbwr' },
      owners: [{ en: 'Quays Corporation', cy: 'Corfforaeth y Cei' }],
      knownAs: { en: ['the parks plan'], cy: ['cynllun y parciau'] },
      themes: [
        { ref: '1', title: { en: 'Gates and paths', cy: 'Giatiau a llwybrau' } },
        { ref: '2', title: { en: 'Growing gardeners', cy: 'Meithrin garddwyr' } },
      ],
    }),
    plan({
      id: CANALS,
      title: { en: 'Inland Canals Staffing Plan', cy: 'Cynllun Staffio’r Camlesi' },
      knownAs: { en: ['the canals plan'], cy: ['cynllun y camlesi'] },
    }),
  ],
  items: [
    action('1', {
      plan: PARKS,
      theme: '1',
      title: { en: 'Saturday gate rota', cy: 'Rota giât dydd Sadwrn' },
      leads: ['Head of Gates'],
      due: '2026-09-30',
    }),
    action('2', {
      plan: PARKS,
      theme: '1',
      title: { en: 'Path menders', cy: 'Trwswyr llwybrau' },
      leads: ['Head of Paths'],
      due: '2026-03-31',
    }),
    action('3', {
      plan: PARKS,
      theme: '2',
      title: { en: 'Gardener apprentices', cy: 'Prentisiaid garddio' },
      leads: ['Head of Paths'],
      due: '2026-12-10',
    }),
    action('4', {
      plan: PARKS,
      theme: '2',
      title: { en: 'Greenhouse wages', cy: 'Cyflogau’r tŷ gwydr' },
      leads: ['Head of Gates'],
      due: '2027-03-31',
    }),
    recommendation('R1', { plan: PARKS, theme: '2', title: { en: 'Buy barrows', cy: 'Prynu berfâu' } }),
    action('1', { plan: CANALS, title: { en: 'Lock keepers', cy: 'Ceidwaid lociau' }, due: '2026-05-31' }),
  ],
  updates: [
    update('action-1', { stage: 'in_progress', rating: 'at_risk' }, { plan: PARKS, asAt: '2026-01-31' }),
    update('action-1', { stage: 'in_progress', rating: 'off_track' }, { plan: PARKS, asAt: '2026-10-31' }),
    update('action-2', { stage: 'in_progress', rating: 'at_risk' }, { plan: PARKS, asAt: '2026-10-31' }),
    update('action-3', { stage: 'in_progress', rating: 'on_track' }, { plan: PARKS, asAt: '2026-10-31' }),
    update('action-4', { stage: 'completed' }, { plan: PARKS, asAt: '2026-10-31' }),
    update('action-1', { stage: 'in_progress', rating: 'at_risk' }, { plan: CANALS, asAt: '2026-10-31' }),
  ],
  facts: [
    fact('funding', { en: 'The plan has £7 million.', cy: 'Mae gan y cynllun £7 miliwn.' }, { plan: PARKS }),
    fact('funding', { en: 'The plan has £9 million.', cy: 'Mae gan y cynllun £9 miliwn.' }, { plan: CANALS }),
  ],
});
const search = createSearch(library, { entries: [] });
const today = '2026-11-21' as IsoDate;

/** The last answer of a conversation, and all that was remembered between its messages as JSON. */
function talk(messages: readonly string[]): Answer {
  let memory: Memory = NO_MEMORY;
  let answer: Answer | undefined;
  for (const text of messages) {
    const { queries, locale = 'en' } = understand({ text, memory, fallback: 'en', today, library });
    const acted = act(queries[0], { library, search, today, locale, memory, nation: 'wales', helplines: [] });
    answer = acted.answer;
    memory = JSON.parse(JSON.stringify(acted.memory)) as Memory;
  }
  if (!answer) throw new Error('A conversation needs a message.');
  return answer;
}
/** "parks 1" for an action, "parks R1" for a recommendation. */
function shown(messages: readonly string[]): string {
  const { items } = talk(messages);
  return items.map((id) => id.replace(/^\w+-(\w+)\/[a-z-]+-/u, '$1 ')).join(', ');
}

const LATE = ['what is overdue in the parks plan', 'beth sy’n hwyr yng nghynllun y parciau'] as const;
const ALL = ['list all items in the parks plan', 'rhestrwch bob eitem yng nghynllun y parciau'] as const;
const THEMES = ['what are the themes of the parks plan', 'beth yw themâu cynllun y parciau'] as const;
const DUE = [
  'what is due in the parks plan in the next four weeks',
  'beth sydd i’w gwblhau yng nghynllun y parciau yn y pedair wythnos nesaf',
] as const;
const THEN = [
  'what was at risk in the parks plan on 28 February 2026',
  'beth oedd mewn perygl yng nghynllun y parciau ar 28 Chwefror 2026',
] as const;

describe('a few words ask of what was shown last', () => {
  const ONE = ['parks action 1', 'cam 1 y parciau'] as const;
  const MONEY = [
    'how much money does the parks plan have',
    'faint o arian sydd gan gynllun y parciau',
  ] as const;
  const TWO = ['parks action 1 and action 4', 'cam 1 a cham 4 y parciau'] as const;

  it.each<[readonly [string, string], readonly [string, string], string, string]>([
    [ONE, ['why so slow', 'pam mor araf'], 'status', 'parks 1'],
    [ONE, ['why was it moved', 'pam symud hwnnw'], 'status', 'parks 1'],
    [ONE, ['why did this change', 'pam gafodd ei symud eto'], 'status', 'parks 1'],
    [ONE, ['is it going ok', 'mynd yn dda?'], 'status', 'parks 1'],
    [ONE, ['going well?', 'ydi o’n mynd yn iawn'], 'status', 'parks 1'],
    [ONE, ['completed i guess', 'wedi gorffen neu beidio?'], 'status', 'parks 1'],
    [ONE, ['oh. why not?', 'aha. pam ddim?'], 'status', 'parks 1'],
    [ONE, ['great. how is it going then', 'gwych. sut mae’n mynd'], 'status', 'parks 1'],
    [ONE, ['full history of that one', 'hanes llawn hwnnw'], 'history', 'parks 1'],
    [ONE, ['has it always been this bad?', 'ydi hi fel hyn erioed?'], 'history', 'parks 1'],
    [
      ONE,
      ['what did the corporation itself say', 'beth oedd y parciau eu hunain yn ddeud'],
      'history',
      'parks 1',
    ],
    [ONE, ['mark it as completed', 'nodwch ei fod wedi’i gwblhau'], 'refused', ''],
    [
      ONE,
      [
        'new question: what is overdue in the parks plan',
        'cwestiwn arall: beth sy’n hwyr yng nghynllun y parciau',
      ],
      'items',
      'parks 1, parks 2',
    ],
    [MONEY, ['canals?', 'y camlesi?'], 'fact', ''],
    [MONEY, ['and the canals one', 'ac un y camlesi'], 'fact', ''],
    [ONE, ['does it have a status', 'oes statws iddo'], 'status', 'parks 1'],
    [
      ONE,
      ['how was it at the end of june 2026', 'ble oedd e arni ddiwedd Mehefin 2026'],
      'history',
      'parks 1',
    ],
    [TWO, ['which of them is overdue', 'pa un ohonyn nhw sy’n hwyr'], 'items', 'parks 1'],
    [TWO, ['which of those are completed', 'pa rai ohonynt sydd wedi’u cwblhau'], 'items', 'parks 4'],
    [TWO, ['who’s on the other one', 'pwy sy’n arwain yr un arall'], 'status', 'parks 4'],
    [
      THEMES,
      ['how is the second one going', 'sut siâp sydd ar yr ail'],
      'status',
      'parks 3, parks 4, parks R1',
    ],
  ])('after %j, %j', ([english, welsh], [followed, dilyn], kind, items) => {
    expect([talk([english, followed]).kind, shown([english, followed])]).toEqual([kind, items]);
    expect([talk([welsh, dilyn]).kind, shown([welsh, dilyn])]).toEqual([kind, items]);
  });

  it('goes from one of two to the other, and from a theme’s standing to its actions', () => {
    expect(shown([TWO[0], 'which of them is overdue', 'and the other one, what is its status'])).toBe(
      'parks 4',
    );
    expect(shown([TWO[1], 'pa un ohonyn nhw sy’n hwyr', 'a’r llall, beth ydi ei statws'])).toBe('parks 4');
    expect(shown([THEMES[0], 'how is the second one going', 'which actions are in it'])).toBe(
      'parks 3, parks 4',
    );
    expect(shown([THEMES[1], 'sut siâp sydd ar yr ail', 'pa gamau sy’n perthyn iddi'])).toBe(
      'parks 3, parks 4',
    );
  });
});

describe('a follow-up changes one part of the last question', () => {
  it.each<[readonly [string, string], readonly [string, string], string]>([
    [LATE, ['sort by date', 'trefna nhw yn ôl dyddiad'], 'parks 2, parks 1'],
    [LATE, ['by due date please', 'yn ôl dyddiad cau os gweli di’n dda'], 'parks 2, parks 1'],
    [LATE, ['only the head of paths’s', 'dim ond rhai’r Head of Paths'], 'parks 2'],
    [LATE, ['the red ones', 'y rhai coch'], 'parks 1'],
    [LATE, ['and in the canals plan?', 'ac yng nghynllun y camlesi?'], 'canals 1'],
    [ALL, ['just the recommendations', 'dim ond yr argymhellion'], 'parks R1'],
    [
      ALL,
      ['drop the completed ones', 'heb y rhai sydd wedi’u cwblhau'],
      'parks 1, parks 2, parks 3, parks R1',
    ],
    [ALL, ['which are amber', 'pa rai sy’n ambr'], 'parks 2'],
    [ALL, ['mewn meithrin garddwyr', 'in growing gardeners'], 'parks 3, parks 4, parks R1'],
    [THEMES, ['what is in the second one', 'beth sydd yn yr ail un'], 'parks 3, parks 4, parks R1'],
    [THEMES, ['what is in the gardeners one', 'beth sydd yn un y garddwyr'], 'parks 3, parks 4, parks R1'],
    [THEMES, ['the first theme', 'y thema gyntaf'], 'parks 1, parks 2'],
    [THEMES, ['and overdue in gates and paths?', 'a’r rhai hwyr yn giatiau a llwybrau?'], 'parks 1, parks 2'],
    [DUE, ['and by the end of march', 'ac erbyn diwedd mis Mawrth'], 'parks 3'],
    [THEN, ['and as of today?', 'ac erbyn heddiw?'], 'parks 2'],
    [THEN, ['and now?', 'a nawr?'], 'parks 2'],
  ])('after %j, %j', ([english, welsh], [followed, dilyn], items) => {
    expect(shown([english, followed])).toBe(items);
    expect(shown([welsh, dilyn])).toBe(items);
  });

  it.each<[readonly string[], string]>([
    [[ALL[0], 'drop the completed ones', 'sort by date', 'the second'], 'parks 1'],
    [[ALL[1], 'heb y rhai sydd wedi’u cwblhau', 'trefna nhw yn ôl dyddiad', 'yr ail un'], 'parks 1'],
    [[LATE[0], 'sort by date', 'the first', 'who leads it', 'back to the list'], 'parks 2, parks 1'],
    [
      [LATE[1], 'trefna nhw yn ôl dyddiad', 'y cyntaf', 'pwy sy’n ei arwain', 'nôl i’r rhestr'],
      'parks 2, parks 1',
    ],
    [[LATE[0], 'the first', 'and the second?'], 'parks 2'],
    [[LATE[1], 'y cyntaf', 'a’r ail?'], 'parks 2'],
    [[LATE[0], 'the first', 'only the amber ones'], 'parks 2'],
    [[THEMES[0], 'what is in the first one', 'and in the second'], 'parks 3, parks 4, parks R1'],
    [[THEMES[1], 'beth sydd yn yr un cyntaf', 'ac yn yr ail'], 'parks 3, parks 4, parks R1'],
    [['action 1', 'the canals one'], 'canals 1'],
    [['cam gweithredu 1', 'un y camlesi', 'na, un y parciau'], 'parks 1'],
    [[ALL[0], 'the third', 'and the one before?'], 'parks 2'],
    [[ALL[1], 'y trydydd', 'a’r un o’i flaen?'], 'parks 2'],
    [[ALL[1], 'y trydydd', 'sawl un sy’n hwyr yng nghynllun y camlesi'], 'canals 1'],
    [[LATE[0], 'and the hollow moon?'], ''],
    [['action 1 of the parks plan', 'when did it open'], 'parks 1'],
    [['cam gweithredu 1 cynllun y parciau', 'pwy sydd efo hwnnw'], 'parks 1'],
    [[LATE[0], 'who leads?'], 'parks 1, parks 2'],
    [['how many actions are overdue in the parks plan', 'show me'], 'parks 1, parks 2'],
    [['sawl cam sy’n hwyr yng nghynllun y parciau', 'dangosa nhw'], 'parks 1, parks 2'],
    [['how is action 3 of the parks plan', 'and in october 2026?', 'and today?'], 'parks 3'],
  ])('%j', (messages, items) => {
    expect(shown(messages)).toBe(items);
  });

  it('asks the same fact of another plan', () => {
    expect(
      JSON.stringify(talk(['how much money does the parks plan have', 'and the canals one?'])),
    ).toContain('£9');
    expect(
      JSON.stringify(talk(['faint o arian sydd y tu ôl i gynllun y parciau', 'ac un y camlesi?'])),
    ).toContain('£9');
  });
});

const CHANGED = [
  'what changed in the parks plan since January',
  'beth sydd wedi newid yng nghynllun y parciau ers mis Ionawr',
] as const;
const PLAN = ['tell me about the parks plan', 'soniwch am gynllun y parciau'] as const;
const LEAD = ['who leads action 1 of the parks plan', 'pwy sy’n arwain cam 1 cynllun y parciau'] as const;

describe('a follow-up speaks of what was talked of', () => {
  it.each<[readonly string[], Answer['kind'], string, string?]>([
    ...[
      'what else do they lead',
      'what are the others they lead on',
      'anything else they are responsible for?',
      'which other actions do they run',
      'what else have they got',
      'and what else is theirs?',
    ].map((said): [string[], 'items', string] => [[LEAD[0], said], 'items', 'parks 4']),
    ...[
      'be arall ma nhw’n arwain',
      'beth arall maen nhw’n ei arwain?',
      'pa gamau eraill maen nhw’n gyfrifol amdanyn nhw',
      'oes rhywbeth arall dan eu gofal nhw',
      'beth arall sydd ganddyn nhw',
    ].map((said): [string[], 'items', string] => [[LEAD[1], said], 'items', 'parks 4']),
    [[LEAD[0], 'what else do they lead', 'only the completed ones'], 'items', 'parks 4'],
    [[LEAD[1], 'beth arall maen nhw’n ei arwain', 'dim ond y rhai mewn perygl'], 'items', ''],
    [['action 1 of the parks plan', 'what else is in that theme'], 'items', 'parks 2'],
    [['cam 1 cynllun y parciau', 'beth arall sydd yn y thema honno'], 'items', 'parks 2'],
    ...[
      'how did it stand at the end of january 2026',
      'what was the position on 31 January 2026?',
      'and how was it in January 2026',
      'how were things at the end of January 2026',
    ].map((said): [string[], 'status', string, string] => [
      [CHANGED[0], said],
      'status',
      '',
      '31 January 2026',
    ]),
    ...[
      'sut oedd hi ddiwedd mis Ionawr 2026',
      'beth oedd y sefyllfa ar 31 Ionawr 2026',
      'sut oedd pethau ar ddiwedd Ionawr 2026?',
    ].map((said): [string[], 'status', string, string] => [
      [CHANGED[1], said],
      'status',
      '',
      '31 Ionawr 2026',
    ]),
    [
      [CHANGED[0], 'just the completed ones', 'how did it stand in January 2026', 'and now?'],
      'status',
      '',
      'Completed: 1',
    ],
    [
      [CHANGED[1], 'dim ond y rhai wedi’u cwblhau', 'sut oedd hi ym mis Ionawr 2026', 'a rŵan?'],
      'status',
      '',
      'gwblhau: 1',
    ],
    [[CHANGED[0], 'and in March?'], 'changes', ''],
    ...[
      'give me a one page brief for the board',
      'a one-pager please',
      'brief for the committee',
      'i need a summary for the board',
      'can you do me a one page summary',
    ].map((said): [string[], 'plan', string] => [[CHANGED[0], said], 'plan', '']),
    ...[
      'rho grynodeb un dudalen i’r bwrdd',
      'briff i’r bwrdd os gweli di’n dda',
      'dwi angen crynodeb i’r pwyllgor',
      'crynodeb un dudalen plis',
    ].map((said): [string[], 'plan', string] => [[CHANGED[1], said], 'plan', '']),
    [[CHANGED[0], 'a one-pager please', 'what about apprentices'], 'items', 'parks 3'],
    [[CHANGED[1], 'crynodeb un dudalen plis', 'beth am brentisiaid'], 'items', 'parks 3'],
    ...['why is the first one late?', 'who leads the last one', 'and who leads the last'].map(
      (said): [string[], 'status', string] => [
        [LATE[0], said],
        'status',
        said.includes('first') ? 'parks 1' : 'parks 2',
      ],
    ),
    ...['pam ma’r un cynta’n hwyr', 'pwy sy’n arwain y cynta', 'be di statws yr un cynta'].map(
      (said): [string[], 'status', string] => [[LATE[1], said], 'status', 'parks 1'],
    ),
    [[LATE[1], 'pwy sy’n arwain yr un ola’'], 'status', 'parks 2'],
    [[LATE[1], 'yr un ola'], 'item', 'parks 2'],
    ...[
      'diolch, dyna’r cwbl',
      'diolchhh',
      'na, dyna fo am heddiw diolch',
      'dyna’r cyfan am nawr',
      'hwylll',
    ].map((said): [string[], 'smalltalk', string] => [[LATE[1], said], 'smalltalk', '']),
    ...['thanks, that’s all', 'thankkks', 'no that’s it for today thanks', 'nothing else, cheers'].map(
      (said): [string[], 'smalltalk', string] => [[LATE[0], said], 'smalltalk', ''],
    ),
    [[LATE[0], 'more'], 'items', 'parks 1, parks 2', 'no more to show'],
    [['dydi hwn yn dda i ddim'], 'smalltalk', ''],
    ...['is it a real plan?', 'is that plan genuine', 'is this an official plan?'].map(
      (said): [string[], 'plan', string] => [[PLAN[0], said], 'plan', ''],
    ),
    ...['ydi hwn yn gynllun go iawn?', 'ydi’r cynllun yn ddychmygol'].map(
      (said): [string[], 'plan', string] => [[PLAN[1], said], 'plan', ''],
    ),
    [['action 1 of the parks plan', 'any progress published on it?'], 'status', 'parks 1'],
    [['cam 1 cynllun y parciau', 'oes ’na gynnydd wedi’i gyhoeddi arno'], 'status', 'parks 1'],
    [['action 4 of the parks plan', 'were the wages all raised?'], 'status', 'parks 4'],
    [['cam 4 cynllun y parciau', 'gafodd y cyflogau i gyd eu codi?'], 'status', 'parks 4'],
    [[PLAN[0], 'what is overdue there? Most overdue first please.'], 'items', 'parks 2, parks 1'],
    [
      ['beth sy’n hwyr yng nghynllun y parciau? Yr hwyraf gyntaf os gwelwch yn dda'],
      'items',
      'parks 2, parks 1',
    ],
    [['What is overdue in the parks plan? Only the amber ones please.'], 'items', 'parks 2'],
    [['Beth sy’n hwyr yng nghynllun y parciau? Dim ond y rhai coch.'], 'items', 'parks 1'],
    [['What is overdue in the parks plan? no waffle'], 'items', 'parks 1, parks 2'],
    [['Beth sy’n hwyr yng nghynllun y parciau? ffeithiau, dim cwtsh'], 'items', 'parks 1, parks 2'],
    [[LATE[0], 'and the head of gates'], 'items', 'parks 1'],
    [[PLAN[0], 'compare it with the canals plan'], 'items', '', 'Inland'],
    [[PLAN[0], 'compare with the canals plan on keepers'], 'items', 'canals 1', 'Harbour'],
    [[PLAN[1], 'cymhara fo efo cynllun y camlesi ar geidwaid'], 'items', 'canals 1', 'Parciau’r Harbwr'],
  ])('%j', (messages, kind, items, phrase = '') => {
    const answer = talk(messages);

    expect([answer.kind, shown(messages)]).toEqual([kind, items]);
    expect(JSON.stringify(answer)).toContain(phrase);
  });

  it('is said to be about an assumed plan only where nothing points at it', () => {
    const isAssumed = (messages: readonly string[]): boolean =>
      /No plan was named|Ni enwyd cynllun/u.test(JSON.stringify(talk(messages)));

    for (const said of ['what is overdue there', 'how many actions are late in that plan'])
      expect(isAssumed([PLAN[0], said])).toBe(false);
    for (const said of ['be sy’n hwyr yno?', 'faint sy’n hwyr yn y cynllun yna'])
      expect(isAssumed([PLAN[1], said])).toBe(false);
    expect(isAssumed([PLAN[0], 'what are the themes'])).toBe(true);
  });

  it.each<[readonly string[], Answer['kind'], string, string]>([
    [
      [LATE[0], 'why these?'],
      'items',
      'parks 1, parks 2',
      '2 items, shown because this was asked for: overdue on 21 November 2026; Plan: Harbour Parks Workforce Plan.',
    ],
    [
      [LATE[1], 'pam y rhain?'],
      'items',
      'parks 1, parks 2',
      '2 eitem – dangosir hyn oherwydd gofyn am: yn hwyr ar 21 Tachwedd 2026; Cynllun: Cynllun Gweithlu Parciau’r Harbwr.',
    ],
    [[LATE[0], 'the first', 'why this?'], 'item', 'parks 1', 'overdue on 21 November 2026'],
    [[LATE[0], 'how sure are you about that', 'why this?'], 'items', 'parks 1, parks 2', 'shown because'],
    [
      [LATE[0], 'are you certain?'],
      'items',
      'parks 1, parks 2',
      '2 items: read in the publisher’s own document.',
    ],
    [
      [LATE[1], 'pa mor siŵr wyt ti o hynna'],
      'items',
      'parks 1, parks 2',
      '2 eitem: wedi’i ddarllen yn nogfen y cyhoeddwr ei hun.',
    ],
    [['action 1 of the parks plan', 'why this?'], 'item', 'parks 1', 'asked for: its number'],
    [['cam 1 cynllun y parciau', 'pam hwn?'], 'item', 'parks 1', 'gofyn am: y rhif'],
    [
      ['how many actions are overdue in the parks plan', 'how reliable is that?'],
      'count',
      'parks 1, parks 2',
      '2 items: read',
    ],
    [
      [CHANGED[0], 'just the completed ones', 'why these?'],
      'changes',
      'parks 4',
      'a change of status from 1 January 2026',
    ],
    [['compare the parks plan and the canals plan on keepers', 'why these?'], 'items', 'canals 1', 'keepers'],
    [['how much money does the parks plan have', 'how sure are you about that'], 'fact', '', 'read in'],
  ])('explains all that was shown: %j', (messages, kind, items, phrase) => {
    const answer = talk(messages);

    expect([answer.kind, shown(messages)]).toEqual([kind, items]);
    expect(answer.headline + JSON.stringify(answer.blocks)).toContain(phrase);
  });

  it('goes on to nothing in one line, without the list again', () => {
    expect(talk([LATE[0], 'more']).headline).toBe('That is all of them; there are no more to show.');
    expect(talk([LATE[1], 'mwy']).headline).toBe('Dyna’r cyfan; nid oes rhagor i’w dangos.');
    expect(JSON.stringify(talk([LATE[1], 'rhagor']).blocks)).not.toContain('entries');
  });
});
