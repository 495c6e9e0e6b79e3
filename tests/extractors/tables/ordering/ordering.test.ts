import { describe, expect, it } from 'vitest';
import type { GridRow } from '../../../../extractors/model/blocks.ts';
import type { JoinedTable } from '../../../../extractors/model/tables.ts';
import { orderings, pageNumbersOf } from '../../../../extractors/tables/ordering/index.ts';

/** A line a cell; a blank line parts blocks, and a form feed pages. */
function rowsOf(text: string): GridRow[] {
  return text.split('\f').flatMap((page, p) =>
    page.split('\n').flatMap((line, l): GridRow[] => {
      const cells = line.split(/\s+/).filter((part) => part !== '');
      const row = { layout: 'sequence' as const, page: p + 1, line: 100 * p + l + 1 };
      return cells.length === 0 ? [] : [{ ...row, cells: cells.map((part) => ({ text: part, raw: part, places: [] })) }];
    }),
  );
}

function tableOf(text: string): JoinedTable {
  return {
    index: 1,
    caption: { title: '支出总表', number: null, unit: '万元', entity: null, year: null, places: [] },
    titlePrinted: true,
    parts: 1,
    pages: [1, 1],
    lines: [1, 1],
    headerRows: 0,
    rows: rowsOf(text),
    notes: [],
  };
}

function read(text: string): { header: string[]; data: string[] } | null {
  const table = tableOf(text);
  const [first] = orderings(table, pageNumbersOf([table]));
  const data = first?.deal(null)?.data;
  const textOf = ({ cells }: GridRow): string => cells.map((cell) => cell.text).join(' ');
  return data ? { header: (first?.headers[0]?.rows ?? []).map(textOf), data: data.map(textOf) } : null;
}

/** Blocks, each with lines right below each other. */
const blocks = (...texts: string[]): string => texts.map((text) => text.split(' ').join('\n')).join('\n\n');

const HEADER = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const ROWS = [
  '208 社会保障和就业支出 20.00 15.00 5.00',
  '20805 行政事业单位养老支出 20.00 15.00 5.00',
  '2080501 行政单位离退休 20.00 15.00 5.00',
];

describe('tables in reading order', () => {
  it('reads a cell a block, row by row', () => {
    const cells = ROWS.flatMap((row) => row.split(' '));
    expect(read(blocks(...HEADER, ...cells))).toEqual({ header: HEADER, data: ROWS });
  });

  it('reads the same rows where codes are a block and names another', () => {
    const amounts = ['20.00', '15.00', '5.00'];
    const text = blocks(
      ...HEADER,
      '208 20805 2080501',
      '社会保障和就业支出 行政事业单位养老支出 行政单位离退休',
      ...amounts,
      ...amounts,
      ...amounts,
    );
    expect(read(text)).toEqual({ header: HEADER, data: ROWS });
  });

  it('takes codes to the names that the classification has for them, in whatever block they come', () => {
    const amounts = ['20.00', '15.00', '5.00'];
    const text = blocks(
      ...HEADER,
      ...['社会保障和就业支出', ...amounts, '行政事业单位养老支出', ...amounts],
      ...['2080501', '行政单位离退休', ...amounts, '208 20805'],
    );
    expect(read(text)?.data).toEqual(ROWS);
  });

  it('lets sums part rows whose empty cells were dropped', () => {
    const text = blocks(
      ...HEADER,
      ...['208', '社会保障和就业支出', '30.00', '20.00'],
      ...['20805', '行政事业单位养老支出', '10.00', '20.00', '20.00'],
      ...['20808', '抚恤', '10.00', '10.00'],
    );
    expect(read(text)?.data).toEqual([
      '208 社会保障和就业支出 30.00 20.00 10.00',
      '20805 行政事业单位养老支出 20.00 20.00',
      '20808 抚恤 10.00 10.00',
    ]);
  });

  it('takes amounts right below each other into the rows that follow', () => {
    const text = blocks(
      ...HEADER,
      ...['合计', '30.00', '20.00', '10.00 10.00', '208', '社会保障和就业支出', '30.00', '20.00'],
      ...['20805', '行政事业单位养老支出', '20.00', '20.00'],
    );
    expect(read(text)?.data).toEqual([
      '合计 30.00 20.00 10.00',
      '208 社会保障和就业支出 30.00 20.00 10.00',
      '20805 行政事业单位养老支出 20.00 20.00',
    ]);
  });

  it('puts the words of a header together whose cells wrap beside each other', () => {
    const text = blocks(
      '科目编码',
      '科目名称',
      '合计',
      '事业单位',
      '对附属单位',
      '经营支出',
      '补助支出',
      '208',
      '社会保障和就业支出',
      '3.00',
      '2.00',
      '1.00',
    );
    expect(read(text)?.header).toEqual(['科目编码', '科目名称', '合计', '事业单位经营支出', '对附属单位补助支出']);
  });

  it('leaves out the header that a page repeats, and its number', () => {
    const [first = '', second = '', third = ''] = ROWS.map((row) => blocks(...row.split(' ')));
    const header = blocks(...HEADER);
    const pages = [first, second, third].map((row, i) => `${header}\n\n${row}\n\n${i + 11}`);
    expect(read(pages.join('\f'))).toEqual({ header: HEADER, data: ROWS });
  });

  it('makes no rows of names alone', () => {
    expect(read(blocks(...HEADER, '208', '社会保障和就业支出'))).toBeNull();
  });
});
