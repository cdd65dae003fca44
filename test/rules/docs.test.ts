import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { PersonKey } from '../../src/domain/conversation.ts';
import type { Instant, IsoDate } from '../../src/domain/dates.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { runPlanCommand } from '../../src/knowledge/plan-command.ts';
import { packageRoot } from '../../src/start/machine.ts';
import { KNOWLEDGE, SILENT, startBot, type TestBot } from '../doubles/bot.ts';

const ROOT = packageRoot();
const DOCS = join(ROOT, 'docs');
const read = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), 'utf8');

/** Everything written for people: at the top and beneath `docs`. */
const PAGES = [ROOT, DOCS].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const shortName = (page: string): string => page.slice(ROOT.length + 1);

function withoutFences(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gmu, '');
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): readonly string[] {
  return headingsOf(text).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/gu, '-'),
  );
}

function headingsOf(text: string): readonly string[] {
  return [...withoutFences(text).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) => heading);
}

describe('the pages for people', () => {
  it('are read at all', () => {
    expect(PAGES.map(shortName)).toEqual(
      expect.arrayContaining([
        'ARCHITECTURE.md',
        'docs/administrator.md',
        'docs/plan-editor.md',
        'docs/privacy.md',
        'docs/slack.md',
        'docs/teams.md',
        'docs/user-guide.cy.md',
        'docs/user-guide.en.md',
      ]),
    );
  });

  it.each(PAGES.map((page) => [shortName(page), page]))('%s links to what is there', (_, page) => {
    const text = readFileSync(page, 'utf8');
    const links = [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)/gu)].map(([, link = '']) => link);
    const broken = links
      .filter((link) => !/^(https?|mailto):/u.test(link))
      .filter((link) => !leads(page, link));

    expect(broken).toEqual([]);
  });

  it('name only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = PAGES.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\bnpm run (?:--?[\w-]+ )*([\w:]+)/gu)].map(
        ([, name = '']) => name,
      ),
    );

    expect(named).toEqual(expect.arrayContaining(['plan', 'teams:package']));
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });

  it('have no exclamation marks in their prose', () => {
    const loud = PAGES.filter((page) => page.startsWith(DOCS)).filter((page) =>
      withoutFences(readFileSync(page, 'utf8'))
        .replace(/`[^`]*`/gu, '')
        .replace(/!\[/gu, '[')
        .includes('!'),
    );

    expect(loud.map(shortName)).toEqual([]);
  });
});

function leads(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : resolve(dirname(page), path);
  if (!existsSync(target)) return false;
  return anchor === undefined || anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
}

describe('the settings', () => {
  const inCode = [...read('src', 'config.ts').matchAll(/^ {2}([A-Z][A-Z_]{2,}|Microsoft\w+):/gmu)].map(
    ([, name = '']) => name,
  );
  const inExample = [...read('.env.example').matchAll(/^# ([A-Z][A-Z_]+|Microsoft\w+)=/gmu)].map(
    ([, name = '']) => name,
  );
  const inGuide = [
    ...read('docs', 'administrator.md').matchAll(/^\| `([A-Z][A-Z_]+|Microsoft\w+)` \|/gmu),
  ].map(([, name = '']) => name);

  it('of the code are those of .env.example', () => {
    expect(inCode).toContain('PORT');
    expect([...inExample].sort()).toEqual([...inCode].sort());
  });

  it('of the code are those of the administrator’s guide', () => {
    expect([...inGuide].sort()).toEqual([...inCode].sort());
  });
});

/** Fenced blocks marked `ask`: each is one conversation, each line a question. */
function conversationsIn(guide: string): readonly (readonly string[])[] {
  return [...guide.matchAll(/^```ask\n([\s\S]*?)^```$/gmu)].map(([, body = '']) => body.trim().split('\n'));
}

describe('the two user guides', () => {
  const guides = { en: read('docs', 'user-guide.en.md'), cy: read('docs', 'user-guide.cy.md') };
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startBot();
  });
  afterAll(() => bot.close());

  it('have as many headings and as many questions, conversation by conversation', () => {
    const shape = (guide: string) => ({
      headings: [...guide.matchAll(/^#+ /gmu)].map(([mark]) => mark),
      questions: conversationsIn(guide).map((lines) => lines.length),
    });

    expect(shape(guides.en).questions.length).toBeGreaterThan(10);
    expect(shape(guides.cy)).toEqual(shape(guides.en));
  });

  it('lead to answers of the same kinds', async () => {
    const kindsOf = async (locale: 'en' | 'cy') => {
      const kinds: string[] = [];
      for (const [index, lines] of conversationsIn(guides[locale]).entries()) {
        const chat = `kinds-${locale}-${index}`;
        for (const line of lines) kinds.push((await bot.say(line, { chat, author: personOf(chat) })).kind);
      }
      return kinds;
    };

    expect(await kindsOf('cy')).toEqual(await kindsOf('en'));
  });

  const conversations = (['en', 'cy'] as const).flatMap((locale) =>
    conversationsIn(guides[locale]).map((lines, index) => [locale, index + 1, lines] as const),
  );

  it.each(conversations)(
    '%s, conversation %i: every question is understood',
    async (locale, number, lines) => {
      const said: string[] = [];
      const chat = `${locale}-${number}`;
      for (const line of lines) {
        const { kind } = await bot.say(line, { chat, author: personOf(chat) });
        said.push(`${kind}: ${line}`);
      }

      expect(said.filter((each) => /^(unclear|not-found|out-of-scope|apology)/u.test(each))).toEqual([]);
    },
  );

  it.each(['en', 'cy'] as const)(
    '%s: questions about plans are answered in the language of the guide',
    async (locale) => {
      const others: string[] = [];
      for (const [index, lines] of conversationsIn(guides[locale]).entries()) {
        const chat = `language-${locale}-${index}`;
        for (const line of lines) {
          const answer = await bot.say(line, { chat, author: personOf(chat) });
          if (answer.kind === 'language') break;
          if (answer.locale !== locale) others.push(line);
        }
      }

      expect(others).toEqual([]);
    },
  );
});

function personOf(chat: string) {
  return { key: `test:${chat}` as PersonKey };
}

describe('the examples of the plan editor’s guide', () => {
  const guide = read('docs', 'plan-editor.md');
  const files = new Map(
    [...guide.matchAll(/^`my-plan\/([\w.]+)`\n\n```\w+\n([\s\S]*?)^```$/gmu)].map(
      ([, name = '', text = '']) => [name, text],
    ),
  );
  const printed = [...guide.matchAll(/^```\n\$ npm run --silent plan -- (.+)\n([\s\S]*?)^```$/gmu)].map(
    ([, command = '', output = '']) => ({ command, output: output.trim().replaceAll('…/', '') }),
  );
  const answers = [
    ...guide.matchAll(/text of the first:\n\n```\n([\s\S]*?)^```$[\s\S]*?^```\n([\s\S]*?)^```$/gmu),
  ]
    .flatMap(([, ...texts]) => texts)
    .map((text) => text.trim());
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-editor-'));
    mkdirSync(join(folder, 'my-plan'));
    for (const [name, text] of files) writeFileSync(join(folder, 'my-plan', name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a command as the guide prints it, in a folder of the test's own. */
  async function run(command: string): Promise<string> {
    const lines: string[] = [];
    const print = (line: string): void => void lines.push(line.replaceAll(`${folder}/`, ''));
    const args = command.split(' ').map((word) => (word.startsWith('my-') ? join(folder, word) : word));
    await runPlanCommand(args, {
      out: print,
      err: print,
      today: '2026-11-21' as IsoDate,
      now: '2026-11-21T12:00:00.000Z' as Instant,
      defaultInto: join(folder, 'packs'),
      bundled: KNOWLEDGE,
    });
    return lines.join('\n');
  }

  it('print what the commands print, and answer what the bot answers', async () => {
    expect([files.size, printed.length, answers.length]).toEqual([6, 11, 2]);
    const [sheet, first, again, wrong, differing, october, gone, exported, right, mistaken, quality] =
      printed;
    const answersNow = async (): Promise<readonly string[]> => {
      const except = ['demo-trust'];
      const dirs = [{ path: KNOWLEDGE, bundled: true, except }, { path: join(folder, 'my-packs') }];
      const knowledge = await openKnowledge({ dirs, log: SILENT, pollSeconds: 0 });
      const bot = await startBot({ library: knowledge.library });
      const texts: string[] = [];
      for (const line of (files.get('questions.jsonl') ?? '').trim().split('\n')) {
        const { conversation, text } = JSON.parse(line) as { conversation: string; text: string };
        texts.push((await bot.text(text, { chat: conversation })).trim());
      }
      await bot.close();
      knowledge.close();
      return texts;
    };
    const write = (name: string, change: (text: string) => string): void =>
      writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
    const items = files.get('items.csv') ?? '';
    const progress = 'my-packs/glan-yr-afon-2026/progress.yaml';

    expect(await run(sheet?.command ?? '')).toEqual(sheet?.output);
    expect([await run(first?.command ?? ''), await run(again?.command ?? '')]).toEqual([
      first?.output,
      again?.output,
    ]);
    expect(await run(right?.command ?? '')).toEqual(right?.output);
    for (const each of [differing, exported, quality])
      expect(await run(each?.command ?? '')).toEqual(each?.output);
    expect(await answersNow()).toEqual(answers);
    write('my-plan/items.csv', (text) =>
      text.replace(',2026-09,', ',Autumn 2026,').replace(',action,1.2,', ',acton,01-Feb,'),
    );
    expect(await run(wrong?.command ?? '')).toEqual(wrong?.output);
    write('my-plan/items.csv', () =>
      items.replace(/^.*,action,1\.1,.*\n/mu, '').replace(/^.*,action,1\.1\.1,.*\n/mu, ''),
    );
    expect(await run(gone?.command ?? '')).toEqual(gone?.output);
    write(progress, (text) => text.replace('in_progress', 'in_progres'));
    expect(await run(mistaken?.command ?? '')).toEqual(mistaken?.output);
    write(progress, (text) => text.replace('in_progres\n', 'in_progress\n'));
    expect(await run(october?.command ?? '')).toEqual(october?.output);
  });
});
