import { clean } from './cells.ts';

export type SheetName = 'items' | 'progress' | 'plans' | 'themes' | 'facts';
export const SHEET_NAMES: readonly SheetName[] = ['items', 'progress', 'plans', 'themes', 'facts'];

const SOURCE = 'source_document,source_document_cy,source_locator,source_url';

/** The columns that a sheet may have. A `_cy` beside a column that names no language holds the same in Welsh. */
export const COLUMNS: Readonly<Record<SheetName, readonly string[]>> = {
  items: columns(
    'plan,kind,ref,theme,title_en,title_cy,summary_en,summary_cy,leads,leads_cy,addressees,addressees_cy',
    `due,due_was,parent,other_refs,tags,response,audience,${SOURCE},confidence`,
  ),
  progress: columns(
    'plan,ref,as_at,stage,rating,source_label,note_en,note_cy,reason,reason_cy,mitigation,mitigation_cy',
    `assessed_by,recorded,audience,${SOURCE},confidence`,
  ),
  plans: columns(
    'plan,title_en,title_cy,owners,owners_cy,published,audience',
    `declared_actions,declared_recommendations,declared_calls_to_action,${SOURCE},confidence`,
  ),
  themes: columns('plan,ref,title_en,title_cy'),
  facts: columns(`plan,topic,date,text_en,text_cy,tags,audience,${SOURCE},confidence`),
};

/** The columns without which the rows of a sheet make no sense. */
export const NEEDED: Readonly<Record<SheetName, readonly string[]>> = {
  items: ['plan', 'kind', 'ref'],
  progress: ['plan', 'ref', 'as_at', 'stage'],
  plans: ['plan'],
  themes: ['plan', 'ref'],
  facts: ['plan', 'topic'],
};

/** The name of a column as we spell it. */
export function columnName(cell: string): string {
  return (clean(cell) ?? '').toLowerCase().replace(/[\s-]+/g, '_');
}

/** Whether a row can be the header of that sheet. */
export function hasNeeded(name: SheetName, cells: readonly string[]): boolean {
  const columns = new Set(cells.map(columnName));
  return NEEDED[name].every((column) => columns.has(column));
}

/** The other sheet that a header is rather of: it has all that one needs and more columns of it than of `name`. */
export function otherSheetMeant(name: SheetName, header: readonly string[]): SheetName | undefined {
  const knownIn = (sheet: SheetName) => header.filter((column) => COLUMNS[sheet].includes(column)).length;
  const [best] = SHEET_NAMES.filter((sheet) => NEEDED[sheet].every((column) => header.includes(column)))
    .filter((sheet) => knownIn(sheet) > knownIn(name))
    .sort((a, b) => knownIn(b) - knownIn(a));
  return best;
}

function columns(...names: readonly string[]): readonly string[] {
  return names.flatMap((some) => some.split(','));
}
