import { at } from '../../model/at.ts';
import type { Segment, Span, SplitLine } from '../grids/aligned/index.ts';
import { COLUMN } from './words.ts';

/**
 * The columns that a header names, told from the lowest cells of the header alone, and then matched in order with the columns of the
 * rows: writers that keep columns by spaces shift the texts of a line by those before it, so that a cell may stand beside its column.
 */

/** A text of the header and its line. */
export interface Placed {
  segment: Segment;
  line: number;
}

/** The lowest cell over a strip of the page, with what stands above it alone. */
interface Leaf extends Span {
  pieces: Placed[];
}

/** A column of the table: of its rows, of its header, or of both. `from` and `to` are where its rows stand, or what is between them. */
export interface TableColumn extends Span {
  isBlank: boolean;
}

export interface NamedColumns {
  columns: TableColumn[];
  /** Each text of the header with the columns that it stands over. */
  pieces: (Placed & { from: number; to: number })[];
}

/** Costs in columns of text: a column without a header, a header without a column, a group's name taken for a header. */
const UNNAMED = 6;
const BLANK = 4;
const FLOATING = 0.5;

export function nameColumns(header: readonly SplitLine[], spans: readonly Span[]): NamedColumns {
  const { leaves, wide } = leavesOf(header);
  const steps = matched(leaves, spans);
  const columns = steps.flatMap(({ leaf, span }): TableColumn[] =>
    span !== null ? [{ ...at(spans, span), isBlank: false }] : leaf !== null && !isFloating(leaves, leaf) ? [{ from: Number.NaN, to: Number.NaN, isBlank: true }] : [],
  );
  fillBlanks(columns);
  const columnOf = columnsOfLeaves(leaves, steps);
  const own = leaves.flatMap(({ pieces }, i) => pieces.map((piece) => ({ ...piece, from: at(columnOf, i), to: at(columnOf, i) })));
  const over = wide.map(({ piece, over: below }) => {
    const under = below.map((leaf) => at(columnOf, leaves.indexOf(leaf)));
    return { ...piece, from: Math.min(...under), to: Math.max(...under) };
  });
  return { columns, pieces: [...own, ...over].sort((a, b) => a.line - b.line || a.segment.x0 - b.segment.x0) };
}

function leavesOf(header: readonly SplitLine[]): { leaves: Leaf[]; wide: { piece: Placed; over: Leaf[] }[] } {
  const leaves: Leaf[] = [];
  const wide: { piece: Placed; over: Leaf[] }[] = [];
  for (const [line, { segments }] of [...header.entries()].reverse()) {
    const below = [...leaves];
    for (const segment of segments) {
      const piece = { segment, line };
      const over = below.filter(({ from, to }) => segment.x0 < to && segment.x1 > from);
      const [only, ...others] = over;
      if (!only) leaves.push({ from: segment.x0, to: segment.x1, pieces: [piece] });
      else if (others.length > 0) wide.push({ piece, over });
      else addPiece(only, piece, leaves);
    }
  }
  return { leaves: leaves.sort((a, b) => a.from - b.from), wide };
}

/** The strip grows with the cell, but never into another one. */
function addPiece(leaf: Leaf, piece: Placed, leaves: readonly Leaf[]): void {
  const from = Math.min(leaf.from, piece.segment.x0);
  const to = Math.max(leaf.to, piece.segment.x1);
  leaf.pieces.unshift(piece);
  if (leaves.some((other) => other !== leaf && other.from < to && other.to > from)) return;
  leaf.from = from;
  leaf.to = to;
}

const middleOf = ({ pieces }: Leaf): number => (at(pieces, 0).line + at(pieces, pieces.length - 1).line) / 2;

/** Above the cells at both sides: the name of a group, over the gap between its columns. */
function isFloating(leaves: readonly Leaf[], index: number): boolean {
  const middle = middleOf(at(leaves, index));
  const [left, right] = [leaves[index - 1], leaves[index + 1]];
  const isLower = (leaf: Leaf | undefined) => leaf !== undefined && middleOf(leaf) > middle;
  return isLower(left) && isLower(right);
}

/** Leaf, column of the rows, or both, in order. */
interface Step {
  leaf: number | null;
  span: number | null;
}

/** The cheapest way to match leaves and columns, both from left to right. */
function matched(leaves: readonly Leaf[], spans: readonly Span[]): Step[] {
  const width = spans.length + 1;
  const size = (leaves.length + 1) * width;
  const cost = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const came = new Uint8Array(size);
  cost[0] = 0;
  for (let i = 0; i <= leaves.length; i++) {
    for (let j = 0; j <= spans.length; j++) {
      const here = at(cost, i * width + j);
      const go = (to: number, price: number, way: number) => {
        if (here + price >= at(cost, to)) return;
        cost[to] = here + price;
        came[to] = way;
      };
      if (i < leaves.length) go((i + 1) * width + j, isFloating(leaves, i) ? FLOATING : BLANK, 1);
      if (j < spans.length) go(i * width + j + 1, UNNAMED, 2);
      if (i < leaves.length && j < spans.length) go((i + 1) * width + j + 1, distance(at(leaves, i), at(spans, j)), 3);
    }
  }
  const steps: Step[] = [];
  for (let i = leaves.length, j = spans.length; i > 0 || j > 0; ) {
    const way = at(came, i * width + j);
    if (way !== 2) i--;
    if (way !== 1) j--;
    steps.unshift({ leaf: way === 2 ? null : i, span: way === 1 ? null : j });
  }
  return steps;
}

/** Columns of text between them, and a little for being off the middle. */
function distance(leaf: Span, span: Span): number {
  const gap = Math.max(0, span.from - leaf.to, leaf.from - span.to) / COLUMN;
  const off = Math.abs(leaf.from + leaf.to - span.from - span.to) / 2 / COLUMN;
  return gap + 0.1 * off;
}

/** Columns that only the header has share the gap between those beside them. */
function fillBlanks(columns: TableColumn[]): void {
  for (let start = 0; start < columns.length; start++) {
    if (!at(columns, start).isBlank) continue;
    let end = start;
    while (columns[end]?.isBlank) end++;
    const count = end - start;
    const right = columns[end]?.from ?? (columns[start - 1]?.to ?? 0) + (count + 1) * OUTER;
    const left = columns[start - 1]?.to ?? right - (count + 1) * OUTER;
    const step = (right - left) / (2 * count + 1);
    for (let k = 0; k < count; k++) {
      const column = at(columns, start + k);
      column.from = left + (2 * k + 1) * step;
      column.to = column.from + step;
    }
    start = end - 1;
  }
}

/** Points: width of a column that only the header has, beside the table. */
const OUTER = 30;

/** The column that each leaf names; the name of a group: the one before it. */
function columnsOfLeaves(leaves: readonly Leaf[], steps: readonly Step[]): number[] {
  const columnOf = leaves.map(() => 0);
  let column = -1;
  for (const { leaf, span } of steps) {
    if (span !== null || (leaf !== null && !isFloating(leaves, leaf))) column++;
    if (leaf !== null) columnOf[leaf] = Math.max(0, column);
  }
  return columnOf;
}
