import { describe, expect, it } from '@jest/globals';
import { act } from '../../src/bot/act.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { type Memory, NO_MEMORY } from '../../src/domain/conversation.ts';
import type { IsoDate } from '../../src/domain/dates.ts';
import type { Locale, PlanId } from '../../src/domain/model.ts';
import type { Library } from '../../src/knowledge/library.ts';
import type { Vocabulary } from '../../src/knowledge/vocabulary.ts';
import { createSearch, type Search } from '../../src/search/search.ts';
import { action, callToAction, fact, libraryOf, plan, recommendation, update } from '../builders.ts';
import { understand } from '../doubles/understand.ts';

const library = libraryOf({
  plans: [plan({ id: 'parks', title: { en: 'Harbour parks plan', cy: 'Cynllun parciau’r harbwr' } })],
  items: [
    action('1', {
      plan: 'parks',
      title: { en: 'Saturday gate rota', cy: 'Rota giât dydd Sadwrn' },
      due: '2026-01-31',
    }),
    action('2', {
      plan: 'parks',
      title: { en: 'Gardener apprenticeships', cy: 'Prentisiaethau garddio' },
      due: '2026-02-28',
      dueWas: ['2025-06-30'],
    }),
    action('3', {
      plan: 'parks',
      title: { en: 'Tree surgeon pay', cy: 'Cyflog meddygon coed' },
      due: '2027-12-31',
    }),
    recommendation('R1', {
      plan: 'parks',
      title: { en: 'Open the depot', cy: 'Agor y depo' },
      response: 'rejected',
    }),
  ],
  updates: [
    update('action-1', { stage: 'in_progress', rating: 'off_track' }, { plan: 'parks', asAt: '2026-03-31' }),
    update('action-3', { stage: 'in_progress', rating: 'at_risk' }, { plan: 'parks', asAt: '2026-03-31' }),
  ],
});
const vocabulary: Vocabulary = { entries: [] };
const search = createSearch(library, vocabulary);
const today = '2026-11-21' as IsoDate;

function answerTo(
  text: string,
  locale: Locale = 'en',
  memory: Memory = NO_MEMORY,
  held: { library: Library; search: Search } = { library, search },
): Answer {
  const [query] = understand({ text, memory, fallback: locale, today, library: held.library }).queries;
  const context = {
    ...held,
    today,
    locale,
    memory,
    nation: 'wales',
    helplines: [],
  } as const;
  return act(query, context).answer;
}
const refsOf = ({ items }: Answer) => items.map((id) => id.split('/')[1]);
const wordsOf = ({ headline, blocks }: Answer) => JSON.stringify([headline, blocks]);

describe('words beside a filter', () => {
  it('narrow the list where they find something in it', () => {
    expect(refsOf(answerTo('which overdue actions are about apprenticeships'))).toEqual(['action-2']);
    expect(refsOf(answerTo('pa gamau hwyr sy’n ymwneud â phrentisiaethau', 'cy'))).toEqual(['action-2']);
  });

  it('are said to be set aside where they find nothing and the list is of the plans whatever they mean', () => {
    const english = answerTo('overdue actions for our zeppelins please');
    const welsh = answerTo('camau hwyr i’r seppelinau', 'cy');

    expect([english.kind, refsOf(english)]).toEqual(['items', ['action-1', 'action-2']]);
    expect(wordsOf(english)).toContain(
      'Nothing here was found for “zeppelins”, so the answer leaves that aside.',
    );
    expect([welsh.kind, refsOf(welsh)]).toEqual(['items', ['action-1', 'action-2']]);
    expect(wordsOf(welsh)).toContain('Ni chafwyd hyd i ddim yma ar gyfer “seppelinau”');
  });

  it.each<[string, Locale]>([
    ['which overdue actions mention zeppelins', 'en'],
    ['which actions on zeppelins are at risk', 'en'],
    ['overdue actions of the Head of Zeppelins', 'en'],
    ['which clubs are at risk of relegation', 'en'],
    ['show me red dresses under fifty quid', 'en'],
    ['how many clubs are at risk of relegation', 'en'],
    ['what changed in the new iphone', 'en'],
    ['has anything changed on the M4 since this morning', 'en'],
    ['what is due on netflix in december', 'en'],
    ['camau hwyr am seppelinau', 'cy'],
    ['pa gamau am seppelinau sydd mewn perygl', 'cy'],
    ['camau hwyr y Pennaeth Seppelinau', 'cy'],
    ['pa glybiau sydd mewn perygl o ddisgyn', 'cy'],
    ['diwrnod y biniau gwyrdd yn Rhuthun', 'cy'],
    ['be sy di newid yn yr iphone newydd', 'cy'],
    ['be sy di newid ar yr A470 ers ddoe', 'cy'],
  ])('are never left aside where they say what it is about: %j', (text, locale) => {
    const answer = answerTo(text, locale);

    expect(['not-found', 'out-of-scope']).toContain(answer.kind);
    expect(answer.items).toEqual([]);
  });

  it.each<[string, Locale]>([
    ['what changed on the gate rota since january', 'en'],
    ['beth newidiodd ar y rota giât ers mis Ionawr', 'cy'],
  ])('narrow what changed: %j', (text, locale) => {
    expect(answerTo(text, locale)).toMatchObject({ kind: 'changes', items: ['parks/action-1'] });
  });

  it('find nothing, and say so, where nothing else was asked for', () => {
    const count = answerTo('how many actions are about zeppelins');

    expect(count).toMatchObject({ kind: 'count', items: [] });
    expect(wordsOf(count)).toContain('Nothing here was found for “zeppelins”.');
    expect(['not-found', 'out-of-scope']).toContain(answerTo('which actions are about zeppelins').kind);
  });
});

