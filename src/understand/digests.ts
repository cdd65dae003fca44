import type { SubscriptionWish } from '../domain/intent.ts';
import type { Locale } from '../domain/model.ts';
import { changeOf } from './digest-changes.ts';
import { scheduleOf } from './digest-times.ts';
import { filterOf } from './filters.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, namedPlans, wordsLeft, type Reading } from './reading.ts';
import { plansTalkedOf } from './scopes.ts';

/** "send us a digest every Monday at 9", "pa grynodebau", "dangoswch y crynodeb", "change the digest to Friday". */
export const digest: Recogniser = (reading) => {
  if (isLabelNamed(reading)) return undefined;
  if (isHowTo(reading)) return query({ kind: 'help', about: 'digest' });
  const change = changeOf(reading, hasSchedule(reading), localesOf(reading) !== undefined);
  if (change && !namesStopping(reading)) {
    const { verb, until } = change;
    return query({ kind: 'subscribe', wish: { ...wishOf(reading, verb), ...(until && { until }) } });
  }
  if (isStop(reading) || isToldToStop(reading)) return query({ kind: 'unsubscribe' });
  const verb = verbOf(reading);
  if (verb === undefined) return undefined;
  return query({ kind: 'subscribe', wish: wishOf(reading, verb) });
};

/** 'label "Paused"': the publisher's word for a standing, and no wish to pause. */
function isLabelNamed(reading: Reading): boolean {
  const named = reading.heard.filter(({ concept }) => concept === 'labelled').map(({ at }) => at.at(-1));
  return reading.heard.some(({ concept, at }) => concept === 'on-hold' && named.includes((at[0] ?? 0) - 1));
}

/** "how do I subscribe", "sut mae tanysgrifio". */
function isHowTo(reading: Reading): boolean {
  if (asksWhatItIs(reading)) return true;
  const asks = has(reading, 'how') && !has(reading, 'how-many', 'preview', 'list-digests', 'going');
  return asks && has(reading, 'subscribe', 'unsubscribe', 'digest') && !hasSchedule(reading);
}

/** "help with digests", "what is a digest?", "beth yw crynodeb wythnosol?", not "what is in the digest". */
function asksWhatItIs(reading: Reading): boolean {
  if (!has(reading, 'digest', 'subscribe') || reading.plans.length > 0 || hasSchedule(reading)) return false;
  const text = reading.words.join(' ');
  return (
    /\b(?:help|[cg]h?ymorth|help[ui]) (?:\w+ )?(?:with|about|gyda|efo|ar|am|on)\b/u.test(text) ||
    /^(?:what (?:is|are) (?:an? )?|(?:beth|be) (?:yw|ydi|ydy) )(?:weekly |daily )?\w+(?: wythnosol| dyddiol)?$/u.test(
      text,
    )
  );
}

/** "stop the digest, do not pause it" is a stop. */
function namesStopping(reading: Reading): boolean {
  return reading.words.some((word) => /^(?:stop|cancel|unsubscribe|stopi(?:o|wch)|canslo)$/u.test(word));
}

function isStop(reading: Reading): boolean {
  const named = has(reading, 'digest', 'subscribe');
  const phrase = reading.heard.some(
    ({ concept, at }) => concept === 'unsubscribe' && (at.length > 1 || reading.words.length <= 3),
  );
  const topical =
    has(reading, 'default', 'forget-plan', 'action', 'recommendation', 'use-plan', 'plan') && !named;
  if (topical) return false;
  if (phrase || namesUnsubscribing(reading) || stopsAll(reading)) return true;
  return named && has(reading, 'stop') && !hasSchedule(reading) && !has(reading, 'show', 'list-digests');
}
/** "cancel the lot", "canslwch y cyfan": the wish and nothing else. */
function stopsAll(reading: Reading): boolean {
  const told = has(reading, 'everything', 'it') && TOLD_TO_STOP.test(reading.words.join(' '));
  const stops = reading.heard.filter(({ concept }) => concept === 'stop').flatMap(({ at }) => at);
  return told && reading.words.length <= 6 && wordsLeft(reading, stops) === '';
}
function namesUnsubscribing(reading: Reading): boolean {
  return reading.heard.some(
    ({ concept, at }) =>
      concept === 'unsubscribe' &&
      at.some((place) => /subscri|unsub|danysgrif|tanysgrif/u.test(reading.words[place] ?? '')),
  );
}

