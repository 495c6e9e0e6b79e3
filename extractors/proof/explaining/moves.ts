import type { Ledger, RowSlot } from '../ledger/ledger.ts';
import type { Change } from './changes.ts';
import type { EquationGraph } from './equation-graph.ts';
import { rowMoves, swaps } from './row-moves.ts';
import { MAX_PAIRS, MAX_ROWS } from './settings.ts';
import { blockMoves, nestChanges, uncountedChanges } from './sum-changes.ts';

/** Moves in the rows that these equations are about; none where they are about too many rows or columns. */
export function movesNear(graph: EquationGraph, ledger: Ledger, broken: readonly number[]): Change[] {
  const near = rowsNear(graph, ledger, broken);
  if (near.length === 0) return [];
  const moves = near.map((slot) => rowMoves(graph, ledger, slot.table, ledger.row(slot)));
  return [...moves, blockMoves(graph, ledger, broken), nestChanges(graph, ledger, broken), uncountedChanges(graph, ledger, broken)]
    .flat()
    .filter(({ effects }) => graph.judge(effects).mends > 0);
}

/** Rows under each other's labels among those that these equations are about. */
export function swapsNear(graph: EquationGraph, ledger: Ledger, broken: readonly number[]): Change[] {
  return rowsNear(graph, ledger, broken).flatMap((slot) => swaps(graph, ledger, slot.table, ledger.row(slot)));
}

function rowsNear(graph: EquationGraph, ledger: Ledger, broken: readonly number[]): RowSlot[] {
  const rows = new Map<string, RowSlot>();
  for (const equation of broken) {
    const { slots, blanks } = graph.evaluated(equation);
    for (const { table, row } of [...slots, ...blanks]) rows.set(`${table}.${row}`, { table, row });
    if (rows.size > MAX_ROWS) return [];
  }
  let pairs = 0;
  for (const slot of rows.values()) {
    const { panel, cells } = ledger.row(slot);
    pairs += cells.length * (ledger.table(slot.table).panels[panel]?.values.length ?? 0);
    if (pairs > MAX_PAIRS) return [];
  }
  return [...rows.values()];
}
