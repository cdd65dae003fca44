/** A table of a Markdown page. */
export interface MarkdownTable {
  /** The words of the heading above it. */
  readonly heading?: string;
  readonly rows: readonly (readonly string[])[];
  /** The line of the page that each row stands on, from 1. */
  readonly lines: readonly number[];
}

const RULE = /^\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$/;
const HEADING = /^#{1,6}\s+(.+?)\s*#*\s*$/;
const FENCE = /^\s*(?:```|~~~)/;

/** The tables of a page in order: a row of names with a row of dashes beneath it; code blocks are passed over. */
export function tablesIn(text: string): readonly MarkdownTable[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const tables: MarkdownTable[] = [];
  let heading: string | undefined;
  let fenced = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced) continue;
    heading = HEADING.exec(line)?.[1] ?? heading;
    const next = lines[at + 1] ?? '';
    if (!line.includes('|') || !next.includes('|') || !RULE.test(next)) continue;
    const table = tableAt(lines, at);
    tables.push({ ...table, ...(heading !== undefined && { heading }) });
    at = table.lines.at(-1) ?? at + 1;
  }
  return tables;
}

function tableAt(lines: readonly string[], start: number): MarkdownTable {
  const rows = [cellsOf(lines[start] ?? '')];
  const numbers = [start + 1];
  for (let at = start + 2; lines[at]?.includes('|') === true; at += 1) {
    rows.push(cellsOf(lines[at] ?? ''));
    numbers.push(at + 1);
  }
  return { rows, lines: numbers };
}

/** A bar within a cell is written `\|`, a new line `<br>`. */
function cellsOf(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .trim()
      .replaceAll('\\|', '|')
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/^`([^`]*)`$/, '$1')
      .replace(/^<(https?:[^>]*)>$/, '$1'),
  );
}
