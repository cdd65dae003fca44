import { createRequire } from 'node:module';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** A file as it is served. */
export interface Asset {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
}

export interface AssetFolders {
  /** The compiled modules of `page/`. */
  readonly scripts: string;
  /** The style sheet and the icon. */
  readonly styles: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Everything the page loads, read once, Microsoft's card renderer included. Throws an Error with the remedy where the
 * page has not been built.
 */
export async function readAssets({ scripts, styles }: AssetFolders): Promise<readonly Asset[]> {
  const [code, looks] = await Promise.all([readKind(scripts, ['.js']), readKind(styles, ['.css', '.svg'])]);
  if (!code.some(({ name }) => name === 'main.js')) {
    throw new Error(`The page’s scripts are not in ${scripts}: run "npm run build".`);
  }
  const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  return [...code, ...looks, await readAsset(renderer, 'adaptivecards.js')];
}

async function readKind(folder: string, kinds: readonly string[]): Promise<readonly Asset[]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names.filter((name) => kinds.includes(extname(name))).map((name) => readAsset(join(folder, name), name)),
  );
}

async function readAsset(path: string, name: string): Promise<Asset> {
  return { name, type: TYPES[extname(name)] ?? 'application/octet-stream', body: await readFile(path) };
}
