import { describe, expect, test } from 'vitest';
import type { Poster } from '../../../src/core/ports.ts';
import { DAY, dailyWorld, SECOND } from '../../support/daily-world.ts';

type World = Awaited<ReturnType<typeof dailyWorld>>;
type Bot = Awaited<ReturnType<World['startBot']>>;

/** How long a message is left in the same hands, and a second. */
const HELD = 1 + SECOND;

/** Lets a bot begin to post; it goes on when it is let. */
async function beginToPost({ dailyOn }: Bot, { poster }: World['platform']) {
  const { promise: isSending, resolve: begin } = Promise.withResolvers<void>();
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
  const post: Poster['post'] = async (...message) => {
    begin();
    await mayGoOn;
    return poster.post(...message);
  };
  const daily = dailyOn({ ...poster, post });
  while ((await daily.tick()) > 0);
  await isSending;
  return {
    async goOn() {
      goOn();
      await daily.settled();
    },
  };
}

/** Lets a bot die over a post that has arrived. */
async function dieOnceItArrived({ dailyOn }: Bot, { poster }: World['platform']) {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const neverHeardOfAgain = new Promise<never>(() => {});
  const post: Poster['post'] = async (...message) => {
    await poster.post(...message);
    arrive();
    return neverHeardOfAgain;
  };
  const daily = dailyOn({ ...poster, post });
  while ((await daily.tick()) > 0);
  await arrived;
}

/** A message that is held is seen to be, and a minute later still. */
async function takeOver({ clock, pass }: Bot) {
  await pass();
  clock.pass(HELD);
  await pass();
}

test('a bot that dies once its post has arrived is taken over from, and nothing is posted twice', async () => {
  const world = await dailyWorld();
  const { clock, platform, pass } = world;
  clock.pass(30);
  await dieOnceItArrived(world, platform);
  await takeOver(world);
  expect(platform.messages.length).toBe(1);
  clock.pass(DAY);
  await pass();
  expect(platform.messages.length).toBe(2);
  expect(platform.shows(0)?.summary).toMatch(/^The quiz is over/);
});

test('a bot that stood still before it could post leaves that to others', async () => {
  const world = await dailyWorld();
  const { clock, platform, pass } = world;
  clock.pass(30);
  const { poster } = platform;
  const slow = world.dailyOn(poster, { whileDrawing: () => clock.pass(HELD) });
  while ((await slow.tick()) > 0) await slow.settled();
  expect(platform.messages).toEqual([]);
  await takeOver(world);
  expect(platform.messages.length).toBe(1);
  await pass();
  expect(platform.messages.length).toBe(1);
});

describe('where clocks leap', () => {
  test.each(['2026-03-02T02:51:00Z', '2026-03-02T05:00:00Z'])(
    'a post on its way is left alone by a clock that shows %s, and is set back',
    async (ahead) => {
      const world = await dailyWorld();
      const { platform, clock, startBot } = world;
      const other = await startBot('2026-03-02T01:30:00Z');
      clock.pass(30);
      const first = await beginToPost(world, platform);
      for (const instant of [ahead, '2026-03-01T20:00:00Z', '2026-03-02T01:30:00Z']) {
        other.clock.set(instant);
        await other.pass();
      }
      await first.goOn();
      await takeOver(other);
      expect(platform.messages.length).toBe(1);
      expect(platform.messages[0]?.shown.length).toBe(1);
    },
  );

  test.each(['2026-03-02T01:00:00Z', '2026-03-09T12:00:00Z'])(
    'the day of a quiz that was opened days too early, and stands nowhere, is free again, also where the next clock shows %s',
    async (next) => {
      const world = await dailyWorld();
      const { platform, clock, startBot, pass, quizzes } = world;
      await beginToPost(await startBot('2026-03-05T01:31:00Z'), platform);
      await takeOver(await startBot(next));
      expect(platform.messages).toEqual([]);
      for (const day of ['02', '03', '04', '05']) {
        clock.set(`2026-03-${day}T01:30:00Z`);
        await pass();
      }
      expect(platform.messages.length).toBe(4);
      expect(await quizzes.find((await quizzes.ofDay('test:channel', '2026-03-05')) ?? 0)).toMatchObject({ closedAt: undefined });
    },
  );

  test('a quiz that was opened days too early does not come where there is to be none any more', async () => {
    const world = await dailyWorld();
    const { platform, clock, startBot, pass, schedules } = world;
    await beginToPost(await startBot('2026-03-05T01:31:00Z'), platform);
    await takeOver(world);
    await schedules.remove('test:channel');
    clock.set('2026-03-05T01:31:00Z');
    await pass();
    expect(platform.messages).toEqual([]);
  });

  test('a quiz that a clock hours ahead withdraws as too late is opened anew, though its schedule has gone on', async () => {
    const { platform, clock, startBot, pass, schedules } = await dailyWorld();
    clock.pass(30);
    platform.fail({ kind: 'later', waitMs: 60_000 });
    await pass();
    expect(await schedules.find('test:channel')).toMatchObject({ next: { day: '2026-03-03' } });
    await (await startBot('2026-03-02T09:00:00Z')).pass();
    expect(platform.messages).toEqual([]);
    clock.pass(2);
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test.each([true, false])('a quiz that was opened too early by a clock waits for its time, where one can look: %s', async (canLook) => {
    const world = await dailyWorld({ canLook });
    const { platform, clock, startBot, pass } = world;
    await beginToPost(await startBot('2026-03-02T01:30:00Z'), platform);
    await takeOver(world);
    expect(platform.messages).toEqual([]);
    clock.pass(30 - HELD);
    await pass();
    expect(platform.messages.length).toBe(1);
  });
});
