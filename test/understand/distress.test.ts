import { describe, expect, it } from '@jest/globals';
import { createDistressReader } from '../../src/understand/distress.ts';
import { DISTRESS } from '../doubles/understand.ts';

const { shows, hides } = DISTRESS;
const distressIn = createDistressReader(DISTRESS);

describe.each(['en', 'cy'] as const)('words of distress in %s', (locale) => {
  it('has at least a hundred and twenty sentences that show distress, and a hundred that do not', () => {
    expect(shows[locale].length).toBeGreaterThanOrEqual(120);
    expect(hides[locale].length).toBeGreaterThanOrEqual(100);
  });

  it('recognises them within a longer message', () => {
    const around = (sentence: string) => `Who leads action 4.2? Thanks. ${sentence}\nAnd what is overdue?`;
    expect(shows[locale].filter((sentence) => distressIn(around(sentence)) === undefined)).toEqual([]);
  });

  it('recognises every sentence that shows distress', () => {
    expect(shows[locale].filter((sentence) => distressIn(sentence) === undefined)).toEqual([]);
  });

  it('takes no ordinary sentence for distress', () => {
    expect(hides[locale].filter((sentence) => distressIn(sentence) !== undefined)).toEqual([]);
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
