import { at } from '../../../../model/at.ts';
import { groupedRuns, type Mask, type Run } from '../ink/index.ts';

/** A straight line of ink along one direction: `from` … `to` along it, `first` … `last` the rows across it that it touches. */
export interface Stroke {
  from: number;
  to: number;
  first: number;
  last: number;
  /** Its middle across. */
  at: number;
  /** Mean number of rows that it covers. */
  thick: number;
}

/** The strokes that runs make up. */
export function strokesOf(runs: readonly Run[]): Stroke[] {
  return groupedRuns(runs).map((members) => {
    const from = Math.min(...members.map((run) => run.from));
    const to = Math.max(...members.map((run) => run.to));
    let area = 0;
    let sum = 0;
    for (const run of members) {
      area += run.to - run.from;
      sum += (run.to - run.from) * (run.row + 0.5);
    }
    return { from, to, first: at(members, 0).row, last: at(members, members.length - 1).row, at: sum / area, thick: area / (to - from) };
  });
}

/** The share of a stroke's length that two neighbouring rows of ink cover: strokes of several characters lie at different heights. */
export function solidity({ from, to, first, last }: Stroke, ink: Mask): number {
  let most = 0;
  for (let row = first; row < Math.max(last, first + 1); row++) most = Math.max(most, inkOn(ink, from, to, row, row + 1));
  return most / (to - from);
}

/** The share of its length along which ink lies beside it, on the side where there is more; its ends, where others cross it, aside. */
export function inkBeside({ from, to, first, last }: Stroke, ink: Mask): number {
  // Runs count ink of the next rows as theirs: a row that is free must be one further.
  const [start, end] = [from + ENDS, to - ENDS];
  if (end <= start) return 0;
  return Math.max(inkOn(ink, start, end, first - 2, first - 1), inkOn(ink, start, end, last + 1, last + 2)) / (end - start);
}

const ENDS = 4;

/** Dots of a stretch that are ink on either of two rows. */
function inkOn({ width, height, dots }: Mask, from: number, to: number, one: number, other: number): number {
  const [above, below] = [Math.min(height - 1, Math.max(0, one)) * width, Math.min(height - 1, Math.max(0, other)) * width];
  let count = 0;
  for (let x = from; x < to; x++) if (dots[above + x] === 1 || dots[below + x] === 1) count++;
  return count;
}
