import type { PlacedRow, PlacedTable } from '../../../model/tables.ts';
import { decimalsOf, toScaled } from '../../../notation/numbers.ts';
import type { ColumnGroup, Identity } from '../../ledger/identity.ts';
import { judge } from '../../ledger/ledger.ts';
import { headerGroupTotal } from './header-group-total.ts';

/** So many rows must be filled, and so many of them have two addends or more, before a sum is believed. */
const ROWS = 5;
const TELLING = 3;
/** Largest share of rows in which it may fail: a wrong digit must not hide the sum that shows it. */
const FAILING = 0.1;
const LONGEST = 8;
const SCALE = 6;

/**
 * A column that is the sum of the columns right behind or right before it in nearly every row, though no printed word says so:
 * for layouts that nobody has described. It confirms numbers, and proves none.
 */
export const discoveredSum: Identity = {
  id: 'discovered-sum',
  zh: '某列 = 相邻各列之和（由数值发现）',
  en: 'a column = the sum of its neighbours (found by the numbers)',
  columns(table) {
    const declared = headerGroupTotal.columns!(table);
    const taken = new Set(declared.flatMap(({ total, addends }) => [total, ...addends.map(({ column }) => column)]));
    return table.panels.flatMap((panel) => {
      const columns = panel.values.filter((column) => table.columns[column]!.type === 'money');
      const rows = table.items.filter((row) => row.panel === panel.index && !row.floating);
      const amounts = new Map(columns.map((column) => [column, rows.map((row) => amountOf(row, column))]));
      return columns.flatMap((total, i) => {
        if (taken.has(total)) return [];
        const found = [...runs(columns.slice(i + 1)), ...runs(columns.slice(0, i).reverse())].filter((run) =>
          isSum(table, amounts, total, run),
        );
        return found.length === 1 ? [groupOf(total, found[0]!)] : [];
      });
    });
  },
};

/** The nearest columns, two or more. */
function runs(columns: readonly number[]): number[][] {
  return Array.from({ length: Math.max(0, Math.min(columns.length, LONGEST) - 1) }, (_, i) => columns.slice(0, i + 2));
}

function amountOf(row: PlacedRow, column: number): bigint {
  const value = row.cells.find((cell) => cell.column === column && cell.placement === 'printed')?.value;
  return value ? toScaled(value, SCALE) : 0n;
}

function isSum(table: PlacedTable, amounts: ReadonlyMap<number, readonly bigint[]>, total: number, run: readonly number[]): boolean {
  const u = 10n ** BigInt(SCALE - Math.min(SCALE, finest(table)));
  // A column that is empty everywhere adds nothing that could be told.
  if (run.some((column) => amounts.get(column)!.every((amount) => amount === 0n))) return false;
  let filled = 0;
  let telling = 0;
  let failing = 0;
  amounts.get(total)!.forEach((amount, row) => {
    const addends = run.map((column) => amounts.get(column)![row]!).filter((addend) => addend !== 0n);
    if (amount === 0n && addends.length === 0) return;
    filled++;
    const residual = addends.reduce((rest, addend) => rest - addend, amount);
    if (judge(residual, addends.length, u) === 'broken') failing++;
    else if (addends.length > 1) telling++;
  });
  return filled >= ROWS && telling >= TELLING && failing <= filled * FAILING;
}

function finest(table: PlacedTable): number {
  return table.items.reduce((most, row) => row.cells.reduce((own, { value }) => Math.max(own, value ? decimalsOf(value) : 0), most), 0);
}

function groupOf(total: number, run: readonly number[]): ColumnGroup {
  return { identity: 'discovered-sum', total, addends: run.map((column) => ({ column, sign: 1 })) };
}
