import type { Box } from '../../model/box.ts';
import type { Ruling, Word } from '../../model/source.ts';
import { LATTICE, type LatticeSettings } from './lattice/index.ts';

/** Writers that clip every cell leave its box even where no line is drawn; neighbours are padded, so lines come in pairs. */
export const CLIPPED: LatticeSettings = { ...LATTICE, snap: 5, gap: 8, reach: 6 };

/** Share of the words that must stand in a clip box narrower than this share of the page. */
const MIN_SHARE = 0.7;
const NARROW = 0.6;
const MIN_BOXES = 6;
const MIN_SHARED = 3;

/** The borders of the words' clip boxes as ruling lines; empty where the page does not clip cell by cell. */
export function clipRulings(words: readonly Word[], width: number): Ruling[] {
  const boxes = new Map<string, Word['clip'] & object>();
  let clipped = 0;
  for (const { clip } of words) {
    if (!clip || clip[2] - clip[0] > NARROW * width) continue;
    clipped++;
    boxes.set(clip.map((n) => Math.round(n)).join(','), clip);
  }
  if (boxes.size < MIN_BOXES || clipped < MIN_SHARE * words.length) return [];
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
  const [left, top, right, bottom] = [0, 1, 2, 3].map((side) =>
    (side < 2 ? Math.min : Math.max)(...boxes.map((box) => box[side]!)),
  ) as unknown as Box;
  const down = shared(boxes, 0).flatMap((x) => free(boxes, 0, x, top, bottom).map(([y0, y1]): Ruling => ({ x0: x, y0, x1: x, y1 })));
  const across = shared(boxes, 1).flatMap((y) => free(boxes, 1, y, left, right).map(([x0, x1]): Ruling => ({ x0, y0: y, x1, y1: y })));
  return [...down, ...across];
}

/** Edges along an axis (0: x, 1: y) that several boxes share; a box around one text alone ends anywhere. */
function shared(boxes: readonly Box[], axis: 0 | 1): number[] {
  const counts = new Map<number, number>();
  for (const box of boxes) for (const at of [box[axis], box[axis + 2]!]) counts.set(Math.round(at), (counts.get(Math.round(at)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= MIN_SHARED).map(([at]) => at);
}

/** What is left of from…to where no box lies across the edge. */
function free(boxes: readonly Box[], axis: 0 | 1, at: number, from: number, to: number): [number, number][] {
  const other = axis === 0 ? 1 : 0;
  const blocked = boxes
    .filter((box) => box[axis] < at - CLIPPED.snap / 2 && box[axis + 2]! > at + CLIPPED.snap / 2)
    .sort((a, b) => a[other] - b[other]);
  const out: [number, number][] = [];
  let start = from;
  for (const box of blocked) {
    if (box[other] > start) out.push([start, box[other]]);
    start = Math.max(start, box[other + 2]!);
  }
  if (to > start) out.push([start, to]);
  return out;
}
