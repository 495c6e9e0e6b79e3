/** Room: rulings of a page in, cells between them out; imports model, geometry. */

import type { Ruling } from '../../../model/source.ts';
import { cellsOf, type Lattice } from './cells.ts';
import { type Edges, edgesOf, joinEdges, LATTICE, type LatticeSettings, snapEdges } from './edges.ts';
import { type Crossing, components, intersections } from './intersections.ts';

export { cellsOf, type Lattice, type LatticeCell, mergeCells } from './cells.ts';
export { type Edge, type Edges, edgesOf, joinEdges, LATTICE, type LatticeSettings, snapEdges } from './edges.ts';
export { type Crossing, components, intersections } from './intersections.ts';

/** Every step from rulings to grids, kept so that `duizhang inspect` can draw it. */
export interface LatticeSteps {
  edges: Edges;
  crossings: Crossing[];
  lattices: Lattice[];
  /** Joined lines that no grid has taken: rules above, below and between the rows of half-ruled tables. */
  loose: Edges;
  settings: LatticeSettings;
}

/** Grids of a page from its ruling lines: snap → join → intersections → cells → spans. */
export function lattices(rulings: readonly Ruling[], settings: LatticeSettings = LATTICE): LatticeSteps {
  const raw = edgesOf(rulings);
  const edges: Edges = {
    horizontal: joinEdges(snapEdges(raw.horizontal, settings), settings),
    vertical: joinEdges(snapEdges(raw.vertical, settings), settings),
  };
  const crossings = intersections(edges, settings);
  const found: Lattice[] = [];
  const taken = new Set<unknown>();
  for (const component of components(crossings)) {
    const lattice = cellsOf(component, settings);
    if (lattice.cells.length < 2) continue;
    found.push(lattice);
    for (const edge of [...component.horizontal, ...component.vertical]) taken.add(edge);
  }
  found.sort((a, b) => a.ys[0]! - b.ys[0]! || a.xs[0]! - b.xs[0]!);
  return {
    edges,
    crossings,
    lattices: found,
    settings,
    loose: {
      horizontal: edges.horizontal.filter((edge) => !taken.has(edge)),
      vertical: edges.vertical.filter((edge) => !taken.has(edge)),
    },
  };
}
