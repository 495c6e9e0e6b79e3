import { at } from '../../../model/at.ts';
import type { Cell, GridRow } from '../../../model/blocks.ts';
import type { Word } from '../../../model/source.ts';
import { NO_CELL } from '../../../notation/cells.ts';
import { nearestIndex } from '../../geometry/neighbours.ts';
import { dealOut, type Range, runsOf } from '../../geometry/ranges.ts';
import { cellOfWords, type Placing } from '../cell-text.ts';
import type { Span } from './columns.ts';
import type { Segment, SplitLine } from './regions.ts';
import { LOWER_PART, MIN_OVERLAP, UNCOVERED, WRAP_GAP } from './settings.ts';

export interface HeaderPiece {
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
    for (const { segment, from, to } of homes(line, spans, heights, centres)) {
      const above = pieces.findLast((piece) => piece.from <= to && piece.to >= from);
      if (above && above.from === from && above.to === to) above.words.push(...segment.words);
      else {
        const depth = pieces.reduce((max, piece) => (piece.from <= to && piece.to >= from ? Math.max(max, piece.depth + 1) : max), 0);
        pieces.push({ from, to, words: [...segment.words], depth });
      }
    }
  }
  return rowsOfPieces(pieces, spans.length, borders, placing);
}

/** Cells with their depths as rows. */
export function rowsOfPieces(pieces: readonly HeaderPiece[], columns: number, borders: readonly number[], placing: Placing): GridRow[] {
  const depths = pieces.reduce((max, piece) => Math.max(max, piece.depth + 1), 0);
  return Array.from({ length: depths }, (_, depth) => headerRow(pieces, depth, columns, borders, placing));
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

/** A cell of a header line and the columns from…to that it heads. */
interface Home extends Range {
  segment: Segment;
}

/** The columns below each segment of a line: those it stands over, and those with headers of their own below that it is centred above. */
function homes(line: SplitLine, spans: readonly Span[], heights: readonly (number | null)[], centres: readonly (number | null)[]): Home[] {
  const found = line.segments.map((segment): Home => ({ segment, ...homeOf(segment, spans) }));
  const lowest = Math.max(...heights.map((height) => height ?? 0));
  const hasBelow = heights.map((height) => height !== null && height > line.middle + LOWER_PART * (lowest - line.middle) + 0.1);
  for (const range of runsOf(hasBelow)) {
    const inside = found.filter(({ from, to }) => from >= range.from && to <= range.to);
    const parts = partition(
      inside.map(({ segment }) => segment),
      spans,
      centres,
      range,
    );
    for (const [k, part] of (parts ?? []).entries()) {
      const home = at(inside, k);
      home.from = part.from;
      home.to = part.to;
    }
  }
  return found;
}

/** The columns that a cell stands over, or else the nearest one. */
export function homeOf(segment: Segment, spans: readonly Span[]): Range {
  const from = spans.findIndex((span) => standsOver(segment, span));
  if (from >= 0) return { from, to: spans.findLastIndex((span) => standsOver(segment, span)) };
  const centre = (segment.x0 + segment.x1) / 2;
  const nearest = nearestIndex(
    spans.map((span) => distance(span, centre)),
    0,
  );
  return { from: nearest, to: nearest };
}

function isHome(segment: Segment, spans: readonly Span[], column: number): boolean {
  const { from, to } = homeOf(segment, spans);
  return from <= column && column <= to;
}

/**
 * The middle of what each column's own header cells print. A cell merged over all header rows stands at half height, above
 * the cells that a wider one heads.
 */
function leafHeights(lines: readonly SplitLine[], spans: readonly Span[]): (number | null)[] {
  return spans.map((_, c) => {
    const own = lines.filter((line) => line.segments.some((segment) => isHome(segment, spans, c)));
    const lowest = own.at(-1);
    if (!lowest) return null;
    let highest = lowest;
    for (const line of own.slice(0, -1).reverse()) {
      if (highest.top - line.bottom > WRAP_GAP * (line.bottom - line.top)) break;
      highest = line;
    }
    return (lowest.bottom + highest.top) / 2;
  });
}

/** Deals the columns of a range out to the segments, in order, so that each is as nearly centred above its columns as can be. */
function partition(
  segments: readonly Segment[],
  spans: readonly Span[],
  centres: readonly (number | null)[],
  { from, to }: Range,
): Range[] | null {
  const width = to - from + 1;
  // Nearly one a column: pieces of words that the columns' width broke.
  if (segments.length === 0 || 2 * segments.length > width) return null;
  return dealOut(segments, { from, to }, UNCOVERED, (segment, start, end) =>
    offCentre(segment, spans, centres, from + start, from + end - 1),
  );
}

/** From the middle of what the columns print, or from that of their own header cells, whichever is nearer. */
function offCentre({ x0, x1 }: Segment, spans: readonly Span[], centres: readonly (number | null)[], first: number, last: number): number {
  const centre = (x0 + x1) / 2;
  const printed = Math.abs((at(spans, first).from + at(spans, last).to) / 2 - centre);
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
  return overlap > MIN_OVERLAP * Math.min(to - from, x1 - x0);
}

function distance(span: Span, x: number): number {
  return x < span.from ? span.from - x : x > span.to ? x - span.to : 0;
}
