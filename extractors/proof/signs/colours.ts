import { addTo } from '../../model/add-all.ts';
import type { PlacedCell, PlacedRow, PlacedTable } from '../../model/tables.ts';
import { STANDS_OUT } from './settings.ts';

/**
 * Fact ids of the red numbers whose colour is their own. A red row, column or table is an emphasis: its label is red, all its amounts
 * are, or more than half of the table's; so is a colour that the totals of a column have and its other rows have not.
 */
export function speakingColours(table: PlacedTable): ReadonlySet<string> {
  const amounts = table.items.flatMap((row) => row.cells.filter(({ value }) => value !== null).map((cell) => ({ row, cell })));
  const red = amounts.filter(({ cell }) => cell.red);
  if (2 * red.length > amounts.length) return new Set();
  const columns = new Map<number | null, Amount[]>();
  for (const amount of amounts) addTo(columns, amount.cell.column, amount);
  const emphasised = new Set([...columns].filter(([, own]) => isEmphasis(own)).map(([column]) => column));
  return new Set(red.filter(({ row, cell }) => !standsOut(row) && !emphasised.has(cell.column)).map(({ cell }) => cell.id));
}

interface Amount {
  row: PlacedRow;
  cell: PlacedCell;
}

function standsOut({ red, cells }: PlacedRow): boolean {
  const amounts = cells.filter(({ value }) => value !== null);
  return red === true || (amounts.length >= STANDS_OUT && amounts.every((cell) => cell.red));
}

/** A column that is red as a whole, or in its totals and nowhere else. */
function isEmphasis(column: readonly Amount[]): boolean {
  if (column.length > 1 && column.every(({ cell }) => cell.red)) return true;
  return column.length > 1 && column.every(({ row: { role }, cell }) => (cell.red === true) === (role === 'total' || role === 'subtotal'));
}
