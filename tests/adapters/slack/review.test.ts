import { describe, expect, test } from 'vitest';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { botOnSlack, type Mode } from '../../support/slack/bot-on-slack.ts';
import { buttonsOf, createPerson } from '../../support/slack/people.ts';

const labels = (message: object): string[] => buttonsOf(message).map(({ text }) => text.text);
const WORDS = {
  en: {
    review: 'review',
    show: 'Show answer',
    good: 'Good',
    undo: 'Undo',
    next: 'back in',
    quiz: 'quiz 3',
    onward: 'Next question ▸',
    again: 'Another quiz',
  },
  zh: { review: '复习', show: '看答案', good: '记得', undo: '撤销', next: '后再来', quiz: '测验 3', onward: '下一题 ▸', again: '再来一组' },
} as const;

describe.each<Mode>(['socket', 'http'])('in Slack by %s', (mode) => {
  test.each(['en', 'zh'] as const)('a review goes on in one message that nobody else sees, also after a restart (%s)', async (language) => {
    const words = WORDS[language];
    const before = await botOnSlack(mode, { notes: QUIZ_NOTES });
    const { slack, store, ann, general } = before;
    const bob = createPerson(slack, 'bob');
    await ann.types(general, words.review);
    const front = await ann.until(general, words.show);

    await before.stop();
    const after = await botOnSlack(mode, { notes: QUIZ_NOTES, slack, store });
    await ann.presses(front, words.show);
    const back = await ann.until(general, words.good);
    const good = labels(back).find((label) => label.startsWith(words.good)) ?? '';
    await ann.presses(back, good);
    const next = await ann.until(general, words.next);
    // The same press again, as where it was lost on its way: counted once.
    await ann.presses(back, good);
    await after.slack.workspace.until(() => labels(ann.sees(general)[0] ?? {}).includes(words.undo));
    expect((await store.reviews.log.since(`slack:T0TEST:${ann.id}`, new Date(0))).lines).toHaveLength(1);

    await ann.presses(next, words.undo);
    await ann.until(general, words.show);
    expect((await store.reviews.memories.all(`slack:T0TEST:${ann.id}`)).size).toBe(0);
    expect(ann.sees(general)).toHaveLength(1);
    expect(bob.sees(general)).toEqual([]);
    expect([...before.incidents, ...after.incidents]).toEqual([]);
  });

  test.each(['en', 'zh'] as const)('a quiz of one’s own is taken in private, to its end (%s)', async (language) => {
    const { slack, store, ann, general, incidents } = await botOnSlack(mode, { notes: QUIZ_NOTES });
    const words = WORDS[language];
    await ann.types(general, words.quiz);
    for (const end of [words.onward, words.onward, words.again]) {
      const shown = await slack.workspace.until(() => ann.sees(general).findLast((message) => labels(message)[0] === 'A'));
      await ann.presses(shown, 'A');
      const told = await ann.until(general, end);
      if (end === words.onward) await ann.presses(told, end);
    }
    expect(await store.records.quizzes.askedOf(`slack:T0TEST:${ann.id}`)).toHaveLength(3);
    expect(incidents).toEqual([]);
  });
});
