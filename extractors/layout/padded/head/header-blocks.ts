import { SIDE_HEAD } from '../../../../schemas/lexicon/tables/columns.ts';
import { OPEN_END, OPEN_START } from '../../../../schemas/lexicon/writing/punctuation.ts';
import { at } from '../../../model/at.ts';
import { isHeaderWord } from '../../../notation/headers/known-words.ts';
import { compact } from '../../../notation/text.ts';
import type { Segment } from '../../grids/aligned/index.ts';
import { paperWidth } from '../lines/widths.ts';
import { BLOCK, MAX_LEVELS, OFF_CENTRE } from './settings.ts';

/**
 * Cells of a header whose lines know their order and nothing of their distance: the lines of one cell are told from a group and what
 * stands below it by the words that they make up, and by how the columns beside them stand.
 */

/** A header cell: its lines (indices, top to bottom), the columns from…to that it stands over, its texts. */
export interface HeaderBlock {
  from: number;
  to: number;
  lines: number[];
  segments: Segment[];
  /** The lowest cell of its column. */
  isLeaf: boolean;
}

export interface Piece {
  segment: Segment;
  line: number;
  from: number;
  to: number;
}

export function blocksOf(pieces: readonly Piece[], columns: number): HeaderBlock[] {
  const stacks = Array.from({ length: columns }, (_, c) => pieces.filter(({ from, to }) => from === c && to === c));
  const cuts = stacks.map((stack, c) => bestCut(stack, c, stacks));
  const own = stacks.flatMap((stack, c) => {
    const cut = at(cuts, c);
    return cut.map((start, k): HeaderBlock => blockOf(stack.slice(start, cut[k + 1] ?? stack.length), k === cut.length - 1));
  });
  return [...joinGroups([...wideBlocks(pieces), ...own.filter(({ isLeaf }) => !isLeaf)]), ...own.filter(({ isLeaf }) => isLeaf)];
}

/** Lines of one group's name: below each other, and no words of their own. */
function joinGroups(groups: readonly HeaderBlock[]): HeaderBlock[] {
  const out: HeaderBlock[] = [];
  for (const group of [...groups].sort((a, b) => at(a.lines, 0) - at(b.lines, 0))) {
    const above = out.find((block) => block.from <= group.to && block.to >= group.from && goesOn(block, group));
    if (above) {
      above.lines.push(...group.lines);
      above.segments.push(...group.segments);
      above.from = Math.min(above.from, group.from);
      above.to = Math.max(above.to, group.to);
    } else out.push(group);
  }
  return out;
}

function goesOn(above: HeaderBlock, below: HeaderBlock): boolean {
  if (at(below.lines, 0) <= at(above.lines, above.lines.length - 1)) return false;
  const [head, rest] = [textOf(above.segments), textOf(below.segments)];
  if (isHeaderWord(head + rest)) return true;
  const isPiece = isOpenText(head) || OPEN_START.test(rest) || !(isHeaderWord(head) || isHeaderWord(rest));
  return isPiece && Math.abs(centreOf(above) - centreOf(below)) <= OFF_CENTRE;
}

const centreOf = ({ segments }: HeaderBlock): number =>
  (Math.min(...segments.map(({ x0 }) => x0)) + Math.max(...segments.map(({ x1 }) => x1))) / 2;

export const textOf = (segments: readonly Segment[]): string => segments.map(({ text }) => compact(text)).join('');

function blockOf(pieces: readonly Piece[], isLeaf: boolean): HeaderBlock {
  const { from, to } = at(pieces, 0);
  return { from, to, lines: pieces.map(({ line }) => line), segments: pieces.map(({ segment }) => segment), isLeaf };
}

/** Texts over the same several columns, one below the other, are one cell. */
function wideBlocks(pieces: readonly Piece[]): HeaderBlock[] {
  const out: HeaderBlock[] = [];
  for (const piece of pieces.filter(({ from, to }) => from < to)) {
    const above = out.findLast((block) => block.from <= piece.to && block.to >= piece.from);
    const isSame = above && above.from === piece.from && above.to === piece.to && !isWhole(above, piece, out);
    if (isSame) {
      above.lines.push(piece.line);
      above.segments.push(piece.segment);
    } else out.push(blockOf([piece], false));
  }
  return out;
}

/** Both are words of their own. */
function isWhole(above: HeaderBlock, piece: Piece, _: readonly HeaderBlock[]): boolean {
  return isHeaderWord(textOf(above.segments)) && isHeaderWord(piece.segment.text);
}

