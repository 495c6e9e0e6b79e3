import { addAll } from '../../../model/add-all.ts';
import { GROUPS } from '../../../notation/header-words.ts';
import { fold, type HeaderWord, isYearWord } from '../../../notation/headers/known-words.ts';

interface Node {
  text: string;
  children: Node[];
}

/** At least this share of the words of a run must belong to a group head. */
const MOST = 0.5;

/**
 * Header words in reading order to column paths. The top level comes first; a run that begins with 合计 or 小计 (or that only
 * holds words of one group) stands below the first group head that has no run yet and may have such children.
 */
export function groupWords(words: readonly HeaderWord[]): string[][] {
  const [first, ...others] = runsOf(words);
  const top = nodesOf(first ?? []);
  const all = [...top];
  for (const run of others) {
    const members = run.filter((word) => word.kind !== 'total').map((word) => word.text);
    const nodes = nodesOf(run);
    addAll(headFor(all, members)?.children ?? top, nodes);
    addAll(all, nodes);
  }
  return top.flatMap((node) => pathsBelow(node, []));
}

function nodesOf(run: readonly HeaderWord[]): Node[] {
  return run.map(({ text }) => ({ text, children: [] }));
}

/** A word for a total begins a run, and so does a year where the run has none. */
function runsOf(words: readonly HeaderWord[]): HeaderWord[][] {
  const runs: HeaderWord[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    const starts = word.kind === 'total' || (isYearWord(word.text) && !run?.some((other) => isYearWord(other.text)));
    if (!run || starts) runs.push([word]);
    else run.push(word);
  }
  return runs;
}

function pathsBelow(node: Node, above: readonly string[]): string[][] {
  const path = [...above, node.text];
  return node.children.length === 0 ? [path] : node.children.flatMap((child) => pathsBelow(child, path));
}

/** The group head without a run that most of the words may stand below. */
function headFor(nodes: readonly Node[], members: readonly string[]): Node | undefined {
  if (members.length === 0) return undefined;
  let best: Node | undefined;
  let bestShare = 0;
  for (const node of nodes) {
    if (node.children.length > 0) continue;
    const group = GROUPS.find((candidate) => candidate.head.test(fold(node.text)));
    if (!group) continue;
    const share = members.filter((member) => group.children.test(fold(member))).length / members.length;
    if (share > bestShare) {
      best = node;
      bestShare = share;
    }
  }
  return bestShare >= MOST ? best : undefined;
}
