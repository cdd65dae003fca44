import type { Aspect } from '../domain/intent.ts';
import { STANDING_CONCEPTS, type Concept } from './concepts.ts';
import { has, type Reading } from './reading.ts';

const STANDING_WORDS: readonly Concept[] = [
  ...STANDING_CONCEPTS,
  'missed',
  'overdue',
  'behind',
  'open',
  'carried-forward',
];

/** What is asked of an item, the most telling words first: "why is it at risk" is a reason, not a status. */
export function aspectOf(reading: Reading): Aspect | undefined {
  if (has(reading, 'match')) return 'match';
  if (has(reading, 'mitigation')) return 'mitigation';
  if (has(reading, 'source')) return isSaidSo(reading) ? 'status' : 'source';
  if (has(reading, 'response', 'accepted', 'accepted-in-principle', 'partly-rejected', 'rejected'))
    return 'response';
  if (has(reading, 'reason', 'why')) return 'reason';
  if (has(reading, 'age') && !has(reading, 'due')) return 'age';
  if (has(reading, 'addressee') && !has(reading, 'lead')) return 'addressee';
  if (isDueAsked(reading)) return 'due';
  if (has(reading, 'lead') && has(reading, 'going')) return 'status';
  if (has(reading, 'lead', 'led-by') || isWhoAlone(reading)) return 'lead';
  if (has(reading, 'theme') && has(reading, 'what', 'which')) return 'theme';
  if (has(reading, 'status', 'going', ...STANDING_WORDS)) return 'status';
  if (has(reading, 'confidence')) return 'confidence';
  if (has(reading, 'updated')) return 'status';
  if (has(reading, 'detail', 'overview', 'what')) return 'overview';
  return undefined;
}

function isDueAsked(reading: Reading): boolean {
  if (/\b(?:by when|until when|erbyn pryd|tan pryd)\b/u.test(reading.words.join(' '))) return true;
  if (
    has(reading, 'when') &&
    has(reading, 'due', 'completed', 'open', 'overdue', 'not-started', 'in-progress')
  )
    return true;
  if (has(reading, 'has-due', 'no-due')) return true;
  return has(reading, 'due') && !has(reading, 'overdue', 'status', 'going');
}

/** "who said it was at risk, and on what date": how it stands, by whom and as at when. */
function isSaidSo(reading: Reading): boolean {
  return has(reading, 'when', 'age') && has(reading, ...STANDING_WORDS);
}

/** "who?", "pwy?" */
function isWhoAlone(reading: Reading): boolean {
  return has(reading, 'who') && reading.words.length <= 3;
}
