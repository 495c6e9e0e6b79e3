import { describe, expect, test } from 'vitest';
import { pathsOf, rowsOf, ruleIds, run } from '../../documents.ts';

const shown = (text: string): string[] => rowsOf(run(text).placed.tables[0]!);
const FIVE = '支出预算总表\n表3\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出\n小计 人员经费 公用经费';
const THREE = '一般公共预算基本支出表\n表6\n单位：万元\n科目编码 科目名称 合计 人员经费 公用经费';

test('the header of these texts is read', () => {
  const { headered } = run(`${FIVE}\n合计 1.00 1.00`);
  expect(pathsOf(headered.tables[0]!)).toEqual(['合计', '基本支出 > 小计', '基本支出 > 人员经费', '基本支出 > 公用经费', '项目支出']);
});

describe('by the row alone', () => {
  test('120.60 120.60 can only be 合计 and 项目支出', () => {
    expect(shown(`${FIVE}\n合计 120.60 120.60\n210 卫生健康支出 120.60 120.60`)).toEqual([
      '合计 [total]: 0!=120.60 4!=120.60',
      '210 卫生健康支出: 0!=120.60 4!=120.60',
    ]);
  });

  test('as many numbers as columns', () => {
    expect(shown(`${FIVE}\n合计 6.00 3.00 2.00 1.00 3.00`)).toEqual(['合计 [total]: 0!=6.00 1!=3.00 2!=2.00 3!=1.00 4!=3.00']);
  });
});

describe('with the sums down the columns', () => {
  test('33.00 33.00 is 公用经费 because its parent has it there', () => {
    const text = `${THREE}\n合计 43.00 10.00 33.00\n301 工资福利支出 10.00 10.00\n302 商品和服务支出 33.00 33.00\n30201 办公费 30.00 30.00\n30211 差旅费 3.00 3.00`;
    expect(shown(text)).toEqual([
      '合计 [total]: 0!=43.00 1!=10.00 2!=33.00',
      '301 工资福利支出: 0!=10.00 1!=10.00',
      '302 商品和服务支出: 0!=33.00 2!=33.00',
      '30201 办公费 ^商品和服务支出: 0!=30.00 2!=30.00',
      '30211 差旅费 ^商品和服务支出: 0!=3.00 2!=3.00',
    ]);
  });

  test('children of one parent can stand in different columns', () => {
    const text = `${THREE}\n合计 14.00 9.00 5.00\n302 商品和服务支出 14.00 9.00 5.00\n30201 办公费 5.00 5.00\n30239 其他交通费用 9.00 9.00`;
    expect(shown(text).slice(2)).toEqual([
      '30201 办公费 ^商品和服务支出: 0!=5.00 2!=5.00',
      '30239 其他交通费用 ^商品和服务支出: 0!=9.00 1!=9.00',
    ]);
  });
});

describe('across tables', () => {
  test('a table that restates another takes its columns', () => {
    const codes = '科目编码 科目名称 合计 基本支出 项目支出';
    const text = `支出预算总表\n表3\n单位：万元\n${codes}\n合计 5.00 5.00\n208 甲 5.00 5.00\n\n一般公共预算支出表\n表5\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n→合计→5.00→→5.00\n208→甲→5.00→→5.00`;
    expect(rowsOf(run(text).placed.tables[0]!)).toEqual(['合计 [total]: 0!=5.00 2!=5.00', '208 甲: 0!=5.00 2!=5.00']);
  });
});

describe('what stays open', () => {
  test('is ambiguous, with the other columns listed, and reported', () => {
    const { placed, findings } = run(`${THREE}\n合计 5.00 5.00\n302 商品和服务支出 5.00 5.00`);
    const cells = placed.tables[0]!.items.map((row) =>
      row.cells.map(({ placement, column, alternatives }) => [placement, [column, ...alternatives].sort()]),
    );
    expect(cells).toEqual(
      new Array(2).fill([
        ['unique', [0]],
        ['ambiguous', [1, 2]],
      ]),
    );
    expect(ruleIds(findings).filter((id) => id === 'placement/ambiguous').length).toBeGreaterThan(0);
  });

  test('two children of the same size can be exchanged', () => {
    const text = `${THREE}\n合计 6.00 3.00 3.00\n302 商品和服务支出 6.00 3.00 3.00\n30201 办公费 3.00 3.00\n30239 其他交通费用 3.00 3.00`;
    const open = run(text)
      .placed.tables[0]!.items.slice(2)
      .map((row) => row.cells[1]!);
    expect(open.map(({ placement }) => placement)).toEqual(['ambiguous', 'ambiguous']);
    expect(open.map(({ column, alternatives }) => [column, ...alternatives].sort())).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });
});

