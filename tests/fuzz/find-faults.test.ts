import { describe, expect, test } from 'vitest';
import { findFaults, measureGrowth } from '../../fuzz/find-faults.ts';
import { createInputs } from '../../fuzz/inputs.ts';
import { createTargets, type Target } from '../../fuzz/targets.ts';
import { UserError } from '../../src/core/errors.ts';

const targets = await createTargets();
const seeds = { whole: ['what is kubelet', 'Pod 和 Node 的区别'], parts: ['pod', '？'], most: 300 };
const target = (read: Target['read']): Target => ({ name: 'test', share: 1, seeds, read });

describe('the fuzzer', () => {
  test('makes the same texts for the same seed, many kinds of them, and none too long', () => {
    const made = (seed: string) => {
      const inputs = createInputs(seed, seeds);
      return Array.from({ length: 2_000 }, () => inputs.next());
    };
    const texts = made('1');
    expect(made('1')).toEqual(texts);
    expect(made('2')).not.toEqual(texts);
    expect(new Set(texts).size).toBeGreaterThan(1_000);
    expect(Math.max(...texts.map(({ length }) => length))).toBe(300);
    for (const kind of [/^$/, /^what is kubelet$/, /区别/, /[\ud800-\udfff]/, /(?:pod){5}/, /\n/]) {
      expect(texts.some((text) => kind.test(text))).toBe(true);
    }
  });

  test('tells what throws, but for what tells people what to do', () => {
    const faulty = target((text) => {
      if (text.includes('pod')) throw new UserError(() => 'no Pods here');
      if (text.includes('kube')) throw new RangeError('unforeseen');
    });
    const { faults, refused } = findFaults(faulty, 500, '1');
    expect(refused).toBeGreaterThan(10);
    expect(new Set(faults.map(({ what }) => what))).toEqual(new Set(['RangeError: unforeseen']));
    expect(faults.every(({ text }) => text.includes('kube') && !text.includes('pod'))).toBe(true);
  });

  /** A clock that goes on while a text is read, by so many milliseconds. */
  const slowly = (msFor: (text: string) => number) => {
    let now = 0;
    return {
      clock: () => now,
      target: target((text) => {
        now += msFor(text);
      }),
    };
  };

  test('tells what takes too long in each of three runs, and not what was held up once', () => {
    const slow = slowly(({ length }) => (length > 100 ? 51 : 49));
    const { faults, slowestMs } = findFaults(slow.target, 500, '1', slow.clock);
    expect(slowestMs).toBe(51);
    expect(faults.length).toBeGreaterThan(5);
    expect(faults.every(({ text, what }) => text.length > 100 && what === 'takes 51 ms')).toBe(true);
    let reads = 0;
    const once = slowly(() => (++reads === 5 ? 400 : 1));
    expect(findFaults(once.target, 20, '1', once.clock)).toMatchObject({ faults: [], slowestMs: 1 });
  });

  test('tells how time grows with the length of a text', () => {
    for (const power of [1, 2]) {
      const { target: growing, clock } = slowly(({ length }) => (length / 20) ** power);
      for (const { exponent } of measureGrowth(growing, clock)) expect(exponent).toBeCloseTo(power, 1);
    }
  });
});

describe('whatever people write', () => {
  test.each(targets.map((each) => [each.name, each] as const))('%s are read without a fault', (_name, each) => {
    const { faults } = findFaults(each, 8 * each.share, 'gate');
    expect(faults.filter(({ what }) => !what.startsWith('takes'))).toEqual([]);
  });
});
