import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Evidence, likelihoods } from '../../../src/core/search/likelihood.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const fact = fc.constantFrom(0, 1);
const evidence: fc.Arbitrary<Evidence> = fc.record({
  relative: share,
  first: fact,
  coverage: share,
  likeness: share,
  matched: share,
  single: fact,
  distinct: fact,
  everyday: fact,
  framed: share,
  context: fact,
});

const NOTHING: Evidence = {
  relative: 0,
  first: 0,
  coverage: 0,
  likeness: 0,
  matched: 0,
  single: 1,
  distinct: 0,
  everyday: 0,
  framed: 0,
  context: 0,
};
const GOOD: Evidence = { ...NOTHING, relative: 1, first: 1, coverage: 1, likeness: 1, matched: 1, single: 0 };

describe('how likely candidates are', () => {
  test('adds up to less than 1, since it may be none of them', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 12 }), (candidates) => {
        const likely = likelihoods(candidates);
        expect(likely).toHaveLength(candidates.length);
        for (const one of likely) expect(one).toBeGreaterThan(0);
        expect(likely.reduce((sum, one) => sum + one, 0)).toBeLessThan(1);
      }),
    );
  });

  test('does not depend on their order', () => {
    fc.assert(
      fc.property(fc.array(evidence, { minLength: 2, maxLength: 6 }), (candidates) => {
        const backwards = likelihoods(candidates.toReversed()).toReversed();
        for (const [at, one] of likelihoods(candidates).entries()) expect(backwards[at]).toBeCloseTo(one, 10);
      }),
    );
  });

  test('is less for each the more others there are', () => {
    fc.assert(
      fc.property(evidence, evidence, (one, other) => {
        const [alone] = likelihoods([one]);
        const [beside] = likelihoods([one, other]);
        expect(beside).toBeLessThan(alone ?? 0);
      }),
    );
  });

  test('is high where all speaks for one, low where nothing does, and shared by equals', () => {
    const [good] = likelihoods([GOOD]);
    const [bad] = likelihoods([NOTHING]);
    const [one, other] = likelihoods([GOOD, GOOD]);
    expect(good).toBeGreaterThan(0.95);
    expect(bad).toBeLessThan(0.05);
    expect(one).toBe(other);
    expect(one).toBeLessThan(0.5);
  });

  test('is nothing for nobody', () => {
    expect(likelihoods([])).toEqual([]);
  });
});
