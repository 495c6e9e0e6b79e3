import type { Box } from '../../../model/box.ts';

/** [a b c d e f] of PDF 32000-1, 8.3.3: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What images fill before they are transformed. */
export const UNIT_SQUARE: Box = [0, 0, 1, 1];

/** The first six of a list as a matrix; null where they are not six numbers. */
export function matrixOf(values: ArrayLike<unknown>): Matrix | null {
  const a = values[0];
  const b = values[1];
  const c = values[2];
  const d = values[3];
  const e = values[4];
  const f = values[5];
  const isMatrix =
    typeof a === 'number' &&
    typeof b === 'number' &&
    typeof c === 'number' &&
    typeof d === 'number' &&
    typeof e === 'number' &&
    typeof f === 'number';
  return isMatrix ? [a, b, c, d, e, f] : null;
}

/** The matrix that applies the second one first and the first one to its result. */
export function multiply([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix {
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f];
}

/** The upright box around a transformed rectangle. */
export function boxOf([a, b, c, d, e, f]: Matrix, [x0, y0, x1, y1]: Box): Box {
  const xs = [a * x0 + c * y0 + e, a * x1 + c * y0 + e, a * x0 + c * y1 + e, a * x1 + c * y1 + e];
  const ys = [b * x0 + d * y0 + f, b * x1 + d * y0 + f, b * x0 + d * y1 + f, b * x1 + d * y1 + f];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function intersect(a: Box | null, b: Box): Box {
  if (!a) return b;
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}
