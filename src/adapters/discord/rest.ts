import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultRestOptions, DiscordAPIError, HTTPError, RateLimitError, REST, type RESTOptions } from '@discordjs/rest';
import { PlatformError, StoreError } from '../../core/errors.ts';
import { type Budget, LONGEST_TURN_MS } from '../../core/ports.ts';
import { inOnePiece } from '../whole-form.ts';

/** https://docs.discord.com/developers/reference#api-versioning */
export const API_VERSION = '10';

/** Where Discord's API is, and our token there. */
export interface Access {
  /** Such as `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly token: string;
}

/**
 * The ways to Discord, one for each kind of work, so that none waits for another.
 *
 * Discord allows a bot 50 requests a second over all its processes; answers to
 * interactions do not count: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export interface Lanes {
  /** Answers to interactions, which carry their own token. Tries once. */
  readonly answers: REST;
  /** Answers to messages, and what is done at start. */
  readonly talk: Lane;
  /** What is posted where nobody asked just now. */
  readonly posts: Lane;
  /** What draws anew what stands there: it comes after posts, which have longer patience. */
  readonly redraws: Lane;
  /** Whether Discord took our token the last time that it was shown. */
  isTokenTaken(): boolean;
}

/** Does something with our token that may safely be done twice, such as a post with a nonce; while nobody knows what became of it, again. */
export type Lane = <Result>(work: (rest: REST) => Promise<Result>) => Promise<Result>;

const TALK_A_SECOND = 10;
/** Leaves room below Discord's 50 for what is said in answer to messages. */
const POSTS_A_SECOND = 35;
/** How far apart posts are to be, in milliseconds. */
export const POSTS_APART_MS = Math.ceil(1_000 / POSTS_A_SECOND);
/** An answer that has not arrived by then has missed its 3 seconds. */
const ANSWER_MS = 3_000;
const REQUEST_MS = 10_000;
/** Whoever posts waits so long for a turn; longer ones are told to come back. */
const LONGEST_WAIT_MS = 2_000;
/** Whoever is told to come back leaves it alone for so long at least. */
const AGAIN_MS = 1_000;

/** A share of what Discord allows the bot over all its processes, and how long its calls wait for a turn. */
interface Share {
  readonly lane: string;
  readonly gapMs: number;
  readonly mostMs: number;
}

const TALK: Share = { lane: 'discord:talk', gapMs: Math.ceil(1_000 / TALK_A_SECOND), mostMs: LONGEST_TURN_MS };
const POSTS: Share = { lane: 'discord:posts', gapMs: POSTS_APART_MS, mostMs: LONGEST_WAIT_MS };
/** While posts keep the lane full, there is no turn that near. */
const REDRAWS: Share = { ...POSTS, mostMs: LONGEST_WAIT_MS / 2 };

const requestWhole: RESTOptions['makeRequest'] = async (url, init) => DefaultRestOptions.makeRequest(url, await inOnePiece(init));

/**
 * Opens the ways to Discord.
 *
 * @param budget - what all processes of the bot share; without one, this process keeps to the limits by itself.
 */
export function createLanes({ apiUrl: api, token }: Access, budget?: Budget): Lanes {
  let isTaken = true;
  let isAsking = false;
  const open = (options: Partial<RESTOptions>): REST =>
    new REST({ api, version: API_VERSION, makeRequest: requestWhole, retries: 0, timeout: REQUEST_MS, ...options });
  const lane = (rest: REST, share: Share): Lane => {
    return async (work) => {
      // While our token is refused, one call at a time finds out whether it still is: 10,000 refusals in 10 minutes shut our address
      // out. https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
      if (!isTaken && isAsking) throw new PlatformError('Discord does not take our token', { kind: 'later', waitMs: TROUBLE_MS });
      const asks = !isTaken;
      isAsking ||= asks;
      try {
        const result = await persist(async () => {
          if (budget) await turnIn(share, budget);
          return work(rest);
        });
        isTaken = true;
        return result;
      } catch (error) {
        if (isTokenRefused(error)) {
          isTaken = false;
          // One 401 wipes the token, and every later call would fail without a word from Discord.
          rest.setToken(token);
        }
        throw error;
      } finally {
        if (asks) isAsking = false;
      }
    };
  };
  const posts = open({
    globalRequestsPerSecond: POSTS_A_SECOND,
    rejectOnRateLimit: ({ timeToReset }) => timeToReset > LONGEST_WAIT_MS,
  }).setToken(token);
  return {
    answers: open({ timeout: ANSWER_MS }),
    talk: lane(open({ globalRequestsPerSecond: TALK_A_SECOND }).setToken(token), TALK),
    posts: lane(posts, POSTS),
    redraws: lane(posts, REDRAWS),
    isTokenTaken: () => isTaken,
  };
}

