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
  const WEIGHTS =
    '0.4197,1.1869,3.0412,15.2441,7.1434,0.6477,1.0007,0.0674,1.6597,0.1712,1.1178,2.0225,0.0904,0.3025,2.1214,0.2498,2.9466,0.4891,0.6468,0,0.5';
  expect(await run({ RETENTION: '0.8', WEIGHTS })).toBe('2 memories were made anew from the log.\n');
});
