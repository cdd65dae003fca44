import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

import { readContent } from './content.ts';

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
export const vocabularyFile = z.strictObject({ entries: z.array(entry).default([]) });

function worth(...lists: readonly (readonly string[])[]): boolean {
  return lists.flat().length > 1;
}

/**
 * Reads the file at `path`; never throws for what stands in it. `prepared` is a folder that `prepareContent` filled, by
 * which a right file is read without its YAML being parsed.
 */
export async function openVocabulary(path: string, prepared?: string): Promise<LoadedVocabulary> {
  if (prepared !== undefined && existsSync(path)) {
    const read = await readContent(path, readFileSync(path, 'utf8'), prepared);
    const parsed = vocabularyFile.safeParse((read.ok ? read.content : undefined) ?? {});
    if (read.ok && parsed.success) return { ok: true, vocabulary: parsed.data };
  }
  const { loadVocabulary } = await import('./vocabulary.ts');
  return loadVocabulary(path);
}

/** Several vocabularies as one: the project's own and those of the packs. */
export function joinVocabularies(vocabularies: readonly Vocabulary[]): Vocabulary {
  return { entries: vocabularies.flatMap((vocabulary) => vocabulary.entries) };
}
