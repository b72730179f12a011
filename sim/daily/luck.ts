import { seededRandom } from '../../src/core/random.ts';

/** Chance that a seed decides: the same seed makes the same things happen. */
export interface Luck {
  /** Whether something happens that happens in so many of 1 cases. */
  happens(share: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Luck from a seed. */
export function createLuck(seed: string): Luck {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return {
    happens: (share) => random() < share,
    between,
    pick(list) {
      const picked = list[between(0, list.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
  };
}
