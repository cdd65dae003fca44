import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { createWeb, readAssets, type WebDeps } from '../../adapters/web/index.ts';
import type { Post } from '../../src/domain/answer.ts';
import type { Instant } from '../../src/domain/dates.ts';
import type { Inbound } from '../../src/ports/channel.ts';
import type { HttpRequest, HttpResponse } from '../../src/ports/http.ts';
import { fullAnswer, viewOf } from '../doubles/page.ts';

const SAID = {
  text: 'Sut mae cam 4.2?',
  conversation: 'tab-00000001',
  person: 'person-000001',
  locale: 'cy',
} as const;
const LOCAL = { host: 'localhost:3978' };
const FROM_PAGE = { ...LOCAL, origin: 'http://localhost:3978', 'content-type': 'application/json' };

function pageWith(over: Partial<WebDeps> = {}) {
  const heard: Inbound[] = [];
  const post: Post = [fullAnswer('cy')];
  const routes = createWeb({
    ear: {
      reply: async (inbound) => {
        heard.push(inbound);
        return post;
      },
    },
    view: viewOf,
    previews: () => ({ slack: ['for Slack'], teams: ['for Teams'] }),
    clearance: 'staff',
    clock: { now: () => '2026-11-21T09:00:00.000Z' as Instant },
    newId: () => 'fresh',
    assets: [{ name: 'main.js', type: 'text/javascript; charset=utf-8', body: Buffer.from('1;') }],
    ...over,
  });
  const ask = (
    method: 'GET' | 'POST',
    target: string,
    over: Partial<HttpRequest> = {},
  ): Promise<HttpResponse> => {
    const [path = '', query = ''] = target.split('?');
    const route = routes.find((one) => one.method === method && one.path === path);
    if (!route) throw new Error(`No route ${method} ${path}`);
    return route.handle({
      method,
      path,
      query: new URLSearchParams(query),
      headers: method === 'POST' ? FROM_PAGE : LOCAL,
      body: Buffer.from(JSON.stringify(SAID)),
      remoteAddress: '127.0.0.1',
      ...over,
    });
  };
  return { ask, heard, post };
}

describe('the page', () => {
  it('is English unless Welsh is asked for, and leads to the other language by a link', async () => {
    const { ask } = pageWith();

    const [plain, welsh, other] = await Promise.all(
      ['/', '/?lang=cy', '/?lang=xx'].map((url) => ask('GET', url)),
    );

    expect(String(plain?.body)).toContain('<html lang="en">');
    expect(String(plain?.body)).toContain('href="/?lang=cy" hreflang="cy" lang="cy">Cymraeg</a>');
    expect(String(welsh?.body)).toContain('<html lang="cy">');
    expect(String(welsh?.body)).toContain('href="/?lang=en" hreflang="en" lang="en">English</a>');
    expect(other).toEqual(plain);
  });

  it('says what is held and what is not, with a plan’s title marked where it is in English alone', async () => {
    const { ask } = pageWith();

    const page = String((await ask('GET', '/?lang=cy')).body);

    expect(page).toContain('Yn y ddogfen: 33 cam gweithredu. Yma: 2 gam gweithredu');
    expect(page).toContain('Yma: ffeithiau am y cynllun, dim eitemau unigol');
    expect(page).toContain(
      '<span lang="en">Mental Health and Wellbeing: Workforce Action Plan 2023–2025</span>',
    );
  });

  it('lets nothing in from elsewhere and nothing run that is not its own', async () => {
    const { ask } = pageWith();

    const { headers } = await ask('GET', '/');

    expect(headers?.['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    );
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers?.['cache-control']).toBe('no-store');
  });

  it('shows words as words, whatever is in them', async () => {
    const view = { ...viewOf('en'), title: '<script>alert("1")</script> & co', failed: '</script><b>' };
    const { ask } = pageWith({ view: () => view });

    const page = String((await ask('GET', '/')).body);

    expect(page).toContain('<title>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; co</title>');
    expect(page).not.toContain('</script><b>');
    expect(page.match(/<script/g)).toHaveLength(2);
  });

  it('comes with its files', async () => {
    const { ask } = pageWith();

    const { status, headers, body } = await ask('GET', '/page/main.js');

    expect([status, headers?.['content-type'], String(body)]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      '1;',
    ]);
  });
});

