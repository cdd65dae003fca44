import { fold, unmutated } from '../language/fold.ts';
import { isContentWord } from '../search/stop-words.ts';
import { aspectOf } from './aspects.ts';
import { datesOf } from './filters.ts';
import { has, wordsLeft, type Reading } from './reading.ts';

/** Words that say how somebody asks, and never what about; folded. */
const CHATTER = new Set(
  `ever actually finally eventually happened happen happens happening ended end times time often date dates deadline
  anyone anybody someone doing done thing stuff delay delays sort fix start starts started begin begins
  moved move moving put pushed postponed shifted so slow again yet moment symud symudwyd gohirio ohirio araf eto nawr rwan perthyn think guess reckon presumably neu beidio debyg
  bit efo hefo gwaith weithiau tro dyddiad ddyddiad dyddiadau erioed bellach sortio trwsio rhywun rhywbeth neud hyd digwydd
  ddigwydd diwedd arni arno hi fo lot oedi dechrau ddechrau di
  told telling heard went go goes comes behind meant supposed tu ol fu ddaeth daeth aeth aethon myn fod since last ers dwetha dweud deud deuda dweda`.split(
    /\s+/u,
  ),
);

/** Free words without those of asking; themselves where there are no others. */
export function withoutChatter(words: string): string {
  const kept = words.split(' ').filter((word) => !CHATTER.has(word.toLowerCase()));
  return kept.length > 0 ? kept.join(' ') : words;
}

/** What a question about one aspect is about: its words without those that ask. Empty where there are no others. */
export function topicOf(reading: Reading): string {
  return contentLeft(
    reading,
    datesOf(reading, 'back').flatMap(({ at }) => at),
  );
}

/** The words left, chatter apart; empty where none of them could name anything. */
export function contentLeft(reading: Reading, also: readonly number[] = []): string {
  const chatter = reading.words.flatMap((word, at) => (CHATTER.has(word) ? [at] : []));
  const words = wordsLeft(reading, [...chatter, ...also]);
  return words.split(' ').some(isNaming) ? words : '';
}
/** Whether a word may say what is asked about: no chatter, and no word of asking. */
export function isNaming(word: string): boolean {
  const folded = fold(word);
  return !CHATTER.has(folded) && [folded, ...unmutated(folded)].every(isContentWord);
}

/** What becomes of a thing, and is never a thing's own name. */
const ENDED = ['cancelled', 'on-hold', 'carried-forward'] as const;
/** One aspect is asked for in so many words: a standing alone ("open posts") may be of the topic's own. */
export function isAspectAsked(reading: Reading): boolean {
  const aspect = aspectOf(reading);
  if (aspect === undefined || aspect === 'overview') return false;
  return aspect !== 'status' || has(reading, 'status', 'going', 'updated', ...ENDED);
}
