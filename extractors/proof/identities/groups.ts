import { isSparse } from '../../model/sparse.ts';
import type { PlacedTable } from '../../model/tables.ts';
import type { ColumnGroup, RowGroup } from '../ledger/identity.ts';
import { judge, type Ledger } from '../ledger/ledger.ts';
import { IDENTITIES } from './index.ts';

export interface Groups {
  columns: ColumnGroup[];
  rows: RowGroup[];
}

/** Of a table with hardly any numbers for its rows and columns nothing is asked. */
export function groupsOf(table: PlacedTable): Groups {
  if (isSparse(table)) return { columns: [], rows: [] };
  return {
    columns: IDENTITIES.flatMap((identity) => identity.columns?.(table) ?? []),
    rows: IDENTITIES.flatMap((identity) => identity.rows?.(table) ?? []),
  };
}

/** How often an identity between columns holds in the rows of a table, as far as their cells are placed. */
export function fitOf(ledger: Ledger, t: number, group: ColumnGroup): { exact: number; tail: number; broken: number } {
  const fit = { exact: 0, tail: 0, broken: 0 };
  for (const row of ledger.table(t).items) {
    const filled = group.addends.filter(({ column }) => ledger.amount({ table: t, row: row.index, column }) !== null).length;
    if (filled === 0 && ledger.amount({ table: t, row: row.index, column: group.total }) === null) continue;
    fit[judge(residualOf(ledger, t, row.index, group), filled, ledger.unitOf(t))]++;
  }
  return fit;
}

/** Total less addends in one row; blanks count as 0. */
export function residualOf(ledger: Ledger, table: number, row: number, group: ColumnGroup): bigint {
  const amount = (column: number): bigint => ledger.amount({ table, row, column }) ?? 0n;
  return group.addends.reduce((rest, { column, sign }) => rest - BigInt(sign) * amount(column), amount(group.total));
}
