import { setTimeout as delay } from 'node:timers/promises';
import { applicationPayload, listCommands, overwriteCommands } from './application.ts';
import { channelOf, createMessage, deleteMessage, editMessage, listMessages, openDirect } from './channels.ts';
import type { createFaults, Fault } from './faults.ts';
import { acknowledge, deleteOriginal, editOriginal, followUp } from './interactions.ts';
import type { createLimits, Verdict } from './limits.ts';
import { channelPayload, readSent, type Sent } from './payloads.ts';
import { Refused } from './refused.ts';
import type { World } from './world.ts';

/** What the API needs beside the world. */
export interface RestOptions {
  readonly world: World;
  readonly token: string;
  readonly limits: ReturnType<typeof createLimits>;
  readonly faults: ReturnType<typeof createFaults>;
  /** How to reach the gateway. */
  readonly gateway: () => { readonly url: string; readonly remaining: number; readonly shards: number };
}

interface Call {
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly sent: Sent;
}

type Handler = (call: Call) => unknown;

/** An answer, or a connection that breaks. */
export type Answer = { readonly kind: 'response'; readonly response: Response } | { readonly kind: 'broken' };

const json = (body: unknown, init: ResponseInit = {}): Response =>
  body === undefined ? new Response(undefined, { ...init, status: 204 }) : Response.json(body, init);

/** Discord's HTTP API, as far as the bot uses it. */
export function createRest(options: RestOptions) {
  const routes = routesOf(options);
  const { faults } = options;
  /** Every request, in order, as `POST /channels/1/messages`. */
  const log: string[] = [];
  return {
    log,
    async answer(request: Request): Promise<Answer> {
      const { pathname, searchParams } = new URL(request.url);
      const name = `${request.method} ${pathname.replace(/^\/api\/v10/, '')}`;
      log.push(name);
      options.world.changed();
      const fault = faults.take(name);
      if (fault?.kind === 'lost request') return { kind: 'broken' };
      if (fault?.kind === 'status') {
        if (fault.isDone) await handle(name, request, searchParams, routes, options);
        return { kind: 'response', response: faulty(fault) };
      }
      if (fault?.kind === 'slow') await delay(fault.ms);
      const response = await handle(name, request, searchParams, routes, options);
      return fault?.kind === 'lost answer' ? { kind: 'broken' } : { kind: 'response', response };
    },
  };
}

function faulty({ status, code = 0, retryAfter }: Extract<Fault, { kind: 'status' }>): Response {
  const wait = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter), 'X-RateLimit-Scope': 'user', Via: '1.1 loopback' };
  return json({ code, message: `fault ${status}`, retry_after: retryAfter, global: false }, { status, headers: wait });
}

async function handle(name: string, request: Request, query: URLSearchParams, routes: Routes, options: RestOptions): Promise<Response> {
  try {
    const found = routes.flatMap(([pattern, handler]) => ({ match: pattern.exec(name), handler })).find(({ match }) => match);
    if (!found?.match) throw new Refused(404, 0, '404: Not Found');
    const ids = found.match.slice(1).map(decodeURIComponent);
    const verdict = mayPass(name, ids, request, options);
    if (verdict.retryAfter !== undefined) return tooMany(verdict, verdict.retryAfter);
    return json(found.handler({ ids, query, sent: await readSent(request) }), { headers: verdict.headers });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return json({ code: error.code, message: error.message }, { status: error.status });
  }
}

/** Interactions carry their own token, and do not count: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
function mayPass(name: string, ids: readonly string[], request: Request, { token, limits }: RestOptions): Verdict {
  if (/^\w+ \/(?:interactions|webhooks)\//.test(name)) return { headers: {} };
  if (request.headers.get('authorization') !== `Bot ${token}`) throw new Refused(401, 0, '401: Unauthorized');
  const global = limits.global();
  if (global.retryAfter !== undefined || !/^POST \/channels\/\d+\/messages$/.test(name)) return global;
  return limits.channel(ids[0] ?? '');
}

/** https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
function tooMany({ headers }: Verdict, retryAfter: number): Response {
  const isGlobal = headers['X-RateLimit-Global'] === 'true';
  const body = { message: 'You are being rate limited.', retry_after: retryAfter, global: isGlobal };
  return json(body, { status: 429, headers: { ...headers, 'Retry-After': String(retryAfter), Via: '1.1 loopback' } });
}

type Routes = readonly (readonly [RegExp, Handler])[];

function routesOf({ world, gateway }: RestOptions): Routes {
  const route = (text: string, handler: Handler) => [new RegExp(`^${text.replaceAll('{}', '([^/]+)')}$`), handler] as const;
  return [
    route('GET /gateway/bot', () => {
      const { url, remaining, shards } = gateway();
      return { url, shards, session_start_limit: { total: 1_000, remaining, reset_after: 0, max_concurrency: 16 } };
    }),
    route('GET /users/@me', () => world.application),
    route('GET /applications/@me', () => applicationPayload(world)),
    route('POST /users/@me/channels', ({ sent }) => openDirect(world, sent)),
    route('GET /applications/\\d+/commands', ({ query }) => listCommands(world, 'global', query)),
    route('PUT /applications/\\d+/commands', ({ sent }) => overwriteCommands(world, 'global', sent)),
    route('GET /applications/\\d+/guilds/{}/commands', ({ ids: [guild = ''], query }) => listCommands(world, guild, query)),
    route('PUT /applications/\\d+/guilds/{}/commands', ({ ids: [guild = ''], sent }) => overwriteCommands(world, guild, sent)),
    route('POST /interactions/{}/{}/callback', ({ ids: [id = '', token = ''], sent }) => acknowledge(world, id, token, sent)),
    route('POST /webhooks/\\d+/{}', ({ ids: [token = ''], sent }) => followUp(world, token, sent)),
    route('PATCH /webhooks/\\d+/{}/messages/@original', ({ ids: [token = ''], sent }) => editOriginal(world, token, sent)),
    route('DELETE /webhooks/\\d+/{}/messages/@original', ({ ids: [token = ''] }) => deleteOriginal(world, token)),
    route('GET /channels/{}', ({ ids: [id = ''] }) => channelPayload(channelOf(world, id))),
    route('GET /channels/{}/messages', ({ ids: [id = ''], query }) => listMessages(world, id, query)),
    route('POST /channels/{}/messages', ({ ids: [id = ''], sent }) => createMessage(world, id, sent)),
    route('PATCH /channels/{}/messages/{}', ({ ids: [id = '', message = ''], sent }) => editMessage(world, id, message, sent)),
    route('DELETE /channels/{}/messages/{}', ({ ids: [id = '', message = ''] }) => deleteMessage(world, id, message)),
  ];
}
