import type { Box } from '../../../../model/box.ts';
import type { PictureMap } from '../../../../model/picture.ts';

export const IDENTITY: PictureMap = [1, 0, 0, 1, 0, 0];

/** The map that applies `second` to the result of `first`. */
export function composed(first: PictureMap, second: PictureMap): PictureMap {
  const [a, b, c, d, e, f] = second;
  const [a1, b1, c1, d1, e1, f1] = first;
  return [a * a1 + c * b1, b * a1 + d * b1, a * c1 + c * d1, b * c1 + d * d1, a * e1 + c * f1 + e, b * e1 + d * f1 + f];
}

export function moved([a, b, c, d, e, f]: PictureMap, x: number, y: number): [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The upright box around a box that a map has moved. */
export function mapped(map: PictureMap, [x0, y0, x1, y1]: Box): Box {
  const corners = [moved(map, x0, y0), moved(map, x1, y0), moved(map, x0, y1), moved(map, x1, y1)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
