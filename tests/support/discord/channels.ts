import { edit } from './interactions.ts';
import { channelPayload, messagePayload, type Sent } from './payloads.ts';
import { invalidForm, Refused } from './refused.ts';
import { checkMessage, type Shown } from './rules.ts';
import { checkBody } from './schemas.ts';
import { type Channel, isEphemeral, type Message, type World } from './world.ts';

/** "the past few minutes": https://docs.discord.com/developers/resources/message#create-message */
const NONCE_MS = 5 * 60_000;
const LONGEST_NONCE = 25;

const EPOCH = 1_420_070_400_000n;
const postedAt = ({ id }: Message): number => Number((BigInt(id) >> 22n) + EPOCH);

/** A channel that the bot may look into. */
export function channelOf(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (!channel) throw new Refused(404, 10003, 'Unknown Channel');
  const isMember = channel.guildId === undefined || world.guilds.has(channel.guildId);
  if (!isMember || channel.forbids.has('view')) throw new Refused(403, 50001, 'Missing Access');
  return channel;
}

function ownMessage(world: World, channelId: string, id: string): Message {
  const message = channelOf(world, channelId).messages.get(id);
  // A private message is none of the channel's.
  if (!message || isEphemeral(message.flags)) throw new Refused(404, 10008, 'Unknown Message');
  if (message.authorId !== world.application.id) throw new Refused(403, 50005, 'Cannot edit a message authored by another user');
  return message;
}

interface Posted extends Shown {
  readonly nonce?: string | number;
  readonly enforce_nonce?: boolean;
  readonly message_reference?: { readonly message_id?: string; readonly fail_if_not_exists?: boolean };
}

/** https://docs.discord.com/developers/resources/message#create-message */
export function createMessage(world: World, channelId: string, { body, files }: Sent) {
  const channel = channelOf(world, channelId);
  checkBody('message', body);
  const { nonce, enforce_nonce: isEnforced, message_reference: reference, ...shown } = body as Posted;
  if (channel.forbids.has('send'))
    throw channel.recipientId
      ? new Refused(403, 50007, 'Cannot send messages to this user')
      : new Refused(403, 50013, 'Missing Permissions');
  if (nonce !== undefined && String(nonce).length > LONGEST_NONCE) throw invalidForm('nonce must be 25 or fewer in length');
  if (isEphemeral(shown.flags)) throw invalidForm('only the answer to an interaction can be ephemeral');
  const known = isEnforced && nonce !== undefined && findByNonce(world, String(nonce));
  if (known) return messagePayload(world, known);
  checkMessage(
    shown,
    files.map(({ name }) => name),
  );
  return messagePayload(
    world,
    world.put({
      ...shown,
      id: world.snowflake(),
      channelId,
      authorId: world.application.id,
      files,
      ...(nonce !== undefined && { nonce: String(nonce) }),
      ...replyTo(channel, reference),
    }),
  );
}

function replyTo(channel: Channel, reference: Posted['message_reference']): { replyTo?: string } {
  const id = reference?.message_id;
  if (id === undefined) return {};
  // https://docs.discord.com/developers/resources/message#create-message: a reply needs READ_MESSAGE_HISTORY.
  if (channel.forbids.has('history')) throw new Refused(400, 160002, 'Cannot reply without permission to read message history');
  if (channel.messages.has(id)) return { replyTo: id };
  if (reference?.fail_if_not_exists ?? true) throw invalidForm('Unknown message');
  return {};
}

/** "If another message was created by the same author with the same nonce, that message will be returned", wherever it stands. */
const findByNonce = ({ now, channels }: World, nonce: string): Message | undefined =>
  [...channels.values()]
    .flatMap(({ messages }) => [...messages.values()])
    .find((message) => message.nonce === nonce && now() - postedAt(message) < NONCE_MS);

/** https://docs.discord.com/developers/resources/message#get-channel-messages: newest first, and none where one may not read them. */
export function listMessages(world: World, channelId: string, query: URLSearchParams) {
  const channel = channelOf(world, channelId);
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw invalidForm('limit is 1 to 100');
  if (channel.forbids.has('history')) return [];
  const before = BigInt(query.get('before') ?? '9223372036854775807');
  return (
    [...channel.messages.values()]
      .filter(({ id, flags }) => BigInt(id) < before && !isEphemeral(flags))
      .toReversed()
      .slice(0, limit)
      // A nonce comes back only to whoever posts, and over the gateway.
      .map(({ nonce: _nonce, ...message }) => messagePayload(world, message))
  );
}

/** https://docs.discord.com/developers/resources/message#edit-message */
export function editMessage(world: World, channelId: string, id: string, { body, files }: Sent) {
  const message = ownMessage(world, channelId, id);
  checkBody('editMessage', body);
  return messagePayload(world, edit(world, message, body as Shown, files));
}

export function deleteMessage(world: World, channelId: string, id: string): void {
  world.remove(ownMessage(world, channelId, id));
}

/** https://docs.discord.com/developers/resources/user#create-dm: the same channel each time. */
export function openDirect(world: World, { body }: Sent) {
  checkBody('directMessage', body);
  const { recipient_id: recipient } = body as { recipient_id: string };
  if (!world.people.has(recipient)) throw new Refused(404, 10013, 'Unknown User');
  return channelPayload(world.directChannel(recipient));
}
