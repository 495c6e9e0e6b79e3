import { describe, expect, it, test } from 'vitest';
import { columnsByName } from '../../../../extractors/layout/joining/by-name.ts';
import type { GridRow } from '../../../../extractors/model/blocks.ts';

/** Pages whose columns spaces make, of which one has a column more: names of the header, not places, say which is which. */

const row = (line: string): GridRow => {
  const cells = line.split('|').map((text) => ({ text, raw: text, places: [] }));
  return { layout: 'columns', cells, page: 1, line: 1, borders: Array.from({ length: cells.length + 1 }, (_, i) => 60 * i), guessed: true };
};
const rowsOf = (table: string, header: string, data: string) =>
  columnsByName([row(table)], [row(header)], [row(data)])?.map(({ cells }) => cells.map(({ text }) => text).join('|')) ?? null;

describe('columns of a page that repeats the header', () => {
  it('are those of the same name', () => {
    expect(rowsOf('序号|科目编码||科目名称|合计|备注', '序号|科目编码|科目名称|合计|备注', '7|30201|办公费|2.00|')).toEqual([
      '7|30201||办公费|2.00|',
    ]);
    expect(rowsOf('序号|科目名称|合计|备注', '序号|科目名称|人员经费|合计|备注', '7|办公费|1.00|2.00|')).toBeNull();
  });

  it('stay as they are where there are as many, or where borders are printed', () => {
    expect(rowsOf('科目名称|合计', '科目名称|合计', '办公费|2.00')).toBeNull();
    const { guessed: _, ...printed } = row('办公费|2.00');
    expect(columnsByName([row('科目名称||合计')], [row('科目名称|合计')], [printed])).toBeNull();
  });

  test('have three names at most that the table has not, and half of theirs it has', () => {
    const unlike = (names: string) => rowsOf('甲|乙|丙|丁|||戊', names, names.replace(/[^|]+/g, '1')) !== null;
    expect(['甲|乙|丙|丁|己|戊', '甲|子|丑|丁|己|戊', '甲|子|丑|寅|己|戊'].map(unlike)).toEqual([true, true, false]);
  });
});
