/** Lines of a header and the columns of the rows in, rows of header cells with spans out; imports schemas, model, notation, geometry, grids, lines. */

import { MAY_NAME_TEXTS } from '../../../../schemas/lexicon/tables/columns.ts';
import { at } from '../../../model/at.ts';
import type { GridRow } from '../../../model/blocks.ts';
import { runsOf } from '../../geometry/ranges.ts';
import { type HeaderPiece, rowsOfPieces } from '../../grids/aligned/index.ts';
import type { Placing } from '../../grids/cell-text.ts';
import type { DataColumn } from './data-column.ts';
import { deal, type HeaderColumn } from './groups.ts';
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
    return { ...column, centre: leaf ? centreOf(leaf) : null, name: leaf ? textOf(leaf.segments) : '', isHeaded: false };
  });
  const unsure = new Set(named.flatMap(({ isAmounts, name }, c) => (isAmounts && MAY_NAME_TEXTS.test(name) ? [c] : [])));
  for (const level of levelsOf(blocks).toReversed()) {
    for (const column of spread(level, blocks, named)) unsure.add(column);
    for (const { from, to } of level) for (const column of named.slice(from, to + 1)) column.isHeaded = true;
  }
  const rows = rowsOfPieces(placed(blocks), columns.length, borders, placing);
  return unsure.size === 0 ? rows : rows.map((row) => ({ ...row, unsure: [...unsure] }));
}

const middleOf = ({ lines }: HeaderBlock): number => (at(lines, 0) + at(lines, lines.length - 1)) / 2;

/** Groups whose middles are at one height. */
function levelsOf(blocks: readonly HeaderBlock[]): HeaderBlock[][] {
  const levels: HeaderBlock[][] = [];
  for (const block of blocks.filter(({ isLeaf }) => !isLeaf).sort((a, b) => middleOf(a) - middleOf(b))) {
    const last = levels.at(-1);
    if (last && middleOf(block) - middleOf(at(last, 0)) <= 0.5) last.push(block);
    else levels.push([block]);
  }
  return levels;
}

/** A column stands this many lines higher than those below a group, at most, when the group heads it too. */
const HIGHER = 0.5;
/** Points: a name that heads the whole table stands above its middle. */
const MIDDLE = 12;

/** Deals the columns below a level of groups out to them. @returns columns that might as well stand below a neighbour */
function spread(level: readonly HeaderBlock[], blocks: readonly HeaderBlock[], columns: readonly HeaderColumn[]): number[] {
  const lowest = Math.max(...level.flatMap(({ lines }) => lines));
  const below = columns.map((_, c) => belowOf(blocks, level, c));
  const seeds = level.flatMap(({ from, to }) => below.slice(from, to + 1)).filter((middle) => middle !== null);
  if (seeds.length === 0) return [];
  const [only, ...others] = level;
  if (only && others.length === 0 && headsAll(only, columns, below)) {
    only.from = 0;
    only.to = columns.length - 1;
    return [];
  }
  const height = Math.min(...seeds) - HIGHER;
  const isBelow = columns.map((_, c) => {
    const middle = at(below, c);
    return middle !== null && middle >= height && !hasHigher(blocks, level, c, lowest);
  });
  return runsOf(isBelow).flatMap((range) => {
    const inside = level.filter(({ from, to }) => from >= range.from && to <= range.to).sort((a, b) => a.from - b.from);
    if (inside.length === 0) return [];
    const { ranges, unsure } = deal(inside, columns, range);
    for (const [k, part] of ranges.entries()) Object.assign(at(inside, k), part);
    return unsure;
  });
}

/** The name of the whole table's columns: above all of them, and none of them holds names. */
function headsAll(group: HeaderBlock, columns: readonly HeaderColumn[], below: readonly (number | null)[]): boolean {
  const [first, last] = [at(columns, 0), at(columns, columns.length - 1)];
  const isAbove = below.every((middle) => middle !== null) && columns.every(({ isAmounts }) => isAmounts);
  return isAbove && Math.abs((first.from + last.to) / 2 - centreOf(group)) <= MIDDLE;
}

/** A cell of its own at the height of the groups. */
function hasHigher(blocks: readonly HeaderBlock[], level: readonly HeaderBlock[], column: number, lowest: number): boolean {
  return blocks.some((block) => block.isLeaf && !level.includes(block) && block.from === column && at(block.lines, 0) <= lowest);
}

function centreOf({ segments }: HeaderBlock): number {
  return (Math.min(...segments.map(({ x0 }) => x0)) + Math.max(...segments.map(({ x1 }) => x1))) / 2;
}

/** The middle of what stands in a column below a level of groups; null: nothing. */
function belowOf(blocks: readonly HeaderBlock[], level: readonly HeaderBlock[], column: number): number | null {
  const top = Math.min(...level.map(middleOf));
  const lines = blocks
    .filter((block) => !level.includes(block) && block.from <= column && block.to >= column && middleOf(block) > top)
    .flatMap((block) => block.lines);
  return lines.length === 0 ? null : (Math.min(...lines) + Math.max(...lines)) / 2;
}

/** Each block below those over its columns. */
function placed(blocks: readonly HeaderBlock[]): HeaderPiece[] {
  const out: HeaderPiece[] = [];
  const sorted = [...blocks].sort((a, b) => Number(a.isLeaf) - Number(b.isLeaf) || middleOf(a) - middleOf(b));
  for (const { from, to, segments } of sorted) {
    const depth = out.reduce((max, piece) => (piece.from <= to && piece.to >= from ? Math.max(max, piece.depth + 1) : max), 0);
    out.push({ from, to, words: segments.flatMap((segment) => segment.words), depth });
  }
  return out;
}
