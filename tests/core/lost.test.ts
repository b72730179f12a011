import { describe, expect, test } from 'vitest';
import { CHANNEL, ROOM, textOf } from '../support/bot.ts';
import type { Fault } from '../support/platform.ts';
import { BOSS } from '../support/quiz-world.ts';
import { createTeam } from '../support/team.ts';

const DAY = 24 * 60;
const LOST = 'A quiz of the day that you set is paused';

/** A quiz that somebody set in a conversation, at the moment when it is due; its post and the next ones meet faults. */
async function losing(conversation = CHANNEL, ...faults: readonly Fault[]) {
  const { startBot, ...team } = await createTeam();
  const bot = await startBot();
  const boss = bot.as(BOSS, conversation);
  await boss.says('daily 09:30 Asia/Shanghai every day');
  team.clock.pass(30);
  team.platform.fail(...(faults.length > 0 ? faults : [{ kind: 'gone' } as const]));
  /** What is due now, and what goes the same way a little behind it. */
  const pass = async () => {
    await bot.pass();
    team.clock.pass(0.1);
    await bot.pass();
  };
  const told = () => team.platform.messages.map(({ to, shown }) => [to, shown.at(-1)?.summary]);
  return { ...team, ...bot, boss, told, startBot, pass };
}

describe('where a channel is lost', () => {
  test.each([
    ['gone', 'I can no longer find its channel'],
    ['forbidden', 'I may no longer write in its channel'],
  ] as const)('(%s) whoever set its quiz is told so once: which one, why, and how to go on', async (kind, why) => {
    const { pass, clock, platform, told } = await losing(CHANNEL, { kind });
    await pass();
    clock.pass(3 * DAY);
    await pass();
    expect(told()).toEqual([[BOSS.id, LOST]]);
    const reply = platform.shows() ?? { summary: '', blocks: [] };
    expect(textOf(reply)).toContain(why);
    expect(textOf(reply)).toContain('`/k8s daily`');
    expect(reply.blocks).toContainEqual({
      ...{ kind: 'caption', about: CHANNEL.id },
      text: 'Every day at 09:30, Asia/Shanghai (UTC+8): one question.',
    });
  });

  test('that is said in the language that the person has chosen, else in the quiz’s', async () => {
    const { pass, platform, boss } = await losing();
    await boss.says('lang zh');
    await pass();
    expect(platform.shows()?.summary).toBe('你设置的一个每日一测已暂停');
  });

  test('it is told by one of several processes, and by another when that one dies', async () => {
    const { pass, startBot, told, clock } = await losing(CHANNEL, { kind: 'gone' }, { kind: 'lost response' });
    await pass();
    const other = await startBot();
    for (let minute = 0; minute < 3; minute++) {
      for (const each of [other.pass, pass]) await each();
      clock.pass(1);
    }
    expect(told()).toEqual([[BOSS.id, LOST]]);
  });

  test('a person who takes no messages ends it quietly, and nothing else', async () => {
    const { pass, told, store, incidents, clock, as } = await losing(CHANNEL, { kind: 'gone' }, { kind: 'forbidden' });
    await as(BOSS, { ...ROOM, id: BOSS.id }).says('daily 11:30 Asia/Shanghai');
    await pass();
    expect(await store.records.schedules.find(BOSS.id)).toMatchObject({ state: 'on' });
    await store.records.schedules.remove(BOSS.id);
    clock.pass(DAY);
    await pass();
    expect([told(), incidents, await store.records.posts.waiting()]).toEqual([[], [], 0]);
    expect(await store.records.schedules.find(CHANNEL.id)).toMatchObject({ state: 'paused', remark: 'gone' });
  });

  test('nothing is told of what has been mended before it could be', async () => {
    const { pass, told, boss, clock } = await losing(CHANNEL, { kind: 'gone' }, { kind: 'later', waitMs: 60_000 });
    await pass();
    await boss.presses(await boss.says('daily'), 'Resume');
    clock.pass(2);
    await pass();
    expect(told().filter(([to]) => to === BOSS.id)).toEqual([]);
  });

  test('again, it is told again', async () => {
    const { pass, told, boss, clock, platform } = await losing();
    await pass();
    await boss.presses(await boss.says('daily'), 'Resume');
    clock.pass(DAY);
    platform.fail({ kind: 'forbidden' });
    await pass();
    expect(told()).toEqual([
      [BOSS.id, LOST],
      [BOSS.id, LOST],
    ]);
  });

  test('nobody is told who had a quiz for themselves alone, or paused it, or is forgotten', async () => {
    const alone = await losing({ ...ROOM, id: BOSS.id });
    await alone.pass();
    const paused = await losing();
    await paused.boss.presses(await paused.boss.says('daily'), 'Pause');
    await paused.boss.presses(await paused.boss.says('daily'), 'Post now');
    await paused.pass();
    const forgotten = await losing(CHANNEL, { kind: 'gone' }, { kind: 'later', waitMs: 60_000 });
    await forgotten.pass();
    await forgotten.boss.presses(await forgotten.boss.says('forget me'), 'Forget me');
    expect(await forgotten.query(`select key from post where conversation = '${BOSS.id}'`)).toEqual([]);
    expect([alone.told(), paused.told(), forgotten.told()]).toEqual([[], [], []]);
  });
});
