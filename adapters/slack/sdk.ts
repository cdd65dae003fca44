import type * as Bolt from '@slack/bolt';
import { LogLevel, type Logger, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../../src/ports/log.ts';
import { CALL_MILLISECONDS } from './limits.ts';

/** Bolt costs a third of a second to load: it is loaded after the bot listens, or when first needed. */
export type Sdk = Pick<typeof Bolt, 'App' | 'SocketModeReceiver' | 'isValidSlackRequest'>;

export function loadSdk(): Promise<Sdk> {
  return import('@slack/bolt');
}

/**
 * How Slack's client behaves: it reports every refusal at once, for who sends knows how long to wait; by itself it
 * would try for half an hour and wait for an answer without end.
 */
export function clientOptions(apiUrl: string | undefined, logger: Logger): WebClientOptions {
  return {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_MILLISECONDS,
    maxRequestConcurrency: 10,
    logger,
    // The client's own time-out covers its calls but not those to a response URL.
    fetch: (url, init) => fetch(url, { signal: AbortSignal.timeout(CALL_MILLISECONDS), ...given(init) }),
  };
}

/** The settings that are set: an explicit `undefined` would take ours away. */
function given(init: RequestInit | Record<string, unknown> | undefined): RequestInit {
  return Object.fromEntries(Object.entries(init ?? {}).filter(([, value]) => value !== undefined));
}

/** The kit's warnings and errors as lines of ours; what it says in detail may hold messages and is left out. */
export function kitLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...said) => log.warn('slack-kit', { detail: summary(said) }),
    error: (...said) => log.error('slack-kit', { detail: summary(said) }),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

function summary([first]: readonly unknown[]): string {
  if (typeof first === 'string') return first;
  return first instanceof Error ? first.name : typeof first;
}
