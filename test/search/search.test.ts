import { beforeAll, describe, expect, it } from '@jest/globals';
import { assert as always, constantFrom, property, string } from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Item, Locale, PlanId } from '../../src/domain/model.ts';
import { createLibrary } from '../../src/knowledge/create-library.ts';
import type { Library } from '../../src/knowledge/library.ts';
import { loadPack } from '../../src/knowledge/load.ts';
import type { Pack } from '../../src/knowledge/pack.ts';
import {
  joinVocabularies,
  loadVocabulary,
  NO_VOCABULARY,
  parseVocabulary,
  type Vocabulary,
} from '../../src/knowledge/vocabulary.ts';
import { createNameFinder } from '../../src/search/names.ts';
import { createRepair } from '../../src/search/repair.ts';
import { createSearch, type Found, type Search } from '../../src/search/search.ts';
import { action, callToAction, fact, libraryOf, plan, recommendation, update } from '../builders.ts';

const KNOWLEDGE = 'knowledge';

function bundledVocabulary(): Vocabulary {
  const loaded = loadVocabulary(join(KNOWLEDGE, 'vocabulary.yaml'));
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  return loaded.vocabulary;
}

const VOCABULARY = bundledVocabulary();

/** Twelve items in both languages, two in English alone, one in Welsh alone. */
const LIBRARY: Library = libraryOf({
  plans: [
    plan({ themes: [{ ref: '1', title: { en: 'Attraction and recruitment', cy: 'Denu a recriwtio' } }] }),
  ],
  items: [
    action('1', {
      theme: '1',
      title: { en: 'Bring nurses back to practice', cy: 'Denu nyrsys yn ôl i ymarfer' },
      summary: { en: 'Courses and travel are paid for.', cy: 'Telir am gyrsiau a theithio.' },
    }),
    action('2', {
      title: { en: 'Open a wellbeing service for staff', cy: 'Agor gwasanaeth llesiant i staff' },
      summary: { en: 'Confidential, in every health board.', cy: 'Cyfrinachol, ym mhob bwrdd iechyd.' },
    }),
    action('3', {
      title: { en: 'Publish vacancy figures each year', cy: 'Cyhoeddi ffigurau swyddi gwag bob blwyddyn' },
      summary: { en: 'By profession and by region.', cy: 'Yn ôl proffesiwn a rhanbarth.' },
    }),
    action('4', {
      title: { en: 'Create a leadership programme', cy: 'Creu rhaglen arweinyddiaeth' },
      summary: { en: 'For ward managers, over one year.', cy: 'I reolwyr wardiau, dros flwyddyn.' },
    }),
    action('5', {
      title: { en: 'Teach suicide prevention to new starters', cy: 'Dysgu atal hunanladdiad i ddechreuwyr' },
    }),
    action('6', {
      title: {
        en: 'Build digital skills in community teams',
        cy: 'Meithrin sgiliau digidol mewn timau cymunedol',
      },
    }),
    action('7', {
      title: { en: 'Improve rural recruitment with housing', cy: 'Gwella recriwtio gwledig gyda thai' },
    }),
    action('8', {
      title: { en: 'Develop peer support roles', cy: 'Datblygu rolau cymorth gan gymheiriaid' },
      leads: [{ en: 'Social Care Wales', cy: 'Gofal Cymdeithasol Cymru' }],
    }),
    recommendation('9', {
      title: {
        en: 'Mental health training for every GP',
        cy: 'Hyfforddiant iechyd meddwl i bob meddyg teulu',
      },
    }),
    callToAction('10', {
      title: { en: 'Speak of careers in schools', cy: 'Sôn am yrfaoedd mewn ysgolion' },
    }),
    action('11', { title: 'Recruit psychiatrists overseas', summary: 'An ethical international campaign.' }),
    action('12', { title: 'Review supervision of psychologists' }),
    action('13', {
      title: { cy: 'Cryfhau’r Gymraeg yn y gweithle' },
      summary: { cy: 'Gwersi i’r holl staff.' },
    }),
  ],
  facts: [
    fact(
      'funding',
      { en: '£3.3m was announced for 2023–24.', cy: 'Cyhoeddwyd £3.3m ar gyfer 2023–24.' },
      {
        tags: ['money', 'arian'],
      },
    ),
    fact('authors', {
      en: 'Jane Example and Dafydd Enghraifft wrote the report.',
      cy: 'Jane Example a Dafydd Enghraifft a ysgrifennodd yr adroddiad.',
    }),
  ],
});

const search = createSearch(LIBRARY, VOCABULARY);
const PARTED = createSearch(
  libraryOf({
    items: [
      action('20', {
        title: { en: 'Introduce bridge software everywhere', cy: 'Cyflwyno meddalwedd pontydd ym mhobman' },
      }),
      action('20.1', {
        title: { en: 'Bridge software on two sites', cy: 'Meddalwedd pontydd ar ddau safle' },
        parent: 'action-20',
      }),
      action('21', { title: { en: 'Paint the fences', cy: 'Paentio’r ffensys' } }),
    ],
  }),
  VOCABULARY,
);
const find = (words: string, locale: Locale = 'en', by: Search = search): Found => by.find(words, { locale });
const refsOf = (found: Found): readonly string[] => found.items.map((hit) => hit.found.refs[0] ?? '');
const first = (words: string, locale: Locale = 'en'): string | undefined => refsOf(find(words, locale))[0];

