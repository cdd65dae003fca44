import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parseSync } from '@swc/core';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Folder → what its files may import: folders of ours, then packages. The most exact folder counts. */
const TABLE: Readonly<Record<string, { ours: readonly string[]; packages: readonly string[] }>> = {
  'src/domain': { ours: [], packages: [] },
  'src/ports': { ours: ['src/domain'], packages: [] },
  'src/language': { ours: ['src/domain'], packages: [] },
  'src/knowledge': {
    ours: ['src/domain', 'src/ports'],
    packages: ['zod', 'yaml', 'csv-parse', 'csv-stringify', 'write-excel-file', 'read-excel-file', 'node:*'],
  },
  'src/search': { ours: ['src/domain', 'src/language', 'src/knowledge'], packages: ['fuse.js'] },
  'src/understand': {
    ours: ['src/domain', 'src/language', 'src/search', 'src/knowledge'],
    packages: ['node:fs', 'node:url', 'node:path', 'yaml', 'zod'],
  },
  'src/compose': { ours: ['src/domain', 'src/language'], packages: [] },
  'src/digest': {
    ours: ['src/domain', 'src/ports', 'src/language', 'src/compose'],
    packages: ['croner'],
  },
  'src/bot': {
    ours: [
      'src/domain',
      'src/ports',
      'src/language',
      'src/knowledge',
      'src/search',
      'src/understand',
      'src/compose',
      'src/digest',
    ],
    packages: [],
  },
  'adapters/slack': { ours: ['src/domain', 'src/ports'], packages: ['@slack/*', 'node:*'] },
  'adapters/teams': {
    ours: ['src/domain', 'src/ports'],
    packages: ['botbuilder', '@microsoft/teams.cards', 'fflate', 'node:*'],
  },
  'adapters/web': { ours: ['src/domain', 'src/ports'], packages: ['node:*'] },
  'adapters/http': { ours: ['src/domain', 'src/ports'], packages: ['prom-client', 'node:*'] },
  'adapters/picture': { ours: ['src/domain', 'src/ports'], packages: ['@resvg/resvg-js', 'node:*'] },
  'adapters/console': { ours: ['src/domain', 'src/ports'], packages: ['node:*'] },
  'adapters/store': { ours: ['src/domain', 'src/ports'], packages: ['kysely', 'pg', 'libsql', 'node:*'] },
};
/** The wiring sees everything; nothing else but tests and scripts may import it. */
const WIRING = /^src\/(main\.ts|config\.ts|start\/)/u;
/** Of the wiring, what may read the clock, chance and the environment. */
const MACHINE = ['src/main.ts', 'src/start/machine.ts'];

/** As much of the parser's nodes as is read here. */
interface SyntaxNode {
  readonly type: string;
  readonly source?: { readonly value: string };
  readonly callee?: { readonly type: string };
  readonly arguments?: readonly { readonly expression: { readonly value?: string } }[];
}
interface Import {
  readonly file: string;
  readonly target: string;
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name).split(sep).join('/'))
    .filter((name) => !name.startsWith('adapters/web/page/'));
}

/** Static, dynamic and re-exporting imports, ours as paths from the project's root. */
function importsOf(file: string, code: string): readonly Import[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, source, callee, arguments: args } = node as SyntaxNode;
    if (/^(Import|Export).*Declaration$/.test(type) && source) found.push(source.value);
    if (type === 'CallExpression' && callee?.type === 'Import')
      found.push(args?.[0]?.expression.value ?? '?');
    Object.values(node).forEach(visit);
  };
  visit(parseSync(code, { syntax: 'typescript', target: 'es2022' }).body);
  return found.map((target) => ({ file, target: resolved(file, target) }));
}

function resolved(file: string, target: string): string {
  if (!target.startsWith('.')) return target;
  return relative(ROOT, join(ROOT, dirname(file), target))
    .split(sep)
    .join('/');
}

function isAllowed({ file, target }: Import): boolean {
  if (WIRING.test(file) && file !== 'src/config.ts') return true;
  if (WIRING.test(target)) return false;
  if (file === 'src/config.ts') return target.startsWith('src/domain/') || ['zod', 'dotenv'].includes(target);
  const folder = Object.keys(TABLE).find((name) => file.startsWith(`${name}/`));
  if (!folder) return false;
  const { ours, packages } = TABLE[folder]!;
  const isOurs = target.startsWith('src/') || target.startsWith('adapters/');
  if (isOurs) return [folder, ...ours].some((name) => target.startsWith(`${name}/`));
  return packages.some((name) =>
    name.endsWith('*')
      ? target.startsWith(name.slice(0, -1))
      : target === name || target.startsWith(`${name}/`),
  );
}

const FILES = [...sourceFiles('src'), ...sourceFiles('adapters')];
const IMPORTS = FILES.flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), 'utf8')));

describe('the import table', () => {
  it('has read the project: every folder of the table that exists, and hundreds of imports', () => {
    const folders = new Set(FILES.map((file) => file.split('/').slice(0, 2).join('/')));

    expect(IMPORTS.length).toBeGreaterThan(200);
    expect([...folders]).toEqual(
      expect.arrayContaining(['src/domain', 'src/bot', 'adapters/slack', 'adapters/teams']),
    );
  });

  it('finds a planted fault of each sort', () => {
    const planted = [
      "import { x } from '../knowledge/library.ts';",
      "const x = await import('../ports/store.ts');",
      "export * from 'zod';",
      "export type { X } from '../../adapters/slack/index.ts';",
    ].flatMap((code) => importsOf('src/domain/planted.ts', code));

    expect(planted).toHaveLength(4);
    expect(planted.filter(isAllowed)).toEqual([]);
  });

  it('is kept by every file', () => {
    const broken = IMPORTS.filter((one) => !isAllowed(one)).map(({ file, target }) => `${file} → ${target}`);

    expect(broken).toEqual([]);
  });

  it('lets only the Slack folder see Bolt and only the Teams folder see botbuilder', () => {
    const seen = IMPORTS.filter(({ target }) => /^(@slack\/bolt|botbuilder)/.test(target)).map(
      ({ file }) => file.split('/')[1],
    );

    expect(new Set(seen)).toEqual(new Set(['slack', 'teams']));
  });
});

describe('clock, randomness and environment', () => {
  const FORBIDDEN = /\bnew Date\(\s*\)|\bDate\.now\b|\bMath\.random\b|\bprocess\.env\b|\brandomUUID\b/u;

  it('appear in two files of the wiring alone', () => {
    const guilty = FILES.filter((file) => !MACHINE.includes(file)).filter((file) =>
      FORBIDDEN.test(withoutComments(readFileSync(join(ROOT, file), 'utf8'))),
    );

    expect(FORBIDDEN.test('const now = new Date();')).toBe(true);
    expect(guilty).toEqual([]);
  });
});

describe('shared code', () => {
  it('never names a channel in a comparison', () => {
    const guilty = FILES.filter((file) => file.startsWith('src/') && !WIRING.test(file)).filter((file) =>
      /[=!]==\s*'(slack|teams|web|console)'/u.test(readFileSync(join(ROOT, file), 'utf8')),
    );

    expect(guilty).toEqual([]);
  });
});

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/^\s*\/\/.*$/gmu, '');
}
