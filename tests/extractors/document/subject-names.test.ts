import { describe, expect, test } from 'vitest';
import { read, tabs } from '../documents.ts';

/** Findings about the names of one coded table, as `rule: actual | expected`. */
async function found(year: number, ...rows: string[]): Promise<string[]> {
  const table = ['支出预算总表', '单位：万元', '科目编码→科目名称→合计', ...rows.map((row) => `${row}→1.00`)];
  const { report } = await read(tabs(['青禾市水务局', `${year}年部门预算`, '', ...table].join('\n')));
  return report.findings
    .filter(({ ruleId }) => ruleId.startsWith('subject/n'))
    .map(({ ruleId, actual, expected }) => `${ruleId}: ${actual} | ${expected}`);
}

describe('the name of a code is that of its year', () => {
  test('住房公积金 was 30311 until 2018, and is 30113 since', async () => {
    expect(await found(2018, '303→对个人和家庭的补助', '30311→住房公积金')).toEqual([]);
    expect(await found(2019, '303→对个人和家庭的补助', '30311→住房公积金')).toEqual([
      'subject/name-of-another: 30113 住房公积金 | 30311 代缴社会保险费',
    ]);
  });

  test('an older name that no other code bears is accepted in any year', async () => {
    expect(await found(2026, '20805→行政事业单位离退休')).toEqual([]);
  });
});

describe('an abolished subject', () => {
  const trade = ['201→一般公共服务支出', '20115→工商行政管理事务', '2011501→行政运行', '2011505→执法办案专项'];

  test('is one in its years', async () => {
    expect(await found(2018, ...trade)).toEqual([]);
  });

  test('is told once later, with its successor, for all that is below it', async () => {
    expect(await found(2019, ...trade)).toEqual(['subject/not-in-force: 20115 工商行政管理事务 | 2019: 20138']);
  });

  test('is told of an item alone', async () => {
    expect(await found(2024, '20103→政府办公厅（室）及相关机构事务', '2010308→信访事务')).toEqual([
      'subject/not-in-force: 2010308 信访事务 | 2024: 20140',
    ]);
  });
});