/** "stop all the weekly updates": the wish opens with it, whatever else is named beside the digest. */
function isToldToStop(reading: Reading): boolean {
  const named = has(reading, 'digest', 'subscribe', 'list-digests');
  return named && TOLD_TO_STOP.test(reading.words.join(' ')) && reading.references.length === 0;
}
const TOLD_TO_STOP =
  /^(?:(?:please|plis|can|could|you|i|we|want|need|to|would|like|just|dw|eisiau|isio|allwch|wnewch|chi|di|hoffwn) )*(?:stop|cancel|end|unsubscribe|stopi\w*|cansl\w+)\b/u;

/** "show me a preview of it" after talk of a digest: nothing else is named that could be previewed. */
function isPreviewOfIt(reading: Reading): boolean {
  if (reading.hearing.memory.aboutDigest !== true || reading.words.length > 8) return false;
  const named = reading.words.some((word) => /^(?:preview|sample|rh?agolwg|sampl)$/u.test(word));
  return named && reading.references.length === 0 && reading.plans.length === 0 && !hasSchedule(reading);
}

/** "weekly digest please", "a digest of overdue actions": wished for without a word of sending. */
function isWishedFor(reading: Reading): boolean {
  const text = reading.words.join(' ');
  if (DIGEST_THAT_IS.test(text) || has(reading, 'show', 'preview', 'stop')) return false;
  const regular = wantsPost(reading) || RARER.test(text);
  return (
    (regular && reading.words.length <= 5) ||
    /^(?:an? )?(?:\w+ly )?digests? (?:of|about|on|for)\b/u.test(text)
  );
}
/** "the digest", "our weekly digest", "y crynodeb hwn": one that there is already. */
const DIGEST_THAT_IS =
  /\b(?:the|my|our|this|yr?|fy|ein) (?:\w+ )?(?:digests?|[cg]h?rynodebau?|grynodebau?)\b|\bhwn\b/u;
/** Less often than every week. */
const RARER =
  /\b(?:every (?:other|second|third|fourth|(?:two|three|four|2|3|4) weeks?|month|quarter)|fortnight\w*|bi-?weekly|monthly|quarterly|(?:once|twice) a (?:month|year|quarter)|each month|bob yn ail|phob yn ail|[pb]h?ythefnos\w*|bob mis|f?misol|chwarterol|bob chwarter|of (?:the|each|every) month)\b/u;

