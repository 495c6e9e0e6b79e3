import { expect, it } from 'vitest';
import { nearestIndex, pairs } from '../../../../extractors/layout/geometry/neighbours.ts';

it('pairs each item with the next one', () => {
  expect(pairs([1, 2, 3])).toEqual([
    [1, 2],
    [2, 3],
  ]);
  expect(pairs([1])).toEqual([]);
  expect(pairs([])).toEqual([]);
});

it('finds the nearest value, the first of two', () => {
  expect(nearestIndex([0, 10, 20], 14)).toBe(1);
  expect(nearestIndex([0, 10, 20], 5)).toBe(0);
  expect(nearestIndex([], 5)).toBe(0);
});
