import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createSlack } from '../../src/adapters/slack/index.ts';
import { openTutor } from '../../src/cli/tutor.ts';
import { readConfig } from '../../src/config.ts';
import { PlatformError } from '../../src/core/errors.ts';
import type { ConversationId } from '../../src/core/places.ts';
import type { Reply } from '../../src/core/reply.ts';
import { openStore } from '../../src/store/store.ts';
import { listening, SECRET } from './parts.ts';

// The whole bot, on the shipped notes and a database in a file.
const dataDir = mkdtempSync(join(tmpdir(), 'kubetutor-bench-'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit());
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
const store = await openStore(dataDir, { as: 'bot', now: () => new Date() });
const { bot } = await openTutor({ ...readConfig(), contentDir: undefined }, { preferences: store.preferences, records: store.records });
const { adapter, routes } = createSlack({
  settings: {
    apiUrl: process.argv[2] ?? '',
    access: { kind: 'token', botToken: 'xoxb-bench' },
    transport: { kind: 'http', signingSecret: SECRET },
  },
  bot,
  seen: store.seen,
  draw: async () => undefined,
  sentPictures: store.sentPictures,
  personalFiles: store.personalFiles,
  inviters: store.inviters,
  installations: store.installations,
  spaces: store.spaces,
  log: { incident: (id, error) => process.stderr.write(`${id}: ${error}\n`) },
  now: () => new Date(),
  commandName: 'k8s',
  tell: () => {},
});
await adapter.start();
const [listener] = Object.values(routes);
if (listener) listening(listener);

// Asked to, it posts in a thousand channels of twenty workspaces, each as soon as it may.
process.on('message', async (asked) => {
  if (asked !== 'post') return;
  const reply = await bot.reply({
    id: 'bench',
    intent: { command: 'ask', args: { q: 'what is kubelet' } },
    actor: { id: 'slack:T1:U1', name: 'bench', locale: 'en', account: async () => ({ canManage: false }) },
    conversation: { id: 'slack:T1:C1', space: 'slack:T1', isDirect: false },
  });
  const posted = Array.from({ length: 1_000 }, (_, n) => post(`slack:T${n % 20}:C${n}`, reply, `k${n}`));
  await Promise.all(posted);
  process.send?.({ posted: posted.length });
});

async function post(to: ConversationId, reply: Reply, key: string): Promise<void> {
  for (;;) {
    try {
      await adapter.poster.post(to, reply, key);
      return;
    } catch (error) {
      if (!(error instanceof PlatformError) || error.refusal.kind !== 'later') throw error;
      await wait(error.refusal.waitMs);
    }
  }
}
