import { type Lattice, lattices } from '../../../layout/grids/lattice/index.ts';
import { at } from '../../../model/at.ts';
import type { Box } from '../../../model/box.ts';
import type { Picture, PictureLayout, PictureLine } from '../../../model/picture.ts';
import type { Ruling } from '../../../model/source.ts';
import { type Mask, maskOf, noiseOf, type Piece, piecesOf } from './ink/index.ts';
import { CELL_GAP, characterHeightOf, linesWithin, PAGE_GAP } from './lines/index.ts';
import { type Rules, rulesOf } from './rulings/index.ts';
import { CONTRAST, INK_CONTRAST, MOST_CONTRAST, NO_PRINT, NOISES, RADIUS, SLANT_CONTRAST } from './settings.ts';
import { composed, IDENTITY, isSideways, mapped, slantOf, straightened, turned, turnOf } from './straight/index.ts';

/**
 * What is seen on the picture of a page before any character is recognised. `dpi` says how many of its dots make an inch. The page is
 * turned by quarters so that its lines run from left to right or upside down: which of the two only its characters tell (`halfTurned`).
 */
export function layoutOf(picture: Picture, dpi: number): PictureLayout {
  const seen = seenOn(picture, dpi);
  if (!isSideways(seen.pieces, seen.characterHeight)) return withLines(seen, dpi);
  const side = withLines(seenOn(turned(picture, 1), dpi), dpi);
  return { ...side, toOriginal: composed(side.toOriginal, turnOf(picture, 1)) };
}

/** The same page turned upside down: nothing on it is looked at anew. */
export function halfTurned(layout: PictureLayout): PictureLayout {
  const turn = turnOf(layout.upright, 2);
  const boxed = ({ box, bound }: PictureLine): PictureLine => ({ box: mapped(turn, box), bound: mapped(turn, bound) });
  const ruled = ({ x0, y0, x1, y1 }: Ruling): Ruling => {
    const [left, top, right, bottom] = mapped(turn, [x0, y0, x1, y1]);
    return { x0: left, y0: top, x1: right, y1: bottom };
  };
  return {
    ...layout,
    upright: turned(layout.upright, 2),
    toOriginal: composed(turn, layout.toOriginal),
    rulings: layout.rulings.map(ruled).reverse(),
    lines: layout.lines.map(boxed).reverse(),
  };
}

/** What is seen on a page before its lines are told: how it lies, its rules, and the pieces of ink beside them. */
interface Seen extends Omit<PictureLayout, 'lines'> {
  pieces: Piece[];
}

function seenOn(picture: Picture, dpi: number): Seen {
  const scale = dpi / 72;
  const radius = Math.round(RADIUS * scale);
  const slant = slantOf(picture, maskOf(picture, radius, SLANT_CONTRAST), dpi);
  const { picture: upright, map } = slant ? straightened(picture, slant) : { picture, map: IDENTITY };
  const rules = rulesOf(upright, maskOf(upright, radius, CONTRAST), dpi);
  const ink = maskOf(upright, radius, Math.max(INK_CONTRAST, Math.min(MOST_CONTRAST, NOISES * noiseOf(upright))));
  erase(ink, rules);
  const pieces = piecesOf(ink);
  return {
    upright,
    toOriginal: map,
    dpi,
    rulings: rulingsOf(rules),
    pieces,
    characterHeight: characterHeightOf(pieces, dpi) ?? NO_PRINT * scale,
  };
}

function withLines({ pieces, ...seen }: Seen, dpi: number): PictureLayout {
  return { ...seen, lines: linesOf(pieces, seen.rulings, seen.upright, dpi, seen.characterHeight) };
}

function rulingsOf({ horizontal, vertical }: Rules): Ruling[] {
  return [
    ...horizontal.map(({ from, to, at: y }): Ruling => ({ x0: from, x1: to, y0: y, y1: y })),
    ...vertical.map(({ from, to, at: x }): Ruling => ({ x0: x, x1: x, y0: from, y1: to })),
  ];
}

/** Takes rules, and the dot beside them that they shade, out of the ink. */
function erase({ width, height, dots }: Mask, { horizontal, vertical }: Rules): void {
  for (const { from, to, first, last } of horizontal) {
    for (let y = Math.max(0, first); y <= Math.min(height - 1, last); y++) dots.fill(0, y * width + from, y * width + to);
  }
  for (const { from, to, first, last } of vertical) {
    for (let y = from; y < to; y++) dots.fill(0, y * width + Math.max(0, first), y * width + Math.min(width - 1, last) + 1);
  }
}

/** Lines within the cells of the grids that rules make, then those of the rest of the page. */
function linesOf(pieces: readonly Piece[], rulings: readonly Ruling[], page: Picture, dpi: number, height: number): PictureLine[] {
  const points = 72 / dpi;
  const scaled = rulings.map(({ x0, y0, x1, y1 }): Ruling => ({ x0: x0 * points, y0: y0 * points, x1: x1 * points, y1: y1 * points }));
  let rest = pieces;
  const lines: PictureLine[] = [];
  for (const lattice of lattices(scaled).lattices) {
    const { cells, outside } = dealt(rest, lattice, dpi);
    rest = outside;
    for (const { bound, pieces: within } of cells) {
      for (const box of linesWithin(within, height, CELL_GAP)) lines.push({ box, bound });
    }
  }
  const bound: Box = [0, 0, page.width, page.height];
  for (const box of linesWithin(rest, height, PAGE_GAP)) lines.push({ box, bound });
  return lines;
}

interface Filled {
  bound: Box;
  pieces: Piece[];
}

/** The pieces that lie in each cell of a grid, and those that lie in none. */
function dealt(pieces: readonly Piece[], lattice: Lattice, dpi: number): { cells: Filled[]; outside: Piece[] } {
  const scale = dpi / 72;
  const xs = lattice.xs.map((x) => x * scale);
  const ys = lattice.ys.map((y) => y * scale);
  const cells = lattice.cells.map(
    ({ row, column, rows, columns }): Filled => ({
      bound: [at(xs, column), at(ys, row), at(xs, column + columns), at(ys, row + rows)],
      pieces: [],
    }),
  );
  const outside: Piece[] = [];
  for (const piece of pieces) {
    const column = slotOf(xs, (piece.x0 + piece.x1) / 2);
    const row = slotOf(ys, (piece.y0 + piece.y1) / 2);
    const owner = column === null || row === null ? undefined : lattice.owner[row * (xs.length - 1) + column];
    if (owner === undefined) outside.push(piece);
    else at(cells, owner).pieces.push(piece);
  }
  return { cells, outside };
}

/** The interval between two borders in which a place lies. */
function slotOf(borders: readonly number[], place: number): number | null {
  const next = borders.findIndex((border) => border > place);
  return next > 0 ? next - 1 : null;
}
