import type { RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Bot } from '../../core/bot.ts';
import { createInFlight } from '../../core/in-flight.ts';
import { createLatest } from '../../core/latest.ts';
import type { DrawPicture } from '../../core/picture.ts';
import type { Adapter, Arrival, Installations, Inviters, Log, PersonalFiles, Seen, SentPictures, Spaces } from '../../core/ports.ts';
import { type Ack, type Answering, answer } from './answer.ts';
import { isBadToken, isRevoked, slackCode, tokenAdvice } from './errors.ts';
import { createLogger } from './logger.ts';
import { createMembers } from './members.ts';
import { manyWorkspaces, type OAuthSettings } from './oauth.ts';
import { createPictures } from './pictures.ts';
import { createPoster } from './poster.ts';
import { createProfiles } from './profiles.ts';
import { actorId, conversationId, type Notice, receive, spaceId } from './receive.ts';
import { createRequests } from './requests.ts';
import { createSocket } from './socket.ts';
import { clientOptions, createClient, createClients, createLateClient } from './web.ts';
import { oneWorkspace } from './workspaces.ts';

/** How Slack is reached; holds secrets. */
export interface SlackSettings {
  /** Where the Web API is, with a slash at its end. */
  readonly apiUrl: string;
  /** How Slack's deliveries come to us: over a socket that we open, or as signed requests. */
  readonly transport: { readonly kind: 'socket'; readonly appToken: string } | { readonly kind: 'http'; readonly signingSecret: string };
  /** One workspace by its token, or all that install the app. */
  readonly access:
    | { readonly kind: 'token'; readonly botToken: string }
    | ({ readonly kind: 'oauth'; readonly secretKey: string } & OAuthSettings);
}

export interface SlackOptions {
  readonly settings: SlackSettings;
  readonly bot: Bot;
  readonly draw: DrawPicture;
  readonly sentPictures: SentPictures;
  readonly personalFiles: PersonalFiles;
  readonly seen: Seen;
  readonly inviters: Inviters;
  readonly spaces: Spaces;
  /** @param secretKey - what tokens are encrypted with. */
  readonly installations: (secretKey: string) => Installations;
  readonly log: Log;
  readonly now: () => Date;
  readonly commandName: string;
  /** The bot was brought into a channel; heard more than once where Slack tells it again. */
  readonly onArrival?: (arrival: Arrival) => Promise<void>;
  /** Tells whoever runs the bot how it is going, a line at a time. */
  readonly tell: (line: string) => void;
}

/** How long what has begun may take before it is left alone. */
const DRAIN_MS = 9_000;

/** The way to Slack; requests are taken at `routes`. */
export function createSlack({ settings, tell, log, now, commandName, installations, onArrival, ...services }: SlackOptions): {
  readonly adapter: Adapter;
  readonly routes: Readonly<Record<string, RequestListener>>;
} {
  const { apiUrl, transport, access } = settings;
  const logger = createLogger(tell);
  const inFlight = createInFlight();
  const pictures = createPictures({ ...services, now, onFailure: (error) => log.incident('slack', error) });
  const stopping = new AbortController();
  const trouble = createTrouble(tell, access);
  const answering: Answering = {
    ...services,
    log,
    stopping: stopping.signal,
    pictures,
    latest: createLatest(),
    profiles: createProfiles(now, trouble.hear),
    members: createMembers(now, trouble.hear),
  };
  const onEntered = (team: string) => services.spaces.entered(spaceId(team));
  const workspaces =
    access.kind === 'token'
      ? oneWorkspace({ ...access, apiUrl, logger, onEntered })
      : manyWorkspaces({ ...access, apiUrl, logger, now, installations: installations(access.secretKey), onEntered, tell });
  const socket = transport.kind === 'socket' ? createSocket({ ...transport, apiUrl, logger, tell }) : undefined;
  const requests = transport.kind === 'http' ? createRequests({ ...transport, logger, now }) : undefined;
  const receiver = socket?.receiver ?? requests?.receiver;
  if (!receiver) throw new Error('Slack is reached neither by socket nor by requests');

  const clients = createClients((team) =>
    createLateClient(async () => (await workspaces.accessTo(team)).botToken, apiUrl, logger, trouble),
  );
  // Nothing is asked before a delivery is acknowledged, not even the store for a token: it may be slow, or away.
  const app = new App({ receiver, authorize: async () => ({}), convoStore: false, clientOptions: clientOptions(apiUrl, logger), logger });
  // One listener for everything: two that match would both answer.
  app.use(({ body, context, ...rest }) => {
    const { isEnterpriseInstall, enterpriseId = '', teamId = '' } = context;
    const client = clients(isEnterpriseInstall ? enterpriseId : teamId);
    const ack = ('ack' in rest && typeof rest.ack === 'function' ? rest.ack : async () => {}) as Ack;
    return inFlight.run(async () => {
      const received = receive(body, commandName);
      try {
        if (received && 'delivery' in received) return await answer(received, ack, client, answering);
        await ack();
        if (received) await take(received, client);
      } catch (error) {
        trouble.hear(error);
        log.incident(received && 'delivery' in received ? received.delivery : 'slack', error);
      }
    });
  });
  async function take(told: Notice, client: WebClient): Promise<void> {
    if (told.notice === 'removed') await leave(told.team);
    else if (told.member === (await workspaces.accessTo(told.team)).botUserId) await arrive(told, client);
  }
  async function leave(team: string): Promise<void> {
    await services.spaces.left(spaceId(team));
    await workspaces.remove(team);
  }
  /** Whoever brings the bot into a channel manages it there, and speaks the channel's language as far as we know. */
  async function arrive({ team, channel, inviter }: Extract<Notice, { notice: 'invited' }>, client: WebClient): Promise<void> {
    const conversation = conversationId(team, channel);
    if (inviter !== undefined) await services.inviters.remember(conversation, actorId(team, inviter));
    const profile = inviter === undefined ? undefined : await answering.profiles.find(client, team, inviter);
    await onArrival?.({ place: conversation, conversation, space: spaceId(team), locale: profile?.locale, zone: profile?.zone });
  }

  let isStarted = false;
  // Posts that nobody waits for go through clients of their own.
  const postClients = createClients((token) => createClient(token, apiUrl, logger, trouble));
  const adapter: Adapter = {
    platform: 'slack',
    poster: createPoster(
      async (team) => postClients((await workspaces.accessTo(team)).botToken),
      pictures,
      now,
      async (error, team) => {
        trouble.hear(error);
        // Nobody tells us twice that the app was uninstalled: we may have been away.
        if (access.kind === 'oauth' && isRevoked(error)) await leave(team);
      },
    ),
    async start() {
      await workspaces.start();
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
  return { adapter, routes: { ...requests?.routes, ...workspaces.routes } };
}

/** Notices a token that Slack no longer takes: told once, and nobody is ready until it takes it again. */
function createTrouble(tell: SlackOptions['tell'], { kind }: SlackSettings['access']) {
  let isBad = false;
  return {
    hear(error: unknown): void {
      // Where many have installed the app, one that has revoked its token is its own affair.
      if (isBad || kind === 'oauth' || !isBadToken(error)) return;
      isBad = true;
      tell(tokenAdvice('SLACK_BOT_TOKEN', slackCode(error) ?? ''));
    },
    isLasting: () => isBad,
    end(): void {
      isBad = false;
      tell('Slack takes SLACK_BOT_TOKEN again.');
    },
  };
}
