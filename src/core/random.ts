import { hashOf } from './hash.ts';

/** A number from 0 up to, not including, 1. */
export type Random = () => number;

/**
 * Random numbers that a seed decides: the same seed gives the same numbers.
 *
 * Mulberry32 (Ettinger 2017), 32 bits of state, on the hash of the seed:
 * plenty for shuffling questions, and never for secrets.
 */
export function seededRandom(seed: string): Random {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same items in an order by chance (Fisher–Yates), each order equally likely. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [order[last] as Item, order[other] as Item];
    order[last] = b;
    order[other] = a;
  }
  return order;
}
