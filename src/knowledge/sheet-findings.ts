import type { Draft, PlanRows } from './draft.ts';
import type { Finding, Path } from './finding.ts';
import { COLUMNS, type SheetName } from './sheet-columns.ts';
import type { Row, SheetProblem } from './sheet.ts';
import { DATE_REMEDY } from './values.ts';

/** What is wrong with a draft, said of the cells that made it. */
export function inSheets(
  draft: Draft,
  findings: readonly Finding[],
  plan: Pick<PlanRows, 'id'>,
): readonly SheetProblem[] {
  return findings.map((finding) => {
    const row = draft.rowAt(finding.file, finding.path);
    return row ? ofCell(row, finding) : ofHeld(plan.id, finding);
  });
}

function ofCell(row: Row, { path, problem, remedy }: Finding): SheetProblem {
  const column = columnOf(row.sheet, path);
  return {
    sheet: row.sheet,
    row: row.row,
    column,
    value: row.cells[column] ?? '',
    problem,
    remedy: remedyFor(row, column, remedy),
  };
}

const DATE_REMEDY_HERE = 'Write YYYY, YYYY-MM, YYYY-MM-DD or DD/MM/YYYY, as exact as the source and no more.';

/** Packs are mended by writing keys, sheets by filling in cells. */
function remedyFor({ cells }: Row, column: string, remedy: string): string {
  if (cells[column] !== undefined) return remedy === DATE_REMEDY ? DATE_REMEDY_HERE : remedy;
  if (/_(?:en|cy)$/.test(column)) {
    const name = column.slice(0, -3);
    return `Fill in \`${name}_en\`, \`${name}_cy\` or both.`;
  }
  return column === '' ? remedy : `Fill in \`${column}\`.`;
}

/** What the pack holds already and the sheets would leave hanging. */
function ofHeld(plan: string, { file, problem, remedy }: Finding): SheetProblem {
  const hanging = file === 'progress.yaml';
  return {
    sheet: `${plan}/${file}`,
    row: 0,
    column: '',
    value: '',
    problem: hanging ? `a statement held already no longer fits (${problem})` : problem,
    remedy: hanging
      ? 'Keep the row of its item in the sheet `items`, or take the statement out of that file.'
      : remedy,
  };
}

const ELSEWHERE: Readonly<Record<string, string>> = {
  id: 'plan',
  about: 'ref',
  'declared.action': 'declared_actions',
  'declared.recommendation': 'declared_recommendations',
  'declared.call-to-action': 'declared_calls_to_action',
  source: 'source_document',
  'source.document': 'source_document',
  'source.from': 'source_document',
  'source.locator': 'source_locator',
  'source.url': 'source_url',
  'source.confidence': 'confidence',
};

/** The column that a part of an entry is written in; empty where it has none. */
function columnOf(sheet: SheetName, path: Path): string {
  const [list, , ...within] = path;
  const listed = typeof path[1] === 'number' || list === 'sources';
  const steps = listed ? [...(list === 'sources' ? ['source'] : []), ...within] : path;
  const [key, sub] = steps.filter((step) => typeof step === 'string');
  if (key === undefined) return '';
  const language = steps.includes('cy') ? 'cy' : 'en';
  const names = [
    ELSEWHERE[`${key}.${sub ?? ''}`] ?? ELSEWHERE[key],
    `${key}_${language}`,
    key,
    // A theme that an item names stands in the items sheet under that one name.
    'theme',
  ];
  return names.find((name) => name !== undefined && COLUMNS[sheet].includes(name)) ?? '';
}
