import { describe, expect, it } from '@jest/globals';
import { NO_MEMORY, type Memory } from '../../src/domain/conversation.ts';
import type { IsoDate } from '../../src/domain/dates.ts';
import type { Intent } from '../../src/domain/intent.ts';
import type { PlanId } from '../../src/domain/model.ts';
import { datesIn } from '../../src/understand/dates.ts';
import { tokensOf } from '../../src/understand/tokens.ts';
import { action, callToAction, libraryOf, plan } from '../builders.ts';
import { understand } from '../doubles/understand.ts';

const WELSH_PLAN = 'nursing-wales-2022' as PlanId;
const SCOTTISH_PLAN = 'workforce-scotland-2023' as PlanId;
const REPORT = 'centre-2017' as PlanId;
const library = libraryOf({
  plans: [
    plan({
      id: WELSH_PLAN,
      title: { en: 'Nursing Workforce Plan for Wales', cy: 'Cynllun Gweithlu Nyrsio Cymru' },
      knownAs: { en: ['the Welsh plan'], cy: ['cynllun Cymru'] },
      declared: { action: 6 },
    }),
    plan({
      id: SCOTTISH_PLAN,
      title: { en: 'Mental Health Workforce Action Plan Scotland' },
      knownAs: { en: ['the Scottish plan'], cy: ['cynllun yr Alban'] },
      owners: ['Scottish Government'],
    }),
    plan({ id: REPORT, title: { en: 'The future of the mental health workforce' }, published: '2017-09' }),
  ],
  items: [
    action('1.1', { plan: WELSH_PLAN }),
    action('1.1', { plan: SCOTTISH_PLAN, title: 'Recruitment campaigns' }),
    callToAction('1', { plan: REPORT }),
  ],
});
const TODAY = '2026-11-21' as IsoDate;
const [WELSH_ITEM] = library.itemsOf(WELSH_PLAN).map(({ id }) => id);
const AFTER_ITEM: Memory = {
  items: WELSH_ITEM ? [WELSH_ITEM] : [],
  shown: 1,
  plan: WELSH_PLAN,
  last: { kind: 'by-reference', references: [{ ref: '1.1', kind: 'action' }], aspect: 'overview' },
};
const AFTER_PLAN: Memory = {
  items: [],
  shown: 0,
  plan: WELSH_PLAN,
  last: { kind: 'plan', plan: WELSH_PLAN },
};

function queryOf(text: string, memory: Memory = NO_MEMORY) {
  return understand({ text, memory, fallback: 'en', today: TODAY, library }).queries[0];
}
function intentOf(text: string, memory: Memory = NO_MEMORY): Intent {
  return queryOf(text, memory).intent;
}
const wordsOf = (text: string) =>
  tokensOf(text)
    .map(({ word }) => word)
    .join(' ');

describe('Welsh as it is typed', () => {
  it.each([
    ['dwi’m isio byw', 'dw i ddim eisiau byw'],
    ['fedra i’m cario ’mlaen', 'fedra i ddim cario ymlaen'],
    ['alla i’m', 'alla i ddim'],
    ['I’m on track', 'i am on track'],
    ['sa’i moyn bod ’ma', 'dw i ddim eisiau bod yma'],
    ['dwi’n moyn', 'dw i eisiau'],
    ['lladd ’yn hunan', 'lladd fy hunan'],
    ['brifo fy’n hun', 'brifo fy hun'],
    ['yn hunan-niweidio', 'yn hunan niweidio'],
    ['be di cam 4', 'be ydi cam 4'],
    ['be sy ’di newid', 'be sydd wedi newid'],
    ['sut ma’r cynllun yn dod mlân', 'sut mae yr cynllun yn dod ymlaen'],
    ['wela i di', 'wela i di'],
    ['be di’r cynllun', 'be ydi yr cynllun'],
    ['lle da ni arni', 'lle rydyn ni arni'],
    ['lle ’dan ni arni', 'lle rydyn ni arni'],
    ['gafon ni’r nyrsys', 'cawson ni yr nyrsys'],
    ['pryd ddath o', 'pryd daeth o'],
    ['un ar ddeg', '11'],
    ['tri deg tri', '33'],
    ['dau ddeg', '20'],
    ['unfed ar ddeg', '11eg'],
    ['pedwar ar bymtheg', '19'],
  ])('“%s” is heard as “%s”', (typed, heard) => {
    expect(wordsOf(typed)).toBe(heard);
  });
});

