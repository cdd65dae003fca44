import type { ItemKind } from '../domain/model.ts';
import type { WelshCover } from '../domain/quality.ts';

/** Every word of the quality report; English, for the command line. */
export const QUALITY_WORDS = {
  title: (plan: string) => `Quality of what is held: ${plan}`,
  day: (today: string, staleMonths: number) =>
    `As at ${today}. A statement about what is not closed is stale after ${staleMonths} months.`,
  none: 'none',

  coverage: 'Coverage',
  kind: (kind: ItemKind) =>
    ({ action: 'Actions', recommendation: 'Recommendations', 'call-to-action': 'Calls to action' })[kind],
  held: (held: number, declared: number | undefined, children: number) => {
    const beneath = children > 0 ? `; beneath them ${children}` : '';
    if (declared === undefined) return `${held} held; the pack states no number of the document${beneath}`;
    return `${held} of ${declared} held (${share(held, declared)})${beneath}`;
  },
  nothing: 'Nothing is held and nothing declared',

  freshness: 'Freshness',
  closed: 'Closed (completed, cancelled or carried forward)',
  age: (months: number | undefined, before: number | undefined) => {
    if (months === undefined) return `Newest statement older than ${before ?? 0} months`;
    return before === undefined
      ? `Newest statement at most ${months} months old`
      : `Newest statement ${before} to ${months} months old`;
  },
  never: 'Without any statement',
  stale: 'Stale',
  aged: (ref: string, asAt: string, days: number) => `${ref}: as at ${asAt}, ${days} days ago`,

  sources: 'Sources of items, facts and statements',
  confidence: {
    primary: 'Primary',
    secondary: 'Secondary (read elsewhere)',
    derived: 'Derived (worked out)',
  },
  withoutLocator: 'Without page, section or row',

  welsh: 'Welsh',
  field: ({ of, field }: Pick<WelshCover, 'of' | 'field'>) => `${of}, ${field}`,
  cover: (welsh: number, all: number) => `${welsh} of ${all} (${share(welsh, all)})`,

  gaps: 'Gaps',
  withoutLead: 'Items without a lead',
  withoutDue: 'Actions without a due date',
  some: (count: number, refs: readonly string[], more: number) =>
    `${count}: ${refs.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
} as const;

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`;
}
