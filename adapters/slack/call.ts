import { stringify } from 'node:querystring';
import type { HttpCall } from '../../src/ports/http.ts';

const SLACK = 'https://slack.com/api/';

/** A call that Slack did not carry out, with the fields and codes of the errors of Slack's own client. */
interface Refused {
  readonly code: string;
  readonly data?: { readonly error?: string };
  readonly retryAfter?: number;
  readonly statusCode?: number;
}

/** Calls one method of the Web API; rejects for every refusal with an error that `refusalOf` can read. */
export type Call = (
  method: 'chat.postMessage',
  args: Readonly<Record<string, string | boolean>>,
) => Promise<{ readonly ts?: string }>;

/**
 * Posting as Slack's own client does it, as a form with a bearer token, and without its queue, its retries and its log
 * of every call: with them, sending costs more than all the rest of an answer. Whatever is called seldom goes through
 * Slack's client.
 */
export function createCall(call: HttpCall, token: string, apiUrl = SLACK): Call {
  const base = apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  return async (method, args) => {
    const answer = await call(`${base}${method}`, { headers, body: stringify(args) }).catch(() =>
      refuse({ code: 'slack_webapi_request_error' }),
    );
    if (answer.status === 429) {
      const retryAfter = Number.parseInt(String(answer.headers['retry-after']), 10);
      refuse({ code: 'slack_webapi_rate_limited_error', ...(retryAfter >= 0 && { retryAfter }) });
    }
    if (answer.status !== 200) refuse({ code: 'slack_webapi_http_error', statusCode: answer.status });
    const result = resultOf(answer.body);
    if (!result.ok) refuse({ code: 'slack_webapi_platform_error', data: result });
    return result;
  };
}

function refuse(refused: Refused): never {
  throw Object.assign(new Error(`Slack did not take the message: ${refused.code}.`), refused);
}

interface Result {
  readonly ok?: boolean;
  readonly error?: string;
  readonly ts?: string;
}

function resultOf(body: string): Result {
  try {
    // Safe: each field is checked or only passed on.
    return (JSON.parse(body) ?? {}) as Result;
  } catch {
    return refuse({ code: 'slack_webapi_request_error' });
  }
}