describe('what is still to come', () => {
  it.each([
    ['beth sydd i’w gwblhau y mis hwn', '2026-11-01', '2026-11-30'],
    ['beth sydd i’w gwblhau cyn y Nadolig', '2026-11-21', '2026-12-24'],
    ['beth sydd i’w gwblhau yn y tri mis nesaf', '2026-11-21', '2027-02-21'],
    ['pa gamau sydd i’w cyflawni eleni', '2026-01-01', '2026-12-31'],
    ['beth ddylid ei gwblhau erbyn mis Mawrth 2027', '2026-11-21', '2027-03-31'],
    ['pa gamau sydd i’w cwblhau o fewn tri deg diwrnod', '2026-11-21', '2026-12-21'],
    ['what is due before Christmas', '2026-11-21', '2026-12-24'],
    ['what is to be completed this month', '2026-11-01', '2026-11-30'],
  ])('“%s” is due from %s to %s', (text, from, to) => {
    expect(intentOf(text)).toMatchObject({ kind: 'list', scope: { filter: { due: { from, to } } } });
  });

  it.each(['beth sydd i’w wneud o hyd', 'beth sydd i’w gwblhau', 'what is still to do'])(
    '“%s” asks for what is open',
    (text) => {
      expect(intentOf(text)).toMatchObject({ kind: 'list', scope: { filter: { except: {} } } });
    },
  );
});

describe('counting', () => {
  it.each([
    'Faint o gamau gweithredu sydd i gyd',
    'faint o gamau sydd at ei gilydd',
    'how many actions in all',
  ])('“%s” counts them all', (text) => {
    expect(intentOf(text)).toMatchObject({
      kind: 'count',
      scope: { plans: [], filter: { kinds: ['action'] } },
      words: '',
    });
  });

  it.each(['Faint o is-gamau sydd', 'how many sub-actions are there', 'how many milestones are there'])(
    '“%s” counts what stands beneath others',
    (text) => {
      expect(intentOf(text)).toMatchObject({ kind: 'count', scope: { filter: { isChild: true } } });
    },
  );

  it.each(['How many calls to action are there?', 'Sawl galwad i weithredu sydd?'])(
    '“%s” leaves a plan that has none',
    (text) => {
      expect(intentOf(text, AFTER_PLAN)).toMatchObject({ kind: 'count', scope: { plans: [] } });
    },
  );

  it.each(['How many actions are there?', 'Sawl cam gweithredu sydd?'])(
    '“%s” keeps one that has some',
    (text) => {
      expect(intentOf(text, AFTER_PLAN)).toMatchObject({ kind: 'count', scope: { plans: [WELSH_PLAN] } });
    },
  );
});

describe('wanting and having', () => {
  it.each([
    'dwi isio gweld camau’r Alban',
    'dwi isie gweld camau’r Alban',
    'dwi’n moyn gweld camau’r Alban',
    'fi moyn gweld camau’r Alban',
    'hoffwn weld camau’r Alban',
  ])('“%s” lists them', (text) => {
    expect(intentOf(text)).toMatchObject({ kind: 'list', scope: { plans: [SCOTTISH_PLAN] }, words: '' });
  });

  it.each(['be sgin ti', 'be sgynnoch chi', 'be gynnoch chi', 'beth sy ’da chi', 'beth sy gyda chi'])(
    '“%s” asks what is held',
    (text) => {
      expect(intentOf(text).kind).toBe('coverage');
    },
  );
});

