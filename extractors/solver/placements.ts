import type { WorkRow } from '../../schemas/work.ts';
import type { ColumnGroup } from '../identities/identity.ts';
import { judge, type Ledger } from '../ledger.ts';

/** One way to put a row's numbers into columns, in their order. `vector` holds the amounts of all columns of the table. */
export interface Placement {
  columns: number[];
  vector: bigint[];
  cost: number;
}

/** Bound on the number of order-preserving placements that are looked at for one row. */
export const MAX_PLACEMENTS = 6000;
const TAIL = 1;
const BROKEN = 4;

/**
 * The order-preserving placements of a row's numbers that break the fewest of the row's own identities. Nothing is pruned by
 * size, because amounts can be negative. null when there are too many to look at, or more numbers than columns.
 */
export function placementsOf(ledger: Ledger, t: number, row: WorkRow, columns: readonly number[], groups: readonly ColumnGroup[]): Placement[] | null {
  const amounts = row.cells.map((cell) => ledger.scaled(cell, t, null) ?? 0n);
  const width = ledger.tables[t]!.columns.length;
  if (amounts.length > columns.length || choose(columns.length, amounts.length) > MAX_PLACEMENTS) return null;
  const u = ledger.unitOf(t);
  let best: Placement[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  const chosen: number[] = [];
  const vector: bigint[] = new Array(width).fill(0n);
  const filled: boolean[] = new Array(width).fill(false);
  const visit = (from: number) => {
    if (chosen.length === amounts.length) {
      const cost = costOf(vector, filled, groups, u);
      if (cost < lowest) {
        lowest = cost;
        best = [];
      }
      if (cost === lowest) best.push({ columns: [...chosen], vector: [...vector], cost });
      return;
    }
    const left = amounts.length - chosen.length;
    for (let i = from; i <= columns.length - left; i++) {
      const column = columns[i]!;
      vector[column] = amounts[chosen.length]!;
      filled[column] = true;
      chosen.push(column);
      visit(i + 1);
      chosen.pop();
      vector[column] = 0n;
      filled[column] = false;
    }
  };
  visit(0);
  return best;
}

function costOf(vector: readonly bigint[], filled: readonly boolean[], groups: readonly ColumnGroup[], u: bigint): number {
  let cost = 0;
  for (const group of groups) {
    let residual = vector[group.total]!;
    let addends = 0;
    for (const { column, sign } of group.addends) {
      residual -= BigInt(sign) * vector[column]!;
      if (filled[column]) addends++;
    }
    const status = judge(residual, addends, u);
    if (status === 'tail') cost += TAIL;
    else if (status === 'broken') cost += BROKEN;
  }
  return cost;
}

function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return result;
}
