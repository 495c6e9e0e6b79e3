import { addAll } from '../../../model/add-all.ts';
import { isYearWord } from '../../../notation/headers/known-words.ts';
import type { PlacedWord } from '../../../notation/headers/pieces.ts';
import { COST, groupOf, type HeaderNode, headCost } from './costs.ts';
import { MOST_OF_RUN } from './settings.ts';

interface Growing {
  word: PlacedWord;
  children: Growing[];
}

/**
 * Header words in reading order as trees, where lines show no rows. The top level comes first; a run that begins with 合计 or 小计 (or that
 * only holds words of one group) stands below the first group head that has no run yet and may have such children.
 */
export function treesByRuns(words: readonly PlacedWord[]): HeaderNode[] {
  const [first, ...others] = runsOf(words);
  const top = growing(first ?? []);
  const all = [...top];
  for (const run of others) {
    const members = run.filter((word) => word.kind !== 'total');
    const nodes = growing(run);
    addAll(headFor(all, members)?.children ?? top, nodes);
    addAll(all, nodes);
  }
  return top;
}

/** What speaks against the heads of a tree. */
export function headsCost({ word, children }: HeaderNode): number {
  if (children.length === 0) return 0;
  return (headCost(word, children) ?? COST.impossible) + children.reduce((sum, child) => sum + headsCost(child), 0);
}

function growing(run: readonly PlacedWord[]): Growing[] {
  return run.map((word) => ({ word, children: [] }));
}

/** A word for a total begins a run, and so does a year where the run has none. */
function runsOf(words: readonly PlacedWord[]): PlacedWord[][] {
  const runs: PlacedWord[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    const starts = word.kind === 'total' || (isYearWord(word.text) && !run?.some((other) => isYearWord(other.text)));
    if (!run || starts) runs.push([word]);
    else run.push(word);
  }
  return runs;
}

/** The group head without a run that most of the words may stand below. */
function headFor(nodes: readonly Growing[], members: readonly PlacedWord[]): Growing | undefined {
  if (members.length === 0) return undefined;
  let best: Growing | undefined;
  let bestShare = 0;
  for (const node of nodes) {
    if (node.children.length > 0 || node.word.kind === 'total') continue;
    const group = groupOf(node.word);
    if (!group) continue;
    const share = members.filter((member) => group.children.test(member.folded)).length / members.length;
    if (share > bestShare) {
      best = node;
      bestShare = share;
    }
  }
  return bestShare >= MOST_OF_RUN ? best : undefined;
}
