import { ChannelType, type Guild, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import type { Arrival } from '../../core/ports.ts';
import { conversationId, spaceId } from './places.ts';
import { languageOfLocale } from './receive.ts';

/** Servers tell of themselves at each start too: those into which the bot came longer ago know it. */
const NEW_MS = 24 * 60 * 60_000;

const NEEDED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

/** What is to be known of a server into which the bot has just come; `undefined` where it came long ago, or may speak nowhere. */
export function arrivalIn(guild: Guild, now: Date): Arrival | undefined {
  if (now.getTime() - guild.joinedTimestamp > NEW_MS) return undefined;
  const channel = firstChannel(guild);
  const space = spaceId(guild.id);
  return (
    channel && { place: space, conversation: conversationId(channel.id, guild.id), space, locale: languageOfLocale(guild.preferredLocale) }
  );
}

/** Where the server greets its newcomers, else the first channel for text in which the bot may speak. */
function firstChannel({ channels, members, systemChannelId }: Guild): GuildBasedChannel | undefined {
  const { me } = members;
  const open = [...channels.cache.values()].filter(
    (channel) => channel.type === ChannelType.GuildText && me !== null && channel.permissionsFor(me).has(NEEDED),
  );
  const byPlace = open.toSorted((one, other) => placeOf(one) - placeOf(other) || (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
  return byPlace.find(({ id }) => id === systemChannelId) ?? byPlace[0];
}

const placeOf = (channel: GuildBasedChannel): number => ('rawPosition' in channel ? channel.rawPosition : 0);
