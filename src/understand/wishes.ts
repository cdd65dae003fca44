import { STANDING_CONCEPTS, type Concept } from './concepts.ts';
import { localesOf } from './digests.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, namedPlans, wordsLeft, type Reading } from './reading.ts';

/** "speak Welsh", "Cymraeg os gwelwch yn dda", "and in Welsh?", "y ddwy iaith". */
export const language: Recogniser = (reading) => {
  if (isOnlyEnglish(reading))
    return query({ kind: 'set-language', locales: ['en'], again: isAgain(reading) });
  if (
    !has(reading, 'in-welsh', 'in-english', 'in-both') ||
    reading.plans.length > 0 ||
    reading.references.length > 0
  )
    return undefined;
  const locales = localesOf(reading);
  if (
    locales === undefined ||
    has(
      reading,
      'digest',
      'subscribe',
      'has-welsh',
      'no-welsh',
      'plan',
      'plans',
      'action',
      'recommendation',
      'call',
      'item',
    )
  )
    return undefined;
  if (!hasNothingElse(reading)) return undefined;
  return query({ kind: 'set-language', locales, again: isAgain(reading) });
};
/** "English only for me", "Saesneg yn unig o hyn ymlaen": a wish, where nothing is asked to be listed. */
function isOnlyEnglish(reading: Reading): boolean {
  const only = reading.heard.find(({ concept }) => concept === 'no-welsh')?.at ?? [];
  if (!only.some((place) => /^(?:english|saesneg)$/u.test(reading.words[place] ?? ''))) return false;
  if (reading.plans.length > 0 || reading.references.length > 0) return false;
  if (
    has(
      reading,
      'action',
      'recommendation',
      'call',
      'item',
      'which',
      'what',
      'show',
      'how-many',
      'everything',
      'digest',
    )
  )
    return false;
  return hasNothingElse(reading, only);
}
function hasNothingElse(reading: Reading, also: readonly number[] = []): boolean {
  const spoken = reading.heard.filter(({ concept }) => WISHING.has(concept)).flatMap(({ at }) => at);
  const left = wordsLeft(reading, [...spoken, ...also]);
  return reading.words.length <= 14 && left.split(' ').every((word) => ON_THE_WAY.test(word));
}
const WISHING: ReadonlySet<Concept> = new Set<Concept>(['speak', 'send', 'use-plan']);

/** "back to English", "yn ôl i’r Saesneg", "can we go back to Welsh pls". */
const ON_THE_WAY =
  /^(?:|back|return|just|only|stick|keep|jyst|cadwch|cadw|unig|revert|again|pls|ôl|nôl|ol|nol|eto|plis|plîs|mynd|dychwelyd|troi)$/iu;

/** After an answer "in Welsh?" wants it again; "from now on" is only a wish. */
function isAgain(reading: Reading): boolean {
  return (
    reading.hearing.memory.last !== undefined &&
    !reading.words.some((word) => ['always', 'amser', 'default', 'preference'].includes(word))
  );
}

/** "stop using agency staff" is of no plan. */
function isNothingElse(reading: Reading): boolean {
  const asked = reading.heard.filter(({ concept }) => WISHED.has(concept)).flatMap(({ at }) => at);
  return reading.plans.length > 0 || has(reading, 'default', 'plan') || wordsLeft(reading, asked) === '';
}
const WISHED: ReadonlySet<Concept> = new Set<Concept>(['forget-plan', 'default', 'use-plan', 'stop']);

/** "use the Scottish plan here", "anghofiwch y cynllun diofyn", "use all plans". */
export const defaultPlan: Recogniser = (reading) => {
  if (has(reading, 'digest', 'subscribe', 'in-english', 'in-both') || isOfAnItem(reading)) return undefined;
  if (has(reading, 'forget-plan') && isNothingElse(reading)) return query({ kind: 'set-default-plan' });
  const wish = has(reading, 'use-plan') && wordsLeft(reading, useWords(reading)) === '';
  if (!wish || has(reading, 'action', 'recommendation', 'how-many', 'which', 'what', 'status', 'going'))
    return undefined;
  if (has(reading, 'all-plans')) return query({ kind: 'set-default-plan' });
  const [plan, ...others] = namedPlans(reading);
  return plan === undefined || others.length > 0 ? undefined : query({ kind: 'set-default-plan', plan });
};
/** "set Elmside 2.2 to complete" is no wish for a plan: a number or a standing is of an item. */
function isOfAnItem(reading: Reading): boolean {
  return reading.references.length > 0 || has(reading, ...STANDING_CONCEPTS);
}
function useWords(reading: Reading): readonly number[] {
  return reading.heard
    .filter(
      ({ concept }) =>
        concept === 'use-plan' || concept === 'default' || concept === 'speak' || concept === 'send',
    )
    .flatMap(({ at }) => at);
}
