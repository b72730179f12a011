import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { folderWith } from '../support/folders.ts';
import { opening } from '../support/quiz.ts';
import { kubetutor } from '../support/run.ts';

test('`rebuild-standings` says how many lines were wrong, and mends them beside a bot that runs', async () => {
  const env = { DATA_DIR: join(await folderWith(), 'data') };
  const bot = await openStore(env.DATA_DIR, { as: 'bot', now: () => new Date() });
  const { quizzes, standings } = bot.records;
  const quiz = await quizzes.find((await quizzes.open(opening('2026-03-02'))) ?? 0);
  if (!quiz) throw new Error('no quiz was opened');
  await quizzes.record({ quiz, position: 1, actor: { id: 'test:ann', name: 'Ann' }, choice: 'b', isRight: true });
  const rebuild = () => kubetutor(['rebuild-standings'], { env });
  expect(await rebuild()).toEqual({ code: 0, out: 'every line was right\n', err: '' });
  const database = new DatabaseSync(join(env.DATA_DIR, 'kubetutor.db'));
  database.exec(`update standing set correct = 7 where period = 'all'`);
  database.close();
  expect(await rebuild()).toEqual({ code: 0, out: '2 lines mended\n', err: '' });
  expect(await standings.own({ space: 'test:space' }, 'all', 'test:ann')).toMatchObject({ answered: 1, correct: 1 });
  await bot.close();
});
