/** The weights of the model in likelihood.ts, as `npm run fit` prints them. */
export const WEIGHTS = {
  bias: -5.72,
  relative: 0.31,
  first: 1.51,
  coverage: 2.92,
  likeness: 0.53,
  both: 1.4,
  matched: 5.79,
  single: -2.06,
  distinct: 0.73,
  distinctCoverage: 0.35,
  everyday: -0.65,
  everydayCoverage: 0.45,
  context: 1.45,
};
