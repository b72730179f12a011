import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createDiscord } from '../../src/adapters/discord/index.ts';
import { POSTS_APART_MS } from '../../src/adapters/discord/rest.ts';
import { openTutor } from '../../src/cli/tutor.ts';
import { readConfig } from '../../src/config.ts';
import type { Bot } from '../../src/core/bot.ts';
import { openStore } from '../../src/store/store.ts';
import { type Asked, reportMemory, summed } from './parts.ts';

// The whole bot, on the shipped notes and a database in a file.
const [, , apiUrl = '', token = ''] = process.argv;
const dataDir = mkdtempSync(join(tmpdir(), 'kubetutor-bench-'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit());
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
const store = await openStore(dataDir, { as: 'bot', now: () => new Date() });
const { bot } = await openTutor({ ...readConfig(), contentDir: undefined }, { preferences: store.preferences, records: store.records });
const replies: number[] = [];
const timed: Bot = {
  ...bot,
  async reply(turn) {
    const begun = performance.now();
    const reply = await bot.reply(turn);
    replies.push(performance.now() - begun);
    return reply;
  },
};
const { adapter } = createDiscord({
  settings: { apiUrl, token, publicKey: undefined, guild: undefined, shards: 'auto' },
  bot: timed,
  draw: async () => undefined,
  spaces: store.spaces,
  budget: store.budget,
  log: { incident: (id, error) => void process.stderr.write(`${id}: ${error}\n`) },
  now: () => new Date(),
  commandName: 'k8s',
  tell: () => {},
});
await adapter.start();
process.send?.({ ready: true });

/** Posts in all of these channels, as the daily quiz will. */
async function fanOut(channels: readonly string[]): Promise<void> {
  const reply = { summary: 'quiz', blocks: [{ kind: 'prose', text: 'Which part starts the Pods of a node?' } as const] };
  const posting = channels.map(async (channel, at) => {
    // The store keeps them so far apart.
    await wait(at * POSTS_APART_MS);
    return adapter.poster.post(`discord:${channel}`, reply, 'quiz');
  });
  const results = await Promise.allSettled(posting);
  process.send?.({ posted: results.filter(({ status }) => status === 'fulfilled').length });
}

process.on('message', (asked: Asked) => {
  if (asked.kind === 'memory') reportMemory();
  if (asked.kind === 'replies') process.send?.({ reply: summed(replies).p50 });
  if (asked.kind === 'post') void fanOut(asked.channels);
});
