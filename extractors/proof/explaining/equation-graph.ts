import { addTo } from '../../model/add-all.ts';
import { at } from '../../model/at.ts';
import type { Evaluated } from '../ledger/evaluated.ts';
import type { Slot } from '../ledger/ledger.ts';

/** What a change adds to the residual of an equation, in 10^-6 元. */
export interface Effect {
  equation: number;
  delta: bigint;
}

/** A number, or a blank place, that becomes more by `delta` 10^-6 元. */
export interface NodeChange {
  node: string;
  delta: bigint;
}

/** What effects do to the equations: made to hold, made to fail, left failing. */
export interface Verdict {
  mends: number;
  breaks: number;
  leaves: number;
}

/** A place in a table where nothing is printed, as a node of the graph. */
export const blankNode = ({ table, row, column }: Slot): string => `@${table}.${row}.${column}`;

/**
 * Numbers (by fact or statement id) and blank places as nodes, the equations between them, and residuals that follow tentative
 * changes. An equation holds when its residual is within its slack.
 */
export class EquationGraph {
  /** Positions of the equations that do not hold. */
  readonly broken = new Set<number>();
  /** By node the equations about it: its position where the node adds, the complement (~) of it where it is taken away. */
  private readonly touches = new Map<string, number[]>();
  private readonly residuals: bigint[];

  /** `strict`: no residual between tables is put down to rounding. */
  constructor(
    readonly equations: readonly Evaluated[],
    private readonly strict: boolean,
  ) {
    this.residuals = equations.map(({ residual }) => residual);
    for (const [equation, evaluated] of equations.entries()) {
      for (const { node, adds } of nodesOf(evaluated)) {
        const touch = adds ? equation : ~equation;
        addTo(this.touches, node, touch);
      }
      if (!this.holds(equation, evaluated.residual)) this.broken.add(equation);
    }
  }

  /** The equation at a position as it was evaluated, whatever has been changed since. */
  evaluated(equation: number): Evaluated {
    return at(this.equations, equation);
  }

  residual(equation: number): bigint {
    return at(this.residuals, equation);
  }

  equationsOf(node: string): number[] {
    return (this.touches.get(node) ?? []).map(positionOf);
  }

  /** Whether the changes together make a broken equation hold; asked of far more changes than do. */
  isMendedBy(changes: readonly NodeChange[]): boolean {
    const sums = new Map<number, bigint>();
    for (const { node, delta } of changes) {
      for (const touch of this.touches.get(node) ?? []) {
        const equation = positionOf(touch);
        if (this.broken.has(equation)) sums.set(equation, (sums.get(equation) ?? 0n) + signed(touch, delta));
      }
    }
    for (const [equation, delta] of sums) if (this.holds(equation, this.residual(equation) + delta)) return true;
    return false;
  }

  /** An equation about this node does not hold. */
  isOpen(node: string): boolean {
    return this.touches.get(node)?.some((touch) => this.broken.has(positionOf(touch))) ?? false;
  }

  /** Adding `delta` to the number at this node. */
  effectsOf(node: string, delta: bigint): Effect[] {
    return (this.touches.get(node) ?? []).map((touch) => ({ equation: positionOf(touch), delta: signed(touch, delta) }));
  }

  /** All of them together. */
  effectsOfAll(changes: readonly NodeChange[]): Effect[] {
    return combined(changes.flatMap(({ node, delta }) => this.effectsOf(node, delta)));
  }

  /** Where the number of a node stands, if in a table. */
  slotOf(node: string): Slot | undefined {
    const [first] = this.equationsOf(node);
    if (first === undefined) return undefined;
    const { equation, slots } = this.evaluated(first);
    return slots[equation.terms.findIndex(({ id }) => id === node)];
  }

  /** What has to be added to the number of this term, all else unchanged, for the equation to be exact. */
  mending(equation: number, { sign }: { sign: 1 | -1 }): bigint {
    return sign === 1 ? -this.residual(equation) : this.residual(equation);
  }

  judge(effects: readonly Effect[]): Verdict {
    const verdict = { mends: 0, breaks: 0, leaves: 0 };
    for (const { equation, delta } of effects) {
      const holds = this.holds(equation, this.residual(equation) + delta);
      if (!this.broken.has(equation)) verdict.breaks += holds ? 0 : 1;
      else if (holds) verdict.mends++;
      else verdict.leaves++;
    }
    return verdict;
  }

  /** Positions of the broken equations that the effects mend. */
  mended(effects: readonly Effect[]): number[] {
    return effects
      .filter(({ equation, delta }) => this.broken.has(equation) && this.holds(equation, this.residual(equation) + delta))
      .map(({ equation }) => equation);
  }

  apply(effects: readonly Effect[]): void {
    for (const { equation, delta } of effects) this.move(equation, delta);
  }

  undo(effects: readonly Effect[]): void {
    for (const { equation, delta } of effects) this.move(equation, -delta);
  }

  private move(equation: number, delta: bigint): void {
    const residual = this.residual(equation) + delta;
    this.residuals[equation] = residual;
    if (this.holds(equation, residual)) this.broken.delete(equation);
    else this.broken.add(equation);
  }

  private holds(equation: number, residual: bigint): boolean {
    const { slack: own, equation: named } = this.evaluated(equation);
    const slack = this.strict && named.scope !== 'prose' ? 0n : own;
    return residual <= slack && -residual <= slack;
  }
}

const positionOf = (touch: number): number => (touch < 0 ? ~touch : touch);
const signed = (touch: number, delta: bigint): bigint => (touch < 0 ? -delta : delta);

/** A number or a blank place of an equation. */
interface NodeTerm {
  node: string;
  adds: boolean;
}

/** Most equations are the same objects after a person's decision. */
const NODES = new WeakMap<Evaluated, readonly NodeTerm[]>();

function nodesOf(evaluated: Evaluated): readonly NodeTerm[] {
  const known = NODES.get(evaluated);
  if (known) return known;
  const nodes = [
    ...evaluated.equation.terms.map(({ id, sign }) => ({ node: id, adds: sign === 1 })),
    ...evaluated.blanks.map((slot) => ({ node: blankNode(slot), adds: slot.sign === 1 })),
  ];
  NODES.set(evaluated, nodes);
  return nodes;
}

/** Effects on the same equation are one. */
function combined(effects: readonly Effect[]): Effect[] {
  const sums = new Map<number, bigint>();
  for (const { equation, delta } of effects) sums.set(equation, (sums.get(equation) ?? 0n) + delta);
  return [...sums].filter(([, delta]) => delta !== 0n).map(([equation, delta]) => ({ equation, delta }));
}
