import { describe, expect, test } from 'vitest';
import { NOTES } from '../../support/notes.ts';
import { createClock } from '../../support/quiz.ts';
import { QUIZ_NOTES } from '../../support/quiz-notes.ts';
import { botOnWeb } from '../../support/web/bot-on-web.ts';
import { buttonsOf, shows, visit } from '../../support/web/visitor.ts';

const labels = (message: Parameters<typeof buttonsOf>[0] | undefined) => (message ? buttonsOf(message).map(({ label }) => label) : []);

describe('a quiz of the day', () => {
  test('is opened by who decides, answered by several in private, and closed with its scoreboard', async () => {
    const clock = createClock('2026-03-02T01:00:00Z');
    const { address, pass } = await botOnWeb({ notes: QUIZ_NOTES, now: clock.now });
    const { says, presses, until, sees } = await visit(address);
    await says('bob', 'daily now');
    await until('bob', 'who manage');
    await says('ann', 'name on');
    await says('ann', 'daily now');
    await pass();
    await until('bob', 'Which part');
    const post = () => sees('lin').find(({ id }) => id.startsWith('post-'));
    expect(labels(post()).slice(0, 2)).toEqual(['A', 'B']);

    for (const who of ['ann', 'bob', 'lin'] as const) await presses(who, 'A');
    for (const who of ['ann', 'bob', 'lin'] as const) await until(who, 'kubelet starts the Pods');
    expect(sees('mei').filter(({ to }) => to === 'mei')).toEqual([]);
    clock.pass(1);
    await pass();
    await until('mei', '3 people have answered');

    await says('ann', 'daily close');
    clock.pass(1);
    await pass();
    await until('mei', '1. Ann');
    expect(labels(post())).not.toContain('A');
  });
});

describe('alone with the bot', () => {
  test('one reviews cards, and goes on in the message that one presses', async () => {
    const { address } = await botOnWeb({ notes: QUIZ_NOTES });
    const { says, presses, until, sees, seesText } = await visit(address);
    await says('lin', 'review', 'direct');
    await until('lin', '[Show answer]', 'direct');
    await presses('lin', 'Show answer', 'direct');
    await until('lin', '[Good', 'direct');
    const rating = labels(sees('lin', 'direct').at(-1)).find((label) => label.startsWith('Good')) ?? '';
    await presses('lin', rating, 'direct');
    await until('lin', 'back in', 'direct');
    expect(sees('lin', 'direct').filter(({ from }) => from === 'bot')).toHaveLength(1);
    expect(seesText('bob', 'direct')).toBe('');
  });

  test('one can be reminded, and has the time zone of one’s browser', async () => {
    const { address } = await botOnWeb({ notes: QUIZ_NOTES });
    const { says, until } = await visit(address);
    await says('ann', 'remind 18:00', 'direct');
    await until('ann', '18:00', 'direct');
  });
});

test('a language that one chooses is the page’s too', async () => {
  const { address } = await botOnWeb();
  const { says, until, cookie, send, turn } = await visit(address);
  await send(turn('ann', { press: 'lang?to=zh' }));
  await until('ann', '以后用中文回答你');
  await says('bob', 'kubelet');
  await until('bob', '每个节点上的代理程序');
  const again = await visit(address, { cookie });
  expect(await again.entered.json()).toMatchObject({ language: 'zh' });
});

test('a file can be saved from what Discord is sent', async () => {
  const { address } = await botOnWeb({ notes: QUIZ_NOTES });
  const { says, until, sees } = await visit(address);
  await says('ann', 'export', 'direct');
  await until('ann', 'json', 'direct');
  const drawn = sees('ann', 'direct').at(-1);
  expect(JSON.stringify(drawn?.views?.discord)).toContain('"tag":"file"');
});

describe('an author’s edit', () => {
  const edited = NOTES.map((file) => ({ ...file, text: file.text.replaceAll('The agent on every node', 'The caretaker of every node') }));

  test('is to be seen at once, in the answers that it changes, and is told', async () => {
    const { address, edit } = await botOnWeb();
    const { says, until, untilNotice, sees } = await visit(address);
    await says('ann', 'what is kubelet');
    await says('bob', 'what is a pod');
    await until('ann', 'The agent on every node');
    await edit(edited);
    await untilNotice('The notes were loaded anew');
    await until('ann', 'The caretaker of every node');
    expect(sees('ann').filter(({ isAnew }) => isAnew)).toHaveLength(1);
    expect(sees('bob').filter(({ isAnew }) => isAnew)).toHaveLength(0);
  });

  test('changes no quiz, card or setting: only what was looked up is answered anew', async () => {
    const { address, edit } = await botOnWeb();
    const { says, until, untilNotice, sees } = await visit(address);
    await says('ann', 'lang zh');
    await until('ann', '以后用中文回答你');
    await says('ann', 'lang en');
    await edit(edited);
    await untilNotice('loaded anew');
    expect(
      sees('ann')
        .map((message) => shows(message))
        .join('\n'),
    ).toContain('以后用中文回答你');
  });
});

test('what happened in a room is heard by each page that looks on, and no longer by those that have left', async () => {
  const { address, stop } = await botOnWeb();
  const one = await visit(address);
  const other = await visit(address, { cookie: one.cookie });
  await one.says('ann', 'lang en');
  await other.until('ann', 'I will answer you in English.');
  other.leave();
  // Ends though somebody still looks on.
  await stop();
});
