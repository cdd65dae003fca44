import type { ItemKind, Locale } from '../domain/model.ts';

/** What is said of packs that load, and what their owner may do about it. */
export const REMARKS = {
  notAllHeld: (kind: ItemKind, declared: number, held: number) => ({
    problem: `${declared} of kind ${kind} are declared and ${held} held`,
    remedy: 'Add the others when they can be read; until then the bot says both numbers.',
  }),
  noItems: {
    problem: 'the plan has no items yet',
    remedy: 'Write the first one after the example in items.yaml, or import a sheet.',
  },
  oneLanguage: (missing: Locale, fields: readonly string[]) => ({
    problem: `${missing === 'cy' ? 'no Welsh' : 'no English'}: ${fields.join(', ')}`,
    remedy: `Add \`${missing}\` where the publisher has it; else leave it, and the bot says so.`,
  }),
  totals: (trouble: string) => ({
    problem: `the printed figures do not fit: ${trouble}`,
    remedy: 'Compare them with the document; if it prints them so, say in a note of the plan that it does.',
  }),
  dueBeforePublished: (published: string) => ({
    problem: `\`due\` lies before the plan was published, ${published}`,
    remedy: 'Look at the year in the document.',
  }),
  contradiction: {
    problem: 'the same judge says otherwise of the same thing and date above',
    remedy:
      'Keep the one that is right. A correction has a later `recorded`; another judge another `assessed_by`.',
  },
  stale: (ageDays: number, months: number) => ({
    problem: `the newest statement about this is ${ageDays} days old, more than ${months} months`,
    remedy: 'Add a newer one when there is one.',
  }),
} as const;
