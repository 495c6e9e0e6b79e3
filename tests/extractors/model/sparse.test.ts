import { expect, test } from 'vitest';
import { FEW_PLACES, isSparse, MOST_PLACES_A_NUMBER } from '../../../extractors/model/sparse.ts';
import type { ReadTable } from '../../../extractors/model/tables.ts';
import { ruleIds, run } from '../documents.ts';

const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Rows of `filled` numbers below so many columns, as far as the question needs them. */
function tableOf(rows: number, columns: number, filled: number): Pick<ReadTable, 'items' | 'columns'> {
  const [row] = run('表1 支出预算总表\n单位：万元\n项目→合计\n办公费→1').nested.tables[0]!.items;
  const [column] = run('表1 支出预算总表\n单位：万元\n项目→合计\n办公费→1').nested.tables[0]!.columns;
  const cells = many(filled, () => row!.cells[0]!);
  return { items: many(rows, () => ({ ...row!, cells })), columns: many(columns, () => column!) };
}

test('few places are looked at, however blank', () => {
  expect(isSparse(tableOf(1000, FEW_PLACES / 1000, 0))).toBe(false);
  expect(isSparse(tableOf(1000, FEW_PLACES / 1000 + 1, 0))).toBe(true);
});

test('places are looked at where numbers stand in one of a hundred', () => {
  const columns = FEW_PLACES / 1000 + MOST_PLACES_A_NUMBER;
  expect(isSparse(tableOf(1000, columns, 1))).toBe(false);
  expect(isSparse(tableOf(1000, columns + 1, 1))).toBe(true);
  expect(isSparse(tableOf(300, 2000, 2000))).toBe(false);
});

test('one long row among many short ones: all are read, and that no equation was evaluated is said', () => {
  const short = many(600, (i) => `${2010000 + i}→甲→3→2→1`);
  const long = many(600, (i) => `${i + 1}.00`).join('→');
  const { reconciled, findings } = run(
    `表3 支出预算总表\n单位：万元\n科目编码→科目名称→合计→基本支出→项目支出\n${short.join('\n')}\n${long}`,
  );
  expect(ruleIds(findings)).toContain('table/sparse');
  expect(reconciled.equations).toEqual([]);
  expect(reconciled.tables[0]!.items.reduce((sum, { cells }) => sum + cells.length, 0)).toBe(600 * 3 + 598);
});
