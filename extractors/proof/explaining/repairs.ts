import type { Slot } from '../ledger/ledger.ts';
import { type Change, fillChange, rowChanges, valueChange } from './changes.ts';
import { blankNode, type EquationGraph } from './equation-graph.ts';
import { MAX_CHANGES, MAX_REPAIRS, MAX_TRIED } from './settings.ts';

/** A smallest set of changes after which every equation holds. */
export type Repair = readonly Change[];

/** How many changes have been tried for all broken equations of a document. */
export interface Effort {
  tried: number;
}

/**
 * All smallest sets of changes that mend these broken equations and break no other: of one, then of two, then of three. Each
 * change makes some equation exact that no other change of the set spoils, as it is with slips that are independent of each
 * other. Empty when there is none within the bounds. `moves`: those near the equations.
 */
export function smallestRepairs(graph: EquationGraph, broken: readonly number[], moves: readonly Change[], effort: Effort): Repair[] {
  const search = new Search(graph, broken, moves);
  let found: Repair[] | null = [];
  for (let size = 1; size <= MAX_CHANGES && found?.length === 0; size++) found = search.run(size);
  effort.tried += search.tried;
  return found ?? [];
}

class Search {
  tried = 0;
  private readonly chosen: Change[] = [];
  private found = new Map<string, Repair>();
  /** Broken equations of other components stay as they are. */
  private readonly others: number;

  constructor(
    private readonly graph: EquationGraph,
    private readonly broken: readonly number[],
    private readonly moves: readonly Change[],
  ) {
    this.others = graph.broken.size - broken.length;
  }

  /** null when the bound was reached. */
  run(size: number): Repair[] | null {
    this.found = new Map();
    const complete = this.extend(size);
    return complete || this.found.size > 0 ? [...this.found.values()] : null;
  }

  private extend(left: number): boolean {
    const open = this.graph.broken.size - this.others;
    const candidates = candidateChanges(this.graph, this.openEquations(), this.moves)
      .filter((change) => this.isFree(change))
      .map((change) => ({ change, verdict: this.graph.judge(change.effects) }));
    this.tried += candidates.length;
    const most = candidates.reduce((max, { verdict }) => Math.max(max, verdict.mends), 0);
    for (const { change, verdict } of candidates) {
      const { mends, breaks } = verdict;
      if (left === 1) {
        if (breaks === 0 && mends === open) this.record([...this.chosen, change]);
        continue;
      }
      // What stays open must be within reach of the changes that are left.
      if (mends === 0 || open - mends + breaks > (left - 1) * (most + 2)) continue;
      if (this.tried > MAX_TRIED || this.found.size >= MAX_REPAIRS) return false;
      this.graph.apply(change.effects);
      this.chosen.push(change);
      const complete = this.graph.broken.size === this.others ? true : this.extend(left - 1);
      this.chosen.pop();
      this.graph.undo(change.effects);
      if (!complete) return false;
    }
    return true;
  }

  /** No number is changed twice. */
  private isFree(change: Change): boolean {
    return this.chosen.every(
      (other) => other.key !== change.key && !other.facts.some(({ factId }) => change.facts.some((fact) => fact.factId === factId)),
    );
  }

  /** While changes are tried, equations of this component are open or were broken by the changes. */
  private openEquations(): number[] {
    const touched = this.chosen.flatMap(({ effects }) => effects.map(({ equation }) => equation));
    return [...new Set([...this.broken, ...touched])].filter((equation) => this.graph.broken.has(equation));
  }

  /** Those of places and rows first, then those of numbers, in the order in which they are printed. */
  private record(changes: readonly Change[]): void {
    const slotOf = ({ facts: [first] }: Change): Slot => (first && this.graph.slotOf(first.factId)) ?? NOWHERE;
    const sorted = [...changes].sort((a, b) => inPrintedOrder(slotOf(a), slotOf(b)) || (a.key < b.key ? -1 : 1));
    this.found.set(sorted.map(({ key }) => key).join(' '), sorted);
  }
}

const NOWHERE: Slot = { table: -1, row: -1, column: -1 };

function inPrintedOrder(a: Slot, b: Slot): number {
  return a.table - b.table || a.row - b.row || a.column - b.column;
}

/** Each single change that makes one of the open equations exact, and the moves. */
function candidateChanges(graph: EquationGraph, open: readonly number[], moves: readonly Change[]): Change[] {
  const changes = new Map<string, Change>();
  const add = (change: Change | undefined): void => {
    if (change) changes.set(change.key, change);
  };
  const rows = rowChanges(graph, open);
  for (const equation of open) {
    const { equation: own, blanks } = graph.evaluated(equation);
    for (const term of own.terms) add(valueChange(graph, term.id, graph.mending(equation, term)));
    // A lost number is told from a wrong one only where it mends more than one equation.
    for (const slot of blanks) if (graph.equationsOf(blankNode(slot)).length > 1) add(fillChange(graph, slot, equation));
    add(rows.get(equation));
  }
  for (const change of moves) add(change);
  return [...changes.values()];
}

/**
 * The change that explains most of these equations by itself: it mends at least two and breaks none. Several changes can have the
 * same effect; all of them are given.
 */
export function strongestChanges(graph: EquationGraph, broken: readonly number[], moves: readonly Change[], effort: Effort): Repair[] {
  let best: Change[] = [];
  let score = 1;
  const candidates = candidateChanges(graph, broken, moves);
  effort.tried += candidates.length;
  for (const change of candidates) {
    const { mends, breaks, leaves } = graph.judge(change.effects);
    if (breaks > 0 || mends < 2) continue;
    // A change that leaves nothing open of what it touches explains more than one that does.
    const value = mends - leaves / 2;
    if (value > score) [best, score] = [[change], value];
    else if (value === score) best.push(change);
  }
  const [first] = best;
  if (!first) return [];
  const mended = graph.mended(first.effects).join();
  return best.filter(({ effects }) => graph.mended(effects).join() === mended).map((change) => [change]);
}
