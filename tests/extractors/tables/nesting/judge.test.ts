import { describe, expect, test } from 'vitest';
import type { NestedRow } from '../../../../extractors/model/tables.ts';
import { sumEvidence } from '../../../../extractors/tables/nesting/sums/evidence.ts';
import { type NestingReading, nestByBest } from '../../../../extractors/tables/nesting/sums/judge.ts';
import { run } from '../../documents.ts';

/** `label < parent [role]`. */
const tree = (text: string): string[] => {
  const { items } = run(text).nested.tables[0]!;
  return items.map(
    ({ label, parent, role }) => `${label}${parent === null ? '' : ` < ${items[parent]!.label}`}${role === 'item' ? '' : ` [${role}]`}`,
  );
};

/** Rows of two columns that nothing is known of but these. */
function rowsWith(...amounts: readonly (readonly [string, string])[]): NestedRow[] {
  const lines = amounts.map(([one, other], i) => `甲${'乙'.repeat(i)}→${one}→${other}`);
  const { items } = run(`支出表\n单位：元\n项目→金额→数额\n${lines.join('\n')}`).nested.tables[0]!;
  return items.map((row): NestedRow => ({ ...row, parent: null, role: 'item' }));
}

const below =
  (...parents: (number | null)[]): NestingReading =>
  (rows) => {
    for (const [i, row] of rows.entries()) row.parent = parents[i] ?? null;
    return true;
  };
const parentsBy = (rows: NestedRow[], ...readings: NestingReading[]) => {
  nestByBest(rows, readings);
  return rows.map(({ parent }) => parent);
};

describe('what the amounts say', () => {
  test('digits that sums confirm, and that they contradict', () => {
    const rows = rowsWith(['123.40', '9.00'], ['100.00', '4.00'], ['23.40', '4.00']);
    below(null, 0, 0)(rows);
    expect(sumEvidence(rows)).toEqual({ confirmed: 4, broken: 1 });
  });

  test('an amount that one part repeats counts as one digit', () => {
    const rows = rowsWith(['123.40', '0.00'], ['123.40', '0.00']);
    below(null, 0)(rows);
    expect(sumEvidence(rows)).toEqual({ confirmed: 1, broken: 0 });
  });
});

describe('of several ways to nest rows', () => {
  const rows = () => rowsWith(['123.40', ''], ['100.00', ''], ['23.40', ''], ['7.77', '']);

  test('the first stands while its sums are exact', () => {
    expect(parentsBy(rows(), below(null, 0, 0), below(null, null, 1))).toEqual([null, 0, 0, null]);
  });

  test('one whose sums are exact overrules one whose sums are broken', () => {
    expect(parentsBy(rows(), below(null, 0, 0, 0), below(null, 0, 0, null))).toEqual([null, 0, 0, null]);
  });

  test('one that only breaks less does not', () => {
    expect(parentsBy(rows(), below(null, 0, 0, 0), below(null, null, null, null))).toEqual([null, 0, 0, 0]);
  });

  test('one that has nothing to go by is passed over', () => {
    expect(parentsBy(rows(), () => false, below(null, 0, 0))).toEqual([null, 0, 0, null]);
  });

  test('a broken digit weighs as much as two that are confirmed', () => {
    // One confirms a digit and breaks one; the other confirms four and breaks two, or three.
    const rivals = (broken: string) =>
      parentsBy(
        rowsWith(['5', '3'], ['5', '2'], ['12.34', broken], ['10.00', '1'], ['2.34', '1']),
        below(null, 0, null, null, null),
        below(null, null, null, 2, 2),
      );
    expect([rivals('99'), rivals('999')]).toEqual([
      [null, null, null, 2, 2],
      [null, 0, null, null, null],
    ]);
  });
});

describe('in tables', () => {
  test('rows of projects stand below their subject where the sums say so', () => {
    const text =
      '项目支出预算表\n单位：元\n科目编码→科目名称→项目名称→合计\n201→一般公共服务支出→→370610\n20113→商贸事务→→370610\n→→展会→300000\n→→调研→70610\n→合计→→370610';
    expect(tree(text)).toEqual(['一般公共服务支出', '商贸事务 < 一般公共服务支出', '展会 < 商贸事务', '调研 < 商贸事务', '合计 [total]']);
  });

  test('a code with a misprint stands beside the subjects above it, where the sums say so', () => {
    const rows = (code: string) =>
      `支出预算总表\n单位：元\n科目编码→科目名称→合计\n210→卫生健康支出→503724\n21011→行政事业单位医疗→503724\n2101101→行政单位医疗→103724\n${code}→事业单位医疗→400000\n221→住房保障支出→335816\n→合计→839540`;
    expect(tree(rows('71102'))).toEqual(tree(rows('2101102')));
  });

  test('in a column of units every name is one', () => {
    const text = '收入总体情况表\n单位：万元\n单位名称→合计→财政拨款\n合计→7.00→7.00\n江川市气象局→4.00→4.00\n江川市气象台→3.00→3.00';
    expect(tree(text)).toEqual(['合计 [total]', '江川市气象局 [unit]', '江川市气象台 [unit]']);
  });

  test('a project without code below a coded unit is none, whatever its name ends in', () => {
    const text =
      '专项业务经费支出表\n单位：元\n序号→单位编码→单位（项目）名称→项目金额\n1→→合计→370610\n2→263001→江川市商务局→370610\n3→→产业发展大会（市商务局）→300000\n4→→调研→70610';
    expect(tree(text)).toEqual(['合计 [total]', '江川市商务局 [unit]', '产业发展大会（市商务局） < 江川市商务局', '调研 < 江川市商务局']);
  });

  test('a row without a name stands beside the one above it', () => {
    const text =
      '政府采购支出表\n单位：万元\n采购品目大类→专项名称→采购品目名称→采购组织形式→总计\n合计→→→→466.12\n服务→→→→466.12\n→物业管理费→→→466.12\n→→物业管理服务→分散采购→36.12\n→→→集中采购→430.00';
    expect(tree(text)).toEqual(['合计 [total]', '服务', '物业管理费 < 服务', '物业管理服务 < 物业管理费', ' < 物业管理费']);
  });

  test('a dash in the column of codes is no name', () => {
    const text =
      '专项业务经费支出表\n单位：元\n序号→单位编码→单位（项目）名称→项目金额\n1→→合计→370610\n2→263001→江川市商务局→370610\n3→-→展会→300000\n4→→调研→70610';
    const { items } = run(text).nested.tables[0]!;
    expect(items.map(({ label, outer }) => [...outer, label].join(' > '))).toEqual(['合计', '江川市商务局', '展会', '调研']);
  });
});

test('forty rows without parents may stand below a subject, of more nothing is asked', () => {
  const parents = (orphans: number) => {
    const rows = Array.from({ length: orphans }, (_, i) => `→→项目${i}→100.07`);
    const sum = (orphans * 100.07).toFixed(2);
    const text = `项目支出预算表\n单位：元\n科目编码→科目名称→项目名称→合计\n201→一般公共服务支出→→${sum}\n${rows.join('\n')}\n→合计→→${sum}`;
    return run(text).nested.tables[0]!.items.filter(({ parent }) => parent !== null).length;
  };
  expect([parents(40), parents(41)]).toEqual([40, 0]);
});
