import { isSparse } from '../../model/sparse.ts';
import type { PlacedRow } from '../../model/tables.ts';
import type { Doubt } from '../doubts/index.ts';
import { groupsOf } from '../identities/groups.ts';
import type { ColumnGroup } from '../ledger/identity.ts';
import { judge, type Ledger } from '../ledger/ledger.ts';
import { perTable } from '../ledger/per-table.ts';
import { FEWEST_SHIFTED, MOST_COLUMNS } from './settings.ts';

/** The row's amounts other than 0 by column, in 10^-6 元. */
type Amounts = ReadonlyMap<number, bigint>;

/** How the identities between the columns of a table do with the amounts of one row. */
interface Fit {
  broken: number;
  /** Held to the last place, by a total and an addend at least. */
  exact: number;
}

/**
 * Rows in which some sum of columns fails, and every one is exact with the numbers from one of them to the last a column further left or right: a
 * cell too many or too few before them. Where the total is gone with that, no sum of the row says which of its numbers is wrong.
 */
export const shiftedRows = perTable((ledger, t): Doubt[] => {
  const table = ledger.table(t);
  const groups = isSparse(table) ? [] : groupsOf(table).columns;
  if (groups.length === 0) return [];
  return table.items.flatMap((row) => {
    const factIds = ledger.isOpen({ table: t, row: row.index }) ? [] : shiftedIn(ledger, t, row, groups);
    return factIds.length === 0 ? [] : [{ table: t, factIds }];
  });
});

/** The fewest numbers at the end of the row that would have to move; none where it is right as it is, or wrong otherwise. */
function shiftedIn(ledger: Ledger, t: number, row: PlacedRow, groups: readonly ColumnGroup[]): string[] {
  const columns = ledger.moneyColumnsOfPanel(t, row.panel);
  const amountAt = (column: number): bigint => ledger.amount({ table: t, row: row.index, column }) ?? 0n;
  const filled = columns.filter((column) => amountAt(column) !== 0n);
  if (columns.length > MOST_COLUMNS || filled.length < FEWEST_SHIFTED) return [];
  const printed = new Map(filled.map((column) => [column, amountAt(column)]));
  const u = ledger.unitOf(t);
  if (fitOf(groups, printed, u).broken === 0) return [];
  for (let count = FEWEST_SHIFTED; count <= filled.length; count++) {
    const [kept, run] = [filled.slice(0, -count), filled.slice(-count)];
    for (const step of [-1, 1]) {
      const moved = run.map((column) => [columns[columns.indexOf(column) + step], amountAt(column)] as const);
      const taken = new Set(kept);
      if (moved.some(([column]) => column === undefined || taken.has(column))) continue;
      const fit = fitOf(groups, new Map([...kept.map((column) => [column, amountAt(column)] as const), ...moved.flatMap(placed)]), u);
      if (fit.broken === 0 && fit.exact > 0) return run.flatMap((column) => ledger.cell({ table: t, row: row.index, column })?.id ?? []);
    }
  }
  return [];
}

const placed = ([column, amount]: readonly [number | undefined, bigint]): [number, bigint][] =>
  column === undefined ? [] : [[column, amount]];

function fitOf(groups: readonly ColumnGroup[], amounts: Amounts, u: bigint): Fit {
  const fit: Fit = { broken: 0, exact: 0 };
  for (const { total, addends } of groups) {
    const whole = amounts.get(total);
    const parts = addends.filter(({ column }) => amounts.has(column));
    if (whole === undefined && parts.length === 0) continue;
    const residual = parts.reduce((rest, { column, sign }) => rest - BigInt(sign) * (amounts.get(column) ?? 0n), whole ?? 0n);
    const status = judge(residual, parts.length, u);
    if (status === 'broken') fit.broken++;
    else if (status === 'exact' && whole !== undefined && parts.length > 0) fit.exact++;
  }
  return fit;
}
