import { isNode, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';

import type { Content } from './content.ts';
import type { Finding, Path } from './finding.ts';
import type { PackProblem } from './problem.ts';

/** What a byte that is no UTF-8 is read as. */
const NO_LETTER = '\uFFFD';

/** Reads the text without counting lines, which takes time; lines are counted once something is wrong. */
export function readYaml(file: string, text: string): Content {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) return { ok: false, problems: syntaxProblems(file, text) };
  if (text.includes(NO_LETTER)) return { ok: false, problems: [wronglyEncoded(file, text)] };
  try {
    return { ok: true, content: document.toJS() };
  } catch (error) {
    return { ok: false, problems: [unreadable(file, error)] };
  }
}

/** The findings with the line and column at which each stands in the text. */
export function locate(file: string, text: string, findings: readonly Finding[]): readonly PackProblem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return findings.map(({ path, problem, remedy, atKey = false }) => {
    const key = keyOffset(document, path);
    const { offset, value } =
      atKey && key !== undefined
        ? { offset: key, value: String(path.at(-1)) }
        : placeOf(document, path, text);
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), value, problem, remedy };
  });
}

function syntaxProblems(file: string, text: string): readonly PackProblem[] {
  const lines = new LineCounter();
  const { errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  return errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      file,
      line,
      column: col,
      value: text.slice(error.pos[0]).split('\n')[0]?.trim() ?? '',
      problem: `this is no YAML that can be read (${error.message.split('\n')[0]?.replace(/\.$/, '')})`,
      remedy: remedyFor(error.code),
    };
  });
}

function wronglyEncoded(file: string, text: string): PackProblem {
  const before = text.slice(0, text.indexOf(NO_LETTER)).split('\n');
  return {
    file,
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    value: text.split('\n')[before.length - 1]?.trim() ?? '',
    problem: 'a letter here cannot be read, for the file is not in UTF-8',
    remedy: 'Save the file again with the encoding UTF-8, and write the letter anew.',
  };
}

function remedyFor(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'Leave one of the two keys out.';
    case 'TAB_AS_INDENT':
      return 'Indent with spaces, never with tabs.';
    default:
      return 'Look at the indentation, and put text with a colon, a hash or a quotation mark in it in quotes.';
  }
}

/** Aliases that lead nowhere or multiply without end. */
function unreadable(file: string, error: unknown): PackProblem {
  const detail = error instanceof Error ? error.message : String(error);
  return {
    file,
    line: 1,
    column: 1,
    value: '',
    problem: `the aliases in this file cannot be followed (${detail})`,
    remedy: 'Write the text out instead of using & and *.',
  };
}

/** Where a path stands; for a key that is missing, the nearest block around it that is there. */
function placeOf(document: Document, path: Path, text: string): { offset: number; value: string } {
  const node = document.getIn(path, true);
  if (isScalar(node) && node.range) {
    const written = text.slice(node.range[0], node.range[1]);
    return { offset: node.range[0], value: typeof node.value === 'string' ? node.value : written };
  }
  const key = keyOffset(document, path);
  if (key !== undefined) return { offset: key, value: '' };
  if (isNode(node) && node.range) return { offset: node.range[0], value: '' };
  if (path.length === 0) return { offset: 0, value: '' };
  return { offset: placeOf(document, path.slice(0, -1), text).offset, value: '' };
}

function keyOffset(document: Document, path: Path): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const items = (parent as { readonly items?: readonly unknown[] } | null)?.items ?? [];
  for (const pair of items) {
    if (isPair(pair) && isScalar(pair.key) && pair.key.value === path.at(-1)) return pair.key.range?.[0];
  }
  return undefined;
}
