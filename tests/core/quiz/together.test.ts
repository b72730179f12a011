import { describe, expect, test } from 'vitest';
import type { QuizItem } from '../../../src/core/quiz/item.ts';
import { goTogether } from '../../../src/core/quiz/together.ts';

const itemOf = (concept: string, answer: string, stem: string, explanation = 'So.', zh = '甲'): QuizItem => ({
  id: `${concept}/q`,
  concept,
  sort: 'authored',
  stem: { en: stem, zh: '哪个？' },
  choices: [
    { id: 'a', text: { en: answer, zh } },
    { id: 'b', text: { en: 'Sidecar', zh: '边车' } },
  ],
  answer: 'a',
  explanation: { en: explanation, zh: '如此。' },
});
const POD = itemOf('pod', 'Pod', 'What is smallest?');

describe('two items go together', () => {
  test('where neither names what the other asks for', () => {
    expect(goTogether(POD, itemOf('node', 'Node', 'What runs them?'))).toBe(true);
  });

  test.each([
    ['is about the same concept', itemOf('pod', 'A group', 'What is that?')],
    ['names the answer in its stem', itemOf('node', 'Node', 'What runs a pod?')],
    ['names the answer in its explanation', itemOf('node', 'Node', 'What runs them?', 'Pods? A Pod: yes.')],
  ])('but not where one %s', (_, other) => {
    expect(goTogether(POD, other)).toBe(false);
    expect(goTogether(other, POD)).toBe(false);
  });

  test('a name inside a longer word, and a wrong choice, tell nothing', () => {
    expect(goTogether(POD, itemOf('node', 'Node', 'Which tripod holds podman?'))).toBe(true);
    expect(goTogether(POD, itemOf('sidecar', 'Sidecar', 'What rides along?'))).toBe(true);
  });

  test('in Chinese, which sets no spaces, a name counts wherever it stands', () => {
    const said = { ...itemOf('node', 'Node', 'What?', 'So.', '乙'), explanation: { en: 'So.', zh: '一台节点机器。' } };
    expect(goTogether(itemOf('machine', 'Machine', 'What?', 'So.', '节点'), said)).toBe(false);
  });
});
