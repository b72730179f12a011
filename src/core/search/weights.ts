/** The weights of the model in likelihood.ts, as `npm run fit` prints them. */
export const WEIGHTS = {
  bias: -6.52,
  relative: 0.35,
  first: 1.19,
  coverage: 2.7,
  likeness: 1.35,
  both: 2.14,
  matched: 5.19,
  single: -1.53,
  distinct: 0.29,
  distinctCoverage: 0.68,
  everyday: 0.34,
  everydayCoverage: -0.49,
  framed: 1.93,
  context: 0.55,
};
