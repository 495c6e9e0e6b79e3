import type { CoordinatedTable, PlacedCell, PlacedTable, ReadCell } from '../../model/tables.ts';

/** Every number in the column that is printed; where only the order of a row's numbers is, all columns are open. */
export function asPrinted({ readings: _, ...table }: CoordinatedTable): PlacedTable {
  return {
    ...table,
    items: table.items.map((row) => ({
      ...row,
      cells: row.cells.map(cellAsPrinted),
    })),
  };
}

/** One list for all cells: no one adds to it. */
const NO_ALTERNATIVES: number[] = [];

/** Field by field, as there are more cells than anything else. */
function cellAsPrinted({ id, column, raw, places, value, percent, doubtful, doubt, red }: ReadCell): PlacedCell {
  const placed: PlacedCell = {
    id,
    column,
    raw,
    places,
    value,
    percent,
    doubtful,
    doubt,
    placement: column === null ? 'ambiguous' : 'printed',
    alternatives: NO_ALTERNATIVES,
  };
  if (red) placed.red = red;
  return placed;
}
