import { readFileSync } from 'node:fs';

import { formatProblem, type PackProblem } from './problem.ts';
import { checkVocabulary, type LoadedVocabulary } from './vocabulary-entries.ts';
import { locate, readYaml } from './yaml-file.ts';

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
  const read = readYaml(path, text);
  if (!read.ok) return wrong(read.problems);
  const checked = checkVocabulary(read.content);
  return checked.ok ? { ok: true, vocabulary: checked.value } : wrong(locate(path, text, checked.findings));
}

function wrong(problems: readonly PackProblem[]): LoadedVocabulary {
  return { ok: false, problems: problems.map(formatProblem) };
}
