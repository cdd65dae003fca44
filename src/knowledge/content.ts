import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PackProblem } from './problem.ts';

/** The content of a YAML file as plain values, or what keeps it from being read. */
export type Content =
  | { readonly ok: true; readonly content: unknown }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/**
 * Reads YAML. `prepared` is a folder that `prepareContent` filled: parsing takes most of the time of a start, and what
 * was parsed at build time is found again by the hash of its text, so that an edited file is always parsed anew.
 */
export async function readContent(file: string, text: string, prepared?: string): Promise<Content> {
  const kept = prepared === undefined ? undefined : join(prepared, nameFor(text));
  if (kept !== undefined && existsSync(kept)) {
    return { ok: true, content: JSON.parse(readFileSync(kept, 'utf8')) as unknown };
  }
  const { readYaml } = await import('./yaml-file.ts');
  return readYaml(file, text);
}

/** Parses every YAML file beneath the folders into `into`, emptying it first. Returns how many; files with mistakes are left out. */
export async function prepareContent(dirs: readonly string[], into: string): Promise<number> {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  let count = 0;
  for (const file of dirs.flatMap(yamlFilesBeneath)) {
    const text = readFileSync(file, 'utf8');
    const read = await readContent(file, text);
    if (!read.ok) continue;
    writeFileSync(join(into, nameFor(text)), JSON.stringify(read.content));
    count += 1;
  }
  return count;
}

/** Keeps what a text has been parsed to, or was written from, where `readContent` finds it by that folder. */
export function keepContent(text: string, content: unknown, into: string): string {
  mkdirSync(into, { recursive: true });
  writeFileSync(join(into, nameFor(text)), JSON.stringify(content));
  return nameFor(text);
}

function yamlFilesBeneath(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function nameFor(text: string): string {
  return `${createHash('sha256').update(text).digest('hex').slice(0, 32)}.json`;
}
