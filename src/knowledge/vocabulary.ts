import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument, type Document } from 'yaml';

import { vocabularyFile, type LoadedVocabulary } from './vocabulary-entries.ts';

export { joinVocabularies, NO_VOCABULARY } from './vocabulary-entries.ts';
export type { LoadedVocabulary, Vocabulary, VocabularyEntry } from './vocabulary-entries.ts';

/** Reads the file at `path`; never throws for what stands in it. A file that cannot be read is a problem like another. */
export function loadVocabulary(path: string): LoadedVocabulary {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { ok: false, problems: [`${path}: cannot be read. Check the name and that it is a file.`] };
  }
  return parseVocabulary(text, path);
}

/** As `loadVocabulary`, from the text of the file; `path` is named in problems. */
export function parseVocabulary(text: string, path: string): LoadedVocabulary {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const { line } = lines.linePos(error.pos[0]);
      return `${path}:${line}: is not YAML: ${error.message.split('\n')[0] ?? ''}`;
    });
    return { ok: false, problems };
  }
  const parsed = vocabularyFile.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (parsed.success) return { ok: true, vocabulary: parsed.data };
  const problems = parsed.error.issues.map(
    (issue) => `${path}:${lineOf(document, lines, issue.path)}: ${placeOf(issue.path)} ${issue.message}`,
  );
  return { ok: false, problems };
}

/** The line of the nearest part of the path that stands in the file. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const start = startOf(node);
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const { range } = node;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

function placeOf(path: readonly PropertyKey[]): string {
  const [list, index, ...rest] = path;
  if (typeof index !== 'number') return String(list ?? 'the file');
  return ['entry', index + 1, ...rest.map((part) => (typeof part === 'number' ? part + 1 : part))].join(' ');
}