/** Where the cells of a column begin in its stack of lines. */
function bestCut(stack: readonly Piece[], column: number, stacks: readonly (readonly Piece[])[]): number[] {
  if (stack.length === 0) return [];
  let best = [0];
  let most = worth(stack, [0], column, stacks);
  for (const cut of cutsOf(stack.length)) {
    const score = worth(stack, cut, column, stacks);
    if (score <= most) continue;
    best = cut;
    most = score;
  }
  return best;
}

/** Every way to cut a stack into two or more cells; tall stacks are cut once. */
function cutsOf(size: number): number[][] {
  const inner = Array.from({ length: size - 1 }, (_, k) => k + 1);
  const out = inner.map((k) => [0, k]);
  if (size > 8) return out;
  for (const cut of [...out]) {
    for (const k of inner) if (k > at(cut, 1) && cut.length < MAX_LEVELS) out.push([...cut, k]);
  }
  return out;
}

const middleOf = (pieces: readonly Piece[]): number => (at(pieces, 0).line + at(pieces, pieces.length - 1).line) / 2;

function worth(stack: readonly Piece[], cut: readonly number[], column: number, stacks: readonly (readonly Piece[])[]): number {
  const cells = cut.map((start, k) => stack.slice(start, cut[k + 1] ?? stack.length));
  if (cells.some((cell, k) => isCut(textOf(cell.map(({ segment }) => segment)), k > 0))) return BLOCK.alone * 2;
  const words = cells.reduce(
    (sum, cell) => sum + (isHeaderWord(cell.map(({ segment }) => compact(segment.text)).join('')) ? BLOCK.known : 0),
    0,
  );
  const leaf = at(cells, cells.length - 1);
  const groups = cells.slice(0, -1);
  const beside = [stacks[column - 1], stacks[column + 1]].filter(
    (other): other is readonly Piece[] => other !== undefined && other.length > 0,
  );
  const heads = groups.length === 0 ? 0 : Math.min(...groups.map((group) => headWorth(group, leaf, beside)));
  const level = groups.length === 0 ? Math.max(0, ...beside.map((other) => levelWorth(leaf, other))) : 0;
  const unknown = groups.filter((group) => !isHeaderWord(textOf(group.map(({ segment }) => segment)))).length * BLOCK.unknown;
  return words / cells.length + heads + level - ragged(cells) - unknown - apart(cells) + sides(groups);
}

/** 收入 and 支出 name the sides of a table, and are no beginning of a word. */
function sides(groups: readonly (readonly Piece[])[]): number {
  return groups.some((group) => SIDE_HEAD.test(textOf(group.map(({ segment }) => segment)))) ? BLOCK.sides : 0;
}

/** Lines of one cell follow each other, with no more than one line of other cells between. */
function apart(cells: readonly (readonly Piece[])[]): number {
  return cells.flatMap((cell) => cell.slice(1).filter(({ line }, k) => line - at(cell, k).line > 2)).length * BLOCK.apart;
}

/** Lines of one cell are as full as its width lets them be: one that is shorter than the line below it ends a cell. */
function ragged(cells: readonly (readonly Piece[])[]): number {
  return (
    cells.flatMap((cell) => cell.slice(1).filter((piece, k) => paperWidth(at(cell, k).segment.text) + 2 < paperWidth(piece.segment.text)))
      .length * BLOCK.ragged
  );
}

/** A piece of a text, by the marks at its ends or by a bracket without its other half; `hasAbove`: something stands above it. */
function isCut(text: string, hasAbove: boolean): boolean {
  return isOpenText(text) || (hasAbove && OPEN_START.test(text));
}

function isOpenText(text: string): boolean {
  const count = (marks: RegExp) => text.match(marks)?.length ?? 0;
  return OPEN_END.test(text) || count(/[（(]/g) !== count(/[）)]/g);
}

/** A group heads a column beside its own, which has no cell at the group's height. */
function headWorth(group: readonly Piece[], leaf: readonly Piece[], beside: readonly (readonly Piece[])[]): number {
  const [first, last] = [at(group, 0).line, at(group, group.length - 1).line];
  const below = beside
    .filter((other) => !other.some(({ line }) => line >= first && line <= last))
    .map((other) => other.filter(({ line }) => line > last))
    .filter((other) => other.length > 0);
  return below.length === 0 ? BLOCK.alone : Math.max(...below.map((other) => levelWorth(leaf, other)));
}

function levelWorth(cell: readonly Piece[], other: readonly Piece[]): number {
  return BLOCK.level - Math.abs(middleOf(cell) - middleOf(other));
}
