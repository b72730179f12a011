import type { IncomingMessage, ServerResponse } from 'node:http';
import { type createFaults, meet } from './faults.ts';
import { type Answer, type Arguments, METHODS, type World } from './methods.ts';

/** What tokens there are and what they may do. */
export interface Tokens {
  /** The token that holds now. */
  bot: string;
  readonly app: string;
  /** The bot token's scopes; all where it is not said. */
  readonly scopes: readonly string[] | undefined;
  /** Why Slack takes none of them any more: https://docs.slack.dev/reference/methods/auth.test#errors */
  refusedFor: string | undefined;
}

/** A call as it was made. */
export interface Call {
  readonly method: string;
  readonly args: Arguments;
}

interface WebApi {
  readonly world: World;
  readonly tokens: Tokens;
  readonly faults: ReturnType<typeof createFaults>;
  readonly calls: Call[];
}

/** Answers a call of the Web API: https://docs.slack.dev/apis/web-api/using-the-web-api */
export async function answerCall(method: string, request: IncomingMessage, response: ServerResponse, api: WebApi): Promise<void> {
  const args = argumentsIn(await bodyOf(request), request.headers['content-type'] ?? '');
  api.calls.push({ method, args });
  const act = () => answerTo(method, args, request, api);
  const isMet = await meet(api.faults.take(method), request, response, act);
  const scopes = api.tokens.scopes && { 'x-oauth-scopes': api.tokens.scopes.join(',') };
  if (!isMet) response.writeHead(200, { 'content-type': 'application/json', ...scopes }).end(JSON.stringify(withOk(act())));
  api.world.workspace.tell();
}

const withOk = (answer: Answer) => ({ ok: answer.error === undefined, ...answer });

function answerTo(name: string, args: Arguments, request: IncomingMessage, { world, tokens }: WebApi): Answer {
  const method = METHODS[name];
  if (!method) return { error: 'unknown_method' };
  // It is told who asks by what it is given.
  if (name === 'oauth.v2.access') return method.call(args, world);
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '') || String(args.token ?? '');
  const wanted = name === 'apps.connections.open' ? tokens.app : tokens.bot;
  if (token !== wanted) return { error: 'invalid_auth' };
  if (tokens.refusedFor !== undefined) return { error: tokens.refusedFor };
  const needed = String(args.channel).startsWith('D') ? (method.scopeInDirect ?? method.scope) : method.scope;
  const mayNot = tokens.scopes && needed !== undefined && !tokens.scopes.includes(needed);
  return mayNot ? { error: 'missing_scope', needed } : method.call(args, world);
}

/** Reads a request to its end. */
export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export const bodyOf = async (request: IncomingMessage): Promise<string> => (await bytesOf(request)).toString();

function argumentsIn(body: string, type: string): Arguments {
  if (type.startsWith('application/json')) return JSON.parse(body);
  return Object.fromEntries(Array.from(new URLSearchParams(body), ([name, value]) => [name, structureIn(value)]));
}

function structureIn(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
