import { describe, expect, onTestFinished, test } from 'vitest';
import { createDaily } from '../../../src/core/quiz/daily.ts';
import { drawPost } from '../../../src/core/quiz/messages.ts';
import type { Arrangement } from '../../../src/core/quiz/records.ts';
import { nextOccurrence } from '../../../src/core/schedule/occurrences.ts';
import { openStore } from '../../../src/store/store.ts';
import { newFilePlace } from '../../support/databases.ts';
import { createTestPlatform, type Fault } from '../../support/platform.ts';
import { arrangement, chosen, createClock, MORNINGS } from '../../support/quiz.ts';

const SECOND = 1 / 60;
const DAY = 24 * 60;

/** A bot with a quiz at 09:30 in Shanghai, which is 01:30 UTC; it is 01:00 UTC. */
async function world({ canLook = true }: { canLook?: boolean } = {}) {
  const clock = createClock('2026-03-02T01:00:00Z');
  const { where } = await newFilePlace();
  const { records, close } = await openStore(where, { as: 'tool', now: clock.now });
  onTestFinished(close);
  const platform = createTestPlatform({ now: clock.now, canLook });
  const incidents: unknown[] = [];
  const bot = (poster = platform.poster) =>
    createDaily({
      records,
      posters: new Map([['test', poster]]),
      compose: async ({ conversation }) => {
        if (conversation === 'test:broken') throw new Error('the notes of this channel are broken');
        return chosen('pod');
      },
      draw: (post) => drawPost(post, records),
      now: clock.now,
      log: { incident: (_id, error) => incidents.push(error) },
    });
  const daily = bot();
  const pass = async () => {
    while ((await daily.tick()) > 0) await daily.settled();
  };
  const arrange = (given: Partial<Arrangement> = {}) => {
    const wanted = arrangement(given);
    return records.schedules.save(wanted, nextOccurrence(wanted.timetable, clock.now()));
  };
  await arrange();
  const answer = async (who: string, choice: string) => {
    const quiz = await records.quizzes.find(1);
    if (!quiz) throw new Error('no quiz');
    await records.quizzes.record({ quiz, position: 1, actor: { id: `test:${who}`, name: who }, choice, isRight: choice === 'b' });
  };
  return { ...records, clock, platform, incidents, bot, pass, arrange, answer };
}

