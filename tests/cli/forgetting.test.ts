import { expect, test } from 'vitest';
import { keepForgetting } from '../../src/cli/forgetting.ts';

const spaces = { forgetLeft: async () => [] };

test('spaces that were left are forgotten some at a time, until there are none', async () => {
  const [left, done] = [[['web:a'], ['web:b'], []] as const, Promise.withResolvers<void>()];
  let times = 0;
  const forgetLeft = async () => left[times++] ?? expect.unreachable('there was nothing left');
  const letGo = async () => {
    done.resolve();
    return 0;
  };
  const forgetting = keepForgetting({ spaces: { forgetLeft }, clearing: { letGo } }, { incident: expect.unreachable });
  await done.promise;
  await forgetting.stop();
  expect(times).toBe(3);
});

test('what is too old is deleted a little at a time, until nothing of it is left', async () => {
  const [left, done] = [[500, 500, 20, 0], Promise.withResolvers<void>()];
  const letGo = async () => {
    if (left.length === 1) done.resolve();
    return left.shift() ?? expect.unreachable('there was nothing left');
  };
  const forgetting = keepForgetting({ spaces, clearing: { letGo } }, { incident: expect.unreachable });
  await done.promise;
  await forgetting.stop();
  expect(left).toEqual([]);
});

test('a bot that ends waits for the little that is being deleted, and begins no more', async () => {
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<number>()];
  let times = 0;
  const letGo = () => {
    times += 1;
    begun.resolve();
    return ended.promise;
  };
  const forgetting = keepForgetting({ spaces, clearing: { letGo } }, { incident: expect.unreachable });
  await begun.promise;
  const stopped = forgetting.stop();
  ended.resolve(500);
  await stopped;
  expect(times).toBe(1);
});

test('where the store is away, that is logged, and the bot goes on', async () => {
  const away = new Error('away');
  const told = Promise.withResolvers<unknown>();
  const clearing = { letGo: () => Promise.reject(away) };
  const forgetting = keepForgetting({ spaces, clearing }, { incident: (_id, error) => told.resolve(error) });
  expect(await told.promise).toBe(away);
  await forgetting.stop();
});
