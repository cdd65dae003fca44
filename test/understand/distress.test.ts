import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { packageRoot } from '../../src/start/machine.ts';
import { tokensOf } from '../../src/understand/tokens.ts';
import { DISTRESS, distressIn } from '../doubles/understand.ts';

interface Labelled {
  readonly text: string;
  readonly label: 'distress' | 'ordinary';
  readonly severity?: 'low' | 'high' | 'now';
  readonly language: 'en' | 'cy';
}

const MESSAGES = join(packageRoot(), 'bench', 'distress');
const reviewed = readdirSync(MESSAGES)
  .filter((name) => name.endsWith('.yaml') && !name.startsWith('patterns'))
  .flatMap((name) => parse(readFileSync(join(MESSAGES, name), 'utf8')) as readonly Labelled[]);

interface Golden {
  readonly ask: string;
  readonly set: 'distress' | 'ordinary';
  readonly severity?: 'low' | 'high' | 'now';
}
const goldenIn = (locale: string): readonly Golden[] => {
  const file = join(packageRoot(), 'test', 'golden', `distress.${locale}.yaml`);
  return (parse(readFileSync(file, 'utf8')) as { questions: readonly Golden[] }).questions;
};

describe.each(['en', 'cy'] as const)('messages of distress in %s', (locale) => {
  const shown = reviewed.filter(({ label, language }) => label === 'distress' && language === locale);
  const ordinary = reviewed.filter(({ label, language }) => label === 'ordinary' && language === locale);

  it('has hundreds of reviewed messages of each kind', () => {
    expect(shown.length).toBeGreaterThanOrEqual(500);
    expect(ordinary.length).toBeGreaterThanOrEqual(500);
  });

  it('recognises every reviewed message that shows distress', () => {
    expect(shown.filter(({ text }) => distressIn(text) === undefined)).toEqual([]);
  });

  it('takes next to no reviewed ordinary message for distress', () => {
    const mistaken = ordinary.filter(({ text }) => distressIn(text) !== undefined);
    expect(mistaken.length / ordinary.length).toBeLessThanOrEqual(0.01);
  });

  it('recognises them among work questions', () => {
    const around = (text: string) =>
      `Who leads action 4.2? Thanks for that. ${text}\nAnd what is overdue in theme 3 this month?`;
    const missed = shown.filter(({ text }) => distressIn(around(text)) === undefined);
    expect(missed.length / shown.length).toBeLessThanOrEqual(0.01);
  });

  it('names 999 first, or human help at once, where danger is now', () => {
    const now = shown.filter(({ severity }) => severity === 'now');
    const graver = now.filter(({ text }) => distressIn(text)?.severity === 'immediate');
    expect(graver.length / now.length).toBeGreaterThanOrEqual(0.97);
  });

  it('keeps its word on messages that it was never fitted from', () => {
    const golden = goldenIn(locale);
    const distressed = golden.filter(({ set }) => set === 'distress');
    const missed = distressed.filter(({ ask }) => distressIn(ask) === undefined);
    const mistaken = golden.filter(({ ask, set }) => set === 'ordinary' && distressIn(ask) !== undefined);
    expect(missed.length / distressed.length).toBeLessThanOrEqual(0.1);
    expect(mistaken.length / (golden.length - distressed.length)).toBeLessThanOrEqual(0.05);
  });
});

