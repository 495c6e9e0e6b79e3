import { expect, test } from 'vitest';
import { factCells } from '../../../../schemas/table.ts';
import { read } from '../../documents.ts';

const COVER = '江川市水利局\n2026年部门预算\n\n';
const PENSION = '2080505→机关事业单位基本养老保险缴费支出';
const ANNUITY = '2080506→机关事业单位职业年金缴费支出';
const RETIRED = '2080501→行政单位离退休';

type Row = readonly [name: string, amount: string];

/** A table by function: items of 20805 below their sums. */
function byFunction(title: string, ...rows: readonly Row[]): string {
  const total = rows.reduce((sum, [, amount]) => sum + Number(amount), 0).toFixed(2);
  return [
    title,
    '单位：万元',
    '科目编码→科目名称→合计',
    `→合计→${total}`,
    `208→社会保障和就业支出→${total}`,
    `20805→行政事业单位养老支出→${total}`,
    ...rows.map(([name, amount]) => `${name}→${amount}`),
  ].join('\n');
}

/** Basic expenditure by economy: items of 301 below their sums. */
function byEconomy(...rows: readonly Row[]): string {
  const total = rows.reduce((sum, [, amount]) => sum + Number(amount), 0).toFixed(2);
  return [
    '一般公共预算基本支出表',
    '单位：万元',
    '经济分类科目编码→经济分类科目名称→合计',
    `→合计→${total}`,
    `301→工资福利支出→${total}`,
    ...rows.map(([name, amount]) => `${name}→${amount}`),
  ].join('\n');
}

/** `table code`: the rows in doubt. */
async function doubted(...tables: readonly string[]): Promise<string[]> {
  const { disclosure, report } = await read(COVER + tables.join('\n\n'));
  const named = new Set(report.review.filter(({ ruleId }) => ruleId === 'row/exchanged').flatMap(({ factIds }) => factIds));
  for (const table of disclosure.tables)
    for (const { factId, review } of factCells(table)) if (named.has(factId)) expect(review).toBe(true);
  return disclosure.tables.flatMap(({ index, rows }) =>
    rows.filter(({ cells }) => cells.some(({ factId }) => named.has(factId))).map(({ code }) => `${index} ${code}`),
  );
}

const RIGHT: readonly Row[] = [
  [PENSION, '31.25'],
  [ANNUITY, '9.62'],
];
const EXCHANGED: readonly Row[] = [
  [PENSION, '9.62'],
  [ANNUITY, '31.25'],
];

test('two tables that print two rows the other way round are both in doubt', async () => {
  expect(await doubted(byFunction('支出总表', ...RIGHT), byFunction('部门支出总体情况表', ...EXCHANGED))).toEqual([
    '1 2080505',
    '1 2080506',
    '2 2080505',
    '2 2080506',
  ]);
});

test('of three, the one that two others contradict', async () => {
  const tables = [byFunction('支出总表', ...RIGHT), byFunction('支出预算总表', ...EXCHANGED), byFunction('部门支出总体情况表', ...RIGHT)];
  expect(await doubted(...tables)).toEqual(['2 2080505', '2 2080506']);
});

test('a part of the money and revenue by the same subjects tell, too', async () => {
  const general = byFunction('一般公共预算支出表', ...EXCHANGED);
  expect(await doubted(byFunction('支出总表', ...RIGHT), general)).toHaveLength(4);
  expect(await doubted(byFunction('收入总表', ...EXCHANGED), byFunction('支出总表', ...RIGHT))).toHaveLength(4);
});

test('rows that agree, and amounts of fewer than three digits, are in no doubt', async () => {
  expect(await doubted(byFunction('支出总表', ...RIGHT), byFunction('部门支出总体情况表', ...RIGHT))).toEqual([]);
  const few = (first: string, second: string): Row[] => [
    [RETIRED, first],
    [PENSION, second],
  ];
  const turned = (first: string, second: string) => [
    byFunction('支出总表', ...few(first, second)),
    byFunction('部门支出总体情况表', ...few(second, first)),
  ];
  expect(await doubted(...turned('12.00', '9.00'))).toEqual([]);
  expect(await doubted(...turned('12.10', '9.00'))).toHaveLength(4);
});

test('what is the same money by function has the amount of the row beside', async () => {
  const rows = (wages: string, pension: string): Row[] => [
    ['30107→绩效工资', wages],
    ['30108→机关事业单位基本养老保险缴费', pension],
  ];
  const functional = byFunction('一般公共预算支出表', [RETIRED, '2.40'], [PENSION, '31.25']);
  expect(await doubted(functional, byEconomy(...rows('104.80', '31.25')))).toEqual([]);
  expect(await doubted(functional, byEconomy(...rows('31.25', '104.80')))).toEqual(['2 30107', '2 30108']);
});

test('an annuity of twice the pension insurance has its amount, and one of another size says nothing', async () => {
  const rows = (pension: string, annuity: string): Row[] => [
    ['30108→机关事业单位基本养老保险缴费', pension],
    ['30109→职业年金缴费', annuity],
  ];
  expect(await doubted(byEconomy(...rows('31.20', '15.60')))).toEqual([]);
  expect(await doubted(byEconomy(...rows('15.60', '31.20')))).toEqual(['1 30108', '1 30109']);
  // 2 % of 31.20 are 0.62.
  expect(await doubted(byEconomy(...rows('15.60', '31.83')))).toHaveLength(2);
  expect(await doubted(byEconomy(...rows('15.60', '31.84')))).toEqual([]);
});
