import { expect, test } from 'vitest';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { botOnSlack } from '../../support/slack/bot-on-slack.ts';
import { createPerson } from '../../support/slack/people.ts';

test('all that is stored of a person is sent as a file, which they alone see', async () => {
  const { slack, ann, general, incidents } = await botOnSlack('socket', { notes: QUIZ_NOTES });
  const bob = createPerson(slack, 'bob');
  await ann.types(general, 'review');
  await ann.types(general, 'export');
  const told = await ann.until(general, 'direct message');
  expect(told.onlyFor).toBe(ann.id);
  expect(bob.sees(general)).toEqual([]);
  expect(JSON.stringify(ann.sees(general))).not.toContain('"learner"');
  const [file] = slack.files.values();
  expect(file).toMatchObject({ name: expect.stringMatching(/^kubetutor-.*\.json$/), channel: ann.direct().id, isComplete: true });
  expect(file?.text).toContain(`"id": "slack:T0TEST:${ann.id}"`);
  expect(incidents).toEqual([]);
});
