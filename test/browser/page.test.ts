import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Post } from '../../src/domain/answer.ts';
import { startChromium, type Chromium } from '../doubles/chromium.ts';
import { fullAnswer, startPage, type LocalPage } from '../doubles/page.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Far more than a step takes, for a machine that is busy with other tests. */
const STEP_MS = 20_000;

let local: LocalPage;
let chromium: Chromium;
let axe: string;
let context: BrowserContext;
let tab: Page;
/** Everything that went wrong or went out in the tab of this test. */
let faults: string[];
let hosts: Set<string>;
/** What the bot does with the next messages; it answers in the language of the page unless a test says otherwise. */
let answer: (text: string) => Promise<Post> | undefined;

beforeAll(async () => {
  [local, chromium, axe] = await Promise.all([
    startPage(async ({ text, author }) => (await answer(text)) ?? [fullAnswer(author.localeHint ?? 'en')]),
    startChromium(),
    readFile(AXE, 'utf8'),
  ]);
}, 120_000);

afterAll(async () => {
  await chromium?.close();
  await local?.stop();
});

beforeEach(() => {
  faults = [];
  hosts = new Set();
  answer = () => undefined;
});

afterEach(async () => {
  await context?.close();
});

async function open(path = '/', options: BrowserContextOptions = {}): Promise<void> {
  context = await chromium.browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(STEP_MS);
  tab = await context.newPage();
  tab.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (fault) => faults.push(String(fault)));
  context.on('request', (request) => hosts.add(new URL(request.url()).host));
  await tab.goto(local.url + path);
}

/** As a person without a mouse does it: to the box by the skip link, then typing. */
async function askByKeyboard(text: string): Promise<void> {
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  await tab.keyboard.type(text);
  await tab.keyboard.press('Enter');
}

async function ask(text: string): Promise<Locator> {
  const articles = tab.getByRole('article');
  const before = await articles.count();
  await tab.getByRole('textbox').fill(text);
  await tab.keyboard.press('Enter');
  await articles.nth(before).waitFor();
  return articles.last();
}

async function openPreviews(): Promise<void> {
  for (const summary of await tab.locator('summary').all()) await summary.click();
  await tab.locator('.slack-message').first().waitFor();
  await tab.locator('.teams-card').first().waitFor();
}

