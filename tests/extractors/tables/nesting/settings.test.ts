import { describe, expect, test } from 'vitest';
import type { NestedRow } from '../../../../extractors/model/tables.ts';
import { describeRows } from '../../../../extractors/tables/nesting/describe.ts';
import { nestByIndent } from '../../../../extractors/tables/nesting/signs/indent.ts';
import { rowsOf, run } from '../../documents.ts';

/** Each bound just kept, and just passed. */

/** Rows of one column, by indent and amount, that nothing is known of but these. */
function indented(...list: (readonly [indent: number, amount: string])[]): NestedRow[] {
  const text = `支出表\n单位：元\n项目→合计\n${list.map(([, amount], i) => `甲${'乙'.repeat(i % 7)}→${amount}`).join('\n')}`;
  const { items } = run(text).nested.tables[0]!;
  return items.map((row, i): NestedRow => ({ ...row, indent: list[i]![0], parent: null, role: 'item' }));
}

describe('indents', () => {
  test('of 2.5 points are one level', () => {
    expect([2.5, 2.6].map((indent) => nestByIndent(indented([0, '9.00'], [indent, '9.00'])))).toEqual([false, true]);
  });

  test('have seven levels', () => {
    const levels = (count: number) => nestByIndent(indented(...Array.from({ length: count }, (_, i) => [10 * i, '9.00'] as const)));
    expect([7, 8].map(levels)).toEqual([true, false]);
  });

  test('are a hierarchy where three of four parents are sums', () => {
    // Every other row is off its level, so that nothing but the sums speaks for one.
    const agree = (sums: number, parents: number) =>
      nestByIndent(
        indented(
          ...Array.from({ length: parents }, (_, i) => [
            [i % 2, i < sums ? '9.00' : '8.00'] as const,
            [10, '4.00'] as const,
            [10, '5.00'] as const,
          ]).flat(),
        ),
      );
    expect([agree(3, 4), agree(74, 99), agree(2, 3)]).toEqual([true, false, false]);
  });

  const without = (...indents: number[]) => nestByIndent(indented(...indents.map((indent) => [indent, '0.00'] as const)));
  test('or all labels are left-aligned to the point', () => {
    expect([0.79, 0.8].map((off) => without(0, 10, 10, off, 10, 10))).toEqual([true, false]);
  });

  test('on levels of three rows each', () => {
    expect([without(0, 10, 10, 0, 10, 10), without(0, 10, 10, 0, 10)]).toEqual([true, false]);
  });

  test('each level below the first of two', () => {
    const deepest = (...levels: number[]) => without(0, 10, 10, 10, 10, 10, 10, ...levels);
    expect([deepest(20, 20), deepest(10, 20)]).toEqual([true, false]);
  });

  test('unless several amounts are no sums, and none is one', () => {
    const amounts = (...list: string[]) =>
      nestByIndent(indented(...[0, 10, 10, 0, 10, 10].map((indent, i) => [indent, list[i]!] as const)));
    expect(amounts('9.00', '4.00', '4.00', '', '4.00', '5.00')).toBe(true);
    expect(amounts('9.00', '4.00', '4.00', '9.00', '4.00', '4.00')).toBe(false);
    expect(amounts('9.00', '4.00', '5.00', '9.00', '4.00', '4.00')).toBe(true);
  });

  test('on four levels', () => {
    const levels = (count: number) => without(...Array.from({ length: 3 * count }, (_, i) => 10 * (i % count)));
    expect([4, 5].map(levels)).toEqual([true, false]);
  });
});

test('four digits that others add up to are no chance', () => {
  const parts = (sum: string, ...amounts: string[]) =>
    rowsOf(
      run(`支出表\n单位：万元\n项目→合计\n专项业务费→${sum}\n${amounts.map((amount, i) => `${'乙丙丁'[i]}费→${amount}`).join('\n')}`).nested
        .tables[0]!,
    ).filter((row) => row.includes('^')).length;
  expect([parts('12.34', '12.00', '0.34'), parts('1.23', '1.00', '0.23')]).toEqual([2, 0]);
});

test('two of ten subjects without their parent are an exception, two of nine are not', () => {
  const missing = (parents: number) => {
    const codes = Array.from({ length: parents }, (_, i) => 201 + i).flatMap((code, i) => [...(i < 2 ? [] : [code]), `${code}01`]);
    const text = `一般公共预算支出表\n单位：万元\n科目编码→科目名称→合计\n${codes.map((code) => `${code}→科目→1.00`).join('\n')}`;
    return run(text).findings.filter(({ ruleId }) => ruleId === 'subject/level-missing').length;
  };
  expect([10, 9].map(missing)).toEqual([2, 0]);
});

/** How many rows of a table are parts of others. */
const parts = (...rows: string[]) =>
  run(['专项经费支出表', '单位：元', '序号→项目名称→项目金额', ...rows].join('\n')).nested.tables[0]!.items.filter(
    ({ parent }) => parent !== null,
  ).length;

test('seven digits of sums that only the numbers tell are no chance', () => {
  expect(parts('→合计→1123', '→甲费→123', '→乙费→100', '→丙费→23', '→丁费→1000')).toBe(2);
  expect(parts('→合计→923', '→甲费→123', '→乙费→100', '→丙费→23', '→丁费→800')).toBe(0);
});

test('20 totals of a table are held against its rows', () => {
  const after = (others: number) =>
    parts(
      ...Array.from({ length: others }, (_, i) => `→合计→${900_001 + i}`),
      '→合计→112345',
      '→甲费→12345',
      '→乙费→10000',
      '→丙费→2345',
      '→丁费→100000',
    );
  expect([19, 20].map(after)).toEqual([2, 0]);
});

test('a row has twelve rows above it', () => {
  const above = (depth: number) => {
    const items = indented(...Array.from({ length: depth + 1 }, () => [0, '1.00'] as const)).map((row, i) => ({
      ...row,
      parent: i === 0 ? null : i - 1,
    }));
    describeRows(items);
    return items.at(-1)?.labelPath.length;
  };
  expect([11, 12, 13].map(above)).toEqual([11, 12, 12]);
});
