import type { DatedTable, PlacedTable } from '../../model/tables.ts';

/** Every number in the column that is printed; where only the order of a row's numbers is, all columns are open. */
export function asPrinted(table: DatedTable): PlacedTable {
  return {
    ...table,
    items: table.items.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, placement: cell.column === null ? 'ambiguous' : 'printed', alternatives: [] })),
    })),
  };
}
