import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainScreen, renderReply } from '../../../src/adapters/terminal/render.ts';
import { createKnowledge } from '../../../src/core/knowledge.ts';
import { overBudget } from '../../../src/core/reply.ts';
import { personCalled, ROOM, textOf, tutorFor } from '../../support/bot.ts';
import { libraryOf, NOTES } from '../../support/notes.ts';

// With the real search, so that nothing that was typed can come by way of what it found.
const library = libraryOf(NOTES);
const knowledge = await createKnowledge(library, () => undefined);
const tutor = tutorFor({ library, services: { knowledge: () => knowledge } });

const HOSTILE = [
  '@everyone',
  '<!channel>',
  '<script>alert(1)</script>',
  '[click](javascript:alert(1))',
  '**bold**',
  '\u001b[31mred',
  '\u202egnirts',
  'zalgo\u0301\u0302\u0303',
  '👩‍👩‍👧',
  '`rm -rf /`',
  '%s%n',
  '{{constructor}}',
];
const FRAMES = [
  '{}',
  'what is {}',
  '{} 是什么',
  'what is kubelet {}',
  '{} kublet',
  'compare {} and kubelet',
  '比较 {} 和 Pod',
  'ask {}',
  '/k8s {}',
  'lang {}',
  'topics {}',
  'help {}',
  'kubelet {} kubelet',
];

describe('nothing that a person typed is repeated raw', () => {
  test.each(HOSTILE)('not %j, however it is put', async (hostile) => {
    for (const frame of FRAMES) {
      const reply = await tutor.say(frame.replace('{}', () => hostile));
      expect(textOf(reply)).not.toContain(hostile);
      expect(overBudget(reply)).toEqual([]);
    }
  });

  test('not a word of its own beside a term that is understood', async () => {
    const word = fc.stringMatching(/^[qxzj]{8,20}$/);
    await fc.assert(
      fc.asyncProperty(word, fc.constantFrom(...FRAMES), async (typed, frame) => {
        expect(textOf(await tutor.say(frame.replace('{}', typed)))).not.toContain(typed);
      }),
    );
  });

  test('not as an argument of a forged button', async () => {
    for (const hostile of HOSTILE) {
      for (const [command, key] of [
        ['ask', 'q'],
        ['ask', 'concept'],
        ['ask', 'page'],
        ['ask', 'lang'],
        ['compare', 'a'],
        ['topics', 'topic'],
        ['lang', 'to'],
        ['story', 'step'],
        [hostile, 'q'],
      ] as const) {
        const turn = {
          id: hostile,
          intent: { command, args: { [key]: hostile } },
          actor: { ...personCalled('Ann'), name: hostile },
          conversation: ROOM,
        } as const;
        expect(textOf(await tutor.bot.reply(turn))).not.toContain(hostile);
      }
    }
  });
});

describe('odd input is answered like any other', () => {
  test.each([
    ['10,000 characters', 'kubernetes '.repeat(910)],
    ['10,000 characters without a space', 'x'.repeat(10_000)],
    ['10,000 Chinese characters', '集'.repeat(10_000)],
    ['10,000 emoji', '🙂'.repeat(5_000)],
    ['10,000 combining marks', `a${'\u0301'.repeat(10_000)}`],
    ['control characters', Array.from({ length: 32 }, (_, at) => String.fromCharCode(at)).join('')],
    ['half of a character', '\ud83d'],
    ['nothing but marks', '???！！!!。。。'],
  ])('%s', async (_what, text) => {
    const reply = await tutor.say(text);
    expect(overBudget(reply)).toEqual([]);
    expect(renderReply(reply, plainScreen).length).toBeLessThan(1500);
    expect(tutor.incidents).toEqual([]);
  });

  test.each([
    ['3,000 spaces', ' '.repeat(3_000)],
    ['nothing', ''],
    ['empty lines', '\n\n\n'],
  ])('%s is answered with help', async (_what, text) => {
    expect((await tutor.say(text)).summary).toBe('What you can ask me');
  });

  test('a question far inside 3,000 spaces is still found', async () => {
    expect((await tutor.say(`${' '.repeat(1_500)}what is kubelet${' '.repeat(1_500)}`)).outcome?.concepts).toEqual(['kubelet']);
  });
});
