import type { Column, FactCell, Table } from '../../../schemas/table.ts';
import { at } from '../../model/at.ts';
import { toYuan, unitExponent, usualUnit } from '../../notation/numbers.ts';
import { changedText } from '../../proof/explaining/edits.ts';
import { MICRO } from '../../proof/ledger/ledger.ts';

/** Decimal places between the unit of a column and 10^-6 元, in which changes are given; as the ledger takes it. */
export function scaleOf({ unit }: Pick<Column, 'unit'>, table: Pick<Table, 'unit'>, tables: readonly Pick<Table, 'unit'>[]): number {
  return MICRO + (unitExponent(unit) ?? unitExponent(table.unit ?? usualUnitOf(tables)) ?? 0);
}

function usualUnitOf(tables: readonly Pick<Table, 'unit'>[]): string | null {
  const known = USUAL.get(tables);
  if (known !== undefined) return known;
  const usual = usualUnit(tables.map(({ unit }) => unit));
  USUAL.set(tables, usual);
  return usual;
}

/** Asked for every proposal, and the same for a document's tables as long as they live. */
const USUAL = new WeakMap<readonly Pick<Table, 'unit'>[], string | null>();

/** The tables with these changes made (10^-6 元, by fact id): `value` is new and its state says so, `raw` stays what is printed. */
export function repairedTables(tables: readonly Table[], changes: ReadonlyMap<string, bigint>): Table[] {
  const repaired = (cell: FactCell, column: Column, table: Table): FactCell => {
    const delta = changes.get(cell.factId);
    if (delta === undefined || cell.value === null) return cell;
    const value = changedText(cell.value, scaleOf(column, table, tables), delta);
    return { ...cell, value, valueYuan: cell.valueYuan === null ? null : toYuan(value, column.unit), valueState: 'repaired' };
  };
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => repaired(cell, at(table.columns, cell.column), table)) })),
  }));
}
