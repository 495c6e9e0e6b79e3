import { expect, test } from 'vitest';
import { type Evidence, NO_EVIDENCE } from '../../extractors/judgement/confidence/evidence.ts';
import { confidenceOf } from '../../extractors/judgement/confidence/model.ts';
import { fitWeights } from '../bench/trust/fit.ts';

const PLAIN: Evidence = { ...NO_EVIDENCE, exact: 1 };
const many = (count: number, evidence: Evidence, right: boolean) => new Array(count).fill({ evidence, right });

test('the fit gives each group of evidence the share of right numbers in it', () => {
  const ambiguous: Evidence = { ...PLAIN, placement: 'ambiguous' };
  const weights = fitWeights([
    ...many(9000, PLAIN, true),
    ...many(1000, PLAIN, false),
    ...many(3000, ambiguous, true),
    ...many(7000, ambiguous, false),
  ]);
  expect(confidenceOf(PLAIN, weights)).toBeCloseTo(0.9, 2);
  expect(confidenceOf(ambiguous, weights)).toBeCloseTo(0.3, 2);
});

test('weights stay finite where evidence decides', () => {
  const weights = fitWeights([...many(500, PLAIN, true), ...many(500, { ...PLAIN, doubtful: true }, false)]);
  expect(Object.values(weights).every((weight) => Math.abs(weight) < 20)).toBe(true);
  expect(confidenceOf({ ...PLAIN, doubtful: true }, weights)).toBeLessThan(0.02);
});
