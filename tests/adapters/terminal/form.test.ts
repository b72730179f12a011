import { expect, onTestFinished, test } from 'vitest';
import { chat } from '../../../src/adapters/terminal/index.ts';
import { createPaper } from '../../../src/adapters/terminal/paper.ts';
import { openStore } from '../../../src/store/store.ts';
import { answer, tutorFor } from '../../support/bot.ts';
import { temporaryDir } from '../../support/databases.ts';
import { createTerminal } from '../../support/terminal.ts';

/** Someone who says from a pipe that an answer is wrong, and then what is wrong with it. */
async function say(...lines: readonly string[]) {
  const store = await openStore(temporaryDir(), { as: 'tool', now: () => new Date() });
  onTestFinished(() => store.close());
  const { screen, input, output, type, hangUp } = createTerminal({ isTerminal: false });
  const { bot } = tutorFor({ findings: { 'what is kubelet': answer('kubelet') }, services: { inbox: store.inbox } });
  const ended = chat({ bot, input, output, paper: createPaper(output), language: 'en', commandName: 'k8s', concepts: 7 });
  type(`what is kubelet\n4\n2\n${lines.join('\n')}\n`);
  hangUp();
  await ended;
  return { text: screen.text(), verdicts: await store.inbox.verdicts() };
}

test('a form is a line that is asked for: whatever stands on it goes in, a number and a farewell too', async () => {
  const { text, verdicts } = await say('exit');
  expect(text).toContain('What is wrong with this answer?\nThose who look after the notes read it');
  expect(text).toContain('in doubt');
  expect(verdicts).toMatchObject([{ wrong: 1, reasons: ['exit'] }]);
});

test('an empty line leaves it out, and the next one is read as ever', async () => {
  const { text, verdicts } = await say('', 'what is kubelet');
  expect(verdicts).toMatchObject([{ wrong: 1, reasons: [] }]);
  expect(text.split('The agent on every node').length).toBe(3);
});
