import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isSeq, parseDocument } from 'yaml';

import { emitYaml, entryLines, LINE_WIDTH } from './emit-yaml.ts';
import type { PackFile } from './finding.ts';
import type { Texts } from './load.ts';

/** Content as YAML that a person could have written: no anchors, a blank line before each entry of a list. */
export function toYaml(content: object): string {
  return emitYaml(content);
}

/** Adds entries to the end of a list in a file and leaves the rest, comments and all, as it is. */
export function appendTo(text: string | undefined, key: string, entries: readonly object[]): string {
  if (text === undefined) return emitYaml({ [key]: entries });
  const pad = padOfLastList(text, key);
  if (pad !== undefined) return `${text.trimEnd()}\n${entryLines(entries, pad, true).join('\n')}\n`;
  const document = parseDocument(text);
  const list = document.get(key);
  let count = isSeq(list) ? list.items.length : 0;
  for (const entry of entries) {
    const node = document.createNode(entry, { aliasDuplicateObjects: false });
    node.spaceBefore = count > 0;
    document.addIn([key], node);
    count += 1;
  }
  return document.toString({ lineWidth: LINE_WIDTH });
}

/** How far the entries are moved in of a list written entry by entry beneath its key, with which the file ends. */
function padOfLastList(text: string, key: string): string | undefined {
  const lines = text.trimEnd().split('\n');
  const start = lines.indexOf(`${key}:`);
  const body = lines.slice(start + 1);
  const pad = body.map((line) => /^( *)- /.exec(line)?.[1]).find((each) => each !== undefined);
  const isOfList = (line: string) => /^(?: |#|- |$)/.test(line);
  return start === -1 || !body.every(isOfList) ? undefined : pad;
}

/** A pack's folder name and the files of it that are to be written; the others stay as they are. */
export interface PackTexts {
  readonly id: string;
  readonly texts: Texts;
}

/** Done, or why the folder cannot be written to; then all stands as it stood. */
export type Put = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** Folders in which packs are made ready; the number is of the process, so that one that was cut off can be told. */
const READY = /^\.import-(\d+)-/;
const BEFORE = '.before';

/**
 * All packs are made ready beside their places before the first is put there by renaming, so that a reader never meets
 * half a pack.
 */
export function writePacks(into: string, packs: readonly PackTexts[]): Put {
  return attempt(() => {
    mkdirSync(into, { recursive: true });
    const ready = mkdtempSync(join(into, `.import-${process.pid}-`));
    try {
      for (const { id, texts } of packs) {
        if (existsSync(join(into, id))) cpSync(join(into, id), join(ready, id), { recursive: true });
        mkdirSync(join(ready, id), { recursive: true });
        for (const [file, text] of Object.entries(texts) as [PackFile, string][]) {
          writeFileSync(join(ready, id, file), text, { flush: true });
        }
      }
      for (const { id } of packs) putInPlace(into, ready, id);
    } finally {
      rmSync(ready, { recursive: true, force: true });
    }
  });
}

/** Puts back what an import that was cut off had taken from its place, and clears away what it had made ready. */
export function mendPacks(into: string): Put {
  if (!existsSync(into)) return { ok: true };
  return attempt(() => {
    for (const name of readdirSync(into)) {
      const [, pid] = READY.exec(name) ?? [];
      if (pid === undefined || isRunning(Number(pid))) continue;
      const ready = join(into, name);
      for (const each of readdirSync(ready).filter((one) => one.endsWith(BEFORE))) {
        const place = join(into, each.slice(0, -BEFORE.length));
        if (!existsSync(place)) renameSync(join(ready, each), place);
      }
      rmSync(ready, { recursive: true, force: true });
    }
  });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'you may not write in this folder',
  EPERM: 'you may not write in this folder',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  ENOTDIR: 'a part of the name is a file and no folder',
  EEXIST: 'a part of the name is a file and no folder',
};

/** What the machine refuses is a value; what is wrong in our code is thrown on. */
export function attempt(work: () => void): Put {
  try {
    work();
    return { ok: true };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { ok: false, why: WHY[code] ?? message };
  }
}

/** What stood there before is put back where the new pack cannot take its place. */
function putInPlace(into: string, ready: string, id: string): void {
  const [place, before] = [join(into, id), join(ready, `${id}${BEFORE}`)];
  const replaced = existsSync(place);
  if (replaced) renameSync(place, before);
  try {
    renameSync(join(ready, id), place);
  } catch (error) {
    if (replaced) renameSync(before, place);
    throw error;
  }
}
