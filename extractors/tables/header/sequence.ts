import type { GridRow } from '../../model/blocks.ts';
import { GROUPS } from '../../notation/header-words.ts';
import { fold, type HeaderWord, isYearWord, splitHeaderWords } from '../../notation/split-header.ts';

/** Headers whose layout was lost: words cut over lines and interleaved with the cells that span them. */

export interface SequenceHeader {
  keys: string[];
  /** Value column paths of each panel (two panels when the key words repeat). */
  panels: { keys: string[]; paths: string[][] }[];
  unknown: string[];
}

export function readSequenceHeader(rows: readonly GridRow[]): SequenceHeader {
  const words = splitHeaderWords(rows);
  const starts = words.flatMap((word, i) => (word.kind === 'key' && /^(?:项目|科目名称)$/.test(word.text) ? [i] : []));
  const twoSided = words.some((word) => word.text === '收入') && words.some((word) => word.text === '支出') && starts.length === 2;
  const body = twoSided ? words.filter((word) => word.text !== '收入' && word.text !== '支出') : words;
  const cuts = twoSided ? body.flatMap((word, i) => (word.kind === 'key' && /^(?:项目|科目名称)$/.test(word.text) ? [i] : [])) : [0];
  const panels = cuts.map((from, k) => {
    const part = body.slice(from, cuts[k + 1] ?? body.length);
    return {
      keys: part.filter((word) => word.kind === 'key').map((word) => word.text),
      paths: groupWords(part.filter((word) => word.kind !== 'key')),
    };
  });
  return {
    keys: words.filter((word) => word.kind === 'key').map((word) => word.text),
    panels,
    unknown: words.filter((word) => word.kind === 'unknown').map((word) => word.text),
  };
}

/**
 * Header words in reading order to column paths. The top level comes first; a run that begins with 合计 or 小计 (or that only
 * holds words of one group) stands below the first group head that has no run yet and may have such children.
 */
function groupWords(words: readonly HeaderWord[]): string[][] {
  interface Node {
    text: string;
    children: Node[];
  }
  const top: Node[] = [];
  const all: Node[] = [];
  const runs: HeaderWord[][] = [[]];
  words.forEach((word) => {
    const run = runs.at(-1)!;
    const startsRun = run.length > 0 && (word.kind === 'total' || (isYearWord(word.text) && !run.some((other) => isYearWord(other.text))));
    if (startsRun) runs.push([word]);
    else run.push(word);
  });
  runs.forEach((run, i) => {
    const nodes = run.map((word) => ({ text: word.text, children: [] as Node[] }));
    const members = run.filter((word) => word.kind !== 'total').map((word) => word.text);
    const parent = i === 0 ? undefined : headFor(all, members);
    if (parent) parent.children.push(...nodes);
    else top.push(...nodes);
    all.push(...nodes);
  });
  const paths: string[][] = [];
  const walk = (node: Node, above: string[]) => {
    const path = [...above, node.text];
    if (node.children.length === 0) paths.push(path);
    for (const child of node.children) walk(child, path);
  };
  for (const node of top) walk(node, []);
  return paths;

  function headFor(nodes: readonly Node[], members: readonly string[]): Node | undefined {
    let best: Node | undefined;
    let bestShare = 0;
    for (const node of nodes) {
      if (node.children.length > 0) continue;
      const group = GROUPS.find((candidate) => candidate.head.test(fold(node.text)));
      if (!group || members.length === 0) continue;
      const share = members.filter((member) => group.children.test(fold(member))).length / members.length;
      if (share > bestShare) {
        best = node;
        bestShare = share;
      }
    }
    return bestShare >= 0.5 ? best : undefined;
  }
}
