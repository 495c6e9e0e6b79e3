import type { WorkTable } from '../../schemas/work.ts';
import type { ColumnGroup, RowGroup } from '../identities/identity.ts';
import { IDENTITIES } from '../identities/index.ts';
import { judge, type Ledger } from '../ledger.ts';

export interface Groups {
  columns: ColumnGroup[];
  rows: RowGroup[];
}

export function groupsOf(table: WorkTable): Groups {
  return {
    columns: IDENTITIES.flatMap((identity) => identity.columns?.(table) ?? []),
    rows: IDENTITIES.flatMap((identity) => identity.rows?.(table) ?? []),
  };
}

/** How often an identity between columns holds in the rows of a table, as far as their cells are placed. */
export function fitOf(ledger: Ledger, t: number, group: ColumnGroup): { exact: number; tail: number; broken: number } {
  const fit = { exact: 0, tail: 0, broken: 0 };
  for (const row of ledger.tables[t]!.items) {
    const total = ledger.amount({ table: t, row: row.index, column: group.total });
    const addends = group.addends.map(({ column, sign }) => ({ sign, amount: ledger.amount({ table: t, row: row.index, column }) }));
    const filled = addends.filter((addend) => addend.amount !== null);
    if (total === null && filled.length === 0) continue;
    const residual = filled.reduce((rest, { sign, amount }) => rest - BigInt(sign) * amount!, total ?? 0n);
    fit[judge(residual, filled.length, ledger.unitOf(t))]++;
  }
  return fit;
}
