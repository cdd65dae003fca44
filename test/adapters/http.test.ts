import { once } from 'node:events';
import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHttpCall } from '../../adapters/http/call.ts';
import { observe, type Observe, type Probe } from '../../adapters/http/observe.ts';
import { createHttpServer, type HttpServer, type HttpServerDeps } from '../../adapters/http/server.ts';
import type { HttpRequest, Route } from '../../src/ports/http.ts';

const SECRET = 'a token that nobody may see';
const servers: HttpServer[] = [];
let logged: { event: string; fields: Readonly<Record<string, unknown>> }[] = [];
let seen: HttpRequest | undefined;

const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event: string, fields = {}) => void logged.push({ event, fields }),
};

const echo: Route = {
  method: 'POST',
  path: '/echo',
  async handle(request) {
    seen = request;
    return { status: 200, body: request.body, headers: { 'content-type': 'application/octet-stream' } };
  },
};
const page: Route = {
  method: 'GET',
  path: '/tudalen ŵ',
  async handle(request) {
    seen = request;
    return {
      status: 200,
      body: '<p>Bore da</p>',
      headers: { 'Content-Type': 'text/html', 'Cache-Control': 'max-age=60' },
    };
  },
};
const broken: Route = {
  method: 'GET',
  path: '/broken',
  handle: () => Promise.reject(new Error(SECRET)),
};
const badHeader: Route = {
  method: 'GET',
  path: '/bad-header',
  handle: async () => ({ status: 200, headers: { 'x-name': 'a\r\nset-cookie: b' } }),
};
const empty: Route = { method: 'POST', path: '/empty', handle: async () => ({ status: 204 }) };

