import type { PlacedRow } from '../../model/tables.ts';
import type { Ledger, Slot } from '../ledger/ledger.ts';
import { perTable } from '../ledger/per-table.ts';
import { blankNode, type NodeChange } from './equation-graph.ts';

/** A number where it is printed; `amount` in 10^-6 元. */
export interface Placed {
  factId: string;
  slot: Slot;
  amount: bigint;
}

export function placedAt(ledger: Ledger, slot: Slot): Placed | null {
  const [cell, amount] = [ledger.cell(slot), ledger.amount(slot)];
  return cell && amount !== null ? { factId: cell.id, slot, amount } : null;
}

/** The row's numbers other than 0, by column. Shared: nobody may change the list. */
export function placedCells(ledger: Ledger, table: number, row: PlacedRow): readonly Placed[] {
  const ofRows = placedIn(ledger, table);
  const known = ofRows.get(row.index) ?? placedOf(ledger, table, row);
  ofRows.set(row.index, known);
  return known;
}

/** By row, once they are asked for. */
const placedIn = perTable(() => new Map<number, readonly Placed[]>());

function placedOf(ledger: Ledger, table: number, row: PlacedRow): Placed[] {
  return row.cells
    .flatMap(({ id, column }): Placed[] => {
      if (column === null) return [];
      const slot = { table, row: row.index, column };
      const amount = ledger.amount(slot);
      return amount === null || amount === 0n ? [] : [{ factId: id, slot, amount }];
    })
    .sort((a, b) => a.slot.column - b.slot.column);
}

/** The number taken out of its place and put into another, which is blank or is named by `node`. */
export function carry({ factId, amount }: Placed, node: string): NodeChange[] {
  return [
    { node: factId, delta: -amount },
    { node, delta: amount },
  ];
}

/** The same into a blank place of its row. */
export function carryToColumn(cell: Placed, column: number): NodeChange[] {
  return carry(cell, blankNode({ ...cell.slot, column }));
}

/** Facts that stand elsewhere, their digits as they are. */
export function factsOf(cells: readonly Placed[]): { factId: string; delta: null }[] {
  return cells.map(({ factId }) => ({ factId, delta: null }));
}
