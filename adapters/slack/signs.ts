import type { Standing } from '../../src/domain/model.ts';

const STAGE_SIGNS: Readonly<Record<Standing['stage'], string>> = {
  not_started: '⚪',
  in_progress: '▶️',
  completed: '☑️',
  on_hold: '⏸️',
  cancelled: '✖️',
  carried_forward: '⏭️',
};
const RATING_SIGNS: Readonly<Record<NonNullable<Standing['rating']>, string>> = {
  on_track: '🟢',
  at_risk: '🔶',
  off_track: '🔺',
  date_missed_no_risk: '⌛',
  date_missed_with_risk: '⏰',
};

/** Before a notice; the words say the same. */
export const TONE_SIGNS = { info: 'ℹ️', warning: '⚠️' } as const;

/** A sign that differs in shape as well as colour, and only ever repeats what the words beside it say. */
export function signOf(standing: Standing | undefined): string {
  if (!standing) return '';
  return standing.rating ? RATING_SIGNS[standing.rating] : STAGE_SIGNS[standing.stage];
}
