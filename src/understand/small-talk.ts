import type { Smalltalk } from '../domain/intent.ts';
import { isFunctionWord } from '../search/stop-words.ts';
import type { Concept } from './concepts.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, listenTo, wordsLeft, type Reading } from './reading.ts';

const TALK: readonly (readonly [Concept, Smalltalk])[] = [
  ['who-are-you', 'who-are-you'],
  ['how-are-you', 'how-are-you'],
  ['complaint', 'complaint'],
  ['thanks', 'thanks'],
  ['farewell', 'farewell'],
  ['praise', 'praise'],
  ['greeting', 'greeting'],
];
/** What may stand around small talk without being a question. */
const AROUND: readonly Concept[] = [
  ...TALK.map(([concept]) => concept),
  'polite',
  'follow-on',
  'it',
  'also',
  'me',
  'us',
  'correction',
];

/** "hello", "diolch", "who are you", "that's wrong": nothing but small talk. */
export const smallTalk: Recogniser = (reading) => {
  if (REACTION.test(reading.hearing.text)) return query({ kind: 'unclear', why: 'no-words' });
  const short = shortTalk(reading) ?? drawnOut(reading);
  if (short) return query({ kind: 'smalltalk', which: short });
  const found = TALK.find(([concept]) => has(reading, concept));
  if (!found || !isCovered(reading, AROUND) || isOfTheTalk(reading, found[1])) return undefined;
  return query({ kind: 'smalltalk', which: found[1] });
};

/** "how is it going" in the middle of a talk about a plan. */
function isOfTheTalk(reading: Reading, which: Smalltalk): boolean {
  const { plan, items } = reading.hearing.memory;
  const asked = which === 'how-are-you' && has(reading, 'going') && has(reading, 'it');
  return asked && (plan !== undefined || items.length > 0) && !has(reading, 'greeting');
}

/** "ta very much, you've been great", "iawn boi?": whole messages, the courtesies with them. */
function shortTalk({ hearing }: Reading): Smalltalk | undefined {
  const text = hearing.text
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
  if (GREETED.test(text)) return 'greeting';
  if (!PRAISING.test(text)) return undefined;
  return /^(?:ta|thanks?|cheers|diolch)\b/u.test(text) ? 'thanks' : 'praise';
}
/** A laugh, a sigh, a shrug: nothing is asked. */
const REACTION =
  /^\W*(?:(?:lo+l|lmao|rofl|(?:ha){2,}h?|(?:he){2,}|ha ha|hm+|mm+|wow|omg|wtf|meh|ugh|pff+t?|whatever|fair enough|oh dear|ok whatever|iawn ta|o diar|mam bach|rargian|waw)\W*)+$/iu;
const GREETED =
  /^(?:ti n |ti |popeth yn )?iawn (?:boi|bois|mêt|met|washi|wa|del|cyw|bach|hogia|hogiau|gyfaill|pawb)$/u;
const PRAISING =
  /^(?:(?:ta|thanks|thank you|cheers|diolch)(?: very much| so much| a lot| loads| yn fawr)? )?(?:you ve been|you have been|you are|you re|you were|that was|that is) (?:so |really |very |just |a |an )*(?:great|brilliant|amazing|helpful|lovely|fantastic|fab|star|legend|wonderful|excellent|kind)$/u;

/** "diolchhh", "helloooo": a greeting or thanks with a letter held. */
function drawnOut({ text, words, lexicon }: Reading): Smalltalk | undefined {
  if (words.length > 3 || !HELD_LETTER.test(text)) return undefined;
  const { tokens, heard } = listenTo(text.replaceAll(HELD_LETTERS, '$1'), lexicon);
  const found = TALK.find(([concept]) => has({ heard }, concept));
  return found && isCovered({ words: tokens.map(({ word }) => word), heard }, AROUND) ? found[1] : undefined;
}
const HELD_LETTER = /(\p{L})\1{2}/u;
const HELD_LETTERS = /(\p{L})\1{2,}/gu;

function isCovered(reading: Pick<Reading, 'words' | 'heard'>, concepts: readonly Concept[]): boolean {
  const covered = new Set(
    reading.heard.filter(({ concept }) => concepts.includes(concept)).flatMap(({ at }) => at),
  );
  const open = reading.words.filter(
    (word, at) => !covered.has(at) && (word.length > 2 || /\d/u.test(word)) && !COMPANY.has(word),
  );
  return open.length === 0;
}
const COMPANY = new Set([
  'bot',
  'you',
  'all',
  'there',
  'again',
  'everyone',
  'team',
  'very',
  'much',
  'for',
  'the',
  'your',
  'help',
  'chi',
  'eto',
  'bawb',
  'fawr',
  'iawn',
  'that',
  'really',
  'just',
  'yma',
  'now',
  'mate',
  'friend',
  'and',
  'have',
  'was',
  'know',
  'yn',
  'wedi',
  'bod',
  'dydi',
  'dydy',
  'dyw',
  'mae',
]);

