import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import {
  filledManifest,
  packageProblems,
  runPackage,
  teamsPackage,
  type PackageParts,
} from '../../adapters/teams/package.ts';
import { NO_MEMORY } from '../../src/domain/conversation.ts';
import type { IsoDate } from '../../src/domain/dates.ts';
import { understand } from '../doubles/understand.ts';
import { action, libraryOf, plan } from '../builders.ts';

const FOLDER = join(process.cwd(), 'adapters/teams/manifest');
const SCHEMAS = join(process.cwd(), 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');
const PARTS: PackageParts = {
  appId: '00000000-0000-4000-8000-00000000b070',
  version: '1.2.3',
  developer: 'A "public" body',
  site: 'https://plans.example.org/about',
  privacy: 'https://plans.example.org/privacy',
  terms: 'https://plans.example.org/terms',
};

interface Command {
  readonly title: string;
  readonly description: string;
}
interface Manifest {
  readonly $schema: string;
  readonly manifestVersion: '1.30';
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly Command[];
    }[];
  }[];
  readonly validDomains: readonly string[];
}
type Strings = Readonly<Record<string, string>>;

function read(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}
const MANIFEST = JSON.parse(filledManifest(read('manifest.json'), PARTS)) as Manifest;
const EN = JSON.parse(read('en.json')) as Strings;
const CY = JSON.parse(read('cy.json')) as Strings;

/** Width, height and pixels of an 8-bit RGBA picture without filters, which is how ours are written. */
function pixelsOf(name: string): { readonly width: number; readonly height: number; readonly rgba: Buffer } {
  const png = readFileSync(join(FOLDER, name));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const lines = Array.from({ length: height }, (_, y) =>
    rows.subarray(y * (width * 4 + 1) + 1, (y + 1) * (width * 4 + 1)),
  );
  return { width, height, rgba: Buffer.concat(lines) };
}

/** What Microsoft's schema of that name finds wrong. */
function faultsOf(value: unknown, schemaName: string): readonly string[] {
  const schema = JSON.parse(readFileSync(join(SCHEMAS, schemaName), 'utf8')) as Record<string, unknown>;
  const { $schema: _draft, ...rules } = schema;
  // Its patterns are written for readers older than Unicode expressions.
  const options = { strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false };
  const validate = new Ajv(options).compile(rules);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the Teams manifest', () => {
  it('fulfils the newest schema that Microsoft has released', () => {
    const versions = readdirSync(SCHEMAS).map((name) => Number(/^v1\.(\d+)$/u.exec(name)?.[1] ?? 0));
    const newest = `v1.${Math.max(...versions)}`;

    expect(MANIFEST.$schema).toBe(
      `https://developer.microsoft.com/json-schemas/teams/${newest}/MicrosoftTeams.schema.json`,
    );
    expect(faultsOf(MANIFEST, `${newest}/MicrosoftTeams.schema.json`)).toEqual([]);
    expect(faultsOf({ ...MANIFEST, id: 'no guid' }, `${newest}/MicrosoftTeams.schema.json`)).not.toEqual([]);
  });

  it('lets people talk to the bot alone, in group chats and in channels, with up to ten commands', () => {
    const [bot] = MANIFEST.bots;

    expect(bot).toMatchObject({ botId: PARTS.appId, scopes: ['personal', 'team', 'groupChat'] });
    expect(bot!.commandLists.flatMap(({ scopes }) => scopes)).toEqual(bot!.scopes);
    for (const { commands } of bot!.commandLists) expect(commands.length).toBeLessThanOrEqual(10);
  });

  it('says everything in English and in Welsh, and the Welsh is not the English', () => {
    const strings: Record<string, string> = {
      'name.short': MANIFEST.name.short,
      'name.full': MANIFEST.name.full,
      'description.short': MANIFEST.description.short,
      'description.full': MANIFEST.description.full,
    };
    MANIFEST.bots[0]!.commandLists.forEach(({ commands }, list) => {
      commands.forEach(({ title, description }, n) => {
        strings[`bots[0].commandLists[${list}].commands[${n}].title`] = title;
        strings[`bots[0].commandLists[${list}].commands[${n}].description`] = description;
      });
    });

    expect(EN).toEqual({ $schema: EN['$schema'], ...strings });
    expect(Object.keys(CY)).toEqual(Object.keys(EN));
    expect(Object.keys(strings).filter((key) => CY[key] === EN[key])).toEqual([]);
  });

  it.each([
    ['en.json', EN],
    ['cy.json', CY],
  ])('keeps to the schema of language files: %s', (_name, strings) => {
    expect(faultsOf(strings, 'v1.30/MicrosoftTeams.Localization.schema.json')).toEqual([]);
  });

  it('keeps to the store’s rules: a short enough description, domains without wildcards', () => {
    for (const text of [MANIFEST.description.full, CY['description.full']!])
      expect(text.split(/\s+/u).length).toBeLessThan(500);
    expect(MANIFEST.validDomains).toEqual(['plans.example.org']);
  });
});

