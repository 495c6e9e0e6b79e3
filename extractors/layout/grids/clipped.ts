import type { Box } from '../../model/box.ts';
import type { Ruling, Word } from '../../model/source.ts';
import { type Axis, endOf } from '../geometry/box.ts';
import { boxAround } from '../geometry/visual-lines.ts';
import { CLIPPED, MIN_BOXES, MIN_CLIPPED, MIN_SHARED, NARROW } from './settings.ts';

/** The borders of the words' clip boxes as ruling lines; empty where the page does not clip cell by cell. */
export function clipRulings(words: readonly Word[], width: number): Ruling[] {
  const boxes = new Map<string, Box>();
  let clipped = 0;
  for (const { clip } of words) {
    if (!clip || clip[2] - clip[0] > NARROW * width) continue;
    clipped++;
    boxes.set(clip.map((n) => Math.round(n)).join(','), clip);
  }
  if (boxes.size < MIN_BOXES || clipped < MIN_CLIPPED * words.length) return [];
  return stacks([...boxes.values()]).flatMap((stack) => [
    ...stack.flatMap(([x0, y0, x1, y1]) => [
      { x0, y0, x1, y1: y0 },
      { x0, y0: y1, x1, y1 },
      { x0, y0, x1: x0, y1 },
      { x0: x1, y0, x1, y1 },
    ]),
    ...throughEmptyCells(stack),
  ]);
}

/** Boxes that follow each other down the page: a table. */
function stacks(boxes: readonly Box[]): Box[][] {
  const out: { bottom: number; boxes: Box[] }[] = [];
  for (const box of [...boxes].sort((a, b) => a[1] - b[1])) {
    const last = out.at(-1);
    if (last && box[1] - last.bottom <= CLIPPED.gap) {
      last.boxes.push(box);
      last.bottom = Math.max(last.bottom, box[3]);
    } else out.push({ bottom: box[3], boxes: [box] });
  }
  return out.map((stack) => stack.boxes);
}

/** An empty cell has no box: the borders of the cells above and below, and left and right of it, go on where no box is in the way. */
function throughEmptyCells(boxes: readonly Box[]): Ruling[] {
  const [left, top, right, bottom] = boxAround(boxes.map((box) => ({ box })));
  const down = shared(boxes, 0).flatMap((x) => free(boxes, 0, x, top, bottom).map(([y0, y1]): Ruling => ({ x0: x, y0, x1: x, y1 })));
  const across = shared(boxes, 1).flatMap((y) => free(boxes, 1, y, left, right).map(([x0, x1]): Ruling => ({ x0, y0: y, x1, y1: y })));
  return [...down, ...across];
}

/** Edges along an axis that several boxes share; a box around one text alone ends anywhere. */
function shared(boxes: readonly Box[], axis: Axis): number[] {
  const counts = new Map<number, number>();
  for (const box of boxes)
    for (const at of [box[axis], endOf(box, axis)]) counts.set(Math.round(at), (counts.get(Math.round(at)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= MIN_SHARED).map(([at]) => at);
}

/** What is left of from…to where no box lies across the edge. */
function free(boxes: readonly Box[], axis: Axis, at: number, from: number, to: number): [number, number][] {
  const other = axis === 0 ? 1 : 0;
  const blocked = boxes
    .filter((box) => box[axis] < at - CLIPPED.snap / 2 && endOf(box, axis) > at + CLIPPED.snap / 2)
    .sort((a, b) => a[other] - b[other]);
  const out: [number, number][] = [];
  let start = from;
  for (const box of blocked) {
    if (box[other] > start) out.push([start, box[other]]);
    start = Math.max(start, endOf(box, other));
  }
  if (to > start) out.push([start, to]);
  return out;
}
