import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/cli/log.ts';
import { openStore } from '../../src/store/store.ts';
import { personCalled, ROOM, tutorFor } from '../support/bot.ts';
import { atNoon, newFilePlace } from '../support/databases.ts';
import { arrangement, opening } from '../support/quiz.ts';

const HOSTILE = `'; drop table learner; -- " \\' \u0000 %_`;

test('what people type stays a value in the store', async () => {
  const { where, query } = await newFilePlace();
  const { records, reviews, preferences, inviters, close } = await openStore(where, { as: 'tool', now: atNoon });
  onTestFinished(close);
  const actor = `test:${HOSTILE}` as const;
  const conversation = `test:channel ${HOSTILE}` as const;
  await preferences.setLanguage(actor, 'zh');
  await inviters.remember(conversation, actor);
  await records.schedules.save(arrangement({ conversation, topic: HOSTILE }), { at: atNoon(), day: '2026-03-02' });
  const quiz = await records.quizzes.find((await records.quizzes.open(opening('2026-03-02', { conversation }))) ?? 0);
  if (!quiz) throw new Error('no quiz was opened');
  await records.quizzes.record({ quiz, position: 1, actor: { id: actor, name: HOSTILE }, choice: 'b', isRight: true });
  await reviews.log.learn({ actor, concept: HOSTILE, evidence: { kind: 'missed' }, seen: 0, face: HOSTILE });
  expect(await preferences.languageOf(actor)).toBe('zh');
  expect(await preferences.languageOf('test:' as typeof actor)).toBeUndefined();
  expect(await inviters.isInviter(conversation, actor)).toBe(true);
  expect((await records.schedules.find(conversation))?.topic).toBe(HOSTILE);
  expect([...(await reviews.memories.all(actor)).keys()]).toContain(HOSTILE);
  expect(await query('select count(*) as people from learner')).toEqual([{ people: 1 }]);
});

test('what people type begins no line of the log', async () => {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', secrets: [], write: (line) => lines.push(line) });
  const forged = 'kubelet\n{"level":"error","msg":"forged"}\r\n\u2028{"level":"fatal"}\u001b[31m';
  const turn = { actor: { ...personCalled('Eve'), name: forged }, conversation: { ...ROOM, id: `test:${forged}` as const } };
  const { bot } = tutorFor({
    services: {
      log,
      knowledge: () => {
        throw new Error(`cannot read ${forged}`);
      },
    },
  });
  await bot.reply({ id: forged, intent: { command: 'ask', args: { q: forged } }, typed: forged, ...turn });
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) {
    for (const sign of ['\n', '\r', '\u001b']) expect(line.trimEnd()).not.toContain(sign);
    expect(JSON.parse(line).msg).not.toBe('forged');
  }
});
