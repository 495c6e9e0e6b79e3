import { at } from '../../../../model/at.ts';
import type { Box } from '../../../../model/box.ts';
import type { Piece } from '../ink/index.ts';
import { LEAST_INK, NEAR, ONE_LINE, OVERLAP, SPECK } from './settings.ts';

/** Pieces of one line, or of one part of it. */
interface Band {
  y0: number;
  y1: number;
  pieces: Piece[];
}

/**
 * The printed lines that the pieces of a cell (or of a page without cells) make, top to bottom and left to right: bands that no ink
 * bridges, parted at gaps wider than `gap` characters.
 */
export function linesWithin(pieces: readonly Piece[], height: number, gap: number): Box[] {
  return partsOf(pieces, height, gap, 2).flatMap((part) => (isLine(part, height) ? [boxAround(part)] : []));
}

/** Bands and gaps by turns: beside a gap lines may lie at other heights. */
function partsOf(pieces: readonly Piece[], height: number, gap: number, rounds: number): (readonly Piece[])[] {
  return bandsOf(pieces, height).flatMap((band) => {
    const parts = partedAtGaps(band.pieces, gap * height);
    return parts.length > 1 && rounds > 1 ? parts.flatMap((part) => partsOf(part, height, gap, rounds - 1)) : parts;
  });
}

function bandsOf(pieces: readonly Piece[], height: number): Band[] {
  const isSpeck = (piece: Piece): boolean => piece.y1 - piece.y0 < SPECK * height && piece.x1 - piece.x0 < SPECK * height;
  const bands: Band[] = [];
  const bodies = pieces.filter((piece) => !isSpeck(piece)).sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
  for (const piece of bodies) {
    const band = bands.findLast(
      ({ y0, y1 }) => Math.min(y1, piece.y1) - Math.max(y0, piece.y0) >= OVERLAP * Math.min(y1 - y0, piece.y1 - piece.y0),
    );
    if (band) add(band, piece);
    else bands.push({ y0: piece.y0, y1: piece.y1, pieces: [piece] });
  }
  const joined = joinedBands(bands, height);
  for (const piece of pieces.filter(isSpeck)) {
    const middle = (piece.y0 + piece.y1) / 2;
    const near = joined.filter(({ y0, y1 }) => middle > y0 - NEAR * height && middle < y1 + NEAR * height);
    const nearest = near.sort((a, b) => distance(a, middle) - distance(b, middle))[0];
    if (nearest) nearest.pieces.push(piece);
  }
  return joined;
}

function distance({ y0, y1 }: Band, y: number): number {
  return Math.max(y0 - y, y - y1, 0);
}

function add(band: Band, piece: Piece): void {
  band.pieces.push(piece);
  band.y0 = Math.min(band.y0, piece.y0);
  band.y1 = Math.max(band.y1, piece.y1);
}

/** Strokes of one line that lie above each other. */
function joinedBands(bands: readonly Band[], height: number): Band[] {
  const joined: Band[] = [];
  for (const band of [...bands].sort((a, b) => a.y0 - b.y0)) {
    const last = joined.at(-1);
    const overlap = last ? last.y1 - band.y0 : 0;
    if (
      last &&
      (Math.max(last.y1, band.y1) - last.y0 <= ONE_LINE * height || overlap >= OVERLAP * Math.min(last.y1 - last.y0, band.y1 - band.y0))
    ) {
      last.pieces.push(...band.pieces);
      last.y1 = Math.max(last.y1, band.y1);
    } else joined.push(band);
  }
  return joined;
}

function partedAtGaps(pieces: readonly Piece[], gap: number): Piece[][] {
  const parts: Piece[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    if (piece.x0 - end > gap || parts.length === 0) parts.push([]);
    at(parts, parts.length - 1).push(piece);
    end = Math.max(end, piece.x1);
  }
  return parts;
}

function isLine(pieces: readonly Piece[], height: number): boolean {
  const ink = pieces.reduce((sum, { area }) => sum + area, 0);
  return ink >= LEAST_INK && pieces.some(({ x0, x1, y0, y1 }) => y1 - y0 >= SPECK * height || x1 - x0 >= SPECK * height);
}

function boxAround(pieces: readonly Piece[]): Box {
  return [
    Math.min(...pieces.map(({ x0 }) => x0)),
    Math.min(...pieces.map(({ y0 }) => y0)),
    Math.max(...pieces.map(({ x1 }) => x1)),
    Math.max(...pieces.map(({ y1 }) => y1)),
  ];
}
