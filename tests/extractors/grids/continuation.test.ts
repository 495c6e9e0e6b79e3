import { describe, expect, it } from 'vitest';
import { alignColumns, isRestOfRow } from '../../../extractors/grids/continuation.ts';
import type { GridRow } from '../../../schemas/grid.ts';

const row = (texts: readonly string[], borders: readonly number[]): GridRow => ({
  layout: 'columns',
  cells: texts.map((text) => ({ text, raw: text, places: [] })),
  page: 1,
  line: 1,
  borders,
});
const FOUR = [0, 100, 200, 300, 400];

describe('rows over a page break', () => {
  it('are one row only where words or numbers were cut', () => {
    const last = row(['某市机动', '12,437.3', '', '1.00'], FOUR);
    expect(isRestOfRow(last, row(['车驾驶员考试中心', '6', '', ''], FOUR))).toBe(true);
    expect(isRestOfRow(last, row(['办公费', '6.00', '', ''], FOUR))).toBe(false);
    expect(isRestOfRow(last, row(['合计', '', '', ''], FOUR))).toBe(false);
    expect(isRestOfRow(row(['公务用车运行（含', '1.00', '', ''], FOUR), row(['保险）', '', '', ''], FOUR))).toBe(true);
    expect(isRestOfRow(last, row(['二、外交支出', '', '', ''], FOUR))).toBe(false);
  });

  it('find their columns by the borders where a page prints fewer', () => {
    const [aligned] = alignColumns([row(['a', 'b', 'c', 'd'], FOUR)], [row(['x', 'y', 'z'], [0, 100, 300, 400])]);
    expect(aligned!.cells.map((cell) => cell.text)).toEqual(['x', 'y', '', 'z']);
  });
});
