/** The weights of the model in likelihood.ts, as `npm run fit` prints them. */
export const WEIGHTS = {
  bias: -4.8,
  relative: 0.8,
  first: 1.6,
  coverage: 2.2,
  likeness: 1.2,
  both: 0.8,
  matched: 4.3,
  single: -2.4,
  distinct: 1.9,
  distinctCoverage: 0.6,
  everyday: 0.3,
  everydayCoverage: 0.9,
  context: 1,
};
