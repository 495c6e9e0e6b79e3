import { at } from '../../../model/at.ts';
import type { PlacedRow, PlacedTable } from '../../../model/tables.ts';
import { decimalsOf, toScaled } from '../../../notation/numbers.ts';
import type { ColumnGroup, Identity } from '../../ledger/identity.ts';
import { judge } from '../../ledger/ledger.ts';
import { headerTotals } from './header-group-total.ts';
import { FEWEST_ROWS, FEWEST_TELLING, LONGEST_RUN, MOST_FAILING } from './settings.ts';

const SCALE = 6;

/**
 * A column that is the sum of the columns right behind or right before it in nearly every row, though no printed word says so:
 * for layouts that nobody has described. It confirms numbers, and proves none.
 */
export const discoveredSum: Identity = {
  id: 'discovered-sum',
  columns(table) {
    const declared = headerTotals(table);
    const taken = new Set(declared.flatMap(({ total, addends }) => [total, ...addends.map(({ column }) => column)]));
    const u = 10n ** BigInt(SCALE - Math.min(SCALE, finest(table)));
    return table.panels.flatMap((panel) => {
      const rows = table.items.filter((row) => row.panel === panel.index && !row.floating);
      const amounts = rows.map(amountsOf);
      const columns = panel.values
        .filter((column) => at(table.columns, column).type === 'money')
        .map((column): Amounts => ({ column, amounts: amounts.map((row) => row.get(column) ?? 0n) }));
      return columns.flatMap((total, i) => {
        if (taken.has(total.column)) return [];
        const [before, behind] = [columns.slice(Math.max(0, i - LONGEST_RUN), i), columns.slice(i + 1, i + 1 + LONGEST_RUN)];
        const beside = [...runs(behind), ...runs(before.reverse())];
        const [run, ...others] = beside.filter((addends) => isSum(total, addends, u));
        return run && others.length === 0 ? [groupOf(total, run)] : [];
      });
    });
  },
};

/** The amounts of one column, one a row; 0 where there is none. */
interface Amounts {
  column: number;
  amounts: bigint[];
}

/** The nearest columns, two or more. `columns`: those on one side, at most LONGEST_RUN, as there may be thousands. */
function runs(columns: readonly Amounts[]): Amounts[][] {
  return Array.from({ length: Math.max(0, columns.length - 1) }, (_, i) => columns.slice(0, i + 2));
}

/** By column; the first of several. */
function amountsOf({ cells }: PlacedRow): Map<number, bigint> {
  const amounts = new Map<number, bigint>();
  for (const { column, placement, value } of cells) {
    if (column !== null && placement === 'printed' && !amounts.has(column)) amounts.set(column, value ? toScaled(value, SCALE) : 0n);
  }
  return amounts;
}

function isSum(total: Amounts, run: readonly Amounts[], u: bigint): boolean {
  // A column that is empty everywhere adds nothing that could be told.
  if (run.some(({ amounts }) => amounts.every((amount) => amount === 0n))) return false;
  let filled = 0;
  let telling = 0;
  let failing = 0;
  for (const [row, amount] of total.amounts.entries()) {
    const addends = run.map(({ amounts }) => at(amounts, row)).filter((addend) => addend !== 0n);
    if (amount === 0n && addends.length === 0) continue;
    filled++;
    const residual = addends.reduce((rest, addend) => rest - addend, amount);
    if (judge(residual, addends.length, u) === 'broken') failing++;
    else if (addends.length > 1) telling++;
  }
  return filled >= FEWEST_ROWS && telling >= FEWEST_TELLING && failing <= filled * MOST_FAILING;
}

function finest(table: PlacedTable): number {
  return table.items.reduce((most, row) => row.cells.reduce((own, { value }) => Math.max(own, value ? decimalsOf(value) : 0), most), 0);
}

function groupOf({ column: total }: Amounts, run: readonly Amounts[]): ColumnGroup {
  return { identity: 'discovered-sum', total, addends: run.map(({ column }) => ({ column, sign: 1 })) };
}
