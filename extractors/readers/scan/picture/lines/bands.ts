import type { Box } from '../../../../model/box.ts';
import type { Piece } from '../ink/index.ts';
import { type Gap, LEAST_INK, MARK, MARK_PLACE, NEAR, ONE_LINE, OVERLAP, SINGLE_FROM, SINGLE_TO, SPECK } from './settings.ts';

/** Pieces of one line, or of one part of it. */
interface Band {
  y0: number;
  y1: number;
  pieces: Piece[];
}

/**
 * The printed lines that the pieces of a cell (or of a page without cells) make, top to bottom and left to right: bands that no ink
 * bridges, parted at wide gaps.
 */
export function linesWithin(pieces: readonly Piece[], height: number, gap: Gap): Box[] {
  return partsOf(pieces, height, gap, 2).flatMap((part) => (isLine(part, height) ? [boxAround(part)] : []));
}

/** Bands and gaps by turns: beside a gap lines may lie at other heights. */
function partsOf(pieces: readonly Piece[], height: number, gap: Gap, rounds: number): (readonly Piece[])[] {
  return bandsOf(pieces, height).flatMap((band) => {
    const parts = partedAtGaps(band.pieces, height, gap);
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

function partedAtGaps(pieces: readonly Piece[], height: number, gap: Gap): Piece[][] {
  // Titles are larger than the rest.
  const size = Math.max(height, sizeOf(pieces));
  const parts: Part[] = [];
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    const last = parts.at(-1);
    if (last && piece.x0 - last.end <= gap.usual * size) {
      last.pieces.push(piece);
      last.x1 = Math.max(last.x1, piece.x1);
      last.end = Math.max(last.end, endOf(piece, size));
    } else parts.push({ x0: piece.x0, x1: piece.x1, end: endOf(piece, size), pieces: [piece] });
  }
  return spacedOut(parts, size, gap).map((part) => part.pieces);
}

/** Pieces from `x0` to `x1`, whose place on the line ends at `end`. */
interface Part {
  x0: number;
  x1: number;
  end: number;
  pieces: Piece[];
}

/** Points and commas stand at the left of a place as wide as a character. */
function endOf({ x0, x1, y0, y1 }: Piece, size: number): number {
  return x1 - x0 < MARK * size && y1 - y0 < MARK * size ? Math.max(x1, x0 + MARK_PLACE * size) : x1;
}

/** Single characters with gaps between them are one word, spaced out to fill its place. */
function spacedOut(parts: readonly Part[], size: number, gap: Gap): Part[] {
  const isSingle = ({ x0, x1 }: Part): boolean => x1 - x0 >= SINGLE_FROM * size && x1 - x0 <= SINGLE_TO * size;
  const joined: Part[] = [];
  let isOpen = false;
  for (const part of parts) {
    const last = joined.at(-1);
    const single = isSingle(part);
    if (last && isOpen && single && part.x0 - last.x1 <= gap.spaced * size) {
      last.pieces.push(...part.pieces);
      last.x1 = part.x1;
    } else joined.push({ ...part });
    isOpen = single;
  }
  return joined;
}

/** The height that most of the ink of a line reaches. */
function sizeOf(pieces: readonly Piece[]): number {
  const total = pieces.reduce((sum, { area }) => sum + area, 0);
  let seen = 0;
  for (const { y0, y1, area } of [...pieces].sort((a, b) => a.y1 - a.y0 - (b.y1 - b.y0))) {
    seen += area;
    if (seen >= total / 2) return y1 - y0;
  }
  return 0;
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
