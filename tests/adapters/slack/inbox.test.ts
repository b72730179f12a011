import { expect, test } from 'vitest';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { botOnSlack } from '../../support/slack/bot-on-slack.ts';
import { createPerson } from '../../support/slack/people.ts';

test('what two people asked in vain, wherever in the workspace, is shown to whoever manages a channel', async () => {
  const { slack, ann, general, incidents } = await botOnSlack('socket', { notes: QUIZ_NOTES });
  const [bob, boss] = [createPerson(slack, 'bob'), createPerson(slack, 'boss', { isAdmin: true })];
  await ann.types(general, 'how do I *install* <!channel> helm?');
  await ann.until(general, 'Tell the authors');
  await bob.says(bob.direct(), 'how to install a channel of helm');
  await bob.until(bob.direct(), 'not in the notes');
  await ann.types(general, 'gaps');
  await ann.until(general, 'Only people who manage this channel');
  await boss.says(boss.direct(), 'gaps');
  await boss.until(boss.direct(), 'Ask me in a channel that you manage');
  await boss.types(general, 'gaps');
  await boss.until(general, 'how do i *install* helm · 2 times');
  expect(incidents).toEqual([]);
});
