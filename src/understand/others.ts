import type { Item } from '../domain/model.ts';
import type { ItemFilter } from '../domain/scope.ts';
import { aspectAsked } from './changed-question.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, wordsLeft, type Reading } from './reading.ts';

/** "what else do they lead", "be arall ma nhw'n ei arwain", "what do they lead": what the lead, or the theme, of the item at hand has. */
export const othersOfTheSame: Recogniser = (reading) => {
  if (reading.plans.length > 0 || reading.references.length > 0 || reading.words.length > MOST_WORDS)
    return undefined;
  const items = atHand(reading);
  const [first] = items;
  const shared = first && sharedBy(reading, items);
  if (!first || !shared) return undefined;
  const others = reading.words.flatMap((word, at) => (OTHER.has(word) || SUBJECT.has(word) ? [at] : []));
  if (wordsLeft(reading, others) !== '') return undefined;
  const otherThan = saysOther(reading) ? { otherThan: items.map(({ id }) => id) } : {};
  const scope = { plans: [first.plan], filter: { ...shared, ...otherThan } };
  return query({ kind: 'list', scope, words: '', order: 'document', aspect: 'overview' });
};
/** Whoever says more than this asks something new. */
const MOST_WORDS = 12;

function atHand({ hearing: { memory, library } }: Reading): readonly Item[] {
  return memory.items.flatMap((id) => library.item(id) ?? []);
}

/** The leads, or the theme, that the question points at and all items at hand have. */
function sharedBy(reading: Reading, items: readonly Item[]): ItemFilter | undefined {
  const [first] = items;
  if (!first || has(reading, 'who', 'digest', 'when')) return undefined;
  const { last } = reading.hearing.memory;
  const they = reading.words.some((word) => SUBJECT.has(word));
  const other = saysOther(reading);
  const led = has(reading, 'lead', 'led-by') || (last !== undefined && aspectAsked(last) === 'lead');
  if (led && they && (other || has(reading, 'what', 'which', 'show')))
    return first.leads.length > 0 && items.every(({ leads }) => namesIn(leads) === namesIn(first.leads))
      ? { leads: first.leads.flatMap(({ en, cy }) => en ?? cy ?? []) }
      : undefined;
  if (!other || !has(reading, 'theme') || first.theme === undefined) return undefined;
  return items.every(({ theme }) => theme === first.theme) ? { themes: [first.theme] } : undefined;
}
function namesIn(leads: Item['leads']): string {
  return leads.map(({ en, cy }) => en ?? cy).join(';');
}

function saysOther({ words }: Reading): boolean {
  return words.some((word) => OTHER.has(word));
}
const OTHER = new Set(['else', 'other', 'others', 'arall', 'eraill', 'lleill']);
/** Whoever leads: "they", "nhw", and what is theirs. */
const SUBJECT = new Set(
  'they them their theirs he she him her nhw hi fo fe ef eu ei ganddo ganddi ganddyn ganddynt'.split(' '),
);