describe('everyday ways of asking', () => {
  it.each([
    ['be sy ’di newid mis dwytha', 'changes'],
    ['sut ma’r cynllun yn dod mlaen', 'status'],
    ['beth yw’r cynnydd hyd yma?', 'status'],
    ['pwy wnaeth ysgrifennu’r adroddiad', 'fact'],
    ['diolch yn fawr iawn i chi', 'smalltalk'],
    ['dw i ddim yn deall', 'smalltalk'],
    ['dim yn dallt', 'smalltalk'],
    ['o’r gora', 'smalltalk'],
    ['ok', 'smalltalk'],
    ['ti’n gallu siarad Cymraeg?', 'set-language'],
    ['be sy ddim gen ti o gynllun Cymru', 'coverage'],
    ['oes cynllun i’r Alban', 'plan'],
    ['is there a plan for Scotland', 'plan'],
  ])('“%s” is a question of the family %s', (text, kind) => {
    expect(intentOf(text).kind).toBe(kind);
  });

  it.each(['oes cynllun i Ogledd Iwerddon', 'is there a plan for Northern Ireland'])(
    '“%s” is told which plans there are',
    (text) => {
      expect(queryOf(text).notes).toEqual([
        { kind: 'plans-held', plans: [WELSH_PLAN, SCOTTISH_PLAN, REPORT] },
      ]);
    },
  );

  it.each([
    'beth mae cynllun yr Alban yn ei ddweud am recriwtio',
    'what does the Scottish plan say about recruitment',
  ])('“%s” looks for the topic in that plan', (text) => {
    expect(intentOf(text)).toMatchObject({
      kind: 'topic',
      words: expect.not.stringMatching(/Scottish|Alban|dweud/u),
      scope: { plans: [SCOTTISH_PLAN] },
    });
  });

  it.each([
    ['Sut oedd cynllun yr Alban ar 31 Mawrth 2025?'],
    ['How was the Scottish plan on 31 March 2025?'],
  ])('“%s” asks how it stood', (text) => {
    expect(intentOf(text)).toMatchObject({ kind: 'as-at', day: '2025-03-31' });
  });
});

