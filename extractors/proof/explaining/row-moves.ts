import type { PlacedRow } from '../../model/tables.ts';
import type { Ledger, Slot } from '../ledger/ledger.ts';
import type { OtherChange } from './changes.ts';
import { blankNode, combined, type EquationGraph } from './equation-graph.ts';
import { carry, carryToColumn, factsOf, type Placed, placedCells } from './placed.ts';

/**
 * Numbers of this row in another column, or under another row's label, as far as a broken equation is about one of the places: what
 * does not depend on the size of a residual.
 */
export function rowMoves(graph: EquationGraph, ledger: Ledger, table: number, row: PlacedRow): OtherChange[] {
  return [...cellMoves(graph, ledger, table, row), ...shifts(graph, ledger, table, row), ...swaps(graph, ledger, table, row)];
}

function cellMoves(graph: EquationGraph, ledger: Ledger, table: number, row: PlacedRow): OtherChange[] {
  const taken = new Set(row.cells.map(({ column }) => column));
  const free = ledger
    .moneyColumnsOfPanel(table, row.panel)
    .filter((column) => !taken.has(column))
    .map((column) => ({ column, isOpen: graph.isOpen(blankNode({ table, row: row.index, column })) }));
  const open = free.filter(({ isOpen }) => isOpen);
  return placedCells(ledger, table, row).flatMap((cell) =>
    (graph.isOpen(cell.factId) ? free : open).map(
      ({ column }): OtherChange => ({
        kind: 'move',
        key: `${cell.factId}>${column}`,
        facts: factsOf([cell]),
        effects: combined(carryToColumn(graph, cell, column)),
        slot: { ...cell.slot, column },
      }),
    ),
  );
}

/** The row's numbers from one of them to the last, all one column to the left or to the right. */
function shifts(graph: EquationGraph, ledger: Ledger, table: number, row: PlacedRow): OtherChange[] {
  const columns = ledger.moneyColumnsOfPanel(table, row.panel);
  const position = new Map(columns.map((column, i) => [column, i]));
  const cells = placedCells(ledger, table, row).filter(({ slot }) => position.has(slot.column));
  const isOpen = (column: number): boolean => graph.isOpen(nodeAt(ledger, { table, row: row.index, column }));
  if (!columns.some(isOpen)) return [];
  return [-1, 1].flatMap((step) => {
    const moves = cells.map((cell) => ({ cell, column: columns[(position.get(cell.slot.column) ?? 0) + step] }));
    const kept = new Set<number>();
    return cells.slice(0, -1).flatMap((first, from): OtherChange[] => {
      const run = moves.slice(from).filter((move): move is Move => move.column !== undefined && !kept.has(move.column));
      kept.add(first.slot.column);
      if (run.length < cells.length - from) return [];
      return [{ kind: 'shift', key: `${first.factId}>>${step}`, ...rearranged(graph, run) }];
    });
  });
}

interface Move {
  cell: Placed;
  column: number;
}

/** Each number in another column, which may be that of another number that moves as well. */
function rearranged(graph: EquationGraph, moves: readonly Move[]): Pick<OtherChange, 'facts' | 'effects' | 'slot'> {
  const cells = moves.map(({ cell }) => cell);
  const nodes = new Map(cells.map(({ slot, factId }) => [slot.column, factId]));
  const targets = moves.map(({ cell, column }) => ({ ...cell.slot, column }));
  const effects = moves.flatMap(({ cell, column }) => carry(graph, cell, nodes.get(column) ?? blankNode({ ...cell.slot, column })));
  return { facts: factsOf(cells), effects: combined(effects), slot: targets[0] ?? null };
}

/** The row's numbers and those of the next row below in the same columns. */
export function swaps(graph: EquationGraph, ledger: Ledger, table: number, row: PlacedRow): OtherChange[] {
  const next = ledger.table(table).items[row.index + 1];
  if (!next || next.panel !== row.panel) return [];
  const opposite = ({ slot }: Placed) => ({ ...slot, row: slot.row === row.index ? next.index : row.index });
  const cells = [...placedCells(ledger, table, row), ...placedCells(ledger, table, next)];
  const differing = cells.filter((cell) => ledger.amount(opposite(cell)) !== cell.amount);
  const moves = differing.map((cell) => ({ cell, target: nodeAt(ledger, opposite(cell)) }));
  if (!moves.some(({ cell, target }) => graph.isOpen(cell.factId) || graph.isOpen(target))) return [];
  const effects = moves.flatMap(({ cell, target }) => carry(graph, cell, target));
  return [
    {
      kind: 'swap',
      key: `swap|${table}.${row.index}`,
      facts: factsOf(differing),
      effects: combined(effects),
      slot: { table, row: row.index, column: 0 },
    },
  ];
}

/** The number that stands in this place, or the blank place itself. */
function nodeAt(ledger: Ledger, slot: Slot): string {
  return ledger.cell(slot)?.id ?? blankNode(slot);
}
