import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError, WebClient, type WebClientOptions } from '@slack/web-api';
import { createCache, findOrMake } from '../../core/cache.ts';
import { PlatformError } from '../../core/errors.ts';
import { inOnePiece } from '../whole-form.ts';

/** How long a call may take before nobody knows what came of it. */
const TIMEOUT_MS = 10_000;

const MOST_CLIENTS = 1_000;

/** How often Slack's wish to wait is granted, and for how long at most, before an answer is given up. */
const MOST_WAITS = 3;
const LONGEST_WAIT_MS = 60_000;

/**
 * How the Web API is called.
 *
 * The library would try every failure ten times over, a lost response
 * included, so that a message was posted twice; and a 429 would hold up every
 * other call. Both are decided by whoever calls.
 */
export const clientOptions = (apiUrl: string, logger: Logger): WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout: TIMEOUT_MS,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  logger,
  fetch: fetchWhole,
});

type Send = (...asked: Parameters<NonNullable<WebClientOptions['fetch']>>) => Promise<Response>;

const fetchWhole: Send = async (url, init) => fetch(url, init && ((await inOnePiece(init)) as RequestInit));

/** Trouble with a token, which is over as soon as Slack takes the token for a call. */
export interface TokenTrouble {
  isLasting(): boolean;
  end(): void;
}

const NO_TROUBLE: TokenTrouble = { isLasting: () => false, end: () => {} };

/** Sends, and hears whether the trouble is over. */
const heeding =
  (send: Send, trouble: TokenTrouble): Send =>
  async (url, init) => {
    const response = await send(url, init);
    if (trouble.isLasting() && (await isTaken(response.clone()))) trouble.end();
    return response;
  };

/** Whether Slack has done what it was called for; an address for files says so in other ways. */
async function isTaken(response: Response): Promise<boolean> {
  const said: unknown = await response.json().catch(() => undefined);
  return typeof said === 'object' && said !== null && Reflect.get(said, 'ok') === true;
}

export const createClient = (token: string, apiUrl: string, logger: Logger, trouble = NO_TROUBLE): WebClient =>
  new WebClient(token, { ...clientOptions(apiUrl, logger), fetch: heeding(fetchWhole, trouble) });

/** A client that asks for its token at each call: until then, nothing waits for whoever knows it. */
export function createLateClient(tokenNow: () => Promise<string>, apiUrl: string, logger: Logger, trouble: TokenTrouble): WebClient {
  const send: Send = async (url, init) => {
    // Addresses for files are somebody else's, and need none.
    if (!String(url).startsWith(apiUrl)) return fetchWhole(url, init);
    return fetchWhole(url, { ...init, headers: { ...init?.headers, Authorization: `Bearer ${await tokenNow()}` } });
  };
  return new WebClient(undefined, { ...clientOptions(apiUrl, logger), fetch: heeding(send, trouble) });
}

/** One client for each key, such as a token or a workspace; many come in time, so only those used last are kept. */
export function createClients(create: (key: string) => WebClient): (key: string) => WebClient {
  const clients = createCache<WebClient>(MOST_CLIENTS);
  return (key) => findOrMake(clients, key, () => create(key));
}

/** Calls again when Slack asks to wait, and for no other reason: https://docs.slack.dev/apis/web-api/rate-limits */
export async function patiently<Result>(call: () => Promise<Result>): Promise<Result> {
  for (let waits = 0; ; waits++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof WebAPIRateLimitedError) || waits === MOST_WAITS) throw error;
      await wait(Math.min(error.retryAfter * 1_000, LONGEST_WAIT_MS));
    }
  }
}

/**
 * Says something at the address that came with a command, a press or a shortcut; it takes five messages within 30 minutes.
 *
 * @throws PlatformError when it is not said, or when nobody knows.
 * @see https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
export async function respondAt(url: string, message: object): Promise<void> {
  for (let waits = 0; ; waits++) {
    const response = await send(url, message);
    const said = await response.text().catch(() => '');
    if (response.ok) return;
    if (response.status !== 429 || waits === MOST_WAITS) {
      const cause = new WebAPIHTTPError(response.status, response.statusText, {});
      throw new PlatformError(`Slack did not take an answer: ${response.status} ${said.slice(0, 200)}`, { kind: 'unknown outcome' }, cause);
    }
    await wait(Math.min(Number(response.headers.get('retry-after') ?? 1) * 1_000, LONGEST_WAIT_MS));
  }
}

async function send(url: string, message: object): Promise<Response> {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(message) };
  try {
    return await fetch(url, { ...request, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    const cause = error instanceof Error ? new WebAPIRequestError(error) : error;
    throw new PlatformError('Slack: the connection broke while an answer was sent', { kind: 'unknown outcome' }, cause);
  }
}
