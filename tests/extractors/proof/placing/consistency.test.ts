import { describe, expect, test } from 'vitest';
import type { RowGroup } from '../../../../extractors/proof/ledger/identity.ts';
import { type Domains, filterBySums } from '../../../../extractors/proof/placing/consistency.ts';
import type { Placement } from '../../../../extractors/proof/placing/placements.ts';

/** A placement of amounts in columns: `[0, 5, 0]` puts 5 into the second. */
const at = (...amounts: number[]): Placement => ({
  columns: amounts.flatMap((amount, i) => (amount === 0 ? [] : [i])),
  vector: amounts.map(BigInt),
  cost: 0,
});
const group = (total: number, ...addends: number[]): RowGroup => ({ identity: 'parent-children', total, addends, panel: 0 });
const left = (domains: Domains): number[][][] =>
  [...domains].sort(([a], [b]) => a - b).map(([, placements]) => placements.map(({ vector }) => vector.map(Number)));

describe('placements that no solution of their group has', () => {
  test('go', () => {
    const domains: Domains = new Map([
      [0, [at(5, 3)]],
      [1, [at(5, 0), at(0, 5)]],
      [2, [at(3, 0), at(0, 3)]],
    ]);
    const { changed, unsolved } = filterBySums(domains, [group(0, 1, 2)], 2);
    expect(left(domains)).toEqual([[[5, 3]], [[5, 0]], [[0, 3]]]);
    expect([[...changed].sort(), unsolved]).toEqual([[1, 2], []]);
  });

  test('a child settles its parent, which settles the total', () => {
    const domains: Domains = new Map([
      [0, [at(4, 0), at(0, 4)]],
      [1, [at(4, 0), at(0, 4)]],
      [2, [at(0, 4)]],
    ]);
    filterBySums(domains, [group(0, 1), group(1, 2)], 2);
    expect(left(domains)).toEqual([[[0, 4]], [[0, 4]], [[0, 4]]]);
  });

  test('stay where several solutions exist', () => {
    const domains: Domains = new Map([
      [0, [at(3, 3)]],
      [1, [at(3, 0), at(0, 3)]],
      [2, [at(3, 0), at(0, 3)]],
    ]);
    filterBySums(domains, [group(0, 1, 2)], 2);
    expect(left(domains)).toEqual([
      [[3, 3]],
      [
        [3, 0],
        [0, 3],
      ],
      [
        [3, 0],
        [0, 3],
      ],
    ]);
  });

  test('negatives: a part may be larger than its total', () => {
    const domains: Domains = new Map([
      [0, [at(1, 0)]],
      [1, [at(5, 0), at(0, 5)]],
      [2, [at(-4, 0), at(0, -4)]],
    ]);
    filterBySums(domains, [group(0, 1, 2)], 2);
    expect(left(domains)).toEqual([[[1, 0]], [[5, 0]], [[-4, 0]]]);
  });
});

describe('groups that nothing solves', () => {
  test('are named and empty no row', () => {
    const domains: Domains = new Map([
      [0, [at(9, 9)]],
      [1, [at(5, 0), at(0, 5)]],
    ]);
    const { unsolved } = filterBySums(domains, [group(0, 1)], 2);
    expect(unsolved).toHaveLength(1);
    expect(domains.get(1)).toHaveLength(2);
  });

  test('rows that are not open decide nothing', () => {
    const domains: Domains = new Map([[1, [at(5, 0), at(0, 5)]]]);
    expect(filterBySums(domains, [group(0, 1)], 2)).toEqual({ changed: [], unsolved: [] });
  });
});

describe('rows that may lack a number', () => {
  /** A total of 5 | 5 that has lost its second number, and a part that stands in either column. */
  const total = [0, [at(5, 0)]] as const;
  const open = [1, [at(5, 0), at(0, 5)]] as const;

  test('as totals decide nothing: their blanks are no zeros', () => {
    const domains: Domains = new Map([total, open].map(([row, placements]) => [row, [...placements]]));
    filterBySums(domains, [group(0, 1)], 2, new Set([0]));
    expect(domains.get(1)).toHaveLength(2);
    filterBySums(domains, [group(0, 1)], 2);
    expect(domains.get(1)).toHaveLength(1);
  });

  test('are placed by the others', () => {
    const domains: Domains = new Map([
      [0, [at(5, 3), at(3, 5)]],
      [1, [at(5, 3)]],
    ]);
    filterBySums(domains, [group(0, 1)], 2, new Set([0]));
    expect(left(domains)).toEqual([[[5, 3]], [[5, 3]]]);
  });

  test('as parts leave the bounds of their total, and make no sum', () => {
    const domains: Domains = new Map([
      [0, [at(5, 0, 9)]],
      [1, [at(0, 0, 4)]],
      [2, [at(5, 0, 5), at(0, 5, 5), at(0, 0, 5)]],
    ]);
    filterBySums(domains, [group(0, 1, 2)], 3, new Set([1]));
    expect(left(domains)[2]).toEqual([
      [5, 0, 5],
      [0, 0, 5],
    ]);
  });
});
