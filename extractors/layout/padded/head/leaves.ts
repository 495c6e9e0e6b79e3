import { MAY_NAME_TEXTS, NAMES_AMOUNTS, TOTAL_COLUMN_NAME } from '../../../../schemas/lexicon/tables/columns.ts';
import { at } from '../../../model/at.ts';
import { isHeaderWord } from '../../../notation/headers/known-words.ts';
import { compact } from '../../../notation/text.ts';
import type { Segment, Span, SplitLine } from '../../grids/aligned/index.ts';
import { COLUMN } from '../lines/words.ts';
import type { DataColumn } from './data-column.ts';

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
/** A total is printed in every row. */
const BLANK_TOTAL = 14;
const FLOATING = 0.5;
/** A name over a column of another kind. */
const OTHER_KIND = 4;
/** What it costs to take two cells for pieces of one, and what a known word gives back. */
const PIECES = 2;
const WORD = -8;

export function nameColumns(header: readonly SplitLine[], spans: readonly DataColumn[]): NamedColumns {
  const { leaves, wide } = leavesOf(header);
  const steps = matched(leaves, spans);
  const columns = steps.flatMap((step): TableColumn[] => {
    if (step.span !== null) return [{ ...at(spans, step.span), isBlank: false }];
    return isGroup(leaves, step) ? [] : [{ from: Number.NaN, to: Number.NaN, isBlank: true }];
  });
  fillBlanks(columns);
  const columnOf = columnsOfLeaves(leaves, steps);
  const own = leaves.flatMap(({ pieces }, i) => pieces.map((piece) => ({ ...piece, from: at(columnOf, i), to: at(columnOf, i) })));
  const over = wide.map(({ piece, over: below }) => {
    const under = below.map((leaf) => at(columnOf, leaves.indexOf(leaf)));
    return { ...piece, from: Math.min(...under), to: Math.max(...under) };
  });
  return { columns, pieces: [...own, ...over].sort((a, b) => a.line - b.line || a.segment.x0 - b.segment.x0) };
}

interface Wide {
  piece: Placed;
  over: Leaf[];
}

function leavesOf(header: readonly SplitLine[]): { leaves: Leaf[]; wide: Wide[] } {
  const leaves: Leaf[] = [];
  const wide: Wide[] = [];
  for (const [line, { segments }] of [...header.entries()].reverse()) {
    const below = [...leaves];
    for (const [k, over] of assigned(segments, below).entries()) {
      const piece = { segment: at(segments, k), line };
      const [only, ...others] = over;
      if (only && others.length > 0) wide.push({ piece, over });
      else if (only) addPiece(only, piece, leaves);
      else leaves.push({ from: piece.segment.x0, to: piece.segment.x1, pieces: [piece] });
    }
    leaves.sort((one, other) => one.from - other.from);
  }
  return { leaves, wide };
}

/** Prices in columns of text: a known word from two pieces; a text beside a leaf, a column of its own, one of its own above another. */
const WORD_BELOW = -5;
const BESIDE = 6;
const OWN = 5;
const OWN_ABOVE = 9;
/** A cell that another one pushed aside stands no further from what is below it, columns of text. */
const PUSHED = 6;

