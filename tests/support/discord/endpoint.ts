import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Given, openDiscordForTest, startBot } from './bot.ts';

/** A bot to which interactions come over HTTP. */
export async function openEndpoint(options: Given = {}) {
  const discord = await openDiscordForTest();
  const { guild, channel } = discord.world.addGuild('Team');
  const bot = await startBot(discord, { settings: { publicKey: discord.webhook.publicKey }, ...options });
  const [[path, listener] = ['', () => undefined]] = Object.entries(bot.routes);
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  discord.sendInteractionsTo(url);
  return { ...discord, ...bot, guild, channel, url };
}
