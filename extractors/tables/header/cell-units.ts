import type { GridRow } from '../../model/blocks.ts';
import type { ValueColumn } from '../../model/tables.ts';
import { parseNumber, parseWithUnit } from '../../notation/numbers.ts';

/** Columns of money whose numbers all carry one unit (12.00万元) are in that unit, whatever the caption says. */
export function withCellUnits(columns: readonly ValueColumn[], data: readonly GridRow[]): ValueColumn[] {
  const units = unitsOf(data);
  return columns.map((column) => {
    const unit = column.type === 'money' && column.grid !== null ? (units.get(column.grid) ?? null) : null;
    return unit === null ? column : { ...column, unit };
  });
}

/** By column of the grid; null where a number carries none, or two carry different ones. Cell by cell: one row may be far longer than the others. */
function unitsOf(data: readonly GridRow[]): Map<number, string | null> {
  const units = new Map<number, string | null>();
  for (const { cells } of data) {
    for (const [grid, { text }] of cells.entries()) {
      if (text === '') continue;
      const own = parseWithUnit(text)?.unit ?? null;
      if (own === null && parseNumber(text) === null) continue;
      const known = units.get(grid);
      units.set(grid, known === undefined || known === own ? own : null);
    }
  }
  return units;
}
