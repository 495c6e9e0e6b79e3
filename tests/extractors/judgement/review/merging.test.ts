import { expect, test } from 'vitest';
import { NOTHING, type ReviewEntry } from '../../../../extractors/judgement/review/draft.ts';
import { mergedByCause } from '../../../../extractors/judgement/review/merging.ts';
import { placeOfLine } from '../../../../schemas/place.ts';

const entry = (ruleId: string, fact: string, actual: string, line = 1): ReviewEntry => ({
  ...NOTHING,
  tableIndex: 1,
  tableTitle: '表',
  ruleId,
  kind: 'source',
  factIds: [fact],
  places: [placeOfLine(1, line)],
  actual,
  probability: line / 10,
});

test('the tails of a document are one entry, with the numbers and places of all', () => {
  const [first, ...others] = mergedByCause([
    entry('equation/tail', 'a', '1', 1),
    entry('equation/tail', 'b', '2', 2),
    entry('equation/tail', 'a', '3', 3),
  ]);
  expect(others).toEqual([]);
  expect(first).toEqual({
    ...entry('equation/tail', 'a', '1', 1),
    factIds: ['a', 'b'],
    places: [1, 2, 3].map((line) => placeOfLine(1, line)),
    probability: 0.3,
  });
});

test('rows that lack the same amount have one cause; of other amounts, and of other rules, each its own', () => {
  const entries = [
    entry('equation/rows-missing', 'a', '524'),
    entry('equation/broken', 'c', '1'),
    entry('equation/rows-missing', 'b', '524'),
    entry('equation/rows-missing', 'd', '7'),
    entry('equation/broken', 'e', '1'),
  ];
  expect(mergedByCause(entries).map(({ factIds }) => factIds)).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
});
