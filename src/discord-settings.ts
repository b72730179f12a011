import { z } from 'zod';
import type { DiscordSettings } from './adapters/discord/index.ts';

/** What Discord needs, as the environment or `.env` may hold it; where each is found: https://discord.com/developers/applications, then your application. */
export const discordSchema = z.object({
  DISCORD_TOKEN: z.string().regex(/^\S+$/, 'has no spaces: “Reset Token” under “Bot”').optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'is 64 digits from 0 to f: “Public Key” under “General Information”')
    .optional(),
  DISCORD_API_URL: z.url({ protocol: /^https?$/, error: 'write an address such as https://discord.com/api, or leave it out' }).optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{15,20}$/, 'is a long number: “Copy Server ID”, in Discord’s developer mode')
    .optional(),
  DISCORD_SHARDS: z
    .string()
    .regex(/^(?:auto|\d+(?:,\d+)*\/\d+)$/, 'write auto, or the shards of this process and how many there are, such as 0,1/4')
    .default('auto'),
});

/** Discord's own address: https://docs.discord.com/developers/reference#api-reference-base-url */
const DISCORD_API = 'https://discord.com/api';

/** The settings of Discord, nothing where none is given, or what is missing from them. */
export function discordSettings(
  given: z.output<typeof discordSchema>,
): DiscordSettings | undefined | { readonly missing: readonly string[] } {
  const { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: publicKey, DISCORD_GUILD_ID: guild, DISCORD_API_URL: apiUrl = DISCORD_API } = given;
  if (token === undefined) {
    const isMeant = publicKey !== undefined || guild !== undefined;
    return isMeant
      ? { missing: ['DISCORD_TOKEN: is missing beside the other settings of Discord (“Reset Token” under “Bot”)'] }
      : undefined;
  }
  const shards = shardsOf(given.DISCORD_SHARDS);
  if (!shards) return { missing: ['DISCORD_SHARDS: the shards are numbered from 0, so each is less than how many there are'] };
  // The version is ours to say.
  return { token, publicKey, guild, shards, apiUrl: apiUrl.replace(/(?:\/v\d+)?\/*$/, '') };
}

function shardsOf(text: string): DiscordSettings['shards'] | undefined {
  if (text === 'auto') return 'auto';
  const [list = '', count = ''] = text.split('/');
  const ids = [...new Set(list.split(',').map(Number))];
  return ids.every((id) => id < Number(count)) ? { ids, of: Number(count) } : undefined;
}
