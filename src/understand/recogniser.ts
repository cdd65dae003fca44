import type { Intent, Note, Query } from '../domain/intent.ts';
import type { Reading } from './reading.ts';

/** One family of questions: the intent it reads, or undefined where the question is none of its. */
export type Recogniser = (reading: Reading) => Query | undefined;

export function query(intent: Intent, notes: readonly Note[] = []): Query {
  return { intent, notes };
}
