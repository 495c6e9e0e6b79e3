import { at } from '../../../model/at.ts';
import { nearestIndex, pairs } from '../../geometry/neighbours.ts';
import type { Edge, Edges } from './edges.ts';
import { LATTICE, type LatticeSettings, MOST_MISSED, OPEN_SIDE } from './settings.ts';

/** A grid of columns `xs` and rows `ys` (both their borders, so one more than there are columns and rows). */
export interface Lattice {
  xs: number[];
  ys: number[];
  /** Row-major: index of the merged cell that each grid position belongs to. */
  owner: number[];
  cells: LatticeCell[];
  /** The lines that the grid is made of. */
  edges: Edges;
}

/** A printed cell; spans count grid columns and rows. */
export interface LatticeCell {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The indices of the cells that a row of the grid crosses, column by column. */
export function ownersOf({ xs, owner }: Lattice, row: number): number[] {
  const columns = xs.length - 1;
  return owner.slice(row * columns, (row + 1) * columns);
}

/** The index of the cell at a grid position. */
export function ownerAt({ xs, owner }: Lattice, row: number, column: number): number {
  return at(owner, row * (xs.length - 1) + column);
}

/** Borders from the lines of one grid: every place where a line runs is a border somewhere. */
export function bordersOf({ horizontal, vertical }: Edges): { xs: number[]; ys: number[] } {
  const xs = unique(vertical.map((edge) => edge.at));
  const ys = unique(horizontal.map((edge) => edge.at));
  openSides(xs, horizontal);
  openSides(ys, vertical);
  return { xs, ys };
}

function openSides(borders: number[], across: readonly Edge[]): void {
  const first = borders[0];
  const last = borders.at(-1);
  if (first === undefined || last === undefined) return;
  const from = Math.min(...across.map((edge) => edge.from));
  const to = Math.max(...across.map((edge) => edge.to));
  if (from < first - OPEN_SIDE) borders.unshift(from);
  if (to > last + OPEN_SIDE) borders.push(to);
}

function unique(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Merges grid positions that no line separates. A merged area that is no rectangle is filled up to one. */
export function cellsOf(edges: Edges, settings: LatticeSettings = LATTICE): Lattice {
  const { xs, ys } = bordersOf(edges);
  return mergeCells(xs, ys, edges, settings);
}

export function mergeCells(xs: number[], ys: number[], edges: Edges, settings: LatticeSettings = LATTICE): Lattice {
  const columns = Math.max(0, xs.length - 1);
  const rows = Math.max(0, ys.length - 1);
  const vertical = byPosition(edges.vertical, xs);
  const horizontal = byPosition(edges.horizontal, ys);
  const groups = new Groups(columns * rows);
  const across = pairs(xs);
  for (const [r, [top, bottom]] of pairs(ys).entries()) {
    for (const [c, [left, right]] of across.entries()) {
      const i = r * columns + c;
      if (c + 1 < columns && !isDrawn(at(vertical, c + 1), top, bottom, settings)) groups.join(i, i + 1);
      if (r + 1 < rows && !isDrawn(at(horizontal, r + 1), left, right, settings)) groups.join(i, i + columns);
    }
  }
  return rectangles(xs, ys, edges, groups.roots());
}

/** Grid positions that are joined step by step (union–find); a group goes by the number of one of its members. */
class Groups {
  private readonly parents: number[];

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, i) => i);
  }

  join(one: number, other: number): void {
    this.parents[this.rootOf(other)] = this.rootOf(one);
  }

  roots(): number[] {
    return this.parents.map((_, i) => this.rootOf(i));
  }

  private rootOf(member: number): number {
    const { parents } = this;
    let root = member;
    for (let up = at(parents, root); up !== root; up = at(parents, up)) root = up;
    for (let below = member; below !== root; ) {
      const next = at(parents, below);
      parents[below] = root;
      below = next;
    }
    return root;
  }
}

function byPosition(edges: readonly Edge[], borders: readonly number[]): Edge[][] {
  const index = new Map(borders.map((border, i) => [border, i]));
  const out: Edge[][] = borders.map(() => []);
  for (const edge of edges) out[index.get(edge.at) ?? nearestIndex(borders, edge.at)]?.push(edge);
  return out;
}

/** A border counts as drawn when a line covers most of it. */
function isDrawn(edges: readonly Edge[], from: number, to: number, { reach }: LatticeSettings): boolean {
  const slack = Math.min(reach, (to - from) * MOST_MISSED);
  return edges.some((edge) => edge.from <= from + slack && edge.to >= to - slack);
}

function rectangles(xs: number[], ys: number[], edges: Edges, groups: readonly number[]): Lattice {
  const columns = Math.max(0, xs.length - 1);
  const bounds = new Map<number, [number, number, number, number]>();
  groups.forEach((group, i) => {
    const r = Math.floor(i / columns);
    const c = i % columns;
    const box = bounds.get(group);
    if (!box) bounds.set(group, [r, c, r, c]);
    else bounds.set(group, [Math.min(box[0], r), Math.min(box[1], c), Math.max(box[2], r), Math.max(box[3], c)]);
  });
  const owner: number[] = new Array(groups.length).fill(-1);
  const cells: LatticeCell[] = [];
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  for (const [group, [top, left, bottom, right]] of bounds) {
    const area = (bottom - top + 1) * (right - left + 1);
    if (area === sizes.get(group)) add(top, left, bottom, right);
    else for (const [t, l, b, r] of rowRuns(groups, columns, group, top, bottom)) add(t, l, b, r);
  }
  function add(top: number, left: number, bottom: number, right: number): void {
    const index = cells.length;
    cells.push({ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 });
    for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) owner[r * columns + c] = index;
  }
  return { xs, ys, owner, cells, edges };
}

/** An area with corners (a line is missing somewhere) as runs of one row each, so that nothing is merged that a line may part. */
function rowRuns(
  groups: readonly number[],
  columns: number,
  group: number,
  top: number,
  bottom: number,
): [number, number, number, number][] {
  const runs: [number, number, number, number][] = [];
  for (let r = top; r <= bottom; r++) {
    let from = -1;
    for (let c = 0; c <= columns; c++) {
      const inside = c < columns && groups[r * columns + c] === group;
      if (inside && from < 0) from = c;
      if (!inside && from >= 0) {
        runs.push([r, from, r, c - 1]);
        from = -1;
      }
    }
  }
  return runs;
}
