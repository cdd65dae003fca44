import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

import type { PlanId } from '../domain/model.ts';
import { readContent } from './content.ts';
import type { PackFile } from './finding.ts';
import { check, type Checked } from './issues.ts';
import { says } from './values.ts';
import { vocabularyFindings } from './vocabulary-checks.ts';

/** One idea of the field with the words for it. The first word of a language is its main word. */
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
  /** The plan whose pack brought it, where it leads to what that plan holds and to nothing else. */
  readonly plan?: PlanId | undefined;
}

/** Words people use beside the words the plans use, per language and across. */
export interface Vocabulary {
  readonly entries: readonly VocabularyEntry[];
}

export const NO_VOCABULARY: Vocabulary = { entries: [] };
/** In a pack's folder; the project's own stands beside the packs. */
export const VOCABULARY_FILE: PackFile = 'vocabulary.yaml';

/** The vocabulary, or every problem found, each naming file, line, column, value and remedy. */
export type LoadedVocabulary =
  | { readonly ok: true; readonly vocabulary: Vocabulary }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Longer phrases are never looked for. */
const MOST_WORDS_IN_TERM = 6;
const term = z
  .string()
  .trim()
  .min(1)
  .refine((text) => text.split(/\s+/u).length <= MOST_WORDS_IN_TERM, {
    error: says(`has more than ${MOST_WORDS_IN_TERM} words`, 'Shorten it to the words that people type.'),
  });
const terms = z.array(term).min(1).default([]);
const entry = z
  .strictObject({
    en: terms.meta({ description: 'English words that mean the same; the first is the main word.' }),
    cy: terms.meta({ description: 'Welsh words that mean the same; the first is the main word.' }),
    broader: terms.meta({ description: 'Words of wider ideas that it belongs to.' }),
    narrower: terms.meta({ description: 'Words of ideas that belong to it.' }),
    general: z
      .boolean()
      .default(false)
      .meta({ description: 'Said of anything: no sign that a question is about the plans’ subject.' }),
  })
  .refine(({ en, cy }) => en.length + cy.length > 0, {
    error: says('has no words of its own', 'Write `en:`, `cy:` or both.'),
  })
  .refine(({ en, cy, broader, narrower }) => [en, cy, broader, narrower].flat().length !== 1, {
    error: says(
      'is one word, which leads nowhere',
      'Give at least two words, or one with a broader or narrower one.',
    ),
  });
export const vocabularyFile = z.strictObject({ entries: z.array(entry).default([]) });

/** The vocabulary that a file's content makes, or all that is wrong with it; of no content, none. */
export function checkVocabulary(content: unknown): Checked<Vocabulary> {
  const checked: Checked<Vocabulary> = check(vocabularyFile, content ?? {}, VOCABULARY_FILE);
  if (!checked.ok) return checked;
  const findings = vocabularyFindings(checked.value.entries);
  return findings.length === 0 ? checked : { ok: false, findings };
}

/**
 * Reads the file at `path`; never throws for what stands in it. `prepared` is a folder that `prepareContent` filled, by
 * which a right file is read without its YAML being parsed.
 */
export async function openVocabulary(path: string, prepared?: string): Promise<LoadedVocabulary> {
  if (prepared !== undefined && existsSync(path)) {
    const read = await readContent(path, readFileSync(path, 'utf8'), prepared);
    const checked = read.ok ? checkVocabulary(read.content) : undefined;
    if (checked?.ok) return { ok: true, vocabulary: checked.value };
  }
  const { loadVocabulary } = await import('./vocabulary.ts');
  return loadVocabulary(path);
}

/** Several vocabularies as one: the project's own and those of the packs. */
export function joinVocabularies(vocabularies: readonly Vocabulary[]): Vocabulary {
  return { entries: vocabularies.flatMap((vocabulary) => vocabulary.entries) };
}
