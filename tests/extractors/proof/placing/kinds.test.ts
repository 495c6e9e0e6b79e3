import { describe, expect, test } from 'vitest';
import { type Domains, filterBySums } from '../../../../extractors/proof/placing/consistency.ts';
import { filterByKinds } from '../../../../extractors/proof/placing/kinds/index.ts';
import { type Choice, choicesFor, digitsOf } from '../../../../extractors/proof/placing/kinds/subset-sums.ts';
import type { Placement } from '../../../../extractors/proof/placing/placements.ts';
import { rowsOf, run } from '../../documents.ts';

const HEAD = '一般公共预算基本支出表\n表6\n单位：万元\n部门支出经济分类科目\n合计 人员经费 公用经费';
const money = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

/** Amounts of which many have equal sums, by code; where each stands. */
const LIST: readonly (readonly [string, string, number])[] = [
  ['30101', '基本工资', 310_000],
  ['30102', '津贴补贴', 420_000],
  ['30103', '奖金', 250_000],
  ['30113', '住房公积金', 180_000],
  ['30201', '办公费', 420_000],
  ['30205', '水费', 60_000],
  ['30207', '邮电费', 250_000],
  ['30211', '差旅费', 180_000],
  ['30302', '退休费', 70_000],
  ['30305', '生活补助', 60_000],
];
const isPersonnel = (code: string): boolean => !code.startsWith('302');
const sumOf = (rows: typeof LIST): number => rows.reduce((sum, [, , fen]) => sum + fen, 0);
const textOf = (rows: typeof LIST, personnel: (code: string) => boolean): string => {
  const first = rows.filter(([code]) => personnel(code));
  const [all, part] = [sumOf(rows), sumOf(first)];
  const lines = rows.map(([code, name, fen]) => `${code}-${name} ${money(fen)} ${money(fen)}`);
  return `${HEAD}\n${lines.join('\n')}\n合计 ${money(all)} ${money(part)} ${money(all - part)}`;
};
const columnsOf = (text: string): (string | undefined)[] => {
  const rows = rowsOf(run(text).placed.tables[0]!).filter((row) => /^\d/.test(row));
  return rows.map((row) => /([12])(.)=\S+$/.exec(row)?.slice(1).join(''));
};

describe('rows of one kind stand in the same columns', () => {
  test('where that gives the total exactly', () => {
    expect(columnsOf(textOf(LIST, isPersonnel))).toEqual(LIST.map(([code]) => (isPersonnel(code) ? '1!' : '2!')));
  });

  test('one kind may be parted', () => {
    const exact = LIST.map(([code, name, fen], i) => [code, name, fen * 1000 + i * i * 7 + 13 * i + 1] as const);
    const isFirst = (code: string): boolean => isPersonnel(code) || code === '30207';
    expect(columnsOf(textOf(exact, isFirst))).toEqual(exact.map(([code]) => (isFirst(code) ? '1!' : '2!')));
  });

  test('no reading by kinds is taken that the total does not confirm', () => {
    const text = textOf(LIST, isPersonnel).replace(/合计 (\S+) (\S+) (\S+)$/, '合计 $1 9999.00 $3');
    expect(columnsOf(text).some((shown) => shown?.endsWith('!'))).toBe(false);
  });

  test('what could be exchanged within the sums stays ambiguous, with both columns listed', () => {
    const text = `${HEAD}\n30201-办公费 3000.00 3000.00\n30305-生活补助 3000.00 3000.00\n合计 6000.00 3000.00 3000.00`;
    const cells = run(text)
      .placed.tables[0]!.items.slice(0, 2)
      .map(({ cells: [, cell] }) => cell!);
    expect(cells.map(({ placement, column, alternatives }) => [placement, [column, ...alternatives].sort()])).toEqual([
      ['ambiguous', [1, 2]],
      ['ambiguous', [1, 2]],
    ]);
  });
});

