import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../src/core/search/edit-distance.ts';
import { createSpelling } from '../../../src/core/search/spelling.ts';

const NAMES = [
  'kubelet',
  'kubectl',
  'kubeconfig',
  'ingress',
  'egress',
  'service',
  'statefulset',
  'node',
  'pod',
  'etcd',
  '镜像',
  '持久卷',
  '持久卷声明',
  '节点代理',
  '网络策略',
];
const spelling = createSpelling(NAMES);
const keys = (word: string) => spelling.nearest(word).map(({ key }) => key);

/** A word with one letter dropped, doubled, changed or swapped with the next. */
const slip = (word: string) =>
  fc.tuple(fc.nat({ max: word.length - 2 }), fc.constantFrom('drop', 'double', 'change', 'swap')).map(([at, kind]) => {
    const [before, one, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
    const changed = { drop: next, double: one + one + next, change: `q${next}`, swap: next + one };
    return before + changed[kind] + after;
  });

describe('the names nearest to a misspelt one', () => {
  test.each([
    ['kublet', 'kubelet'],
    ['ingerss', 'ingress'],
    ['statefullset', 'statefulset'],
    ['noed', 'node'],
    ['节点代里', '节点代理'],
    ['持久券声明', '持久卷声明'],
  ])('begin with what %s meant', (word, name) => {
    expect(keys(word)[0]).toBe(name);
  });

  test('come nearest first, each with how many letters are off', () => {
    expect(spelling.nearest('igress')).toEqual([
      { key: 'egress', distance: 1 },
      { key: 'ingress', distance: 1 },
    ]);
    expect(spelling.nearest('kubelctl').map(({ key, distance }) => [key, distance])).toEqual([
      ['kubectl', 1],
      ['kubelet', 2],
    ]);
  });

  test('hold the name itself, with no letter off', () => {
    expect(spelling.nearest('service')[0]).toEqual({ key: 'service', distance: 0 });
  });

  test('are none for a word too short to tell, or too far from all', () => {
    expect([keys('pd'), keys('pdo'), keys('静像'), keys('nxyz'), keys('banana'), keys(''), keys('网路策路')]).toEqual([
      [],
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(keys('k'.repeat(41))).toEqual([]);
    expect(keys('kubelet'.repeat(1_000))).toEqual([]);
  });

  test('are at most a dozen, however many are as near', () => {
    const many = createSpelling(Array.from({ length: 26 }, (_, at) => `service${String.fromCharCode(97 + at)}`));
    expect(many.nearest('service').length).toBeLessThanOrEqual(12);
    expect(many.nearest('service').length).toBeGreaterThan(3);
  });

  test('hold every name of some length in which one letter is wrong', () => {
    const slips = fc
      .constantFrom(...NAMES.filter((name) => /^[a-z]{6,}$/.test(name)))
      .chain((name) => fc.tuple(fc.constant(name), slip(name)));
    fc.assert(
      fc.property(slips, ([name, word]) => {
        expect(keys(word)).toContain(name);
      }),
      { numRuns: 300 },
    );
  });

  test('are as far off as they are said to be, whatever was asked, and the same whatever was asked before', () => {
    const words = fc.string({
      unit: fc.constantFrom('k', 'u', 'b', 'e', 'l', 't', 'c', 'i', 'n', 'g', 'r', 's', '持', '久', '卷', '声'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (asked) => {
        const found = asked.map((word) => spelling.nearest(word));
        expect(asked.map((word) => createSpelling(NAMES).nearest(word))).toEqual(found);
        for (const [at, word] of asked.entries())
          for (const { key, distance } of found[at] ?? []) expect(editDistance(key, word, 3)).toBe(distance);
      }),
    );
  });
});
