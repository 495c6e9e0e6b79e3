import type { Box } from '../../model/box.ts';
import type { Ruling } from '../../model/source.ts';
import type { Matrix } from './matrix.ts';

/** Codes of pdfjs's flattened paths. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;

/** A filled box up to this thick (in points) is a ruling. */
const THICK = 3.2;
/** How far from upright a segment may lean, in points. */
const LEAN = 0.6;

/** Adds the upright segments of a stroked path and the thin boxes of a filled one, cut to the clip. */
export function rulingsOfPath(
  data: ArrayLike<number>,
  [a, b, c, d, e, f]: Matrix,
  clip: Box | null,
  strokes: boolean,
  fills: boolean,
  out: Ruling[],
): void {
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  let box: [number, number, number, number] | null = null;
  let straight = true;
  const grow = (px: number, py: number): void => {
    if (!box) box = [px, py, px, py];
    else {
      if (px < box[0]) box[0] = px;
      if (py < box[1]) box[1] = py;
      if (px > box[2]) box[2] = px;
      if (py > box[3]) box[3] = py;
    }
  };
  const segment = (px: number, py: number): void => {
    if (strokes) addSegment(x, y, px, py, clip, out);
  };
  const endPath = (): void => {
    if (fills && box && straight) rulingsOfBox(box, clip, out);
    box = null;
    straight = true;
  };
  for (let i = 0; i < data.length; ) {
    const code = data[i++]!;
    if (code === MOVE || code === LINE) {
      const px = a * data[i]! + c * data[i + 1]! + e;
      const py = b * data[i]! + d * data[i + 1]! + f;
      i += 2;
      if (code === MOVE) {
        endPath();
        startX = px;
        startY = py;
      } else segment(px, py);
      grow(px, py);
      x = px;
      y = py;
    } else if (code === CURVE || code === QUADRATIC) {
      i += code === CURVE ? 6 : 4;
      x = a * data[i - 2]! + c * data[i - 1]! + e;
      y = b * data[i - 2]! + d * data[i - 1]! + f;
      grow(x, y);
      straight = false;
    } else {
      segment(startX, startY);
      x = startX;
      y = startY;
    }
  }
  endPath();
}

/** A box that is thin one way is a line along the other; a dot is left out unless it may be part of a dotted line. */
export function rulingsOfBox(box: Box, clip: Box | null, out: Ruling[]): void {
  const width = box[2] - box[0];
  const height = box[3] - box[1];
  if (width > THICK && height > THICK) return;
  if (height <= width) addSegment(box[0], (box[1] + box[3]) / 2, box[2], (box[1] + box[3]) / 2, clip, out);
  if (width <= height) addSegment((box[0] + box[2]) / 2, box[1], (box[0] + box[2]) / 2, box[3], clip, out);
}

function addSegment(x0: number, y0: number, x1: number, y1: number, clip: Box | null, out: Ruling[]): void {
  const dx = Math.abs(x1 - x0);
  const dy = Math.abs(y1 - y0);
  if (dx < 0.01 && dy < 0.01) return;
  let left = Math.min(x0, x1);
  let right = Math.max(x0, x1);
  let top = Math.min(y0, y1);
  let bottom = Math.max(y0, y1);
  if (dy <= LEAN && dx >= dy) top = bottom = (y0 + y1) / 2;
  else if (dx <= LEAN) left = right = (x0 + x1) / 2;
  else return;
  if (clip) {
    if (right < clip[0] - THICK || left > clip[2] + THICK || bottom < clip[1] - THICK || top > clip[3] + THICK) return;
    if (top === bottom) {
      left = Math.max(left, clip[0]);
      right = Math.min(right, clip[2]);
    } else {
      top = Math.max(top, clip[1]);
      bottom = Math.min(bottom, clip[3]);
    }
    if (right < left || bottom < top) return;
  }
  out.push({ x0: left, y0: top, x1: right, y1: bottom });
}
