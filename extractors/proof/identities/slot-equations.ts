import { at } from '../../model/at.ts';
import type { PlacedTable } from '../../model/tables.ts';
import type { ColumnGroup, RowGroup } from '../ledger/identity.ts';
import { type Ledger, type Slot, type SlotEquation, type SlotTerm, sumEquation } from '../ledger/ledger.ts';
import { amountColumn } from './within/selectors.ts';

/** An identity between columns, in every row. */
export function rowEquations(table: PlacedTable, t: number, group: ColumnGroup): SlotEquation[] {
  return table.items.map((row): SlotEquation => {
    const slot = (column: number): Slot => ({ table: t, row: row.index, column });
    const addends = group.addends.map(({ column, sign }): SlotTerm => ({ ...slot(column), sign: sign === 1 ? -1 : 1 }));
    return { identity: group.identity, scope: 'row', terms: [{ ...slot(group.total), sign: 1 }, ...addends] };
  });
}

/** An identity between rows, in every money column; groups over several panels meet in the panels' n-th value columns. */
export function columnEquations(ledger: Ledger, t: number, group: RowGroup): SlotEquation[] {
  const panel = group.panel ?? ledger.row({ table: t, row: group.total }).panel;
  const table = ledger.table(t);
  return ledger.moneyColumnsOfPanel(t, panel).map((column) => {
    const slot = (row: number): Slot => ({ table: t, row, column: columnIn(table, row, column) });
    return sumEquation(group.identity, 'column', slot(group.total), group.addends.map(slot));
  });
}

function columnIn(table: PlacedTable, row: number, column: number): number {
  const item = at(table.items, row);
  const own = table.panels[item.panel]?.values ?? [];
  const { panel } = at(table.columns, column);
  if (panel === item.panel) return amountColumn(table, item, column);
  const position = at(table.panels, panel).values.indexOf(column);
  return item.cells[0]?.column ?? own[position] ?? column;
}
