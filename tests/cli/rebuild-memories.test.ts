import { expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { atNoon, temporaryDir } from '../support/databases.ts';
import { kubetutor } from '../support/run.ts';

test('memories are made anew from the log, once, and another recall that is wished for changes them', async () => {
  const where = temporaryDir();
  const { reviews, close } = await openStore(where, { as: 'tool', now: atNoon });
  for (const concept of ['pod', 'node']) {
    await reviews.log.learn({ actor: 'test:ann', concept, evidence: { kind: 'rated', rating: 'easy' }, seen: 0 });
  }
  await close();
  const run = async (env = {}) => (await kubetutor(['rebuild-memories'], { env: { DATA_DIR: where, ...env } })).out;
  expect(await run()).toBe('All memories are as the log says.\n');
  expect(await run({ RETENTION: '0.8' })).toBe('2 memories were made anew from the log.\n');
  expect(await run({ RETENTION: '0.8' })).toBe('All memories are as the log says.\n');
});
