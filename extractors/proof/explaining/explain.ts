/** Room: broken equations in, the smallest changes that would mend them out; imports model, notation, ledger, schemas. */

import type { Equation } from '../../../schemas/equation.ts';
import type { Evaluated } from '../ledger/evaluated.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Change, valueChange } from './changes.ts';
import { EquationGraph } from './equation-graph.ts';
import { components, type Repair, smallestRepairs, strongestChanges } from './repairs.ts';
import { roundingOf } from './tails.ts';

/** Broken equations with one cause, and the smallest sets of changes that would mend them. */
export interface Explanation {
  equations: Evaluated[];
  /** Alternatives, the likeliest first; each mends all the equations. */
  repairs: WeighedRepair[];
  /** Facts that no exact equation confirms, when no small set of changes explains the break. */
  suspects: string[];
}

export interface WeighedRepair {
  changes: Repair;
  /** Share of this repair among the alternatives, by how likely its edits are. */
  probability: number;
}

/** Weight of what no repair stands for: an identity that does not apply here, or more slips than were looked for. */
const UNKNOWN = 0.002;

/** How likely a change is, against other changes, as an edit of what is printed. */
export type WeighChange = (change: Change) => number;

/**
 * Explains every broken equation: component by component the smallest sets of changes; where none is small enough, the strongest
 * single change is taken out and the rest is tried again. Where amounts are not rounded, tails are explained too.
 */
export function explain(evaluated: readonly Evaluated[], ledger: Ledger, weigh: WeighChange): Explanation[] {
  const { rounded, culprits } = roundingOf(ledger.tables, evaluated);
  const inNeed = ({ status, scope }: Equation): boolean => status === 'broken' || (status === 'tail' && !rounded && scope !== 'prose');
  if (culprits.length === 0 && !evaluated.some(({ equation }) => inNeed(equation))) return [];
  const graph = new EquationGraph(evaluated, !rounded);
  const explanations = culprits.map(({ factId, delta, tails }): Explanation => {
    return { equations: tails, repairs: [{ changes: [valueChange(graph, factId, delta)], probability: 1 }], suspects: [] };
  });
  const queue = components(graph, ledger);
  while (queue.length > 0) {
    const broken = queue.shift()!;
    const smallest = smallestRepairs(graph, ledger, broken);
    const repairs = smallest.length > 0 ? smallest : strongestChanges(graph, ledger, broken);
    const [first] = repairs;
    if (!first) {
      explanations.push(...leftOpen(graph, broken, weigh));
      for (const equation of broken) graph.broken.delete(equation);
      continue;
    }
    const weighed = weighRepairs(repairs, weigh);
    const before = new Set(graph.broken);
    for (const { effects } of weighed[0]!.changes) graph.apply(effects);
    const mended = [...before].filter((i) => !graph.broken.has(i));
    explanations.push(
      ...apart(weighed, mended).map(({ positions, repairs }) => ({
        equations: positions.map((i) => evaluated[i]!),
        repairs,
        suspects: [],
      })),
    );
    if (smallest.length === 0) queue.unshift(...components(graph, ledger).filter((rest) => rest.some((i) => broken.includes(i))));
  }
  return explanations;
}

/** So many terms can be listed as alternatives of one equation. */
const FEW_TERMS = 12;

/**
 * More slips than can be told apart: each short equation for itself, with every change that would mend it and break none; the
 * long ones together, with the numbers that nothing confirms.
 */
function leftOpen(graph: EquationGraph, broken: readonly number[], weigh: WeighChange): Explanation[] {
  const alone = broken.flatMap((i): Explanation[] => {
    const { terms } = graph.equations[i]!.equation;
    if (terms.length > FEW_TERMS || broken.length === 1) return [];
    const changes = terms
      .map(({ id }) => valueChange(graph, id, graph.mending(id, i)))
      .filter(({ effects }) => graph.judge(effects).breaks === 0);
    if (changes.length === 0) return [];
    return [
      {
        equations: [graph.equations[i]!],
        repairs: weighRepairs(
          changes.map((change) => [change]),
          weigh,
        ),
        suspects: [],
      },
    ];
  });
  const taken = new Set(alone.flatMap(({ equations }) => equations));
  const rest = broken.filter((i) => !taken.has(graph.equations[i]!));
  if (rest.length === 0) return alone;
  return [...alone, { equations: rest.map((i) => graph.equations[i]!), repairs: [], suspects: suspectsOf(graph, rest) }];
}

function weighRepairs(repairs: readonly Repair[], weigh: WeighChange): WeighedRepair[] {
  const weights = repairs.map((changes) => changes.reduce((product, change) => product * weigh(change), 1));
  const sum = weights.reduce((total, weight) => total + weight, UNKNOWN);
  return repairs.map((changes, i) => ({ changes, probability: weights[i]! / sum })).sort((a, b) => b.probability - a.probability);
}

/** A change that all repairs have in common is a matter of its own, with the equations that it touches. */
function apart(repairs: readonly WeighedRepair[], mended: readonly number[]): { positions: number[]; repairs: WeighedRepair[] }[] {
  const [first] = repairs;
  const common = first!.changes.filter(({ key }) => repairs.every(({ changes }) => changes.some((change) => change.key === key)));
  if (common.length === 0) return [{ positions: [...mended], repairs: [...repairs] }];
  const left = new Set(mended);
  const own = common.map((change) => {
    const positions = change.effects.map(({ equation }) => equation).filter((equation) => left.delete(equation));
    return { positions, repairs: [{ changes: [change], probability: 1 }] };
  });
  const rest = repairs.map(({ changes, probability }) => ({ changes: changes.filter((change) => !common.includes(change)), probability }));
  const parts = rest[0]!.changes.length > 0 ? [...own, { positions: [...left], repairs: rest }] : own;
  return parts.filter(({ positions }) => positions.length > 0);
}

function suspectsOf(graph: EquationGraph, broken: readonly number[]): string[] {
  const ids = new Set(broken.flatMap((i) => graph.equations[i]!.equation.terms.map(({ id }) => id)));
  return [...ids].filter((id) => !graph.equationsOf(id).some((equation) => graph.equations[equation]!.equation.status === 'exact'));
}
