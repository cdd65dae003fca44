import type { HttpCall } from '../../src/ports/http.ts';
import type { Connector } from './sdk.ts';

/**
 * Posts an activity into a conversation, by the connector's public interface ("Send to conversation" of
 * learn.microsoft.com/azure/bot-service/rest-api). The SDK gives the token; its own request, with the shape of every
 * activity checked on the way, costs more than all the rest of an answer. Throws an Error with `statusCode`, `code` and
 * `retryAfter` for what Teams refuses.
 */
export async function postActivity(
  call: HttpCall,
  { credentials }: Connector,
  to: { readonly serviceUrl: string; readonly conversation: string },
  activity: object,
): Promise<{ readonly id?: string }> {
  const headers: Record<string, string> = {
    accept: '*/*',
    'content-type': 'application/json; charset=utf-8',
  };
  await credentials.signRequest({ headers: { set: (name, value) => void (headers[name] = value) } });
  const base = to.serviceUrl.endsWith('/') ? to.serviceUrl : `${to.serviceUrl}/`;
  const url = `${base}v3/conversations/${encodeURIComponent(to.conversation)}/activities`;
  const answer = await call(url, { headers, body: JSON.stringify(activity) });
  const body = fieldsOf(answer.body);
  if (answer.status >= 200 && answer.status < 300) return body;
  throw Object.assign(new Error(`Teams did not take the message: ${answer.status}.`), {
    statusCode: answer.status,
    body,
    retryAfter: answer.headers['retry-after'],
  });
}

/** Safe: each field is checked before use. */
function fieldsOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