describe('what an answer says of dates and standings', () => {
  it.each<[string, Locale, string]>([
    ["what's due after march 2027", 'en', 'Due from 1 April 2027 on: 1 item.'],
    ["beth sydd i'w gwblhau ar ôl mis Mawrth 2027", 'cy', 'I’w cwblhau o 1 Ebrill 2027 ymlaen: 1 eitem.'],
    ['what is due today', 'en', 'Nothing held here is due on 21 November 2026.'],
    ['beth sydd i’w gwblhau heddiw', 'cy', 'Nid oes dim byd yma i’w gwblhau ar 21 Tachwedd 2026.'],
  ])('%j', (text, locale, headline) => {
    expect(answerTo(text, locale).headline).toBe(headline);
  });

  it('says how far “this month” has come', () => {
    expect(answerTo('what changed this month').headline).toContain(
      'From 1 November 2026 to 21 November 2026',
    );
    expect(answerTo('beth newidiodd y mis hwn', 'cy').headline).toContain(
      'O 1 Tachwedd 2026 hyd 21 Tachwedd 2026',
    );
  });

  it('says the earlier due dates beside the one that holds', () => {
    expect(wordsOf(answerTo('when was action 2 originally due'))).toContain('30 June 2025');
    expect(wordsOf(answerTo('pryd oedd cam 2 i fod i orffen', 'cy'))).toContain('30 Mehefin 2025');
  });

  it('says how “not on track” is read', () => {
    const answer = answerTo('which actions are not on track');

    expect(refsOf(answer)).toEqual(['action-1', 'action-3']);
    expect(wordsOf(answer)).toContain('is read as: at risk, off track, or past the delivery date');
  });

  it('shows the response of what was picked by it', () => {
    expect(wordsOf(answerTo('which recommendations were rejected'))).toContain('Rejected');
    expect(wordsOf(answerTo('pa argymhellion a wrthodwyd?', 'cy'))).toContain('Gwrthodwyd');
  });

  it('gives the status of the one thing named, whatever standing was asked about', () => {
    const answer = answerTo('is the saturday gate rota on track?');

    expect([answer.kind, refsOf(answer)]).toEqual(['status', ['action-1']]);
    expect(answer.headline).toContain('off track');
  });

  it('tells how it stood on the day written out', () => {
    const answer = answerTo('what was the status of the saturday gate rota on 1 april 2026?');

    expect([answer.kind, refsOf(answer)]).toEqual(['history', ['action-1']]);
    expect(answer.headline).toContain('1 April 2026');
  });

  it.each<[string, Locale]>([
    ['mark action 2 as completed', 'en'],
    ['nodwch fod cam 2 wedi’i gwblhau', 'cy'],
  ])('refuses to record progress: %j', (text, locale) => {
    expect(answerTo(text, locale)).toMatchObject({ kind: 'refused', items: [] });
  });
});

