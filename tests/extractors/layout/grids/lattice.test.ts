import { describe, expect, it } from 'vitest';
import {
  cellsOf,
  components,
  edgesOf,
  intersections,
  joinEdges,
  lattices,
  snapEdges,
} from '../../../../extractors/layout/grids/lattice/index.ts';
import type { Ruling } from '../../../../extractors/model/source.ts';

const horizontal = (y: number, x0: number, x1: number): Ruling => ({ x0, y0: y, x1, y1: y });
const vertical = (x: number, y0: number, y1: number): Ruling => ({ x0: x, y0, x1: x, y1 });

/** Two columns and two rows; the first row is merged. */
const MERGED = [...[0, 20, 40].map((y) => horizontal(y, 0, 100)), vertical(0, 0, 40), vertical(50, 20, 40), vertical(100, 0, 40)];

describe('lattice', () => {
  it('takes doubled lines for one', () => {
    const snapped = snapEdges(edgesOf([horizontal(10, 0, 100), horizontal(11.2, 0, 100), horizontal(30, 0, 100)]).horizontal);
    expect(snapped.map((edge) => Number(edge.at.toFixed(1)))).toEqual([10.6, 10.6, 30]);
  });

  it('joins segments a cell long, but not the rules of two tables', () => {
    const joined = joinEdges(edgesOf([horizontal(5, 0, 50), horizontal(5, 51, 99), horizontal(5, 200, 260)]).horizontal);
    expect(joined).toEqual([
      { at: 5, from: 0, to: 99 },
      { at: 5, from: 200, to: 260 },
    ]);
  });

  it('finds crossings and keeps tables apart', () => {
    const far = MERGED.map((ruling) => ({ ...ruling, y0: ruling.y0 + 300, y1: ruling.y1 + 300 }));
    const crossings = intersections(edgesOf([...MERGED, ...far, horizontal(200, 0, 100)]));
    expect(crossings).toHaveLength(16);
    expect(components(crossings)).toHaveLength(2);
  });

  it('knows spans', () => {
    const { xs, ys, cells } = cellsOf(edgesOf(MERGED));
    expect([xs, ys]).toEqual([
      [0, 50, 100],
      [0, 20, 40],
    ]);
    expect(cells).toEqual([
      { row: 0, column: 0, rows: 1, columns: 2 },
      { row: 1, column: 0, rows: 1, columns: 1 },
      { row: 1, column: 1, rows: 1, columns: 1 },
    ]);
  });

  it('ends a table without outer rules where its cross rules end', () => {
    const open = [...[0, 20, 40].map((y) => horizontal(y, 0, 150)), vertical(50, 0, 40), vertical(100, 0, 40)];
    expect(lattices(open).lattices.map((lattice) => lattice.xs)).toEqual([[0, 50, 100, 150]]);
  });

  it('leaves underlines and frames alone', () => {
    expect(lattices([horizontal(10, 0, 100)]).lattices).toEqual([]);
    expect(lattices([horizontal(0, 0, 100), horizontal(50, 0, 100), vertical(0, 0, 50), vertical(100, 0, 50)]).lattices).toEqual([]);
  });
});
