import type { Cell, GridRow } from '../../../model/blocks.ts';
import type { Word } from '../../../model/source.ts';
import { cellOfWords, NO_CELL, type Placing } from '../cell-text.ts';
import type { Span } from './columns.ts';
import type { Segment, SplitLine } from './regions.ts';

interface HeaderPiece {
  from: number;
  to: number;
  words: Word[];
  depth: number;
}

/** Header lines as rows of cells with spans: a cell stands over the columns that it is centred above. */
export function headerRows(lines: readonly SplitLine[], spans: readonly Span[], borders: readonly number[], placing: Placing): GridRow[] {
  const pieces: HeaderPiece[] = [];
  const heights = leafHeights(lines, spans);
  const centres = leafCentres(lines, spans);
  for (const line of lines) {
    for (const [segment, from, to] of ranges(line, spans, heights, centres)) {
      const above = pieces.findLast((piece) => piece.from <= to && piece.to >= from);
      if (above && above.from === from && above.to === to) above.words.push(...segment.words);
      else {
        const depth = pieces.reduce((max, piece) => (piece.from <= to && piece.to >= from ? Math.max(max, piece.depth + 1) : max), 0);
        pieces.push({ from, to, words: [...segment.words], depth });
      }
    }
  }
  const depths = pieces.reduce((max, piece) => Math.max(max, piece.depth + 1), 0);
  return Array.from({ length: depths }, (_, depth) => headerRow(pieces, depth, spans.length, borders, placing));
}

function headerRow(pieces: readonly HeaderPiece[], depth: number, columns: number, borders: readonly number[], placing: Placing): GridRow {
  const cells = Array.from({ length: columns }, (_, c): Cell => {
    const piece = pieces.find((candidate) => candidate.depth === depth && candidate.from <= c && candidate.to >= c);
    if (!piece)
      return pieces.some((candidate) => candidate.depth < depth && candidate.from <= c && candidate.to >= c)
        ? { ...NO_CELL, covered: 'above' }
        : NO_CELL;
    return piece.from === c ? cellOfWords(piece.words, placing) : { ...NO_CELL, covered: 'left' };
  });
  const line = cells.find((cell) => cell.places[0]?.line)?.places[0]?.line ?? 0;
  return { layout: 'columns', cells, page: placing.page, line, borders };
}

/** The columns below each segment of a line: those it stands over, and those with headers of their own below that it is centred above. */
function ranges(
  line: SplitLine,
  spans: readonly Span[],
  heights: readonly (number | null)[],
  centres: readonly (number | null)[],
): [Segment, number, number][] {
  const segments = line.segments;
  const own = segments.map((segment) => homeOf(segment, spans));
  const lowest = Math.max(...heights.map((height) => height ?? 0));
  const hasBelow = heights.map((height) => height !== null && height > line.middle + LOWER_PART * (lowest - line.middle) + 0.1);
  for (let from = 0; from < spans.length; from++) {
    if (!hasBelow[from]) continue;
    let to = from;
    while (to + 1 < spans.length && hasBelow[to + 1]) to++;
    const inside = segments.flatMap((_, i) => (own[i]![0] >= from && own[i]![1] <= to ? [i] : []));
    const parts = partition(
      inside.map((i) => segments[i]!),
      spans,
      centres,
      from,
      to,
    );
    inside.forEach((i, k) => {
      if (parts) own[i] = parts[k]!;
    });
    from = to;
  }
  return segments.map((segment, i) => [segment, own[i]![0], own[i]![1]]);
}

/** The columns that a cell stands over, or else the nearest one. */
function homeOf(segment: Segment, spans: readonly Span[]): [number, number] {
  const hit = spans.flatMap((span, c) => (standsOver(segment, span) ? [c] : []));
  if (hit.length > 0) return [hit[0]!, hit.at(-1)!];
  const centre = (segment.x0 + segment.x1) / 2;
  const nearest = spans.reduce((best, span, c) => (distance(span, centre) < distance(spans[best]!, centre) ? c : best), 0);
  return [nearest, nearest];
}

function isHome(segment: Segment, spans: readonly Span[], column: number): boolean {
  const [from, to] = homeOf(segment, spans);
  return from <= column && column <= to;
}

