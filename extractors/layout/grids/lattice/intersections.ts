import { at } from '../../../model/at.ts';
import type { Edge, Edges } from './edges.ts';
import { LATTICE, type LatticeSettings } from './settings.ts';

export interface Crossing {
  x: number;
  y: number;
  horizontal: Edge;
  vertical: Edge;
}

/** Where lines cross or meet. */
export function intersections({ horizontal, vertical }: Edges, settings: LatticeSettings = LATTICE): Crossing[] {
  const rows = [...horizontal].sort((a, b) => a.at - b.at);
  const crossings: Crossing[] = [];
  for (const line of vertical) {
    for (let i = lowerBound(rows, line.from - settings.reach); i < rows.length; i++) {
      const row = at(rows, i);
      if (row.at > line.to + settings.reach) break;
      if (line.at < row.from - settings.reach || line.at > row.to + settings.reach) continue;
      crossings.push({ x: line.at, y: row.at, horizontal: row, vertical: line });
    }
  }
  return crossings;
}

function lowerBound(rows: readonly Edge[], from: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (at(rows, mid).at < from) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Lines that hang together by crossings make one grid; lines that cross none belong to no grid. */
export function components(crossings: readonly Crossing[]): Edges[] {
  const parent = new Map<Edge, Edge>();
  const find = (edge: Edge): Edge => {
    let root = edge;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let below = edge; below !== root; ) {
      const next = parent.get(below) ?? root;
      parent.set(below, root);
      below = next;
    }
    return root;
  };
  const horizontal = new Set<Edge>();
  for (const crossing of crossings) {
    horizontal.add(crossing.horizontal);
    for (const edge of [crossing.horizontal, crossing.vertical]) if (!parent.has(edge)) parent.set(edge, edge);
    const a = find(crossing.horizontal);
    const b = find(crossing.vertical);
    if (a !== b) parent.set(a, b);
  }
  const groups = new Map<Edge, Edges>();
  for (const edge of parent.keys()) {
    const root = find(edge);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    if (horizontal.has(edge)) group.horizontal.push(edge);
    else group.vertical.push(edge);
    groups.set(root, group);
  }
  return [...groups.values()];
}
