import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../src/core/search/edit-distance.ts';

const FAR = 99;

/** Optimal string alignment as its definition reads, and as slow. */
function naive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const swap = a.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1) ? naive(a.slice(0, -2), b.slice(0, -2)) + 1 : FAR;
  return Math.min(
    naive(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
    naive(a.slice(0, -1), b) + 1,
    naive(a, b.slice(0, -1)) + 1,
    swap,
  );
}

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('the distance between two words', () => {
  test.each([
    ['kubelet', 'kubelet', 0],
    ['kublet', 'kubelet', 1],
    ['kubbelet', 'kubelet', 1],
    ['cubelet', 'kubelet', 1],
    ['kuebelt', 'kubelet', 2],
    ['ingerss', 'ingress', 1],
    ['节点代里', '节点代理', 1],
    ['', 'ab', 2],
  ])('counts letters to add, drop, change or swap: %s, %s', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
  });

  test('is what its definition says, up to the limit, and too far above it', () => {
    fc.assert(
      fc.property(words, words, fc.integer({ min: 0, max: 6 }), (a, b, limit) => {
        const distance = naive(a, b);
        const measured = editDistance(a, b, limit);
        if (distance <= limit) expect(measured).toBe(distance);
        else expect(measured).toBeGreaterThan(limit);
      }),
      { numRuns: 300 },
    );
  });

  test('is the same both ways, and none only for equal words', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(editDistance(a, b, 6)).toBe(editDistance(b, a, 6));
        expect(editDistance(a, b, 6) === 0).toBe(a === b);
      }),
    );
  });

  test('of two neighbours that changed places is one, unless they are alike', () => {
    fc.assert(
      fc.property(words, fc.tuple(fc.constantFrom('x', 'y'), fc.constantFrom('x', 'y')), words, (before, [one, other], after) => {
        const distance = editDistance(before + one + other + after, before + other + one + after, 6);
        expect(distance).toBe(one === other ? 0 : 1);
      }),
    );
  });

  test('is too far for words so long that no name is', () => {
    const long = 'k'.repeat(63);
    expect(editDistance(long, `${long.slice(1)}x`, 3)).toBe(1);
    expect(editDistance(`${long}k`, `${long}k`, 3)).toBe(FAR);
  });
});
