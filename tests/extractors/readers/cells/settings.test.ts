import { expect, test } from 'vitest';
import { GridBuilder, type MergedCell, type MergedRow, Spans } from '../../../../extractors/readers/cells/grid.ts';

/** Each bound just kept, and just passed. */

const cellOver = (columns: number, rows: number): MergedCell => ({ lines: [], columns, rows });
const rowOf = (cells: MergedCell[], below = 0): MergedRow => ({ page: 1, line: 1, cells, group: 0, below });
const single = (count: number): MergedRow => rowOf(Array.from({ length: count }, () => cellOver(1, 1)));

test('a cell is merged over 100 columns', () => {
  const reach = (columns: number) => new Spans(() => {}).of(cellOver(columns, 1), rowOf([])).columns;
  expect([99, 100, 101].map(reach)).toEqual([99, 100, 100]);
});

test('merged cells cover 1,000,000 cells', () => {
  const reported: (string | undefined)[] = [];
  const spans = new Spans(({ actual }) => reported.push(actual));
  const reach = (columns: number, rows: number) => spans.of(cellOver(columns, rows), rowOf([], rows - 1));
  expect(reach(100, 10_000)).toEqual({ columns: 100, rows: 10_000 });
  expect([reach(2, 1), reported]).toEqual([{ columns: 2, rows: 1 }, []]);
  expect([reach(2, 1), reach(2, 1), reported]).toEqual([{ columns: 1, rows: 1 }, { columns: 1, rows: 1 }, ['1000000']]);
});

test('a short row below a wide one has 100 cells', () => {
  const width = (above: number) => {
    const grid = new GridBuilder(new Spans(() => {}));
    grid.add(single(above), false);
    return grid.add(single(1), false).cells.length;
  };
  expect([99, 100, 101].map(width)).toEqual([99, 100, 100]);
});
