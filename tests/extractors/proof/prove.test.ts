import { describe, expect, test } from 'vitest';
import { blamed } from '../../../extractors/proof/prove.ts';
import { run } from '../documents.ts';

/** State of each number, row by row: `proved proved | consistent`. */
function states(text: string): string[] {
  const { placed, reconciled } = run(text);
  return placed.tables[0]!.items.map((row) => row.cells.map((cell) => reconciled.states.get(cell.id) ?? 'unconstrained').join(' '));
}
const HEAD = '支出预算总表\n表3\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出';

describe('printed columns', () => {
  test('an error in any one cell would show, and no other cell could hide it: proved', () => {
    expect(states(`${HEAD}\n→合计→5.00→2.00→3.00\n208→甲→4.00→1.00→3.00\n210→乙→1.00→1.00→`)).toEqual([
      'proved proved proved',
      'proved proved proved',
      'proved proved',
    ]);
  });

  test('one equation alone: any of its cells could hide an error of another: consistent', () => {
    expect(states(`${HEAD}\n208→甲→3.00→1.00→2.00`)).toEqual(['consistent consistent consistent']);
  });

  test('one addend that is not blank proves digits at best', () => {
    expect(states(`${HEAD}\n208→甲→3.00→→3.00`)).toEqual(['consistent consistent']);
  });

  test('cells whose columns of the matrix are proportional are no proof of each other', () => {
    const one = '支出预算总表\n表3\n单位：万元\n科目编码→科目名称→合计';
    expect(states(`${one}\n208→甲→3.00\n20805→乙→3.00`)).toEqual(['consistent', 'consistent']);
    expect(states(`${one}\n208→甲→3.00\n20805→乙→3.00\n2080505→丙→3.00`)).toEqual(['proved', 'proved', 'proved']);
  });

  test('no equation: unconstrained', () => {
    expect(states('支出预算总表\n表3\n单位：万元\n科目编码→科目名称→金额\n208→甲→3.00')).toEqual(['unconstrained']);
  });

  test('a tail proves nothing', () => {
    expect(states(`${HEAD}\n208→甲→3.01→1.00→2.00`)).not.toContainEqual(expect.stringMatching(/proved|consistent/));
  });
});

describe('columns that the equations gave', () => {
  const FIVE = '支出预算总表\n表3\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出\n小计 人员经费 公用经费';
  test('an equation spent on placing is not counted again', () => {
    expect(states(`${FIVE}\n合计 120.60 120.60\n210 卫生健康支出 120.60 120.60`)).toEqual([
      'consistent consistent',
      'consistent consistent',
    ]);
  });

  test('the same numbers with printed columns are proved', () => {
    expect(states(`${HEAD}\n→合计→120.60→→120.60\n210→卫生健康支出→120.60→→120.60`)).toEqual(['proved proved', 'proved proved']);
  });

  test('an open column is never proved', () => {
    const three = '一般公共预算基本支出表\n表6\n单位：万元\n科目编码 科目名称 合计 人员经费 公用经费';
    const { placed, reconciled } = run(`${three}\n合计 5.00 5.00\n302 商品和服务支出 5.00 5.00`);
    const open = placed.tables[0]!.items.flatMap((row) => row.cells).filter((cell) => cell.placement === 'ambiguous');
    expect(open.map((cell) => reconciled.states.get(cell.id))).not.toContain('proved');
    expect(open).toHaveLength(2);
  });
});

test('alternatives that hold 2 % together are not blamed', () => {
  const repair = (factId: string, probability: number) => ({
    changes: [{ kind: 'swap' as const, key: factId, effects: [], slot: null, facts: [{ factId, delta: null }] }],
    probability,
  });
  const of = (likeliest: number) => [...blamed([repair('a', likeliest), repair('b', 1 - likeliest)])];
  expect([0.975, 0.981].map(of)).toEqual([['a', 'b'], ['a']]);
});
