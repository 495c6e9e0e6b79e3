import { expect, test } from 'vitest';
import { namedPeriod, periodOfRow, withPeriods } from '../../../extractors/notation/periods.ts';
import { toRecords } from '../../../pipeline/publish/records/records.ts';
import { read } from '../documents.ts';

test('a header names its year, or 上年, or speaks of the document’s', () => {
  expect(namedPeriod(['2021年预算', '合计'])).toBe(2021);
  expect(namedPeriod(['2026年预算数比2025年执行数', '增减额'])).toBe(2026);
  expect(namedPeriod(['较2025年增减额'])).toBeNull();
  const periods = (...paths: string[][]) =>
    withPeriods(
      paths.map((path) => ({ path, period: namedPeriod(path) })),
      2026,
    ).map(({ period }) => period);
  expect(periods(['上年', '合计'], ['上年度'], ['上年预算数'], ['2024年'])).toEqual([2025, 2025, 2025, 2024]);
  expect(periods(['当年', '合计'], ['上年结转'], ['上年结转结余', '小计'], ['合计'])).toEqual([2026, 2026, 2026, 2026]);
});

test('a row that is called by a year speaks of it', () => {
  expect(['2025年', '2025 年度预算数', '上年', '增减变化金额', '2025年结转'].map((label) => periodOfRow(label, 2026))).toEqual([
    2025,
    2025,
    2025,
    null,
    null,
  ]);
});

test('facts carry the year of their row before that of their column', async () => {
  const { disclosure, report } = await read(
    '2026年某局部门预算\n财政拨款“三公”经费支出表\n单位：万元\n单位名称→年度→公务接待费\n某局→2025年→6.00\n→2026年→5.00',
  );
  expect(toRecords(disclosure, report)['facts.csv'].map(({ period, raw }) => [raw, period])).toEqual([
    ['6.00', 2025],
    ['5.00', 2026],
  ]);
});
