import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFaults } from './faults.ts';
import type { World } from './methods.ts';
import { createOAuth } from './oauth.ts';
import { createResponseUrls, type Origin, sayAt } from './response-url.ts';
import { type Delivery, overHttp, overSocket, type Send, type Taken } from './transport.ts';
import { answerCall, bytesOf, type Call, type Tokens } from './web-api.ts';
import { createWorkspace } from './workspace.ts';

interface Options {
  /** The bot token's scopes; all where it is not said. */
  readonly scopes?: readonly string[];
  /** How long an app may take to acknowledge: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
  readonly ackDeadlineMs?: number;
}

/** A rule that the app broke. */
export interface Violation {
  readonly rule: string;
  readonly details?: unknown;
}

/** https://www.w3.org/TR/png-3/#5PNG-file-signature */
const PNG_SIGN = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';

/**
 * A Slack of our own on loopback, which keeps the rules that Slack documents:
 * the real libraries run against it. Whatever an app does that Slack does not
 * take is refused as Slack would, and written down in `violations`.
 */
export async function createSlackServer({ scopes, ackDeadlineMs = 3_000 }: Options = {}) {
  const workspace = createWorkspace('T0TEST');
  const faults = createFaults();
  const violations: Violation[] = [];
  const calls: Call[] = [];
  const triggers = new Map<string, { readonly user: string; readonly madeAt: number; isUsed: boolean }>();
  let laterMs = 0;
  const now = () => Date.now() + laterMs;
  const tokens: Tokens = { bot: 'xoxb-test', app: 'xapp-test', scopes, refusedFor: undefined };

  const server = createServer((request, response) => {
    const [, first = '', second = ''] = (request.url ?? '').split(/[/?]/);
    if (first === 'api') return void answerCall(second, request, response, { world, tokens, faults, calls });
    if (first === 'response') return void urls.answer(second, request, response);
    if (first === 'upload') return void bytesOf(request).then((bytes) => response.end(takeFile(second, bytes)));
    response.writeHead(404).end();
  });
  const socket = overSocket(server, () => workspace.tell());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const world: World = {
    workspace,
    address,
    files: new Map(),
    processing: { checks: 0 },
    violated: (rule, details) => void violations.push({ rule, ...(details !== undefined && { details }) }),
    newSocket: () => socket.newSocket(address),
    exchange: createOAuth(tokens, workspace.team).exchange,
    useTrigger(id) {
      // https://docs.slack.dev/reference/methods/views.open#errors
      const trigger = triggers.get(id);
      if (!trigger) return { error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
      trigger.isUsed = true;
      // https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses
      return now() - trigger.madeAt > 3_000 ? { error: 'expired_trigger_id' } : trigger;
    },
  };
  const urls = createResponseUrls(world, faults, now);
  let send: Send = socket.send;

  function takeFile(id: string, bytes: Buffer): string {
    const file = world.files.get(id);
    if (file) world.files.set(id, { ...file, text: bytes.toString(), isPng: bytes.includes(PNG_SIGN) });
    return 'OK';
  }

  return {
    ...socket,
    workspace,
    faults,
    violations,
    calls,
    tokens,
    files: world.files,
    processing: world.processing,
    apiUrl: `${address}/api/`,
    signingSecret: SIGNING_SECRET,
    now,
    /** Lets time pass for addresses, triggers and signatures. */
    pass(ms: number): void {
      laterMs += ms;
    },
    /** Delivers as requests to an address, where nothing is said over a socket. */
    sendTo(url: string): void {
      send = overHttp(url, SIGNING_SECRET, () => Math.floor(now() / 1_000));
    },
    newTrigger(user: string): string {
      const id = randomUUID();
      triggers.set(id, { user, madeAt: now(), isUsed: false });
      return id;
    },
    newResponseUrl: (origin: Origin) => urls.open(origin),

    /** Delivers something, and does what is asked for inside the acknowledgement; one that comes too late is a violation. */
    async deliver(delivery: Delivery, origin?: Origin): Promise<Taken | undefined> {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), ackDeadlineMs);
      });
      const taken = await Promise.race([send(delivery), late]).finally(() => clearTimeout(timer));
      if (!taken) world.violated('an app acknowledges within 3 seconds', delivery.kind);
      const body = taken?.status === 200 ? taken.body : undefined;
      if (body && delivery.kind === 'slash_commands' && origin) sayAt(origin, body, world);
      else if (body) world.violated('only a command’s acknowledgement carries a message', delivery.kind);
      workspace.tell();
      return taken;
    },

    close(): void {
      socket.drop();
      server.close();
      server.closeAllConnections();
    },
  };
}

export type SlackServer = Awaited<ReturnType<typeof createSlackServer>>;
