import { groupBy } from '../../model/add-all.ts';
import { entryOf } from '../../model/at.ts';
import type { Ledger, Slot, SlotTerm } from '../ledger/ledger.ts';
import { type OtherChange, printedSum } from './changes.ts';
import type { Effect, EquationGraph } from './equation-graph.ts';
import { carryToColumn, factsOf, type Placed, placedAt } from './placed.ts';

/** The broken equations of one sum, one a column; the addends are those of the first. */
interface BrokenSum {
  key: string;
  total: SlotTerm;
  addends: SlotTerm[];
  columns: { equation: number; column: number }[];
}

function brokenSums(graph: EquationGraph, broken: readonly number[]): BrokenSum[] {
  const sums = new Map<string, BrokenSum>();
  for (const equation of broken) {
    const evaluated = graph.evaluated(equation);
    const sum = printedSum(evaluated);
    if (!sum) continue;
    const { key, total } = sum;
    const known = sums.get(key) ?? { key, total, addends: evaluated.slots.slice(1), columns: [] };
    known.columns.push({ equation, column: total.column });
    sums.set(key, known);
  }
  return [...sums.values()];
}

/** An addend that its total leaves out in every column: without it all broken equations of the sum hold. */
export function uncountedChanges(graph: EquationGraph, ledger: Ledger, broken: readonly number[]): OtherChange[] {
  const sums = new Map(brokenSums(graph, broken).map((sum) => [sum.key, sum]));
  const excessive = brokenSums(
    graph,
    broken.filter((equation) => graph.residual(equation) < 0n),
  );
  return excessive.flatMap(({ key, total, addends }) => {
    const { columns } = entryOf(sums, key);
    return addends.flatMap((slot): OtherChange[] => {
      const effects = columns.flatMap(({ equation, column }): Effect[] => {
        const amount = ledger.amount({ ...slot, column });
        return amount === null ? [] : [{ equation, delta: amount }];
      });
      if (effects.length < columns.length || graph.mended(effects).length < columns.length) return [];
      return [{ kind: 'uncounted', key: `uncounted|${slot.table}.${slot.row}`, facts: [], effects, slot: total, row: slot }];
    });
  });
}

/**
 * An addend of one sum that another sum of the table counts instead: with it in the other sum, both are exact in every column.
 */
export function nestChanges(graph: EquationGraph, ledger: Ledger, broken: readonly number[]): OtherChange[] {
  const sums = brokenSums(graph, broken);
  return sums.flatMap((from) => {
    const excess = from.addends.filter((slot) =>
      from.columns.every(({ equation, column }) => ledger.amount({ ...slot, column }) === -graph.residual(equation)),
    );
    if (excess.length === 0) return [];
    return sums.flatMap((to) => (from === to ? [] : nestBetween(graph, ledger, from, to, excess)));
  });
}

/** `excess`: the addends that the first sum would do without. */
function nestBetween(graph: EquationGraph, ledger: Ledger, from: BrokenSum, to: BrokenSum, excess: readonly SlotTerm[]): OtherChange[] {
  if (from.total.table !== to.total.table || from.columns.length !== to.columns.length) return [];
  return excess.flatMap((slot): OtherChange[] => {
    if (!to.columns.every(({ equation, column }) => ledger.amount({ ...slot, column }) === graph.residual(equation))) return [];
    const effects = [...from.columns, ...to.columns].map(({ equation }): Effect => ({ equation, delta: -graph.residual(equation) }));
    return [{ kind: 'nest', key: `nest|${slot.table}.${slot.row}|${to.total.row}`, facts: [], effects, slot: to.total, row: slot }];
  });
}

/**
 * Neighbouring addends of one sum that stand in another column together with their own parts: the same amount is missing from
 * one column of the sum and too much in another.
 */
export function blockMoves(graph: EquationGraph, ledger: Ledger, broken: readonly number[]): OtherChange[] {
  const byResidual = groupBy(broken, (equation) => `${sumOf(graph, equation)}|${graph.residual(equation)}`);
  return broken.flatMap((from) => {
    if (graph.evaluated(from).equation.scope !== 'column') return [];
    const opposite = byResidual.get(`${sumOf(graph, from)}|${-graph.residual(from)}`) ?? [];
    return opposite.flatMap((to) => (from === to ? [] : (blockMove(graph, ledger, from, to) ?? [])));
  });
}

/** The same for one sum of rows in all its columns. */
function sumOf(graph: EquationGraph, position: number): string {
  const { equation, total } = graph.evaluated(position);
  return `${equation.identity}|${total.table}.${total.row}`;
}

function blockMove(graph: EquationGraph, ledger: Ledger, from: number, to: number): OtherChange | null {
  const { slots } = graph.evaluated(from);
  const { total } = graph.evaluated(to);
  const { column } = total;
  const addends = slots
    .filter(({ sign }) => sign < 0)
    .sort((a, b) => a.row - b.row)
    .flatMap((slot) => placedAt(ledger, slot) ?? [])
    .filter(({ slot }) => ledger.amount({ ...slot, column }) === null);
  const run = runOf(addends, -graph.residual(from));
  const moved = (run ?? []).flatMap((cell) => [cell, ...partsOf(ledger, cell.slot, column)]);
  // A number by itself is moved within its row.
  if (moved.length < 2) return null;
  const effects = graph.effectsOfAll(moved.flatMap((cell) => carryToColumn(cell, column)));
  return { kind: 'shift', key: `block|${from}|${to}`, facts: factsOf(moved), effects, slot: { ...graph.evaluated(from).total, column } };
}

/** What stands in the same column in the rows below this one, down to the last level, and is blank in the other column. */
function partsOf(ledger: Ledger, { table, row, column }: Slot, other: number): Placed[] {
  return ledger.childrenOf({ table, row }).flatMap((index): Placed[] => {
    const slot = { table, row: index, column };
    const free = ledger.amount({ ...slot, column: other }) === null;
    const cell = free ? placedAt(ledger, slot) : null;
    return [...(cell ? [cell] : []), ...partsOf(ledger, slot, other)];
  });
}

/** The only run of neighbours with this sum; null where there is none or more than one. */
function runOf(cells: readonly Placed[], sum: bigint): Placed[] | null {
  let found: Placed[] | null = null;
  /** By the sum of the cells before it, the last place where a run may begin, and how many there are. */
  const starts = new Map([[0n, { from: 0, count: 1 }]]);
  let before = 0n;
  for (const [i, { amount }] of cells.entries()) {
    before += amount;
    const start = starts.get(before - sum);
    if (start) {
      if (found || start.count > 1) return null;
      found = cells.slice(start.from, i + 1);
    }
    starts.set(before, { from: i + 1, count: (starts.get(before)?.count ?? 0) + 1 });
  }
  return found;
}