describe('a number that one plan prints bare and another with a letter', () => {
  const both = libraryOf({
    plans: [plan({ id: 'schools', title: 'Schools plan' }), plan({ id: 'ferries', title: 'Ferries plan' })],
    items: [
      action('A3', { plan: 'schools' }),
      action('A1.1', { plan: 'schools' }),
      callToAction('C1', { plan: 'schools' }),
      action('3', { plan: 'ferries' }),
      callToAction('1', { plan: 'ferries' }),
    ],
  });
  const held = { library: both, search: createSearch(both, vocabulary) };
  const idsFor = (text: string, memory: Memory = NO_MEMORY) => answerTo(text, 'en', memory, held).items;

  it.each([
    ['why is A3 red', 'schools/action-A3'],
    ['action 3', 'ferries/action-3'],
    ['pwy sy’n arwain A3', 'schools/action-A3'],
    ['call to action c1', 'schools/call-to-action-C1'],
    ['galwad i weithredu 1', 'ferries/call-to-action-1'],
    ['a 1.1', 'schools/action-A1.1'],
    ['A-1.1', 'schools/action-A1.1'],
  ])('is of the plan that prints it as it was typed: %j', (text, id) => {
    expect(idsFor(text)).toEqual([id]);
  });

  it('is of the plan that the talk is about', () => {
    const talkOf = (id: string): Memory => ({ ...NO_MEMORY, plan: id as PlanId });

    expect(idsFor('what does action 3 say', talkOf('schools'))).toEqual(['schools/action-A3']);
    expect(idsFor('beth am gam 3', talkOf('ferries'))).toEqual(['ferries/action-3']);
    expect(idsFor('who leads A3', talkOf('ferries'))).toEqual(['schools/action-A3']);
  });
});

describe('a fact', () => {
  const harbour = libraryOf({
    plans: [plan({ id: 'parks', title: { en: 'Harbour parks plan', cy: 'Cynllun parciau’r harbwr' } })],
    items: [action('1', { plan: 'parks', title: { en: 'Saturday gate rota', cy: 'Rota giât dydd Sadwrn' } })],
    facts: [
      fact('funding', {
        en: 'The ferry company gave £3m to the parks.',
        cy: 'Rhoddodd y cwmni fferi £3m i’r parciau.',
      }),
      fact('governance', {
        en: 'The Harbour Board, chaired by Ifor Rees, oversees the plan.',
        cy: 'Bwrdd yr Harbwr, dan gadeiryddiaeth Ifor Rees, sy’n goruchwylio’r cynllun.',
      }),
    ].map((each) => ({ ...each, plan: 'parks' as PlanId })),
  });
  const held = { library: harbour, search: createSearch(harbour, vocabulary) };
  const kindOf = (text: string, locale: Locale) => answerTo(text, locale, NO_MEMORY, held).kind;

  it.each<[string, Locale]>([
    ['how much money is there', 'en'],
    ['how much money did the ferry company give', 'en'],
    ['how much money went into the plan', 'en'],
    ['who chairs the harbour board', 'en'],
    ['faint o arian sydd', 'cy'],
    ['faint o arian roddodd y cwmni fferi', 'cy'],
    ['pwy sy’n cadeirio bwrdd yr harbwr', 'cy'],
  ])('answers where it speaks of what is asked: %j', (text, locale) => {
    expect(kindOf(text, locale)).toBe('fact');
  });

  it.each<[string, Locale]>([
    ['how much does a stamp cost', 'en'],
    ['what is the budget of Swansea Bay', 'en'],
    ['who chairs the rugby union', 'en'],
    ['who is the chief executive of Glan Clwyd', 'en'],
    ['when was the Beano published', 'en'],
    ['faint mae stamp yn gostio', 'cy'],
    ['beth yw cyllideb Bae Abertawe', 'cy'],
    ['pwy sy’n cadeirio’r undeb rygbi', 'cy'],
    ['pryd gyhoeddwyd y Beano', 'cy'],
  ])('never answers what is asked of something else: %j', (text, locale) => {
    expect(['not-found', 'out-of-scope']).toContain(kindOf(text, locale));
  });
});

describe('a place or a person that no plan knows', () => {
  it.each<[string, Locale]>([
    ['gardener apprenticeships in Wrexham', 'en'],
    ['gardener apprenticeships in llanelli', 'en'],
    ['the saturday gate rota that Gwenllian wrote', 'en'],
    ['prentisiaethau garddio yn Wrecsam', 'cy'],
    ['rota giât dydd Sadwrn Llandeilo', 'cy'],
  ])('is not answered by what has the other words: %j', (text, locale) => {
    const answer = answerTo(text, locale);

    expect(['not-found', 'out-of-scope']).toContain(answer.kind);
    expect(answer.items).toEqual([]);
  });

  it.each<[string, Locale]>([
    ['Gardener Apprenticeships', 'en'],
    ['What Is The Saturday Gate Rota', 'en'],
    ['tell me of Gardener apprentiships', 'en'],
    ['Prentisiaethau Garddio', 'cy'],
  ])('is no title and no slip: %j', (text, locale) => {
    expect(answerTo(text, locale).items).not.toEqual([]);
  });
});
