import { Agent, request as requestPlain, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as requestSecure } from 'node:https';
import type { HttpCall } from '../../src/ports/http.ts';

type Answered = Awaited<ReturnType<HttpCall>>;

/** How long one call may take, from the first byte sent to the last received. */
const CALL_MILLISECONDS = 10_000;
/** An answer of a platform's to a message is a few hundred bytes. */
const MOST_BYTES = 1_048_576;
/** Idle connections are closed before the other side is likely to, so that a call does not meet a closing one. */
const IDLE_MILLISECONDS = 4_000;

/**
 * Calls by Node's own client: every answer sent goes this way, and `fetch` with its streams costs twice the processor
 * time.
 */
export function createHttpCall(milliseconds = CALL_MILLISECONDS): HttpCall {
  const kept = { keepAlive: true, timeout: IDLE_MILLISECONDS };
  const plain = { request: requestPlain, agent: new Agent(kept) };
  const secure = { request: requestSecure, agent: new SecureAgent(kept) };
  return (url, { headers, body }) =>
    new Promise((resolve, reject) => {
      const { request, agent } = url.startsWith('https:') ? secure : plain;
      const bytes = Buffer.from(body);
      const options = { method: 'POST', agent, headers: { ...headers, 'content-length': bytes.length } };
      const call = request(url, options, (response) => void read(response).then(succeed, fail));
      const succeed = (answer: Answered): void => {
        clearTimeout(timer);
        resolve(answer);
      };
      const fail = (fault: Error): void => {
        clearTimeout(timer);
        call.destroy();
        reject(fault);
      };
      const late = (): void => fail(coded(`No answer within ${milliseconds} ms.`, 'ETIMEDOUT'));
      const timer = setTimeout(late, milliseconds);
      call.on('error', fail);
      call.end(bytes);
    });
}

function read(response: IncomingMessage): Promise<Answered> {
  return new Promise((resolve, reject) => {
    let body = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      body += chunk;
      if (body.length > MOST_BYTES) reject(coded(`An answer of more than ${MOST_BYTES} bytes.`, 'EMSGSIZE'));
    });
    response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    response.on('close', () => {
      if (!response.complete) reject(coded('The connection ended within the answer.', 'ECONNRESET'));
    });
  });
}

function coded(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}
