/**
 * Broken equations and their ledger in; the smallest sets of slips that would mend them, by likelihood, out; imports schemas,
 * model, notation, ledger.
 */

import type { Equation } from '../../../schemas/equation.ts';
import { addAll } from '../../model/add-all.ts';
import type { Evaluated } from '../ledger/evaluated.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Change, valueChange } from './changes.ts';
import { components } from './components.ts';
import { EquationGraph } from './equation-graph.ts';
import { movesNear } from './moves.ts';
import { type Effort, type Repair, smallestRepairs, strongestChanges } from './repairs.ts';
import { FEW_TERMS, TRIED, UNKNOWN } from './settings.ts';
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

/** How likely a change is, against other changes, as an edit of what is printed; 0: it is out of the question. */
export type WeighChange = (change: Change) => number;

/**
 * Explains every broken equation: component by component the smallest sets of changes; where none is small enough, the strongest
 * single change is taken out and the rest is tried again. Where amounts are not rounded, tails are explained too.
 */
export function explain(
  evaluated: readonly Evaluated[],
  ledger: Ledger,
  weigh: WeighChange,
  tried: { atLeast: number; perEquation: number } = TRIED,
): Explanation[] {
  const { rounded, culprits } = roundingOf(ledger.tables, evaluated);
  const inNeed = ({ status, scope }: Equation): boolean => status === 'broken' || (status === 'tail' && !rounded && scope !== 'prose');
  if (culprits.length === 0 && !evaluated.some(({ equation }) => inNeed(equation))) return [];
  const graph = new EquationGraph(evaluated, !rounded);
  const explanations = culprits.map(({ factId, delta, tails }): Explanation => {
    return { equations: tails, repairs: [{ changes: [valueChange(graph, factId, delta)], probability: 1 }], suspects: [] };
  });
  const most = tried.atLeast + tried.perEquation * graph.broken.size;
  const effort: Effort = { tried: 0 };
  /** The next one last. */
  const queue = components(graph, ledger, [...graph.broken]).reverse();
  for (let broken = queue.pop(); broken; broken = queue.pop()) {
    const moves = effort.tried > most ? [] : movesNear(graph, ledger, broken);
    const smallest = effort.tried > most ? [] : smallestRepairs(graph, broken, moves, effort);
    const found = smallest.length > 0 || effort.tried > most ? smallest : strongestChanges(graph, broken, moves, effort);
    const repairs = weighRepairs(found, weigh);
    const [likeliest] = repairs;
    if (!likeliest) {
      addAll(explanations, leftOpen(graph, broken, weigh));
      for (const equation of broken) graph.broken.delete(equation);
      continue;
    }
    addAll(explanations, apart(graph, likeliest, repairs, mendedBy(graph, likeliest)));
    const left = smallest.length === 0 ? broken.filter((equation) => graph.broken.has(equation)) : [];
    // To tell what is left apart again asks each of its numbers for the changes that would mend it.
    effort.tried += left.reduce((count, equation) => count + graph.evaluated(equation).equation.terms.length, 0);
    addAll(queue, components(graph, ledger, left).reverse());
  }
  return explanations;
}

/** Makes the changes of a repair. Positions of the equations that they mend. */
function mendedBy(graph: EquationGraph, { changes }: WeighedRepair): number[] {
  const touched = new Set(changes.flatMap(({ effects }) => effects.map(({ equation }) => equation)));
  const before = [...touched].filter((i) => graph.broken.has(i)).sort((a, b) => a - b);
  for (const { effects } of changes) graph.apply(effects);
  return before.filter((i) => !graph.broken.has(i));
}

/**
 * More slips than can be told apart: each short equation for itself, with every change that would mend it and break none; the
 * long ones together, with the numbers that nothing confirms.
 */
function leftOpen(graph: EquationGraph, broken: readonly number[], weigh: WeighChange): Explanation[] {
  const alone = broken.flatMap((i): Explanation[] => {
    const evaluated = graph.evaluated(i);
    const { terms } = evaluated.equation;
    if (terms.length > FEW_TERMS || broken.length === 1) return [];
    const changes = terms
      .map((term) => valueChange(graph, term.id, graph.mending(i, term)))
      .filter(({ effects }) => graph.judge(effects).breaks === 0);
    const repairs = changes.map((change) => [change]);
    return changes.length > 0 ? [{ equations: [evaluated], repairs: weighRepairs(repairs, weigh), suspects: [] }] : [];
  });
  const taken = new Set(alone.flatMap(({ equations }) => equations));
  const rest = broken.filter((i) => !taken.has(graph.evaluated(i)));
  if (rest.length === 0) return alone;
  return [...alone, { equations: rest.map((i) => graph.evaluated(i)), repairs: [], suspects: suspectsOf(graph, rest) }];
}

function weighRepairs(repairs: readonly Repair[], weigh: WeighChange): WeighedRepair[] {
  const weighed = repairs.map((changes) => ({ changes, weight: changes.reduce((product, change) => product * weigh(change), 1) }));
  const possible = weighed.filter(({ weight }) => weight > 0);
  const sum = possible.reduce((total, { weight }) => total + weight, UNKNOWN);
  return possible.map(({ changes, weight }) => ({ changes, probability: weight / sum })).sort((a, b) => b.probability - a.probability);
}

/** A change that all repairs have in common is a matter of its own, with the equations that it touches. */
function apart(graph: EquationGraph, likeliest: WeighedRepair, repairs: WeighedRepair[], mended: readonly number[]): Explanation[] {
  const explanation = (positions: readonly number[], mending: WeighedRepair[]): Explanation => {
    return { equations: positions.map((i) => graph.evaluated(i)), repairs: mending, suspects: [] };
  };
  const common = likeliest.changes.filter(({ key }) => repairs.every(({ changes }) => changes.some((change) => change.key === key)));
  if (common.length === 0) return [explanation(mended, repairs)];
  const own = new Set(common.map(({ key }) => key));
  const left = new Set(mended);
  const parts = common.map((change) => {
    const positions = change.effects.map(({ equation }) => equation).filter((equation) => left.delete(equation));
    return explanation(positions, [{ changes: [change], probability: 1 }]);
  });
  const rest = repairs.map(({ changes, probability }) => ({ changes: changes.filter(({ key }) => !own.has(key)), probability }));
  if (common.length < likeliest.changes.length) parts.push(explanation([...left], rest));
  return parts.filter(({ equations }) => equations.length > 0);
}

function suspectsOf(graph: EquationGraph, broken: readonly number[]): string[] {
  const ids = new Set(broken.flatMap((i) => graph.evaluated(i).equation.terms.map(({ id }) => id)));
  return [...ids].filter((id) => !graph.equationsOf(id).some((equation) => graph.evaluated(equation).equation.status === 'exact'));
}
