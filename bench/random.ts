import { seededRandom } from '../src/core/random.ts';

/** Chance that comes out the same in every run: what is measured must not depend on luck. */
export interface Dice {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Dice from a seed. */
export function createDice(seed: number): Dice {
  const random = seededRandom(String(seed));
  const below = (limit: number) => Math.floor(random() * limit);
  return {
    below,
    pick(list) {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
  };
}
