import type { RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Guild } from 'discord.js';
import { type APIInteraction, GatewayCloseCodes, type GatewayMessageCreateDispatchData, InteractionType } from 'discord-api-types/v10';
import type { Bot } from '../../core/bot.ts';
import { ContentError } from '../../core/errors.ts';
import { createInFlight } from '../../core/in-flight.ts';
import { createLatest } from '../../core/latest.ts';
import type { DrawPicture } from '../../core/picture.ts';
import type { Adapter, Arrival, Budget, Log, Spaces } from '../../core/ports.ts';

import { type Acknowledge, acknowledgeByRest, answer } from './answer.ts';
import { arrivalIn } from './arrival.ts';
import { type Application, BAD_TOKEN, introduce, inviteLink, register, withdraw } from './commands.ts';
import { createGateway, type Shards } from './gateway.ts';
import { createEndpoint, INTERACTIONS_PATH } from './http.ts';
import { answerMessage } from './messages.ts';
import { PLATFORM, shardOf, spaceId } from './places.ts';
import { createPoster } from './poster.ts';
import { receiveInteraction } from './receive.ts';
import { type Access, createLanes } from './rest.ts';

/** How Discord is reached. */
export interface DiscordSettings extends Access {
  /** Present where interactions come to us as signed requests, rather than over the gateway. */
  readonly publicKey: string | undefined;
  /** The one server in which commands are registered, rather than everywhere. */
  readonly guild: string | undefined;
  /** The shards of the gateway that this process runs. */
  readonly shards: Shards;
}

export interface DiscordOptions {
  readonly settings: DiscordSettings;
  readonly bot: Bot;
  readonly draw: DrawPicture;
  readonly log: Log;
  readonly now: () => Date;
  /** What the slash command is called, without the slash. */
  readonly commandName: string;
  /** Tells whoever runs the bot how it is going, a line at a time. */
  readonly tell: (line: string) => void;
  /** The bot was brought into a server; heard more than once within a day. */
  readonly onArrival?: (arrival: Arrival) => Promise<void>;
  /** What all processes with this token may say in a second. */
  readonly budget: Budget;
  /** Hears in which servers the bot is, and from which it has been sent away. */
  readonly spaces: Pick<Spaces, 'left' | 'entered' | 'known'>;
  /** How long an answer may take before the person is told that it takes longer, in milliseconds. */
  readonly patienceMs?: number;
}

/** The bot on Discord, and the paths at which it takes requests. */
export interface Discord {
  readonly adapter: Adapter;
  readonly routes: Readonly<Record<string, RequestListener>>;
}

/** Half of Discord's 3 seconds: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback */
const PATIENCE_MS = 1_500;
/** How long what has begun may take before it is left alone. */
const DRAIN_MS = 9_000;

