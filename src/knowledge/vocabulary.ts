import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';

/** One idea of the field with the words for it. The first word of a language is the one that answers quote. */
export interface VocabularyEntry {
  /** Words that mean the same, abbreviations included. */
  readonly en: readonly string[];
  readonly cy: readonly string[];
  /** Words of wider ideas that this one belongs to, in either language. */
  readonly broader: readonly string[];
  /** Words of ideas that belong to this one. */
  readonly narrower: readonly string[];
  /** Said of anything: finds like the rest, and is no sign that a question is about the plans' subject. */
  readonly general: boolean;
}

/** Words people use beside the words the plans use, per language and across. */
export interface Vocabulary {
  readonly entries: readonly VocabularyEntry[];
}

export const NO_VOCABULARY: Vocabulary = { entries: [] };

/** The vocabulary, or every problem found, each naming file, line and remedy. */
export type LoadedVocabulary =
  | { readonly ok: true; readonly vocabulary: Vocabulary }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Longer phrases are never looked for. */
const MOST_WORDS_IN_TERM = 6;
const term = z
  .string({ error: 'is not text: put it in quotes' })
  .trim()
  .min(1, 'is empty: write a word or take it out')
  .refine((text) => text.split(/\s+/u).length <= MOST_WORDS_IN_TERM, {
    error: `has more than ${MOST_WORDS_IN_TERM} words: shorten it to the words that people type`,
  });
const terms = z.array(term).default([]);
const entry = z
  .strictObject({
    en: terms,
    cy: terms,
    broader: terms,
    narrower: terms,
    general: z.boolean().default(false),
  })
  .refine(({ en, cy, broader, narrower }) => en.length + cy.length > 0 && worth(en, cy, broader, narrower), {
    error: 'says nothing: give at least two words, or one with a broader or narrower one',
  });
const vocabularyFile = z.strictObject({ entries: z.array(entry).default([]) });

function worth(...lists: readonly (readonly string[])[]): boolean {
  return lists.flat().length > 1;
}

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

/** Several vocabularies as one: the project's own and those of the packs. */
export function joinVocabularies(vocabularies: readonly Vocabulary[]): Vocabulary {
  return { entries: vocabularies.flatMap((vocabulary) => vocabulary.entries) };
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
