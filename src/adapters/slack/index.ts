import type { RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { App, type Authorize } from '@slack/bolt';
import type { Bot } from '../../core/bot.ts';
import { ContentError } from '../../core/errors.ts';
import { createInFlight } from '../../core/in-flight.ts';
import type { Adapter, Inviters, Log, Seen } from '../../core/ports.ts';
import { type Ack, type Answering, answer } from './answer.ts';
import { isBadToken, slackCode, tokenAdvice } from './errors.ts';
import { createLogger } from './logger.ts';
import { createPoster } from './poster.ts';
import { createProfiles } from './profiles.ts';
import { actorId, conversationId, type Invited, receive } from './receive.ts';
import { createRequests } from './requests.ts';
import { createSocket } from './socket.ts';
import { clientOptions, createClient } from './web.ts';

/** How Slack is reached; holds secrets. */
export interface SlackSettings {
  /** Where the Web API is, with a slash at its end. */
  readonly apiUrl: string;
  /** How Slack's deliveries come to us: over a socket that we open, or as signed requests. */
  readonly transport: { readonly kind: 'socket'; readonly appToken: string } | { readonly kind: 'http'; readonly signingSecret: string };
  readonly botToken: string;
}

export interface SlackOptions {
  readonly settings: SlackSettings;
  readonly bot: Bot;
  readonly seen: Seen;
  readonly inviters: Inviters;
  readonly log: Log;
  readonly now: () => Date;
  readonly commandName: string;
  /** Tells whoever runs the bot how it is going, a line at a time. */
  readonly tell: (line: string) => void;
}

/** How long what has begun may take before it is left alone. */
const DRAIN_MS = 9_000;

/** The way to Slack; by HTTP it takes requests at `routes`. */
export function createSlack({ settings, tell, log, now, commandName, ...services }: SlackOptions): {
  readonly adapter: Adapter;
  readonly routes: Readonly<Record<string, RequestListener>>;
} {
  const { apiUrl, transport, botToken } = settings;
  const logger = createLogger(tell);
  const inFlight = createInFlight();
  const stopping = new AbortController();
  let isStarted = false;
  const trouble = createTrouble(tell);
  const answering: Answering = { ...services, log, stopping: stopping.signal, profiles: createProfiles(now, trouble.hear) };

  const socket = transport.kind === 'socket' ? createSocket({ appToken: transport.appToken, apiUrl, logger, tell }) : undefined;
  const requests = transport.kind === 'http' ? createRequests({ signingSecret: transport.signingSecret, logger, now }) : undefined;
  const receiver = socket?.receiver ?? requests?.receiver;
  if (!receiver) throw new Error('Slack is reached neither by socket nor by requests');

  let self = { botId: '', botUserId: '' };
  const authorize: Authorize<boolean> = async () => ({ botToken, ...self });
  const app = new App({ receiver, authorize, convoStore: false, clientOptions: clientOptions(apiUrl, logger), logger });
  // One listener for everything: two that match would both answer.
  app.use(({ body, client, context, ...rest }) => {
    const ack = ('ack' in rest && typeof rest.ack === 'function' ? rest.ack : async () => {}) as Ack;
    return inFlight.run(async () => {
      const received = receive(body, commandName);
      try {
        if (received && 'delivery' in received) return await answer(received, ack, client, answering);
        await ack();
        if (received && received.member === context.botUserId) await remember(received);
      } catch (error) {
        trouble.hear(error);
        log.incident(received && 'delivery' in received ? received.delivery : 'slack', error);
      }
    });
  });
  const remember = ({ team, channel, inviter }: Invited) =>
    services.inviters.remember(conversationId(team, channel), actorId(team, inviter));

  // Posts that nobody waits for go through a client of their own.
  const postClient = createClient(botToken, apiUrl, logger);
  const adapter: Adapter = {
    platform: 'slack',
    poster: createPoster(async () => postClient, now),
    async start() {
      const { bot_id = '', user_id = '' } = await authTest(createClient(botToken, apiUrl, logger));
      self = { botId: bot_id, botUserId: user_id };
      await socket?.start();
      isStarted = true;
    },
    isReady: () => isStarted && !stopping.signal.aborted && !trouble.isLasting() && (socket?.isConnected() ?? true),
    async stop() {
      stopping.abort();
      // What waits for a slow answer is acknowledged by now, while the socket is still there, and answered at its address.
      await Promise.race([inFlight.idle(), wait(DRAIN_MS, undefined, { ref: false })]);
      await socket?.stop();
    },
  };
  return { adapter, routes: requests?.routes ?? {} };
}

/** @throws ContentError where Slack does not take the token, or cannot be reached. */
async function authTest(client: ReturnType<typeof createClient>) {
  try {
    return await client.auth.test();
  } catch (error) {
    const code = slackCode(error);
    if (isBadToken(error)) throw new ContentError(tokenAdvice('SLACK_BOT_TOKEN', code ?? ''), { cause: error });
    throw new ContentError(`Slack cannot be reached (${error instanceof Error ? error.message : error}).`, { cause: error });
  }
}

/** Notices a token that Slack no longer takes: told once, and nobody is ready until it is mended. */
function createTrouble(tell: (line: string) => void) {
  let isBad = false;
  return {
    hear(error: unknown): void {
      if (!isBadToken(error) || isBad) return;
      isBad = true;
      tell(tokenAdvice('SLACK_BOT_TOKEN', slackCode(error) ?? ''));
    },
    isLasting: () => isBad,
  };
}