beforeEach(() => {
  logged = [];
  seen = undefined;
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

function create(given: Partial<HttpServerDeps> = {}): HttpServer {
  const routes = [echo, page, broken, badHeader, empty];
  const server = createHttpServer({
    routes,
    host: '127.0.0.1',
    port: 0,
    log,
    newId: () => 'fault-1',
    ...given,
  });
  servers.push(server);
  return server;
}

async function start(given: Partial<HttpServerDeps> = {}): Promise<{ port: number; url: string }> {
  const { port } = await create(given).start();
  return { port, url: `http://127.0.0.1:${port}` };
}

describe('a request for a route', () => {
  it('reaches it whole, with its headers in lower case and its body as sent', async () => {
    const { url } = await start();
    const body = new Uint8Array([0, 255, 13, 10, 128]);

    const response = await fetch(`${url}/echo?a=1&a=2&b=%C5%B5`, {
      method: 'POST',
      body,
      headers: { 'X-Name': 'V' },
    });

    expect(new Uint8Array(await response.arrayBuffer())).toEqual(body);
    expect(seen).toMatchObject({ method: 'POST', path: '/echo', remoteAddress: '127.0.0.1' });
    expect([...(seen?.query ?? [])]).toEqual([
      ['a', '1'],
      ['a', '2'],
      ['b', 'ŵ'],
    ]);
    expect(seen?.headers['x-name']).toBe('V');
  });

  it('is answered with safe headers, which a route may set otherwise', async () => {
    const { url } = await start();

    const plain = await fetch(`${url}/echo`, { method: 'POST' });
    const own = await fetch(`${url}/tudalen%20%C5%B5`);

    expect(Object.fromEntries(plain.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(Object.fromEntries(own.headers)).toMatchObject({
      'content-type': 'text/html',
      'cache-control': 'max-age=60',
      'x-content-type-options': 'nosniff',
    });
    expect(await own.text()).toBe('<p>Bore da</p>');
  });

  it('may ask for the headers alone', async () => {
    const { url } = await start();

    const response = await fetch(`${url}/tudalen%20%C5%B5`, { method: 'HEAD' });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('14');
    expect(await response.text()).toBe('');
  });

  it('may be answered without a body', async () => {
    const { url } = await start();

    const response = await fetch(`${url}/empty`, { method: 'POST' });

    expect(response.status).toBe(204);
    expect(response.headers.has('content-length')).toBe(false);
  });
});

describe('a request that cannot be served', () => {
  it.each([
    { what: 'an unknown path', path: '/nothing', method: 'GET', status: 404 },
    { what: 'a longer path', path: '/echo/', method: 'POST', status: 404 },
    { what: 'another method', path: '/echo', method: 'GET', status: 405, allow: 'POST' },
    {
      what: 'another method of a page',
      path: '/tudalen%20%C5%B5',
      method: 'DELETE',
      status: 405,
      allow: 'GET, HEAD',
    },
    { what: 'a wrongly encoded path', path: '/%E0%A4%A', method: 'GET', status: 400 },
  ])('$what: $status', async ({ path, method, status, allow }) => {
    const { url } = await start();

    const response = await fetch(url + path, { method });

    expect(response.status).toBe(status);
    expect(response.headers.get('allow')).toBe(allow ?? null);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('has a compressed body: 415, since signatures are over what was sent', async () => {
    const { url } = await start();

    const response = await fetch(`${url}/echo`, {
      method: 'POST',
      body: 'x',
      headers: { 'content-encoding': 'gzip' },
    });

    expect(response.status).toBe(415);
  });

  it.each([{ chunked: false }, { chunked: true }])(
    'has too long a body: 413 (chunked: $chunked)',
    async ({ chunked }) => {
      const { port } = await start({ maxBodyBytes: 1000 });
      const headers: Record<string, string> = chunked
        ? { 'transfer-encoding': 'chunked' }
        : { 'content-length': '1001' };
      const request = httpRequest({ port, path: '/echo', method: 'POST', headers });
      request.on('error', () => undefined);
      request.write('x'.repeat(chunked ? 1001 : 10));

      const [response] = await once(request, 'response');

      expect(response.statusCode).toBe(413);
      expect(seen).toBeUndefined();
      request.destroy();
    },
  );

  it('is just short enough: served', async () => {
    const { url } = await start({ maxBodyBytes: 1000 });

    const response = await fetch(`${url}/echo`, { method: 'POST', body: 'x'.repeat(1000) });

    expect((await response.text()).length).toBe(1000);
  });

  it('is no HTTP: 400 and the connection ends', async () => {
    const { port } = await start();

    expect(await raw(port, 'HELLO THERE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(port, 'GET nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });
});

describe('a route that fails', () => {
  it.each(['/broken', '/bad-header'])(
    '%s: 500 without detail, found again in the log by its id',
    async (path) => {
      const { url } = await start();

      const response = await fetch(url + path);

      expect(response.status).toBe(500);
      expect(await response.text()).toBe('Internal Server Error');
      expect(response.headers.get('x-request-id')).toBe('fault-1');
      expect(logged).toEqual([
        { event: 'request-failed', fields: { id: 'fault-1', path, fault: expect.stringContaining('Error') } },
      ]);
    },
  );

  it('leaves the server running', async () => {
    const { url } = await start();
    await fetch(`${url}/broken`);

    expect((await fetch(`${url}/echo`, { method: 'POST', body: 'still here' })).status).toBe(200);
  });
});

describe('a peer that is slow or goes away', () => {
  it.each([
    { what: 'headers', sent: 'GET /echo HTTP/1.1\r\nHost: a\r\n' },
    { what: 'body', sent: 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345' },
  ])('never finishing its $what loses its connection', async ({ sent }) => {
    const { port } = await start({ requestSeconds: 0.2 });

    expect(await raw(port, sent)).toMatch(/^HTTP\/1\.1 408 /);
    expect(seen).toBeUndefined();
  });

  it('leaving in the middle of its body harms nobody', async () => {
    const { port, url } = await start();
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345', () => socket.destroy());
    await once(socket, 'close');

    expect((await fetch(`${url}/echo`, { method: 'POST' })).status).toBe(200);
    expect(logged).toEqual([]);
  });
});

describe('starting and stopping', () => {
  it('names the port that is in use and what to do', async () => {
    const { port } = await start();

    await expect(create({ port }).start()).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use by another program. Stop that program, or set PORT to a free port.`,
    );
  });

  it('refuses two routes of one method and path', () => {
    expect(() => create({ routes: [echo, echo] })).toThrow('Two routes answer POST /echo');
  });

  it('answers what is running, takes nothing new, and leaves no connection behind', async () => {
    const running = gate();
    const release = gate();
    const slow: Route = {
      method: 'GET',
      path: '/slow',
      async handle() {
        running.open();
        await release.opened;
        return { status: 200, body: 'done' };
      },
    };
    const server = create({ routes: [slow] });
    const { port } = await server.start();
    const idle = connect(port, '127.0.0.1');
    await once(idle, 'connect');
    const answer = fetch(`http://127.0.0.1:${port}/slow`);
    await running.opened;

    const stopped = server.stop();
    const late = connect(port, '127.0.0.1');
    const [refusal] = await once(late, 'error');
    release.open();
    const response = await answer;

    expect((refusal as NodeJS.ErrnoException).code).toBe('ECONNREFUSED');
    expect(await response.text()).toBe('done');
    expect(response.headers.get('connection')).toBe('close');
    await stopped;
    if (!idle.closed) await once(idle, 'close');
  });

  it('may be stopped twice, or without having started', async () => {
    const server = create();
    await server.stop();
    await server.start();
    await server.stop();
    await expect(server.stop()).resolves.toBeUndefined();
  });
});

describe('observing', () => {
  let probe: Probe;
  let observed: Observe;
  let url: string;
  beforeEach(async () => {
    probe = { ok: true, packs: { mhwp: '2026-11-01' }, oldestAsAt: '2025-02' };
    observed = observe({
      health: async () => ({ ok: true }),
      ready: async () => probe,
      gauges: async () => ({ inbox_open: 3 }),
    });
    ({ url } = await start({ routes: observed.routes }));
  });

  it('tells probes the values, and by the status whether all is well', async () => {
    const health = await fetch(`${url}/healthz`);
    const ready = await fetch(`${url}/readyz`);
    probe = { ok: false, channels: ['slack'] };
    const unready = await fetch(`${url}/readyz`);

    expect([health.status, await health.json()]).toEqual([200, { ok: true }]);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ok: true, packs: { mhwp: '2026-11-01' }, oldestAsAt: '2025-02' },
    ]);
    expect([unready.status, await unready.json()]).toEqual([503, { ok: false, channels: ['slack'] }]);
  });

  it('shows counts from before the first look, gauges and the process, the same at every look', async () => {
    observed.count('messages', { channel: 'slack' });
    observed.count('messages', { channel: 'slack' });
    observed.count('messages', { channel: 'teams' });
    observed.count('send-later');

    await fetch(`${url}/metrics`);
    const response = await fetch(`${url}/metrics`);
    const lines = (await response.text()).split('\n');

    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(lines).toContain('workforce_plan_messages_total{channel="slack"} 2');
    expect(lines).toContain('workforce_plan_messages_total{channel="teams"} 1');
    expect(lines).toContain('workforce_plan_send_later_total 1');
    expect(lines).toContain('workforce_plan_inbox_open 3');
    expect(lines.some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(true);
  });
});

/** Sends the bytes and gives all that comes back until the server ends the connection. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk) => (received += chunk.toString()));
  socket.write(bytes);
  await once(socket, 'close');
  return received;
}

function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

describe('calling another server', () => {
  const others: Server[] = [];
  const serving = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener);
    others.push(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/path?a=b`;
  };
  const given = { headers: { authorization: 'Bearer x' }, body: 'Sut mae’r tŷ?' };
  const calling = createHttpCall(200);

  afterEach(() => {
    for (const server of others.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('posts the text and gives back what was answered, over one connection', async () => {
    const ports = new Set<number | undefined>();
    const url = await serving((request, response) => {
      ports.add(request.socket.remotePort);
      response.setHeader('retry-after', '3').writeHead(429).write(`${request.url} `);
      request.pipe(response);
    });

    const first = await calling(url, given);
    const second = await calling(url, given);

    expect(first).toMatchObject({
      status: 429,
      headers: { 'retry-after': '3' },
      body: '/path?a=b Sut mae’r tŷ?',
    });
    expect(second.body).toBe(first.body);
    expect(ports.size).toBe(1);
  });

  it.each<[string, RequestListener, string]>([
    ['never answers', () => undefined, 'ETIMEDOUT'],
    ['breaks off before its answer', (request) => void request.socket.destroy(), 'ECONNRESET'],
    [
      'breaks off within its answer',
      (request, response) => {
        response.writeHead(200, { 'content-length': '10' });
        response.write('half', () => request.socket.destroy());
      },
      'ECONNRESET',
    ],
    ['answers without end', (_, response) => void response.end('x'.repeat(1_100_000)), 'EMSGSIZE'],
  ])('fails with a code where the server %s', async (_, listener, code) => {
    await expect(calling(await serving(listener), given)).rejects.toMatchObject({ code });
  });

  it('fails with a code where nobody listens', async () => {
    const url = await serving(() => undefined);
    await new Promise((closed) => others.pop()?.close(closed));

    await expect(calling(url, given)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
