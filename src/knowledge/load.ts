import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import type { Helpline, PlanId } from '../domain/model.ts';
import { checkPack, type CheckPackOptions } from './check-pack.ts';
import { readContent, type Content } from './content.ts';
import type { RawPack } from './entries.ts';
import type { Finding, PackFile } from './finding.ts';
import { check, type Checked } from './issues.ts';
import type { Pack } from './pack.ts';
import type { PackProblem } from './problem.ts';
import { helplinesFile } from './schema.ts';
import { checkVocabulary, VOCABULARY_FILE, type Vocabulary } from './vocabulary-entries.ts';

/** What makes a folder a pack: a vocabulary alone may also stand beside the packs. */
const MARKS_OF_A_PACK: readonly PackFile[] = ['plan.yaml', 'items.yaml', 'progress.yaml'];
export const PACK_FILES: readonly PackFile[] = [...MARKS_OF_A_PACK, VOCABULARY_FILE];
export const HELPLINES_FILE: PackFile = 'helplines.yaml';

export interface LoadOptions extends Omit<CheckPackOptions, 'folder'> {
  /** Where `prepareContent` has put parsed files. */
  readonly prepared?: string;
}

/** What a file or folder became: the thing itself, or all that is wrong with it. */
export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** The texts of a folder's files by name; a file that is not there is absent. */
export type Texts = Readonly<Partial<Record<PackFile, string>>>;

/**
 * The pack folders within `dir`, but for those named in `except`, or `dir` itself where it is one; in order of name.
 * Undefined where there is no such folder.
 */
export function packFoldersIn(dir: string, except: readonly string[] = []): readonly string[] | undefined {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return undefined;
  const whole = resolve(dir);
  if (looksLikePack(whole)) return [whole];
  return readdirSync(whole, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !except.includes(name))
    .filter(({ name }) => looksLikePack(join(whole, name)))
    .map((entry) => join(whole, entry.name))
    .sort();
}

function looksLikePack(folder: string): boolean {
  return MARKS_OF_A_PACK.some((file) => existsSync(join(folder, file)));
}

/** Reads what is there of `files` in a folder. */
export function readTexts(folder: string, files: readonly PackFile[]): Texts {
  const texts: Partial<Record<PackFile, string>> = {};
  for (const file of files) {
    const text = readIfThere(join(folder, file));
    if (text !== undefined) texts[file] = text;
  }
  return texts;
}

/** Asking first would not do: the file may go between the question and the reading. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads and checks one pack; every problem of all its files at once. */
export function loadPack(folder: string, options: LoadOptions = {}): Promise<Loaded<Pack>> {
  return packFrom(folder, readTexts(folder, PACK_FILES), options);
}

/** The pack that texts already read make. */
export async function packFrom(
  folder: string,
  texts: Texts,
  { prepared, ...options }: LoadOptions = {},
): Promise<Loaded<Pack>> {
  if (texts['plan.yaml'] === undefined) return { ok: false, problems: [withoutPlan(folder)] };
  const read = await Promise.all(
    PACK_FILES.map((file) => contentOf(join(folder, file), texts[file], prepared)),
  );
  const unreadable = read.flatMap((file) => (file.ok ? [] : file.problems));
  const [plan, items, progress, words] = read.map((file) => (file.ok ? file.content : null));
  const raw: RawPack = {
    plan,
    ...(texts['items.yaml'] !== undefined && { items }),
    ...(texts['progress.yaml'] !== undefined && { progress }),
  };
  const broken = PACK_FILES.filter((_, index) => read[index]?.ok === false);
  const checked = checkPack(raw, { folder: basename(folder), ...options });
  const vocabulary = checkVocabulary(words);
  if (checked.ok && vocabulary.ok && unreadable.length === 0)
    return { ok: true, value: withWords(checked.value, vocabulary.value) };
  const findings = [checked, vocabulary].flatMap((each) => (each.ok ? [] : each.findings));
  return { ok: false, problems: [...unreadable, ...(await located(folder, texts, findings, broken))] };
}

/** A pack's own words hold in its plan alone. */
function withWords(pack: Pack, { entries }: Vocabulary): Pack {
  if (entries.length === 0) return pack;
  return { ...pack, vocabulary: { entries: entries.map((entry) => ({ ...entry, plan: pack.plan.id })) } };
}

