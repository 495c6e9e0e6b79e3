import { at } from '../../../model/at.ts';
import type { GridRow } from '../../../model/blocks.ts';
import { isBlank } from '../../../notation/cells.ts';

/**
 * Merged cells that a page break parted above their text: per row, the columns in which a cell begins blank below other rows of
 * the page and goes on to its end, where the column is merged elsewhere and another page follows. Only printed grids tell.
 */
export function cutCells(rows: readonly GridRow[]): ReadonlyMap<GridRow, ReadonlySet<number>> {
  const cut = new Map<GridRow, Set<number>>();
  const merged = mergedColumns(rows);
  if (merged.size === 0) return cut;
  for (const [end, { page }] of rows.entries()) {
    if (end === 0 || page === at(rows, end - 1).page) continue;
    for (const column of merged) {
      const row = lastBeginning(rows, end, column);
      if (row) cut.set(row, (cut.get(row) ?? new Set()).add(column));
    }
  }
  return cut;
}

/** Columns with a text that stands beside more than one row. */
function mergedColumns(rows: readonly GridRow[]): Set<number> {
  const merged = new Set<number>();
  rows.forEach((row, i) => {
    const below = rows[i + 1];
    if (!row.borders || !below?.borders) return;
    row.cells.forEach((cell, c) => {
      if (!isBlank(cell) && below.cells[c]?.covered === 'above') merged.add(c);
    });
  });
  return merged;
}

/** The row above `end` in which the last cell of a column begins: blank, and below a row of the same page. */
function lastBeginning(rows: readonly GridRow[], end: number, column: number): GridRow | null {
  const { page } = at(rows, end - 1);
  const isPassed = (row: GridRow) => row.page === page && row.cells[column]?.covered === 'above';
  const i = rows.findLastIndex((row, index) => index < end && !isPassed(row));
  const row = rows[i];
  const above = rows[i - 1];
  if (!row?.borders || row.page !== page || above?.page !== page) return null;
  const cell = row.cells[column];
  return cell && cell.covered === undefined && isBlank(cell) ? row : null;
}
