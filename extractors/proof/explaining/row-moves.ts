import type { PlacedRow } from '../../model/tables.ts';
import type { Ledger, Slot } from '../ledger/ledger.ts';
import type { OtherChange } from './changes.ts';
import { blankNode, type EquationGraph, type NodeChange } from './equation-graph.ts';
import { carry, factsOf, type Placed, placedCells } from './placed.ts';

/**
 * Numbers of this row in another column, or under another row's label, that would mend an equation: what does not depend on the size
 * of a residual.
 */
export function rowMoves(graph: EquationGraph, ledger: Ledger, table: number, row: PlacedRow): OtherChange[] {
  return [...cellMoves(graph, ledger, table, row), ...shifts(graph, ledger, table, row), ...swaps(graph, ledger, table, row)];
}

function cellMoves(graph: EquationGraph, ledger: Ledger, table: number, row: PlacedRow): OtherChange[] {
  const taken = new Set(row.cells.map(({ column }) => column));
  const free = ledger
    .moneyColumnsOfPanel(table, row.panel)
    .filter((column) => !taken.has(column))
    .map((column) => ({ column, node: blankNode({ table, row: row.index, column }) }));
  const open = free.filter(({ node }) => graph.isOpen(node));
  return placedCells(ledger, table, row).flatMap((cell) =>
    (graph.isOpen(cell.factId) ? free : open).flatMap(({ column, node }): OtherChange[] => {
      const carried = carry(cell, node);
      if (!graph.isMendedBy(carried)) return [];
      const [key, slot] = [`${cell.factId}>${column}`, { ...cell.slot, column }];
      return [{ kind: 'move', key, facts: factsOf([cell]), effects: graph.effectsOfAll(carried), slot }];
    }),
  );
}

/** The row's numbers from one of them to the last, all one column to the left or to the right. */
function shifts(graph: EquationGraph, ledger: Ledger, table: number, row: PlacedRow): OtherChange[] {
  const columns = ledger.moneyColumnsOfPanel(table, row.panel);
  const position = new Map(columns.map((column, i) => [column, i]));
  const cells = placedCells(ledger, table, row).filter(({ slot }) => position.has(slot.column));
  return [-1, 1].flatMap((step) => {
    const moves = cells.map((cell) => ({ cell, column: columns[(position.get(cell.slot.column) ?? 0) + step] }));
    const kept = new Set<number>();
    return cells.slice(0, -1).flatMap((first, from): OtherChange[] => {
      const run = moves.slice(from).filter((move): move is Move => move.column !== undefined && !kept.has(move.column));
      kept.add(first.slot.column);
      if (run.length < cells.length - from || !run.some((move) => isOpenFor(graph, move))) return [];
      const carried = rearranged(run);
      if (!graph.isMendedBy(carried)) return [];
      const [target] = run.map(({ cell, column }) => ({ ...cell.slot, column }));
      const facts = factsOf(run.map(({ cell }) => cell));
      return [{ kind: 'shift', key: `${first.factId}>>${step}`, facts, effects: graph.effectsOfAll(carried), slot: target ?? null }];
    });
  });
}

interface Move {
  cell: Placed;
  column: number;
}

/** An equation about the number or the place that it would take does not hold; what stands in that place moves as well. */
function isOpenFor(graph: EquationGraph, { cell: { slot, factId }, column }: Move): boolean {
  return graph.isOpen(factId) || graph.isOpen(blankNode({ ...slot, column }));
}

/** Each number in another column, which may be that of another number that moves as well. */
function rearranged(moves: readonly Move[]): NodeChange[] {
  const nodes = new Map(moves.map(({ cell: { slot, factId } }) => [slot.column, factId]));
  return moves.flatMap(({ cell, column }) => carry(cell, nodes.get(column) ?? blankNode({ ...cell.slot, column })));
}

/** The row's numbers and those of the next row below in the same columns, where that would mend an equation. */
export function swaps(graph: EquationGraph, ledger: Ledger, table: number, row: PlacedRow): OtherChange[] {
  const next = ledger.table(table).items[row.index + 1];
  if (!next || next.panel !== row.panel) return [];
  const opposite = ({ slot }: Placed) => ({ ...slot, row: slot.row === row.index ? next.index : row.index });
  const cells = [...placedCells(ledger, table, row), ...placedCells(ledger, table, next)];
  const differing = cells.filter((cell) => ledger.amount(opposite(cell)) !== cell.amount);
  const carried = differing.flatMap((cell) => carry(cell, nodeAt(ledger, opposite(cell))));
  if (!graph.isMendedBy(carried)) return [];
  return [
    {
      kind: 'swap',
      key: `swap|${table}.${row.index}`,
      facts: factsOf(differing),
      effects: graph.effectsOfAll(carried),
      slot: { table, row: row.index, column: 0 },
    },
  ];
}

/** The number that stands in this place, or the blank place itself. */
function nodeAt(ledger: Ledger, slot: Slot): string {
  return ledger.cell(slot)?.id ?? blankNode(slot);
}
