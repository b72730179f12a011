import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom, shuffled } from '../../src/core/random.ts';

const take = (seed: string, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe('random numbers from a seed', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(take('quiz 7', 20)).toEqual(take('quiz 7', 20));
    expect(take('quiz 7', 20)).not.toEqual(take('quiz 8', 20));
    expect(take('', 3)).toEqual(take('', 3));
  });

  test('never change from one version to the next: what was once shuffled stays as it was', () => {
    expect(take('quiz 7', 3)).toEqual([0.3848360397387296, 0.9734120585490018, 0.4484532962087542]);
  });

  test('are from 0 up to, not including, 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (seed) => {
        for (const number of take(seed, 50)) {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThan(1);
        }
      }),
    );
  });

  test('are spread evenly', () => {
    const tenths = Map.groupBy(take('even', 10_000), (number) => Math.floor(number * 10));
    expect(tenths.size).toBe(10);
    for (const numbers of tenths.values()) expect(Math.abs(numbers.length - 1_000)).toBeLessThan(150);
  });
});

describe('items in an order by chance', () => {
  test('are the same items, and the list that was given is as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const before = [...items];
        expect(shuffled(items, seededRandom(seed)).toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
        expect(items).toEqual(before);
      }),
    );
  });

  test('come in each order equally often', () => {
    const random = seededRandom('orders');
    const orders = Map.groupBy(
      Array.from({ length: 6_000 }, () => shuffled(['a', 'b', 'c'], random).join('')),
      (order) => order,
    );
    expect([...orders.keys()].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const times of orders.values()) expect(Math.abs(times.length - 1_000)).toBeLessThan(150);
  });

  test('are where they were when chance says so each time', () => {
    expect(shuffled([1, 2, 3, 4], () => 0.999)).toEqual([1, 2, 3, 4]);
    expect(shuffled([1, 2, 3, 4], () => 0)).toEqual([2, 3, 4, 1]);
  });
});
