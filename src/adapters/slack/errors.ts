import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { PlatformError, type Refusal } from '../../core/errors.ts';

// Error codes by what they mean for whoever wants to post: https://docs.slack.dev/reference/methods/chat.postMessage#errors
const GONE = new Set([
  'channel_not_found',
  'is_archived',
  'message_not_found',
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'is_inactive',
]);
const LATER = new Set(['ratelimited', 'rate_limited', 'service_unavailable', 'team_added_to_org']);
const UNKNOWN = new Set(['fatal_error', 'internal_error', 'request_timeout']);

/** Codes that say that our token is no good: https://docs.slack.dev/reference/methods/auth.test#errors */
const BAD_TOKEN = new Set(['invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'account_inactive', 'not_allowed_token_type']);

/** Those of them that a workspace means: it has uninstalled the app. */
const REVOKED = new Set(['token_revoked', 'account_inactive']);

/** How long to wait where Slack does not say. */
const PAUSE_MS = 30_000;

/** Connections that never came about: nothing was done. */
const NOT_REACHED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH/;

/** The code by which Slack refused something, where it did. */
export const slackCode = (error: unknown): string | undefined => (error instanceof WebAPIPlatformError ? error.data.error : undefined);

/** By what an error of Slack's is counted: its code, else the HTTP status, else that no answer came; `undefined` for any other error. */
export function faultOf(error: unknown): string | undefined {
  if (error instanceof PlatformError) return faultOf(error.cause);
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof WebAPIHTTPError) return String(error.statusCode);
  return error instanceof WebAPIRequestError ? 'no_answer' : slackCode(error);
}

/** Whether Slack has said nothing because of what stands in the blocks, such as a file that is not ready; a view calls it its arguments. */
export const isRefusedForBlocks = (error: unknown): boolean => error instanceof Error && /invalid_(?:blocks|arguments)/.test(error.message);

/** Whether Slack no longer takes the token that was used. */
export const isBadToken = (error: unknown): boolean => BAD_TOKEN.has(slackCode(error) ?? '');

/** Whether the token that was used is none any more, because whoever gave it has taken it back. */
export const isRevoked = (error: unknown): boolean => REVOKED.has(slackCode(error) ?? '');

/** Whether Slack gives no new token for what was to refresh one, now or later: https://docs.slack.dev/reference/methods/oauth.v2.access#errors */
export const isRefreshRefused = (error: unknown): boolean => slackCode(error) === 'invalid_refresh_token' || isBadToken(error);

/** What to do about a token that Slack refuses, with the setting's name. */
export function tokenAdvice(setting: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN', code: string): string {
  const where =
    setting === 'SLACK_BOT_TOKEN'
      ? 'Install the app again under “OAuth & Permissions” and copy the “Bot User OAuth Token”'
      : 'Make a new one under “Basic Information”, “App-Level Tokens”, with the scope connections:write';
  return `Slack does not take ${setting} (${code}). ${where}: https://api.slack.com/apps`;
}

/** What came of a call that failed, in the words of whoever posts. */
export function asPlatformError(error: unknown): PlatformError {
  return new PlatformError(`Slack: ${error instanceof Error ? error.message : String(error)}`, refusalOf(error), error);
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'later', waitMs: error.retryAfter * 1_000 };
  const code = slackCode(error);
  if (code !== undefined) {
    if (GONE.has(code)) return { kind: 'gone' };
    // A bad token is for whoever runs the bot to mend; no channel's quiz ends for it.
    if (LATER.has(code) || BAD_TOKEN.has(code)) return { kind: 'later', waitMs: PAUSE_MS };
    return { kind: UNKNOWN.has(code) ? 'unknown outcome' : 'forbidden' };
  }
  if (error instanceof WebAPIRequestError && NOT_REACHED.test(causesOf(error))) return { kind: 'later', waitMs: PAUSE_MS };
  if (error instanceof WebAPIHTTPError && error.statusCode === 429) return { kind: 'later', waitMs: PAUSE_MS };
  return { kind: 'unknown outcome' };
}

/** The messages and codes of an error and of all that caused it. */
function causesOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '' } = error as NodeJS.ErrnoException;
  const inner = error instanceof WebAPIRequestError ? error.original : error.cause;
  const nested = error instanceof AggregateError ? error.errors.map(causesOf).join(' ') : '';
  return `${error.message} ${code} ${nested} ${inner === undefined ? '' : causesOf(inner)}`;
}
