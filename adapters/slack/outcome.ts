import type { Sent } from '../../src/ports/channel.ts';

type Refusal = Exclude<Sent, { ok: true }>;

/** That conversation or person cannot be reached any more. Codes: docs.slack.dev/reference/methods, "Errors" of each. */
const GONE = new Set([
  'cannot_dm_bot',
  'cannot_reply_to_message',
  'channel_is_limited_access',
  'channel_not_found',
  'invalid_user_combination',
  'is_archived',
  'method_not_supported_for_channel_type',
  'not_in_channel',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
]);
/**
 * Our token or rights are wrong. `account_inactive` is the token's own account; a person who has left is
 * `user_disabled` (docs.slack.dev/reference/methods/conversations.open).
 */
const SETUP = new Set([
  'access_denied',
  'account_inactive',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'invalid_auth',
  'messages_tab_disabled',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_not_found',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
]);

/**
 * What a failed call to Slack means for the caller, by the codes of Slack and its client, never by a sentence. What is
 * not known, a server's fault or a dropped connection may pass, so it is tried again later.
 */
export function refusalOf(fault: unknown): Refusal {
  const { code, data, retryAfter, statusCode } = asClientError(fault);
  if (code === 'slack_webapi_rate_limited_error' && typeof retryAfter === 'number') {
    return { ok: false, why: 'later', waitSeconds: retryAfter, detail: 'ratelimited' };
  }
  if (code === 'slack_webapi_http_error') return { ok: false, why: 'later', detail: `http_${statusCode}` };
  if (code !== 'slack_webapi_platform_error') return { ok: false, why: 'later', detail: code ?? 'unknown' };
  const error = data?.error ?? 'unknown';
  if (GONE.has(error)) return { ok: false, why: 'gone', detail: error };
  if (SETUP.has(error)) return { ok: false, why: 'setup', detail: error };
  return { ok: false, why: 'later', detail: error };
}

interface ClientError {
  readonly code?: string;
  readonly data?: { readonly error?: string };
  readonly retryAfter?: number;
  readonly statusCode?: number;
}

/** The errors of Slack's client carry these fields; any other error carries none of them. */
function asClientError(fault: unknown): ClientError {
  return typeof fault === 'object' && fault !== null ? fault : {};
}
