import { registerCommands } from '../adapters/discord/index.ts';
import type { Config } from '../config.ts';
import { ContentError } from '../core/errors.ts';

/**
 * Registers the commands on Discord and prints the link that invites the bot.
 *
 * @throws ContentError when there is no token, or Discord does not take it.
 */
export async function registerOnDiscord({ discord, command }: Config): Promise<void> {
  if (!discord) throw new ContentError('There is no DISCORD_TOKEN. README shows where to get one.');
  process.stdout.write(`${await registerCommands(discord, command)}\n`);
}