describe('a message from the page', () => {
  it('reaches the bot as a direct message of that tab and is answered with the post and both previews', async () => {
    const { ask, heard, post } = pageWith();

    const { status, body } = await ask('POST', '/chat');

    expect(status).toBe(200);
    expect(JSON.parse(String(body))).toEqual({ post, slack: ['for Slack'], teams: ['for Teams'] });
    expect(heard).toEqual([
      {
        eventId: 'fresh',
        messageId: 'fresh',
        conversation: 'web:tab-00000001',
        place: 'web:tab-00000001',
        author: { key: 'web:person-000001', localeHint: 'cy' },
        text: 'Sut mae cam 4.2?',
        direct: true,
        clearance: 'staff',
        received: '2026-11-21T09:00:00.000Z',
      },
    ]);
  });

  it.each([
    ['no JSON', 'text=hello'],
    ['no object', '"hello"'],
    ['null', 'null'],
    ['no text', { ...SAID, text: 7 }],
    ['a text beyond any question', { ...SAID, text: 'x'.repeat(40_001) }],
    ['no tab', { ...SAID, conversation: undefined }],
    ['a name that is none of a tab', { ...SAID, person: 'web:../../somebody else' }],
    ['a language that is neither', { ...SAID, locale: 'fr' }],
  ])('is refused where it is %s', async (_, said) => {
    const { ask, heard } = pageWith();
    const body = Buffer.from(typeof said === 'string' ? said : JSON.stringify(said));

    expect((await ask('POST', '/chat', { body })).status).toBe(400);
    expect(heard).toEqual([]);
  });
});

describe('who may use the page', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])(
    'a person at this computer, by %s',
    async (from) => {
      const { ask } = pageWith();

      expect((await ask('GET', '/', { remoteAddress: from })).status).toBe(200);
    },
  );

  it.each(['localhost', 'LOCALHOST:80', '127.0.0.1:3978', '[::1]:3978'])('by the name %s', async (host) => {
    const { ask } = pageWith();

    expect((await ask('GET', '/', { headers: { host } })).status).toBe(200);
  });

  it.each<[string, Partial<HttpRequest>]>([
    ['another computer', { remoteAddress: '192.0.2.7' }],
    ['an address that only looks like loopback', { remoteAddress: '::ffff:10.127.0.0' }],
    ['a domain pointed at this computer', { headers: { host: 'plans.example.org' } }],
    ['a domain that begins like this computer', { headers: { host: 'localhost.example.org' } }],
    ['a request without a host', { headers: {} }],
    ['whoever is behind a proxy here', { headers: { ...LOCAL, 'x-forwarded-for': '192.0.2.7' } }],
  ])('not %s, for any route', async (_, request) => {
    const { ask, heard } = pageWith();
    const post = {
      ...request,
      headers: { 'content-type': 'application/json', ...(request.headers ?? LOCAL) },
    };

    const answers = await Promise.all([
      ask('GET', '/', request),
      ask('GET', '/page/main.js', request),
      ask('POST', '/chat', post),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(answers.every(({ body }) => body === undefined)).toBe(true);
    expect(heard).toEqual([]);
  });

  it.each([
    ['another site’s page', { origin: 'https://example.org' }],
    ['another port’s page', { origin: 'http://localhost:8080' }],
    ['a page without an origin', { origin: 'null' }],
    ['a form', { 'content-type': 'text/plain' }],
    ['what a browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('not %s, by a message', async (_, headers) => {
    const { ask, heard } = pageWith();

    expect((await ask('POST', '/chat', { headers: { ...FROM_PAGE, ...headers } })).status).toBe(403);
    expect(heard).toEqual([]);
  });

  it('a program that names no origin', async () => {
    const { ask } = pageWith();

    const headers = { ...LOCAL, 'content-type': 'application/json; charset=utf-8' };

    expect((await ask('POST', '/chat', { headers })).status).toBe(200);
  });
});

describe('the page’s files', () => {
  it('say what to do where the page has not been built', async () => {
    const nowhere = join(tmpdir(), 'no-such-folder');

    await expect(readAssets({ scripts: nowhere, styles: nowhere })).rejects.toThrow('run "npm run build"');
  });
});
