import { describe, expect, onTestFinished, test } from 'vitest';
import type { ClaimedPost } from '../../src/core/quiz/records.ts';
import { openStore } from '../../src/store/store.ts';
import type { Place } from '../support/databases.ts';
import { createClock, opening } from '../support/quiz.ts';

const DAY = '2026-03-02';
const SECOND = 1 / 60;

/** What any store must do with messages that are to be posted. Call it once for each engine. */
export function postsContract(name: string, newPlace: () => Promise<Place>) {
  /** A store with one quiz whose message is to be posted. */
  const open = async () => {
    const clock = createClock('2026-03-02T12:00:00Z');
    const { where } = await newPlace();
    const { records, close } = await openStore(where, { as: 'tool', now: clock.now });
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
    return { ...records, clock, quiz, answer, claimOne };
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

    test('whose poster died are to be looked for, by the next one', async () => {
      const { posts, clock, claimOne } = await open();
      const dead = await claimOne();
      clock.pass(1.1);
      // A clock may have leapt: what is on its way just now is given the time to arrive.
      await expect(claimOne()).rejects.toThrow('nothing to post');
      clock.pass(15 * SECOND);
      const next = await claimOne();
      expect(next).toMatchObject({ state: 'checking', nonce: dead.nonce });
      // Whoever was thought dead, and was slow, changes nothing any more.
      await posts.settle(dead, 'test:1');
      await posts.settle(next, 'test:2');
      clock.pass(1.1);
      await expect(claimOne()).rejects.toThrow();
    });

    test('that a platform wants later are posted later, and those in doubt are looked for', async () => {
      const { posts, clock, claimOne } = await open();
      await posts.postpone(await claimOne(), 30_000);
      await expect(claimOne()).rejects.toThrow();
      clock.pass(30 * SECOND);
      await posts.doubt(await claimOne(), 1_000);
      clock.pass(SECOND);
      const doubtful = await claimOne();
      expect(doubtful.state).toBe('checking');
      await posts.giveUp(doubtful);
      clock.pass(60);
      await expect(claimOne()).rejects.toThrow();
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
      await posts.doubt(await claimOne(), 15_000);
      await posts.notice(quiz, 'test:1');
      clock.pass(5 * SECOND);
      await posts.settle(await claimOne(), 'test:1');
      await posts.notice(quiz, 'test:1');
      await posts.notice(quiz, 'test:2');
      await posts.notice(quiz, 'test:2');
      expect(await posts.claim(['test'], 10)).toMatchObject([{ kind: 'twin', state: 'posted', message: 'test:2', subject: quiz.id }]);
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
