import type { Sent } from './payloads.ts';
import { channelPayload } from './payloads.ts';
import { invalidForm, Refused } from './refused.ts';
import { checkBody } from './schemas.ts';
import type { Guild, World } from './world.ts';

type Command = Record<string, unknown>;

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const CHAT_INPUT = 1;

/** https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-global-application-commands: what is not named is gone. */
export function overwriteCommands(world: World, scope: string, { body }: Sent): Command[] {
  checkAccess(world, scope);
  checkBody('commands', body);
  const commands = body as Command[];
  for (const command of commands) checkCommand(command);
  const names = commands.map(({ type = CHAT_INPUT, name }) => `${type} ${name}`);
  if (new Set(names).size !== names.length) throw new Refused(400, 40041, 'An application command with that name already exists');
  const kept = commands.map((command) => ({ ...command, id: world.snowflake(), application_id: world.application.id, version: '1' }));
  world.commands.set(scope, kept);
  return kept;
}

function checkAccess({ guilds }: World, scope: string): void {
  if (scope !== 'global' && !guilds.has(scope)) throw new Refused(403, 50001, 'Missing Access');
}

function checkCommand({ type = CHAT_INPUT, name, name_localizations: names, description, options = [] }: Command): void {
  const all = [name, ...Object.values(names ?? {})] as string[];
  if (type !== CHAT_INPUT) {
    if (description || (options as unknown[]).length > 0) throw invalidForm('context menu commands have neither description nor options');
    return;
  }
  for (const one of all) if (!NAME.test(one) || one !== one.toLowerCase()) throw invalidForm(`the name ${one}`);
  if (!description) throw invalidForm('a command needs a description');
}

/** What of a command Discord gives back; without the localisations unless they are asked for. */
export function listCommands(world: World, scope: string, query: URLSearchParams): Command[] {
  checkAccess(world, scope);
  const isFull = query.get('with_localizations') === 'true';
  return (world.commands.get(scope) ?? []).map((command) => {
    if (isFull) return command;
    const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
    return rest;
  });
}

/** https://docs.discord.com/developers/resources/application#get-current-application */
export const applicationPayload = ({ application, endpoint }: World) => ({
  id: application.id,
  name: application.username,
  icon: null,
  description: '',
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: endpoint.publicKey,
  interactions_endpoint_url: endpoint.url,
  flags: 0,
  bot: application,
});

/** What the invite link asks for: to see channels, and to write there. */
const ASKED = (1n << 10n) | (1n << 11n);

/** A server as the gateway tells of it, with the least that discord.js reads: https://docs.discord.com/developers/events/gateway-events#guild-create */
export const guildPayload = (
  { channels, application }: World,
  { id, name, channelIds, ownerId, roles, joinedAt, locale, systemChannelId }: Guild,
) => ({
  id,
  name,
  icon: null,
  owner_id: ownerId,
  joined_at: new Date(joinedAt).toISOString(),
  preferred_locale: locale,
  system_channel_id: systemChannelId ?? null,
  large: false,
  unavailable: false,
  member_count: 2,
  features: [],
  emojis: [],
  stickers: [],
  voice_states: [],
  presences: [],
  threads: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  // Whoever takes a bot in gives it a role with what it has asked for.
  roles: [...roles, [application.id, ASKED] as const].map(([role, permissions]) => rolePayload(role, permissions)),
  members: [
    { user: application, roles: [application.id], joined_at: '2026-01-01T00:00:00.000000+00:00', deaf: false, mute: false, flags: 0 },
  ],
  channels: channelIds.flatMap((channelId) => channels.get(channelId) ?? []).map((channel) => channelPayload(channel, application.id)),
});

const rolePayload = (id: string, permissions: bigint) => ({
  ...{ id, name: 'role', color: 0, hoist: false, position: 0, managed: false, mentionable: false, flags: 0 },
  permissions: String(permissions),
});
