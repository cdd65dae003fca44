import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NewId } from '../../src/ports/clock.ts';
import type { HttpResponse, Route } from '../../src/ports/http.ts';
import type { Log } from '../../src/ports/log.ts';
import { readBody } from './body.ts';
import { refusal, respond } from './respond.ts';
import { matchRoute, tableOf, targetOf, type RouteTable } from './routing.ts';

export interface HttpServerDeps {
  readonly routes: readonly Route[];
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly log: Log;
  /** A longer body is refused. Default 1 MiB. */
  readonly maxBodyBytes?: number;
  /** How long a request may take to arrive whole. Default 30. */
  readonly requestSeconds?: number;
  /** Names a failed request in the log and in the response's `x-request-id`. */
  readonly newId: NewId;
}

export interface HttpServer {
  /** Resolves when it listens. Throws an Error that names the port and the remedy where it cannot. */
  start(): Promise<{ readonly port: number }>;
  /** Takes no more requests and resolves when those that run are answered. */
  stop(): Promise<void>;
}

const MAX_BODY_BYTES = 1_048_576;
const REQUEST_SECONDS = 30;
/** How long a connection may take to send its headers: a slow one must not hold a place for long. */
const HEADER_SECONDS = 10;
const CHECK_EVERY_MS = 1000;
/** Bounds what many connections at once can make the process hold. */
const MOST_CONNECTIONS = 256;

/** The one HTTP server: exact paths, every channel's routes on one port. */
export function createHttpServer(deps: HttpServerDeps): HttpServer {
  const requestSeconds = deps.requestSeconds ?? REQUEST_SECONDS;
  const running = new Set<Promise<void>>();
  let stopping = false;
  const table = tableOf(deps.routes);
  const server = createServer({
    requestTimeout: requestSeconds * 1000,
    headersTimeout: Math.min(requestSeconds, HEADER_SECONDS) * 1000,
    connectionsCheckingInterval: Math.min(requestSeconds * 1000, CHECK_EVERY_MS),
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('request', (request, response) => {
    const work = serve(request, response, table, deps, () => stopping).finally(() => running.delete(work));
    running.add(work);
  });
  return {
    start: () => listen(server, deps.host, deps.port),
    async stop() {
      stopping = true;
      if (!server.listening) return;
      const closed = new Promise<void>((done) => server.close(() => done()));
      while (running.size > 0) await Promise.all(running);
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Answers one request and resolves when the answer is sent or the peer is gone. Never rejects. */
async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  table: RouteTable,
  deps: HttpServerDeps,
  isStopping: () => boolean,
): Promise<void> {
  const over = new Promise<void>((done) => response.once('close', done));
  const answer = await answerTo(request, table, deps);
  if (answer && !response.destroyed) {
    if (isStopping()) response.shouldKeepAlive = false;
    try {
      respond(request, response, answer);
    } catch (fault) {
      respond(request, response, failed(request, fault, deps));
    }
  }
  await over;
}

/** Undefined where the peer went away before its request was whole. */
async function answerTo(
  request: IncomingMessage,
  table: RouteTable,
  deps: HttpServerDeps,
): Promise<HttpResponse | undefined> {
  const target = targetOf(request.url ?? '');
  if (!target) return refusal(400);
  const match = matchRoute(table, request.method ?? '', target.path);
  if ('refused' in match) return match.refused;
  const body = await readBody(request, deps.maxBodyBytes ?? MAX_BODY_BYTES);
  if (body === 'gone') return undefined;
  if (body === 'too-long') return refusal(413, { connection: 'close' });
  if (body === 'encoded') return refusal(415, { 'accept-encoding': 'identity' });
  try {
    return await match.route.handle({
      method: match.route.method,
      ...target,
      headers: headersOf(request),
      body,
      remoteAddress: request.socket.remoteAddress ?? '',
    });
  } catch (fault) {
    return failed(request, fault, deps);
  }
}

function failed(request: IncomingMessage, fault: unknown, { log, newId }: HttpServerDeps) {
  const id = newId();
  const { path } = targetOf(request.url ?? '') ?? {};
  log.error('request-failed', { id, path, fault: fault instanceof Error ? fault.stack : String(fault) });
  return refusal(500, { 'x-request-id': id });
}

function headersOf(request: IncomingMessage): Readonly<Record<string, string | undefined>> {
  const headers = Object.entries(request.headers);
  return Object.fromEntries(
    headers.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

async function listen(server: Server, host: string, port: number): Promise<{ readonly port: number }> {
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(explain(error, host, port)));
    server.listen(port, host, listening);
  });
  return { port: (server.address() as AddressInfo).port };
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const remedies: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is in use by another program. Stop that program, or set PORT to a free port.`,
    EACCES: `Port ${port} on ${host} needs rights that this user lacks. Set PORT to one above 1023.`,
    EADDRNOTAVAIL: `Port ${port} cannot be opened on ${host}: this machine has no such address. Listen on one that it has.`,
  };
  const known = remedies[error.code ?? ''];
  return new Error(known ?? `Port ${port} on ${host} cannot be opened: ${error.message}.`, { cause: error });
}
