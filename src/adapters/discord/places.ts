import type { ConversationId, MessageRef, SpaceId } from '../../core/places.ts';
import type { ActorId } from '../../core/turn.ts';

/** What stands before the first colon in this platform's ids. */
export const PLATFORM = 'discord';

/** A person; as a conversation, the direct messages with that person. */
export const actorId = (user: string): ActorId => `${PLATFORM}:user:${user}`;

/** A Discord server. */
export const spaceId = (guild: string): SpaceId => `${PLATFORM}:${guild}`;

/** Which of so many shards hears of a server; `undefined` for what a person has alone with the bot: https://docs.discord.com/developers/events/gateway#sharding */
export function shardOf(space: SpaceId, shards: number): number | undefined {
  const [, guild = ''] = space.split(':', 2);
  return /^\d+$/.test(guild) ? Number((BigInt(guild) >> 22n) % BigInt(shards)) : undefined;
}

/** A channel or thread: behind its server, whose id all that is in it begins with; or by itself, in a conversation of people. */
export const conversationId = (channel: string, guild: string | undefined): ConversationId =>
  guild === undefined ? `${PLATFORM}:${channel}` : `${spaceId(guild)}:${channel}`;

/** Where one of our messages stands. */
export const messageRef = (channel: string, message: string): MessageRef => `${channel}/${message}`;

/** The channel and the message that a reference means. */
export function messageAt(ref: MessageRef): { readonly channel: string; readonly message: string } {
  const [channel = '', message = ''] = ref.split('/', 2);
  return { channel, message };
}

/** The channel, or the person, that a conversation's id means. */
export function placeOf(conversation: ConversationId): { readonly kind: 'channel' | 'person'; readonly id: string } {
  const [, space = '', channel] = conversation.split(':', 3);
  if (space === 'user' && channel !== undefined) return { kind: 'person', id: channel };
  return { kind: 'channel', id: channel ?? space };
}
