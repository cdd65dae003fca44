import { describe, expect, it } from '@jest/globals';
import { createDistressReader } from '../../src/understand/distress.ts';
import { DISTRESS } from '../doubles/understand.ts';

const { shows, hides } = DISTRESS;
const distressIn = createDistressReader(DISTRESS);

describe.each(['en', 'cy'] as const)('words of distress in %s', (locale) => {
  it('has at least forty sentences that show distress and forty that do not', () => {
    expect(shows[locale].length).toBeGreaterThanOrEqual(40);
    expect(hides[locale].length).toBeGreaterThanOrEqual(40);
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
    ['I feel suicidal', { severity: 'high', about: 'self' }],
    ["I can't cope any more", { severity: 'low', about: 'self' }],
    ['My colleague is suicidal', { severity: 'high', about: 'other' }],
    ["Dw i'n mynd i ladd fy hun", { severity: 'immediate', about: 'self' }],
    ['Dw i ddim eisiau byw', { severity: 'high', about: 'self' }],
    ["Dw i'n methu ymdopi rhagor", { severity: 'low', about: 'self' }],
    ['Mae fy ffrind eisiau lladd ei hun', { severity: 'high', about: 'other' }],
  ])('reads %j', (sentence, expected) => {
    expect(distressIn(sentence)).toEqual(expected);
  });
});
