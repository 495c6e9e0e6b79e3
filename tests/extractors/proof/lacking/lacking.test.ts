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

const DIVIDED = [
  '一般公共预算支出表',
  '单位：万元',
  '科目编码→科目名称→合计→基本支出→→→项目支出',
  '→→→小计→人员经费→公用经费→',
  '→合计→30.00→20.00→15.00→5.00→10.00',
  '213→农林水支出→30.00→20.00→15.00→5.00→10.00',
  '21303→水利→30.00→20.00→15.00→5.00→10.00',
  '2130301→行政运行→20.00→20.00→15.00→5.00→',
  '2130306→水利工程运行与维护→10.00→→→→10.00',
];
const WITHOUT_SUBTOTAL = [
  '支出总表',
  '单位：万元',
  '科目编码→科目名称→合计→基本支出→→项目支出',
  '→→→人员经费→公用经费→',
  ...DIVIDED.slice(4).map((line) =>
    line
      .split('→')
      .filter((_, i) => i !== 3)
      .join('→'),
  ),
];

test('the total of a group of columns, where another table prints the same group with its total', async () => {
  expect(await found([...DIVIDED, '', ...WITHOUT_SUBTOTAL])).toEqual(['column/total-missing: 人员经费 | 公用经费']);
  expect(await found([...WITHOUT_SUBTOTAL, '', ...DIVIDED])).toEqual(['column/total-missing: 人员经费 | 公用经费']);
});

test('tables by subject have one template, others may print a group either way', async () => {
  const wider = DIVIDED.map((line) => `${line}→`).with(2, `${DIVIDED[2]}→上年结转`);
  expect(await found([...wider, '', ...WITHOUT_SUBTOTAL])).toEqual(['column/total-missing: 人员经费 | 公用经费']);
  const projects = (lines: readonly string[]) =>
    lines.slice(0, 5).map((line) => line.replace('科目编码→科目名称', '项目名称→项目类别').replace('→合计→', '合计→→'));
  expect(await found([...projects(wider), '', ...projects(WITHOUT_SUBTOTAL)])).toEqual([]);
});

test('a group without a total in all tables, or of other parts, lacks none', async () => {
  expect(await found(WITHOUT_SUBTOTAL)).toEqual([]);
  const others = WITHOUT_SUBTOTAL.map((line) => line.replace('人员经费→公用经费', '工资福利支出→商品和服务支出'));
  expect(await found([...DIVIDED, '', ...others])).toEqual([]);
});

test('columns without a total, all but one of them empty', async () => {
  const revenue = [
    '收入决算表',
    '单位：万元',
    '科目编码→科目名称→本年收入合计→财政拨款收入→事业收入→其他收入',
    '→合计→20.00→20.00→→',
    '213→农林水支出→20.00→20.00→→',
    '21303→水利→20.00→20.00→→',
    '2130301→行政运行→20.00→20.00→→',
  ];
  const lost = revenue.map((line) => line.replace('本年收入合计→', '').replace('20.00→20.00', '20.00'));
  expect(await found(revenue)).toEqual([]);
  expect(await found(lost)).toEqual(['column/total-missing: 财政拨款收入 | 事业收入 | 其他收入']);
});

test('the total column of one side', async () => {
  const sides = [
    '财政拨款收入支出决算总表',
    '单位：万元',
    '收入→→支出→→→',
    '项目→金额→项目→合计→一般公共预算财政拨款→政府性基金预算财政拨款',
    '一、一般公共预算财政拨款→30.00→一、农林水支出→20.00→20.00→',
    '二、政府性基金预算财政拨款→→二、住房保障支出→10.00→10.00→',
    '本年收入合计→30.00→本年支出合计→30.00→30.00→',
    '总计→30.00→总计→30.00→30.00→',
  ];
  expect(await found(sides)).toEqual([]);
  const lost = sides.map((line) =>
    line
      .split('→')
      .filter((_, i) => i !== 3)
      .join('→'),
  );
  expect(await found(lost)).toEqual(['column/total-missing: 一般公共预算财政拨款 | 政府性基金预算财政拨款']);
});

test('the total of a group of columns, where a group of the same parts beside it has one', async () => {
  const units = (basic: string, ...rows: string[]) => [
    '支出预算分单位表',
    '单位：万元',
    `单位名称→合计→基本支出→→${basic === '' ? '' : '→'}项目支出→→`,
    `→→${basic}工资福利支出→商品和服务支出→小计→工资福利支出→商品和服务支出`,
    ...rows,
  ];
  expect(await found(units('', '合计→30.00→15.00→5.00→10.00→→10.00', '江川市水利局本级→30.00→15.00→5.00→10.00→→10.00'))).toEqual([
    'column/total-missing: 工资福利支出 | 商品和服务支出',
  ]);
  const whole = units('小计→', '合计→30.00→20.00→15.00→5.00→10.00→→10.00', '江川市水利局本级→30.00→20.00→15.00→5.00→10.00→→10.00');
  expect(await found(whole)).toEqual([]);
});
