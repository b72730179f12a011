/** The weights of the model in likelihood.ts, as `npm run fit` prints them. */
export const WEIGHTS = {
  bias: -5.76,
  relative: 0.13,
  first: 1.23,
  coverage: 2.7,
  likeness: 0.93,
  both: 1.58,
  matched: 5.67,
  single: -1.94,
  distinct: -0.16,
  distinctCoverage: 0.55,
  everyday: 0.41,
  everydayCoverage: -0.78,
  framed: 1.92,
  context: 0.51,
};
