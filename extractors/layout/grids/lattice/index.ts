/** Ruling lines in, lattices of columns, rows and merged cells out; imports model, layout/geometry. */
import { at } from '../../../model/at.ts';
import type { Ruling } from '../../../model/source.ts';
import { cellsOf, type Lattice } from './cells.ts';
import { type Edges, edgesOf, joinEdges, snapEdges } from './edges.ts';
import { type Crossing, components, intersections } from './intersections.ts';
import { LATTICE, type LatticeSettings } from './settings.ts';

export { cellsOf, type Lattice, type LatticeCell, mergeCells, ownerAt, ownersOf } from './cells.ts';
export { type Edge, type Edges, edgesOf, joinEdges, snapEdges } from './edges.ts';
export { type Crossing, components, intersections } from './intersections.ts';
export { LATTICE, type LatticeSettings } from './settings.ts';

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
  found.sort((a, b) => at(a.ys, 0) - at(b.ys, 0) || at(a.xs, 0) - at(b.xs, 0));
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
