import { describe, expect, test } from 'vitest';
import { typeOf } from '../../../../extractors/tables/header/value-columns.ts';
import { pathsOf, rowsOf, run } from '../../documents.ts';

const tableOf = (text: string) => run(text).headered.tables[0]!;
const keysOf = (text: string): string[] => tableOf(text).panels.flatMap((panel) => panel.keys.map((key) => `${key.header}=${key.role}`));

describe('columns with a grid', () => {
  test('key columns are no value columns', () => {
    const text = '支出预算总表\n单位：元\n科目编码→科目名称→合计→基本支出\n208→甲→1.00→1.00';
    expect(keysOf(text)).toEqual(['科目编码=code', '科目名称=name']);
    expect(pathsOf(tableOf(text))).toEqual(['合计', '基本支出']);
  });

  test('codes over 类, 款 and 项', () => {
    expect(keysOf('支出预算总表\n单位：元\n科目编码→→→科目名称→合计\n类→款→项→→\n201→08→01→甲→1.00')).toEqual([
      '类=code-part',
      '款=code-part',
      '项=code-part',
      '科目名称=name',
    ]);
  });

  test('行次 is a key, a row of 栏次 is no data', () => {
    const text = '收入决算表\n单位：元\n项目→行次→金额\n栏次→→1\n一、财政拨款收入→1→5.00';
    expect(keysOf(text)).toEqual(['项目=name', '行次=line-no']);
    expect(rowsOf(run(text).placed.tables[0]!)).toEqual(['一、财政拨款收入: 0=5.00']);
    expect(run(text).placed.tables[0]!.items[0]!.lineNo).toBe('1');
  });

  test('two sides with different numbers of value columns', () => {
    const text =
      '财政拨款收支预算总表\n单位：万元\n收入→→支出→→→\n项目→预算数→项目→合计→一般公共预算→政府性基金预算\n一、本年收入→9.00→一、教育支出→9.00→8.00→1.00\n收入总计→9.00→支出总计→9.00→8.00→1.00';
    const table = tableOf(text);
    expect(table.shape).toBe('two-sided');
    expect(table.panels.map(({ side, values }) => [side, values])).toEqual([
      ['revenue', [0]],
      ['expenditure', [1, 2, 3]],
    ]);
    expect(pathsOf(table)).toEqual(['0: 预算数', '1: 合计', '1: 一般公共预算', '1: 政府性基金预算']);
  });

  test('three panels side by side', () => {
    const text =
      '一般公共预算财政拨款基本支出决算表\n公开06表\n单位：万元\n人员经费→→→公用经费→→→→→\n科目编码→科目名称→金额→科目编码→科目名称→金额→科目编码→科目名称→金额\n301→工资福利支出→5.00→302→商品和服务支出→3.00→310→资本性支出→1.00\n人员经费合计→→5.00→公用经费合计→→→→→4.00';
    const table = tableOf(text);
    expect(table.shape).toBe('panels');
    expect(table.panels.map(({ name, values }) => [name, values.length])).toEqual([
      ['人员经费', 1],
      ['公用经费', 1],
      ['公用经费', 1],
    ]);
    expect(table.columns.map((column) => column.path)).toEqual([['金额'], ['金额'], ['金额']]);
  });

  test('panels below one head go by the header of their own', () => {
    const named = (text: string) => {
      const { panels, columns } = tableOf(text);
      return [panels.map(({ side, name }) => `${side}: ${name}`), columns.map(({ path }) => path.join(' > '))];
    };
    const total = '支出总计→3.00';
    expect(
      named(
        `收支总表\n单位：元\n收入→→支出→→→\n项目→预算数→支出功能分类→预算数→部门经济分类→预算数\n一、财政拨款→3.00→一、教育支出→3.00→一、工资福利支出→3.00\n收入总计→3.00→${total}→${total}`,
      ),
    ).toEqual([
      ['revenue: 收入', 'expenditure: 支出功能分类', 'expenditure: 部门经济分类'],
      ['预算数', '预算数', '预算数'],
    ]);
    expect(
      named(
        `收支总表\n单位：元\n收入→→支出→→→\n项目→金额→功能分类→→支出用途→\n→→科目名称→金额→项目名称→金额\n一、财政拨款→3.00→一、教育支出→3.00→一、基本支出→3.00\n收入总计→3.00→${total}→${total}`,
      ),
    ).toEqual([
      ['revenue: 收入', 'expenditure: 功能分类', 'expenditure: 支出用途'],
      ['金额', '金额', '金额'],
    ]);
  });

  test('a ghost column without header and values does not count', () => {
    expect(pathsOf(tableOf('支出预算总表\n单位：元\n科目编码→科目名称→→合计→→项目支出\n208→甲→→1.00→→1.00'))).toEqual(['合计', '项目支出']);
  });

  test('text columns are attributes, never facts', () => {
    const text = '项目支出预算表\n单位：万元\n单位名称→项目名称→项目内容→合计→备注\n甲局→档案→修缮3间，每间2.00万元→6.00→新增';
    expect(pathsOf(tableOf(text))).toEqual(['合计']);
    expect(run(text).placed.tables[0]!.items[0]!.attributes).toEqual({ 项目内容: '修缮3间，每间2.00万元', 备注: '新增' });
  });

  test('years make periods, units and percents types', () => {
    const table = tableOf('“三公”经费支出表\n单位：万元\n项目→2025年预算数→2026年预算数→增长率（%）→车辆数（辆）\n合计→2.00→1.00→-50.00→3');
    expect(table.columns.map(({ period, type, unit }) => [period, type, unit])).toEqual([
      [2025, 'money', '万元'],
      [2026, 'money', '万元'],
      [null, 'percent', '%'],
      [null, 'count', '辆'],
    ]);
  });

  test('a header without any row is read all the same', () => {
    expect(pathsOf(tableOf('国有资本经营预算支出表\n单位：元\n科目编码→科目名称→合计→基本支出→项目支出\n\n第三部分 名词解释'))).toEqual([
      '合计',
      '基本支出',
      '项目支出',
    ]);
  });

  test('two columns of one path, or none at all, are a damaged header', () => {
    expect(tableOf('支出预算总表\n单位：元\n科目编码→科目名称→合计→上缴支出→上缴支出\n208→甲→1.00→1.00→0.00').headerDamaged).toBe(
      '上缴支出',
    );
    expect(tableOf('支出预算总表\n单位：元\n科目编码→科目名称→合计→基本支出\n208→甲→1.00→1.00→2.00').headerDamaged).not.toBeNull();
  });

  describe('a header row of another width than the rule of its markdown table', () => {
    const table = (second: string, rule = '| --- | --- | --- | --- | --- |') =>
      tableOf(
        `### 支出预算总表\n单位：元\n| 科目编码 | 科目名称 | 合计 | 基本支出 |  |\n${rule}\n${second}\n| 208 | 甲 | 3.00 | 1.00 | 2.00 |\n| 209 | 乙 | 3.00 | 1.00 | 2.00 |`,
      );
    const shifted = (second: string, rule?: string) => {
      const { headerDamaged, columns } = table(second, rule);
      return [headerDamaged, columns.map((column) => column.shifted ?? false)];
    };

    test('is damaged, and the columns that it may have shifted are known', () => {
      expect(shifted('|  |  |  | 人员经费 | 公用经费 |')).toEqual([null, [false, false, false]]);
      expect(shifted('|  |  |  |  | 人员经费 | 公用经费 |')[1]).toEqual([false, true, true, true]);
      expect(shifted('|  |  | 人员经费 | 公用经费 |')).toEqual(['|  | 人员经费 | 公用经费', [true, true, true]]);
      expect(shifted('|  |  |  | 人员经费 | 公用经费 |  |')[1]).toEqual([true, true, true]);
    });

    test('is not where the rule is the one that differs', () => {
      expect(shifted('|  |  |  | 人员经费 | 公用经费 |', '| --- | --- |')).toEqual([null, [false, false, false]]);
    });
  });
});

test('what a column holds, from its header', () => {
  expect([['合计'], ['增长率'], ['完成比例（%）'], ['辆数'], ['接待人次'], ['采购数量'], ['基本支出', '小计']].map(typeOf)).toEqual([
    'money',
    'percent',
    'percent',
    'count',
    'count',
    'quantity',
    'money',
  ]);
});

describe('kinds', () => {
  test.each([
    ['收支预算总表', 'revenueExpenditureSummary'],
    ['收入决算表', 'revenueSummary'],
    ['支出预算总表', 'expenditureSummary'],
    ['财政拨款收支预算总表', 'fiscalAppropriationSummary'],
    ['一般公共预算支出表', 'generalPublicBudgetExpenditure'],
    ['一般公共预算基本支出表', 'basicExpenditure'],
    ['政府性基金预算支出表', 'governmentFundBudget'],
    ['国有资本经营预算支出表', 'stateCapitalBudget'],
    ['“三公”经费支出表', 'threePublicExpenses'],
    ['项目支出预算表', 'projectExpenditure'],
  ])('%s is %s', (title, kind) => {
    expect(tableOf(`${title}\n单位：元\n科目编码→科目名称→合计\n208→甲→1.00`).kind).toBe(kind);
  });
});
