import { describe, expect, test } from 'vitest';
import { at } from '../../../../extractors/model/at.ts';
import { coordinatesOf } from '../../../../schemas/lexicon/coordinates/index.ts';
import { run } from '../../documents.ts';

/** The coordinates of the number in the row and the column that are called so; several tables: in the first that has both. */
function of(text: string, label: string, path: string) {
  for (const table of run(text).placed.tables) {
    for (const row of table.items.filter((item) => item.label === label)) {
      for (const { column } of row.cells) {
        if (column === null) continue;
        const header = at(table.columns, column);
        if (header.path.join(' > ') === path) return coordinatesOf(table.coordinates, row.coordinates, header.coordinates);
      }
    }
  }
  throw new Error(`no ${label} | ${path}`);
}

const SUMMARY = `
表1
收支预算总表
单位：万元
收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、一般公共预算拨款收入\t90.00\t一、一般公共服务支出\t60.00
二、事业收入\t10.00\t二、国有资本经营预算支出\t35.00
本年收入合计\t100.00\t本年支出合计\t95.00
上年结转结余\t5.00\t结转下年\t10.00
收入总计\t105.00\t支出总计\t105.00
`;

describe('both sides of a 收支 table', () => {
  test('beside 上年结转 a source of revenue is that of the year, and the total of both', () => {
    expect(of(SUMMARY, '一、一般公共预算拨款收入', '预算数')).toMatchObject({
      flow: 'revenue',
      fund: 'generalPublicBudget',
      vintage: 'currentYear',
      component: null,
    });
    expect(of(SUMMARY, '二、事业收入', '预算数')).toMatchObject({ fund: 'unitFunds', item: 'serviceRevenue', vintage: 'currentYear' });
    expect(of(SUMMARY, '本年收入合计', '预算数')).toMatchObject({ fund: 'all', vintage: 'currentYear', item: null });
    expect(of(SUMMARY, '上年结转结余', '预算数')).toMatchObject({ flow: 'revenue', vintage: 'carriedOver' });
    expect(of(SUMMARY, '收入总计', '预算数')).toMatchObject({ flow: 'revenue', vintage: 'all', item: null });
  });

  test('a subject says nothing of the fund', () => {
    expect(of(SUMMARY, '二、国有资本经营预算支出', '预算数')).toMatchObject({ flow: 'expenditure', fund: 'all', functionalCode: '223' });
  });

  test('支出总计 holds what is left over for next year', () => {
    expect(of(SUMMARY, '本年支出合计', '预算数')).toMatchObject({ flow: 'expenditure', vintage: 'all', item: null, component: 'total' });
    expect(of(SUMMARY, '结转下年', '预算数')).toMatchObject({ flow: 'expenditure', vintage: 'carriedForward' });
    expect(of(SUMMARY, '支出总计', '预算数')).toMatchObject({ item: 'totalUses' });
  });
});

const SPENT = `
表5
一般公共预算支出表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t\t\t项目支出
\t\t\t小计\t工资福利支出\t离退休人员慰问\t
\t合计\t20.00\t12.00\t8.00\t4.00\t8.00
208\t社会保障和就业支出\t20.00\t12.00\t8.00\t4.00\t8.00
`;

describe('columns', () => {
  test('title, header and code together', () => {
    expect(of(SPENT, '社会保障和就业支出', '项目支出')).toMatchObject({
      flow: 'expenditure',
      fund: 'generalPublicBudget',
      component: 'project',
      classification: 'functional',
      functionalCode: '208',
    });
    expect(of(SPENT, '社会保障和就业支出', '基本支出 > 小计')).toMatchObject({ component: 'basic', departmentEconomicCode: null });
    expect(of(SPENT, '社会保障和就业支出', '基本支出 > 工资福利支出')).toMatchObject({ component: 'basic', departmentEconomicCode: '301' });
  });

  test('a part that nobody knows is not its whole', () => {
    expect(of(SPENT, '合计', '基本支出 > 离退休人员慰问')).toMatchObject({
      fund: 'generalPublicBudget',
      component: null,
      item: '离退休人员慰问',
    });
  });

  test('a table of expenditure: 事业收入 is what pays for it', () => {
    const text = `
表7
项目支出预算表
单位：万元
项目名称\t合计\t本年收入\t\t上年结转结余
\t\t一般公共预算\t事业收入\t
合计\t20.00\t10.00\t5.00\t5.00
档案室改造\t20.00\t10.00\t5.00\t5.00
`;
    expect(of(text, '档案室改造', '本年收入 > 事业收入')).toMatchObject({
      flow: 'expenditure',
      component: 'project',
      fund: 'unitFunds',
      vintage: 'currentYear',
      project: '档案室改造',
      classification: 'project',
    });
    expect(of(text, '合计', '合计')).toMatchObject({ fund: 'all', vintage: 'all', project: null });
    expect(of(text, '合计', '上年结转结余')).toMatchObject({ vintage: 'carriedOver' });
  });
});
