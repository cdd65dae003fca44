import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';

/** What a Teams app package needs to know of the organisation that installs it. */
export interface PackageParts {
  /** The Microsoft App ID of the bot. */
  readonly appId: string;
  /** Of this project: a changed package needs a higher one. */
  readonly version: string;
  /** Who runs the bot: at most 32 characters. */
  readonly developer: string;
  /** Pages that open without signing in: about the bot, how it treats data, on what terms. */
  readonly site: string;
  readonly privacy: string;
  readonly terms: string;
}

const FILES = ['manifest.json', 'en.json', 'cy.json', 'color.png', 'outline.png'] as const;
/** Always the same, so that equal input gives equal packages. */
const FILE_TIME = '1980-01-02T00:00:00Z';
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** What is wrong with the parts, all of it, each as a sentence with the remedy; empty where nothing is. */
export function packageProblems(parts: Partial<PackageParts>): readonly string[] {
  const { appId = '', version = '', developer = '', site, privacy, terms } = parts;
  const pages = Object.entries({ site, privacy, terms });
  return [
    ...(GUID.test(appId) ? [] : [`--app-id is ${appId || 'missing'}: give the bot's Microsoft App ID.`]),
    ...(/^\d+\.\d+\.\d+$/u.test(version)
      ? []
      : [`--app-version is ${version || 'missing'}: give three numbers.`]),
    ...(developer !== '' && developer.length <= 32
      ? []
      : ['--developer: give the name of who runs the bot, at most 32 characters.']),
    ...pages.flatMap(([name, page = '']) =>
      URL.canParse(page) && new URL(page).protocol === 'https:'
        ? []
        : [`--${name} is ${page || 'missing'}: give the address of that page, beginning with https.`],
    ),
  ];
}

/** The manifest with its placeholders filled. */
export function filledManifest(template: string, parts: PackageParts): string {
  const values: Readonly<Record<string, string>> = { ...parts, domain: new URL(parts.site).hostname };
  const fill = (text: string): string =>
    text.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`The manifest asks for {{${name}}}, which nobody fills.`);
      return value;
    });
  const manifest: unknown = JSON.parse(template, (_, value: unknown) =>
    typeof value === 'string' ? fill(value) : value,
  );
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** The app package, as it is uploaded to Teams, from the folder that holds the manifest. */
export async function teamsPackage(folder: string, parts: PackageParts): Promise<Uint8Array> {
  const read = await Promise.all(
    FILES.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      const content =
        name === 'manifest.json' ? Buffer.from(filledManifest(bytes.toString('utf8'), parts)) : bytes;
      return [name, new Uint8Array(content)] as const;
    }),
  );
  return zipSync(Object.fromEntries(read), { mtime: FILE_TIME });
}

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  'app-id': TEXT,
  'app-version': TEXT,
  developer: TEXT,
  site: TEXT,
  privacy: TEXT,
  terms: TEXT,
  manifest: { ...TEXT, default: 'adapters/teams/manifest' },
  out: { ...TEXT, default: 'teams-app.zip' },
};

/** The command: resolves to the exit status, 0 written, 2 wrong use. */
export async function runPackage(args: readonly string[], say: (line: string) => void): Promise<0 | 2> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: false });
  const given = (name: keyof typeof OPTIONS): string => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  const parts: PackageParts = {
    appId: given('app-id'),
    version: given('app-version'),
    developer: given('developer'),
    site: given('site'),
    privacy: given('privacy'),
    terms: given('terms'),
  };
  const unknown = Object.keys(values).filter((name) => !(name in OPTIONS));
  const problems = [
    ...unknown.map(
      (name) => `--${name} is not known: the options are --${Object.keys(OPTIONS).join(', --')}.`,
    ),
    ...packageProblems(parts),
  ];
  problems.forEach(say);
  if (problems.length > 0) return 2;
  await writeFile(given('out'), await teamsPackage(given('manifest'), parts));
  say(`Written: ${given('out')}`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await runPackage(process.argv.slice(2), (line) => process.stderr.write(`${line}\n`));
