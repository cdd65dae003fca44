/** The files of a pack, and the helplines beside the packs. */
export type PackFile = 'plan.yaml' | 'items.yaml' | 'progress.yaml' | 'vocabulary.yaml' | 'helplines.yaml';

export type Path = readonly (string | number)[];

/** Something wrong at a place within a file's content, wherever that content was written. */
export interface Finding {
  readonly file: PackFile;
  readonly path: Path;
  /** A sentence without its full stop; says what is wrong of which name. */
  readonly problem: string;
  readonly remedy: string;
  /** It is the key and not its value that is wrong. */
  readonly atKey?: true;
  /** Shown only by comparison with other entries: not to be believed while one of the files cannot be read. */
  readonly crossing?: true;
}

/** What stands at a path, or undefined. */
export function valueAt(content: unknown, path: Path): unknown {
  let at: unknown = content;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return at;
}
