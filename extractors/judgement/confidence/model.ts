import type { Evidence } from './evidence.ts';
import { PARAMETERS } from './parameters.ts';
import { HIGHEST, REVIEW_BELOW, SOLE_BLAME } from './settings.ts';

/** The evidence as numbers between 0 and 1, by name; the parameters have a weight for each. */
export const FEATURES = {
  bias: () => 1,
  uncovered: ({ exact, tail, broken }: Evidence) => Number(exact === 0 && !tail && !broken),
  severalExact: ({ exact }: Evidence) => Number(exact > 1),
  proved: ({ proved }: Evidence) => Number(proved),
  tail: ({ tail }: Evidence) => Number(tail),
  broken: ({ broken }: Evidence) => Number(broken),
  brokenOnly: ({ broken, exact }: Evidence) => Number(broken && exact === 0),
  blamed: ({ blame }: Evidence) => Number(blame > 0),
  blame: ({ blame }: Evidence) => blame,
  soleBlame: ({ blame }: Evidence) => Number(blame > SOLE_BLAME),
  contradicted: ({ contradicted }: Evidence) => Number(contradicted),
  placedBySums: ({ placement }: Evidence) => Number(placement === 'unique'),
  ambiguous: ({ placement }: Evidence) => Number(placement === 'ambiguous'),
  doubtful: ({ doubtful }: Evidence) => Number(doubtful),
  headerUnsure: ({ headerUnsure }: Evidence) => Number(headerUnsure),
  floating: ({ floating }: Evidence) => Number(floating),
  rowDoubt: ({ rowDoubt }: Evidence) => rowDoubt,
  columnDoubt: ({ columnDoubt }: Evidence) => columnDoubt,
  documentDoubt: ({ documentDoubt }: Evidence) => Math.min(1, Math.sqrt(documentDoubt)),
} satisfies Readonly<Record<string, (evidence: Evidence) => number>>;

export type FeatureName = keyof typeof FEATURES;
export type Weights = Readonly<Record<FeatureName, number>>;
export const FEATURE_NAMES = Object.keys(FEATURES) as FeatureName[];

/**
 * Probability that a number is right, by logistic regression on the evidence; the weights are fitted on damaged documents by
 * `npm run bench:trust -- --fit`, times that it was recognised rightly. Four decimals.
 */
export function confidenceOf(evidence: Evidence, weights: Weights = PARAMETERS.weights): number {
  let sum = 0;
  for (const name of FEATURE_NAMES) sum += weights[name] * FEATURES[name](evidence);
  return Math.min(HIGHEST, Math.round((10_000 * evidence.posterior) / (1 + Math.exp(-sum))) / 10_000);
}

/** A person should look. */
export const isUnsure = (confidence: number): boolean => confidence < REVIEW_BELOW;
