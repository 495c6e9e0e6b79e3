import { describe, expect, test } from 'vitest';
import type { NestedRow } from '../../../../extractors/model/tables.ts';
import { subjects } from '../../../../extractors/tables/nesting/index.ts';
import { PROFILES, rowsOf, run } from '../../documents.ts';

const nested = (text: string) => run(text).nested;
/** `label < parent`, with `*` at leaves. */
const tree = (text: string): string[] => {
  const { items } = nested(text).tables[0]!;
  return items.map((row) => `${row.label}${row.isLeaf ? '*' : ''}${row.parent === null ? '' : ` < ${items[row.parent]!.label}`}`);
};
const CODED = '支出预算总表\n单位：万元\n科目编码→科目名称→合计';
const SIDE = '收支预算总表\n单位：万元\n收入→→支出→\n项目→预算数→项目→预算数';

describe('by subject code', () => {
  test('3, 5 and 7 digits', () => {
    expect(tree(`${CODED}\n→合计→5\n208→甲→3\n20805→乙→3\n2080505→丙→2\n2080506→丁→1\n210→戊→2`)).toEqual([
      '合计',
      '甲',
      '乙 < 甲',
      '丙* < 乙',
      '丁* < 乙',
      '戊*',
    ]);
  });

  test('a level that is not printed is skipped', () => {
    expect(tree(`${CODED}\n208→甲→3\n2080505→丙→3`)).toEqual(['甲', '丙* < 甲']);
  });

  test('a child before its parent, or without one, is a root', () => {
    expect(tree(`${CODED}\n2080505→丙→3\n208→甲→3`)).toEqual(['丙*', '甲*']);
  });

  test('codes start again below each unit', () => {
    expect(tree(`${CODED}\n→578001 甲馆→3\n208→甲→3\n20805→乙→3\n→578002 乙馆→1\n20805→丙→1`)).toEqual([
      '甲馆',
      '甲 < 甲馆',
      '乙* < 甲',
      '乙馆',
      '丙* < 乙馆',
    ]);
  });

  test('the department right above the first of its units is their sum', () => {
    expect(tree(`${CODED}\n→某市甲局→4\n→某市甲局（本级）→3\n208→甲→3\n→某市乙中心→1\n208→甲→1`)).toEqual([
      '某市甲局',
      '某市甲局（本级） < 某市甲局',
      '甲* < 某市甲局（本级）',
      '某市乙中心 < 某市甲局',
      '甲* < 某市乙中心',
    ]);
  });

  test('a page cut between parent and child is none', () => {
    expect(tree(`${CODED}\n208→甲→3\n\f20805→乙→3`)).toEqual(['甲', '乙* < 甲']);
  });

  test('the classification never overwrites what is printed', () => {
    const { tables } = nested(`${CODED}\n208→社会保障与就业→3`);
    expect(rowsOf(tables[0]!)).toEqual(['208 社会保障与就业: 0=3']);
  });
});

describe('by numbering that starts over', () => {
  test('below 本年支出, with a rounding tail', () => {
    expect(
      tree(`${SIDE}
一、本年收入→9.01→一、本年支出→9.01
一般公共预算拨款→9.01→一、教育支出→5.00
二、上年结转→1.00→二、卫生健康支出→4.00
→→二、结转下年→1.00`),
    ).toEqual([
      '一、本年收入',
      '一、本年支出',
      '一般公共预算拨款* < 一、本年收入',
      '一、教育支出* < 一、本年支出',
      '二、上年结转*',
      '二、卫生健康支出* < 一、本年支出',
      '二、结转下年*',
    ]);
  });

  test('below a carryover, but not where the sums do not agree', () => {
    const rows = (part: string) => `${SIDE}\n一、预算拨款→8.00→一、教育支出→8.00\n上年结转→2.00→→\n一、预算拨款→${part}→→`;
    expect(tree(rows('2.00')).at(-1)).toBe('一、预算拨款* < 上年结转');
    expect(tree(rows('1.00')).at(-1)).toBe('一、预算拨款*');
  });
});

describe('by numbering', () => {
  test('一、 over （一） over 1.', () => {
    expect(
      tree(
        `${SIDE}\n一、本年收入→5→一、基本支出→5\n（一）单位资金→5→（一）人员经费→5\n1.事业收入→5→1.工资→5\n二、上年结转→1→二、项目支出→1`,
      ),
    ).toEqual([
      '一、本年收入',
      '一、基本支出',
      '（一）单位资金 < 一、本年收入',
      '（一）人员经费 < 一、基本支出',
      '1.事业收入* < （一）单位资金',
      '1.工资* < （一）人员经费',
      '二、上年结转*',
      '二、项目支出*',
    ]);
  });

  test('funds without numbering stand below the carryover that they add up to', () => {
    expect(
      tree(`${SIDE}\n一、本年收入→5→一、教育支出→8\n二、上年结转→3→→\n一般公共预算→2→→\n政府性基金预算→1→→\n收入总计→8→支出总计→8`),
    ).toEqual([
      '一、本年收入*',
      '一、教育支出*',
      '二、上年结转',
      '一般公共预算* < 二、上年结转',
      '政府性基金预算* < 二、上年结转',
      '收入总计',
      '支出总计',
    ]);
  });
});

