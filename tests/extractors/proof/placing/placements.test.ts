import { describe, expect, test } from 'vitest';
import type { ColumnGroup } from '../../../../extractors/proof/ledger/identity.ts';
import { Ledger } from '../../../../extractors/proof/ledger/ledger.ts';
import { placementsOf } from '../../../../extractors/proof/placing/placements.ts';
import { run } from '../../documents.ts';

const HEAD = '支出预算总表\n表3\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出 上缴上级支出';
const total: ColumnGroup = {
  identity: 'header-group-total',
  total: 0,
  addends: [
    { column: 1, sign: 1 },
    { column: 2, sign: 1 },
  ],
};

/** Columns of each placement of the row's numbers, as `0,1,2`. */
function placements(numbers: string, groups: ColumnGroup[] = [total], columns = [0, 1, 2, 3]): string[] | null {
  const { tables } = run(`${HEAD}\n合计 1.00 1.00\n208 甲 ${numbers}`).printed;
  const row = tables[0]!.items[1]!;
  return (
    placementsOf(new Ledger(tables), 0, row, columns, groups)
      ?.map((placement) => placement.columns.join())
      .sort() ?? null
  );
}

describe('order-preserving placements of a row', () => {
  test('all of them where no identity speaks', () => {
    expect(placements('1.00 2.00', [])).toEqual(['0,1', '0,2', '0,3', '1,2', '1,3', '2,3']);
  });

  test('only those that the identity allows', () => {
    expect(placements('3.00 1.00 2.00')).toEqual(['0,1,2']);
  });

  test('one addend that is not blank leaves its column open', () => {
    expect(placements('3.00 3.00')).toEqual(['0,1', '0,2']);
  });

  test('negatives are minded: no part is too large for its total', () => {
    expect(placements('1.00 -2.00 3.00')).toEqual(['0,1,2']);
    expect(placements('-1.00 4.00 -5.00')).toEqual(['0,1,2']);
  });

  test('a tail is no choice while an exact one exists', () => {
    expect(placements('3.00 2.99 0.01')).toEqual(['0,1,2']);
  });

  test('a tail is better than a break', () => {
    expect(placements('3.00 1.00 2.01')).toEqual(['0,1,2']);
  });

  test('none exact: those that break the fewest, so that the row still comes out', () => {
    expect(placements('9.00 1.00 2.00')).not.toEqual([]);
    expect(placements('9.00 1.00 2.00')).not.toBeNull();
  });

  test('more numbers than columns: none', () => expect(placements('1.00 2.00 3.00', [], [0, 1])).toBeNull());

  test('a row without numbers has one, the empty one', () => expect(placements('')).toEqual(['']));
});