describe('each bound just kept, and just passed', () => {
  const LISTED = run(textOf(LIST, isPersonnel)).printed.tables[0]!;
  const total = LISTED.items.length - 1;
  const either = (amount: number): Placement[] => [
    { columns: [0, 1], vector: [BigInt(amount), BigInt(amount), 0n], cost: 0 },
    { columns: [0, 2], vector: [BigInt(amount), 0n, BigInt(amount)], cost: 0 },
  ];
  /** How many of the rows are open still: `first` of them are 基本工资 … of column 1, the others stand in column 2. */
  const left = (amounts: readonly number[], isFirst: (row: number) => boolean, table = LISTED): number => {
    const total = table.items.length - 1;
    const sum = (of: (row: number) => boolean) => BigInt(amounts.reduce((all, amount, row) => (of(row) ? all + amount : all), 0));
    const vector = [sum(() => true), sum(isFirst), sum((row) => !isFirst(row))];
    const domains: Domains = new Map([[total, [{ columns: [0, 1, 2], vector, cost: 0 }]]]);
    for (const [row, amount] of amounts.entries()) domains.set(row, either(amount));
    filterByKinds(table, domains, [{ identity: 'total-of-top-level', total, addends: [...amounts.keys()], panel: 0 }]);
    return [...domains.values()].filter(({ length }) => length > 1).length;
  };

  test('digits beyond the number of readings are 4', () => {
    const isFirst = (row: number): boolean => row < 4 || row > 7;
    const scaled = (amount: number) => LIST.map(([, , fen]) => (fen / 10_000) * amount);
    expect([scaled(1000), scaled(100)].map((amounts) => left(amounts, isFirst))).toEqual([0, 10]);
  });

  test('of one row nothing can be alike', () => {
    expect(
      filterByKinds(
        LISTED,
        new Map([
          [total, either(5)],
          [0, either(5)],
        ]),
        [{ identity: 'total-of-top-level', total, addends: [0], panel: 0 }],
      ),
    ).toEqual([]);
  });

  const choice = (columns: string, ...amounts: number[]): Choice => ({ columns, amounts: amounts.map(BigInt) });
  test('sums of half the lists are 20,000', () => {
    const lists = (count: number) => [[choice('a', 0), choice('b', 1)], Array.from({ length: count }, (_, i) => choice(String(i), i))];
    const found = (count: number) => choicesFor(lists(count), [BigInt(count - 1)], [0]);
    expect([20_000, 20_001].map((count) => found(count) === null)).toEqual([false, true]);
  });

  test('digits are those of the columns that do not follow from each other', () => {
    const lists = [
      [choice('1', 1000, 0, 0), choice('2', 0, 1000, 0), choice('3', 0, 0, 1000)],
      [choice('1', 10, 0, 0), choice('2', 0, 10, 0)],
    ];
    expect([digitsOf(lists, [0]), digitsOf(lists, [0, 1]), digitsOf(lists, [0, 1, 2])]).toEqual([3, 3, 6]);
  });

  test('a kind that is parted has 12 rows', () => {
    const amounts = (count: number) => Array.from({ length: count }, (_, i) => 1_000_003 * (i + 2) ** 7);
    const many = (count: number) => {
      const rows = amounts(count).map((fen, i) => [`302${String(i + 1).padStart(2, '0')}`, '甲', fen] as const);
      return run(textOf([...rows, ['30101', '乙', 7_777_777]], isPersonnel)).printed.tables[0]!;
    };
    const open = (count: number) => left([...amounts(count), 7_777_777], (row) => row === 1 || row === count, many(count));
    expect([12, 13].map(open)).toEqual([0, 14]);
  });

  test('sums alone do not settle the list of these tests', () => {
    const domains: Domains = new Map([[total, [{ columns: [0, 1, 2], vector: [2_200_000n, 1_290_000n, 910_000n], cost: 0 }]]]);
    for (const [row, [, , fen]] of LIST.entries()) domains.set(row, either(fen));
    filterBySums(domains, [{ identity: 'total-of-top-level', total, addends: [...LIST.keys()], panel: 0 }], 3);
    expect([...domains.values()].filter(({ length }) => length > 1).length).toBeGreaterThan(0);
  });
});
