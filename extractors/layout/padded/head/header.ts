/** Lines of a header and the columns of the rows in, rows of header cells with spans out; imports model, notation, geometry, grids, lines. */
import { at } from '../../../model/at.ts';
import type { GridRow } from '../../../model/blocks.ts';
import { MAY_NAME_TEXTS } from '../../../notation/header-words.ts';
import { type HeaderPiece, rowsOfPieces } from '../../grids/aligned/index.ts';
import type { Placing } from '../../grids/cell-text.ts';
import type { DataColumn } from './data-column.ts';
import { type GroupTree, groupTrees, type HeaderColumn } from './groups.ts';
import { blocksOf, type HeaderBlock, type Piece, textOf } from './header-blocks.ts';

/** Header lines as rows of cells with spans. */
export function headerOf(
  pieces: readonly Piece[],
  columns: readonly DataColumn[],
  borders: readonly number[],
  placing: Placing,
): GridRow[] {
  const blocks = blocksOf(pieces, columns.length);
  const named = columns.map((column, c): HeaderColumn => {
    const leaf = blocks.find((block) => block.isLeaf && block.from === c);
    return { ...column, centre: leaf ? centreOf(leaf) : null, name: leaf ? textOf(leaf.segments) : '' };
  });
  const [tree, ...rivals] = groupTrees(blocks, named, MOST_TREES);
  const unsure = new Set(named.flatMap(({ isAmounts, name }, c) => (isAmounts && MAY_NAME_TEXTS.test(name) ? [c] : [])));
  for (const rival of rivals) {
    if (tree && rival.cost - tree.cost < MARGIN) for (const column of differing(tree, rival)) unsure.add(column);
  }
  const rows = rowsOfPieces(placed(blocks, tree), columns.length, borders, placing);
  return unsure.size === 0 ? rows : rows.map((row) => ({ ...row, unsure: [...unsure] }));
}

const MOST_TREES = 4;
/** A way that costs so little more than the cheapest one, columns of text, might be right as well. */
const MARGIN = 1;

/** Columns that one of two trees puts below a group, and the other does not. */
function differing(one: GroupTree, other: GroupTree): number[] {
  const out: number[] = [];
  for (const [group, { from, to }] of one.ranges) {
    const range = other.ranges.get(group);
    if (!range) continue;
    for (let c = Math.min(from, range.from); c <= Math.max(to, range.to); c++)
      if ((c >= from && c <= to) !== (c >= range.from && c <= range.to)) out.push(c);
  }
  return out;
}

const middleOf = ({ lines }: HeaderBlock): number => (at(lines, 0) + at(lines, lines.length - 1)) / 2;

function centreOf({ segments }: HeaderBlock): number {
  return (Math.min(...segments.map(({ x0 }) => x0)) + Math.max(...segments.map(({ x1 }) => x1))) / 2;
}

/** Each block below those over its columns. */
function placed(blocks: readonly HeaderBlock[], tree: GroupTree | undefined): HeaderPiece[] {
  const out: HeaderPiece[] = [];
  const sorted = [...blocks].sort((a, b) => Number(a.isLeaf) - Number(b.isLeaf) || middleOf(a) - middleOf(b));
  for (const block of sorted) {
    const { from, to } = tree?.ranges.get(block) ?? block;
    const { segments } = block;
    const depth = out.reduce((max, piece) => (piece.from <= to && piece.to >= from ? Math.max(max, piece.depth + 1) : max), 0);
    out.push({ from, to, words: segments.flatMap((segment) => segment.words), depth });
  }
  return out;
}
