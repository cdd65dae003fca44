import { createHash } from 'node:crypto';

import type { Audience, Helpline } from '../domain/model.ts';
import { createLibrary } from './create-library.ts';
import type { Library } from './library.ts';
import {
  HELPLINES_FILE,
  helplinesFrom,
  nothingIn,
  PACK_FILES,
  packFoldersIn,
  packFrom,
  readTexts,
  withoutRepeats,
  type Loaded,
  type LoadOptions,
} from './load.ts';
import type { Pack } from './pack.ts';
import type { PackProblem } from './problem.ts';

/** A pack or a folder of packs. */
export interface KnowledgeDir {
  readonly path: string;
  /** Ours: a mistake in it at the start stops the start. */
  readonly bundled?: boolean;
  /** That it is empty or not there is no mistake: packs may be imported into it later. */
  readonly mayBeEmpty?: boolean;
  /** Names of pack folders in it to leave out, such as an invented plan that nobody asked for. */
  readonly except?: readonly string[];
}

/** One folder as last read: what holds of it, and what is wrong with it now. */
interface Held<T> {
  readonly print: string;
  readonly value: T | undefined;
  readonly problems: readonly PackProblem[];
}

/** Everything read at one moment. */
export interface Shelf {
  /** Differs whenever anything that was read differs. */
  readonly print: string;
  readonly packs: ReadonlyMap<string, Held<Pack>>;
  readonly helpers: ReadonlyMap<string, Held<readonly Helpline[]>>;
  readonly helplines: readonly Helpline[];
  readonly problems: readonly PackProblem[];
  library(audience: Audience): Library;
}

/** Reads all folders; what is as it was before is not parsed again, what is wrong now stays as it last was right. */
export async function stock(
  dirs: readonly KnowledgeDir[],
  load: LoadOptions,
  before: Shelf | undefined,
): Promise<Shelf> {
  const packs = new Map<string, Held<Pack>>();
  const helpers = new Map<string, Held<readonly Helpline[]>>();
  const empty: PackProblem[] = [];
  for (const { path, except, mayBeEmpty = false } of dirs) {
    const folders = packFoldersIn(path, except) ?? [];
    if (folders.length === 0 && !mayBeEmpty) empty.push(nothingIn(path));
    for (const folder of folders) {
      const texts = readTexts(folder, PACK_FILES);
      packs.set(
        folder,
        await hold(printOf(texts), before?.packs.get(folder), () => packFrom(folder, texts, load)),
      );
    }
    const texts = readTexts(path, [HELPLINES_FILE]);
    helpers.set(
      path,
      await hold(printOf(texts), before?.helpers.get(path), () => helplinesFrom(path, texts, load.prepared)),
    );
  }
  return shelve(packs, helpers, empty);
}

async function hold<T>(
  print: string,
  before: Held<T> | undefined,
  load: () => Promise<Loaded<T>>,
): Promise<Held<T>> {
  if (before?.print === print) return before;
  const loaded = await load();
  if (loaded.ok) return { print, value: loaded.value, problems: [] };
  return { print, value: before?.value, problems: loaded.problems };
}

function shelve(packs: Shelf['packs'], helpers: Shelf['helpers'], empty: readonly PackProblem[]): Shelf {
  const good = [...packs].flatMap(([folder, { value }]) => (value ? [{ folder, pack: value }] : []));
  const { kept, problems: repeats } = withoutRepeats(good);
  const libraries = new Map<Audience, Library>();
  const helplines = new Map<string, Helpline>();
  for (const { value = [] } of helpers.values()) for (const line of value) helplines.set(line.id, line);
  return {
    print: printOf([[...packs], [...helpers]].map((each) => each.map(([key, { print }]) => [key, print]))),
    packs,
    helpers,
    helplines: [...helplines.values()],
    problems: [
      ...empty,
      ...[...packs.values(), ...helpers.values()].flatMap((held) => held.problems),
      ...repeats,
    ],
    library: (audience) => {
      const library = libraries.get(audience) ?? createLibrary(kept, audience);
      libraries.set(audience, library);
      return library;
    },
  };
}

function printOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
