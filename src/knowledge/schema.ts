import { z } from 'zod';

import { ITEM_KINDS, RATINGS, STAGES } from '../domain/model.ts';
import { address, localText, moment, says, sourceDate, text } from './values.ts';

/** The format of a pack's files. Keys are spelt as authors write them; `names.ts` leads to the names in code. */

const kind = z.enum(ITEM_KINDS);
const audience = z.enum(['public', 'staff']).default('public');
const confidence = z.enum(['primary', 'secondary', 'derived']);
const localTexts = z.array(localText).default([]);
const texts = z.array(text).default([]);
const ref = text.meta({ description: 'As printed, in quotes: "4.2", "R7".' });

export const source = z.strictObject({
  document: localText,
  published: sourceDate.exactOptional(),
  url: address.exactOptional(),
  locator: text.exactOptional(),
  confidence,
});

/** A source of the plan by its key, with what differs here; or a source of its own. */
export const sourceRef = z.union(
  [
    text,
    z.strictObject({
      from: text,
      locator: text.exactOptional(),
      confidence: confidence.exactOptional(),
      url: address.exactOptional(),
    }),
    source,
  ],
  says('is no source', 'Write the key of one of the `sources` of plan.yaml, or a block with `document`.'),
);

export const theme = z.strictObject({
  ref,
  title: localText,
  aim: localText.exactOptional(),
  note: localText.exactOptional(),
  source: sourceRef,
});

export const fact = z.strictObject({
  topic: text,
  date: sourceDate.exactOptional(),
  text: localText,
  tags: texts,
  tied_to_plan: z.boolean().exactOptional(),
  audience,
  source: sourceRef,
});

export const planFile = z.strictObject({
  id: z
    .string()
    .refine((id) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id), {
      error: says(
        'is no plan id',
        'Write small letters, digits and single hyphens, like `wales-mh-workforce-2022`.',
      ),
    })
    .meta({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }),
  title: localText,
  known_as: z.strictObject({ en: texts, cy: texts }).default({ en: [], cy: [] }),
  summary: localText.exactOptional(),
  owners: localTexts,
  published: sourceDate.exactOptional(),
  fictional: z.boolean().default(false),
  audience,
  declared: z.partialRecord(kind, z.int().min(0)).default({}),
  notes: localTexts,
  sources: z.record(text, source).default({}),
  source: sourceRef,
  from_items: z
    .array(z.enum(['source', 'themes']))
    .default([])
    .meta({ description: 'What an import took from the items because no sheet states it.' }),
  themes: z.array(theme).default([]),
  facts: z.array(fact).default([]),
});

export const item = z.strictObject({
  kind,
  ref,
  other_refs: z.array(ref).default([]),
  theme: ref.exactOptional(),
  parent: ref.exactOptional(),
  title: localText,
  summary: localText.exactOptional(),
  leads: localTexts,
  addressees: localTexts,
  due: sourceDate.exactOptional(),
  due_was: z.array(sourceDate).default([]),
  response: z.enum(['accepted', 'accepted_in_principle', 'partly_rejected', 'rejected']).exactOptional(),
  tags: texts,
  audience,
  note: localText.exactOptional(),
  source: sourceRef,
});

export const itemsFile = z.strictObject({ items: z.array(item) });

export const update = z.strictObject({
  about: text.meta({ description: '`<kind>-<ref>`, `theme-<ref>` or `plan`.' }),
  as_at: sourceDate,
  recorded: moment,
  stage: z.enum(STAGES),
  rating: z.enum(RATINGS).exactOptional(),
  source_label: text.exactOptional(),
  note: localText.exactOptional(),
  reason: localText.exactOptional(),
  mitigation: localText.exactOptional(),
  assessed_by: z.enum(['owner', 'third_party', 'pack_editor']),
  audience,
  source: sourceRef,
});

export const progressFile = z.strictObject({ updates: z.array(update) });

export const helpline = z.strictObject({
  id: text,
  name: localText,
  phone: text.exactOptional(),
  how: localText,
  nations: z.array(z.enum(['wales', 'england', 'scotland', 'northern-ireland'])).default([]),
  use: z.enum(['immediate', 'anyone', 'staff']),
  speaks: z.enum(['cy', 'en']).exactOptional(),
  source,
});

export const helplinesFile = z.strictObject({ helplines: z.array(helpline) });

export type SourceEntry = z.infer<typeof source>;
export type SourceRef = z.infer<typeof sourceRef>;
export type ThemeEntry = z.infer<typeof theme>;
export type FactEntry = z.infer<typeof fact>;
export type PlanFile = z.infer<typeof planFile>;
export type ItemEntry = z.infer<typeof item>;
export type UpdateEntry = z.infer<typeof update>;
