import { describe, expect, test } from 'vitest';
import { headerPaths } from '../../../../extractors/tables/header/tree.ts';
import { blocksOfText } from '../../documents.ts';

/** Paths of a header written with `→` between cells; the same object is one merged cell. */
const paths = (text: string): string[] => {
  const rows = blocksOfText(text).flatMap((block) => (block.kind === 'grid' ? block.rows : []));
  return headerPaths(rows, Math.max(...rows.map((row) => row.cells.length))).map((path) => path.map((cell) => cell.text).join(' > '));
};

describe('paths of merged header cells', () => {
  test('one level', () => {
    expect(paths('科目编码→科目名称→合计')).toEqual(['科目编码', '科目名称', '合计']);
  });

  test('two levels, key cells merged downwards', () => {
    expect(paths('科目编码→科目名称→合计→基本支出→→项目支出\n→→→人员经费→公用经费→')).toEqual([
      '科目编码',
      '科目名称',
      '合计',
      '基本支出 > 人员经费',
      '基本支出 > 公用经费',
      '项目支出',
    ]);
  });

  test('three levels', () => {
    expect(paths('项目→本年支出→→→→\n→合计→基本支出→→→项目支出\n→→小计→人员经费→公用经费→')).toEqual([
      '项目',
      '本年支出 > 合计',
      '本年支出 > 基本支出 > 小计',
      '本年支出 > 基本支出 > 人员经费',
      '本年支出 > 基本支出 > 公用经费',
      '本年支出 > 项目支出',
    ]);
  });

  test('four levels', () => {
    expect(paths('单位→预算数→→→→\n→总计→本年收入→→→上年结转\n→→合计→单位资金→→\n→→→小计→事业收入→')).toEqual([
      '单位',
      '预算数 > 总计',
      '预算数 > 本年收入 > 合计',
      '预算数 > 本年收入 > 单位资金 > 小计',
      '预算数 > 本年收入 > 单位资金 > 事业收入',
      '预算数 > 上年结转',
    ]);
  });

  test('a cell merged over key and value columns names a panel', () => {
    expect(paths('收入→→支出→\n项目→预算数→项目→预算数')).toEqual(['收入 > 项目', '收入 > 预算数', '支出 > 项目', '支出 > 预算数']);
  });

  test('rows of column numbers are no level', () => {
    expect(paths('科目编码→科目名称→合计\n栏次→→1')).toEqual(['科目编码', '科目名称', '合计']);
  });

  test('letter-spaced and padded words', () => {
    expect(paths('项　　目→ 合 计 ')).toEqual(['项目', '合计']);
  });
});