describe('the listed commands', () => {
  const titlesOf = (strings: Strings): readonly string[] =>
    Object.entries(strings).flatMap(([key, text]) => (key.endsWith('].title') ? [text] : []));
  const asked = ['help', 'plans', 'list', 'list', 'changes', 'subscribe', 'set-language'];

  it.each([
    ['en', EN, 'cy'],
    ['cy', CY, 'en'],
  ] as const)('are all understood, as they arrive: %s', (locale, strings, other) => {
    const library = libraryOf({ plans: [plan({ id: 'demo' })], items: [action('4.2')] });
    const heard = titlesOf(strings).map((text) =>
      understand({ text, memory: NO_MEMORY, fallback: other, today: '2026-11-21' as IsoDate, library }),
    );
    const intents = heard.map(({ queries: [{ intent }] }) => intent);

    expect(intents.map(({ kind }) => kind)).toEqual(asked);
    expect(heard.slice(0, -1).map((one) => one.locale)).toEqual(asked.slice(0, -1).map(() => locale));
    expect(intents.at(-1)).toMatchObject({ kind: 'set-language', locales: [other] });
  });
});

describe('the icons', () => {
  it('are a coloured one of 192 by 192, and a white outline of 32 by 32 on nothing', () => {
    const [colour, outline] = [pixelsOf('color.png'), pixelsOf('outline.png')];
    const alphas = outline.rgba.filter((_, n) => n % 4 === 3);

    expect([colour.width, colour.height, outline.width, outline.height]).toEqual([192, 192, 32, 32]);
    expect(new Set(colour.rgba.filter((_, n) => n % 4 === 3))).toEqual(new Set([255]));
    expect(new Set(outline.rgba.filter((_, n) => n % 4 !== 3))).toEqual(new Set([255]));
    expect(alphas).toContain(0);
    expect(alphas).toContain(255);
  });
});

describe('the app package', () => {
  it('holds the filled manifest, both languages and both icons, and is the same each time', async () => {
    const zip = await teamsPackage(FOLDER, PARTS);
    const files = unzipSync(zip);

    expect(Object.keys(files).sort()).toEqual([
      'color.png',
      'cy.json',
      'en.json',
      'manifest.json',
      'outline.png',
    ]);
    expect(JSON.parse(strFromU8(files['manifest.json']!))).toMatchObject({
      id: PARTS.appId,
      version: '1.2.3',
      developer: { name: 'A "public" body', privacyUrl: PARTS.privacy, termsOfUseUrl: PARTS.terms },
    });
    expect(strFromU8(files['manifest.json']!)).not.toContain('{{');
    expect(Buffer.from(await teamsPackage(FOLDER, PARTS)).equals(Buffer.from(zip))).toBe(true);
  });

  it('is not made of parts that are missing or wrong: all of them are named at once', async () => {
    const said: string[] = [];

    expect(
      await runPackage(['--app-id', 'x', '--site', 'http://example.org', '--colour', 'red'], (line) =>
        said.push(line),
      ),
    ).toBe(2);
    expect(said.map((line) => line.split(/[ :]/u)[0])).toEqual([
      '--colour',
      '--app-id',
      '--app-version',
      '--developer',
      '--site',
      '--privacy',
      '--terms',
    ]);
    expect(packageProblems(PARTS)).toEqual([]);
  });

  it('is written where it is asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'teams-package-'));
    const out = join(folder, 'app.zip');
    const { appId, version, ...pages } = PARTS;
    const args = Object.entries({ 'app-id': appId, 'app-version': version, ...pages, manifest: FOLDER, out });

    const status = await runPackage(
      args.flatMap(([name, value]) => [`--${name}`, value]),
      () => {},
    );

    expect(status).toBe(0);
    expect(Object.keys(unzipSync(new Uint8Array(readFileSync(out))))).toHaveLength(5);
    rmSync(folder, { recursive: true });
  });
});
