import type { GridRow } from '../../model/blocks.ts';
import { isAmount, isIndexRow, isSubjectCode, TOTAL_LABEL } from '../../notation/row-kinds.ts';
import { compact, narrow } from '../../notation/text.ts';
import { GROUPS, KEY_WORDS, LEAF_WORDS, TOTAL_WORDS } from './words.ts';

/** Headers whose layout was lost: words cut over lines and interleaved with the cells that span them. */

export interface SequenceHeader {
  keys: string[];
  /** Value column paths of each panel (two panels when the key words repeat). */
  panels: { keys: string[]; paths: string[][] }[];
  unknown: string[];
}

type WordKind = 'key' | 'total' | 'leaf' | 'unknown';
interface Word {
  text: string;
  kind: WordKind;
}

const fold = (text: string): string => narrow(text).replace(/["“”]/g, '');
const LEXICON: { folded: string; text: string; kind: WordKind }[] = [
  ...KEY_WORDS.map((text) => ({ folded: fold(text), text, kind: 'key' as const })),
  ...TOTAL_WORDS.map((text) => ({ folded: fold(text), text, kind: 'total' as const })),
  ...LEAF_WORDS.map((text) => ({ folded: fold(text), text, kind: 'leaf' as const })),
].sort((a, b) => b.folded.length - a.folded.length);
const YEAR_WORD = /^(?:20\d\d年(?:度)?(?:预算数|决算数)?|上年(?:预算数|决算数))/;

/** Index of the first row that carries data; rows.length when there is none. */
export function sequenceDataStart(rows: readonly GridRow[]): number {
  const first = rows.findIndex(
    (row) => !isIndexRow(row.cells) && row.cells.some((cell) => isAmount(cell.text) && !isSubjectCode(compact(cell.text))),
  );
  if (first < 0) {
    const last = rows.length - 1;
    return last > 0 && TOTAL_LABEL.test(compact(rows[last]!.cells.map((cell) => cell.text).join(''))) ? last : rows.length;
  }
  if (!rows[first]!.cells.every((cell) => isAmount(cell.text))) return first;
  // Amounts alone on their line belong to the label before them, unless what stands before is still the header.
  const words = splitWords(rows.slice(0, first));
  if (words.at(-1)?.kind === 'leaf' && words.every((word) => word.kind !== 'unknown')) return first;
  let start = Math.max(0, first - 1);
  while (start > 0 && isLabelPiece(rows, start - 1)) start--;
  return start;
}

/** A line right above that holds nothing but a subject code is the code of the row whose label follows. */
function isLabelPiece(rows: readonly GridRow[], i: number): boolean {
  const text = compact(rows[i]!.cells.map((cell) => cell.text).join(''));
  return isSubjectCode(text) || /^\d{2}$/.test(text);
}

export function readSequenceHeader(rows: readonly GridRow[]): SequenceHeader {
  const words = splitWords(rows);
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

/** Pieces of one cell follow each other, so the pieces are joined and cut again where the words of the formats end. */
function splitWords(rows: readonly GridRow[]): Word[] {
  const pieces = rows.filter((row) => !isIndexRow(row.cells)).flatMap((row) => row.cells.map((cell) => compact(cell.text)));
  let joined = '';
  const printed: string[] = [];
  const ends = new Set<number>();
  for (const piece of pieces) {
    for (const ch of piece) {
      const folded = fold(ch);
      // What folding drops (quotes) stays with the character that follows it.
      if (folded === '') printed[joined.length] = ch;
      for (const f of folded) {
        printed[joined.length] = (printed[joined.length] ?? '') + (f === folded[0] ? ch : '');
        joined += f;
      }
    }
    ends.add(joined.length);
  }
  const words: Word[] = [];
  let unknown = '';
  const flush = () => {
    if (unknown !== '') words.push({ text: unknown, kind: 'unknown' });
    unknown = '';
  };
  for (let i = 0; i < joined.length; ) {
    const rest = joined.slice(i, i + 40);
    const year = YEAR_WORD.exec(rest);
    const entry = unknown === '' || ends.has(i) ? LEXICON.find((word) => rest.startsWith(word.folded)) : undefined;
    const size = year?.[0].length ?? entry?.folded.length;
    if (size !== undefined) {
      flush();
      words.push({ text: printed.slice(i, i + size).join(''), kind: year ? 'leaf' : entry!.kind });
      i += size;
      continue;
    }
    unknown += printed[i];
    i++;
    if (ends.has(i) && LEXICON.some((word) => joined.startsWith(word.folded, i))) flush();
  }
  flush();
  return words;
}

/**
 * Header words in reading order to column paths. The top level comes first; a run that begins with 合计 or 小计 (or that only
 * holds words of one group) stands below the first group head that has no run yet and may have such children.
 */
function groupWords(words: readonly Word[]): string[][] {
  interface Node {
    text: string;
    children: Node[];
  }
  const top: Node[] = [];
  const all: Node[] = [];
  const runs: Word[][] = [[]];
  words.forEach((word) => {
    const run = runs.at(-1)!;
    const startsRun = run.length > 0 && (word.kind === 'total' || (isYear(word.text) && !run.some((other) => isYear(other.text))));
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

function isYear(text: string): boolean {
  return YEAR_WORD.test(text);
}