describe('plans that are held in one language alone', () => {
  const apart = createSearch(
    libraryOf({
      plans: [plan({})],
      items: [
        action('1', { title: { cy: 'Gwersi Cymraeg gwaith i staff gofal' } }),
        action('2', { title: { cy: 'Cyfweliadau ymadael gyda phob aelod o staff' } }),
        action('3', { title: { cy: 'Gwasanaeth cwnsela cyfrinachol' } }),
        action('4', { title: { cy: 'Tocynnau bws am ddim mewn ardaloedd gwledig' } }),
        action('5', { title: { cy: 'Ystafelloedd gorffwys i staff nos' } }),
        action('6', { title: 'Offer uniforms that fit women and pregnant staff' }),
        action('7', { title: 'Reduce assaults by issuing body-worn cameras' }),
        action('8', { title: 'Guarantee that meal breaks are taken' }),
        action('9', { title: 'Build a simulation centre for driving skills' }),
      ],
    }),
    VOCABULARY,
  );
  const asked: readonly (readonly [locale: Locale, words: string, ref: string])[] = [
    ['en', 'Welsh lessons for care staff', '1'],
    ['en', 'exit interviews', '2'],
    ['en', 'counselling', '3'],
    ['en', 'free bus travel', '4'],
    ['en', 'rest rooms for night staff', '5'],
    ['cy', 'iwnifforms i staff beichiog', '6'],
    ['cy', 'camerâu corff', '7'],
    ['cy', 'egwyliau bwyd', '8'],
    ['cy', 'canolfan efelychu', '9'],
    ['cy', "pobol sy'n gadael - cyfweliade", '2'],
    ['en', 'pregnant paramedics clothing', '6'],
  ];

  it.each(asked)('%s: %s is found in the other language, as %s', (locale, words, ref) => {
    const found = find(words, locale, apart);

    expect(refsOf(found)[0]).toBe(ref);
    expect(found.band).not.toBe('nothing');
  });
});

describe('asking for a topic', () => {
  const asked: readonly (readonly [locale: Locale, words: string, ref: string])[] = [
    ['en', 'wellbeing of staff', '2'],
    ['en', 'what is being done about vacancies?', '3'],
    ['en', 'leadership for managers', '4'],
    ['en', 'suicide prevention', '5'],
    ['en', 'digital', '6'],
    ['en', 'recruiting in rural areas', '7'],
    ['en', 'careers', '10'],
    ['cy', 'llesiant staff', '2'],
    ['cy', 'beth sy’n cael ei wneud am swyddi gwag?', '3'],
    ['cy', 'arweinyddiaeth i reolwyr', '4'],
    ['cy', 'atal hunanladdiad', '5'],
    ['cy', 'sgiliau digidol', '6'],
    ['cy', 'recriwtio gwledig', '7'],
    ['cy', 'gyrfaoedd', '10'],
  ];

  it.each(asked)('%s: %s is answered by %s', (locale, words, ref) => {
    const found = find(words, locale);

    expect(refsOf(found)[0]).toBe(ref);
    expect(found.band).toBe('answer');
    expect(found.onSubject).toBe(true);
  });

  it('shows which words of the question each hit fulfils, as typed', () => {
    expect(find('Wellbeing of STAFF, please').items[0]?.matched).toEqual(['Wellbeing', 'STAFF']);
  });

  it('says when the first stands clear, and when it does not', () => {
    expect(find('suicide prevention').clear).toBe(true);
    expect(find('recruitment').clear).toBe(false);
  });

  it.each([
    ['en', 'bridge software', '20'],
    ['cy', 'meddalwedd pontydd', '20'],
    ['en', 'bridge software on two sites', '20.1'],
    ['cy', 'meddalwedd pontydd ar ddau safle', '20.1'],
  ] as const)('gives the whole before a part that says the same: %s: %s is %s', (locale, words, ref) => {
    const found = find(words, locale, PARTED);

    expect(refsOf(found)[0]).toBe(ref);
    expect(found.clear).toBe(true);
  });

  it('keeps to the items asked for and to as many as asked for', () => {
    const found = search.find('recruitment', {
      locale: 'en',
      among: (item) => item.refs[0] !== '7',
      most: 1,
    });

    expect(refsOf(found)).toHaveLength(1);
    expect(refsOf(found)).not.toContain('7');
  });

  it('gives the same answer every time', () => {
    expect(find('staff training')).toEqual(find('staff training'));
  });
});

describe('words that are not quite the plan’s', () => {
  it.each([
    ['en', 'leadrship programe', '4'],
    ['en', 'suicde preventoin', '5'],
    ['en', 'digtal skils', '6'],
    ['en', 'wellbieng', '2'],
    ['cy', 'arweinyddaieth', '4'],
    ['cy', 'hunaladdiad', '5'],
    ['cy', 'recriwitio gwleidg', '7'],
    ['cy', 'lesiant', '2'],
  ] as const)('%s: mends %s', (locale, words, ref) => {
    expect(first(words, locale)).toBe(ref);
  });

  it('says what was mended, and nothing where nothing was', () => {
    expect(find('leadrship').notes).toEqual([{ kind: 'mended', typed: 'leadrship', read: 'leadership' }]);
    expect(find('leadership').notes).toEqual([]);
  });

  it.each([
    ['ar lesiant', '2'],
    ['am recriwtio ngwledig', '7'],
    ['ei harweinyddiaeth', '4'],
    ['yrfaoedd', '10'],
    ['gymheiriaid', '8'],
    ['swyddi wag', '3'],
    ['ddigidol', '6'],
  ])('undoes the mutation in %s', (words, ref) => {
    expect(first(words, 'cy')).toBe(ref);
  });

  it('finds Welsh typed without accents and English in other forms', () => {
    expect(first('son am gyrfa', 'cy')).toBe('10');
    expect(first('psychology supervisors')).toBe('12');
  });

  it('finds by the beginning of a word, and does not give it as an answer', () => {
    const found = find('wellbe');

    expect(refsOf(found)).toEqual(['2']);
    expect(found.band).not.toBe('answer');
  });

  it('splits words written together', () => {
    expect(first('peersupport')).toBe('8');
  });
});

