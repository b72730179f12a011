import { WEIGHTS } from './weights.ts';

/** What speaks for a candidate, each figure between 0 and 1. */
export interface Evidence {
  /** Its BM25 score over the best candidate's. */
  readonly relative: number;
  /** 1 for the candidate with the best BM25 score. */
  readonly first: number;
  /** What share of the question's weight it explains. */
  readonly coverage: number;
  /** How alike its most similar name or way to ask is. */
  readonly likeness: number;
  /** How many words of substance it shares with the question, up to six, over six. */
  readonly matched: number;
  /** 1 where that is one word or none. */
  readonly single: number;
  /** 1 where the question holds its name, a word that has no other meaning ("kubelet"). */
  readonly distinct: number;
  /** 1 where the question holds its name, but that is a word of daily life too ("service"). */
  readonly everyday: number;
  /** Of a question that holds its name, the share of words that are names or frame. */
  readonly framed: number;
  /** 1 where the question names it, as questions do that only say which field they are in ("… in Kubernetes"). */
  readonly context: number;
}

/** The figures that the model weighs: the evidence, and what it means together. */
export function featuresOf(evidence: Evidence): Record<keyof typeof WEIGHTS, number> {
  const { coverage, likeness, distinct, everyday } = evidence;
  return { bias: 1, ...evidence, both: coverage * likeness, distinctCoverage: distinct * coverage, everydayCoverage: everyday * coverage };
}

/**
 * How likely each candidate is what was asked for; what is missing to 1 is the
 * likelihood that none of them is.
 *
 * A conditional logit in which "none" has utility 0 (McFadden 1974, Conditional
 * logit analysis of qualitative choice behavior), fitted on the example
 * questions by `npm run fit`.
 */
export function likelihoods(candidates: readonly Evidence[]): number[] {
  const odds = candidates.map((evidence) => {
    const features = featuresOf(evidence);
    let utility = 0;
    for (const [name, weight] of Object.entries(WEIGHTS)) utility += weight * features[name as keyof typeof WEIGHTS];
    return Math.exp(utility);
  });
  const total = odds.reduce((sum, value) => sum + value, 1);
  return odds.map((value) => value / total);
}
