import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/core/commands/index.ts';
import { FORM_LIMITS, fill, isFilled, mustTake } from '../../src/core/form.ts';
import { wordsIn } from '../../src/core/i18n/words.ts';
import { LONGEST_REASON } from '../../src/core/inbox/scrub.ts';
import { fingerprintOf } from '../../src/core/inbox/stock.ts';
import type { Intent } from '../../src/core/intent.ts';
import { overBudget } from '../../src/core/reply.ts';
import { CHANNEL, personCalled, textOf } from '../support/bot.ts';
import { QUIZ_NOTES } from '../support/quiz-notes.ts';
import { ANN, BOSS } from '../support/quiz-world.ts';
import { createTeam } from '../support/team.ts';

/** What opens each form that there is. */
const OPENERS: readonly Intent[] = [{ command: 'judge', args: { concept: 'etcd', is: 'wrong' } }];
const formOf = ({ command, args }: Intent, language: 'en' | 'zh') =>
  COMMANDS.find(({ name }) => name === command)?.form?.(args, wordsIn(language));

/** Ann, who has been asked whether the answer about etcd was right, and the boss who reads what she says. */
async function judging() {
  const { bot, store, services, incidents, as } = await (await createTeam()).startBot(QUIZ_NOTES);
  const send = (intent: Intent) => bot.reply({ id: 'turn', actor: ANN, conversation: CHANNEL, intent });
  return {
    bot,
    incidents,
    services,
    store,
    send,
    boss: as(BOSS),
    wrong: { command: 'judge', args: { concept: 'etcd', is: 'wrong', lang: 'en' } },
  };
}

describe('a form', () => {
  test.each(OPENERS.flatMap((opener) => (['en', 'zh'] as const).map((language) => [opener.command, language, opener] as const)))(
    'fits every platform: %s in %s',
    (_command, language, opener) => {
      const form = formOf(opener, language);
      if (!form) throw new Error('no form');
      const { title, label, hint, longest, send, cancel } = form;
      const lengths = { title: title.length, label: label.length, hint: hint.length, longest, send: send.length, cancel: cancel.length };
      for (const [what, length] of Object.entries(lengths)) {
        expect(length, what).toBeGreaterThan(0);
        expect(length, what).toBeLessThanOrEqual(Reflect.get({ ...FORM_LIMITS, send: 24, cancel: 24 }, what));
      }
    },
  );

  test('has all its openers among those looked at here', () => {
    expect(COMMANDS.filter(({ form }) => form).map(({ name }) => name)).toEqual(OPENERS.map(({ command }) => command));
  });

  test('is opened by a press in the button’s language, and not by what it has sent itself', async () => {
    const { bot, wrong } = await judging();
    const actor = personCalled('Ann');
    expect(bot.formFor({ actor, intent: { ...wrong, args: { ...wrong.args, lang: 'zh' } } })?.title).toBe('哪里不对？');
    expect(bot.formFor({ actor, intent: fill(wrong, '') })).toBeUndefined();
    expect(bot.formFor({ actor, intent: { ...wrong, args: { ...wrong.args, is: 'right' } } })).toBeUndefined();
    expect(bot.formFor({ actor, intent: { command: 'gone', args: {} } })).toBeUndefined();
  });

  test('takes what fits it and nothing else, whatever was written', () => {
    const form = formOf(OPENERS[0] as Intent, 'en');
    fc.assert(
      fc.property(fc.string({ maxLength: 2 * LONGEST_REASON }), fc.boolean(), (text, isOptional) => {
        const filled = fill({ command: 'judge', args: {} }, text);
        expect(isFilled(filled)).toBe(true);
        const written = text.trim();
        const isFit = written.length <= LONGEST_REASON && (isOptional || written !== '');
        const take = () => mustTake(form && { ...form, isOptional }, filled.args);
        if (isFit) take();
        else expect(take).toThrow();
      }),
    );
  });
});

describe('the reason why an answer is wrong', () => {
  test('is shown to those who look after the notes, scrubbed, newest first, and not by whom', async () => {
    const { send, boss, store, wrong } = await judging();
    await send(fill(wrong, 'It keeps *more* than that, ask ann@example.com <!channel>'));
    const shown = await boss.says('gaps');
    expect(shown.blocks).toContainEqual({
      kind: 'caption',
      text: '• etcd (etcd, demo/masters.yaml): wrong for 1, helped 0\n– it keeps *more* than that, ask … <!channel>',
    });
    expect(JSON.stringify(shown)).not.toContain('Ann');
    await send(wrong);
    expect(await store.inbox.verdicts()).toMatchObject([{ wrong: 1, reasons: [] }]);
  });

  test('is refused kindly where it is too long, or for something that has no form', async () => {
    const { send, store, incidents, wrong } = await judging();
    expect(textOf(await send(fill(wrong, 'x'.repeat(LONGEST_REASON + 1))))).toContain(`at most ${LONGEST_REASON} characters`);
    expect(textOf(await send(fill({ command: 'lang', args: { to: 'zh' } }, 'x')))).toContain('do not know this button');
    expect(textOf(await send(fill({ ...wrong, args: { ...wrong.args, concept: 'gone' } }, 'x')))).toContain('no longer in the notes');
    expect([await store.inbox.verdicts(), incidents]).toEqual([[], []]);
  });

  test('stays inside the budget, however many there are', async () => {
    const { store, services, boss } = await judging();
    for (let n = 0; n < 20; n++) {
      const reason = `${n} ${'word '.repeat(60)}`.slice(0, LONGEST_REASON);
      for (const concept of services.knowledge().library.concepts.values()) {
        const verdict = { space: CHANNEL.space, concept: concept.id, fingerprint: fingerprintOf(concept), isWrong: true, reason };
        await store.inbox.judge(`test:p${n}`, verdict);
      }
    }
    expect((await store.inbox.verdicts()).every(({ reasons }) => reasons.length === 20)).toBe(true);
    const shown = await boss.says('gaps');
    expect(shown.blocks.filter(({ kind }) => kind === 'caption').length).toBeGreaterThan(2);
    expect(overBudget(shown)).toEqual([]);
  });
});
