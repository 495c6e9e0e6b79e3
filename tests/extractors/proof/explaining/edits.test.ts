import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedText, type Edit, editBetween } from '../../../../extractors/proof/explaining/edits.ts';

describe('what kind of slip lies between what is printed and what is meant', () => {
  test.each<[printed: string, intended: string, edit: Edit]>([
    ['289.74', '269.74', 'digit'],
    ['269.74', '296.74', 'swap'],
    ['269.74', '2169.74', 'length'],
    ['2269.74', '269.74', 'length'],
    ['27974', '279.74', 'scale'],
    ['2797400', '279.74', 'scale'],
    ['120000.00', '12.00', 'scale'],
    ['-5.36', '5.36', 'sign'],
    ['289.74', '265.74', 'other'],
    ['5.00', '-15.00', 'other'],
    ['0.00', '458.00', 'other'],
  ])('%s for %s: %s', (printed, intended, edit) => expect(editBetween(printed, intended)).toBe(edit));

  test('it is the same in both directions', () => {
    const amount = fc.bigInt({ min: 0n, max: 99_999_999n }).map((n) => `${n / 100n}.${String(n % 100n).padStart(2, '0')}`);
    fc.assert(fc.property(amount, amount, (a, b) => a === b || editBetween(a, b) === editBetween(b, a)));
  });
});

describe('a number after a change', () => {
  test.each([
    ['26.00', 10, -60_000_000_000n, '20.00'],
    ['36', 10, 5_000_000_000n, '36.5'],
    ['27974', 10, -276_942_600_000_000n, '279.74'],
    ['1.00', 6, -2_500_000n, '-1.50'],
    ['9', 6, 1_000_000n, '10'],
  ])('%s at scale %i changed by %s prints %s', (value, scale, delta, text) => expect(changedText(value, scale, delta)).toBe(text));
});
