import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { transform, type JscConfig } from '@swc/core';

const ROOT = resolve(import.meta.dirname, '../..');

// Known to the compiler at run time, not yet to its types.
const REWRITE = { rewriteRelativeImportExtensions: true };
const LANGUAGE: JscConfig = { parser: { syntax: 'typescript' }, target: 'es2022', ...REWRITE };

/** JavaScript that a child process can run on every supported Node, in a folder of its own. */
export interface Built {
  readonly dir: string;
  readonly remove: () => Promise<void>;
}

/**
 * Compiles the folders and files given ("src/domain", "src/main.ts"), at the same places below a temporary folder that finds the same packages.
 * For tests that need real processes: Node 20 runs no TypeScript.
 */
export async function build(paths: readonly string[]): Promise<Built> {
  const dir = await mkdtemp(join(tmpdir(), 'workforce-plan-built-'));
  await writeFile(join(dir, 'package.json'), '{"type":"module"}');
  await symlink(join(ROOT, 'node_modules'), join(dir, 'node_modules'), 'junction');
  for (const path of paths) await (path.endsWith('.ts') ? compileFile(path, dir) : compileFolder(path, dir));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

async function compileFolder(folder: string, dir: string): Promise<void> {
  const names = await readdir(join(ROOT, folder), { recursive: true });
  for (const name of names.filter((name) => name.endsWith('.ts'))) {
    await compileFile(join(folder, name), dir);
  }
}

async function compileFile(name: string, dir: string): Promise<void> {
  const { code } = await transform(await readFile(join(ROOT, name), 'utf8'), {
    filename: name,
    jsc: LANGUAGE,
    module: { type: 'es6' },
  });
  const target = join(dir, name.replace(/\.ts$/, '.js'));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, code);
}

/** The product's own build, made anew where the source has changed since: the path of what `npm start` runs. */
export async function product(): Promise<string> {
  const main = join(ROOT, 'dist/src/main.js');
  const built = (await stat(main).catch(() => undefined))?.mtimeMs ?? 0;
  const sources = await Promise.all(['src', 'adapters', 'knowledge'].map(newestIn));
  if (Math.max(...sources) > built) await promisify(execFile)('npm', ['run', 'build'], { cwd: ROOT });
  return main;
}

async function newestIn(folder: string): Promise<number> {
  const names = await readdir(join(ROOT, folder), { recursive: true });
  const stats = await Promise.all(names.map((name) => stat(join(ROOT, folder, name))));
  return Math.max(...stats.map(({ mtimeMs }) => mtimeMs));
}
