import { at } from '../../../model/at.ts';
import type { Box } from '../../../model/box.ts';
import { boxOf, type Matrix } from './matrix.ts';

/** Codes of pdfjs's flattened paths; whatever else there is closes the path. */
const MOVE = 0;
const LINE = 1;
const CUBIC = 2;
const QUADRATIC = 3;
/** Straight pieces that stand for one curve: over a glyph's width they differ from it by less than a hair. */
const PIECES = 8;
/** How far a side may lean, in points, for a rectangle to be upright. */
const LEAN = 0.01;
const MAX_BANDS = 256;
/** Edges that a band of a shape should hold. */
const EDGES_A_BAND = 4;

/** How much work one page may still take. What is not looked at any more is not known: `isSpent` says so. */
export class Budget {
  constructor(private left: number) {}

  spend(steps: number): void {
    this.left -= steps;
  }

  get isSpent(): boolean {
    return this.left < 0;
  }
}

/**
 * The inside of a path in displayed coordinates, by the nonzero winding number or the even-odd rule (PDF 32000-1, 8.5.3.3). Open
 * subpaths are closed, curves are polygons. The edges are looked at when a point is first asked for, in bands across the page.
 */
export class Shape {
  private edges: Edges | null = null;

  constructor(
    private readonly path: ArrayLike<number>,
    private readonly ctm: Matrix,
    private readonly evenOdd: boolean,
  ) {}

  contains(x: number, y: number, budget: Budget): boolean {
    this.edges ??= new Edges(edgesOf(this.path, this.ctm, true), budget);
    const winding = this.edges.windingAt(x, y, budget);
    return this.evenOdd ? winding.crossings % 2 === 1 : winding.number !== 0;
  }
}

/** Edges of a shape in bands of equal height; an edge is in each band that it runs through. */
class Edges {
  private readonly top: number;
  private readonly height: number;
  private readonly bands: number[][];

  /** `ends`: x0, y0, x1, y1 of each edge. */
  constructor(
    private readonly ends: readonly number[],
    budget: Budget,
  ) {
    let top = Number.POSITIVE_INFINITY;
    let bottom = Number.NEGATIVE_INFINITY;
    for (let i = 1; i < ends.length; i += 2) {
      top = Math.min(top, at(ends, i));
      bottom = Math.max(bottom, at(ends, i));
    }
    const count = Math.min(MAX_BANDS, Math.max(1, Math.ceil(ends.length / 4 / EDGES_A_BAND)));
    this.top = top;
    this.height = (bottom - top) / count || 1;
    this.bands = Array.from({ length: count }, () => []);
    for (let i = 0; i < ends.length && !budget.isSpent; i += 4) {
      const from = this.bandOf(Math.min(at(ends, i + 1), at(ends, i + 3)));
      const to = this.bandOf(Math.max(at(ends, i + 1), at(ends, i + 3)));
      budget.spend(to - from + 1);
      for (let band = from; band <= to; band++) at(this.bands, band).push(i);
    }
  }

  private bandOf(y: number): number {
    return Math.max(0, Math.min(this.bands.length - 1, Math.floor((y - this.top) / this.height)));
  }

  /** Along a ray to the right: edges downwards less edges upwards, and edges in all. */
  windingAt(x: number, y: number, budget: Budget): { number: number; crossings: number } {
    // All points of the path are one.
    if (this.ends.length === 0) return { number: 0, crossings: 0 };
    const band = at(this.bands, this.bandOf(y));
    budget.spend(band.length);
    let number = 0;
    let crossings = 0;
    for (const i of band) {
      const y0 = at(this.ends, i + 1);
      const y1 = at(this.ends, i + 3);
      if (y0 <= y === y1 <= y) continue;
      const x0 = at(this.ends, i);
      if (x0 + ((y - y0) / (y1 - y0)) * (at(this.ends, i + 2) - x0) <= x) continue;
      number += y0 <= y ? 1 : -1;
      crossings++;
    }
    return { number, crossings };
  }
}

