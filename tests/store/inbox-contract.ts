import { describe, expect, onTestFinished, test } from 'vitest';
import { formOf } from '../../src/core/inbox/form.ts';
import type { ActorId } from '../../src/core/turn.ts';
import { openStore } from '../../src/store/store.ts';
import type { Place } from '../support/databases.ts';
import { chosen, createClock, opening } from '../support/quiz.ts';

const SPACE = 'slack:T1';
const ANN: ActorId = 'slack:T1:ann';
const BOB: ActorId = 'slack:T1:bob';
const CEM: ActorId = 'slack:T1:cem';
const DAY_MINUTES = 24 * 60;

const asked = (text: string, space: 'slack:T1' | 'slack:T2' = SPACE) => ({ space, text, form: formOf(text), language: 'en' as const });

/** What any store must do for authors. Call it once for each engine. */
export function inboxContract(name: string, newPlace: () => Promise<Place>) {
  const open = async () => {
    const place = await newPlace();
    const clock = createClock('2026-03-02T01:00:00Z');
    const store = await openStore(place.where, { as: 'tool', now: clock.now });
    onTestFinished(() => store.close());
    const texts = async () => (await store.inbox.shown(SPACE)).map(({ text, times }) => [text, times]);
    return { ...store, ...place, clock, texts };
  };

  describe(`${name} keeps a question without an answer`, () => {
    test('from authors, until a second person asks it, in whatever words', async () => {
      const { inbox, texts } = await open();
      expect(await inbox.note(ANN, asked('how to install helm'))).toMatchObject({ isShown: false });
      expect(await inbox.note(ANN, asked('how do i install helm'))).toMatchObject({ isShown: false });
      expect(await texts()).toEqual([]);
      expect(await inbox.note(BOB, asked('installing helm'))).toMatchObject({ isShown: true });
      expect(await texts()).toEqual([['how to install helm', 3]]);
    });

    test('apart in each space, and from other questions', async () => {
      const { inbox, texts } = await open();
      await inbox.note(ANN, asked('how to install helm'));
      await inbox.note(BOB, asked('how to install helm', 'slack:T2'));
      await inbox.note(BOB, asked('how to install istio'));
      expect(await texts()).toEqual([]);
    });

    test('without a trace of who asked, once authors see it', async () => {
      const { inbox, query } = await open();
      await inbox.note(ANN, asked('how to install helm'));
      const before = JSON.stringify([await query('select * from gap'), await query('select * from gap_asker')]);
      expect(before).not.toMatch(/ann/i);
      await inbox.note(BOB, asked('how to install helm'));
      expect(await query('select * from gap_asker')).toEqual([]);
      expect(await query('select salt from gap')).toEqual([{ salt: null }]);
    });

    test('and shows it when the one who asked agrees, and nobody else', async () => {
      const { inbox, texts } = await open();
      const { gap } = await inbox.note(ANN, asked('how to install helm'));
      expect(await inbox.consent(BOB, gap)).toBe('not yours');
      expect(await inbox.consent(ANN, gap + 1)).toBe('not yours');
      expect(await texts()).toEqual([]);
      expect(await inbox.consent(ANN, gap)).toBe('told');
      expect(await inbox.consent(BOB, gap)).toBe('already');
      expect(await texts()).toEqual([['how to install helm', 1]]);
    });

    test('as of one person, whichever of their accounts they use', async () => {
      const { inbox, reviews, texts } = await open();
      await inbox.note(ANN, asked('how to install helm'));
      await reviews.people.join(BOB, await reviews.people.offerCode(ANN));
      await inbox.note(BOB, asked('how to install helm'));
      expect(await texts()).toEqual([]);
      await inbox.note(CEM, asked('how to install helm'));
      expect(await texts()).toEqual([['how to install helm', 3]]);
    });

    test('until its person is forgotten; their file holds it until then', async () => {
      const { inbox, reviews, query } = await open();
      await inbox.note(ANN, asked('how to install helm'));
      await inbox.note(BOB, asked('what is istio'));
      expect((await reviews.people.dossier(ANN)).unanswered).toEqual([{ text: 'how to install helm', last_at_ms: expect.anything() }]);
      await reviews.people.forget(ANN);
      expect(await query('select text from gap')).toEqual([{ text: 'what is istio' }]);
    });

    test('for 30 days, and for 180 where authors see it', async () => {
      const { inbox, clock, query } = await open();
      await inbox.note(ANN, asked('how to install helm'));
      const { gap } = await inbox.note(ANN, asked('what is istio'));
      await inbox.consent(ANN, gap);
      const keptAfter = async (days: number) => {
        clock.pass(days * DAY_MINUTES);
        await inbox.note(BOB, asked('flux or argo', 'slack:T2'));
        return (await query(`select text from gap where space = '${SPACE}'`)).map(({ text }) => text);
      };
      expect(await keptAfter(29)).toHaveLength(2);
      expect(await keptAfter(2)).toEqual(['what is istio']);
      expect(await keptAfter(150)).toEqual([]);
    });

    test('as one of 300 at most, and lets those go first that authors do not see', async () => {
      const { inbox, texts, query, clock } = await open();
      const { gap } = await inbox.note(ANN, asked('what is istio'));
      await inbox.consent(ANN, gap);
      for (let n = 0; n < 320; n++) {
        clock.pass(1);
        await inbox.note(ANN, asked(`word${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))}`));
      }
      expect((await query('select text from gap')).length).toBe(300);
      expect(await texts()).toEqual([['what is istio', 1]]);
    });
  });

  describe(`${name} keeps what people say of answers`, () => {
    const verdict = { space: SPACE, concept: 'pod', fingerprint: 7 } as const;

    test('once for each person: what they say last', async () => {
      const { inbox } = await open();
      for (const isWrong of [true, false, true]) await inbox.judge(ANN, { ...verdict, isWrong });
      await inbox.judge(BOB, { ...verdict, isWrong: false });
      expect(await inbox.verdicts(SPACE)).toEqual([{ concept: 'pod', fingerprint: 7, helped: 1, wrong: 1, reasons: [] }]);
      expect(await inbox.verdicts('slack:T2')).toEqual([]);
    });

    test('with what is wrong, newest first, of each person what they said last, and of one space alone', async () => {
      const { inbox, clock } = await open();
      for (const [actor, reason] of [
        [ANN, 'first'],
        [BOB, 'second'],
        [ANN, 'third'],
        [CEM, undefined],
      ] as const) {
        clock.pass(1);
        await inbox.judge(actor, { ...verdict, isWrong: true, reason });
      }
      await inbox.judge(CEM, { ...verdict, concept: 'node', isWrong: true, reason: 'of another concept' });
      expect(await inbox.verdicts(SPACE)).toMatchObject([
        { concept: 'node', reasons: ['of another concept'] },
        { concept: 'pod', wrong: 3, reasons: ['third', 'second'] },
      ]);
      await inbox.judge(ANN, { ...verdict, isWrong: false });
      expect(await inbox.verdicts(SPACE)).toMatchObject([{}, { wrong: 2, helped: 1, reasons: ['second'] }]);
    });

    test('for one person with two accounts once, and not beyond their being forgotten', async () => {
      const { inbox, reviews } = await open();
      await inbox.judge(ANN, { ...verdict, isWrong: true });
      await inbox.judge(BOB, { ...verdict, isWrong: false });
      await reviews.people.join(BOB, await reviews.people.offerCode(ANN));
      expect(await inbox.verdicts()).toMatchObject([{ helped: 0, wrong: 1 }]);
      expect((await reviews.people.dossier(BOB)).verdict).toHaveLength(1);
      await reviews.people.forget(ANN);
      expect(await inbox.verdicts()).toEqual([]);
    });
  });

  test(`${name} gives a digest that is due to one process, and queues its message once`, async () => {
    const { digests, records, clock } = await open();
    const timetable = { minuteOfDay: 540, zone: 'Asia/Shanghai', days: [1] as const };
    const digest = { conversation: 'slack:T1:C', space: SPACE, isDirect: false, language: 'en', timetable, setBy: ANN } as const;
    const [first, next] = [
      { at: new Date('2026-03-02T01:00:00Z'), day: '2026-03-02' },
      { at: new Date('2026-03-09T01:00:00Z'), day: '2026-03-09' },
    ] as const;
    await digests.save(digest, first);
    expect(await digests.claimDue(['discord'], 10)).toEqual([]);
    const [due] = await digests.claimDue(['slack'], 10);
    expect(due).toEqual({ ...digest, next: first });
    expect(await digests.claimDue(['slack'], 10)).toEqual([]);
    clock.pass(2);
    expect(await digests.claimDue(['slack'], 10)).toHaveLength(1);
    if (!due) throw new Error('nothing was due');
    const message = { ...first, lane: { lane: SPACE, gapMs: 0 } };
    for (let time = 0; time < 2; time++) await digests.goOn(due, next, message);
    expect(await records.posts.claim(['slack'], 10)).toMatchObject([{ kind: 'digest', conversation: 'slack:T1:C' }]);
    expect(await digests.claimDue(['slack'], 10)).toEqual([]);
    await digests.remove('slack:T1:C');
    expect(await digests.find('slack:T1:C')).toBeUndefined();
  });

  test(`${name} counts how the questions of a space's channels were answered`, async () => {
    const { inbox, records, clock } = await open();
    const quizIn = async (space: 'slack:T1' | 'slack:T2') => {
      const id = await records.quizzes.open(opening('2026-03-02', { space, conversation: `${space}:C`, questions: chosen('pod') }));
      return records.quizzes.find(id ?? 0);
    };
    for (const space of ['slack:T1', 'slack:T2'] as const) {
      const quiz = await quizIn(space);
      if (!quiz) throw new Error('no quiz was opened');
      for (const [at, actor] of [ANN, BOB, CEM].entries()) {
        await records.quizzes.record({ quiz, position: 1, actor: { id: actor, name: '' }, choice: 'abc'[at] ?? '', isRight: at === 1 });
      }
    }
    const since = new Date(0);
    expect((await inbox.answers(since, SPACE)).map(({ item, choices }) => [item.id, Object.fromEntries(choices)])).toEqual([
      ['pod/what', { a: 1, b: 1, c: 1 }],
    ]);
    expect((await inbox.answers(since)).map(({ choices }) => Object.fromEntries(choices))).toEqual([{ a: 2, b: 2, c: 2 }]);
    clock.pass(1);
    expect(await inbox.answers(clock.now(), SPACE)).toEqual([]);
  });
}
