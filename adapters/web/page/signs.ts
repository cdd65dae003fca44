import type { Standing } from '../../../src/domain/model.ts';
import { makeSvg } from './dom.ts';

/** What tells one standing from another: a shape, a pattern and, last, a colour (by class, see page.css). */
interface Sign {
  readonly tone: string;
  /** Paths in a square of 16. */
  readonly outline?: string;
  readonly solid?: string;
  /** Paths in a tile of 8; none leaves the tone plain. */
  readonly hatch?: string;
}

type Mark = NonNullable<Standing['rating']> | Standing['stage'] | 'unpublished';

const CIRCLE = 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z';
const DIAMOND = 'M8 1.5L14.5 8L8 14.5L1.5 8z';
const SIGNS: Readonly<Record<Mark, Sign>> = {
  completed: { tone: 'done', outline: 'M2.5 8.5L6.5 12.5L13.5 4' },
  on_track: { tone: 'good', solid: CIRCLE, hatch: 'M-2 2L2-2M0 8L8 0M6 10L10 6' },
  at_risk: { tone: 'risk', solid: 'M8 1.5L15 14H1z', hatch: 'M1 2h2M5 6h2' },
  off_track: { tone: 'off', solid: 'M2.5 2.5h11v11h-11z', hatch: 'M0 0L8 8M0 8L8 0' },
  date_missed_no_risk: { tone: 'late', outline: DIAMOND, hatch: 'M0 4h8' },
  date_missed_with_risk: { tone: 'late', solid: DIAMOND, hatch: 'M0 2h8M0 6h8' },
  in_progress: { tone: 'moving', outline: CIRCLE, solid: 'M8 2a6 6 0 0 1 0 12z', hatch: 'M4 0v8' },
  not_started: { tone: 'idle', outline: CIRCLE, hatch: 'M3 4h2' },
  on_hold: { tone: 'idle', outline: 'M5.5 3v10M10.5 3v10', hatch: 'M2 0v8M6 0v8' },
  cancelled: { tone: 'idle', outline: 'M3 3L13 13M3 13L13 3', hatch: 'M0 0L8 8' },
  carried_forward: { tone: 'moving', outline: 'M2 8h11M8.5 3.5L13 8L8.5 12.5', hatch: 'M0 2L4 6L8 2' },
  unpublished: { tone: 'none', outline: 'M3 8h10', hatch: 'M2 4h4' },
};

export function signOf(standing: Standing | undefined): Sign {
  if (!standing) return SIGNS.unpublished;
  return SIGNS[standing.rating ?? standing.stage];
}

/** Repeats what the words beside it say, for the eye alone. */
export function icon({ tone, outline, solid }: Sign): SVGElement {
  return makeSvg(
    'svg',
    { class: `icon tone-${tone}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    solid === undefined ? undefined : makeSvg('path', { class: 'solid', d: solid }),
    outline === undefined ? undefined : makeSvg('path', { class: 'outline', d: outline }),
  );
}

export const LATE: Sign = {
  tone: 'off',
  outline: 'M8 4v4.5l3 2M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z',
};
export const TONES: Readonly<Record<'info' | 'warning', Sign>> = {
  info: { tone: 'moving', outline: `${CIRCLE}M8 7.5v3.5M8 4.7v.6` },
  warning: { tone: 'risk', outline: 'M8 2L14.5 13.5h-13zM8 6.5v3M8 11v.6' },
};
