import { at } from '../../model/at.ts';
import type { PlacedCell, PlacedRow, PlacedTable } from '../../model/tables.ts';
import { groupsOf } from '../identities/groups.ts';
import type { Evaluated } from '../ledger/evaluated.ts';
import type { ColumnGroup, RowGroup } from '../ledger/identity.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { columnsFor, type Placement, placementsOf } from './placements.ts';

/**
 * Rows whose numbers were given to columns by sums that turn out not to hold: another placement would satisfy the row itself and
 * differ only where the sums are broken anyway; or none of the sums that count the row holds it. Their cells come back as ambiguous, with the
 * other columns as alternatives.
 */
export function withUnprovenPlacements(ledger: Ledger, evaluated: readonly Evaluated[]): PlacedTable[] {
  const broken = new Set(
    evaluated.filter(({ equation }) => equation.scope === 'column' && equation.status === 'broken').map((entry) => keyOf(entry)),
  );
  return ledger.tables.map((table, t) => {
    if (broken.size === 0 || !table.items.some(isPlacedBySums)) return table;
    const groups = groupsOf(table);
    const free = freeColumns(ledger, t, groups.rows, broken);
    return { ...table, items: table.items.map((row) => reopened(ledger, t, row, groups.columns, free.get(row.index) ?? new Set())) };
  });
}

/**
 * By row the columns in which no sum holds the row where it is: those of the sum that it is part of are broken, or the sum's total
 * is itself not held there, so that both could stand elsewhere together.
 */
function freeColumns(ledger: Ledger, t: number, groups: readonly RowGroup[], broken: ReadonlySet<string>): Map<number, Set<number>> {
  const free = new Map<number, Set<number>>();
  const visit = (row: PlacedRow, path: ReadonlySet<number>): Set<number> => {
    const known = free.get(row.index);
    if (known) return known;
    const above = groups.filter(({ addends }) => addends.includes(row.index));
    const own = above.length > 0 ? above : groups.filter(({ total }) => total === row.index);
    const isFree = ({ identity, total }: RowGroup, column: number): boolean => {
      if (broken.has(`${identity}|${t}.${total}.${column}`)) return true;
      if (total === row.index || path.has(total)) return false;
      return visit(ledger.row({ table: t, row: total }), new Set([...path, row.index])).has(column);
    };
    const money = own.length > 0 ? ledger.moneyColumnsOfPanel(t, row.panel) : [];
    const columns = new Set(money.filter((column) => own.every((group) => isFree(group, column))));
    free.set(row.index, columns);
    return columns;
  };
  for (const row of ledger.table(t).items) visit(row, new Set());
  return free;
}

const isPlacedBySums = (row: PlacedRow): boolean => row.floating && row.cells.some(({ placement }) => placement === 'unique');

/** A sum of rows in one column: what its total's place would be. */
function keyOf({ equation, total }: Evaluated): string {
  return `${equation.identity}|${total.table}.${total.row}.${total.column}`;
}

function reopened(ledger: Ledger, t: number, row: PlacedRow, groups: readonly ColumnGroup[], free: ReadonlySet<number>): PlacedRow {
  if (!isPlacedBySums(row) || free.size < 2) return row;
  const columns = columnsFor(ledger, t, row);
  const relevant = groups.filter((group) => columns.includes(group.total));
  const current = row.cells.map(({ column }) => column);
  const others = (placementsOf(ledger, t, row, columns, relevant) ?? []).filter((placement) => differsOnlyIn(placement, current, free));
  if (others.length === 0) return current.every((column) => column !== null && free.has(column)) ? anywhere(row, free) : row;
  return {
    ...row,
    cells: row.cells.map((cell, i): PlacedCell => {
      const alternatives = [...new Set(others.map((placement) => at(placement.columns, i)))].filter((column) => column !== cell.column);
      return alternatives.length > 0 ? { ...cell, placement: 'ambiguous', alternatives } : cell;
    }),
  };
}

/** No other placement satisfies the row, and no sum of rows holds this one in any of its columns: a number may be lost from the row itself. */
function anywhere(row: PlacedRow, free: ReadonlySet<number>): PlacedRow {
  return {
    ...row,
    cells: row.cells.map((cell): PlacedCell => {
      return { ...cell, placement: 'ambiguous', alternatives: [...free].filter((column) => column !== cell.column) };
    }),
  };
}

function differsOnlyIn(placement: Placement, current: readonly (number | null)[], free: ReadonlySet<number>): boolean {
  const moved = placement.columns.flatMap((column, i) => (column === current[i] ? [] : [column, at(current, i)]));
  return moved.length > 0 && moved.every((column) => column !== null && free.has(column));
}
