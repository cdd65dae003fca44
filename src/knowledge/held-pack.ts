import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { checkPack } from './check-pack.ts';
import { keepContent, readContent } from './content.ts';
import type { RawPack } from './entries.ts';
import type { PackFile } from './finding.ts';
import { PACK_FILES, packFrom, readTexts, type Texts } from './load.ts';
import type { Pack } from './pack.ts';
import { formatProblem } from './problem.ts';
import type { SheetProblem } from './sheet.ts';

/** The pack over which sheets are put: its files as written, as content and as what they say. */
export interface HeldPack {
  readonly ok: true;
  readonly raw: RawPack;
  readonly pack: Pack;
  readonly texts: Texts;
}

/** The pack that is there; one that is wrong is mended first, for what is written over it would hide that. */
export async function heldPack(
  folder: string,
): Promise<HeldPack | { readonly ok: false; readonly problems: readonly SheetProblem[] }> {
  const texts = readTexts(folder, PACK_FILES);
  const contents = await Promise.all(
    PACK_FILES.map((file) => readContent(join(folder, file), texts[file] ?? '', keptIn(folder))),
  );
  const [plan, items, progress] = contents.map((each) => (each.ok ? (each.content ?? undefined) : undefined));
  const raw: RawPack = { plan, items, progress };
  const checked = checkPack(raw, { folder: basename(folder) });
  if (checked.ok && contents.every((each) => each.ok)) return { ok: true, raw, pack: checked.value, texts };
  const loaded = await packFrom(folder, texts);
  return {
    ok: false,
    problems: loaded.ok ? [] : loaded.problems.map((each) => mendFirst(each.file, formatProblem(each))),
  };
}

function mendFirst(sheet: string, remedy: string): SheetProblem {
  return { sheet, row: 0, column: '', value: '', problem: 'the pack held already is wrong', remedy };
}

/** Beside the packs, out of sight: what an import wrote, as content, so that the next need not parse it. */
export function keptIn(folder: string): string {
  return join(dirname(folder), '.parsed', basename(folder));
}

/**
 * Keeps the content of files just written; what was kept of other texts goes. Found again by the hash of the text, so that
 * a file edited since is parsed. The packs do not depend on it.
 */
export function keepParsed(folder: string, contents: Readonly<Partial<Record<PackFile, unknown>>>): void {
  const kept = keptIn(folder);
  const texts = readTexts(folder, PACK_FILES);
  const names = PACK_FILES.flatMap((file) => {
    const text = texts[file];
    return text === undefined || contents[file] === undefined ? [] : keepContent(text, contents[file], kept);
  });
  for (const name of existsSync(kept) ? readdirSync(kept) : []) {
    if (!names.includes(name)) rmSync(join(kept, name));
  }
}
