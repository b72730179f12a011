import { describe, expect, test } from 'vitest';
import { buttonOf, buttonsOf, textOf, tutorFor } from '../../support/bot.ts';

const tutor = tutorFor();
const labels = async (text: string) => buttonsOf(await tutor.say(text)).map(({ label }) => label);

describe('whoever is polite', () => {
  test.each([
    ['hello there', 'Hello! I am Xiao A.'],
    ['Are you ChatGPT?', 'from notes that people have written'],
    ['thx', 'Glad to help.'],
    ['您好！', '你好！我是小A。'],
    ['你是谁？', '照着笔记讲解'],
    ['好的', '不客气。'],
  ])('is answered politely, in their language: %s', async (text, said) => {
    const reply = await tutor.say(text);
    expect(textOf(reply)).toContain(said);
    expect(reply.outcome).toBeUndefined();
  });

  test('is shown what to do first, and after thanks what to do next', async () => {
    expect(await labels('hi')).toEqual(['what is a Pod', 'The story of Xiao A', 'A quiz', 'What you can ask me', '中文']);
    expect(await labels('谢谢')).toEqual(['做个测验', '复习 ▸', '全部主题', 'English']);
  });

  test('hears the same in the other language at a press', async () => {
    const chinese = await tutor.press(buttonOf(await tutor.say('thanks'), '中文'));
    expect(textOf(chinese)).toContain('不客气');
  });
});

test.each(['👍', '…', '?!'])('%s alone is no gap in the notes', async (text) => {
  const reply = await tutor.say(text);
  expect(textOf(reply)).toContain('for example: what is a Pod');
  expect(reply.outcome).toBeUndefined();
});