describe('words the plans do not use', () => {
  it.each([
    ['en', 'burnout', '2'],
    ['en', 'family doctors', '9'],
    ['en', 'unfilled posts', '3'],
    ['en', 'why are so many posts vacant', '3'],
    ['en', 'going into schools', '10'],
    ['cy', 'gorflinder', '2'],
    ['cy', 'swyddi sy heb eu llenwi', '3'],
    ['cy', 'mynd i ysgolion', '10'],
    ['cy', 'meddygon teulu', '9'],
  ] as const)('%s: the vocabulary leads from %s to %s', (locale, words, ref) => {
    expect(first(words, locale)).toBe(ref);
  });

  it('says which word of the vocabulary was used', () => {
    expect(find('burnout').notes).toEqual([{ kind: 'vocabulary', typed: 'burnout', read: 'wellbeing' }]);
  });

  it.each([
    ['cy', 'gorflinder ymhlith nyrsys', 'gorflinder', 'wellbeing'],
    ['en', 'Welsh lessons for nurses', 'Welsh lessons', 'gwersi Cymraeg'],
    ['cy', 'AMHP', 'AMHP', 'approved mental health professional'],
    ['en', 'OT', 'OT', 'occupational therapist'],
  ] as const)('%s: says of %s that %s was looked up as %s', (locale, words, typed, read) => {
    const plain = createSearch(
      libraryOf({
        items: [
          action('1', { title: 'A wellbeing service' }),
          action('2', { title: { cy: 'Gwersi Cymraeg i bawb' } }),
          action('3', { title: 'Train more approved mental health professionals' }),
          action('4', {
            title: { en: 'Train occupational therapists', cy: 'Hyfforddi therapyddion galwedigaethol' },
          }),
        ],
      }),
      VOCABULARY,
    );

    expect(find(words, locale, plain).notes).toEqual([{ kind: 'vocabulary', typed, read }]);
  });

  it('says nothing of other words that changed nothing', () => {
    const library = libraryOf({
      items: [
        action('1', {
          title: 'Recruitment of nurses to wards',
          summary: 'Jobs are advertised as vacancies.',
        }),
        action('2', { title: 'Hiring a hall' }),
      ],
    });
    const found = find('recruitment of nurses vacancies', 'en', createSearch(library, VOCABULARY));

    expect(refsOf(found)[0]).toBe('1');
    expect(found.notes).toEqual([]);
  });

  it('keeps apart what a careful person keeps apart', () => {
    const by = createSearch(
      libraryOf({
        items: [
          action('1', { title: { en: 'Self-harm guidance', cy: 'Canllawiau hunan-niwed' } }),
          action('2', { title: { en: 'Secure services review', cy: 'Adolygu gwasanaethau diogel' } }),
          action('3', {
            title: { en: 'Paramedics in mental health cars', cy: 'Parafeddygon mewn ceir iechyd meddwl' },
          }),
          action('4', { title: { en: 'Two hours of learning a week', cy: 'Dwy awr o ddysgu yr wythnos' } }),
          action('5', { title: { en: 'Anti-bullying policy', cy: 'Polisi gwrth-fwlio' } }),
        ],
      }),
      VOCABULARY,
    );
    const asked = [
      ['en', 'suicide prevention'],
      ['cy', 'atal hunanladdiad'],
      ['en', 'inpatient wards'],
      ['cy', 'cleifion mewnol'],
      ['en', 'police'],
      ['cy', 'heddlu'],
      ['en', 'crisis team'],
      ['en', 'racism'],
      ['cy', 'hiliaeth'],
    ] as const;

    for (const [locale, words] of asked)
      expect([words, find(words, locale, by).band]).toEqual([words, 'nothing']);
  });

  it('finds by a Welsh question what there is in English alone, and the other way round', () => {
    expect(first('recriwtio tramor', 'cy')).toBe('11');
    expect(first('goruchwylio seicolegwyr', 'cy')).toBe('12');
    expect(first('Welsh language at work', 'en')).toBe('13');
  });

  it('finds nothing by them without a vocabulary', () => {
    expect(refsOf(find('burnout', 'en', createSearch(LIBRARY, NO_VOCABULARY)))).not.toContain('2');
  });

  it('prefers the very words to other words for them', () => {
    const library = libraryOf({
      items: [action('1', { title: 'Staff wellbeing' }), action('2', { title: 'Staff stress' })],
    });

    expect(refsOf(find('stress', 'en', createSearch(library, VOCABULARY)))).toEqual(['2', '1']);
  });
});

