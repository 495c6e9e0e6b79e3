import { groupBy } from '../../../model/add-all.ts';
import type { NestedRow } from '../../../model/tables.ts';
import { toScaled } from '../../../notation/numbers.ts';
import { isNearly, SCALE, significantDigits } from '../amounts/index.ts';
import { AGREEMENT } from './settings.ts';

/** What the amounts say of a way to nest rows. */

/** Digits of the amounts that are the sums of their parts, and of those that are not. */
export interface SumEvidence {
  confirmed: number;
  broken: number;
}

/** An amount that is held against its parts. */
interface Check {
  value: string;
  agrees: boolean;
  /** How many of the parts have an amount in that column. */
  addends: number;
}

/**
 * Each parent against its parts, each total against the rows that are part of no other, column by column. An amount that one part
 * repeats says little of who is part of whom: it counts as one digit.
 */
export function sumEvidence(rows: readonly NestedRow[]): SumEvidence {
  const evidence: SumEvidence = { confirmed: 0, broken: 0 };
  // 其中 rows stand outside the sums. Many totals may stand over the same rows.
  const members = rows.filter(({ role }) => role === 'item' || role === 'unit');
  const parts = groupBy(members, ({ parent }) => parent);
  const tops = members.filter(({ parent }) => parent === null);
  const top = { rows: tops, sums: columnSums(tops) };
  for (const row of rows) {
    const own = parts.get(row.index) ?? [];
    const below = row.role === 'total' ? top : { rows: own, sums: columnSums(own) };
    for (const { value, agrees, addends } of below.rows.length > 0 ? checksOf(row, below.rows.length, below.sums) : []) {
      const digits = addends > 1 ? significantDigits(value) : 1;
      if (agrees) evidence.confirmed += digits;
      else evidence.broken += digits;
    }
  }
  return evidence;
}

/** How many of the parents' amounts are the sums of their parts. Child → parent. */
export function agreement(parents: ReadonlyMap<NestedRow, NestedRow>): { agreeing: number; of: number } {
  const parts = groupBy(parents.keys(), (row) => parents.get(row) ?? null);
  const checks = [...parts].flatMap(([parent, rows]) => checksOf(parent, rows.length, columnSums(rows)));
  return { agreeing: checks.filter(({ agrees }) => agrees).length, of: checks.length };
}

/** Most of the parents' amounts, column by column, are the sums of their parts. */
export function sumsAgree(parents: ReadonlyMap<NestedRow, NestedRow>): boolean {
  const { agreeing, of } = agreement(parents);
  return of > 0 && agreeing >= AGREEMENT * of;
}

/** Whether each amount of a row is the sum of its parts'; columns that are zero throughout say nothing. */
function checksOf(parent: NestedRow, parts: number, sums: ReadonlyMap<number, ColumnSum>): Check[] {
  return parent.cells.flatMap(({ column, value }): Check[] => {
    if (value === null || column === null) return [];
    const total = toScaled(value, SCALE);
    const { sum, addends } = sums.get(column) ?? { sum: 0n, addends: 0 };
    return total === 0n && sum === 0n ? [] : [{ value, agrees: isNearly(total, sum, parts), addends }];
  });
}

interface ColumnSum {
  sum: bigint;
  addends: number;
}

function columnSums(rows: readonly NestedRow[]): Map<number, ColumnSum> {
  const sums = new Map<number, ColumnSum>();
  for (const { cells } of rows) {
    for (const { column, value } of cells) {
      if (column === null || value === null) continue;
      const amount = toScaled(value, SCALE);
      const before = sums.get(column) ?? { sum: 0n, addends: 0 };
      sums.set(column, { sum: before.sum + amount, addends: before.addends + (amount === 0n ? 0 : 1) });
    }
  }
  return sums;
}
