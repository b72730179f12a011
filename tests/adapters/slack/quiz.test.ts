import { expect, test } from 'vitest';
import { dailyOn } from '../../../src/cli/ticking.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { botOnSlack, type Mode } from '../../support/slack/bot-on-slack.ts';
import { buttonsOf, createPerson } from '../../support/slack/people.ts';

const labels = (message: object): string[] => buttonsOf(message).map(({ text }) => text.text);

test.each<Mode>(['socket', 'http'])(
  'a quiz of the day is posted once, and answered in private, also after a restart (by %s)',
  async (mode) => {
    const before = await botOnSlack(mode, { notes: QUIZ_NOTES });
    const { slack, store, general } = before;
    const [admin, ann, bob] = [createPerson(slack, 'boss', { isAdmin: true }), before.ann, createPerson(slack, 'bob')];
    await ann.types(general, 'daily now');
    expect(labels(ann.sees(general).at(-1) ?? {})).toEqual([]);
    await admin.types(general, 'daily now');
    const daily = dailyOn(store.records, new Map([['slack', before.adapter.poster]]), before.services);
    while ((await daily.tick()) > 0) await daily.settled();
    const quiz = await ann.until(general, 'Which part');
    expect(quiz.onlyFor).toBeUndefined();
    const choice = labels(quiz).find((label) => /etcd|kube/.test(label)) ?? labels(quiz)[0] ?? '';

    await ann.presses(quiz, choice);
    const feedback = await slack.workspace.until(() => ann.sees(general).find(({ onlyFor, ts }) => onlyFor === ann.id && ts > quiz.ts));
    expect(bob.sees(general).map(({ ts }) => ts)).not.toContain(feedback.ts);

    await before.stop();
    await botOnSlack(mode, { notes: QUIZ_NOTES, slack, store });
    await bob.presses(quiz, choice);
    await slack.workspace.until(() => bob.sees(general).find(({ onlyFor, ts }) => onlyFor === bob.id && ts > quiz.ts));
    expect(before.incidents).toEqual([]);
  },
);
