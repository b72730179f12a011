import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceFrom } from '../../../src/core/quiz/grade.ts';
import type { QuizItem } from '../../../src/core/quiz/item.ts';

const itemOf = (...texts: (string | { en: string; zh: string })[]): QuizItem => ({
  id: 'x/y',
  concept: 'x',
  sort: 'authored',
  stem: { en: 'Which?', zh: '哪个？' },
  choices: texts.map((text, at) => ({ id: 'abcde'.charAt(at), text: typeof text === 'string' ? { en: text, zh: text } : text })),
  answer: 'a',
  explanation: { en: 'So.', zh: '如此。' },
});
const ITEM = itemOf('kubelet', { en: 'API server', zh: 'API 服务器' }, 'kube-proxy', { en: 'Replica set', zh: '副本集' });

describe('what a person typed', () => {
  test.each([
    ['b', 'b'],
    ['B', 'b'],
    ['Ｂ', 'b'],
    [' b ', 'b'],
    ['B.', 'b'],
    ['(b)', 'b'],
    ['ｂ）', 'b'],
    ['2', 'b'],
    ['２、', 'b'],
    ['API server', 'b'],
    ['api  SERVER', 'b'],
    ['ＡＰＩ server', 'b'],
    ['replicaset', 'd'],
    ['kube proxy', 'c'],
  ])('as %j is the choice %s', (typed, id) => {
    expect(choiceFrom(typed, ITEM, 'en')).toBe(id);
  });

  test.each([
    ['副本集', 'd'],
    ['副本集。', 'd'],
    ['api服务器', 'b'],
    ['Kubelet', 'a'],
  ])('as %j is the choice %s where Chinese is shown', (typed, id) => {
    expect(choiceFrom(typed, ITEM, 'zh')).toBe(id);
  });

  test.each(['', ' ', '.', 'e', 'E', '0', '5', '22', 'bb', 'server', 'what is b', '副本集', 'a b', '-1'])('as %j is no choice', (typed) => {
    expect(choiceFrom(typed, ITEM, 'en')).toBeUndefined();
  });

  test('is the choice that reads so before the choice in that place', () => {
    const counts = itemOf('3', '1', '2', '0');
    expect(['3', '1', '0', '4', 'c'].map((typed) => choiceFrom(typed, counts, 'en'))).toEqual(['a', 'b', 'd', 'd', 'c']);
  });

  test('is nothing where two choices differ only in their marks, until it is typed with them', () => {
    const ports = itemOf('-p 80:8080', '-p 8080:80', '-p 808:080');
    expect(choiceFrom('-p 8080:80', ports, 'en')).toBe('b');
    expect(choiceFrom('p 80 8080', itemOf('-p 80:8080', '-p 8080', 'p808-080'), 'en')).toBeUndefined();
  });

  test('is always understood as the text, the letter or the number of a choice, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 3 }), (typed, at) => {
        const { id, text } = ITEM.choices[at] ?? { id: '', text: {} };
        for (const said of [id, id.toUpperCase(), String(at + 1), text.zh ?? '']) expect(choiceFrom(said, ITEM, 'zh')).toBe(id);
        expect([undefined, 'a', 'b', 'c', 'd']).toContain(choiceFrom(typed, ITEM, 'en'));
      }),
    );
  });
});