async function violations(): Promise<readonly string[]> {
  await tab.evaluate(axe);
  const run = `axe.run(document, { runOnly: ${JSON.stringify(WCAG)} })`;
  const results = (await tab.evaluate(run)) as AxeResults;
  expect(results.passes.length).toBeGreaterThan(20);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

function focused(): Promise<string> {
  return tab.evaluate('document.activeElement.id || document.activeElement.tagName');
}

describe.each([
  ['en', '/', 'How is action 4.2 going?', 'Action 4.2: In progress, at risk'],
  ['cy', '/?lang=cy', 'Sut mae cam gweithredu 4.2?', 'Cam gweithredu 4.2: Ar y gweill, mewn perygl'],
] as const)('asking by keyboard alone, page in %s', (locale, path, question, headline) => {
  it('gives the answer with its status, date and sources, keeps the focus in the box and goes nowhere else', async () => {
    await open(path);

    await askByKeyboard(question);
    const article = tab.getByRole('article', { name: headline });
    await article.waitFor();

    const status = article.locator('.status').first();
    const source = status.getByRole('link');
    expect(await tab.locator('html').getAttribute('lang')).toBe(locale);
    expect(await article.getAttribute('lang')).toBe(locale);
    expect(await status.textContent()).toContain('2025');
    expect(await source.getAttribute('href')).toBe('https://example.org/report?page=12&part=1');
    expect(await source.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await article.locator('.sources li').count()).toBe(3);
    expect(await article.locator('p.prose[lang]').getAttribute('lang')).toBe(locale === 'en' ? 'cy' : 'en');
    expect(await focused()).toBe('question');
    expect(await tab.getByRole('textbox').inputValue()).toBe('');
    expect(local.heard.at(-1)).toMatchObject({ text: question, author: { localeHint: locale } });
    expect([...hosts]).toEqual([new URL(local.url).host]);
    expect(await context.cookies()).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('has no accessibility violations, in light and dark, before, with an answer and with the previews open', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await open(path, { colorScheme });
      const before = await violations();
      await ask(question);
      const answered = await violations();
      await openPreviews();
      const previewed = await violations();
      await context.close();

      expect({ colorScheme, before, answered, previewed }).toEqual({
        colorScheme,
        before: [],
        answered: [],
        previewed: [],
      });
    }
  }, 180_000);
});

describe('an answer', () => {
  it('draws its counts as a picture that says the same in words', async () => {
    await open();
    const article = await ask('How is the plan going?');

    const picture = article.getByRole('img');

    expect(await picture.getAttribute('aria-label')).toBe(
      'Completed: 6; on track: 9; at risk: 3; off track: 1; date missed: 2; status not published: 4.',
    );
    expect(await picture.locator('rect.part').count()).toBe(6);
    const patterns = await picture.locator('pattern').evaluateAll((all) => all.map((one) => one.innerHTML));
    expect(new Set(patterns).size).toBe(6);
  });

  it('has buttons that say a sentence as the person, and then has the focus', async () => {
    await open();
    const first = await ask('action 4.2');

    const button = first.getByRole('button', { name: 'What is at risk?' });
    await button.focus();
    await tab.keyboard.press('Enter');
    await tab.getByRole('article').nth(1).waitFor();

    expect(local.heard.at(-1)?.text).toBe('What is at risk?');
    expect(await tab.locator('.said').last().textContent()).toContain('What is at risk?');
    expect(await focused()).toBe('ARTICLE');
  });

  it('in two languages is shown in both, each marked as what it is', async () => {
    answer = async () => [fullAnswer('cy'), fullAnswer('en')];
    await open();
    await ask('both');

    const languages = await tab.getByRole('article').evaluateAll((all) => all.map((one) => one.lang));

    expect(languages).toEqual(['cy', 'en']);
  });

  it('is still there in the page’s other language, in the same conversation', async () => {
    await open();
    await ask('action 4.2');

    await tab.getByRole('link', { name: 'Cymraeg' }).click();
    await tab.getByRole('article', { name: 'Action 4.2' }).waitFor();
    await ask('a nawr?');

    expect(await tab.locator('html').getAttribute('lang')).toBe('cy');
    expect(await tab.getByRole('article').count()).toBe(2);
    const [before, after] = local.heard.slice(-2);
    expect(after?.conversation).toBe(before?.conversation);
    expect(after?.author).toEqual({ ...before?.author, localeHint: 'cy' });
  });

  it('for the person alone is not kept', async () => {
    answer = async () => [{ ...fullAnswer('en'), private: true }];
    await open();
    await ask('something personal');

    await tab.reload();

    expect(await tab.getByRole('article').count()).toBe(0);
    expect(await tab.evaluate('JSON.stringify(sessionStorage)')).not.toContain('something personal');
  });
});

describe('the first view', () => {
  it('offers questions and plans in its language, each of which can be asked by pressing it', async () => {
    await open('/?lang=cy');

    await tab.getByRole('button', { name: 'Beth sydd mewn perygl?' }).click();
    await tab.getByRole('article').waitFor();
    await tab.getByRole('button', { name: 'Cynllun Gweithlu Arddangos' }).click();
    await tab.getByRole('article').nth(1).waitFor();

    expect(local.heard.slice(-2).map(({ text }) => text)).toEqual([
      'Beth sydd mewn perygl?',
      expect.stringContaining('Beth yw’r cynllun'),
    ]);
  });
});

describe('the previews', () => {
  it('show what Slack and Teams would be sent, and their buttons ask as well', async () => {
    await open();
    await ask('action 4.2');

    await openPreviews();

    const [slack, teams] = [tab.locator('.slack'), tab.locator('.teams')];
    for (const drawn of [slack, teams]) {
      const text = await drawn.innerText();
      expect(text).toContain('Action 4.2: In progress, at risk, as at February 2025.');
      expect(text).toContain(
        'Recruit to <vacant> posts & keep the people who are there: *twice* as many mentors, [one]',
      );
      expect(await drawn.getByRole('link').first().getAttribute('href')).toBe(
        'https://example.org/report?page=12&part=1',
      );
    }
    await teams.getByRole('button', { name: 'Which plans are there?' }).click();
    await tab.getByRole('article').nth(1).waitFor();
    await slack.getByRole('button', { name: 'What is at risk?' }).click();
    await tab.getByRole('article').nth(2).waitFor();
    expect(local.heard.slice(-2).map(({ text }) => text)).toEqual([
      'Which plans are there?',
      'What is at risk?',
    ]);
    expect([...hosts]).toEqual([new URL(local.url).host]);
    expect(faults).toEqual([]);
  });
});

describe('a narrow window', () => {
  it.each(['/', '/?lang=cy'])(
    'of 320 pixels needs no scrolling sideways, with everything open, at %s',
    async (path) => {
      await open(path, { viewport: { width: 320, height: 640 } });
      const widths = [await widest()];
      await ask('action 4.2');
      widths.push(await widest());
      await openPreviews();
      widths.push(await widest());

      expect(widths).toEqual([320, 320, 320]);
      expect(await cut()).toEqual([]);
    },
  );

  function widest(): Promise<number> {
    return tab.evaluate('Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)');
  }

  /** Elements whose text runs out of the window or of their own box. */
  function cut(): Promise<readonly string[]> {
    return tab.evaluate(`[...document.querySelectorAll('p, a, button, dd, dt, h1, h2, h3, li, .preview div')]
      .filter((one) => !one.classList.contains('hint') && !one.classList.contains('skip'))
      .filter((one) => one.getBoundingClientRect().right > 320.5 || one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
      .map((one) => one.outerHTML.slice(0, 160))`);
  }
});

describe('when something is in the way', () => {
  it('a message typed while another is answered waits its turn', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    answer = async (text) => {
      if (text === 'first') await held;
      return [{ ...fullAnswer('en'), headline: `About ${text}.` }];
    };
    await open();
    const asked = local.heard.length;
    for (const text of ['first', 'second']) {
      await tab.getByRole('textbox').fill(text);
      await tab.keyboard.press('Enter');
    }
    await tab.getByText('This question is next.').waitFor();
    await tab.getByText('Looking that up …').waitFor();
    expect(local.heard.slice(asked).map(({ text }) => text)).toEqual(['first']);

    release();
    await tab.getByRole('article', { name: 'About second.' }).waitFor();

    const headlines = await tab.getByRole('article').getByRole('heading', { level: 2 }).allTextContents();
    expect(headlines).toEqual(['About first.', 'About second.']);
  });

  it('a failed request says so, keeps what was typed, and can be tried again', async () => {
    let broken = true;
    answer = () => (broken ? Promise.reject(new Error('no')) : undefined);
    await open('/?lang=cy');
    await tab.getByRole('textbox').fill('Beth sydd ar goll?');
    await tab.keyboard.press('Enter');
    await tab.getByText('Nid oedd modd cyrraedd y bot').waitFor();
    expect(await tab.getByRole('textbox').inputValue()).toBe('Beth sydd ar goll?');

    broken = false;
    await tab.getByRole('button', { name: 'Rhoi cynnig arall arni' }).click();
    await tab.getByRole('article').waitFor();

    expect(await tab.getByRole('textbox').inputValue()).toBe('');
    expect(await tab.locator('.said').count()).toBe(1);
    expect(await focused()).toBe('question');
  });
});
