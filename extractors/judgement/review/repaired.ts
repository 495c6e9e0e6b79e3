import type { Column, FactCell, Table } from '../../../schemas/table.ts';
import { at } from '../../model/at.ts';
import { toYuan, unitExponent } from '../../notation/numbers.ts';
import { changedText } from '../../proof/explaining/edit-weights.ts';
import { MICRO } from '../../proof/ledger/ledger.ts';

/** 万元, in which nearly all tables without a unit are printed. */
const TEN_THOUSANDS = 4;

/** Decimal places between the unit of a column and 10^-6 元, in which changes are given. */
export function scaleOf({ unit }: Pick<Column, 'unit'>): number {
  return MICRO + (unitExponent(unit) ?? TEN_THOUSANDS);
}

/** The tables with these changes made (10^-6 元, by fact id): `value` is new and its state says so, `raw` stays what is printed. */
export function repairedTables(tables: readonly Table[], changes: ReadonlyMap<string, bigint>): Table[] {
  const repaired = (cell: FactCell, column: Column): FactCell => {
    const delta = changes.get(cell.factId);
    if (delta === undefined || cell.value === null) return cell;
    const value = changedText(cell.value, scaleOf(column), delta);
    return { ...cell, value, valueYuan: cell.valueYuan === null ? null : toYuan(value, column.unit), valueState: 'repaired' };
  };
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => repaired(cell, at(table.columns, cell.column))) })),
  }));
}
