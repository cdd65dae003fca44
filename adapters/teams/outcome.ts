import type { Instant } from '../../src/domain/dates.ts';
import type { Sent } from '../../src/ports/channel.ts';

type Refused = Extract<Sent, { readonly ok: false }>;

/** Try again later: learn.microsoft.com/microsoftteams/platform, bots/how-to/rate-limit; 408 and 500 are as temporary. */
const LATER: readonly number[] = [408, 412, 429, 500, 502, 503, 504];
/** Of a 403: this conversation is closed to us; do not retry (same site, bots/how-to/conversations/send-proactive-messages). */
const CLOSED: readonly string[] = [
  'BotDisabledByAdmin',
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'ForbiddenOperationException',
  'MessageWritesBlocked',
];
/** Errors of the line, by the names that Node and the SDK's HTTP client give them. */
const LINE_DOWN =
  /^(ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|REQUEST_SEND_ERROR|PARSE_ERROR|UND_\w+)$/u;
/** Of the sign-in service: it could not be reached or is busy, which says nothing about our password. */
const SIGN_IN_BUSY: readonly string[] = [
  'network_error',
  'no_network_connectivity',
  'endpoints_resolution_error',
  'temporarily_unavailable',
  'service_not_available',
  'request_timeout',
];

/** What a failed request means for the post. Details are for developers: statuses and codes, never a token or a text. */
export function toOutcome(error: unknown, now: Instant): Refused {
  const { status, code, name, retryAfter } = factsOf(error);
  const detail = [status, code || name].filter(Boolean).join(' ') || 'unknown fault';
  if (status !== undefined) return byStatus(status, code, { detail, wait: waitSeconds(retryAfter, now) });
  const temporary = name === 'AbortError' || LINE_DOWN.test(code) || SIGN_IN_BUSY.includes(code);
  return { ok: false, why: temporary ? 'later' : 'setup', detail };
}

function byStatus(
  status: number,
  code: string,
  { detail, wait }: { readonly detail: string; readonly wait: number | undefined },
): Refused {
  if (LATER.includes(status))
    return { ok: false, why: 'later', detail, ...(wait !== undefined && { waitSeconds: wait }) };
  const closed = status === 404 || status === 410 || (status === 403 && CLOSED.includes(code));
  return { ok: false, why: closed ? 'gone' : 'setup', detail };
}

/** Seconds, or a date: RFC 9110, section 10.2.3. */
function waitSeconds(header: string | undefined, now: Instant): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - Date.parse(now)) / 1_000));
}

interface Facts {
  readonly status: number | undefined;
  readonly code: string;
  readonly name: string;
  readonly retryAfter: string | undefined;
}

/** Read from whatever was thrown: the SDK's errors come from several libraries and share no type. */
function factsOf(error: unknown): Facts {
  const status = at(error, 'statusCode');
  const header = at(error, 'response', 'headers', 'get');
  const retryAfter: unknown =
    typeof header === 'function'
      ? header.call(at(error, 'response', 'headers'), 'retry-after')
      : at(error, 'retryAfter');
  const codes = [
    at(error, 'details', 'error', 'code'),
    at(error, 'body', 'error', 'code'),
    at(error, 'code'),
    at(error, 'errorCode'),
  ];
  return {
    status: typeof status === 'number' ? status : undefined,
    code: codes.find((code): code is string => typeof code === 'string') ?? '',
    name: error instanceof Error ? error.name : typeof error,
    retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
  };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null
        ? (found as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  );
}
