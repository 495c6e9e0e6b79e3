import { at } from '../../../model/at.ts';

/** Edges of cells that are nearer (twips, 20 a point) are one: rows are drawn by hand, and stored with their own rounding. */
const SAME_EDGE = 40;

/** Edges from left to right, those that are the same once. */
export function gridOf(edges: readonly number[]): number[] {
  const grid: number[] = [];
  for (const edge of [...new Set(edges)].sort((a, b) => a - b))
    if (grid.length === 0 || edge - at(grid, grid.length - 1) > SAME_EDGE) grid.push(edge);
  return grid;
}

/** The column that begins at an edge, or last before it. */
export function columnOf(grid: readonly number[], edge: number): number {
  return Math.max(
    0,
    grid.findLastIndex((known) => known <= edge),
  );
}
