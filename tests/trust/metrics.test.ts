import { expect, test } from 'vitest';
import { auroc, brierSkill, calibrationError, type Prediction, reliability } from '../bench/trust/metrics.ts';

const of = (...list: [confidence: number, right: boolean][]): Prediction[] => list.map(([confidence, right]) => ({ confidence, right }));

test('Brier skill: 1 for certainty that is right, 0 for the share of right ones', () => {
  expect(brierSkill(of([1, true], [0, false], [1, true]))).toBe(1);
  expect(brierSkill(of([0.5, true], [0.5, false]))).toBe(0);
  expect(brierSkill(of([0, true], [1, false]))).toBe(-3);
  expect(brierSkill(of([1, true]))).toBeNaN();
});

test('AUROC: the chance that a wrong one has the lower confidence, ties by half', () => {
  expect(auroc(of([0.9, true], [0.8, true], [0.1, false]))).toBe(1);
  expect(auroc(of([0.1, true], [0.9, false]))).toBe(0);
  expect(auroc(of([0.5, true], [0.5, false]))).toBe(0.5);
  expect(auroc(of([0.9, true], [0.5, false], [0.3, true], [0.1, false]))).toBe(0.75);
});

test('reliability by bins, and the mean distance from it', () => {
  const predictions = of([0.95, true], [0.95, true], [0.95, true], [0.95, false], [0.15, false], [0.15, true]);
  expect(reliability(predictions).map(({ confidence, share, count }) => [Number(confidence.toFixed(4)), share, count])).toEqual([
    [0.15, 0.5, 2],
    [0.95, 0.75, 4],
  ]);
  expect(calibrationError(predictions)).toBeCloseTo((0.2 * 4 + 0.35 * 2) / 6, 10);
});