describe('a need as people put it', () => {
  const needs = createSearch(
    libraryOf({
      items: [
        action('1', {
          title: { en: 'Reduce violence towards staff', cy: 'Lleihau trais tuag at staff' },
          summary: { en: 'For nurses on every ward.', cy: 'Ar gyfer nyrsys ar bob ward.' },
        }),
        action('2', { title: { en: 'Widen flexible working', cy: 'Ehangu gweithio hyblyg' } }),
        action('3', { title: { en: 'Return to practice scheme', cy: 'Cynllun dychwelyd i ymarfer' } }),
        action('4', { title: { en: 'Preceptorship for all', cy: 'Preceptoriaeth i bawb' } }),
        action('5', { title: { en: 'Accommodation near hospitals', cy: 'Llety ger ysbytai' } }),
        action('6', { title: { en: 'Spend less on agency staff', cy: 'Gwario llai ar staff asiantaeth' } }),
        action('7', { title: { en: 'Compassionate leadership', cy: 'Arweinyddiaeth dosturiol' } }),
        action('8', { title: { en: 'Mentoring for managers', cy: 'Mentora i reolwyr' } }),
        action('9', { title: { en: 'Report vacancies each month', cy: 'Adrodd ar swyddi gwag bob mis' } }),
        action('10', { title: { en: 'Co-production of services', cy: 'Cydgynhyrchu gwasanaethau' } }),
        action('11', {
          title: { en: 'Occupational health service', cy: 'Gwasanaeth iechyd galwedigaethol' },
        }),
        action('12', { title: { en: 'Trauma-informed care courses', cy: 'Cyrsiau ystyriol o drawma' } }),
        action('13', { title: { en: 'Exit interviews', cy: 'Cyfweliadau ymadael' } }),
      ],
    }),
    VOCABULARY,
  );

  it.each([
    ['en', 'nurses getting punched', '1'],
    ['en', 'agression towards nurses', '1'],
    ['en', 'attacked on the ward', '1'],
    ['cy', 'staff yn cael eu dyrnu', '1'],
    ['cy', 'ymddygiad ymosodol', '1'],
    ['en', 'working fewer days', '2'],
    ['en', 'WLB / flexi hours', '2'],
    ['cy', 'gweithio llai o ddyddiau', '2'],
    ['cy', 'llai o oriau', '2'],
    ['en', 'RTP course', '3'],
    ['en', 'getting old staff back', '3'],
    ['cy', 'cael hen staff nôl', '3'],
    ['cy', 'denu cyn-nyrsys', '3'],
    ['en', 'NQNs', '4'],
    ['en', 'people who have just qualified', '4'],
    ['cy', 'nyrsys newydd raddio', '4'],
    ['cy', 'preceptorship', '4'],
    ['en', 'rent is too high round here', '5'],
    ['cy', 'dim unman i fyw', '5'],
    ['en', 'agency bill', '6'],
    ['cy', 'costau asiantaeth', '6'],
    ['en', 'kindness at the top', '7'],
    ['cy', 'bosys caredig', '7'],
    ['en', 'a buddy for each new manager', '8'],
    ['cy', 'rhywun profiadol i bob manijar', '8'],
    ['en', 'how many posts are empty', '9'],
    ['cy', 'faint o swyddi sy heb eu llenwi', '9'],
    ['en', 'listening to patients', '10'],
    ['cy', 'gwrando ar gleifion', '10'],
    ['en', 'occy health', '11'],
    ['en', 'TIC training', '12'],
    ['cy', 'hyfforddiant trawma', '12'],
    ['en', 'why do people quit', '13'],
    ['cy', 'pam mae staff yn gadael', '13'],
  ] as const)('%s: %s is %s, and not refused', (locale, words, ref) => {
    const found = needs.find(words, { locale });

    expect(refsOf(found)[0]).toBe(ref);
    expect(found.band).not.toBe('nothing');
  });
});

describe('what stands around an item', () => {
  const around = createSearch(
    libraryOf({
      plans: [plan({ owners: [{ en: 'Scottish Government', cy: 'Llywodraeth yr Alban' }] })],
      items: [
        action('1', {
          title: { en: 'Recruit psychiatrists', cy: 'Recriwtio seiciatryddion' },
          tags: ['islands', 'ynysoedd'],
        }),
        action('2', { title: { en: 'Open a library', cy: 'Agor llyfrgell' } }),
        action('3', { title: { en: 'Speak openly', cy: 'Siarad yn agored' }, tags: ['burnout'] }),
        action('4', { title: { en: 'Staff wellbeing and welfare', cy: 'Llesiant a lles staff' } }),
        action('5', { title: { en: 'Garden therapy posts', cy: 'Clybiau garddio gwirfoddol' } }),
        action('6', { title: { en: 'A register of domestic fittings', cy: 'Cofrestr o ffitiadau' } }),
      ],
      updates: [
        update(
          'action-1',
          { stage: 'in_progress' },
          {
            note: { en: 'Four have started.', cy: 'Mae pedwar wedi dechrau.' },
            reason: { en: 'Visas take four months.', cy: 'Mae fisa yn cymryd pedwar mis.' },
            mitigation: { en: 'A chapel vestry is being looked at.', cy: 'Mae festri capel dan ystyriaeth.' },
          },
        ),
      ],
    }),
    VOCABULARY,
  );

  it.each([
    ['en', 'scottish islands', '1'],
    ['cy', 'ynysoedd yr Alban', '1'],
    ['en', 'the chapel vestry', '1'],
    ['cy', 'y festri', '1'],
    ['en', 'waiting for visas', '1'],
    ['cy', 'aros am fisa', '1'],
  ] as const)('%s: %s leads to %s, by its owner and by what was last said of it', (locale, words, ref) => {
    expect(refsOf(find(words, locale, around))[0]).toBe(ref);
  });

  it.each([
    ['en', 'recruitment'],
    ['cy', 'recriwtio'],
  ] as const)(
    '%s: a phrase for it is never one word of the phrase: %s is not all that says staff',
    (locale, words) => {
      expect(refsOf(find(words, locale, around))).toEqual(['1']);
    },
  );

  it.each(['en', 'cy'] as const)(
    '%s: lets nothing stand alone by other words beside the very word',
    (locale) => {
      const found = find('burnout', locale, around);

      expect(refsOf(found)).toEqual(expect.arrayContaining(['3', '4']));
      expect(found.clear && refsOf(found)[0] === '4').toBe(false);
    },
  );
});

