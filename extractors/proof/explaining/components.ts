import { groupBy } from '../../model/add-all.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { lackingSum } from './changes.ts';
import { blankNode, type Effect, type EquationGraph } from './equation-graph.ts';
import { swapsNear } from './moves.ts';

/**
 * These broken equations in components: two belong together when they share a number, when changes that mend them would together
 * leave a third equation as it is, as two exchanged numbers below one total do, or when one missing row or two exchanged ones would mend them.
 */
export function components(graph: EquationGraph, ledger: Ledger, broken: readonly number[]): number[][] {
  const sets = new DisjointSets();
  joinBySums(graph, broken, sets);
  joinByNumbers(graph, broken, sets);
  joinBySwaps(graph, ledger, broken, sets);
  return sets.groups(broken);
}

/** One missing row would mend them. */
function joinBySums(graph: EquationGraph, broken: readonly number[], sets: DisjointSets): void {
  const first = new Map<string, number>();
  for (const equation of broken) {
    const sum = lackingSum(graph, equation);
    if (!sum) continue;
    const other = first.get(sum.key);
    if (other === undefined) first.set(sum.key, equation);
    else sets.unite(other, equation);
  }
}

/** They share a number, or what mends them is made up for in a third equation. */
function joinByNumbers(graph: EquationGraph, broken: readonly number[], sets: DisjointSets): void {
  /** By the equation touched and what is added to it. */
  const byEffect = new Map<number, Map<bigint, number>>();
  for (const equation of broken) {
    for (const effect of mendingEffects(graph, equation)) {
      if (graph.broken.has(effect.equation)) {
        sets.unite(equation, effect.equation);
        continue;
      }
      const others = byEffect.get(effect.equation) ?? new Map<bigint, number>();
      byEffect.set(effect.equation, others);
      const opposite = others.get(-effect.delta);
      if (opposite !== undefined) sets.unite(opposite, equation);
      others.set(effect.delta, equation);
    }
  }
}

/** What the changes of single numbers that would mend the equation do to all equations. */
function mendingEffects(graph: EquationGraph, equation: number): Effect[] {
  const { equation: own, blanks } = graph.evaluated(equation);
  const nodes = [
    ...own.terms.map(({ id, sign }) => ({ node: id, sign })),
    ...blanks.map((slot) => ({ node: blankNode(slot), sign: slot.sign })),
  ];
  return nodes.flatMap((term) => graph.effectsOf(term.node, graph.mending(equation, term)));
}

/** Two rows under each other's labels. */
function joinBySwaps(graph: EquationGraph, ledger: Ledger, broken: readonly number[], sets: DisjointSets): void {
  for (const { effects } of swapsNear(graph, ledger, broken)) {
    if (graph.judge(effects).breaks > 0) continue;
    const [first, ...others] = graph.mended(effects);
    if (first !== undefined) for (const other of others) sets.unite(first, other);
  }
}

/** Union-find. A number that was never united is a set of its own. */
class DisjointSets {
  /** Towards the root; roots have none. */
  private readonly parents = new Map<number, number>();

  unite(a: number, b: number): void {
    const [one, other] = [this.rootOf(a), this.rootOf(b)];
    if (one !== other) this.parents.set(other, one);
  }

  /** The numbers by their sets, in the order given. */
  groups(numbers: readonly number[]): number[][] {
    return [...groupBy(numbers, (number) => this.rootOf(number)).values()];
  }

  private rootOf(number: number): number {
    let root = number;
    for (let above = this.parents.get(root); above !== undefined; above = this.parents.get(root)) root = above;
    // All on the way up stand right below the root from now on.
    for (let i = number; i !== root; ) {
      const above = this.parents.get(i) ?? root;
      this.parents.set(i, root);
      i = above;
    }
    return root;
  }
}
