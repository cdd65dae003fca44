import type { Smalltalk } from '../domain/intent.ts';
import type { Concept } from './concepts.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, wordsLeft, type Reading } from './reading.ts';

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
  const found = TALK.find(([concept]) => has(reading, concept));
  if (!found || !isCovered(reading, AROUND)) return undefined;
  return query({ kind: 'smalltalk', which: found[1] });
};

function isCovered(reading: Reading, concepts: readonly Concept[]): boolean {
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
]);

/** "help", "cymorth", "what can you do", "how do I subscribe". */
export const help: Recogniser = (reading) => {
  if (has(reading, 'help')) {
    const [digest, language] = [has(reading, 'digest', 'subscribe'), has(reading, 'in-welsh', 'in-english')];
    const long = wordsLeft(reading) !== '' && !digest && reading.words.length > 9;
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
  if (reading.plans.length > 0 || (reading.references.length > 0 && !isSum(reading.text))) return undefined;
  if (isSum(reading.text)) return query({ kind: 'out-of-scope' });
  const plain = reading.heard.some(({ concept, at }) => concept === 'out-of-scope' && at.length > 2);
  if (!has(reading, 'out-of-scope') || (!plain && reading.words.some((word) => FIELD.test(word))))
    return undefined;
  const named = reading.heard.some(
    ({ concept, at }) =>
      concept === 'out-of-scope' &&
      !at.every((place) => reading.lexicon.words.has(reading.words[place] ?? '')),
  );
  return named ? query({ kind: 'out-of-scope' }) : undefined;
};
function isSum(text: string): boolean {
  return (
    /^[^\p{L}]*(?:(?:what is|what's|whats|calculate|beth yw|faint yw)\s+)?\d+(?:\.\d+)?\s*(?:[-+*x×÷/]|times|plus|minus|divided by|wedi'i luosi â|adio)\s*\d+(?:\.\d+)?\s*[?=.]*\s*$/iu.test(
      text,
    ) &&
    !/^\s*\d{1,2}\/\d{1,2}/u.test(text) &&
    !/^\s*\d+(?:\.\d+)?\s*-\s*\d/u.test(text)
  );
}
