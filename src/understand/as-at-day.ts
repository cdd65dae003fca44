import type { IsoDate } from '../domain/dates.ts';
import type { Concept } from './concepts.ts';
import { datesOf } from './filters.ts';
import { has, wordsLeft, type Reading } from './reading.ts';

/** The day of "as at 31 March 2025"; "on 31 March" in a question about how things stood. */
export function asAtDay(reading: Reading): IsoDate | undefined {
  const dates = datesOf(reading, 'back');
  const dated = dates.find(({ relation }) => relation === 'on' || relation === 'in');
  const stood = reading.heard.some(({ concept, at }) => concept === 'as-at' && !isReturning(reading, at));
  const onDay = dates.find(({ relation, window }) => relation === 'on' && window.from === window.to);
  if (stood && dated) return dated.window.to;
  if (has(reading, 'due', 'changes')) return undefined;
  const asked = has(reading, 'status', 'going') || isWelshAsAt(reading);
  if (onDay && asked) return onDay.window.to;
  const { today } = reading.hearing;
  const past = dates.find(
    ({ relation, window }) => (relation === 'in' || relation === 'on') && window.to < today,
  );
  const told = reading.references.length > 0 || has(reading, 'status', 'going', ...STOOD);
  if (past && isOnlyNamed(reading, past.at)) return past.window.to;
  return past && told && isInThePast(reading) && !BECAME.some((one) => has(reading, one))
    ? past.window.to
    : undefined;
}
/** "3.4 last spring?", "beth am 3.4 fis Mawrth diwethaf": a number and a time, nothing that is asked of it. */
function isOnlyNamed(reading: Reading, dated: readonly number[]): boolean {
  const naming = reading.heard.every(
    ({ concept, at }) => NAMING.has(concept) || at.every((place) => dated.includes(place)),
  );
  return reading.references.length > 0 && naming && wordsLeft(reading, dated) === '';
}
const NAMING: ReadonlySet<Concept> = new Set([
  'action',
  'recommendation',
  'call',
  'item',
  'number',
  'plan',
  'follow-on',
  'same-for',
  'polite',
  'it',
]);
/** "who might come back in winter": no day to look back to. */
function isReturning({ words }: Reading, at: readonly number[]): boolean {
  return words[at[0] ?? 0] === 'back' && RETURNING.test(words[(at[0] ?? 0) - 1] ?? '');
}
const RETURNING =
  /^(?:come|comes|coming|came|go|goes|going|get|gets|getting|brought|bring|bringing|return)$/u;
/** "what was action 17 in June 2026": how it stood then; "was it completed in June" is a change. */
function isInThePast({ words }: Reading): boolean {
  return words.some((word) => PAST.has(word));
}
const PAST = new Set(['was', 'were', 'did', 'stood', 'oedd', 'roedd', 'oeddent', 'roeddent', 'bu', 'safai']);
/** What things were, said of a time that is past. */
const STOOD = ['overdue', 'behind', 'on-track', 'at-risk', 'off-track'] as const;
const BECAME = [
  'completed',
  'cancelled',
  'on-hold',
  'not-started',
  'in-progress',
  'carried-forward',
] as const;

/** "Cynllun yr Alban ar 31 Mawrth 2025": nothing but a plan and a day. */
function isWelshAsAt(reading: Reading): boolean {
  return (
    reading.plans.length > 0 &&
    reading.heard.every(({ concept }) => ['plan', 'follow-on', 'it', 'addressed-to'].includes(concept))
  );
}
