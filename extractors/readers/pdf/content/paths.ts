import type { Box } from '../../../model/box.ts';
import type { Ruling } from '../../../model/source.ts';
import type { Matrix } from '../surface/matrix.ts';
import { numberAt } from './operands.ts';

/** Codes of pdfjs's flattened paths, and how many coordinates follow each; whatever else there is closes the path. */
const MOVE = 0;
const LINE = 1;
const COORDINATES: readonly number[] = [2, 2, 6, 4];

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
  const path = new Path(clip, strokes, fills, out);
  for (let i = 0; i < data.length; ) {
    const code = numberAt(data, i);
    const last = i + (COORDINATES[code] ?? 0);
    if (last === i) path.close();
    else {
      const x = numberAt(data, last - 1);
      const y = numberAt(data, last);
      path.goTo(code, a * x + c * y + e, b * x + d * y + f);
    }
    i = last + 1;
  }
  path.end();
}

/** A path as it is walked along, in displayed coordinates. */
class Path {
  private x = 0;
  private y = 0;
  private startX = 0;
  private startY = 0;
  private box: [number, number, number, number] | null = null;
  private straight = true;

  constructor(
    private readonly clip: Box | null,
    private readonly strokes: boolean,
    private readonly fills: boolean,
    private readonly out: Ruling[],
  ) {}

  goTo(code: number, x: number, y: number): void {
    if (code === MOVE) {
      this.end();
      this.startX = x;
      this.startY = y;
    } else if (code === LINE) this.segment(x, y);
    else this.straight = false;
    this.grow(x, y);
    this.x = x;
    this.y = y;
  }

  close(): void {
    this.segment(this.startX, this.startY);
    this.x = this.startX;
    this.y = this.startY;
  }

  end(): void {
    if (this.fills && this.box && this.straight) rulingsOfBox(this.box, this.clip, this.out);
    this.box = null;
    this.straight = true;
  }

  private segment(x: number, y: number): void {
    if (this.strokes) addSegment(this.x, this.y, x, y, this.clip, this.out);
  }

  private grow(x: number, y: number): void {
    const { box } = this;
    if (!box) {
      this.box = [x, y, x, y];
      return;
    }
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
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
  const ruling = uprightSegment(x0, y0, x1, y1);
  const cut = ruling && clip ? cutTo(clip, ruling) : ruling;
  if (cut) out.push(cut);
}

/** A segment that is upright or nearly so, straightened; null for points and slanting ones. */
function uprightSegment(x0: number, y0: number, x1: number, y1: number): Ruling | null {
  const dx = Math.abs(x1 - x0);
  const dy = Math.abs(y1 - y0);
  if (dx < 0.01 && dy < 0.01) return null;
  if (dy <= LEAN && dx >= dy) {
    const y = (y0 + y1) / 2;
    return { x0: Math.min(x0, x1), y0: y, x1: Math.max(x0, x1), y1: y };
  }
  if (!(dx <= LEAN)) return null;
  const x = (x0 + x1) / 2;
  return { x0: x, y0: Math.min(y0, y1), x1: x, y1: Math.max(y0, y1) };
}

/** The part of a ruling inside a clip box, which a line's thickness may miss; null where nothing is left. */
function cutTo(clip: Box, { x0, y0, x1, y1 }: Ruling): Ruling | null {
  if (x1 < clip[0] - THICK || x0 > clip[2] + THICK || y1 < clip[1] - THICK || y0 > clip[3] + THICK) return null;
  const cut =
    y0 === y1
      ? { x0: Math.max(x0, clip[0]), y0, x1: Math.min(x1, clip[2]), y1 }
      : { x0, y0: Math.max(y0, clip[1]), x1, y1: Math.min(y1, clip[3]) };
  return cut.x1 < cut.x0 || cut.y1 < cut.y0 ? null : cut;
}