describe('texts that no exact solution fits', () => {
  const rows = [
    '合计 43.00 10.00 33.00',
    '301 工资福利支出 10.00 10.00',
    '302 商品和服务支出 33.00 33.00',
    '30201 办公费 30.00 30.00',
    '30211 差旅费 3.00 3.00',
  ];
  const cellsOf = (lines: string[]) => run(`${THREE}\n${lines.join('\n')}`).placed.tables[0]!.items.flatMap((row) => row.cells);

  test('a wrong digit: every number still has a column', () => {
    const spoilt = [...rows];
    spoilt[3] = '30201 办公费 36.00 36.00';
    expect(cellsOf(spoilt).every((cell) => cell.column !== null)).toBe(true);
    expect(cellsOf(spoilt)).toHaveLength(11);
  });

  test('a missing row: every number still has a column, none is invented', () => {
    const spoilt = rows.filter((_, i) => i !== 4);
    expect(cellsOf(spoilt).every((cell) => cell.column !== null)).toBe(true);
    expect(cellsOf(spoilt)).toHaveLength(9);
  });

  test('more numbers than columns are kept, in order, and reported', () => {
    const { placed, findings } = run(`${THREE}\n合计 1.00 2.00 3.00 4.00\n208 甲 1.00 1.00`);
    expect(placed.tables[0]!.items[0]!.cells.map(({ value, placement }) => [value, placement])).toEqual([
      ['1.00', 'ambiguous'],
      ['2.00', 'ambiguous'],
      ['3.00', 'ambiguous'],
      ['4.00', 'ambiguous'],
    ]);
    expect(ruleIds(findings)).toContain('row/misaligned');
  });
});

test('tables with a grid are left as they are printed', () => {
  const { printed, placed } = run('支出预算总表\n单位：万元\n科目编码→科目名称→合计→基本支出\n208→甲→1.00→9.00');
  expect(placed.tables[0]!.items).toEqual(printed.tables[0]!.items);
});

describe('a row that lost one of its numbers', () => {
  const TWO_YEARS =
    '支出功能分类预算表\n表10\n单位：万元\n科目编码 科目名称 总计\n本年收入 上年结转结余\n合计\n一般公共预算\n政府性基金预算\n合计\n一般公共预算\n政府性基金预算';
  const sound = [
    '合计 95.00 70.00 60.00 10.00 25.00 25.00',
    '201 一般公共服务支出 65.00 40.00 40.00 25.00 25.00',
    '20126 档案事务 65.00 40.00 40.00 25.00 25.00',
    '208 社会保障和就业支出 20.00 20.00 20.00',
    '20805 行政事业单位养老支出 20.00 20.00 20.00',
    '229 其他支出 10.00 10.00 10.00',
    '22960 彩票公益金安排的支出 10.00 10.00 10.00',
  ];
  const placed = (lines: readonly string[]) => run(`${TWO_YEARS}\n${lines.join('\n')}`).placed.tables[0]!.items;
  const without = (line: string, n: number): string => {
    const numbers = [...line.matchAll(/ \d+\.\d\d/g)];
    return line.slice(0, numbers[n]!.index) + line.slice(numbers[n]!.index + numbers[n]![0].length);
  };

  test.each(
    sound.flatMap((line, r) =>
      [...line.matchAll(/ \d+\.\d\d/g)].map((number, n) => [`${line.split(' ')[0]} without${number[0]}`, r, n] as const),
    ),
  )('%s: no other row is sure of another column', (_, damaged, n) => {
    const before = placed(sound);
    const after = placed(sound.map((line, r) => (r === damaged ? without(line, n) : line)));
    const wrong = after.flatMap(({ cells, label }, r) => {
      const moved =
        r === damaged ? [] : cells.filter((cell, c) => cell.placement === 'unique' && cell.column !== before[r]!.cells[c]!.column);
      return moved.map(({ raw, column }) => `${label} ${raw}: ${column}`);
    });
    expect(wrong).toEqual([]);
  });
});

test('a percentage stands below a head of percentages, an amount below another', () => {
  const text =
    '支出预算总表\n表3\n单位：万元\n科目编码 科目名称 2026年预算数\n2026年预算数比\n2025年执行数\n增减额 增减(%)\n201 一般公共服务支出 120.00 20.00 20.00%\n208 社会保障和就业支出 90.00 -12.50%';
  const columns = run(text).placed.tables[0]!.items.map(({ cells }) => cells.map(({ column, placement }) => `${column} ${placement}`));
  expect(columns).toEqual([
    ['0 unique', '1 unique', '2 unique'],
    ['0 ambiguous', '2 unique'],
  ]);
});