test('organisations at the top of a list with rows below them are its units, whatever the column is called', () => {
  const read = nested('基本支出表\n单位：万元\n支出项目类别→合计\n江川市商务局→9.00\n工资福利支出→7.00\n商品和服务支出→2.00');
  const roles = (levels: readonly number[]): string[] => {
    const indented = read.tables.map((table) => ({
      ...table,
      items: table.items.map((row, i): NestedRow => ({ ...row, indent: levels[i]!, parent: null })),
    }));
    return subjects.run(indented, { profile: PROFILES[0]!, report: () => {} })[0]!.items.map(({ role }) => role);
  };
  expect(roles([0, 20, 20])).toEqual(['unit', 'item', 'item']);
});

describe('其中', () => {
  test('（一） below a row without numbering opens a list that its siblings go on with', () => {
    const text = `财政拨款“三公”经费预算表
单位：万元
项目→合计
行政经费→90.00
“三公”经费→7.00
其中：（一）因公出国（境）支出→4.00
（二）公务用车购置及运行维护支出→1.00
1.公务用车购置费→0.25
2.公务用车运行维护费→0.75
（三）公务接待费支出→2.00
会议费→3.00`;
    expect(rowsOf(nested(text).tables[0]!)).toEqual([
      '行政经费: 0=90.00',
      '“三公”经费: 0=7.00',
      '其中：（一）因公出国（境）支出 [memo] ^“三公”经费: 0=4.00',
      '（二）公务用车购置及运行维护支出 [memo] ^“三公”经费: 0=1.00',
      '1.公务用车购置费 ^“三公”经费/（二）公务用车购置及运行维护支出: 0=0.25',
      '2.公务用车运行维护费 ^“三公”经费/（二）公务用车购置及运行维护支出: 0=0.75',
      '（三）公务接待费支出 [memo] ^“三公”经费: 0=2.00',
      '会议费: 0=3.00',
    ]);
  });

  test('is part of the row above it where indents show the levels, which stays a leaf', () => {
    const read = nested('收入总表\n单位：万元\n项目→预算数\n甲部门→9.00\n甲类拨款→9.00\n乙款→7.00\n其中：专项资金→1.00\n丙款→2.00');
    const levels = [0, 10, 20, 25, 20];
    const indented = read.tables.map((table) => ({
      ...table,
      items: table.items.map((row, i): NestedRow => ({ ...row, indent: levels[i]!, parent: null, role: i === 3 ? 'memo' : 'item' })),
    }));
    const [table] = subjects.run(indented, { profile: PROFILES[0]!, report: () => {} });
    expect(table!.items.map((row) => [row.label, row.parent, row.isLeaf])).toEqual([
      ['甲部门', null, false],
      ['甲类拨款', 0, false],
      ['乙款', 1, true],
      ['其中：专项资金', 2, true],
      ['丙款', 1, true],
    ]);
  });
});

test('a row that is called as a unit of another table is that unit, with what stands below it', () => {
  const { tables } = nested(
    [
      '收入总表\n单位：万元\n单位名称→合计\n某市甲局→5\n某市甲局（本级）→3\n某市乙中心→2',
      '基本支出总表\n单位：万元\n预算单位→预算项目→合计\n某市甲局→→5\n→某市甲局（本级）→3\n→工资福利支出→3\n→某市乙中心→2\n→商品和服务支出→2',
    ].join('\n\n'),
  );
  expect(tables[1]!.items.flatMap(({ label, role, isLeaf }) => (role === 'unit' && !isLeaf ? [label] : []))).toEqual([
    '某市甲局',
    '某市甲局（本级）',
    '某市乙中心',
  ]);
});

describe('by the names of the classification', () => {
  const NAMED = '支出预算总表\n单位：万元\n功能分类科目名称 合计 基本支出 项目支出';
  const NAMES = ['一般公共服务支出', '其他一般公共服务支出', '其他一般公共服务支出', '公共安全支出', '公安', '行政运行', '执法办案'];

  test('where neither codes nor indents are printed', () => {
    expect(tree(`${NAMED}\n合计 9.00 5.00 4.00\n${NAMES.map((name) => `${name} 9.00 5.00 4.00`).join('\n')}`)).toEqual([
      '合计',
      '一般公共服务支出',
      '其他一般公共服务支出 < 一般公共服务支出',
      '其他一般公共服务支出* < 其他一般公共服务支出',
      '公共安全支出',
      '公安 < 公共安全支出',
      '行政运行* < 公安',
      '执法办案* < 公安',
    ]);
  });

  test.each([
    ['a level is left out', ['公共安全支出', '行政运行', '执法办案', '卫生健康支出']],
    ['they come in another order', ['公安', '公共安全支出', '行政运行', '执法办案']],
    ['they are three', ['公共安全支出', '公安', '行政运行']],
  ])('not where %s', (_, names) => {
    expect(tree(`${NAMED}\n合计 9.00 5.00 4.00\n${names.map((name) => `${name} 9.00 5.00 4.00`).join('\n')}`).join()).not.toContain(
      '行政运行* < 公安',
    );
  });
});
