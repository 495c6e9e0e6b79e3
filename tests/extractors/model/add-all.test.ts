import { expect, test } from 'vitest';
import { addAll, groupBy } from '../../../extractors/model/add-all.ts';

test('more items than a call can have arguments', () => {
  const list = [0];
  addAll(
    list,
    Array.from({ length: 500_000 }, (_, i) => i),
  );
  expect(list).toHaveLength(500_001);
  expect(list.at(-1)).toBe(499_999);
});

test('groups and their items in the order of the list, without those of no key', () => {
  const groups = groupBy([3, 1, 4, 1, 5, 9, 2, 6], (n) => (n > 5 ? null : n % 2));
  expect([...groups]).toEqual([
    [1, [3, 1, 1, 5]],
    [0, [4, 2]],
  ]);
});