describe('facts beside items', () => {
  it.each([
    ['en', 'how much money was announced', 'funding'],
    ['en', 'who wrote the report', 'authors'],
    ['cy', 'faint o arian a gyhoeddwyd', 'funding'],
    ['cy', 'pwy ysgrifennodd yr adroddiad', 'authors'],
  ] as const)('%s: %s fits a fact better than an item', (locale, words, topic) => {
    const found = find(words, locale);

    expect(found.facts[0]?.found.topic).toBe(topic);
    expect(found.factsBand).toBe('answer');
    expect(found.chance.facts).toBeGreaterThan(found.chance.items);
  });

  it('an item fits better where an item is meant', () => {
    const { chance } = find('suicide prevention training');

    expect(chance.items).toBeGreaterThan(chance.facts);
  });
});

describe('the word that matters', () => {
  const library = libraryOf({
    items: [
      action('1', { title: { en: 'Self-harm training', cy: 'Hyfforddiant hunan-niwed' } }),
      action('2', { title: { en: 'Coproduction of services', cy: 'Cydgynhyrchu gwasanaethau' } }),
      action('3', { title: { en: 'Apprenticeships for carers', cy: 'Prentisiaethau i ofalwyr' } }),
      action('4', { title: { en: 'An apprenticeship in the archive', cy: 'Prentisiaeth yn yr archif' } }),
      action('5', { title: { en: 'Staff wellbeing', cy: 'Llesiant staff' } }),
      action('6', { title: { en: 'Recruitment of nurses', cy: 'Recriwtio nyrsys' } }),
      action('7', { title: { en: 'Rota for the front desk', cy: 'Rota i’r ddesg flaen' } }),
    ],
    facts: [
      fact('deliverable', {
        en: 'Applications for the CAAP posts closed in June.',
        cy: 'Caeodd y ceisiadau am y swyddi CAAP ym mis Mehefin.',
      }),
      fact('deliverable', {
        en: 'A clinical associate in applied psychology (CAAP) works under a psychologist.',
        cy: 'Mae cydymaith clinigol mewn seicoleg gymhwysol (CAAP) yn gweithio dan seicolegydd.',
      }),
      fact('phase-two', {
        en: 'Phase two of the workforce strategy covers three years.',
        cy: 'Mae ail gyfnod strategaeth y gweithlu yn para tair blynedd.',
      }),
      fact('policy', {
        en: 'The wellbeing policy was revised.',
        cy: 'Diwygiwyd y polisi llesiant.',
      }),
    ],
  });
  const by = createSearch(library, VOCABULARY);

  it.each([
    ['en', 'menopause policy'],
    ['en', 'agency cover'],
    ['en', 'maternity leave cover'],
    ['cy', 'polisi menopos'],
    ['cy', 'staff asiantaeth'],
  ] as const)('%s: %s is not answered by what has only its other words', (locale, words) => {
    const found = by.find(words, { locale });

    expect(found.factsBand).not.toBe('answer');
    expect(found.band).not.toBe('answer');
  });

  it.each([
    ['en', 'self harm', '1'],
    ['en', 'selfharm', '1'],
    ['en', 'co-production', '2'],
    ['cy', 'hunan niwed', '1'],
    ['cy', 'hunanniwed', '1'],
    ['cy', 'hunan-niwed', '1'],
  ] as const)('%s: finds %s with the hyphen or without', (locale, words, ref) => {
    expect(refsOf(by.find(words, { locale }))[0]).toBe(ref);
  });

  it.each([
    ['en', 'apprentiships'],
    ['cy', 'prentisiathau'],
  ] as const)('%s: %s finds every item with the word that was meant', (locale, words) => {
    const found = by.find(words, { locale });

    expect([...refsOf(found)].sort()).toEqual(['3', '4']);
    expect(found.band).toBe('answer');
  });

  it.each(['en', 'cy'] as const)('%s: tells what a thing is before what became of it', (locale) => {
    expect(by.find('CAAP', { locale }).facts[0]?.found.text.en).toContain('applied psychology (CAAP)');
  });

  it.each([
    ['en', 'dental nurses', true],
    ['en', 'pharmacy technicians', true],
    ['en', 'robots', true],
    ['en', 'pizza for lunch', false],
    ['cy', 'nyrsys deintyddol', true],
    ['cy', 'fferyllwyr', true],
    ['cy', 'robotiaid', true],
    ['cy', 'pitsa i ginio', false],
  ] as const)(
    '%s: knows of %s whether it is about jobs, training, health or care',
    (locale, words, onSubject) => {
      expect(by.find(words, { locale }).onSubject).toBe(onSubject);
    },
  );

  it.each([
    ['en', 'staff wellbeing'],
    ['cy', 'llesiant staff'],
    ['cy', 'nyrsys'],
  ] as const)('%s: says nothing of other words where %s stands there itself', (locale, words) => {
    expect(by.find(words, { locale }).notes).toEqual([]);
  });

  it('names a wider idea only where the narrow one leads to it, never the other way round', () => {
    const vocabulary: Vocabulary = {
      entries: [
        { en: ['orchestra'], cy: ['cerddorfa'], broader: [], narrower: ['oboe'], general: false },
        { en: ['oboe'], cy: ['obo'], broader: [], narrower: [], general: false },
      ],
    };
    const music = libraryOf({ items: [action('1', { title: 'Orchestra' }), action('2', { title: 'Rota' })] });

    expect(createSearch(music, vocabulary).find('oboe', { locale: 'en' }).items).toEqual([]);
  });

  it('takes a short stem for no kin of a longer word', () => {
    const cutting = libraryOf({ items: [action('1', { title: 'Cross-cutting principles' })] });

    expect(by.find('car', { locale: 'en' }).notes).toEqual([]);
    expect(createSearch(cutting, VOCABULARY).find('cuts', { locale: 'en' }).items).toEqual([]);
  });
});

