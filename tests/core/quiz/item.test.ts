import { describe, expect, test } from 'vitest';
import { inLanguage, languagesOf, type QuizItem, quizItemSchema } from '../../../src/core/quiz/item.ts';

const ITEM: QuizItem = {
  id: 'pod/smallest',
  concept: 'pod',
  sort: 'authored',
  stem: { en: 'What is smallest?', zh: '最小的是什么？' },
  choices: [
    { id: 'a', text: { en: 'Node', zh: '节点' }, concept: 'node', wrong: { en: 'It is a machine.', zh: '它是机器。' } },
    { id: 'b', text: { en: 'Pod', zh: 'Pod' }, concept: 'pod' },
    { id: 'c', text: { en: 'A rack', zh: '机架' } },
  ],
  answer: 'b',
  explanation: { en: 'The Pod.', zh: '是 Pod。' },
};
const inEnglishAlone: QuizItem = { ...ITEM, explanation: { en: 'The Pod.' } };

describe('an item', () => {
  test('is shown in either language with the same choices in the same order', () => {
    const [en, zh] = [inLanguage(ITEM, 'en'), inLanguage(ITEM, 'zh')];
    expect(en).toMatchObject({ language: 'en', stem: 'What is smallest?', answer: 'b', explanation: 'The Pod.' });
    expect(zh).toMatchObject({ language: 'zh', stem: '最小的是什么？', answer: 'b', explanation: '是 Pod。' });
    expect(zh.choices[0]).toEqual({ id: 'a', text: '节点', concept: 'node', wrong: '它是机器。' });
    expect(en.choices.map(({ id, concept }) => [id, concept])).toEqual(zh.choices.map(({ id, concept }) => [id, concept]));
  });

  test('is shown whole in the other language where one lacks something', () => {
    expect(languagesOf(ITEM)).toEqual(['en', 'zh']);
    expect(languagesOf(inEnglishAlone)).toEqual(['en']);
    expect(inLanguage(inEnglishAlone, 'zh')).toEqual(inLanguage(ITEM, 'en'));
    const [first, ...rest] = ITEM.choices;
    expect(languagesOf({ ...ITEM, choices: [{ id: 'a', text: { zh: '节点' }, ...(first && { concept: 'node' }) }, ...rest] })).toEqual([
      'zh',
    ]);
  });

  test('comes back from a database as it went in, without what it does not know', () => {
    for (const item of [ITEM, inEnglishAlone]) {
      expect(quizItemSchema.parse(JSON.parse(JSON.stringify({ ...item, later: 1 })))).toEqual(item);
    }
  });

  test.each([
    ['its answer is none of its choices', { answer: 'd' }],
    ['it is whole in no language', { stem: { en: 'What is smallest?' }, explanation: { zh: '是 Pod。' } }],
    ['it has one choice', { choices: [ITEM.choices[1]] }],
    ['it is of an unknown sort', { sort: 'riddle' }],
    ['a text is no text', { stem: { en: 1 } }],
  ])('is refused where %s', (_, change) => {
    expect(quizItemSchema.safeParse({ ...ITEM, ...change }).success).toBe(false);
  });
});
