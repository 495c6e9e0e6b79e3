import { at } from '../../../model/at.ts';
import type { LineImage } from '../../access/scan-library.ts';
import { DARK_RANK, INK, PAPER_RANK } from './settings.ts';

/** Columns of a line's picture, [from, to), that hold ink without a gap. */
export type Run = readonly [from: number, to: number];

/** The runs of inked columns of a line, from left to right. */
export function inkRuns(image: LineImage): Run[] {
  const inked = inkedColumns(image);
  const runs: [number, number][] = [];
  inked.forEach((isInked, column) => {
    const last = runs.at(-1);
    if (!isInked) return;
    if (last?.[1] === column) last[1]++;
    else runs.push([column, column + 1]);
  });
  return runs;
}

function inkedColumns({ width, height, planes }: LineImage): boolean[] {
  const plane = planes.subarray(0, width * height);
  const sorted = Float32Array.from(plane).sort();
  const [paper, dark] = [PAPER_RANK, DARK_RANK].map((rank) => at(sorted, Math.floor(rank * (sorted.length - 1))));
  const limit = (paper ?? 1) - INK * ((paper ?? 1) - (dark ?? -1));
  return Array.from({ length: width }, (_, column) => {
    for (let row = 0; row < height; row++) if (at(plane, row * width + column) < limit) return true;
    return false;
  });
}
