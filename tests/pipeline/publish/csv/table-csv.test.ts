import { expect, test } from 'vitest';
import { tableCells, tableCsv, tableFileName } from '../../../../pipeline/publish/csv/table-csv.ts';
import type { Table } from '../../../../schemas/table.ts';
import { at, makeCell, makeColumn, makeRow, makeTable } from '../../fixture.ts';

const tableLines = (table: Table): string[][] => tableCells(table).map((row) => row.map(({ text }) => text));

test('key columns, value columns with their path, text columns', () => {
  const table = makeTable({
    columns: [makeColumn(0, ['合计']), makeColumn(1, ['基本支出', '人员经费'])],
    rows: [
      makeRow(0, '合计', [makeCell('a', 0, '5.00'), makeCell('b', 1, '5.00')], { role: 'total' }),
      makeRow(1, '=行政运行', [makeCell('c', 1, null, { raw: '5.0O' })], { code: '2010301', attributes: { 备注: '无' } }),
    ],
  });
  expect(tableLines(table)).toEqual([
    ['编码', '名称', '合计', '基本支出 > 人员经费', '备注'],
    ['', '合计', '5.00', '5.00', ''],
    ['2010301', '=行政运行', '', '5.0O', '无'],
  ]);
  expect(tableCsv(table).split('\r\n').at(-2)).toBe("2010301,'=行政运行,,5.0O,无");
  expect(tableCsv(makeTable())).toBe('\uFEFF名称,合计\r\n合计,12.30\r\n');
});

test('the sides of a table stand side by side, as they are printed', () => {
  const table = makeTable({
    shape: 'two-sided',
    panels: [
      { index: 0, side: 'revenue', name: '收入' },
      { index: 1, side: 'expenditure', name: '支出' },
    ],
    columns: [makeColumn(0, ['预算数']), makeColumn(1, ['预算数'], { panel: 1 })],
    rows: [
      makeRow(0, '一、财政拨款', [makeCell('a', 0, '7')], { places: at(3) }),
      makeRow(1, '收入总计', [makeCell('b', 0, '7')], { places: at(5) }),
      makeRow(2, '一、公共服务', [makeCell('c', 1, '6')], { panel: 1, places: at(3) }),
      makeRow(3, '二、外交', [makeCell('d', 1, '1')], { panel: 1, places: at(4) }),
      makeRow(4, '支出总计', [makeCell('e', 1, '7')], { panel: 1, places: at(5) }),
    ],
  });
  expect(tableLines(table)).toEqual([
    ['名称', '预算数', '名称', '预算数'],
    ['一、财政拨款', '7', '一、公共服务', '6'],
    ['', '', '二、外交', '1'],
    ['收入总计', '7', '支出总计', '7'],
  ]);
});

test('an amount that stands in another block than its label is printed in its own column', () => {
  const table = makeTable({
    shape: 'panels',
    panels: [0, 1, 2].map((index) => ({ index, side: null, name: '' })),
    columns: [0, 1, 2].map((index) => makeColumn(index, ['决算数'], { panel: index })),
    rows: [
      makeRow(0, '人员经费合计', [makeCell('a', 0, '7.00')], { places: at(3) }),
      makeRow(1, '公用经费合计', [makeCell('b', 2, '2.00')], { panel: 1, places: at(3) }),
      makeRow(2, '办公费', [], { panel: 1, places: at(2) }),
      makeRow(3, '其他支出', [], { panel: 2, places: at(2) }),
    ],
  });
  expect(tableLines(table).at(-1)).toEqual(['人员经费合计', '7.00', '公用经费合计', '', '', '2.00']);
});

test('an empty table keeps its header', () => {
  expect(tableLines(makeTable({ rows: [], empty: true }))).toEqual([['名称', '合计']]);
});

test('a text form: its fields, then its indicators', () => {
  const table = makeTable({ shape: 'text-form', fields: [{ label: '项目名称', value: '项目甲', places: [] }] });
  expect(tableLines(table)).toEqual([['项目名称', '项目甲']]);
});

test('file names', () => {
  expect(tableFileName(makeTable({ index: 3, title: '收入/支出 总表（2026年）' }))).toBe('03-收入-支出-总表-2026年.csv');
  expect(tableFileName(makeTable({ index: 12, title: '' }))).toBe('12-table.csv');
});
