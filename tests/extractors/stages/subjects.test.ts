import { describe, expect, test } from 'vitest';
import { rowsOf, run } from '../documents.ts';

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
      '甲',
      '乙* < 甲',
      '乙馆',
      '丙*',
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
