import { renameSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { StoreError } from '../../src/core/errors.ts';
import { databaseFile } from '../../src/store/database-file.ts';
import { openStore } from '../../src/store/store.ts';
import { textOf, tutorFor } from '../support/bot.ts';
import { atNoon, newFilePlace } from '../support/databases.ts';
import { opening } from '../support/quiz.ts';

test('an answer that cannot be kept is told to who gave it and to the operator, and counts when it is pressed again', async () => {
  const { where } = await newFilePlace();
  const { records, preferences, close } = await openStore(where, { as: 'tool', now: atNoon });
  onTestFinished(close);
  const id = (await records.quizzes.open(opening('2026-03-02'))) ?? 0;
  const { press, incidents } = tutorFor({ services: { records, preferences, now: atNoon } });
  const answer = { intent: { command: 'answer', args: { quiz: String(id), q: '1', choice: 'b', lang: 'en' } } };
  const file = databaseFile(where);

  renameSync(file, `${file}.away`);
  expect((await press(answer)).summary).toContain('not saved');
  expect(incidents.map(({ error }) => error)).toContainEqual(expect.any(StoreError));

  renameSync(`${file}.away`, file);
  expect(textOf(await press(answer))).toContain('That is right.');
  const quiz = await records.quizzes.find(id);
  expect(quiz && (await records.quizzes.tally(quiz)).people).toBe(1);
});