/** Waits for a call's turn. While the store fails, this process keeps to the limits by itself: an answer matters more than a 429. */
async function turnIn({ mostMs, ...lane }: Share, budget: Budget): Promise<void> {
  const turn = await budget.take(lane, mostMs).catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
  });
  if (!turn) return;
  const { isTaken, waitMs } = turn;
  if (!isTaken) throw new PlatformError('Discord: it is not this call’s turn yet', { kind: 'later', waitMs: Math.max(AGAIN_MS, waitMs) });
  if (waitMs > 0) await sleep(waitMs);
}

/** Whether Discord does not know our token. */
export const isTokenRefused = (error: unknown): boolean => error instanceof DiscordAPIError && error.status === 401;

/** Discord's own number for what is wrong, where it has said so. */
export const codeOf = (error: unknown): number | string | undefined => (error instanceof DiscordAPIError ? error.code : undefined);

/** Connections that broke or were given up. */
const BROKEN = /^(?:UND_ERR_\w+|ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT)$/;

/** By what an error of Discord's is counted: its number, else the HTTP status, else that no answer came; `undefined` for any other error. */
export function faultOf(error: unknown): string | undefined {
  if (error instanceof PlatformError) return faultOf(error.cause);
  if (error instanceof DiscordAPIError) return String(error.code === 0 ? error.status : error.code);
  if (error instanceof HTTPError) return String(error.status);
  if (error instanceof RateLimitError) return '429';
  if (!(error instanceof Error)) return undefined;
  return error.name === 'AbortError' || BROKEN.test((error as NodeJS.ErrnoException).code ?? '') ? 'no_answer' : undefined;
}

/** Whether nobody knows what became of a request: the connection broke, or Discord itself failed. */
export const isInDoubt = (error: unknown): boolean =>
  error instanceof HTTPError || ![DiscordAPIError, RateLimitError, PlatformError].some((known) => error instanceof known);

const MOST_ATTEMPTS = 3;
const FIRST_PAUSE_MS = 100;

/**
 * Does something that may safely be done twice, up to three times in all while nobody knows what became of it.
 *
 * @param work - told which attempt it is, from 1.
 */
export async function persist<Result>(work: (attempt: number) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isInDoubt(error)) throw error;
      await sleep(FIRST_PAUSE_MS * attempt);
    }
  }
}

// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes
const GONE = new Set<number | string>([10003, 10004, 10008, 10013]);
/** No permission, a person who takes no messages, no text channel, an archived or locked thread, a place where one may not read what one answers. */
const FORBIDDEN = new Set<number | string>([50001, 50005, 50007, 50008, 50013, 50024, 50083, 50278, 160002, 160005]);
/** Too many edits of an old message; direct messages opened too fast. */
const LATER = new Set<number | string>([30046, 40003]);
/** How long to leave such things alone, and a token that is refused. */
const TROUBLE_MS = 60_000;

/** What Discord's refusal means for whoever wanted to post. */
export function platformErrorFrom(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof RateLimitError) return new PlatformError(said, { kind: 'later', waitMs: error.timeToReset }, error);
  if (isInDoubt(error)) return new PlatformError(said, { kind: 'unknown outcome' }, error);
  const code = codeOf(error) ?? '';
  if (GONE.has(code)) return new PlatformError(said, { kind: 'gone' }, error);
  if (FORBIDDEN.has(code)) return new PlatformError(said, { kind: 'forbidden' }, error);
  if (LATER.has(code) || isTokenRefused(error)) return new PlatformError(said, { kind: 'later', waitMs: TROUBLE_MS }, error);
  throw error;
}
