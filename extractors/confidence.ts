import type { PlacementState, ValueState } from '../schemas/table.ts';

/**
 * Confidence that a cell is right, from the evidence for it. Set by hand from the share of right cells in generated documents;
 * not yet fitted.
 */
const BY_VALUE: Readonly<Record<ValueState, number>> = {
  confirmed: 1,
  proved: 0.999,
  consistent: 0.995,
  unconstrained: 0.97,
  contradicted: 0.4,
};
const BY_PLACEMENT: Readonly<Record<PlacementState, number>> = { printed: 1, unique: 0.998, ambiguous: 0.4 };
const DOUBTFUL = 0.3;
const HEADER_UNSURE = 0.45;

/** Below this a person should look. */
export const REVIEW_BELOW = 0.5;

export function confidenceOf(value: ValueState, placement: PlacementState, doubtful: boolean, headerUnsure: boolean): number {
  const confidence = BY_VALUE[value] * BY_PLACEMENT[placement] * (doubtful ? DOUBTFUL : 1) * (headerUnsure ? HEADER_UNSURE : 1);
  return Math.round(confidence * 1000) / 1000;
}
