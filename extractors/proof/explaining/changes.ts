import type { Evaluated } from '../ledger/evaluated.ts';
import type { Slot, SlotTerm } from '../ledger/ledger.ts';
import { blankNode, type Effect, type EquationGraph } from './equation-graph.ts';

/**
 * One slip that would explain broken equations. value: a number was misread or misprinted. fill: a number that belongs into a
 * blank place was lost. move: a number stands in the wrong column. shift: a run of numbers, of one row or below each
 * other in one sum, stands a column off.
 * swap: two rows stand under each other's labels. row: a row that a total counts is not there. nest: a row is counted in another
 * sum than the one it is printed below. uncounted: a row that its total leaves out.
 */
export type Change = ValueChange | OtherChange;
export type ChangeKind = Change['kind'];

interface ChangeParts {
  /** Tells changes apart; two changes with one key are the same. */
  key: string;
  effects: Effect[];
  /** Where the number or row belongs; for a row that another sum counts, that sum's total. */
  slot: Slot | null;
  /** The row that another sum counts, or none. */
  row?: Slot;
}

export interface ValueChange extends ChangeParts {
  kind: 'value';
  /** The number whose digits change, by `delta` 10^-6 元. */
  facts: [{ factId: string; delta: bigint }];
}

export interface OtherChange extends ChangeParts {
  kind: 'fill' | 'move' | 'shift' | 'swap' | 'row' | 'nest' | 'uncounted';
  /** The numbers that are not where they should be. */
  facts: { factId: string; delta: null }[];
}

/** A number taken as misread: `delta` makes the equation exact. */
export function valueChange(graph: EquationGraph, factId: string, delta: bigint): ValueChange {
  const effects = graph.effectsOf(factId, delta);
  return { kind: 'value', key: `${factId}|${delta}`, facts: [{ factId, delta }], effects, slot: null };
}

/** A blank place of the equation filled so that it becomes exact. */
export function fillChange(graph: EquationGraph, slot: SlotTerm, equation: number): OtherChange {
  const node = blankNode(slot);
  const delta = graph.mending(equation, slot);
  return { kind: 'fill', key: `${node}|${delta}`, facts: [], effects: graph.effectsOf(node, delta), slot };
}

/** A sum of rows in one column, its total printed; `key` is the same in all columns. */
export interface PrintedSum {
  key: string;
  total: SlotTerm;
}

export function printedSum({ equation, slots: [total] }: Evaluated): PrintedSum | null {
  if (equation.scope !== 'column' || total?.sign !== 1) return null;
  return { key: `${equation.identity}|${total.table}.${total.row}`, total };
}

/** The sum of rows whose total is more than its addends, as when a row is missing. null for others. */
export function lackingSum(graph: EquationGraph, equation: number): PrintedSum | null {
  return graph.residual(equation) < 0n ? null : printedSum(graph.evaluated(equation));
}

/** Rows that are missing below the totals of these equations: each would mend all broken equations of the same sum at once. By equation. */
export function rowChanges(graph: EquationGraph, open: readonly number[]): Map<number, OtherChange> {
  const sums = new Map<string, { total: SlotTerm; columns: number[] }>();
  for (const equation of open) {
    const lacking = lackingSum(graph, equation);
    if (!lacking) continue;
    const sum = sums.get(lacking.key);
    if (sum) {
      sum.columns.push(equation);
      sum.total = lacking.total;
    } else sums.set(lacking.key, { total: lacking.total, columns: [equation] });
  }
  const changes = new Map<number, OtherChange>();
  for (const [name, { total, columns }] of sums) {
    const effects = columns.map((i): Effect => ({ equation: i, delta: -graph.residual(i) }));
    const key = `row|${name}|${columns.map((i) => graph.residual(i)).join()}`;
    const [first] = columns;
    if (first !== undefined) changes.set(first, { kind: 'row', key, facts: [], effects, slot: total });
  }
  return changes;
}
