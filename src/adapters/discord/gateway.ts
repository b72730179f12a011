import {
  type APIInteraction,
  type CacheWithLimitsOptions,
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  type GatewayReadyDispatchData,
  type Guild,
  Options,
  PermissionFlagsBits,
  Status,
} from 'discord.js';
import { type Access, API_VERSION } from './rest.ts';

/** Which shards this process runs, of how many; or as many as Discord recommends, all of them here. */
export type Shards = 'auto' | { readonly ids: readonly number[]; readonly of: number };

export interface GatewayOptions {
  readonly access: Access;
  readonly shards: Shards;
  readonly onInteraction: (interaction: APIInteraction) => void;
  readonly onMessage: (message: GatewayMessageCreateDispatchData) => void;
  /** A server tells us of itself: because the bot was brought into it, or because the connection has come about. */
  readonly onGuild: (guild: Guild) => void;
  /** All servers of one shard, when it begins to hear of them. */
  readonly onShard: (shard: { readonly id: number; readonly of: number; readonly guilds: readonly string[] }) => void;
  /** The bot was shown the door of a server. */
  readonly onGuildLeft: (guild: string) => void;
  readonly onError: (error: unknown) => void;
  /** Discord does not want to see us again, such as because of our token; hears the close code. */
  readonly onClosed: (code: number) => void;
}

/** The connection over which Discord tells what happens. */
export interface Gateway {
  start(): Promise<void>;
  /** What the author of a message may do in its server, by their roles there, as a bit field; nothing in direct messages. */
  permissionsOf(message: GatewayMessageCreateDispatchData): bigint;
  /** Whether every shard is connected just now. */
  isAlive(): boolean;
  stop(): Promise<void>;
}

/** None of them needs Discord's leave: a message's text comes where the bot is mentioned, or alone with the person. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** All that we need of what happens stands in what Discord tells of it, so nothing is kept but what discord.js cannot do without. */
const KEEP_NOTHING: CacheWithLimitsOptions = {
  ...Object.fromEntries(
    [
      ...['ApplicationCommandManager', 'ApplicationEmojiManager', 'AutoModerationRuleManager', 'BaseGuildEmojiManager', 'DMMessageManager'],
      ...['EntitlementManager', 'GuildBanManager', 'GuildEmojiManager', 'GuildForumThreadManager', 'GuildInviteManager'],
      ...['GuildMessageManager', 'GuildScheduledEventManager', 'GuildStickerManager', 'GuildTextThreadManager', 'MessageManager'],
      ...['PresenceManager', 'ReactionManager', 'ReactionUserManager', 'StageInstanceManager', 'ThreadManager', 'ThreadMemberManager'],
      ...['UserManager', 'VoiceStateManager'],
    ].map((name) => [name, 0]),
  ),
  GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
};

/** Connects to Discord's gateway by discord.js, which keeps the connection and mends it when it breaks. */
export function createGateway({
  access,
  shards,
  onInteraction,
  onMessage,
  onGuild,
  onShard,
  onGuildLeft,
  onError,
  onClosed,
}: GatewayOptions): Gateway {
  const client = new Client({
    intents: INTENTS,
    makeCache: Options.cacheWithLimits(KEEP_NOTHING),
    allowedMentions: { parse: [] },
    rest: { api: access.apiUrl, version: API_VERSION },
    ...(shards === 'auto' ? { shards } : { shards: [...shards.ids], shardCount: shards.of }),
  });
  // Without a listener, an error here would end the process.
  client.on(Events.Error, onError);
  client.on(Events.ShardError, onError);
  client.on(Events.ShardDisconnect, ({ code }) => onClosed(code));
  // What happens is read as Discord tells it: the same that comes over HTTP.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction);
  client.ws.on(GatewayDispatchEvents.MessageCreate, onMessage);
  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds, shard: [id, of] = [0, 1] }: GatewayReadyDispatchData) =>
    onShard({ id, of, guilds: guilds.map((guild) => guild.id) }),
  );
  client.on(Events.GuildCreate, onGuild).on(Events.GuildAvailable, onGuild);
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: { id: string; unavailable?: boolean }) => {
    // A server that is out of reach for a while is not one that has sent us away.
    if (!unavailable) onGuildLeft(id);
  });
  return {
    async start() {
      await client.login(access.token);
    },
    permissionsOf({ guild_id: id, author, member }) {
      const guild = client.guilds.cache.get(id ?? '');
      if (!guild) return 0n;
      if (guild.ownerId === author.id) return PermissionFlagsBits.Administrator;
      // Everybody has the role that is called as the server.
      const roles = [guild.id, ...(member?.roles ?? [])];
      return roles.reduce((all, role) => all | (guild.roles.cache.get(role)?.permissions.bitfield ?? 0n), 0n);
    },
    isAlive: () => client.ws.shards.size > 0 && client.ws.shards.every(({ status }) => status === Status.Ready),
    stop: () => client.destroy(),
  };
}
