import { describe, expect, test } from 'vitest';
import { factCells } from '../../../../schemas/table.ts';
import { type Coloured, colouredTable, red } from '../../../support/coloured.ts';
import { extractPdf } from '../../../support/pdf.ts';

const YEARS = ['科目编码', '科目名称', '2025年预算数', '2026年预算数', '比上年增减额'];
const CHANGES: readonly (readonly Coloured[])[] = [
  YEARS,
  ['', '合计', '616.85', '612.40', red('4.45')],
  ['208', '社会保障和就业支出', '88.00', '85.30', red('2.70')],
  ['20805', '行政事业单位养老支出', '88.00', '85.30', red('2.70')],
  ['2080505', '基本养老保险缴费支出', '60.00', '56.80', red('3.20')],
  ['2080506', '职业年金缴费支出', '28.00', '28.50', '0.50'],
  ['213', '农林水支出', '528.85', '527.10', red('1.75')],
  ['21303', '水利', '528.85', '527.10', red('1.75')],
  ['2130301', '行政运行', '350.10', '337.10', red('13.00')],
  ['2130306', '水利工程运行与维护', '178.75', '190.00', '11.25'],
];
const only = (...columns: number[]) => CHANGES.map((row) => columns.map((c) => row[c] ?? ''));

async function read(rows: readonly (readonly Coloured[])[]) {
  const { disclosure, report } = await extractPdf(colouredTable(rows));
  const cells = disclosure.tables.flatMap(factCells);
  const said = (ruleId: string) => report.findings.filter((finding) => finding.ruleId === ruleId).map(({ actual }) => actual);
  return { cells, report, negative: said('value/red-negative'), open: said('value/red-amount') };
}

/** The values of a table whose amounts stand in its last column alone. */
const listed = (...amounts: readonly Coloured[]): (readonly Coloured[])[] => [
  ['项目名称', '金额'],
  ...amounts.map((amount, i): readonly Coloured[] => [`第${'一二三四五六七八九'[i]}批设备`, amount]),
];

describe('a red amount without a sign is negative where equations say so', () => {
  test('changes beside the two years', async () => {
    const { cells, report, negative, open } = await read(CHANGES);
    const changes = cells.filter((_, i) => i % 3 === 2);
    expect(changes.map(({ raw, value }) => [raw, value])).toEqual([
      ['4.45', '-4.45'],
      ['2.70', '-2.70'],
      ['2.70', '-2.70'],
      ['3.20', '-3.20'],
      ['0.50', '0.50'],
      ['1.75', '-1.75'],
      ['1.75', '-1.75'],
      ['13.00', '-13.00'],
      ['11.25', '11.25'],
    ]);
    expect(cells.filter(({ review, valueState }) => review || valueState !== 'proved')).toEqual([]);
    expect([negative, open]).toEqual([['4.45, 2.70, 2.70, 3.20, 1.75 … (7)'], []]);
    expect(report.review).toEqual([]);
  });

  test('changes alone: the total tells of the subjects, and these of theirs', async () => {
    const { cells, open } = await read(only(0, 1, 4));
    expect(cells.map(({ value }) => value)).toEqual(['-4.45', '-2.70', '-2.70', '-3.20', '0.50', '-1.75', '-1.75', '-13.00', '11.25']);
    expect([cells.some(({ review }) => review), open]).toEqual([false, []]);
  });

  test.each(['#c00000', '#9c0006', '#dc143c'])('%s', async (colour) => {
    const { cells } = await read(CHANGES.map((row) => row.map((cell): Coloured => (typeof cell === 'string' ? cell : [cell[0], colour]))));
    expect(cells.filter(({ value }) => value?.startsWith('-'))).toHaveLength(7);
  });

  test('even where all changes are red', async () => {
    const { cells } = await read([YEARS, ...CHANGES.slice(1, 3), ...CHANGES.slice(6, 7)]);
    expect(cells.filter((_, i) => i % 3 === 2).map(({ value }) => value)).toEqual(['-4.45', '-2.70', '-1.75']);
  });
});