describe('how grave it is and of whom', () => {
  it.each([
    ["I'm going to kill myself tonight", { severity: 'immediate', about: 'self' }],
    ["I've taken an overdose", { severity: 'immediate', about: 'self' }],
    ['took an overdose last night', { severity: 'immediate', about: 'self' }],
    ['wedi cymryd gorddos', { severity: 'immediate', about: 'self' }],
    ["mae un o'n staff ni wedi cymryd gorddos", { severity: 'immediate', about: 'other' }],
    ["i'm completely burnt out", { severity: 'low', about: 'self' }],
    ['dwi wedi llosgi allan yn llwyr', { severity: 'low', about: 'self' }],
    ['I feel suicidal', { severity: 'high', about: 'self' }],
    ["I can't cope any more", { severity: 'low', about: 'self' }],
    ['My colleague is suicidal', { severity: 'high', about: 'other' }],
    ["Dw i'n mynd i ladd fy hun", { severity: 'immediate', about: 'self' }],
    ['dwi’m isio byw', { severity: 'high', about: 'self' }],
    ['sa’i moyn bod ’ma', { severity: 'high', about: 'self' }],
    ['fedra i’m cario ’mlaen', { severity: 'high', about: 'self' }],
    ['wi moyn lladd ’yn hunan', { severity: 'high', about: 'self' }],
    ['mae fy ffrind am ladd ei hun', { severity: 'high', about: 'other' }],
    ['mae fy nghydweithwraig mewn lle drwg iawn', { severity: 'low', about: 'other' }],
    ['My colleague is really struggling', { severity: 'low', about: 'other' }],
    ['Dw i ddim eisiau byw', { severity: 'high', about: 'self' }],
    ["Dw i'n methu ymdopi rhagor", { severity: 'low', about: 'self' }],
    ['Mae fy ffrind eisiau lladd ei hun', { severity: 'high', about: 'other' }],
    ['my friend has taken pills', { severity: 'immediate', about: 'other' }],
    ["I'm on the bridge now", { severity: 'immediate', about: 'self' }],
    ['I am going to do it tonight', { severity: 'immediate', about: 'self' }],
    ['one of my nurses has cut herself what do i do', { severity: 'immediate', about: 'other' }],
    ['my mate wants to end it all', { severity: 'high', about: 'other' }],
    ['my mum says she has nothing to live for', { severity: 'high', about: 'other' }],
    ['my colleague is suicidal and I want to die', { severity: 'high', about: 'self' }],
    ['feeling suicidal', { severity: 'high', about: 'self' }],
    ["mae'n teimlo'n hunanladdol", { severity: 'high', about: 'other' }],
    ['mae fy ffrind yn son am ddiweddu ei bywyd', { severity: 'high', about: 'other' }],
    ['mae hi wedi cymryd tabledi', { severity: 'immediate', about: 'other' }],
    ['dw i ar y bont nawr', { severity: 'immediate', about: 'self' }],
    ["dw i'n mynd i wneud e heno", { severity: 'immediate', about: 'self' }],
    ['dwedodd fy nghydweithiwr ei fod e moyn marw', { severity: 'high', about: 'other' }],
  ])('reads %j', (sentence, expected) => {
    expect(distressIn(sentence)).toEqual(expected);
  });
});

describe('what people ask of a plan in their own name', () => {
  it.each([
    'will I get somebody to look after me in my first year as a nurse?',
    'do I get looked after once I have qualified',
    'me again, sorry. can you send me something each Friday morning?',
    "what time does my summary come? I don't remember what I chose",
    'I look after my daughter and I am on the carers’ panel. Does it say they must listen to families like ours before they plan anything?',
    'Do the nurses carry tablet computers when they visit? A neighbour told me that had stopped. Why?',
    "I can't find the one about housing, can you help",
    "I can't tell who leads it",
    "ydi'r timau i gyd yn defnyddio'r offeryn staffio? os na, pam",
    "ga i rywun i edrych ar f'ôl i yn fy mlwyddyn gyntaf fel nyrs?",
    'sori, fi eto. allet ti yrru rhywbeth ata i bob bore Gwener?',
    "pryd mae fy nghrynodeb yn dod? dwi'm yn cofio be ddewisais i",
    "dwi'n gofalu am fy merch ac ar banel y cleifion. Oes rhywbeth yn dweud y dylen nhw wrando arnon ni cyn cynllunio?",
    'dw i methu dod o hyd i’r un am dai, elli di helpu',
    "mae'n mab i'n dechrau fel nyrs, pwy fydd yn cadw golwg arno yn y flwyddyn gyntaf?",
  ])('reads no distress in %j', (text) => {
    expect(distressIn(text)).toBeUndefined();
  });
});

describe('what a message of distress is among', () => {
  it.each([
    'Which actions are late? I want to die.',
    `${'What is overdue in theme 2? Who leads it? '.repeat(90)} I want to kill myself.`,
    `I want to kill myself ${'and who leads the action on wards and when is it due '.repeat(12)}`,
    `${'Pwy sy’n arwain cam 2? '.repeat(200)} dwi isio marw`,
  ])('finds it wherever it stands', (text) => {
    expect(distressIn(text)).toMatchObject({ about: 'self' });
  });

  it.each(['', '   ', '????', '1.2', 'a'.repeat(100_000), 'Who leads action 4.2? '.repeat(4_000)])(
    'stays calm about what says nothing of the kind',
    (text) => {
      expect(distressIn(text)).toBeUndefined();
    },
  );

  it('has words as they are compared', () => {
    const phrases = Object.values(DISTRESS.ideas).flatMap(({ en, cy }) => [...en, ...cy]);
    const compared = (phrase: string) =>
      tokensOf(phrase)
        .map(({ word }) => word)
        .join(' ');
    expect(phrases.filter((phrase) => compared(phrase) !== phrase)).toEqual([]);
  });

  it('has rules that name known ideas only', () => {
    const named = DISTRESS.rules.flatMap(({ ideas, unless }) => [...ideas, ...(unless ?? [])]);
    expect(named.filter((idea) => DISTRESS.ideas[idea] === undefined)).toEqual([]);
  });
});