describe('one thing, asked of as people speak', () => {
  it.each([
    ['gyda phwy ddylwn i gael gair am y cynllun mentora', 'lead'],
    ['efo pwy dwi’n siarad am y gweithio hyblyg', 'lead'],
    ['pwy ddylwn i gysylltu â nhw ynglŷn â mentora', 'lead'],
    ['pwy di’r lead ar y mentora', 'lead'],
    ['job pwy ydi’r mentora', 'lead'],
    ['pwy bia’r job o fynd i ysgolion yng nghynllun yr Alban', 'lead'],
    ['cyfrifoldeb pwy yw’r mentora', 'lead'],
    ['lle da ni arni hefo’r mentora', 'status'],
    ['ble rydyn ni’n sefyll ar y mentora', 'status'],
    ['be ddigwyddodd i’r mentora', 'status'],
    ['beth sydd wedi digwydd gyda’r mentora', 'status'],
    ['what happened to the tablets', 'status'],
    ['be sy’n digwydd efo’r gweithio hyblyg', 'status'],
    ['shwt siâp sy ar y mentora', 'status'],
    ['be di’r broblem efo’r rotâu', 'reason'],
    ['Pwy ddudodd bod y mentora oddi ar y trywydd?', 'source'],
    ['pryd ma’r mentora i fod i orffen', 'due'],
    ['erbyn pryd fydd y mentora wedi’i wneud', 'due'],
    ['be sy’n cael ei neud am y mentora', 'mitigation'],
    ['beth sy’n cael ei wneud am y mentora', 'mitigation'],
    ['gafodd y mentora ei sefydlu ac ydi o wedi’i orffen', 'status'],
    ['ydi’r swyddi cymheiriaid i gyd wedi’u llenwi', 'status'],
    ['gafodd y cyfweliadau gadael eu gwneud', 'status'],
    ['pryd mae’r mentora i fod', 'due'],
    ['gafodd y syniad o godi tai i staff ei dderbyn', 'response'],
    ['was the idea of building homes for staff accepted', 'response'],
    ['whens the mentoring thing due its driving us mad', 'due'],
    ['mentoring has slipped AGAIN. whats the date supposed to be now', 'due'],
    ['who do i moan at about the mentoring', 'lead'],
    ['whos meant to be sorting the mentoring', 'lead'],
    ['mentoring.. wheres that at', 'status'],
    ['is the mentoring still happening or did they scrap it', 'status'],
    ['has anyone done ANYTHING about the mentoring', 'status'],
    ['paid mentoring - did they ever say yes to that', 'response'],
    ['somebody told me mentoring was stopped. Why?', 'reason'],
    ['who said mentoring was at risk, and on what date', 'status'],
    ['beth sy lan da’r mentora', 'status'],
    ['be ddaeth o’r mentora', 'status'],
    ['pryd bydd y mentora n barod', 'due'],
    ['pwy sydd i fod i sortio’r mentora', 'lead'],
    ['be ydi’r dyddiad newydd ar gyfer y mentora', 'due'],
  ])('“%s” asks for its %s', (text, aspect) => {
    expect(intentOf(text)).toMatchObject({ kind: 'topic', aspect });
  });

  it.each(['dysgu arweinwyr i fod yn fwy caredig', 'arweinyddieth dosturiol', 'teach leaders to be kinder'])(
    '“%s” looks for what the words say',
    (text) => {
      expect(intentOf(text)).toMatchObject({ kind: 'topic', aspect: 'overview' });
    },
  );

  it.each(['be ddigwyddodd ers y Pasg yn yr Alban', 'what happened since Easter in Scotland'])(
    '“%s” asks what changed',
    (text) => {
      expect(intentOf(text)).toMatchObject({ kind: 'changes', scope: { plans: [SCOTTISH_PLAN] } });
    },
  );
});

describe('a plan, asked of as people speak', () => {
  it.each([
    'be di’r cynllun Cymru',
    'dwed fwy wrtha i am gynllun Cymru',
    'rhowch fwy i ni am gynllun Cymru',
    'newyddiadurwr ydw i - esboniwch gynllun Cymru mewn cwpl o frawddegau',
    'dwedwch wrthon ni am gynllun Cymru yn gryno',
  ])('“%s” tells of the plan', (text) => {
    expect(intentOf(text)).toEqual({ kind: 'plan', plan: WELSH_PLAN });
  });

  it.each([
    ['pryd ddath cynllun yr Alban mas', 'fact'],
    ['pryd ddaeth cynllun yr Alban allan', 'fact'],
    ['lle da ni arni hefo cynllun Cymru', 'status'],
    ['ydi popeth gyda chi o gynllun yr Alban', 'coverage'],
    ['oes gennych chi’r holl argymhellion', 'coverage'],
    ['be ydach chi’n gallu neud', 'help'],
    ['sut fedra i ddefnyddio hwn', 'help'],
    ['newydd ddechre ma, be di cynllun yr Alban', 'plan'],
    ['beth fydd yn barod cyn y Nadolig', 'list'],
    ['be sy di cael ei orffen ers mis Medi', 'changes'],
  ])('“%s” is a question of the family %s', (text, kind) => {
    expect(intentOf(text).kind).toBe(kind);
  });
});

