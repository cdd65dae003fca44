import { basename, resolve } from 'node:path';

import type { IsoDate } from '../domain/dates.ts';
import { keptIn } from './held-pack.ts';
import { loadPack, packFoldersIn, type Loaded } from './load.ts';
import { nearest } from './nearest.ts';
import type { Pack } from './pack.ts';

export interface FoundPack {
  readonly folder: string;
  readonly loaded: Loaded<Pack>;
}

/** The pack of that id in the first of the folders that has it, or the id that is most like it. */
export async function findPack(
  id: string,
  dirs: readonly string[],
  today: IsoDate,
): Promise<FoundPack | { readonly folder?: undefined; readonly near: string | undefined }> {
  const folders = dirs.flatMap((dir) => packFoldersIn(resolve(dir)) ?? []);
  const folder = folders.find((each) => basename(each) === id);
  if (folder !== undefined)
    return { folder, loaded: await loadPack(folder, { today, prepared: keptIn(folder) }) };
  return {
    near: nearest(
      id,
      folders.map((each) => basename(each)),
    ),
  };
}