describe('where no equation tells, it stays as it is printed, and a person is asked', () => {
  const openCells = async (rows: readonly (readonly Coloured[])[]) => {
    const { cells, report, negative } = await read(rows);
    expect(negative).toEqual([]);
    expect(cells.some(({ value }) => value?.startsWith('-'))).toBe(false);
    const items = report.review.filter(({ ruleId }) => ruleId === 'value/red-amount');
    expect(items.flatMap(({ factIds }) => factIds)).toEqual(cells.filter(({ review }) => review).map(({ factId }) => factId));
    return cells.filter(({ review }) => review).map(({ value }) => value);
  };

  test('a list without a total', async () => expect(await openCells(listed('20.00', red('2.70'), '5.00'))).toEqual(['2.70']));
  test('no change is black, but one is nought', async () => {
    expect(await openCells(listed(red('20.00'), '0.00', '0.00'))).toEqual(['20.00']);
  });
  test('one red number is negative and another is not', async () => {
    const rows = [
      ['项目名称', '金额'],
      ['合计', '6.00'],
      ['设备', '7.00'],
      ['车辆', red('3.00')],
      ['房屋', red('2.00')],
    ];
    const { cells } = await read(rows);
    expect(cells.slice(2).map(({ value, review }) => [value, review])).toEqual([
      ['3.00', true],
      ['2.00', true],
    ]);
  });
  test('a change and its percentage, nothing else in the row', async () => {
    const rows = [
      ['项目名称', '增减额', '增减率'],
      ['设备', '7.00', '3.1%'],
      ['车辆', red('3.00'), red('2.0%')],
      ['房屋', '2.00', '1.0%'],
    ];
    expect(await openCells(rows)).toEqual(['3.00', '2.0']);
  });
  test('equations contradict each other', async () => {
    const rows = [YEARS, ['', '合计', '88.00', '85.30', '2.70'], ['208', '社会保障和就业支出', '88.00', '85.30', red('2.70')]];
    const { cells, report } = await read(rows);
    expect(cells.at(-1)).toMatchObject({ value: '2.70', review: true });
    expect(report.findings.map(({ ruleId }) => ruleId)).toContain('value/red-amount');
  });
});

describe('red that means something else changes nothing', () => {
  const quiet = async (rows: readonly (readonly Coloured[])[]) => {
    const black = await read(rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell[0]))));
    const { cells, negative, open, report } = await read(rows);
    expect([negative, open]).toEqual([[], []]);
    expect(cells).toEqual(black.cells);
    expect(report.review).toEqual(black.report.review);
  };
  const SUMS: readonly (readonly Coloured[])[] = [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', '30.00', '20.00', '10.00'],
    ['213', '农林水支出', '30.00', '20.00', '10.00'],
    ['21303', '水利', '30.00', '20.00', '10.00'],
    ['2130301', '行政运行', '20.00', '20.00', ''],
    ['2130306', '水利工程运行与维护', '10.00', '', '10.00'],
  ];
  const painted = (is: (row: number, column: number) => boolean) =>
    SUMS.map((row, r) => row.map((cell, c): Coloured => (is(r, c) ? red(String(cell)) : cell)));

  test('titles of columns', () => quiet(painted((row) => row === 0)));
  test('the totals', () => quiet(painted((row, column) => row === 1 && column > 1)));
  test('one total of several', () => quiet(painted((row, column) => row === 1 && column === 2)));
  test('a row', () => quiet(painted((row) => row === 4)));
  test('a column', () => quiet(painted((row, column) => row > 0 && column === 3)));
  test('the whole table', () => quiet(painted(() => true)));
  test('amounts that have a sign', () => quiet(listed('20.00', red('-2.70'), red('(5.00)'), '1.00')));
  test('nought', () => quiet(listed('20.00', red('0.00'), '1.00')));
  test('a list that is red', () => quiet(listed(red('20.00'), red('5.00'), red('1.00'))));
  test('a row of a list', () => quiet([...listed('20.00', '5.00'), [red('第三批设备'), red('1.00')]]));
  test('three amounts of a row, and all of them', () =>
    quiet([
      ['项目名称', '合计', '设备', '车辆'],
      ['甲', '9.00', '4.00', '4.00'],
      ['乙', red('9.00'), red('4.00'), red('4.00')],
      ['丙', '9.00', '4.00', '4.00'],
    ]));
  test('the total of a list', () => quiet([...listed('20.00', '5.00'), ['合计', red('25.00')]]));
  test('a total that is not the sum of its list', () => quiet([...listed('20.00', '5.00'), ['合计', red('26.00')]]));
  test.each(['#ff6600', '#800080', '#a52a7a', '#664444', '#0000ff', '#7f7f7f'])('another colour, %s', (colour) =>
    quiet(CHANGES.map((row) => row.map((cell): Coloured => (typeof cell === 'string' ? cell : [cell[0], colour])))),
  );
});
