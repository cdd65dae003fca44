import type { Texts } from './load.ts';
import type { SheetRows } from './sheet-rows.ts';

/** What a new plan is called. */
export interface NewPlan {
  readonly id: string;
  readonly title: string;
  readonly titleCy?: string;
}

/** The files of a pack that has only a name, with comments that say what goes where. */
export function skeletonOf(plan: NewPlan): Texts {
  return { 'plan.yaml': planText(plan), 'items.yaml': ITEMS, 'progress.yaml': PROGRESS };
}

function planText({ id, title, titleCy }: NewPlan): string {
  const welsh =
    titleCy === undefined ? '# cy: the Welsh title, where there is one' : `cy: ${quoted(titleCy)}`;
  return `# What the plan is. Take the # away from what you fill in, and leave out what you do not know.
id: ${id}
title:
  en: ${quoted(title)}
  ${welsh}
# Names that people use for it; the first of each language stands beside numbers, as in "Action 1.2 (…)".
# known_as:
#   en: [a short name]
#   cy: [enw byr]
# summary:
#   en: Two sentences on whose plan it is, for whom and for when.
#   cy: Dwy frawddeg am bwy piau'r cynllun, i bwy y mae ac am ba gyfnod.
# owners:
#   - en: The body that published it
#     cy: Y corff a'i cyhoeddodd
# published: '2026-01'
# How many the document itself says it has, sub-actions not counted.
# declared:
#   action: 12
source: plan

# The documents in which things were read, each with a key that the rest refers to. Nothing is said that has no source.
sources:
  plan:
    document:
      en: ${quoted(title)}
    # published: '2026-01'
    # url: https://example.org/plan
    confidence: primary # secondary: read elsewhere; derived: worked out

# themes:
#   - ref: '1'
#     title: { en: Retention, cy: Cadw staff }
#     source: { from: plan, locator: p. 3 }

# Dated statements about the plan that are no items: funding, consultation, findings.
# facts:
#   - topic: funding
#     date: '2026-04'
#     text: { en: 'What the source says.', cy: 'Yr hyn y mae’r ffynhonnell yn ei ddweud.' }
#     source: { from: plan, locator: p. 9 }
`;
}

const ITEMS = `# Actions, recommendations and calls to action, in the order of the document.
# Put the first in the place of [], after this example:
#
# items:
#   - kind: action # or recommendation, call-to-action
#     ref: '1.1' # as printed, in quotes
#     title: { en: As printed, cy: Fel yr argraffwyd }
#     leads:
#       - { en: Who leads, cy: Pwy sy'n arwain }
#     due: '2027-03' # as exact as the document: a year, a month or a day
#     source: { from: plan, locator: p. 4 }
items: []
`;

const PROGRESS = `# Dated statements on how things stand. Add to the end; never change one.
# Put the first in the place of [], after this example:
#
# updates:
#   - about: action-1.1 # or theme-1, or plan
#     as_at: '2026-09-30' # when it was true
#     recorded: '2026-10-02' # when you learnt it
#     stage: in_progress # or not_started, completed, on_hold, cancelled, carried_forward
#     rating: on_track # only while in progress: at_risk, off_track, date_missed_no_risk, date_missed_with_risk
#     note: { en: What was said, cy: Yr hyn a ddywedwyd }
#     assessed_by: owner # or third_party, pack_editor
#     source: plan
updates: []
`;

/** As YAML reads back exactly. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** One row for each sheet that shows how it is filled in. An import passes rows over that begin with `#`. */
export function exampleRows(id: string): SheetRows {
  const plan = `# example, not imported: ${id}`;
  return {
    items: [{ plan, ...ITEM, ...READ }],
    progress: [{ plan, ...STATEMENT, ...READ }],
    plans: [{ plan, ...WHOLE }],
    themes: [{ plan, ref: '1', title_en: 'Retention', title_cy: 'Cadw staff' }],
    facts: [{ plan, topic: 'funding', date: '2026-04', text_en: 'What the source says', ...READ }],
  };
}

const READ = { source_document: 'The title of the document', source_locator: 'p. 4', confidence: 'primary' };
const ITEM = {
  kind: 'action',
  ref: '1.1',
  theme: 'Retention',
  title_en: 'As printed',
  title_cy: 'Fel yr argraffwyd',
  leads: 'Who leads; and who else',
  leads_cy: 'Pwy sy’n arwain; a phwy arall',
  due: '2027-03',
  tags: 'words; people may use',
};
const STATEMENT = {
  ref: '1.1',
  as_at: '2026-09-30',
  stage: 'in_progress',
  rating: 'on_track',
  note_en: 'What was said',
  note_cy: 'Yr hyn a ddywedwyd',
  assessed_by: 'owner',
};
const WHOLE = {
  title_en: 'The plan',
  title_cy: 'Y cynllun',
  owners: 'Whose it is',
  published: '2026-01',
  declared_actions: '12',
  source_document: 'The title of the document',
  source_url: 'https://example.org/plan',
};