/** Puts the bot on Discord. */
export function createDiscord(options: DiscordOptions): Discord {
  const { settings, bot, draw, log, now, commandName, tell, spaces, patienceMs = PATIENCE_MS } = options;
  const { publicKey, guild, shards } = settings;
  const lanes = createLanes(settings, options.budget);
  const inFlight = createInFlight();
  const latest = createLatest();
  let isStopping = false;
  let application: Application | undefined;

  /** Nobody but us hears of what goes wrong here. */
  async function take(id: string, work: () => Promise<void>): Promise<void> {
    try {
      await inFlight.run(async () => work());
    } catch (error) {
      log.incident(id, error);
    }
  }
  const handle = (interaction: APIInteraction, acknowledge: Acknowledge) =>
    take(interaction.id, async () => {
      await answer(interaction, receiveInteraction(interaction, commandName), acknowledge, {
        ...{ bot, draw, latest, patienceMs },
        rest: lanes.answers,
      });
      await takeBack(interaction);
    });
  /** Whoever first tried the commands in one server has left them there: people see them twice, until one of those is used. */
  async function takeBack(interaction: APIInteraction): Promise<void> {
    if (guild !== undefined || interaction.type !== InteractionType.ApplicationCommand || !application) return;
    const { guild_id: server } = interaction.data;
    if (server !== undefined) await withdraw(lanes.talk, application, server);
  }
  const byRest = (interaction: APIInteraction) => acknowledgeByRest(lanes.answers, interaction);
  const gateway = createGateway({
    access: settings,
    shards,
    onInteraction: (interaction) => void handle(interaction, byRest(interaction)),
    onMessage: (message) => void take(message.id, () => hear(message)),
    onGuild: (guild) => void take(guild.id, async () => arrive(guild)),
    onShard: (shard) => void take('discord', () => leaveOthers(shard)),
    onGuildLeft: (left) => void take(left, () => spaces.left(spaceId(left))),
    onError: (error) => log.incident('discord', error),
    onClosed: (code) => tell(code === GatewayCloseCodes.AuthenticationFailed ? BAD_TOKEN : closedFor(code)),
  });

  async function arrive(guild: Guild): Promise<void> {
    await spaces.entered(spaceId(guild.id));
    const arrival = arrivalIn(guild, now());
    if (arrival) await options.onArrival?.(arrival);
  }

  /** Whoever sent the bot away while nobody heard of it is missing among a shard's servers. */
  async function leaveOthers({ id, of, guilds }: { readonly id: number; readonly of: number; readonly guilds: readonly string[] }) {
    const there = new Set(guilds.map(spaceId));
    for (const space of await spaces.known(PLATFORM)) if (shardOf(space, of) === id && !there.has(space)) await spaces.left(space);
  }

  const hear = (message: GatewayMessageCreateDispatchData) =>
    answerMessage(message, {
      ...{ tutor: bot, draw, talk: lanes.talk, commandName },
      bot: application?.bot ?? '',
      permissionsOf: gateway.permissionsOf,
    });

  /** People can talk to the bot with the commands of before; Discord takes only so many new ones a day. */
  async function registered(to: Application): Promise<string> {
    try {
      return await register(lanes.talk, to, { commandName, guild });
    } catch (error) {
      if (error instanceof ContentError) throw error;
      log.incident('discord', error);
      return 'The commands could not be registered.';
    }
  }

  const adapter: Adapter = {
    platform: PLATFORM,
    poster: createPoster(lanes, draw),
    async start() {
      application = await introduce(lanes.talk);
      tell(`Discord: ${await registered(application)} ${invitation(application)}`);
      if (publicKey === undefined) await gateway.start();
      else tell(`Discord: I take interactions at ${INTERACTIONS_PATH}; mentions and direct messages come over the gateway only.`);
    },
    isReady: () => application !== undefined && !isStopping && lanes.isTokenTaken() && (publicKey !== undefined || gateway.isAlive()),
    async stop() {
      isStopping = true;
      if (publicKey === undefined) await gateway.stop();
      await Promise.race([inFlight.idle(), wait(DRAIN_MS, undefined, { ref: false })]);
    },
  };
  const endpoint = publicKey && createEndpoint({ publicKey, handle, acknowledgeByRest: byRest });
  return { adapter, routes: endpoint ? { [INTERACTIONS_PATH]: endpoint } : {} };
}

/**
 * Registers the commands of the bot, which is also done whenever it starts.
 *
 * @returns what to tell whoever asked for it.
 * @throws ContentError when Discord cannot be reached, or takes neither the token nor the server.
 */
export async function registerCommands(settings: DiscordSettings, commandName: string): Promise<string> {
  const { talk } = createLanes(settings);
  const application = await introduce(talk);
  return `${await register(talk, application, { commandName, guild: settings.guild })} ${invitation(application)}`;
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const closedFor = (code: number): string =>
  `Discord has closed the gateway for good (${GatewayCloseCodes[code] ?? code}). Look at DISCORD_SHARDS, and start the bot anew.`;

const invitation = (application: Application): string => `To take me into a server: ${inviteLink(application)}`;