/** "help", "cymorth", "what can you do", "how do I subscribe". */
export const help: Recogniser = (reading) => {
  if (has(reading, 'help')) {
    const [digest, language] = [has(reading, 'digest', 'subscribe'), has(reading, 'in-welsh', 'in-english')];
    const said = reading.heard.filter(({ concept }) => concept === 'help').flatMap(({ at }) => at);
    const long = wordsLeft(reading, said) !== '' && !digest && reading.words.length > 9;
    if (long || reading.references.length > 0) return undefined;
    return query({
      kind: 'help',
      ...(digest
        ? { about: 'digest' as const }
        : language
          ? { about: 'language' as const }
          : isOnSearch(reading)
            ? { about: 'search' as const }
            : {}),
    });
  }
  const alone =
    has(reading, 'help-alone') && isCovered(reading, ['help-alone', 'polite', 'greeting', 'me', 'us']);
  return alone ? query({ kind: 'help' }) : undefined;
};

function isOnSearch({ words }: Reading): boolean {
  return words.some((word) => /^(?:search|chwilio)/u.test(word));
}

/** Words of the plans' own field: with one of them a question is never plainly out of scope. */
const FIELD =
  /^(?:actions?|recommendations?|plans?|reports?|themes?|workforce|staff|nurses?|nursing|gweithlu|cynllun|gynllun|adroddiad|argymhell\w*|[cg]am(?:au)?|training|hyfforddiant|health|iechyd|recruit\w*|retention|recriwtio|wellbeing|llesiant|digital|service|services|vacanc\w*|strategy|strategaeth|care|gofal|policy|progress|cynnydd|pillars?|status)$/u;

/** The weather, sums, poems, passwords, one's own annual leave: plainly not about the plans. */
export const outOfScope: Recogniser = (reading) => {
  const plain = reading.heard.some(({ concept, at }) => concept === 'out-of-scope' && at.length > 2);
  const quoted = reading.references.length > 0 && !plain;
  if (reading.plans.length > 0 || (quoted && !isSum(reading.text))) return undefined;
  const said = reading.words.join(' ');
  if (isSum(reading.text) || WRITING.test(said) || ACTING.test(said)) return query({ kind: 'out-of-scope' });
  if (isMash(reading)) return query({ kind: 'unclear', why: 'no-words' });
  if (!has(reading, 'out-of-scope') || (!plain && reading.words.some((word) => FIELD.test(word))))
    return undefined;
  const named = reading.heard.some(
    ({ concept, at }) =>
      concept === 'out-of-scope' &&
      !at.every((place) => reading.lexicon.words.has(reading.words[place] ?? '')),
  );
  return named ? query({ kind: 'out-of-scope' }) : undefined;
};
/** Who asks a bot to be another, or to lay its rules aside. */
const ACTING =
  /\b(?:you(?: are|re) now|pretend (?:to be|you)|act as (?:a|an|if|though)|(?:ignore|forget|disregard) (?:\w+ ){0,3}(?:instructions|rules|prompt)|system prompt|say you understand|jailbreak|(?:esgus|cogia|smalia) (?:bod|dy fod|mai)|anwybydd\w* (?:\w+ ){0,3}(?:g?h?yfarwyddiadau|chyfarwyddiadau|rheolau)|rwyt ti (?:nawr|rwan) yn)\b/u;
/** Pieces of writing of the person's own. */
const WRITING =
  /\b(?:write|draft|compose|do|ysgrifennwch|ysgrifennu|sgwennu|drafftio) (?:me |my |us |our |a |an |the |for |fy |i mi )*(?:cover letter|covering letter|job application|cv|essay|poem|homework|dissertation|llythyr (?:cais|eglurhaol)|[tdc]raethawd|[cg]erdd)\b/u;

/** Hands on a keyboard: several words, none known to anything, one at least with letters that no word begins or holds. */
function isMash({ words, heard, topics, lexicon }: Reading): boolean {
  if (words.length < 2 || words.length > 12 || heard.length > 0 || topics.length > 0) return false;
  const isUnknown = (word: string) =>
    /^\p{L}+$/u.test(word) && !lexicon.words.has(word) && !isFunctionWord(word) && !PLAIN_WORDS.has(word);
  return words.every(isUnknown) && words.some((word) => word.length > 3 && ODD.test(word));
}
/** No vowel, five consonants in a row, a q without its u, or a beginning of three consonants that neither language has. */
const ODD =
  /^[^aeiouwy]+$|[bcdfghjklmnpqrstvxz]{5}|q(?!u)|^(?!s[cpt][rl]|s[ck]h|shr|thr|chr|chl|chn|ff[lr]|ph[lr]|th[lr]|ngh|mhl|mhr|nhr|llt|rh|dd)[bcdfghjklmnpqrstvxz]{3}/u;

function isSum(text: string): boolean {
  return (
    /^[^\p{L}]*(?:(?:what is|what's|whats|calculate|beth yw|faint yw)\s+)?\d+(?:\.\d+)?\s*(?:[-+*x×÷/]|times|plus|minus|divided by|wedi'i luosi â|adio)\s*\d+(?:\.\d+)?\s*[?=.]*\s*$/iu.test(
      text,
    ) &&
    !/^\s*\d{1,2}\/\d{1,2}/u.test(text) &&
    !/^\s*\d+(?:\.\d+)?\s*-\s*\d/u.test(text)
  );
}