describe('what the plans do not answer', () => {
  const far: Readonly<Record<Locale, readonly string[]>> = {
    en: [
      'what’s the weather',
      'capital of France',
      'pizza',
      'bitcoin',
      'Arsenal score',
      'tell me a joke',
      'who is the king',
      'train times to Bangor',
      'best laptop',
      'lottery numbers',
    ],
    cy: [
      'sut mae’r tywydd',
      'prifddinas Ffrainc',
      'pitsa',
      'bitcoin',
      'sgôr Abertawe',
      'dwed jôc',
      'pwy yw’r brenin',
      'trenau i Fangor',
      'gliniadur gorau',
      'rhifau’r loteri',
    ],
  };
  const near: Readonly<Record<Locale, readonly string[]>> = {
    en: [
      'dental nurses',
      'blood donation',
      'hospital parking',
      'uniform allowance',
      'organ donation',
      'cancer screening',
      'optometrists',
      'vaccination of staff',
      'blue badge',
      'doctors’ strike dates',
    ],
    cy: [
      'nyrsys deintyddol',
      'rhoi gwaed',
      'parcio mewn ysbytai',
      'lwfans gwisg',
      'rhoi organau',
      'sgrinio canser',
      'optometryddion',
      'brechu staff',
      'bathodyn glas',
      'dyddiadau streic meddygon',
    ],
  };

  it.each(['en', 'cy'] as const)(
    '%s: finds nothing for questions about something else, and knows them for it',
    (locale) => {
      const found = far[locale].map((words) => find(words, locale));

      expect(found.map(({ band }) => band)).toEqual(far[locale].map(() => 'nothing'));
      expect(found.filter(({ onSubject }) => onSubject)).toEqual([]);
    },
  );

  it.each(['en', 'cy'] as const)('%s: gives at most one in ten near misses as an answer', (locale) => {
    const answered = near[locale].filter((words) => find(words, locale).band === 'answer');

    expect(answered.length).toBeLessThanOrEqual(1);
  });

  it.each(['en', 'cy'] as const)(
    '%s: knows that some of them are about the plans’ subject all the same',
    (locale) => {
      const words = { en: 'vaccination of staff', cy: 'brechu staff' };

      expect(find(words[locale], locale).onSubject).toBe(true);
    },
  );

  it('finds nothing in nothing', () => {
    for (const words of ['', '   ', '???', '👍', 'a', 'y']) {
      expect(find(words)).toMatchObject({ band: 'nothing', factsBand: 'nothing', notes: [] });
    }
    expect(find('staff', 'en', createSearch(libraryOf({}), VOCABULARY)).items).toEqual([]);
  });
});

