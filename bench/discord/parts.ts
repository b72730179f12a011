import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { ChannelType } from 'discord-api-types/v10';
import { openDiscord, TOKEN } from '../../tests/support/discord/server.ts';
import type { Channel } from '../../tests/support/discord/world.ts';

/** What a bot's process may be asked to do. */
export type Asked = { readonly kind: 'memory' | 'replies' } | { readonly kind: 'post'; readonly channels: readonly string[] };

/** Tells the parent process what this one holds in memory after garbage collection, in bytes. */
export function reportMemory(): void {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  process.send?.({ resident: process.memoryUsage().rss });
}

/** A bot in a process of its own, on a Discord of its own with so many servers of 20 channels each. */
export async function openBench(script: 'bot' | 'echo', guilds: number) {
  let onCallback = (): void => {};
  const discord = await openDiscord({
    onRequest: (url) => {
      if (url.includes('/callback')) onCallback();
    },
  });
  const channels = Array.from({ length: guilds }, (_, at): Channel => {
    const { guild, channel } = discord.world.addGuild(`Team ${at}`);
    for (let more = 1; more < 20; more++) guild.channelIds.push(discord.world.addChannel(ChannelType.GuildText, { guildId: guild.id }).id);
    return channel;
  });
  const child = fork(new URL(`./${script}.ts`, import.meta.url), [discord.api, TOKEN], { execArgv: ['--expose-gc'] });
  await said(child, 'ready');
  const ann = discord.people.person('Ann');
  const ask = async (question: string, channel = channels[0] as Channel): Promise<number> => {
    const begun = performance.now();
    const answered = new Promise<number>((resolve) => {
      onCallback = () => resolve(performance.now() - begun);
    });
    const asked = discord.people.types(ann, channel, question);
    const took = await answered;
    // Our Discord's own work on the answer, such as checking its form, must not fall into the next one's time.
    await discord.world.until(() => asked.ack);
    return took;
  };
  await ask('warm up');
  return {
    channels,
    /** How long it takes until the answer arrives, in milliseconds. */
    ask,
    async memory(): Promise<number> {
      child.send({ kind: 'memory' } satisfies Asked);
      return said(child, 'resident');
    },
    /** How long the bot itself takes to find and write an answer, in the middle, in milliseconds. */
    async replies(): Promise<number> {
      child.send({ kind: 'replies' } satisfies Asked);
      return said(child, 'reply');
    },
    /** Has the bot post in all channels; resolves with how many have it. */
    async post(): Promise<number> {
      child.send({ kind: 'post', channels: channels.map(({ id }) => id) } satisfies Asked);
      return said(child, 'posted');
    },
    async close(): Promise<void> {
      child.kill();
      await discord.close();
    },
  };
}

/** Waits until the child says something of this name. */
async function said(child: ChildProcess, name: string): Promise<number> {
  for (;;) {
    const [message] = (await once(child, 'message')) as [Record<string, number>];
    if (message[name] !== undefined) return message[name];
  }
}

/** The middle and the slow end of times, in milliseconds. */
export function summed(times: readonly number[]): { readonly count: number; readonly p50: number; readonly p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99) };
}
