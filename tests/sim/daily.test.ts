import { expect, test } from 'vitest';
import { isFlawless } from '../../sim/daily/report.ts';
import { simulate } from '../../sim/daily/simulate.ts';

test('in two weeks with dying bots, leaping clocks, outages and changes at any time, no quiz is lost and none comes twice', async () => {
  const outcome = await simulate({ seed: '4', days: 14, channels: 20, strikes: 0.05 });
  expect(outcome).toMatchObject({ lost: [], doubled: [], untimely: [], leftOpen: [], incidents: [] });
  expect(isFlawless(outcome)).toBe(true);
  expect(outcome.posted).toBeGreaterThan(100);
  expect(outcome.counts.deaths).toBeGreaterThan(50);
});
