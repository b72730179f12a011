import { type APIMessage, type APIUser, InteractionType, MessageType } from 'discord-api-types/v10';
import type { Channel, Message, Person, World } from './world.ts';

/** A person as Discord tells of them. */
export const userPayload = ({ id, name }: Person): APIUser => ({
  id,
  username: name.toLowerCase(),
  global_name: name,
  discriminator: '0',
  avatar: null,
});

/** A person as a member of a server, with what they may do in the channel. */
export const memberPayload = (person: Person) => ({
  user: userPayload(person),
  roles: [...(person.roles ?? [])],
  joined_at: '2026-01-01T00:00:00.000000+00:00',
  deaf: false,
  mute: false,
  flags: 0,
  permissions: String(person.permissions ?? 0n),
});

const BITS = { view: 1n << 10n, send: 1n << 11n, history: 1n << 16n };

/** A channel; what a member may not do there stands in it: https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export const channelPayload = ({ id, type, guildId, messages, forbids, position }: Channel, member?: string) => ({
  id,
  type,
  name: type === 1 ? null : 'general',
  ...(guildId !== undefined && {
    guild_id: guildId,
    permission_overwrites: member === undefined ? [] : [{ id: member, type: 1, allow: '0', deny: deniedBy(forbids) }],
    position,
    nsfw: false,
    parent_id: null,
  }),
  last_message_id: [...messages.keys()].at(-1) ?? null,
});

const deniedBy = (forbids: Channel['forbids']): string => String([...forbids].reduce((bits, what) => bits | BITS[what], 0n));

/** A message as Discord gives it to an app. */
export function messagePayload(world: World, message: Message): APIMessage {
  const author = world.people.get(message.authorId);
  return {
    id: message.id,
    channel_id: message.channelId,
    author: author ? userPayload(author) : world.application,
    content: message.content ?? '',
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: MessageType.Default,
    flags: message.flags ?? 0,
    components: [...(message.components ?? [])],
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...metadataOf(world, message),
  };
}

/** https://docs.discord.com/developers/resources/message#message-interaction-metadata-object */
function metadataOf({ people }: World, { answers }: Message): Pick<APIMessage, 'interaction_metadata'> {
  const person = answers && people.get(answers.userId);
  if (!person) return {};
  const { id } = answers;
  const type = InteractionType.ApplicationCommand;
  return { interaction_metadata: { id, type, user: userPayload(person), authorizing_integration_owners: {} } };
}

/** A request's body with the files that came with it. */
export interface Sent {
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Reads JSON, or a form with JSON and files: https://docs.discord.com/developers/reference#uploading-files */
export async function readSent(request: Request): Promise<Sent> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    const text = await request.text();
    return { body: text === '' ? undefined : JSON.parse(text), files: [] };
  }
  const form = await request.formData();
  const parts = [...form.entries()].filter((entry): entry is [string, File] => entry[0].startsWith('files[') && entry[1] instanceof File);
  const files = await Promise.all(parts.map(async ([, file]) => ({ name: file.name, text: await file.text() })));
  return { body: JSON.parse(String(form.get('payload_json'))), files };
}
