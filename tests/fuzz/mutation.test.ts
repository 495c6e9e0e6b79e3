import { expect, test } from 'vitest';
import { applied, bytesOf, edited, orderly, type Spot } from '../bench/fuzz/mutation.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const on = (line: number): Spot => ({ raw: '1', page: 1, line });
const linesOf = (touches: (spot: Spot) => boolean): number[] => [1, 2, 3, 4, 5, 6].filter((line) => touches(on(line)));

const BASE = bytesOf('a\nbb\r\nccc\rdddd\n');

test('edits are applied from the first to the last; one that overlaps an earlier one is left out', () => {
  const edits = orderly([
    { at: 6, removed: 3, inserted: bytesOf('C') },
    { at: 2, removed: 2, inserted: bytesOf('BBB') },
    { at: 3, removed: 5, inserted: bytesOf('never') },
  ]);
  expect(text(applied(BASE, edits))).toBe('a\nBBB\r\nC\rdddd\n');
});

test('touched are the lines of a change, before and after it', () => {
  const { bytes, touched } = edited(BASE, [{ at: 2, removed: 0, inserted: bytesOf('x\ny\n') }]);
  expect(text(bytes)).toBe('a\nx\ny\nbb\r\nccc\rdddd\n');
  expect(linesOf(touched.inBase)).toEqual([2]);
  expect(linesOf(touched.inMutant)).toEqual([2, 3, 4]);
});

test('what a change governs is touched with it, where it stands now', () => {
  const { touched } = edited(BASE, [{ at: 0, removed: 2, inserted: new Uint8Array(0) }], [{ start: 6, end: 8 }]);
  expect(linesOf(touched.inBase)).toEqual([1, 2, 3]);
  expect(linesOf(touched.inMutant)).toEqual([1, 2]);
});