/** The leaves below each text of a line, in order: none, one, or several. Each leaf is below one text. */
function assigned(segments: readonly Segment[], leaves: readonly Leaf[]): Leaf[][] {
  const width = leaves.length + 1;
  const cost = new Float64Array((segments.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const taken = new Int32Array(cost.length);
  cost.fill(0, 0, width);
  for (const [k, segment] of segments.entries()) {
    const row = (k + 1) * width;
    const own = ownPrice(segment, leaves);
    for (let j = 0; j < width; j++) {
      const choose = (price: number, count: number) => {
        if (price >= at(cost, row + j)) return;
        cost[row + j] = price;
        taken[row + j] = count;
      };
      choose(at(cost, k * width + j) + own, 0);
      // -1: the leaf is below none of the texts so far.
      if (j > 0) choose(at(cost, row + j - 1), -1);
      for (let count = 1; count <= j; count++) {
        const price = pricesBelow(segment, leaves.slice(j - count, j));
        if (price === null) break;
        choose(at(cost, k * width + j - count) + price, count);
      }
    }
  }
  const out: Leaf[][] = segments.map(() => []);
  for (let k = segments.length, j = leaves.length; k > 0; ) {
    const count = at(taken, k * width + j);
    if (count < 0) j--;
    else {
      out[k - 1] = leaves.slice(j - count, j);
      j -= count;
      k--;
    }
  }
  return out;
}

const overlapOf = ({ x0, x1 }: Segment, { from, to }: Leaf): number => Math.min(x1, to) - Math.max(x0, from);

function ownPrice(segment: Segment, leaves: readonly Leaf[]): number {
  return leaves.some((leaf) => overlapOf(segment, leaf) > 0) ? OWN_ABOVE : OWN;
}

/** The price of a text above all of these leaves; null: it does not reach so far. */
function pricesBelow(segment: Segment, below: readonly Leaf[]): number | null {
  const first = at(below, 0);
  const overlap = overlapOf(segment, first);
  if (below.length > 1) return overlap > 0 ? 0 : null;
  const isWord = isHeaderWord(compact(segment.text) + wordOf(first));
  if (overlap > 0) return isWord ? WORD_BELOW : 0;
  const gap = -overlap / COLUMN;
  if (gap > PUSHED) return null;
  return isWord ? gap + WORD_BELOW : gap + BESIDE;
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
  const { pieces } = at(leaves, index);
  const lowest = at(pieces, pieces.length - 1).line;
  const [left, right] = [leaves[index - 1], leaves[index + 1]];
  const isLower = (leaf: Leaf | undefined) =>
    leaf !== undefined && middleOf(leaf) > lowest && !leaf.pieces.some((piece) => pieces.some(({ line }) => line === piece.line));
  return isLower(left) && isLower(right);
}

/** A column: one leaf, or two that are pieces of one cell, or none; the column of the rows, or none. */
interface Step {
  leaves: number[];
  span: number | null;
}

/** How many leaves and columns each kind of step takes. */
const WAYS = [
  { leaves: 1, spans: 0 },
  { leaves: 0, spans: 1 },
  { leaves: 1, spans: 1 },
  { leaves: 2, spans: 1 },
  { leaves: 2, spans: 0 },
] as const;

/** Columns of text by which headers may stand left of their amounts: amounts end at the right of their cells, headers stand in the middle. */
const SHIFTS = [0, 4, 8, 12, 16];

/** The cheapest way to match leaves and columns, by how far the headers stand left of the amounts. */
function matched(leaves: readonly Leaf[], spans: readonly DataColumn[]): Step[] {
  const ways = SHIFTS.map((shift) => matchedAt(leaves, spans, shift * COLUMN));
  return ways.reduce((best, way) => (way.cost < best.cost ? way : best)).steps;
}

/** The cheapest way to match leaves and columns, both from left to right. */
function matchedAt(leaves: readonly Leaf[], spans: readonly DataColumn[], shift: number): { cost: number; steps: Step[] } {
  const width = spans.length + 1;
  const cost = new Float64Array((leaves.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const came = new Uint8Array(cost.length);
  cost[0] = 0;
  for (let i = 0; i <= leaves.length; i++) {
    for (let j = 0; j <= spans.length; j++) {
      const here = at(cost, i * width + j);
      for (const [way, step] of WAYS.entries()) {
        if (i + step.leaves > leaves.length || j + step.spans > spans.length) continue;
        const to = (i + step.leaves) * width + j + step.spans;
        const price = here + priceOf(leaves, i, step.leaves, step.spans === 1 ? moved(at(spans, j), shift) : null);
        if (price >= at(cost, to)) continue;
        cost[to] = price;
        came[to] = way;
      }
    }
  }
  const steps: Step[] = [];
  for (let i = leaves.length, j = spans.length; i > 0 || j > 0; ) {
    const step = at(WAYS, at(came, i * width + j));
    i -= step.leaves;
    j -= step.spans;
    steps.unshift({ leaves: Array.from({ length: step.leaves }, (_, k) => i + k), span: step.spans === 1 ? j : null });
  }
  return { cost: at(cost, cost.length - 1), steps };
}

const moved = (span: DataColumn, shift: number): DataColumn =>
  span.isAmounts && shift > 0 ? { ...span, from: span.from - shift, to: span.to - shift } : span;

function priceOf(leaves: readonly Leaf[], first: number, count: number, span: DataColumn | null): number {
  if (count === 0) return UNNAMED;
  const leaf = at(leaves, first);
  if (count === 1)
    return span === null
      ? isFloating(leaves, first)
        ? FLOATING
        : TOTAL_COLUMN_NAME.test(wordOf(leaf))
          ? BLANK_TOTAL
          : BLANK
      : distance(leaf, span);
  const other = at(leaves, first + 1);
  const merged = join(leaf, other);
  if (merged === null) return Number.POSITIVE_INFINITY;
  const isWord = isHeaderWord(wordOf(merged));
  if (!isWord && (isHeaderWord(wordOf(leaf)) || isHeaderWord(wordOf(other)))) return Number.POSITIVE_INFINITY;
  const apart = Math.max(0, other.from - leaf.to) / COLUMN;
  return (span === null ? BLANK : distance(merged, span)) + PIECES + apart + (isWord ? WORD : 0);
}

const wordOf = ({ pieces }: Leaf): string => pieces.map(({ segment }) => compact(segment.text)).join('');

/** Two leaves as one cell: their lines alternate or follow each other, never meet. */
function join(a: Leaf, b: Leaf): Leaf | null {
  const lines = new Set(a.pieces.map(({ line }) => line));
  if (b.pieces.some(({ line }) => lines.has(line))) return null;
  return { from: a.from, to: b.to, pieces: [...a.pieces, ...b.pieces].sort((one, other) => one.line - other.line) };
}

/** Columns of text between them, a little for being off the middle, and what a name costs over a column of another kind. */
function distance(leaf: Leaf, span: DataColumn): number {
  const gap = Math.max(0, span.from - leaf.to, leaf.from - span.to) / COLUMN;
  const off = Math.abs(leaf.from + leaf.to - span.from - span.to) / 2 / COLUMN;
  return gap + 0.1 * off + (isOfOtherKind(leaf, span) ? OTHER_KIND : 0);
}

function isOfOtherKind(leaf: Leaf, { isAmounts, isTexts }: DataColumn): boolean {
  const name = wordOf(leaf);
  return isAmounts ? MAY_NAME_TEXTS.test(name) : isTexts && NAMES_AMOUNTS.test(name);
}

/** Columns that only the header has share the gap between those beside them. */
export function fillBlanks(columns: TableColumn[]): void {
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
  for (const step of steps) {
    if (!isGroup(leaves, step)) column++;
    for (const leaf of step.leaves) columnOf[leaf] = Math.max(0, column);
  }
  return columnOf;
}

function isGroup(leaves: readonly Leaf[], { leaves: own, span }: Step): boolean {
  const [only, other] = own;
  return span === null && only !== undefined && other === undefined && isFloating(leaves, only);
}
