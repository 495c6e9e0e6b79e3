import type { Cell, GridRow } from '../../../schemas/grid.ts';
import type { Word } from '../../../schemas/source.ts';
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
  lines.forEach((line, i) => {
    const below = lines.slice(i + 1);
    for (const [segment, from, to] of ranges(line.segments, spans, below)) {
      const above = pieces.findLast((piece) => piece.from <= to && piece.to >= from);
      if (above && above.from === from && above.to === to) above.words.push(...segment.words);
      else {
        const depth = pieces.reduce((max, piece) => (piece.from <= to && piece.to >= from ? Math.max(max, piece.depth + 1) : max), 0);
        pieces.push({ from, to, words: [...segment.words], depth });
      }
    }
  });
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

/** The columns below each segment of a line: those it overlaps, and the blank ones beside it that have headers of their own below. */
function ranges(segments: readonly Segment[], spans: readonly Span[], below: readonly SplitLine[]): [Segment, number, number][] {
  const own = segments.map((segment) => {
    const hit = spans.flatMap((span, c) => (standsOver(segment, span) ? [c] : []));
    if (hit.length > 0) return [hit[0]!, hit.at(-1)!] as const;
    const centre = (segment.x0 + segment.x1) / 2;
    const nearest = spans.reduce((best, span, c) => (distance(span, centre) < distance(spans[best]!, centre) ? c : best), 0);
    return [nearest, nearest] as const;
  });
  const hasBelow = spans.map((span) =>
    below.some((line) => line.segments.some((segment) => segment.x0 < span.to && segment.x1 > span.from)),
  );
  return segments.map((segment, i) => {
    let [from, to] = own[i]!;
    const floor = i > 0 ? own[i - 1]![1] + 1 : 0;
    const ceiling = i + 1 < own.length ? own[i + 1]![0] - 1 : spans.length - 1;
    if (!hasBelow[from] && from === to) return [segment, from, to];
    const centre = (segment.x0 + segment.x1) / 2;
    const off = (a: number, b: number) => Math.abs((spans[a]!.from + spans[b]!.to) / 2 - centre);
    for (let grown = true; grown; ) {
      grown = false;
      for (const [a, b] of [
        [from - 1, to + 1],
        [from - 1, to],
        [from, to + 1],
      ] as const) {
        if (a < floor || b > ceiling || !hasBelow[a] || !hasBelow[b]) continue;
        if (
          off(a, b) < off(from, to) - 1 ||
          (a < from && b > to && off(a, b) <= off(from, to) + 4 && isOpen(a, b, from, to, segments, spans))
        ) {
          [from, to] = [a, b];
          grown = true;
          break;
        }
      }
    }
    return [segment, from, to];
  });
}

/** Over most of the column, or most of the cell over it. */
function standsOver({ x0, x1 }: Segment, { from, to }: Span): boolean {
  const overlap = Math.min(x1, to) - Math.max(x0, from);
  return overlap > 0.5 * Math.min(to - from, x1 - x0);
}

/** Both neighbours are free: no other segment of the line stands over them. */
function isOpen(a: number, b: number, from: number, to: number, segments: readonly Segment[], spans: readonly Span[]): boolean {
  const free = (c: number) => !segments.some((segment) => segment.x0 < spans[c]!.to && segment.x1 > spans[c]!.from);
  return (a >= from || free(a)) && (b <= to || free(b));
}

function distance(span: Span, x: number): number {
  return x < span.from ? span.from - x : x > span.to ? x - span.to : 0;
}
