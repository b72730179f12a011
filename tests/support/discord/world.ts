import { EventEmitter, once } from 'node:events';
import { type APIUser, ChannelType, MessageFlags } from 'discord-api-types/v10';
import type { Shown } from './rules.ts';

/** Someone on Discord. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** https://docs.discord.com/developers/reference#locales */
  readonly locale: string;
  /** What the person may do in a server, as a bit field: https://docs.discord.com/developers/topics/permissions */
  readonly permissions?: bigint;
  /** The roles that give them that. */
  readonly roles?: readonly string[];
}

/** A message as Discord keeps it. */
export interface Message extends Shown {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly nonce?: string;
  readonly replyTo?: string;
  /** The interaction that it is an answer to, and whose that was. */
  readonly answers?: { readonly id: string; readonly userId: string };
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Who alone sees it. */
  readonly visibleTo?: string;
}

export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly guildId?: string;
  /** The other person of a direct message. */
  readonly recipientId?: string;
  readonly messages: Map<string, Message>;
  /** What the bot may not do there. */
  readonly forbids: Set<'view' | 'send' | 'history'>;
  /** Where it stands among the others. */
  position: number;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly channelIds: string[];
  /** The person to whom it belongs. */
  ownerId: string;
  /** What each role may do; everybody has the one with the server's own id. */
  readonly roles: Map<string, bigint>;
  /** When the bot came, in milliseconds. */
  readonly joinedAt: number;
  readonly locale: string;
  /** Where newcomers are greeted. */
  systemChannelId?: string;
}

/** What of a server is other than usual: the bot has been there for long, and people speak English. */
export type GuildGiven = Partial<Pick<Guild, 'joinedAt' | 'locale'>>;

/** A modal as somebody sees it. */
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly { readonly type: number; readonly component?: { readonly type: number; readonly custom_id: string } }[];
}

/** What came of a person's act that the bot was told of. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly channelId: string;
  readonly userId: string;
  readonly sentAt: number;
  readonly kind: 'command' | 'component' | 'autocomplete' | 'submission';
  /** The message whose button was pressed. */
  readonly pressed?: string;
  /** The type of the first response; none yet. */
  ack?: number;
  /** The id of what `@original` stands for. */
  originalId?: string;
  /** Whether the original is still a "thinking…" of this audience. */
  isLoading?: boolean;
  isEphemeral?: boolean;
  /** What it opened. */
  modal?: Modal;
  choices?: readonly { readonly name: string; readonly value: string }[];
}

/** 2015-01-01, from which Discord counts: https://docs.discord.com/developers/reference#snowflakes */
const EPOCH = 1_420_070_400_000n;

const LONG_THERE = { joinedAt: Date.parse('2026-01-01T00:00:00Z'), locale: 'en-US' };

/** All that Discord knows. */
export type World = ReturnType<typeof createWorld>;

/** A world with a bot and nobody else; `now` is Discord's own clock. */
export function createWorld(now: () => number) {
  const changes = new EventEmitter().setMaxListeners(0);
  let count = 0n;
  const snowflake = (): string => (((BigInt(now()) - EPOCH) << 22n) + (count++ & 0x3f_ffffn)).toString();
  const channels = new Map<string, Channel>();
  const addChannel = (type: ChannelType, of: { guildId?: string; recipientId?: string } = {}): Channel => {
    const channel: Channel = { id: snowflake(), type, ...of, messages: new Map(), forbids: new Set(), position: channels.size };
    channels.set(channel.id, channel);
    return channel;
  };
  const guilds = new Map<string, Guild>();
  const application: APIUser = { id: snowflake(), username: 'kubetutor', discriminator: '0', global_name: null, avatar: null, bot: true };
  return {
    now,
    snowflake,
    application,
    /** Where interactions are posted, and the key with which one checks that they are Discord's. */
    endpoint: { publicKey: '', url: null as string | null },
    channels,
    guilds,
    people: new Map<string, Person>(),
    interactions: new Map<string, Interaction>(),
    /** The registered commands by scope: `global`, or a guild's id. */
    commands: new Map<string, readonly Record<string, unknown>[]>(),
    addChannel,
    addGuild(name: string, given: GuildGiven = {}): { guild: Guild; channel: Channel } {
      const id = snowflake();
      const guild: Guild = { id, name, channelIds: [], ownerId: snowflake(), roles: new Map([[id, 0n]]), ...LONG_THERE, ...given };
      const channel = addChannel(ChannelType.GuildText, { guildId: guild.id });
      guild.channelIds.push(channel.id);
      guilds.set(guild.id, guild);
      return { guild, channel };
    },
    directChannel(recipientId: string): Channel {
      const known = [...channels.values()].find((channel) => channel.recipientId === recipientId);
      return known ?? addChannel(ChannelType.DM, { recipientId });
    },
    /** Keeps a message, in the place of one with the same id. */
    put(message: Message): Message {
      channels.get(message.channelId)?.messages.set(message.id, message);
      changes.emit('changed');
      return message;
    },
    remove(message: Message): void {
      channels.get(message.channelId)?.messages.delete(message.id);
      changes.emit('changed');
    },
    /** Tells those who wait that something is different. */
    changed: () => void changes.emit('changed'),
    /** Waits until something is so. */
    async until<Result>(look: () => Result | undefined | false): Promise<Result> {
      for (;;) {
        const seen = look();
        if (seen) return seen;
        await once(changes, 'changed');
      }
    },
    /** What a person sees in a channel, oldest first. */
    seenBy: (person: Person, { messages }: Channel): Message[] =>
      [...messages.values()].filter(({ visibleTo }) => visibleTo === undefined || visibleTo === person.id),
  };
}

/** Whether only one person sees it. */
export const isEphemeral = (flags: number | null | undefined): boolean => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
