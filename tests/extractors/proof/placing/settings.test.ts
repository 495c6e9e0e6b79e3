import { describe, expect, test } from 'vitest';
import type { PlacedTable } from '../../../../extractors/model/tables.ts';
import type { ColumnGroup, RowGroup } from '../../../../extractors/proof/ledger/identity.ts';
import { Ledger } from '../../../../extractors/proof/ledger/ledger.ts';
import { type Domains, filterBySums } from '../../../../extractors/proof/placing/consistency.ts';
import { type Placement, placementsOf } from '../../../../extractors/proof/placing/placements.ts';
import { supportOf } from '../../../../extractors/proof/placing/support.ts';
import { restoreHeader } from '../../../../extractors/proof/placing/templates.ts';
import { Twins } from '../../../../extractors/proof/placing/twins.ts';
import { run } from '../../documents.ts';

/** Each bound just kept, and just passed. */

const HEAD = '支出预算总表\n表3\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出 上缴上级支出';
const counted = (count: number, from = 0): number[] => Array.from({ length: count }, (_, i) => from + i);

describe('placements of a row', () => {
  const placements = (numbers: string, columns: number, groups: ColumnGroup[] = []) => {
    const { tables } = run(`${HEAD}\n合计 1.00 1.00\n208 甲 ${numbers}`).printed;
    return placementsOf(new Ledger(tables), 0, tables[0]!.items[1]!, counted(columns), groups);
  };
  test('are 401', () => expect([28, 29, 30].map((columns) => placements('1.00 2.00', columns)?.length)).toEqual([378, 401, 401]));

  const sum: ColumnGroup = { identity: 'header-group-total', total: 0, addends: counted(2, 1).map((column) => ({ column, sign: 1 })) };
  test('cost 1 for a sum in a tail, 4 for a broken one', () => {
    expect(['3.00 1.00 2.00', '3.00 1.00 2.01', '3.00 1.00 2.50'].map((numbers) => placements(numbers, 3, [sum])?.[0]?.cost)).toEqual([
      0, 1, 4,
    ]);
  });
});

describe('sums down the columns', () => {
  const at = (...amounts: number[]): Placement => ({ columns: counted(amounts.length), vector: amounts.map(BigInt), cost: 0 });
  const group = (total: number, ...addends: number[]): RowGroup => ({ identity: 'parent-children', total, addends, panel: 0 });

  test('settle 200 levels', () => {
    const left = (levels: number) => {
      const domains: Domains = new Map(counted(levels + 1).map((row) => [row, row === 0 ? [at(4, 0)] : [at(4, 0), at(0, 4)]]));
      filterBySums(
        domains,
        counted(levels)
          .reverse()
          .map((row) => group(row, row + 1)),
        2,
      );
      return domains.get(levels)?.length;
    };
    expect([200, 201].map(left)).toEqual([1, 2]);
  });

  test('of one column are 8,000', () => {
    const left = (count: number) => {
      const domains: Domains = new Map([
        [0, [at(count)]],
        [1, counted(count, 1).map((amount) => at(amount))],
      ]);
      filterBySums(domains, [group(0, 1)], 1);
      return domains.get(1)?.length;
    };
    expect([8_000, 8_001].map(left)).toEqual([1, 8_001]);
  });

  test('of all columns 3,000', () => {
    const settled = (count: number) =>
      supportOf(
        new Map([
          [0, [at(count)]],
          [1, counted(count, 1).map((amount) => at(amount))],
        ]),
        group(0, 1),
        1,
      )?.size;
    expect([3_000, 3_001].map(settled)).toEqual([2, 0]);
  });

  test('are compared 30,000 times', () => {
    const settled = (count: number) =>
      supportOf(
        new Map([
          [0, [at(100 + count)]],
          [1, counted(100, 1).map((amount) => at(amount))],
          [2, counted(count, 1).map((amount) => at(amount))],
        ]),
        group(0, 1, 2),
        1,
      )?.has(2);
    expect([300, 301].map(settled)).toEqual([true, false]);
  });

  test('of one group cost 200,000 additions', () => {
    // Both ways: 11 and 11 for each placement of the second row, then one for each and 11.
    const settled = (count: number) =>
      supportOf(
        new Map([
          [0, [at(10)]],
          [1, counted(11).map((amount) => at(amount))],
          [2, Array.from({ length: count }, () => at(10))],
        ]),
        group(0, 1, 2),
        1,
      )?.get(1)?.length;
    expect([16_664, 16_665].map(settled)).toEqual([1, undefined]);
  });
});

describe('the header of a template', () => {
  const CAPTION = '支出预算总表\n表3\n单位：万元\n';
  const printed = (header: string, rows: string): PlacedTable => run(`${CAPTION}${header}\n${rows}`).printed.tables[0]!;
  const restored = (table: PlacedTable, ...paths: string[]) =>
    restoreHeader({ ...table, templates: [paths.map((path) => path.split(' > '))] }) !== null;
  const TABLE = printed('科目编码→科目名称→合计→甲→乙→丙→项目支出', '208→甲→6.00→5.00→3.00→2.00→1.00\n210→乙→7.00→6.00→3.00→3.00→1.00');

  test('has half of its words printed', () => {
    expect(restored(TABLE, '合计', '基本支出 > 小计', '甲 > 人员', '甲 > 公用', '项目支出')).toBe(false);
    expect(restored(TABLE, '合计', '基本支出 > 小计', '基本支出 > 甲', '基本支出 > 公用', '项目支出')).toBe(true);
  });

  test('and two columns more', () => {
    const more = (count: number) =>
      restored(TABLE, '合计', '基本支出 > 小计', '基本支出 > 甲', '基本支出 > 乙', '项目支出', ...counted(count).map(() => '丙'));
    expect([2, 3].map(more)).toEqual([true, false]);
  });

  test('of three', () => {
    const table = (columns: number) =>
      printed(`科目编码→科目名称→合计→甲${columns > 2 ? '→乙' : ''}`, `208→甲→3.00→2.00${columns > 2 ? '→1.00' : ''}`);
    expect(restored(table(3), '合计', '甲 > 人员', '乙')).toBe(false);
    expect(restored({ ...table(3), headerDamaged: '甲' }, '合计', '甲 > 人员', '乙')).toBe(true);
    expect(restored({ ...table(2), headerDamaged: '甲' }, '合计', '甲 > 人员')).toBe(false);
  });
});

describe('twins of a row', () => {
  const BY_COLUMN = '支出预算总表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出';
  const [other, twin, open] = run(
    `${BY_COLUMN}\n208→甲→9.00→4.00→5.00\n\n收入预算总表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n208→甲→7.00→7.00→\n\n支出预算表\n表6\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出\n合计 7.00 7.00\n208 甲 7.00 7.00`,
  ).printed.tables;
  const ROWS: Placement[] = [
    { columns: [0, 1], vector: [7_000_000n, 7_000_000n, 0n], cost: 0 },
    { columns: [0, 2], vector: [7_000_000n, 0n, 7_000_000n], cost: 0 },
  ].map(({ columns, vector, cost }) => ({ columns, vector: vector.map((amount) => amount * 10_000n), cost }));
  const narrowed = (others: number, last = twin!) => {
    const tables = [...Array<PlacedTable>(others).fill(other!), last, open!];
    return new Twins(new Ledger(tables)).narrow({ table: tables.length - 1, row: 1 }, ROWS).length;
  };
  test('100 are asked', () => expect([99, 100].map((others) => narrowed(others))).toEqual([1, 2]));
});