function verbOf(reading: Reading): SubscriptionWish['verb'] | undefined {
  if (isPreviewOfIt(reading)) return 'preview';
  const scheduled = hasSchedule(reading);
  // "crynodeb o'r cynllun" alone is an overview; with days and times it is a digest.
  const regularly =
    scheduled && reading.words.some((word) => /^(?:[cg]h?rynodeb|grynodeb|summary)$/u.test(word));
  const named = regularly || has(reading, 'digest', 'subscribe', 'list-digests');
  if (!named)
    return (scheduled || wantsItRegularly(reading)) &&
      has(reading, 'send', 'subscribe') &&
      reading.references.length === 0 &&
      wantsPost(reading)
      ? 'create'
      : undefined;
  if (isSummaryOfPlan(reading, scheduled)) return undefined;
  if (has(reading, 'preview') && !scheduled) return 'preview';
  if (isWishedFor(reading)) return 'create';
  if (has(reading, 'list-digests') && !isWish(reading)) return 'list';
  const question = has(reading, 'which', 'when', 'how-many', 'what', 'where', 'why', 'who') && !scheduled;
  if (question) return 'list';
  if (has(reading, 'run') && has(reading, 'send', 'run', 'show') && !scheduled) return 'run';
  if (scheduled || has(reading, 'send', 'subscribe', 'me', 'us') || isWish(reading)) return 'create';
  return has(reading, 'show') ? 'preview' : reading.words.length <= 3 ? 'list' : undefined;
}
/** Sent regularly, whatever it is called: "post the overdue actions every Friday". */
function wantsPost(reading: Reading): boolean {
  return reading.words.some((word) =>
    [
      'every',
      'each',
      'weekly',
      'daily',
      'bob',
      'wythnosol',
      'pob',
      'dyddiol',
      'mondays',
      'tuesdays',
      'wednesdays',
      'thursdays',
      'fridays',
    ].includes(word),
  );
}
/** "can you send me all this weekly", "anfona hyn i gyd bob wythnos": what is talked of, and no day yet. */
function wantsItRegularly(reading: Reading): boolean {
  const sending = reading.heard.filter(({ concept }) => concept === 'send').flatMap(({ at }) => at);
  const left = wordsLeft(reading, sending).toLowerCase().split(' ');
  return has(reading, 'it', 'this-plan') && isWish(reading) && left.every((word) => EACH_WEEK.has(word));
}
const EACH_WEEK = new Set(['', 'weekly', 'week', 'every', 'each', 'wythnos', 'wythnosol', 'bob']);
function isWish(reading: Reading): boolean {
  return reading.heard.some(
    ({ concept, at }) =>
      concept === 'send' && !at.some((place) => /^(?:get|cael|have)$/u.test(reading.words[place] ?? '')),
  );
}
/** "crynodeb o gynllun Cymru" is a summary of the plan, not a digest. */
function isSummaryOfPlan(reading: Reading, scheduled: boolean): boolean {
  const plain = reading.words.every(
    (word) =>
      !/^(?:digests?|weekly|wythnosol|newsletter|bulletin|daily|dyddiol|subscri|crynodebau|grynodebau|cylchlythyr)/u.test(
        word,
      ) && !/subscri|tanysgrif|danysgrif/u.test(word),
  );
  const ofPlan = has(reading, 'plan', 'plans', 'this-plan') || reading.plans.length > 0;
  return plain && ofPlan && !scheduled && !has(reading, 'stop', 'preview', 'list-digests');
}

function hasSchedule(reading: Reading): boolean {
  return Object.keys(scheduleOf(reading)).length > 0;
}

function wishOf(reading: Reading, verb: SubscriptionWish['verb']): SubscriptionWish {
  const quiet: Reading = {
    ...reading,
    heard: reading.heard.filter(({ concept }) => concept !== 'updated' && concept !== 'due'),
  };
  const locales = localesOf(reading);
  return {
    verb,
    scope: scopeOf(quiet, verb),
    schedule: scheduleOf(reading),
    personal: has(reading, 'me') && !has(reading, 'us'),
    ...(RARER.test(reading.words.join(' ')) && { rarer: true }),
    ...(locales && { locales }),
  };
}

/** The plans named; "send me this every Monday" is about those of the talk. */
function scopeOf(reading: Reading, verb: SubscriptionWish['verb']): SubscriptionWish['scope'] {
  const named = namedPlans(reading);
  const pointing = verb === 'create' && named.length === 0 && has(reading, 'it', 'this-plan');
  const plans = pointing && !has(reading, 'all-plans') ? plansTalkedOf(reading.hearing) : named;
  return { plans, filter: filterOf(reading, plans).filter };
}

/** The languages named, the one named first leading. */
export function localesOf(reading: Reading): readonly [Locale, ...Locale[]] | undefined {
  const [cy, en] = [languagePlace(reading, 'in-welsh'), languagePlace(reading, 'in-english')];
  if (has(reading, 'in-both'))
    return /^(?:english|saesneg)/u.test(firstLanguageWord(reading)) ? ['en', 'cy'] : ['cy', 'en'];
  if (cy !== undefined && en !== undefined) return cy < en ? ['cy', 'en'] : ['en', 'cy'];
  if (cy !== undefined) return ['cy'];
  return en === undefined ? undefined : ['en'];
}
function languagePlace(reading: Reading, concept: 'in-welsh' | 'in-english'): number | undefined {
  const named = new Set(reading.plans.flatMap(({ at }) => at));
  const found = reading.heard.find(
    (one) => one.concept === concept && !one.at.some((place) => named.has(place)),
  );
  return found?.at[0];
}
function firstLanguageWord(reading: Reading): string {
  return reading.words.find((word) => /^(?:english|saesneg|welsh|[cg]h?ymraeg|nghymraeg)$/u.test(word)) ?? '';
}
