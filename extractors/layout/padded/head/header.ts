/** Lines of a header and the columns of the rows in, rows of header cells with spans out; imports schemas, model, notation, geometry, grids, lines. */
import { CODE_LEVEL, MAY_NAME_TEXTS } from '../../../../schemas/lexicon/tables/columns.ts';
import { at } from '../../../model/at.ts';
import type { GridRow } from '../../../model/blocks.ts';
import { isHeaderWord, isPieceOfWord } from '../../../notation/headers/known-words.ts';
import { type HeaderPiece, rowsOfPieces } from '../../grids/aligned/index.ts';
import type { Placing } from '../../grids/cell-text.ts';
import type { DataColumn } from './data-column.ts';
import type { HeaderColumn } from './group-costs.ts';
import { type GroupTree, groupTrees } from './groups.ts';
import { blocksOf, type HeaderBlock, type Piece, textOf } from './header-blocks.ts';
import { TREES, UNLIKELY } from './settings.ts';

/** Rows of a header; `cost` (columns of text) says how unlikely the layout makes it. */
export interface HeaderReading {
  cost: number;
  rows: GridRow[];
}

/** Ways to read the lines of a header as rows of cells with spans, the likeliest first. */
export function headersOf(
  pieces: readonly Piece[],
  columns: readonly DataColumn[],
  borders: readonly number[],
  placing: Placing,
): HeaderReading[] {
  const blocks = blocksOf(pieces, columns.length);
  const named = columns.map((column, c): HeaderColumn => {
    const leaf = blocks.find((block) => block.isLeaf && block.from === c);
    return { ...column, centre: leaf ? centreOf(leaf) : null, name: leaf ? textOf(leaf.segments) : '' };
  });
  // What one name lacks, or has too many, is that of a column beside it.
  const isPiece = (c: number): boolean => named[c]?.isAmounts === true && isPieceOfWord(named[c].name);
  const trees = groupTrees(blocks, named, TREES.read);
  const isUnlikely = at(trees, 0).cost > UNLIKELY;
  const unsure = named.flatMap(({ isAmounts, name }, c) =>
    isAmounts && (isUnlikely || MAY_NAME_TEXTS.test(name) || [c - 1, c, c + 1].some(isPiece)) ? [c] : [],
  );
  return trees.map((tree): HeaderReading => {
    const rows = rowsOfPieces(placed(merged(blocks, tree), tree), columns.length, borders, placing);
    return { cost: tree.cost, rows: unsure.length === 0 ? rows : rows.map((row) => ({ ...row, unsure })) };
  });
}

const middleOf = ({ lines }: HeaderBlock): number => (at(lines, 0) + at(lines, lines.length - 1)) / 2;

function centreOf({ segments }: HeaderBlock): number {
  return (Math.min(...segments.map(({ x0 }) => x0)) + Math.max(...segments.map(({ x1 }) => x1))) / 2;
}

/** A cell above one column whose words make up none is the beginning of the cell below it. */
function merged(blocks: readonly HeaderBlock[], tree: GroupTree): HeaderBlock[] {
  let out = [...blocks];
  for (const [group, { from, to }] of tree.ranges) {
    const leaf = out.find((block) => block.isLeaf && block.from === from);
    const [head, rest] = [textOf(group.segments), leaf ? textOf(leaf.segments) : ''];
    if (from < to || !leaf || CODE_LEVEL.test(rest)) continue;
    if (isHeaderWord(head) && isHeaderWord(rest) && !isHeaderWord(head + rest)) continue;
    const whole = { ...leaf, lines: [...group.lines, ...leaf.lines], segments: [...group.segments, ...leaf.segments] };
    out = out.filter((block) => block !== group).map((block) => (block === leaf ? whole : block));
  }
  return out;
}

/** Each block below those over its columns. */
function placed(blocks: readonly HeaderBlock[], tree: GroupTree): HeaderPiece[] {
  const out: HeaderPiece[] = [];
  const sorted = [...blocks].sort((a, b) => Number(a.isLeaf) - Number(b.isLeaf) || middleOf(a) - middleOf(b));
  for (const block of sorted) {
    const { from, to } = tree.ranges.get(block) ?? block;
    const { segments } = block;
    const depth = out.reduce((max, piece) => (piece.from <= to && piece.to >= from ? Math.max(max, piece.depth + 1) : max), 0);
    out.push({ from, to, words: segments.flatMap((segment) => segment.words), depth });
  }
  return out;
}
