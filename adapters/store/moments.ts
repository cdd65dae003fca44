import { toInstant, type Instant } from '../../src/domain/dates.ts';

/** Milliseconds since 1970: how both engines keep a moment. */
export function toMilliseconds(instant: Instant): number {
  return Date.parse(instant);
}

export function fromMilliseconds(milliseconds: number): Instant {
  return toInstant(new Date(milliseconds));
}
