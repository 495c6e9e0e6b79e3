import type { Picture } from '../../../../model/picture.ts';

/** Which dots of a picture are dark: 1, the others 0; row by row. */
export interface Mask {
  width: number;
  height: number;
  dots: Uint8Array;
}

/**
 * Dots darker by more than `contrast` than the mean of the square of 2·radius + 1 dots around them: so grey paper, shadows and filled
 * cells are paper.
 */
export function maskOf({ width, height, grey }: Picture, radius: number, contrast: number): Mask {
  const dots = new Uint8Array(width * height);
  // Sums of the columns over the rows of the square: a row enters below, one leaves above.
  const columns = new Int32Array(width);
  for (let y = 0; y < Math.min(radius, height); y++) addRow(columns, grey, y * width, 1);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addRow(columns, grey, (y + radius) * width, 1);
    if (y > radius) addRow(columns, grey, (y - radius - 1) * width, -1);
    const rows = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
    const row = y * width;
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x++) sum += columns[x] ?? 0;
    for (let x = 0; x < width; x++) {
      if (x + radius < width) sum += columns[x + radius] ?? 0;
      if (x > radius) sum -= columns[x - radius - 1] ?? 0;
      const count = rows * (Math.min(width, x + radius + 1) - Math.max(0, x - radius));
      if (((grey[row + x] ?? 0) + contrast) * count < sum) dots[row + x] = 1;
    }
  }
  return { width, height, dots };
}

function addRow(columns: Int32Array, grey: Uint8Array, from: number, sign: 1 | -1): void {
  for (let x = 0; x < columns.length; x++) columns[x] = (columns[x] ?? 0) + sign * (grey[from + x] ?? 0);
}

/** Dots dark in either; the first is taken over. */
export function bothOf(mask: Mask, { dots }: Mask): Mask {
  for (let i = 0; i < dots.length; i++) if (dots[i] === 1) mask.dots[i] = 1;
  return mask;
}

/** Dots a side of the squares that are turned one after the other: both fit the cache. */
const TILE = 32;

/** Rows as columns. */
export function transposed({ width, height, dots }: Mask): Mask {
  const out = new Uint8Array(width * height);
  for (let top = 0; top < height; top += TILE) {
    const bottom = Math.min(height, top + TILE);
    for (let left = 0; left < width; left += TILE) {
      const right = Math.min(width, left + TILE);
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) out[x * height + y] = dots[y * width + x] ?? 0;
    }
  }
  return { width: height, height: width, dots: out };
}
