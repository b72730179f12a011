import { createServer } from 'node:http';
import { listening } from '../listening.ts';
import { type Given, openDiscordForTest, startBot } from './bot.ts';

/** A bot to which interactions come over HTTP. */
export async function openEndpoint(options: Given = {}) {
  const discord = await openDiscordForTest();
  const { guild, channel } = discord.world.addGuild('Team');
  const bot = await startBot(discord, { settings: { publicKey: discord.webhook.publicKey }, ...options });
  const [[path, listener] = ['', () => undefined]] = Object.entries(bot.routes);
  const url = `${await listening(createServer(listener))}${path}`;
  discord.sendInteractionsTo(url);
  return { ...discord, ...bot, guild, channel, url };
}
