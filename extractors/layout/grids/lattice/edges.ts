import type { Ruling } from '../../../model/source.ts';
import { LATTICE, type LatticeSettings } from './settings.ts';

/** A line of a grid: `at` is its coordinate across, `from`…`to` its extent along. */
export interface Edge {
  at: number;
  from: number;
  to: number;
}

export interface Edges {
  horizontal: Edge[];
  vertical: Edge[];
}

/** Rulings sorted by direction. */
export function edgesOf(rulings: readonly Ruling[]): Edges {
  const horizontal: Edge[] = [];
  const vertical: Edge[] = [];
  for (const { x0, y0, x1, y1 } of rulings) {
    if (x1 - x0 >= y1 - y0) horizontal.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
    else vertical.push({ at: (x0 + x1) / 2, from: y0, to: y1 });
  }
  return { horizontal, vertical };
}

/** Moves lines that all but coincide onto their mean, the longer ones weighing more. */
export function snapEdges(edges: readonly Edge[], settings: LatticeSettings = LATTICE): Edge[] {
  const sorted = [...edges].sort((a, b) => a.at - b.at);
  const snapped: Edge[] = [];
  let group: Edge[] = [];
  const close = (): void => {
    let weight = 0;
    let sum = 0;
    for (const edge of group) {
      const length = edge.to - edge.from + 0.01;
      weight += length;
      sum += edge.at * length;
    }
    for (const edge of group) snapped.push({ ...edge, at: sum / weight });
    group = [];
  };
  for (const edge of sorted) {
    const first = group[0];
    const last = group.at(-1);
    if (first && last && (edge.at - last.at > settings.snap || edge.at - first.at > 2 * settings.snap)) close();
    group.push(edge);
  }
  if (group.length > 0) close();
  return snapped;
}

/** Joins pieces on one line that touch or nearly touch. Input must be snapped. */
export function joinEdges(edges: readonly Edge[], settings: LatticeSettings = LATTICE): Edge[] {
  const sorted = [...edges].sort((a, b) => a.at - b.at || a.from - b.from);
  const joined: Edge[] = [];
  for (const edge of sorted) {
    const last = joined.at(-1);
    if (last && last.at === edge.at && edge.from - last.to <= settings.gap) {
      if (edge.to > last.to) last.to = edge.to;
    } else joined.push({ ...edge });
  }
  return joined.filter((edge) => edge.to - edge.from >= settings.shortest);
}
