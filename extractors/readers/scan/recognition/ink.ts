import { at } from '../../../model/at.ts';
import type { LineImage } from '../../access/scan-library.ts';
import { DARK_RANK, INK, PAPER_RANK } from './settings.ts';

/** Columns of a line's picture, [from, to). */
export type Columns = readonly [from: number, to: number];

/** Columns that hold ink without a gap, and how many rows from the first to the last do. */
export type Run = readonly [from: number, to: number, height: number];

/** The runs of inked columns of a line, from left to right. */
export function inkRuns({ width, height, planes }: LineImage): Run[] {
  const limit = inkLimit(planes.subarray(0, width * height));
  const runs: { from: number; to: number; top: number; bottom: number }[] = [];
  for (let column = 0; column < width; column++) {
    let [top, bottom] = [height, -1];
    for (let row = 0; row < height; row++) {
      if (at(planes, row * width + column) >= limit) continue;
      top = Math.min(top, row);
      bottom = row;
    }
    if (bottom < 0) continue;
    const last = runs.at(-1);
    if (last?.to === column) Object.assign(last, { to: column + 1, top: Math.min(last.top, top), bottom: Math.max(last.bottom, bottom) });
    else runs.push({ from: column, to: column + 1, top, bottom });
  }
  return runs.map(({ from, to, top, bottom }): Run => [from, to, bottom - top + 1]);
}

/** What is darker is ink. */
function inkLimit(plane: Float32Array): number {
  const sorted = Float32Array.from(plane).sort();
  const ranked = (rank: number): number => at(sorted, Math.floor(rank * (sorted.length - 1)));
  const paper = ranked(PAPER_RANK);
  return paper - INK * (paper - ranked(DARK_RANK));
}
