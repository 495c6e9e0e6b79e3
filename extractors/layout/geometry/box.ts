/** Words and boxes of a page in, out come the page turned upright, its printed lines, and answers about boxes; imports model. */
import type { Box } from '../../model/box.ts';
import type { Word } from '../../model/source.ts';

/** 0: from left to right (x), 1: from top to bottom (y). `box[axis]` is where a box begins along it. */
export type Axis = 0 | 1;

/** Where a box ends along an axis. */
export function endOf(box: Box, axis: Axis): number {
  return axis === 0 ? box[2] : box[3];
}

/** The axis that text of this rotation runs along. */
export function writingAxis(rotation: Word['rotation']): Axis {
  return rotation === 0 || rotation === 180 ? 0 : 1;
}
