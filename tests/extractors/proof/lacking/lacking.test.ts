import { expect, test } from 'vitest';
import { read } from '../../documents.ts';

const COVER = '江川市水利局\n2026年部门预算\n\n';
const CODED = [
  '支出总表',
  '单位：万元',
  '科目编码→科目名称→合计→人员经费→公用经费→项目支出',
  '→合计→30.00→15.00→5.00→10.00',
  '213→农林水支出→30.00→15.00→5.00→10.00',
  '21303→水利→30.00→15.00→5.00→10.00',
  '2130301→行政运行→20.00→15.00→5.00→',
  '2130306→水利工程运行与维护→10.00→→→10.00',
];
const RULES = new Set(['column/part-missing', 'column/total-missing', 'row/total-missing', 'column/missing']);

async function found(lines: readonly string[]): Promise<string[]> {
  const { report } = await read(COVER + lines.join('\n'));
  return report.findings.filter(({ ruleId }) => RULES.has(ruleId)).map(({ ruleId, actual }) => `${ruleId}: ${actual}`);
}

const without = (...columns: readonly number[]): string[] =>
  CODED.map((line) =>
    line
      .split('→')
      .filter((_, i) => !columns.includes(i))
      .join('→'),
  );

test('nothing is missing where the total and all parts are printed, though 基本支出 has no column of its own', async () => {
  expect(await found(CODED)).toEqual([]);
});

test('a total that is more than its parts counts a column that is not there', async () => {
  expect(await found(without(5))).toEqual(['column/part-missing: 人员经费']);
  expect(await found(without(4))).toEqual(['column/part-missing: 人员经费']);
});

test('a part that is empty everywhere is not missing', async () => {
  const basic = CODED.filter((line) => !line.startsWith('2130306')).map((line) => line.replace('30.00', '20.00').replace(/10\.00$/, ''));
  expect(await found(basic.map((line) => line.split('→').slice(0, 5).join('→')))).toEqual([]);
});

test('columns without a total', async () => {
  expect(await found(without(2))).toEqual(['column/total-missing: 人员经费 | 公用经费 | 项目支出']);
});

test('rows without a total, of four rows and more', async () => {
  const rows = CODED.filter((line) => !line.startsWith('→合计'));
  expect(await found(rows)).toEqual(['row/total-missing: 支出总表']);
  expect(
    await found(rows.filter((line) => !line.startsWith('2130306')).map((line) => line.replace('30.00', '20.00').replace(/10\.00$/, ''))),
  ).toEqual([]);
});