describe('the daily quiz', () => {
  test('is posted at its time, once, and closed by the next one with its answer', async () => {
    const { clock, platform, pass } = await world();
    await pass();
    expect(platform.messages).toEqual([]);
    clock.pass(30);
    await pass();
    await pass();
    expect(platform.messages.length).toBe(1);
    expect(platform.shows()?.summary).toBe('Quiz: What is pod?');
    clock.pass(DAY);
    await pass();
    expect(platform.messages.length).toBe(2);
    expect(platform.shows()?.summary).toBe('The quiz is over. It was B. pod b');
  });

  test('shows how many have answered, and at its close what was mixed up and who was best', async () => {
    const { clock, platform, pass, answer } = await world();
    clock.pass(30);
    await pass();
    await answer('ann', 'b');
    await answer('bob', 'a');
    await answer('eve', 'a');
    clock.pass(5 * SECOND);
    await pass();
    expect(JSON.stringify(platform.shows())).toContain('3 people have answered');
    expect(platform.edits()).toBe(1);
    clock.pass(DAY);
    await pass();
    const closed = JSON.stringify(platform.shows());
    expect(closed).toContain('1 of 3 answered right. Most common mix-up: A. pod a (2). a is another thing.');
    expect(closed).toContain('"rank":1,"name":"someone","score":"1 of 1 right"');
  });

  test('that was missed many times comes once, and is skipped when it is over three hours late', async () => {
    const { clock, platform, schedules, pass } = await world();
    clock.set('2026-03-05T01:40:00Z');
    await pass();
    expect(platform.messages.length).toBe(1);
    clock.set('2026-03-06T04:31:00Z');
    await pass();
    expect(platform.messages.length).toBe(1);
    expect(await schedules.find('test:channel')).toMatchObject({ remark: 'skipped', next: { day: '2026-03-07' } });
  });

  test('comes once a day, whatever its time is moved to meanwhile', async () => {
    const { clock, platform, arrange, pass } = await world();
    clock.pass(30);
    await pass();
    await arrange({ timetable: { ...MORNINGS, minuteOfDay: 600 } });
    clock.pass(40);
    await pass();
    expect(platform.messages.length).toBe(1);
    // In Honolulu it is still the day before, and that day has had none.
    await arrange({ timetable: { ...MORNINGS, zone: 'Pacific/Honolulu', minuteOfDay: 17 * 60 } });
    clock.set('2026-03-02T03:00:00Z');
    await pass();
    expect(platform.messages.length).toBe(2);
  });

  test('comes once when the clock is set back and comes round again', async () => {
    const { clock, platform, pass } = await world();
    clock.pass(30);
    await pass();
    clock.pass(-60);
    await pass();
    clock.pass(60);
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test('comes on the days that a clock which was ahead has left out, once it is right again', async () => {
    const { clock, platform, pass } = await world();
    clock.pass(30);
    await pass();
    clock.pass(20 * DAY);
    await pass();
    expect(platform.messages.length).toBe(2);
    clock.set('2026-03-02T02:00:00Z');
    await pass();
    clock.set('2026-03-03T01:30:00Z');
    await pass();
    expect(platform.messages.length).toBe(3);
  });

  test('is not posted when it is over before it could be', async () => {
    const { clock, platform, quizzes, pass } = await world();
    platform.fail({ kind: 'later', waitMs: 60_000 });
    clock.pass(30);
    await pass();
    await quizzes.endNow(1);
    clock.pass(2);
    await pass();
    expect(platform.messages).toEqual([]);
    expect(await quizzes.ofDay('test:channel', '2026-03-02')).toBeUndefined();
  });

  test('is held up by nobody else’s trouble', async () => {
    const { clock, platform, incidents, arrange, pass } = await world();
    await arrange({ conversation: 'test:broken' });
    clock.pass(30);
    await pass();
    expect(platform.messages.length).toBe(1);
    expect(incidents.length).toBe(1);
  });
});

describe('where the platform', () => {
  const faulty = async (fault: Fault, options?: { canLook: boolean }) => {
    const tutor = await world(options);
    tutor.platform.fail(fault);
    tutor.clock.pass(30);
    await tutor.pass();
    return tutor;
  };

  test('loses its response, one looks before one posts again', async () => {
    const { clock, platform, pass } = await faulty({ kind: 'lost response' });
    clock.pass(1);
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test('cannot be asked, there may be two messages of one quiz; a press on the second moves it', async () => {
    const { clock, platform, quizzes, posts, pass } = await faulty({ kind: 'lost response' }, { canLook: false });
    clock.pass(1);
    await pass();
    expect(platform.messages.length).toBe(2);
    const quiz = await quizzes.find(1);
    if (!quiz) throw new Error('no quiz');
    await posts.notice(quiz, 'test:1');
    await pass();
    expect(platform.shows(0)?.summary).toBe('This quiz has moved');
    expect(platform.shows(1)?.summary).toBe('Quiz: What is pod?');
  });

  test('loses its response, what is found is drawn anew: its quiz may be over', async () => {
    const { clock, platform, quizzes, pass } = await faulty({ kind: 'lost response' });
    await quizzes.endNow(1);
    clock.pass(1);
    await pass();
    clock.pass(1);
    await pass();
    expect(platform.messages.length).toBe(1);
    expect(platform.shows()?.summary).toMatch(/^The quiz is over/);
  });

  test('does nothing and does not say so, it is posted after all', async () => {
    const { clock, platform, pass } = await faulty({ kind: 'unknown outcome' });
    expect(platform.messages).toEqual([]);
    clock.pass(1);
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test('asks to wait, one waits as long as it says', async () => {
    const { clock, platform, pass } = await faulty({ kind: 'later', waitMs: 40_000 });
    clock.pass(39 * SECOND);
    await pass();
    expect(platform.messages).toEqual([]);
    clock.pass(SECOND);
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test.each(['gone', 'forbidden'] as const)('says that the channel is %s, its schedule is paused and says why', async (kind) => {
    const { clock, platform, schedules, pass } = await faulty({ kind });
    expect(await schedules.find('test:channel')).toMatchObject({ state: 'paused', remark: kind });
    clock.pass(2 * DAY);
    await pass();
    expect(platform.messages).toEqual([]);
  });

  test('has lost the message, its edits end and the schedule goes on', async () => {
    const { clock, platform, pass, answer, schedules } = await world();
    clock.pass(30);
    await pass();
    platform.messages.length = 0;
    await answer('ann', 'b');
    clock.pass(1);
    await pass();
    expect(await schedules.find('test:channel')).toMatchObject({ state: 'on' });
    clock.pass(DAY);
    await pass();
    expect(platform.messages.length).toBe(1);
  });

  test('cannot be reached until three hours after its time, the quiz is not posted, however late it was opened', async () => {
    const { clock, platform, pass } = await world();
    clock.pass(30 + 170);
    platform.fail({ kind: 'later', waitMs: 20 * 60_000 });
    await pass();
    clock.pass(20);
    await pass();
    expect(platform.messages).toEqual([]);
  });

  test('cannot be reached for over three hours, the quiz is not posted late', async () => {
    const { clock, platform, pass } = await world();
    clock.pass(30);
    for (let hour = 0; hour < 5; hour++) {
      platform.fail({ kind: 'later', waitMs: 3_600_000 });
      await pass();
      clock.pass(60);
    }
    await pass();
    expect(platform.messages).toEqual([]);
  });
});

test('a bot that dies while it posts is taken over from, and nothing is posted twice', async () => {
  const { clock, platform, bot, pass } = await world();
  const { poster } = platform;
  const { promise: posted, resolve } = Promise.withResolvers<string>();
  const neverHeardOfAgain = new Promise<never>(() => {});
  const dying = bot({
    ...poster,
    post: (...message) =>
      poster
        .post(...message)
        .then(resolve)
        .then(() => neverHeardOfAgain),
  });
  clock.pass(30);
  await dying.tick();
  await posted;
  await pass();
  expect(platform.messages.length).toBe(1);
  clock.pass(1.1);
  await pass();
  clock.pass(15 * SECOND);
  await pass();
  clock.pass(DAY);
  await pass();
  expect(platform.messages.length).toBe(2);
  expect(platform.shows(0)?.summary).toMatch(/^The quiz is over/);
});
