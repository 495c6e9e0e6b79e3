import { at } from '../../../model/at.ts';
import type { Word } from '../../../model/source.ts';
import { type Axis, endOf } from '../../geometry/box.ts';
import { type Lattice, mergeCells } from './cells.ts';
import type { Edge } from './edges.ts';
import { THIN_COLUMN, THIN_ROW } from './settings.ts';

/** The lattice without strips that are only the offset between two lines that mean the same border. */
export function withoutStrips(lattice: Lattice, words: readonly Word[]): Lattice {
  const xs = prune(lattice.xs, lattice.edges.vertical, THIN_COLUMN, (from, to) => holds(words, 0, from, to));
  const ys = prune(lattice.ys, lattice.edges.horizontal, THIN_ROW, (from, to) => holds(words, 1, from, to));
  return xs.length === lattice.xs.length && ys.length === lattice.ys.length ? lattice : mergeCells(xs, ys, lattice.edges);
}

function holds(words: readonly Word[], axis: Axis, from: number, to: number): boolean {
  return words.some(({ box }) => {
    const centre = (box[axis] + endOf(box, axis)) / 2;
    return centre > from && centre < to;
  });
}

function prune(borders: readonly number[], edges: readonly Edge[], thin: number, filled: (from: number, to: number) => boolean): number[] {
  const kept = [...borders];
  const length = (border: number) => edges.reduce((sum, edge) => (edge.at === border ? sum + edge.to - edge.from : sum), 0);
  for (let i = 0; i + 1 < kept.length && kept.length > 2; ) {
    const from = at(kept, i);
    const to = at(kept, i + 1);
    if (to - from >= thin || filled(from, to)) i++;
    else kept.splice(length(from) < length(to) ? i : i + 1, 1);
  }
  return kept;
}
