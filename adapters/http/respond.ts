import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { HttpResponse } from '../../src/ports/http.ts';

/** What every response says unless its route says otherwise. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** A response of the protocol's own words, without detail. */
export function refusal(status: number, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return { status, headers, body: STATUS_CODES[status] ?? '' };
}

/** Writes the answer; throws, with nothing written, where a header is none that HTTP allows. */
export function respond(request: IncomingMessage, response: ServerResponse, answer: HttpResponse): void {
  const headers = new Map(Object.entries(DEFAULTS));
  const body = answer.body ?? '';
  if (typeof answer.body === 'string') headers.set('content-type', 'text/plain; charset=utf-8');
  if (answer.status !== 204 && answer.status !== 304)
    headers.set('content-length', String(Buffer.byteLength(body)));
  for (const [name, value] of Object.entries(answer.headers ?? {})) headers.set(name.toLowerCase(), value);
  response.writeHead(answer.status, Object.fromEntries(headers));
  // Text goes out in one write with its headers; a buffer would take a second.
  response.end(request.method === 'HEAD' ? undefined : body);
}