/** x0, y0, x1, y1 of every edge of a path, curves in pieces; `closes`: open subpaths are closed. */
function edgesOf(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix, closes: boolean): number[] {
  const edges: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (px: number, py: number) => {
    if (px !== x || py !== y) edges.push(a * x + c * y + e, b * x + d * y + f, a * px + c * py + e, b * px + d * py + f);
    x = px;
    y = py;
  };
  const curveTo = (points: readonly number[]) => {
    const from: readonly number[] = [x, y, ...points];
    for (let k = 1; k <= PIECES; k++) lineTo(bezierAt(from, 0, k / PIECES), bezierAt(from, 1, k / PIECES));
  };
  for (let i = 0; i < path.length; ) {
    const code = at(path, i);
    const own = code === CUBIC ? 6 : code === QUADRATIC ? 4 : code === MOVE || code === LINE ? 2 : 0;
    const points = Array.from({ length: own }, (_, k) => at(path, i + 1 + k));
    if (code === LINE) lineTo(at(points, 0), at(points, 1));
    else if (own > 2) curveTo(points);
    else if (closes || code !== MOVE) lineTo(startX, startY);
    if (code === MOVE) {
      x = startX = at(points, 0);
      y = startY = at(points, 1);
    }
    i += own + 1;
  }
  if (closes) lineTo(startX, startY);
  return edges;
}

/** One coordinate of a Bézier curve of these control points (x, y, x, y, …) at `t`, by de Casteljau. */
function bezierAt(points: readonly number[], axis: 0 | 1, t: number): number {
  let values = points.filter((_, i) => i % 2 === axis);
  while (values.length > 1) values = values.slice(1).map((value, i) => at(values, i) + t * (value - at(values, i)));
  return at(values, 0);
}

const RECTANGLE_CODES = [MOVE, LINE, LINE, LINE];

/** The box of a path that is one upright rectangle as displayed; null for any other. */
export function uprightRectangle(path: ArrayLike<number>, ctm: Matrix): Box | null {
  // Four corners, closed or not; a fifth one is the first again.
  if (path.length < 12 || path.length > 16 || RECTANGLE_CODES.some((code, k) => path[3 * k] !== code)) return null;
  if (path.length > 13 && !(path[12] === LINE && isSide(path, ctm, 4, 0, 'x') && isSide(path, ctm, 4, 0, 'y'))) return null;
  const [first, second] = isSide(path, ctm, 0, 1, 'y') ? (['y', 'x'] as const) : (['x', 'y'] as const);
  const isUpright =
    isSide(path, ctm, 0, 1, first) && isSide(path, ctm, 1, 2, second) && isSide(path, ctm, 2, 3, first) && isSide(path, ctm, 3, 0, second);
  return isUpright ? boxOf(ctm, [at(path, 1), at(path, 2), at(path, 7), at(path, 8)]) : null;
}

/** Whether two corners of a path have one coordinate in common as displayed. */
function isSide(path: ArrayLike<number>, [a, b, c, d]: Matrix, from: number, to: number, axis: 'x' | 'y'): boolean {
  const dx = at(path, 3 * to + 1) - at(path, 3 * from + 1);
  const dy = at(path, 3 * to + 2) - at(path, 3 * from + 2);
  return Math.abs(axis === 'x' ? a * dx + c * dy : b * dx + d * dy) <= LEAN;
}

/** A transformed rectangle as a path. */
export function rectanglePath([x0, y0, x1, y1]: Box): number[] {
  return [MOVE, x0, y0, LINE, x1, y0, LINE, x1, y1, LINE, x0, y1, 4];
}

/** Null where the transformed rectangle is upright, and its box says it all. */
export function shapeOfRectangle(rectangle: Box, ctm: Matrix): { box: Box; shape: Shape | null } {
  const path = rectanglePath(rectangle);
  const upright = uprightRectangle(path, ctm);
  return { box: upright ?? boxOf(ctm, rectangle), shape: upright ? null : new Shape(path, ctm, false) };
}

/** The bands that a pen of this width (as displayed) leaves along the straight lines of a path; curves as their pieces. */
export function bandsAlong(path: ArrayLike<number>, ctm: Matrix, width: number): { box: Box; shape: Shape | null }[] {
  const edges = edgesOf(path, ctm, false);
  return Array.from({ length: edges.length / 4 }, (_, i) => {
    const [x0, y0] = [at(edges, 4 * i), at(edges, 4 * i + 1)];
    const [dx, dy] = [at(edges, 4 * i + 2) - x0, at(edges, 4 * i + 3) - y0];
    const length = Math.hypot(dx, dy) || 1;
    return shapeOfRectangle([0, -width / 2, length, width / 2], [dx / length, dy / length, -dy / length, dx / length, x0, y0]);
  });
}