describe('lists, asked for as people speak', () => {
  it.each([
    ['pa eitemau sydd heb gael diweddariad erioed', { neverUpdated: true }],
    ['camau sydd heb gael eu diweddaru eto', { neverUpdated: true }],
    ['be sy heb gael diweddariad', { neverUpdated: true }],
    ['wedi methu’r dyddiad ond heb risg', { standings: [{ rating: 'date_missed_no_risk' }] }],
    ['pa gamau sydd wedi methu eu dyddiad gyda risg', { standings: [{ rating: 'date_missed_with_risk' }] }],
    ['unrhyw beth hwyr gan gynllun Cymru', { overdue: true }],
  ])('“%s” lists them', (text, filter) => {
    expect(intentOf(text)).toMatchObject({ kind: 'list', scope: { filter } });
  });
});

describe('after an item or a plan', () => {
  it.each([
    ['lle ga i ddarllen hynny', 'source'],
    ['ble alla i ddarllen am hynny', 'source'],
    ['o ble daeth hynny', 'source'],
    ['pwy sydd yng ngofal', 'lead'],
    ['Erbyn pryd?', 'due'],
    ['By when?', 'due'],
  ])('“%s” asks for its %s', (text, aspect) => {
    expect(intentOf(text, AFTER_ITEM)).toMatchObject({ kind: 'known-items', items: [WELSH_ITEM], aspect });
  });

  it.each(['What are its themes?', 'Beth yw ei themâu?'])('“%s” means the plan’s themes', (text) => {
    expect(intentOf(text, AFTER_PLAN)).toMatchObject({ kind: 'themes', scope: { plans: [WELSH_PLAN] } });
  });
});

describe('the plan that was spoken of', () => {
  it.each(['beth mae’r cynllun yn dweud am recriwtio', 'what does the plan say about recruitment'])(
    '“%s” means that plan',
    (text) => {
      expect(intentOf(text, AFTER_PLAN)).toMatchObject({ kind: 'topic', scope: { plans: [WELSH_PLAN] } });
    },
  );
});

describe('help', () => {
  it.each([
    ['Cymorth gyda chrynodebau', 'digest'],
    ['Help with digests', 'digest'],
    ['What is a digest?', 'digest'],
    ['Beth yw crynodeb wythnosol?', 'digest'],
    ['Sut wyt ti’n chwilio?', 'search'],
    ['How do you search?', 'search'],
  ])('“%s” explains: %s', (text, about) => {
    expect(intentOf(text)).toEqual({ kind: 'help', about });
  });

  it.each(['pa grynodebau sydd wedi’u trefnu?', 'which digests are set up?'])(
    '“%s” makes no digest',
    (text) => {
      expect(intentOf(text)).toMatchObject({ kind: 'subscribe', wish: { verb: 'list' } });
    },
  );
});

describe('dates in Welsh', () => {
  it.each([
    ['ers echdoe', '2026-11-19'],
    ['ers yr unfed ar ddeg o Hydref', '2026-10-11'],
    ['ers y deuddegfed o Dachwedd', '2026-11-12'],
    ['ers 11eg Medi', '2026-09-11'],
    ['ers 3 Tach', '2026-11-03'],
    ['ers mis Chwef 2026', '2026-02-01'],
    ['ers Gorff 2026', '2026-07-01'],
    ['ers y mis dwetha', '2026-10-01'],
    ['ers wsnos dwytha', '2026-11-09'],
  ])('“%s” begins on %s', (text, from) => {
    const words = tokensOf(text).map(({ word }) => word);
    expect(datesIn(words, TODAY, 'back')[0]?.window.from).toBe(from);
  });

  it('takes short days and spoken hours for a digest', () => {
    expect(intentOf('anfonwch grynodeb bob dydd Gwe am hannar awr wedi naw')).toMatchObject({
      wish: { schedule: { days: ['fri'], time: '09:30' } },
    });
    expect(intentOf('anfonwch grynodeb bob dydd Iau am un ar ddeg')).toMatchObject({
      wish: { schedule: { time: '11:00' } },
    });
  });
});
