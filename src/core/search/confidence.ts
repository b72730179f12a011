/** What is known of the best candidate for a question. */
export interface Evidence {
  /** What share of the question's weight it explains, 0 to 1. */
  readonly coverage: number;
  /** How alike its most similar name or way to ask is, 0 to 1. */
  readonly likeness: number;
  /** Its score over the next one's, at least 1. */
  readonly margin: number;
  /** How many words of substance it shares with the question. */
  readonly matched: number;
  /** Whether the question holds its name. */
  readonly named: boolean;
  /** Whether that name is a word that one also meets outside the field ("service", 服务). */
  readonly everyday: boolean;
}

/** The weights of a logistic regression over the example questions (`npm run fit`), and its intercept. */
const WEIGHTS = {
  intercept: -3.2,
  coverage: 1.7,
  likeness: 2.5,
  margin: 1.8,
  matched: 0.9,
  named: 1.5,
  distinct: 1.5,
  single: -1.8,
  both: 0.9,
};

/** The figures that the regression weighs, in the order of {@link WEIGHTS} without its intercept. */
export function featuresOf(evidence: Evidence): Record<Exclude<keyof typeof WEIGHTS, 'intercept'>, number> {
  const { coverage, likeness, margin, matched, named, everyday } = evidence;
  return {
    coverage,
    likeness,
    margin: Math.log(Math.min(margin, 3)),
    matched: Math.min(matched, 4) / 4,
    named: named ? 1 : 0,
    distinct: named && !everyday ? 1 : 0,
    single: matched <= 1 && !named ? 1 : 0,
    both: coverage * likeness,
  };
}

/** How likely the candidate is what was asked for, 0 to 1. */
export function confidenceOf(evidence: Evidence): number {
  if (evidence.matched === 0 && !evidence.named) return 0;
  const features = featuresOf(evidence);
  let logit = WEIGHTS.intercept;
  for (const [name, value] of Object.entries(features)) logit += WEIGHTS[name as keyof typeof features] * value;
  return 1 / (1 + Math.exp(-logit));
}
