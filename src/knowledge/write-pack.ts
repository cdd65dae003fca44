import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, isNode, isSeq, parseDocument, visit } from 'yaml';

import type { PackFile } from './finding.ts';
import type { Texts } from './load.ts';

const STYLE = { lineWidth: 110 };

/** Content as YAML that a person could have written: no anchors, a blank line before each block and entry. */
export function toYaml(content: unknown): string {
  const document = new Document(content, { aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_, pair, path) => {
      if (path.length === 2 && isSeq(pair.value) && isNode(pair.key)) pair.key.spaceBefore = true;
    },
    Seq: (_, list, path) => {
      if (path.length !== 3) return;
      list.items.forEach((entry, index) => {
        if (index > 0 && isNode(entry)) entry.spaceBefore = true;
      });
    },
  });
  return document.toString(STYLE);
}

/** Adds entries to the end of a list in a file and leaves the rest, comments and all, as it is. */
export function appendTo(text: string | undefined, key: string, entries: readonly unknown[]): string {
  const document = text === undefined ? new Document({ [key]: [] }) : parseDocument(text);
  for (const entry of entries) {
    const node = document.createNode(entry, { aliasDuplicateObjects: false });
    node.spaceBefore = true;
    document.addIn([key], node);
  }
  return document.toString(STYLE);
}

/** A pack's folder name and the files of it that are to be written; the others stay as they are. */
export interface PackTexts {
  readonly id: string;
  readonly texts: Texts;
}

/**
 * Writes all packs or none: each is made ready beside its place and then put there by renaming, so that a reader never
 * meets half a pack.
 */
export function writePacks(into: string, packs: readonly PackTexts[]): void {
  mkdirSync(into, { recursive: true });
  const ready = mkdtempSync(join(into, '.import-'));
  try {
    for (const { id, texts } of packs) {
      if (existsSync(join(into, id))) cpSync(join(into, id), join(ready, id), { recursive: true });
      mkdirSync(join(ready, id), { recursive: true });
      for (const [file, text] of Object.entries(texts) as [PackFile, string][]) {
        writeFileSync(join(ready, id, file), text);
      }
    }
    for (const { id } of packs) {
      if (existsSync(join(into, id))) renameSync(join(into, id), join(ready, `${id}.before`));
      renameSync(join(ready, id), join(into, id));
    }
  } finally {
    rmSync(ready, { recursive: true, force: true });
  }
}
