import { at } from '../../../../model/at.ts';
import type { Mask } from './mask.ts';

/** Ink along a row: from … to − 1, with gaps that count as ink. */
export interface Run {
  row: number;
  from: number;
  to: number;
}

/** What makes a run: dots. */
export interface RunSettings {
  shortest: number;
  /** Missing dots in a row that do not end it. */
  gap: number;
  /** Ink in it, as a share of its length. */
  filled: number;
}

/** The long runs of ink along rows, top to bottom. A dot counts as ink where the one above or below it is: lines slant a little. */
export function longRuns({ width, height, dots }: Mask, { shortest, gap, filled }: RunSettings): Run[] {
  const runs: Run[] = [];
  const near = new Uint8Array(width);
  for (let row = 0; row < height; row++) {
    const i = row * width;
    const above = row > 0 ? i - width : i;
    const below = row + 1 < height ? i + width : i;
    for (let x = 0; x < width; x++) near[x] = (dots[i + x] ?? 0) | (dots[above + x] ?? 0) | (dots[below + x] ?? 0);
    for (let from = near.indexOf(1); from >= 0; ) {
      let last = from;
      let ink = 1;
      for (let x = from + 1; x < width && x - last <= gap + 1; x++) {
        if (near[x] === 0) continue;
        last = x;
        ink++;
      }
      const length = last + 1 - from;
      if (length >= shortest && ink >= filled * length) runs.push({ row, from, to: last + 1 });
      from = near.indexOf(1, last + 1);
    }
  }
  return runs;
}

/** Runs of neighbouring rows that overlap belong together. Runs come top to bottom. */
export function groupedRuns(runs: readonly Run[]): Run[][] {
  const parents = runs.map((_, i) => i);
  const rootOf = (member: number): number => {
    let root = member;
    while (at(parents, root) !== root) root = at(parents, root);
    parents[member] = root;
    return root;
  };
  let above = 0;
  for (const [i, run] of runs.entries()) {
    while (at(runs, above).row < run.row - 1) above++;
    for (let j = above; at(runs, j).row < run.row; j++) {
      const other = at(runs, j);
      if (other.from < run.to && run.from < other.to) parents[rootOf(i)] = rootOf(j);
    }
  }
  const groups = new Map<number, Run[]>();
  for (const [i, run] of runs.entries()) {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(run);
    else groups.set(root, [run]);
  }
  return [...groups.values()];
}
