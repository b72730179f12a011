import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { folderWith } from '../support/folders.ts';
import { kubetutor } from '../support/run.ts';

test('`backup` and `restore` say what they did, in a data folder that a bot has used', async () => {
  const dir = await folderWith();
  const env = { DATA_DIR: join(dir, 'data') };
  const bot = await openStore(env.DATA_DIR, { as: 'bot', now: () => new Date() });
  const file = join(dir, 'b.db');
  expect(await kubetutor(['backup', file], { env })).toEqual({ code: 0, out: `backed up to ${file}\n`, err: '' });
  const tooEarly = await kubetutor(['restore', file], { env });
  expect(tooEarly).toEqual({ code: 1, out: '', err: expect.stringMatching(/^A bot .*Stop it first/) });
  await bot.close();
  const restored = await kubetutor(['restore', file], { env });
  expect(restored).toMatchObject({ code: 0, err: '' });
  const kept = /^restored from .*\nwhat was there before is kept in (.*)\n$/.exec(restored.out)?.[1];
  expect(readdirSync(env.DATA_DIR).map((name) => join(env.DATA_DIR, name))).toContain(kept);
});

test('`backup` of PostgreSQL names the tool for it, and not the password', async () => {
  const refused = await kubetutor(['backup', 'b.db'], { env: { DATABASE_URL: 'postgres://ann:s3cret@db/tutor' } });
  expect(refused).toEqual({ code: 1, out: '', err: expect.stringContaining('pg_dump') });
  expect(refused.err).not.toContain('s3cret');
});

test('a path that the system refuses is told, not thrown', async () => {
  const dir = await folderWith();
  const env = { DATA_DIR: join(dir, 'data') };
  await (await openStore(env.DATA_DIR, { as: 'tool', now: () => new Date() })).close();
  const refused = await kubetutor(['backup', join(env.DATA_DIR, 'kubetutor.db', 'b.db')], { env });
  expect(refused).toEqual({ code: 1, out: '', err: expect.stringMatching(/^The system refused it: .*Nothing has changed/) });
});
