import { describe, expect, test } from 'vitest';
import { type Evidence, isDoubted, NO_EVIDENCE } from '../../../../extractors/judgement/confidence/evidence.ts';
import { confidenceOf, FEATURE_NAMES, FEATURES, isUnsure, type Weights } from '../../../../extractors/judgement/confidence/model.ts';

const PLAIN: Evidence = { ...NO_EVIDENCE, exact: 1 };

describe('confidence', () => {
  test('is a probability by the logistic function of weighed evidence, to four decimals', () => {
    const weights = Object.fromEntries(FEATURE_NAMES.map((name) => [name, 0])) as Record<keyof Weights, number>;
    expect(confidenceOf(PLAIN, weights)).toBe(0.5);
    expect(confidenceOf(PLAIN, { ...weights, bias: 2 })).toBe(0.8808);
    expect(confidenceOf({ ...PLAIN, blame: 0.5 }, { ...weights, bias: 2, blame: -4 })).toBe(0.5);
    expect(confidenceOf(PLAIN, { ...weights, bias: 50 })).toBe(0.9999);
  });

  test('the fitted weights: proof raises it, blame and doubt lower it', () => {
    const proved = confidenceOf({ ...PLAIN, exact: 2, proved: true });
    const once = confidenceOf(PLAIN);
    const blamed = confidenceOf({ ...PLAIN, exact: 0, broken: true, blame: 1, contradicted: true });
    expect(proved).toBeGreaterThan(once);
    expect(once).toBeGreaterThan(0.9);
    expect(blamed).toBeLessThan(0.2);
    expect(confidenceOf({ ...PLAIN, documentDoubt: 0.2 })).toBeLessThan(once);
    expect(confidenceOf({ ...PLAIN, rowDoubt: 1 })).toBeLessThan(once);
  });

  test('it counts how surely the number was recognised, and a person looks below 0.9 of that', () => {
    const read = { ...PLAIN, posterior: 0.6 };
    expect(confidenceOf(read)).toBeCloseTo(0.6 * confidenceOf(PLAIN), 3);
    expect([0.8999, 0.9].map((posterior) => isDoubted({ ...PLAIN, posterior }))).toEqual([true, false]);
  });

  test('below 0.5 a person should look', () => expect([0.4999, 0.5].map(isUnsure)).toEqual([true, false]));

  test('more than 0.9 of the blame is all of it', () => {
    expect([0.9, 0.91].map((blame) => FEATURES.soleBlame({ ...PLAIN, blame }))).toEqual([0, 1]);
  });

  test('every feature lies between 0 and 1', () => {
    const worst: Evidence = {
      ...PLAIN,
      exact: 9,
      blame: 1,
      rowDoubt: 1,
      columnDoubt: 1,
      documentDoubt: 1,
      broken: true,
      placement: 'ambiguous',
    };
    for (const name of FEATURE_NAMES) {
      for (const evidence of [PLAIN, worst]) {
        expect(FEATURES[name](evidence)).toBeGreaterThanOrEqual(0);
        expect(FEATURES[name](evidence)).toBeLessThanOrEqual(1);
      }
    }
  });

  test('a person should look where a repair, an open column, an unsure header or an unsure reading says so', () => {
    expect(isDoubted(PLAIN)).toBe(false);
    for (const doubt of [{ contradicted: true }, { placement: 'ambiguous' as const }, { headerUnsure: true }, { doubtful: true }]) {
      expect(isDoubted({ ...PLAIN, ...doubt })).toBe(true);
    }
  });
});
