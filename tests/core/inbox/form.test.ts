import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areNear, formOf } from '../../../src/core/inbox/form.ts';

const near = (one: string, other: string) => areNear(formOf(one), formOf(other));

describe('two ways to put a question', () => {
  test.each([
    ['how to install helm', 'How do I install Helm?'],
    ['installing helm on arch', 'how do i install helm on arch linux'],
    ['怎么安装 helm', '如何安装Helm？'],
    ['helm 安裝', '安装 helm'],
  ])('are one: %s · %s', (one, other) => {
    expect(near(one, other)).toBe(true);
  });

  test.each([
    ['how to install helm', 'how to install istio'],
    ['helm rollback', 'argo rollback'],
    ['怎么安装 helm', '怎么卸载 istio'],
  ])('are two: %s · %s', (one, other) => {
    expect(near(one, other)).toBe(false);
  });
});

test('what says nothing has no form', () => {
  expect(['', '…', '???', 'what is the', '是什么'].map(formOf)).toEqual(['', '', '', '', '']);
});

test('nearness goes both ways, and every question is near itself', () => {
  const words = fc
    .array(fc.constantFrom('helm', 'istio', 'argo', 'flux', 'vault', 'kafka'), { minLength: 1, maxLength: 5 })
    .map((list) => list.join(' '));
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(near(one, one)).toBe(true);
      expect(near(one, other)).toBe(near(other, one));
    }),
  );
});