/**
 * The middle of what each column's own header cells print. A cell merged over all header rows stands at half height, above
 * the cells that a wider one heads.
 */
function leafHeights(lines: readonly SplitLine[], spans: readonly Span[]): (number | null)[] {
  return spans.map((_, c) => {
    const own = lines.filter((line) => line.segments.some((segment) => isHome(segment, spans, c))).reverse();
    const stack = own.slice(0, 1);
    for (const line of own.slice(1)) {
      const below = stack.at(-1)!;
      if (below.top - line.bottom > WRAP_GAP * (line.bottom - line.top)) break;
      stack.push(line);
    }
    return stack.length === 0 ? null : (stack[0]!.bottom + stack.at(-1)!.top) / 2;
  });
}

/** Lines of one cell follow each other within this share of their height. */
const WRAP_GAP = 0.5;
/** From this part of the way down to the lowest header cells on, a cell stands below another. */
const LOWER_PART = 0.7;
/** What it costs (points) to leave a column without a cell above it. */
const UNCOVERED = 4;

/** Deals the columns from…to out to the segments, in order, so that each is as nearly centred above its columns as can be. */
function partition(
  segments: readonly Segment[],
  spans: readonly Span[],
  centres: readonly (number | null)[],
  from: number,
  to: number,
): [number, number][] | null {
  const width = to - from + 1;
  // Nearly one a column: pieces of words that the columns' width broke.
  if (segments.length === 0 || 2 * segments.length > width) return null;
  // best[i][c]: cheapest way to place the first i segments on the first c columns.
  const best: { cost: number; range: [number, number] | null; previous: number }[][] = [];
  for (let i = 0; i <= segments.length; i++) {
    best.push([]);
    for (let c = 0; c <= width; c++) {
      let found = { cost: i === 0 && c === 0 ? 0 : Number.POSITIVE_INFINITY, range: null as [number, number] | null, previous: 0 };
      if (c > 0) {
        const skipped = best[i]![c - 1]!;
        if (skipped.cost + UNCOVERED < found.cost) found = { cost: skipped.cost + UNCOVERED, range: null, previous: c - 1 };
      }
      for (let start = 0; i > 0 && start < c; start++) {
        const cost = best[i - 1]![start]!.cost + offCentre(segments[i - 1]!, spans, centres, from + start, from + c - 1);
        if (cost < found.cost) found = { cost, range: [from + start, from + c - 1], previous: start };
      }
      best[i]!.push(found);
    }
  }
  const ranges: [number, number][] = [];
  for (let i = segments.length, c = width; i > 0; ) {
    const { range, previous } = best[i]![c]!;
    if (range) {
      ranges.unshift(range);
      i--;
    }
    c = previous;
  }
  return ranges;
}

/** From the middle of what the columns print, or from that of their own header cells, whichever is nearer. */
function offCentre({ x0, x1 }: Segment, spans: readonly Span[], centres: readonly (number | null)[], first: number, last: number): number {
  const centre = (x0 + x1) / 2;
  const printed = Math.abs((spans[first]!.from + spans[last]!.to) / 2 - centre);
  const [left, right] = [centres[first] ?? null, centres[last] ?? null];
  return left === null || right === null ? printed : Math.min(printed, Math.abs((left + right) / 2 - centre));
}

/** The middle of the lowest header cell over each column. */
function leafCentres(lines: readonly SplitLine[], spans: readonly Span[]): (number | null)[] {
  return spans.map((_, c) => {
    const leaf = [...lines].reverse().flatMap((line) => line.segments.find((segment) => isHome(segment, spans, c)) ?? [])[0];
    return leaf ? (leaf.x0 + leaf.x1) / 2 : null;
  });
}

/** Over most of the column, or most of the cell over it. */
function standsOver({ x0, x1 }: Segment, { from, to }: Span): boolean {
  const overlap = Math.min(x1, to) - Math.max(x0, from);
  return overlap > 0.5 * Math.min(to - from, x1 - x0);
}

function distance(span: Span, x: number): number {
  return x < span.from ? span.from - x : x > span.to ? x - span.to : 0;
}
