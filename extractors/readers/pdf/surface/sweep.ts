import { at } from '../../../model/at.ts';
import type { Box } from '../../../model/box.ts';
import { type Area, covers } from './areas.ts';
import type { Budget } from './shape.ts';

/** Points are kept in squares at least this wide (points of the page), and in no more squares than MAX_SQUARES. */
const SQUARE = 4;
const MAX_SQUARES = 32_000;
/** Squares along the side of a block, which is passed over as a whole where it holds no point. */
const BLOCK = 8;

/** A place on the page, and when it was painted. */
export interface Point {
  x: number;
  y: number;
  order: number;
}

/**
 * For each point the first area that covers it after it was painted (`later`), or the last one before it (`earlier`), of those
 * that `counts` accepts. Points are in painting order, and so are areas.
 *
 * One pass over both in that order: an area takes the points that wait in it, and a point that is taken waits no more. So the work
 * grows with points and areas, not with their product; shapes that surround points without covering them are bounded by `budget`.
 */
export function firstAreas(
  points: readonly Point[],
  areas: readonly Area[],
  direction: 'later' | 'earlier',
  [width, height]: readonly [number, number],
  counts: (area: Area, point: number) => boolean,
  budget: Budget,
): (Area | null)[] {
  const found: (Area | null)[] = points.map(() => null);
  const waiting = new Waiting(points, width, height);
  const step = direction === 'later' ? 1 : -1;
  let next = direction === 'later' ? 0 : points.length - 1;
  const isBefore = (point: Point, area: Area) => (point.order - area.order) * step < 0;
  for (let i = direction === 'later' ? 0 : areas.length - 1; i >= 0 && i < areas.length && !budget.isSpent; i += step) {
    const area = at(areas, i);
    for (; next >= 0 && next < points.length && isBefore(at(points, next), area); next += step) waiting.add(next);
    waiting.take(area.box, budget, (point) => {
      const { x, y } = at(points, point);
      if (!covers(area, x, y, budget) || !counts(area, point)) return false;
      found[point] = area;
      return true;
    });
  }
  return found;
}

/** Points that no area has taken yet, by where they are. */
class Waiting {
  private readonly side: number;
  private readonly columns: number;
  private readonly rows: number;
  private readonly squares: (number[] | undefined)[] = [];
  /** How many points wait in each block. */
  private readonly blocks: Int32Array;
  private readonly blockColumns: number;
  private count = 0;

  constructor(
    private readonly points: readonly Point[],
    width: number,
    height: number,
  ) {
    this.side = Math.max(SQUARE, Math.sqrt((width * height) / MAX_SQUARES));
    this.columns = Math.max(1, Math.ceil(width / this.side));
    this.rows = Math.max(1, Math.ceil(height / this.side));
    this.blockColumns = Math.ceil(this.columns / BLOCK);
    this.blocks = new Int32Array(this.blockColumns * Math.ceil(this.rows / BLOCK));
  }

  add(point: number): void {
    const { x, y } = at(this.points, point);
    const [column, row] = [this.index(x, this.columns), this.index(y, this.rows)];
    const square = row * this.columns + column;
    const own = this.squares[square];
    if (own) own.push(point);
    else this.squares[square] = [point];
    this.grow(column, row, 1);
  }

  /** Asks `taken` of every point that waits near `box`. */
  take([x0, y0, x1, y1]: Box, budget: Budget, taken: (point: number) => boolean): void {
    if (this.count === 0 || !(x0 <= x1 && y0 <= y1)) return;
    const [left, right] = [this.index(x0, this.columns), this.index(x1, this.columns)];
    const [top, bottom] = [this.index(y0, this.rows), this.index(y1, this.rows)];
    for (let blockRow = Math.floor(top / BLOCK); blockRow * BLOCK <= bottom; blockRow++) {
      for (let blockColumn = Math.floor(left / BLOCK); blockColumn * BLOCK <= right; blockColumn++) {
        budget.spend(1);
        if (this.blocks[blockRow * this.blockColumns + blockColumn] === 0) continue;
        const rows = [Math.max(top, blockRow * BLOCK), Math.min(bottom, blockRow * BLOCK + BLOCK - 1)] as const;
        const columns = [Math.max(left, blockColumn * BLOCK), Math.min(right, blockColumn * BLOCK + BLOCK - 1)] as const;
        this.takeFrom(rows, columns, budget, taken);
      }
    }
  }

  private takeFrom(
    [top, bottom]: readonly [number, number],
    [left, right]: readonly [number, number],
    budget: Budget,
    taken: (point: number) => boolean,
  ): void {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const own = this.squares[row * this.columns + column];
        if (!own || own.length === 0) continue;
        budget.spend(own.length);
        if (budget.isSpent) return;
        const left = own.filter((point) => !taken(point));
        if (left.length === own.length) continue;
        this.grow(column, row, left.length - own.length);
        this.squares[row * this.columns + column] = left;
      }
    }
  }

  private grow(column: number, row: number, by: number): void {
    const block = Math.floor(row / BLOCK) * this.blockColumns + Math.floor(column / BLOCK);
    this.blocks[block] = (this.blocks[block] ?? 0) + by;
    this.count += by;
  }

  private index(coordinate: number, count: number): number {
    return Math.max(0, Math.min(count - 1, Math.floor(coordinate / this.side)));
  }
}
