import { expect, test } from 'vitest';
import { addAll } from '../../../extractors/model/add-all.ts';

test('more items than a call can have arguments', () => {
  const list = [0];
  addAll(
    list,
    Array.from({ length: 500_000 }, (_, i) => i),
  );
  expect(list).toHaveLength(500_001);
  expect(list.at(-1)).toBe(499_999);
});
