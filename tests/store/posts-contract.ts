import { describe, expect, onTestFinished, test } from 'vitest';
import type { ClaimedPost } from '../../src/core/quiz/records.ts';
import { openStore } from '../../src/store/store.ts';
import type { Place } from '../support/databases.ts';
import { arrangement, createClock, opening } from '../support/quiz.ts';

const DAY = '2026-03-02';
const SECOND = 1 / 60;

/** What any store must do with messages that are to be posted. Call it once for each engine. */
export function postsContract(name: string, newPlace: () => Promise<Place>) {
  /** A store with one quiz whose message is to be posted. */
  const open = async () => {
    const clock = createClock('2026-03-02T12:00:00Z');
    const { where } = await newPlace();
    const { records, digests, close } = await openStore(where, { as: 'tool', ...clock });
    onTestFinished(close);
    const id = (await records.quizzes.open(opening(DAY))) ?? 0;
    const quiz = await records.quizzes.find(id);
    if (!quiz) throw new Error('no quiz');
    const answer = (actor: string) =>
      records.quizzes.record({ quiz, position: 1, actor: { id: `test:${actor}`, name: actor }, choice: 'b', isRight: true });
    const claimOne = async (): Promise<ClaimedPost> => {
      const [post] = await records.posts.claim(['test'], 10);
      if (!post) throw new Error('there is nothing to post');
      return post;
    };
    return { ...records, digests, where, clock, quiz, answer, claimOne };
  };

  describe(`${name} keeps messages`, () => {
    test('that are claimed by one process, posted, and then at rest', async () => {
      const { posts, claimOne } = await open();
      const claims = await Promise.all([posts.claim(['test'], 10), posts.claim(['test'], 10)]);
      const [post] = claims.flat();
      expect(claims.flat()).toMatchObject([{ state: 'sending', kind: 'quiz', conversation: 'test:channel', message: undefined }]);
      expect(post?.nonce).toMatch(/^[0-9a-f]{24}$/);
      if (post) await posts.settle(post, 'test:1');
      await expect(claimOne()).rejects.toThrow('nothing to post');
    });

    test('whose poster died are to be looked for, by whoever has seen them in the same hands for a minute', async () => {
      const { posts, clock, claimOne } = await open();
      const dead = await claimOne();
      clock.pass(10);
      // Perhaps it was claimed just now.
      await expect(claimOne()).rejects.toThrow('nothing to post');
      clock.pass(1);
      const next = await claimOne();
      expect(next).toMatchObject({ state: 'checking', nonce: dead.nonce });
      // Whoever was thought dead, and was slow, changes nothing any more.
      await posts.settle(dead, 'test:1');
      await posts.settle(next, 'test:2');
      await stayAtRest(clock, claimOne);
    });

    test('are nobody else’s for a minute from each claim on, whatever the clocks show', async () => {
      const { where, clock, claimOne } = await open();
      const away = createClock('2026-03-09T12:00:00Z');
      const other = await openStore(where, { as: 'tool', ...away });
      onTestFinished(other.close);
      const claimFromAway = () => other.records.posts.claim(['test'], 10);
      await claimOne();
      expect(await claimFromAway()).toEqual([]);
      away.set('2026-01-01T12:00:00Z');
      expect(await claimFromAway()).toEqual([]);
      away.pass(1);
      expect((await claimFromAway()).length).toBe(1);
      await expect(claimOne()).rejects.toThrow();
      clock.set('2027-01-01T12:00:00Z');
      await expect(claimOne()).rejects.toThrow();
    });

    test('that a platform wants later are posted later, and those in doubt are looked for after a minute', async () => {
      const { posts, clock, claimOne } = await open();
      await posts.postpone(await claimOne(), 30_000);
      await expect(claimOne()).rejects.toThrow();
      clock.pass(30 * SECOND);
      await posts.doubt(await claimOne());
      await expect(claimOne()).rejects.toThrow();
      clock.pass(1);
      const doubtful = await claimOne();
      expect(doubtful.state).toBe('checking');
      await posts.giveUp(doubtful);
      await stayAtRest(clock, claimOne);
    });

    test('that a clock which was ahead has put off are posted once it is right again', async () => {
      const { posts, clock, claimOne } = await open();
      const post = await claimOne();
      clock.set('2026-03-02T20:00:00Z');
      await posts.postpone(post, 30_000);
      clock.set('2026-03-02T12:00:00Z');
      await claimOne();
    });

    test('free their day when they are withdrawn, not when they are given up, and no others', async () => {
      const { posts, quizzes, quiz, clock, claimOne } = await open();
      const first = await claimOne();
      await posts.doubt(first);
      // It is in other hands by now.
      await posts.withdraw(first);
      expect(await quizzes.ofDay('test:channel', DAY)).toBe(quiz.id);
      const again = await quizzes.open(opening('2026-03-03'));
      clock.pass(SECOND);
      await posts.giveUp(await claimOne());
      expect(await quizzes.ofDay('test:channel', '2026-03-03')).toBe(again);
      await quizzes.open(opening('2026-03-04'));
      clock.pass(SECOND);
      await posts.withdraw(await claimOne());
      expect(await quizzes.ofDay('test:channel', '2026-03-04')).toBeUndefined();
    });

    test('is drawn anew after an answer, once in five seconds', async () => {
      const { posts, clock, answer, claimOne } = await open();
      await posts.settle(await claimOne(), 'test:1');
      await answer('ann');
      await answer('bob');
      await expect(claimOne()).rejects.toThrow();
      clock.pass(5 * SECOND);
      const stale = await claimOne();
      expect(stale).toMatchObject({ state: 'posted', message: 'test:1' });
      await answer('eve');
      await posts.settle(stale, 'test:1');
      await expect(claimOne()).rejects.toThrow();
      clock.pass(5 * SECOND);
      await posts.settle(await claimOne(), 'test:1');
      clock.pass(60);
      await expect(claimOne()).rejects.toThrow();
    });

    test('and draws it anew when its quiz closes', async () => {
      const { posts, quizzes, quiz, clock, claimOne } = await open();
      await posts.settle(await claimOne(), 'test:1');
      clock.pass(10);
      await quizzes.endNow(quiz.id);
      await quizzes.closeDue(1);
      expect(await claimOne()).toMatchObject({ state: 'posted', message: 'test:1' });
    });

    test('of which a press reveals the address, or that there is a second one', async () => {
      const { posts, quiz, clock, claimOne } = await open();
      await posts.doubt(await claimOne());
      await posts.notice(quiz, 'test:1');
      clock.pass(5 * SECOND);
      await posts.settle(await claimOne(), 'test:1');
      await posts.notice(quiz, 'test:1');
      await posts.notice(quiz, 'test:2');
      await posts.notice(quiz, 'test:2');
      expect(await posts.claim(['test'], 10)).toMatchObject([{ kind: 'twin', state: 'posted', message: 'test:2', subject: quiz.id }]);
    });

    test.each(['lost', 'lost-digest'] as const)('(%s) that tell of a lost channel, in the moment of its pause, once', async (kind) => {
      const { schedules, digests, posts, clock, claimOne } = await open();
      await posts.settle(await claimOne(), 'test:1');
      const next = { at: clock.now(), day: DAY } as const;
      const kept = kind === 'lost' ? schedules : digests;
      await kept.save(arrangement(), next);
      const telling = (unposted: string) => ({ person: 'test:boss', unposted, lane: { lane: 'test:boss', gapMs: 0 } }) as const;
      for (const message of ['first', 'first', 'second']) await kept.pause('test:channel', 'gone', telling(message));
      expect(await kept.find('test:channel')).toMatchObject({ remark: 'gone' });
      expect(await kept.claimDue(['test'], 10)).toEqual([]);
      const told = await posts.claim(['test'], 10);
      expect(told).toMatchObject([
        { key: 'lost:first', kind, conversation: 'test:boss', about: 'test:channel' },
        { key: 'lost:second', kind, conversation: 'test:boss', about: 'test:channel' },
      ]);
      await kept.save(arrangement(), next);
      expect(await kept.find('test:channel')).toMatchObject({ remark: undefined });
      expect(await kept.claimDue(['test'], 10)).toHaveLength(1);
    });

    test('that go the same way one behind the other', async () => {
      const { posts, quizzes, clock } = await open();
      for (const at of [1, 2]) await quizzes.open(opening(DAY, { conversation: `test:c${at}` }));
      await quizzes.open(opening(DAY, { conversation: 'test:elsewhere', lane: { lane: 'other', gapMs: 100 } }));
      expect((await posts.claim(['test'], 10)).map(({ conversation }) => conversation)).toEqual(['test:channel', 'test:elsewhere']);
      clock.pass(0.1 * SECOND);
      expect((await posts.claim(['test'], 10)).map(({ conversation }) => conversation)).toEqual(['test:c1']);
      clock.pass(0.1 * SECOND);
      expect((await posts.claim(['test'], 10)).length).toBe(1);
    });
  });
}

/** After minutes, nothing is to be done. */
async function stayAtRest(clock: ReturnType<typeof createClock>, claimOne: () => Promise<ClaimedPost>): Promise<void> {
  for (let minute = 0; minute < 3; minute++) {
    await expect(claimOne()).rejects.toThrow('nothing to post');
    clock.pass(1.1);
  }
}
