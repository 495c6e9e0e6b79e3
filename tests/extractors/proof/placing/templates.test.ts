import { describe, expect, test } from 'vitest';
import { pathsOf, rowsOf, ruleIds, run } from '../../documents.ts';

const TEMPLATE = ['合计', '基本支出 > 小计', '基本支出 > 人员经费', '基本支出 > 公用经费', '项目支出'];
const ROWS = '→合计→9.00→5.00→3.00→2.00→4.00\n208→甲→6.00→5.00→3.00→2.00→1.00\n210→乙→3.00→→→→3.00';
const text = (header: string, rows = ROWS): string => `支出预算总表\n表3\n单位：万元\n${header}\n${rows}`;
const GOOD = '科目编码→科目名称→合计→基本支出→→→项目支出\n→→→小计→人员经费→公用经费→';
const SCRAMBLED = '科目编码→科目名称→合计→项目支出→基本支出→→\n→→→→小计→人员经费→公用经费';

describe('a scrambled header', () => {
  const { placed, findings } = run(text(SCRAMBLED), 'liaoning');
  const table = placed.tables[0]!;

  test('is read in the order of the template where the equations confirm it', () => {
    expect(pathsOf(table)).toEqual(TEMPLATE);
    expect(rowsOf(table)[1]).toBe('208 甲: 0=6.00 1=5.00 2=3.00 3=2.00 4=1.00');
  });

  test('what is printed is kept beside it', () => {
    expect(table.columns.map((column) => column.pathRaw.join(' > '))).toEqual([
      '合计',
      '项目支出',
      '基本支出 > 小计',
      '基本支出 > 人员经费',
      '基本支出 > 公用经费',
    ]);
  });

  test('and it is reported', () => expect(ruleIds(findings)).toContain('header/restored'));
});

describe('the printed header stands', () => {
  test('where it is the template', () => {
    const { placed, findings } = run(text(GOOD), 'liaoning');
    expect(pathsOf(placed.tables[0]!)).toEqual(TEMPLATE);
    expect(ruleIds(findings)).not.toContain('header/restored');
  });

  test('where the values fit it and not the template', () => {
    const rows = '→合计→9.00→4.00→5.00→3.00→2.00\n208→甲→6.00→1.00→5.00→3.00→2.00';
    const { placed, findings } = run(text(SCRAMBLED, rows), 'liaoning');
    expect(pathsOf(placed.tables[0]!)).toEqual(['合计', '项目支出', '基本支出 > 小计', '基本支出 > 人员经费', '基本支出 > 公用经费']);
    expect(ruleIds(findings)).not.toContain('header/restored');
  });

  test('where no profile knows the title', () => {
    expect(pathsOf(run(text(SCRAMBLED), 'default').placed.tables[0]!)[1]).toBe('项目支出');
  });
});
