import { at } from '../../../model/at.ts';

/** Outlines as lists of numbers: a code, then its points (x, y); every subpath is closed. */
export const MOVE = 0;
export const LINE = 1;
export const CUBIC = 2;
export const QUADRATIC = 3;

/** How many numbers follow a code. */
export const OPERANDS: readonly number[] = [2, 2, 6, 4];

/** Straight pieces that stand for one curve: they leave it by a hundredth of its size. */
const PIECES = 4;

/** x0, y0, x1, y1 of every edge of an outline, curves in pieces. */
export function edgesOf(path: readonly number[]): number[] {
  const edges: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    if (toX !== x || toY !== y) edges.push(x, y, toX, toY);
    x = toX;
    y = toY;
  };
  for (let i = 0; i < path.length; ) {
    const code = at(path, i);
    const end = i + at(OPERANDS, code);
    const [endX, endY] = [at(path, end - 1), at(path, end)];
    if (code === MOVE) {
      lineTo(startX, startY);
      x = startX = endX;
      y = startY = endY;
    } else if (code === LINE) lineTo(endX, endY);
    else {
      const [fromX, fromY] = [x, y];
      for (let k = 1; k <= PIECES; k++) {
        const t = k / PIECES;
        if (code === QUADRATIC) lineTo(quadratic(path, i + 1, fromX, t), quadratic(path, i + 2, fromY, t));
        else lineTo(cubic(path, i + 1, fromX, t), cubic(path, i + 2, fromY, t));
      }
    }
    i = end + 1;
  }
  lineTo(startX, startY);
  return edges;
}

/** One coordinate of a Bézier curve at `t`; that of its next points stands at `i`, `i + 2`. */
function quadratic(path: readonly number[], i: number, from: number, t: number): number {
  const u = 1 - t;
  return u * u * from + 2 * u * t * at(path, i) + t * t * at(path, i + 2);
}

function cubic(path: readonly number[], i: number, from: number, t: number): number {
  const u = 1 - t;
  return u * u * u * from + 3 * u * u * t * at(path, i) + 3 * u * t * t * at(path, i + 2) + t * t * t * at(path, i + 4);
}
