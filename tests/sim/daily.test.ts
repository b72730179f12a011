import { expect, test } from 'vitest';
import { isFlawless } from '../../sim/daily/report.ts';
import { simulate } from '../../sim/daily/simulate.ts';

/** Each of these has once found a fault. */
const SEEDS = ['4', '6', '22', '24'];

test.each(SEEDS)(
  'in fortnight %s, with dying bots, leaping clocks, outages and changes at any time, no quiz is lost and none comes twice',
  async (seed) => {
    const outcome = await simulate({ seed, days: 14, channels: 20, strikes: 0.05 });
    expect(outcome).toMatchObject({ lost: [], doubled: [], untimely: [], leftOpen: [], incidents: [] });
    expect(isFlawless(outcome)).toBe(true);
    expect(outcome.posted).toBeGreaterThan(100);
    expect(outcome.counts.deaths).toBeGreaterThan(50);
  },
);