async function contentOf(
  file: string,
  text: string | undefined,
  prepared: string | undefined,
): Promise<Content> {
  return text === undefined ? { ok: true, content: undefined } : readContent(file, text, prepared);
}

/** Where one file cannot be read, nothing is said of it or of names that may stand in it. */
async function located(
  folder: string,
  texts: Texts,
  findings: readonly Finding[],
  broken: readonly PackFile[],
): Promise<readonly PackProblem[]> {
  const worthSaying = findings.filter(
    ({ file, crossing }) => !broken.includes(file) && !(crossing === true && broken.length > 0),
  );
  if (worthSaying.length === 0) return [];
  const { locate } = await import('./yaml-file.ts');
  return PACK_FILES.flatMap((file) => {
    const own = worthSaying.filter((finding) => finding.file === file);
    return own.length === 0 ? [] : locate(join(folder, file), texts[file] ?? '', own);
  });
}

/** The helplines of a folder; none where it has no such file. */
export async function helplinesFrom(
  folder: string,
  texts: Texts,
  prepared?: string,
): Promise<Loaded<readonly Helpline[]>> {
  const text = texts[HELPLINES_FILE];
  if (text === undefined) return { ok: true, value: [] };
  const file = join(folder, HELPLINES_FILE);
  const read = await readContent(file, text, prepared);
  if (!read.ok) return read;
  const checked: Checked<{ readonly helplines: readonly Helpline[] }> = check(
    helplinesFile,
    read.content,
    HELPLINES_FILE,
  );
  if (checked.ok) return { ok: true, value: checked.value.helplines };
  const { locate } = await import('./yaml-file.ts');
  return { ok: false, problems: locate(file, text, checked.findings) };
}

export interface LoadedPacks {
  readonly packs: readonly Pack[];
  readonly problems: readonly PackProblem[];
}

/** All packs of all folders; those with problems are left out and every problem of every file is given. */
export async function loadPacks(dirs: readonly string[], options: LoadOptions = {}): Promise<LoadedPacks> {
  const problems: PackProblem[] = [];
  const folders = dirs.flatMap((dir) => {
    const found = packFoldersIn(dir);
    if (found === undefined || found.length === 0) problems.push(nothingIn(dir));
    return found ?? [];
  });
  const loaded: { readonly folder: string; readonly pack: Pack }[] = [];
  for (const folder of new Set(folders)) {
    const pack = await loadPack(folder, options);
    if (pack.ok) loaded.push({ folder, pack: pack.value });
    else problems.push(...pack.problems);
  }
  const { kept, problems: repeats } = withoutRepeats(loaded);
  return { packs: kept, problems: [...problems, ...repeats] };
}

/** Of packs with the same plan id the first stays; each later one is a problem. */
export function withoutRepeats(loaded: readonly { readonly folder: string; readonly pack: Pack }[]): {
  readonly kept: readonly Pack[];
  readonly problems: readonly PackProblem[];
} {
  const first = new Map<PlanId, string>();
  const kept: Pack[] = [];
  const problems: PackProblem[] = [];
  for (const { folder, pack } of loaded) {
    const before = first.get(pack.plan.id);
    if (before === undefined) {
      first.set(pack.plan.id, folder);
      kept.push(pack);
    } else {
      problems.push({
        ...atTop(join(folder, 'plan.yaml'), pack.plan.id),
        problem: `another pack, ${before}, already has this plan id`,
        remedy: 'Give one of the two another id and folder name, or take it away.',
      });
    }
  }
  return { kept, problems };
}

/** There is no such folder, or no pack in it. */
export function nothingIn(dir: string): PackProblem {
  return {
    ...atTop(dir, ''),
    problem: existsSync(dir) ? 'there is no pack in this folder' : 'there is no such folder',
    remedy: 'Name a pack (a folder with a plan.yaml) or a folder of packs.',
  };
}

function withoutPlan(folder: string): PackProblem {
  return {
    ...atTop(join(folder, 'plan.yaml'), ''),
    problem: 'plan.yaml is missing',
    remedy: 'Add a plan.yaml with `id`, `title` and `source`: a pack begins with it.',
  };
}

function atTop(file: string, value: string): Pick<PackProblem, 'file' | 'line' | 'column' | 'value'> {
  return { file, line: 1, column: 1, value };
}
