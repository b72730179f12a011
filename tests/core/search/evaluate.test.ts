import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFirst, isMiss, rate, scoreOf, scores, type Tried } from '../../../src/core/search/evaluate.ts';
import type { Finding } from '../../../src/core/search/search.ts';

type Expected = { reach: string[] } | { refuse: true };

function tried(
  expected: Expected,
  kind: Finding['kind'],
  ids: readonly string[],
  others: readonly string[] = [],
  group = 'definition/en',
): Tried {
  const [what = '', lang = 'en'] = group.split('/');
  return {
    example: { ask: 'a question', lang: lang as 'en', kind: what, ...expected },
    finding: { kind, ids, others, isComparison: ids.length > 1, mended: [], confidence: 1 },
  };
}

describe('a rate', () => {
  // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3; and 8 of 10 by hand.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [8, 10, 0.4902, 0.9433],
    [10, 10, 0.7225, 1],
  ])('of %d in %d has Wilson’s interval', (hits, of, low, high) => {
    const { low: from, high: to } = rate(hits, of);
    expect([from, to].map((bound) => Number(bound.toFixed(4)))).toEqual([low, high]);
  });

  test('of nothing may be anything', () => {
    expect(rate(0, 0)).toEqual({ hits: 0, of: 0, low: 0, high: 1 });
  });

  test('lies in its interval, which mirrors that of the misses and narrows with more examples', () => {
    const counts = fc.integer({ min: 1, max: 5_000 }).chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(counts, ([hits, of]) => {
        const { low, high } = rate(hits, of);
        const misses = rate(of - hits, of);
        expect(low).toBeLessThanOrEqual(hits / of + 1e-12);
        expect(high).toBeGreaterThanOrEqual(hits / of - 1e-12);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(misses.low).toBeCloseTo(1 - high, 10);
        const more = rate(hits * 10, of * 10);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});

describe('an example', () => {
  test('that must be reached is missed unless it is the answer itself', () => {
    const reach = { reach: ['pod'] };
    expect(isMiss(tried(reach, 'answer', ['pod']))).toBe(false);
    expect(isMiss(tried(reach, 'answer', ['node'], ['pod']))).toBe(true);
    expect(isMiss(tried(reach, 'did-you-mean', ['pod', 'node']))).toBe(true);
    expect(isMiss(tried(reach, 'unknown', [], ['pod']))).toBe(true);
  });

  test('that must be refused is missed only when it is answered', () => {
    expect(isMiss(tried({ refuse: true }, 'answer', ['pod']))).toBe(true);
    expect(isMiss(tried({ refuse: true }, 'did-you-mean', ['pod', 'node']))).toBe(false);
    expect(isMiss(tried({ refuse: true }, 'unknown', []))).toBe(false);
  });

  test('of a comparison needs both, in order', () => {
    const reach = { reach: ['pod', 'node'] };
    expect(isFirst(tried(reach, 'answer', ['pod', 'node']))).toBe(true);
    expect(isFirst(tried(reach, 'answer', ['node', 'pod']))).toBe(false);
    expect(isFirst(tried(reach, 'answer', ['pod']))).toBe(false);
  });
});

describe('a score', () => {
  test('counts what was answered, came first, was among the first three, and was answered wrongly', () => {
    const score = scoreOf('en', 'definition', [
      tried({ reach: ['pod'] }, 'answer', ['pod']),
      tried({ reach: ['pod'] }, 'did-you-mean', ['pod', 'node']),
      tried({ reach: ['pod'] }, 'answer', ['node'], ['image', 'pod']),
      tried({ reach: ['pod'] }, 'unknown', [], ['a', 'b', 'c', 'pod']),
      tried({ refuse: true }, 'answer', ['pod']),
      tried({ refuse: true }, 'unknown', []),
    ]);
    const counts = [score.answered, score.at1, score.at3, score.falseAnswers].map(({ hits, of }) => [hits, of]);
    expect(score).toMatchObject({ lang: 'en', kind: 'definition', questions: 6 });
    expect(counts).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [1, 2],
    ]);
  });

  test('of a comparison counts both among the first three, in whatever order', () => {
    const { at1, at3 } = scoreOf('en', 'comparison', [tried({ reach: ['pod', 'node'] }, 'did-you-mean', ['image', 'node', 'pod'])]);
    expect([at1.hits, at3.hits]).toEqual([0, 1]);
  });
});

test('scores come for each kind and language, then each language, then all, sorted', () => {
  const one = (group: string) => tried({ reach: ['pod'] }, 'answer', ['pod'], [], group);
  const rows = scores([one('trap/zh'), one('definition/zh'), one('definition/en'), one('definition/zh')]);
  expect(rows.map(({ kind, lang, questions }) => `${kind}/${lang} ${questions}`)).toEqual([
    'definition/en 1',
    'definition/zh 2',
    'trap/zh 1',
    'all/en 1',
    'all/zh 3',
    'all/all 4',
  ]);
});
