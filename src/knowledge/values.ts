import { z } from 'zod';

import { toInstant, toSourceDate, type Instant, type SourceDate } from '../domain/dates.ts';
import type { LocalText } from '../domain/model.ts';

/** What is wrong and what to do about it, as one message of a schema; `issues.ts` takes it apart again. */
export function says(problem: string, remedy: string): string {
  return `${problem}\n${remedy}`;
}

/** Words that are there: white space around them is dropped. */
export const text = z.string().trim().min(1);

/** Text in Welsh, English or both, never neither. */
export const localText = z
  .strictObject({ en: text.exactOptional(), cy: text.exactOptional() })
  .refine((words) => words.en !== undefined || words.cy !== undefined, {
    error: says('has neither language', 'Write `en:`, `cy:` or both.'),
  })
  .meta({ minProperties: 1 })
  .transform((words): LocalText => words);

/** As packs are to be mended; a sheet takes further forms. */
export const DATE_REMEDY = 'Write YYYY, YYYY-MM or YYYY-MM-DD, as exact as the source and no more.';

const DATE_SHAPE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** A year, month or day; a bare year is a number to YAML and is taken as it is meant. */
export const sourceDate = z
  .union(
    [z.string().meta({ pattern: DATE_SHAPE.source }), z.int().min(1000).max(9999)],
    says('is no date', DATE_REMEDY),
  )
  .transform((date) => String(date).trim())
  .refine((date) => DATE_SHAPE.test(date), { error: says('is no date', DATE_REMEDY), abort: true })
  .refine((date) => toSourceDate(date) !== undefined, {
    error: says('is a date that the calendar does not have', DATE_REMEDY),
  })
  .transform((date) => date as SourceDate);

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** The moment that a day or timestamp names, or undefined where it cannot be read. A day is its first moment in UTC. */
export function momentOf(written: string): Instant | undefined {
  if (!MOMENT.test(written) || toSourceDate(written.slice(0, 10)) === undefined) return undefined;
  const at = new Date(written);
  return Number.isNaN(at.getTime()) ? undefined : toInstant(at);
}

export const moment = z
  .string()
  .trim()
  .refine((written) => momentOf(written) !== undefined, {
    error: says(
      'is no moment that can be read',
      'Write a day, `2026-03-31`, or a moment with its zone, `2026-03-31T09:00:00Z`.',
    ),
  })
  .transform((written) => momentOf(written) as Instant);

export const address = z
  .string()
  .trim()
  .refine((url) => /^https?:\/\/[^\s/]+\S*$/.test(url), {
    error: says('is no web address', 'Write the whole address, beginning with https://'),
  })
  .meta({ pattern: '^https?://' });
