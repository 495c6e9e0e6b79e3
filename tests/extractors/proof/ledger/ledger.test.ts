import { describe, expect, test } from 'vitest';
import { judge, Ledger } from '../../../../extractors/proof/ledger/ledger.ts';
import { run } from '../../documents.ts';

const U = 100n;
/** The largest residual, in u, that is still a tail. */
const widest = (addends: number): number => {
  let n = 0;
  while (judge(BigInt(n + 1) * U, addends, U) !== 'broken') n++;
  return n;
};

describe('exact, tail and broken', () => {
  // min((n+1)/2, max(1, ⌈3·√((n+1)/12)⌉))·u, closed.
  test.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 3],
    [8, 3],
    [11, 3],
    [12, 4],
    [20, 4],
    [47, 6],
    [100, 9],
  ])('%i addends explain %i u', (addends, units) => expect(widest(addends)).toBe(units));

  test('the bound itself is a tail, a hair more is broken, either sign', () => {
    expect(judge(2n * U, 3, U)).toBe('tail');
    expect(judge(-2n * U, 3, U)).toBe('tail');
    expect(judge(2n * U + 1n, 3, U)).toBe('broken');
    expect(judge(4n * U, 20, U)).toBe('tail');
    expect(judge(4n * U + 1n, 20, U)).toBe('broken');
  });

  test('half units count: two addends explain 1.5 u', () => {
    expect([judge(150n, 2, U), judge(151n, 2, U)]).toEqual(['tail', 'broken']);
  });

  test('nothing left is exact, whatever the number of addends', () => {
    expect([0, 1, 300].map((addends) => judge(0n, addends, U))).toEqual(['exact', 'exact', 'exact']);
  });

  test('8510.93 against 8510.95 with three addends is a tail, with two it is broken', () => {
    expect([judge(-2n, 3, 1n), judge(-2n, 2, 1n)]).toEqual(['tail', 'broken']);
  });
});

const ledgerOf = (text: string): Ledger => new Ledger(run(text).placed.tables);
const table = (unit: string, ...rows: string[]): string =>
  `支出预算总表\n单位：${unit}\n科目编码→科目名称→合计→人数（人）→增长率\n${rows.join('\n')}`;
const MICRO_YUAN_PER_WAN = 10_000n * 1_000_000n;

describe('u, the last place of the finest decimal of the money columns', () => {
  test('of a document that strips zeros is still the finest place', () => {
    expect(ledgerOf(table('万元', '208→甲→36→→', '210→乙→9620→→', '221→丙→0.5→→', '229→丁→4.25→→')).unitOf(0)).toBe(
      MICRO_YUAN_PER_WAN / 100n,
    );
  });

  test('of whole numbers is one unit', () => {
    expect(ledgerOf(table('万元', '208→甲→36→→')).unitOf(0)).toBe(MICRO_YUAN_PER_WAN);
    expect(ledgerOf(table('元', '208→甲→36→→')).unitOf(0)).toBe(1_000_000n);
  });

  test('counts and percents have no say', () => {
    expect(ledgerOf(table('元', '208→甲→36.5→1.25→3.123%')).unitOf(0)).toBe(100_000n);
  });
});

describe('numbers cut to fewer decimals than they have', () => {
  const cut = (text: string, row: number) => ledgerOf(text).cutAt({ table: 0, row, column: 0 });
  test('as wide as a spreadsheet shows', () => {
    const text = table('元', '208→甲→480544221.6→→', '210→乙→18941962.57→→', '221→丙→7130000→→', '229→丁→4805442210→→');
    expect([0, 1, 2, 3].map((row) => cut(text, row))).toEqual([100_000n, null, null, 1_000_000n]);
  });

  test('whole among numbers that keep their zeros, in 元 only', () => {
    const rows = ['208→甲→12,604,173→→', '210→乙→2,925,857.00→→', '221→丙→0.34→→'];
    expect(cut(table('元', ...rows), 0)).toBe(1_000_000n);
    expect(cut(table('万元', ...rows), 0)).toBeNull();
    expect(cut(table('元', '208→甲→12,604,173→→', '210→乙→2,925,857→→', '221→丙→0.50→→'), 0)).toBeNull();
  });

  test('their rounding is a tail, more is broken', () => {
    const status = (total: string) =>
      run(`支出预算总表\n单位：元\n科目编码→科目名称→合计→基本支出→项目支出\n208→甲→${total}→1,200→3,000.00\n210→乙→5.00→5.00→0.00`)
        .reconciled.equations.filter(({ scope }) => scope === 'row')
        .map(({ status, u }) => `${status} ${u}`)[0];
    expect([status('4,200.00'), status('4,200.34'), status('4,200.51')]).toEqual(['exact 0.01', 'tail 1', 'broken 0.01']);
  });
});

describe('tables, rows and columns by position', () => {
  const ledger = ledgerOf(table('元', '208→甲→1.00→→', '210→乙→2.00→→'));

  test('are those of the list of tables', () => {
    expect(ledger.table(0)).toBe(ledger.tables[0]);
    expect(ledger.row({ table: 0, row: 1 }).label).toBe('乙');
    expect(ledger.column(0, 1).path).toEqual(['人数（人）']);
    expect(ledger.moneyColumnsOfPanel(0, 0)).toEqual([0]);
  });

  test('that are not there are a defect, and never undefined', () => {
    expect(() => ledger.table(1)).toThrow(RangeError);
    expect(() => ledger.row({ table: 0, row: 2 })).toThrow(RangeError);
    expect(() => ledger.column(0, 3)).toThrow(RangeError);
    expect(ledger.moneyColumnsOfPanel(0, 1)).toEqual([]);
  });
});

describe('amounts', () => {
  test('of 元 and 万元 meet without rounding', () => {
    const ledger = ledgerOf(`${table('元', '208→甲→123456.78→→')}\n\n收入预算总表\n单位：万元\n科目编码→科目名称→合计\n208→甲→12.345678`);
    const [a, b] = [0, 1].map((t) => ledger.amount({ table: t, row: 0, column: 0 }));
    expect([a, a === b]).toEqual([123_456_780_000n, true]);
  });

  test('a blank slot has none', () => {
    const ledger = ledgerOf(table('元', '208→甲→1.00→→'));
    expect([ledger.amount({ table: 0, row: 0, column: 1 }), ledger.amount({ table: 0, row: 9, column: 0 })]).toEqual([null, null]);
  });

  test('are printed in the unit of their table', () => {
    expect(ledgerOf(table('万元', '208→甲→1.00→→')).print(-15n * (MICRO_YUAN_PER_WAN / 100n), 0)).toBe('-0.15');
  });

  test('without a printed unit are taken in the unit of the other tables', () => {
    const ledger = ledgerOf(`收入预算总表\n科目编码→科目名称→合计\n208→甲→2.00\n\n${table('元', '208→甲→1.00→→')}`);
    expect(ledger.amount({ table: 0, row: 0, column: 0 })).toBe(2_000_000n);
  });
});