describe('whatever is typed', () => {
  it('never throws and keeps its promises', () => {
    const typed = string({
      unit: constantFrom(..."abcdwyŵâ'’ 4.2£👍staf nyrs".split(''), ' staff ', ' llesiant ', ' recrutment '),
      maxLength: 400,
    });
    always(
      property(typed, constantFrom<Locale>('cy', 'en'), (words, locale) => {
        const found = search.find(words, { locale, most: 5 });
        expect(found.items.length).toBeLessThanOrEqual(5);
        expect(
          found.items.every((hit, at) => at === 0 || hit.score <= (found.items[at - 1]?.score ?? 0)),
        ).toBe(true);
        expect(found.chance.items).toBeGreaterThanOrEqual(0);
        expect(found.chance.items).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('reads no further than the first words of a very long text', () => {
    const long = `suicide prevention ${'nothing of note '.repeat(100_000)} digital skills`;

    expect(refsOf(find(long))[0]).toBe('5');
    expect(find(long).items.flatMap((hit) => hit.matched)).not.toContain('digital');
  });
});

describe('the bundled packs', () => {
  let bundled: Search;
  beforeAll(async () => {
    const folders = readdirSync(KNOWLEDGE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const packs: Pack[] = [];
    for (const { name } of folders) {
      const loaded = await loadPack(join(KNOWLEDGE, name));
      if (loaded.ok && !loaded.value.plan.fictional) packs.push(loaded.value);
    }
    bundled = createSearch(createLibrary(packs, 'public'), VOCABULARY);
  });

  it.each([
    ['en', 'GP training', 'cfmh-2017/recommendation-a'],
    ['en', 'careers promotion', 'scotland-mhw-2023/action-2.2'],
    ['en', 'vacancies', 'scotland-mhw-2023/action-2.3'],
    ['en', 'remote and rural', 'scotland-mhw-2023/action-1.4'],
    ['en', 'recrutment campains', 'scotland-mhw-2023/action-2.1'],
    ['cy', 'hyfforddiant i feddygon teulu', 'cfmh-2017/recommendation-a'],
    ['cy', 'gweithio mewn ardaloedd gwledig', 'scotland-mhw-2023/action-1.4'],
    ['cy', 'swyddi gwag', 'scotland-mhw-2023/action-2.3'],
    ['cy', 'ymgyrchoedd recriwtio', 'scotland-mhw-2023/action-2.1'],
  ] as const)('%s: %s finds %s first', (locale, words, id) => {
    const found = bundled.find(words, { locale });

    expect(found.items[0]?.found.id).toBe(id);
    expect(found.band).toBe('answer');
  });

  it.each([
    ['en', 'looking after staff wellbeing'],
    ['cy', 'gofalu am lesiant staff'],
  ] as const)('%s: %s finds both items that ask for it', (locale, words) => {
    const [one, two] = bundled.find(words, { locale }).items.map((hit) => hit.found.id);

    expect(new Set([one, two])).toEqual(
      new Set(['cfmh-2017/call-to-action-2', 'cfmh-2017/recommendation-e']),
    );
  });

  it.each([
    ['en', 'how much money for Wales', 'funding'],
    ['en', 'who wrote the 2017 report', 'authors'],
    ['cy', 'pwy ysgrifennodd yr adroddiad', 'authors'],
  ] as const)('%s: %s is a question for a fact', (locale, words, topic) => {
    const found = bundled.find(words, { locale });

    expect(found.factsBand).toBe('answer');
    expect(found.facts[0]?.found.topic).toBe(topic);
    expect(found.chance.facts).toBeGreaterThan(found.chance.items);
  });
});

describe('finding names in what people type', () => {
  const names = createNameFinder([
    { id: 'recruitment', names: ['Attraction and recruitment', 'Denu a recriwtio'] },
    { id: 'digital', names: ['Building a digitally ready workforce'] },
    { id: 'leadership', names: ['Leadership and succession'] },
    {
      id: 'heiw',
      names: ['Health Education and Improvement Wales', 'HEIW', 'Addysg a Gwella Iechyd Cymru', 'AaGIC'],
    },
    { id: 'scw', names: ['Social Care Wales', 'Gofal Cymdeithasol Cymru', 'SCW'] },
  ]);

  it('finds a whole name, where it stands', () => {
    const [match] = names.find('Which actions does Social Care Wales lead?');

    expect(match).toMatchObject({
      id: 'scw',
      score: 1,
      whole: true,
      mended: false,
      matched: 'Social Care Wales',
      start: 19,
    });
  });

  it.each([
    ['beth am Ofal Cymdeithasol Cymru', 'scw'],
    ['camau AaGIC', 'heiw'],
    ['actions of HIEW', 'heiw'],
    ['the atraction and recrutment theme', 'recruitment'],
    ['thema ddenu a recriwtio', 'recruitment'],
  ])('reads %s', (text, id) => {
    expect(names.find(text)[0]?.id).toBe(id);
  });

  it('finds part of a name where no other name has that word', () => {
    const [match] = names.find('the digital theme', { least: 0.2 });

    expect(match).toMatchObject({ id: 'digital', whole: false, distinct: true, matched: 'digital' });
  });

  it('finds several, and none where there is none', () => {
    expect(new Set(names.find('HEIW and Social Care Wales').map(({ id }) => id))).toEqual(
      new Set(['heiw', 'scw']),
    );
    expect(names.find('what is the weather')).toEqual([]);
    expect(names.find('')).toEqual([]);
    expect(createNameFinder([]).find('HEIW')).toEqual([]);
  });

  it('never throws, and says where in the text each match stands', () => {
    always(
      property(
        string({
          unit: constantFrom(...'HEIW socialŵ’ '.split(''), 'recruitment ', 'Wales '),
          maxLength: 200,
        }),
        (text) => {
          for (const { start, end, matched } of names.find(text, { least: 0 }))
            expect(text.slice(start, end)).toBe(matched);
        },
      ),
    );
  });
});

describe('mending a word', () => {
  const repair = createRepair(['recruitment', 'retention', 'wellbeing', 'staff', 'mental']);

  it('bears one slip from four letters and two from seven', () => {
    expect(repair.nearest('staf')).toMatchObject({ word: 'staff', edits: 1 });
    expect(repair.nearest('recritmnet')?.word).toBe('recruitment');
    expect(repair.nearest('sta')).toBeUndefined();
  });

  it('leaves strangers and numbers alone', () => {
    expect(['zebra', 'bitcoin', '2024', 'r7'].map((word) => repair.nearest(word))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the vocabulary file', () => {
  it('is right, and names every wider or narrower word somewhere', () => {
    const known = new Set(
      VOCABULARY.entries.flatMap(({ en, cy }) => [...en, ...cy]).map((term) => term.toLowerCase()),
    );
    const named = VOCABULARY.entries.flatMap(({ broader, narrower }) => [...broader, ...narrower]);

    expect(VOCABULARY.entries.length).toBeGreaterThanOrEqual(400);
    expect(named.filter((term) => !known.has(term.toLowerCase()))).toEqual([]);
  });

  it('gives both languages for every idea', () => {
    expect(VOCABULARY.entries.filter(({ en, cy }) => en.length === 0 || cy.length === 0)).toEqual([]);
  });

  it('names file, line, column, value and remedy of every problem', () => {
    const problemsOf = (text: string): readonly string[] => {
      const loaded = parseVocabulary(text, 'v.yaml');
      return loaded.ok ? [] : loaded.problems;
    };
    const line = (entry: string): string => `  - ${entry}\n`;

    expect(
      problemsOf(
        `entries:\n${line('{ en: [pay, wage] }')}${line('{ en: [3, b] }')}${line('{ eng: [x], cy: [y, z] }')}${line('{ en: [], cy: [a, b] }')}${line('{ en: [alone] }')}${line('{ broader: [pay, leave] }')}${line('{ en: [one two three four five six seven, c] }')}`,
      ),
    ).toEqual([
      'v.yaml:3:12: an entry of `en` must be text and was read as a number: "3". Put it in quotes, exactly as printed: "1.10" and "010" would lose a zero without them.',
      'v.yaml:4:7: `eng` is no key that is known here: "eng". Did you mean "en"? Known here: en, cy, broader, narrower, general.',
      'v.yaml:5:7: `en` is empty. Write the words, or leave the whole line out.',
      'v.yaml:6:5: an entry of `entries` is one word, which leads nowhere. Give at least two words, or one with a broader or narrower one.',
      'v.yaml:7:5: an entry of `entries` has no words of its own. Write `en:`, `cy:` or both.',
      'v.yaml:8:12: an entry of `en` has more than 6 words: "one two three four five six seven". Shorten it to the words that people type.',
    ]);
    expect(
      problemsOf(
        `entries:\n${line('{ en: [Pay, wage], cy: [cyflog], broader: [Wage] }')}${line('{ en: [wages, salary], cy: [Cyflog] }')}${line('{ en: [a, b], broader: [c] }')}${line('{ en: [c, d], broader: [e] }')}${line('{ en: [e, f], broader: [a] }')}`,
      ),
    ).toEqual([
      'v.yaml:3:33: this is the main word of entry 1 already: "Cyflog". Join the two where they are one idea; else begin one of them with a word that tells them apart.',
      'v.yaml:2:48: an entry is broader than itself: "Wage". Take the word out here, or out of `en` and `cy`.',
      ...[
        ['4:29', 'c'],
        ['5:29', 'e'],
        ['6:29', 'a'],
      ].map(
        ([place, word]) =>
          `v.yaml:${place}: this is wider than the entry and the entry wider than it: "${word}". Take it out here, or mend \`broader\` and \`narrower\` of the other.`,
      ),
    ]);
    expect(parseVocabulary('entries: [', 'v.yaml')).toMatchObject({ ok: false });
    expect(loadVocabulary('knowledge/none.yaml')).toEqual({
      ok: false,
      problems: ['knowledge/none.yaml: cannot be read. Check the name and that it is a file.'],
    });
  });

  it('takes a pack’s own words too', () => {
    const own = parseVocabulary('entries:\n  - { en: [flagship, leadership programme] }\n', 'v.yaml');
    const joined = joinVocabularies([VOCABULARY, own.ok ? own.vocabulary : NO_VOCABULARY]);

    expect(refsOf(find('flagship', 'en', createSearch(LIBRARY, joined)))[0]).toBe('4');
  });

  it('keeps a plan’s own words to that plan, where they hold whatever the words mean elsewhere', () => {
    const words: Vocabulary = {
      entries: [
        {
          en: ['compass', 'leadership programme'],
          cy: ['cwmpawd', 'rhaglen arweinyddiaeth'],
          broader: [],
          narrower: [],
          general: false,
          plan: 'demo' as PlanId,
        },
      ],
    };
    const library = {
      ...libraryOf({
        plans: [plan({}), plan({ id: 'other' })],
        items: [
          action('1', { title: 'A leadership programme for wards' }),
          action('2', { title: 'Rota' }),
          action('1', { plan: 'other', title: 'Another leadership programme' }),
          action('2', { plan: 'other', title: 'A moral compass' }),
        ],
      }),
      vocabulary: words,
    };
    const by = createSearch(library, VOCABULARY);
    const ids = (found: Found) => found.items.map((hit) => hit.found.id);
    const within = (id: string) => ({
      locale: 'en' as const,
      among: (item: Item) => item.plan === id,
    });

    expect(ids(by.find('compass', within('demo')))).toEqual(['demo/action-1']);
    expect(by.find('compass', within('demo')).notes).toEqual([
      { kind: 'vocabulary', typed: 'compass', read: 'leadership programme' },
    ]);
    expect(ids(by.find('compass', within('other')))).toEqual(['other/action-2']);
    expect(new Set(ids(find('compass', 'en', by)))).toEqual(new Set(['demo/action-1', 'other/action-2']));
    expect(ids(find('cwmpawd', 'cy', by))).toEqual(['demo/action-1']);
  });
});
