import { onTestFinished } from 'vitest';
import { type DiscordOptions as BotOptions, createDiscord } from '../../../src/adapters/discord/index.ts';
import { createKnowledge } from '../../../src/core/knowledge.ts';
import type { Budget, Services } from '../../../src/core/ports.ts';
import { withRateGuard } from '../../../src/core/rate-guard.ts';
import { tutorFor } from '../bot.ts';
import { libraryOf, NOTES } from '../notes.ts';
import { type DiscordOptions, openDiscord, TOKEN } from './server.ts';

const library = libraryOf(NOTES);
const knowledge = await createKnowledge(library, () => undefined);

/** A tutor on a few notes, which are really searched. */
export const createTutor = (services: Partial<Services> = {}) =>
  tutorFor({ library, services: { knowledge: () => knowledge, ...services } });

/** A Discord of our own that closes with the test. */
export async function openDiscordForTest(options: DiscordOptions = {}) {
  const discord = await openDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
}

/** Of one who shares it with nobody. */
const ALONE: Budget = { take: async () => ({ isTaken: true, waitMs: 0 }) };

/** What of the bot's options is to be other than usual. */
export type Given = Partial<Omit<BotOptions, 'settings'>> & { readonly settings?: Partial<BotOptions['settings']> };

/** Starts a bot there, and stops it with the test. */
export async function startBot(
  discord: Awaited<ReturnType<typeof openDiscord>>,
  { settings, bot = createTutor().bot, ...options }: Given = {},
) {
  const incidents: unknown[] = [];
  const told: string[] = [];
  const now = () => new Date(discord.world.now());
  const { adapter, routes } = createDiscord({
    bot: withRateGuard(bot, 'en', now),
    draw: async () => undefined,
    budget: ALONE,
    spaces: { left: async () => {}, entered: async () => {}, known: async () => [] },
    log: {
      incident(_id, error) {
        incidents.push(error);
        discord.world.changed();
      },
    },
    settings: { apiUrl: discord.api, token: TOKEN, publicKey: undefined, guild: undefined, shards: 'auto', ...settings },
    commandName: 'k8s',
    now,
    tell(line) {
      told.push(line);
      discord.world.changed();
    },
    ...options,
  });
  onTestFinished(() => adapter.stop());
  await adapter.start();
  return { adapter, routes, incidents, told };
}

/** A Discord with one server, and a bot in it that can be started anew. */
export async function openBotInServer(options: Given & { readonly discord?: DiscordOptions } = {}) {
  const { discord: own = {}, ...botOptions } = options;
  const discord = await openDiscordForTest(own);
  const { guild, channel } = discord.world.addGuild('Team');
  const bot = await startBot(discord, botOptions);
  return { ...discord, ...bot, guild, channel, restart: () => startBot(discord, botOptions) };
}
