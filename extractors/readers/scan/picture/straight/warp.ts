import type { Picture, PictureMap } from '../../../../model/picture.ts';
import { moved } from './map.ts';
import type { Slant } from './slant.ts';

/** Places between two dots that are told apart: finer ones change no grey by more than one step. */
const PHASES = 64;
/** Weights are whole numbers of this unit. */
const UNIT = 1 << 12;
/** Catmull–Rom weights of the four dots around each place. */
const WEIGHTS = Int32Array.from({ length: 4 * PHASES }, (_, i) => {
  const t = Math.floor(i / 4) / PHASES;
  const [a, b, c] = [((2 - t) * t - 1) * t * 0.5, (t * t * (3 * t - 5) + 2) * 0.5, t * ((4 - 3 * t) * t + 1) * 0.5];
  const weights = [a, b, c].map((weight) => Math.round(weight * UNIT));
  return [...weights, UNIT - weights.reduce((sum, weight) => sum + weight, 0)][i % 4] ?? 0;
});

/**
 * The picture with rows that slant by `across` and columns that slant by `down` drawn straight, as large as holds all of it; and the map
 * from its points to those of the picture given. Two passes, down the columns and along the rows; beyond the edge all is as at the edge.
 */
export function straightened(picture: Picture, slant: Slant): { picture: Picture; map: PictureMap } {
  const { width, height } = picture;
  const [a, b] = [Math.cos(slant.across), Math.sin(slant.across)];
  const [c, d] = [Math.sin(slant.down), Math.cos(slant.down)];
  const determinant = a * d - b * c;
  // Where the corners come to lie about the upper left one.
  const xs = [0, d * width, -c * height, d * width - c * height].map((x) => x / determinant);
  const ys = [0, -b * width, a * height, a * height - b * width].map((y) => y / determinant);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [e, f] = moved([a, b, c, d, 0, 0], left, top);
  const map: PictureMap = [a, b, c, d, e, f];
  const size = { width: Math.ceil(Math.max(...xs) - left), height: Math.ceil(Math.max(...ys) - top) };
  return { picture: alongRows(downColumns(picture, size.height, map), size.width, map), map };
}

/** Row Y of the result holds, above each x of the picture given, what lies on the straight line that is to become row Y. */
function downColumns({ width, height, grey }: Picture, rows: number, [a, b, c, d, e, f]: PictureMap): Picture {
  const out = new Uint8Array(width * rows);
  const slope = b / a;
  for (let row = 0; row < rows; row++) {
    const Y = row + 0.5;
    const start = slope * (0.5 - c * Y - e) + d * Y + f - 0.5;
    for (let x = 0; x < width; x++) {
      const place = Math.round((start + slope * x) * PHASES);
      const y = place >> 6;
      const w = (place & (PHASES - 1)) * 4;
      const [y0, y1, y2, y3] = [y - 1, y, y + 1, y + 2];
      const inside = y > 0 && y + 2 < height;
      const g = inside
        ? (WEIGHTS[w] ?? 0) * (grey[y0 * width + x] ?? 0) +
          (WEIGHTS[w + 1] ?? 0) * (grey[y1 * width + x] ?? 0) +
          (WEIGHTS[w + 2] ?? 0) * (grey[y2 * width + x] ?? 0) +
          (WEIGHTS[w + 3] ?? 0) * (grey[y3 * width + x] ?? 0)
        : UNIT * (grey[Math.min(height - 1, Math.max(0, (place + PHASES / 2) >> 6)) * width + x] ?? 0);
      out[row * width + x] = clamped(g);
    }
  }
  return { width, height: rows, grey: out };
}

function alongRows({ width, height, grey }: Picture, columns: number, [a, , c, , e]: PictureMap): Picture {
  const out = new Uint8Array(columns * height);
  for (let y = 0; y < height; y++) {
    const start = a * 0.5 + c * (y + 0.5) + e - 0.5;
    const row = y * width;
    for (let column = 0; column < columns; column++) {
      const place = Math.round((start + a * column) * PHASES);
      const x = place >> 6;
      const w = (place & (PHASES - 1)) * 4;
      const i = row + x;
      const g =
        x > 0 && x + 2 < width
          ? (WEIGHTS[w] ?? 0) * (grey[i - 1] ?? 0) +
            (WEIGHTS[w + 1] ?? 0) * (grey[i] ?? 0) +
            (WEIGHTS[w + 2] ?? 0) * (grey[i + 1] ?? 0) +
            (WEIGHTS[w + 3] ?? 0) * (grey[i + 2] ?? 0)
          : UNIT * (grey[row + Math.min(width - 1, Math.max(0, (place + PHASES / 2) >> 6))] ?? 0);
      out[y * columns + column] = clamped(g);
    }
  }
  return { width: columns, height, grey: out };
}

function clamped(sum: number): number {
  const value = (sum + UNIT / 2) >> 12;
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
