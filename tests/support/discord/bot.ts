import { onTestFinished } from 'vitest';
import { type DiscordOptions as BotOptions, createDiscord } from '../../../src/adapters/discord/index.ts';
import { answer, finding, tutorFor } from '../bot.ts';
import { type DiscordOptions, openDiscord, TOKEN } from './server.ts';

/** What the learners of the tests ask. */
const FINDINGS = {
  'what is kubelet': answer('kubelet'),
  'kubelet 是什么': answer('kubelet'),
  'Secret vs ConfigMap': answer('secret', 'config-map'),
  kubelet: answer('kubelet'),
  'the thing': finding({ kind: 'did-you-mean', ids: ['secret', 'config-map'] }),
};

/** A tutor on a few notes. */
export const createTutor = (services: Parameters<typeof tutorFor>[0] = {}) => tutorFor({ findings: FINDINGS, ...services });

/** A Discord of our own that closes with the test. */
export async function openDiscordForTest(options: DiscordOptions = {}) {
  const discord = await openDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
}

/** Starts a bot there, and stops it with the test. */
export async function startBot(discord: Awaited<ReturnType<typeof openDiscord>>, options: Partial<BotOptions> = {}) {
  const incidents: unknown[] = [];
  const told: string[] = [];
  const { adapter, routes } = createDiscord({
    bot: createTutor().bot,
    log: { incident: (_id, error) => incidents.push(error) },
    access: { api: discord.api, token: TOKEN },
    commandName: 'k8s',
    shards: 'auto',
    now: () => new Date(discord.world.now()),
    tell: (line) => told.push(line),
    ...options,
  });
  onTestFinished(() => adapter.stop());
  await adapter.start();
  return { adapter, routes, incidents, told };
}
