import { at } from '../../model/at.ts';

/** Columns from…to, both included. */
export interface Range {
  from: number;
  to: number;
}

/** Where a list is true without a gap. */
export function runsOf(flags: readonly boolean[]): Range[] {
  const runs: Range[] = [];
  for (const [i, flag] of flags.entries()) {
    const last = runs.at(-1);
    if (!flag) continue;
    if (last?.to === i - 1) last.to = i;
    else runs.push({ from: i, to: i });
  }
  return runs;
}

/** The cheapest way to deal out the columns so far. `start`: where the last cell begins; null: the last column has none. */
interface Dealt {
  cost: number;
  start: number | null;
}

/** What it costs that a cell stands over the columns start…end, end excluded, counted from the first of the range. */
export type CostOf<Cell> = (cell: Cell, start: number, end: number) => number;

/**
 * The columns of a range dealt out to cells, in order, one column or more to each, as cheaply as can be; a column without a cell costs
 * `bare`. One range a cell. Of the order of cells × columns².
 */
export function dealOut<Cell>(cells: readonly Cell[], { from, to }: Range, bare: number, costOf: CostOf<Cell>): Range[] {
  const width = to - from + 1;
  // best[c]: the cheapest way for the first c columns of the range.
  let best = Array.from({ length: width + 1 }, (_, c): Dealt => ({ cost: c * bare, start: null }));
  const steps = cells.map((cell) => {
    best = withCell(best, bare, (start, end) => costOf(cell, start, end));
    return best;
  });
  const ranges: Range[] = [];
  let end = width;
  for (const step of steps.toReversed()) {
    while (end > 0 && at(step, end).start === null) end--;
    const start = at(step, end).start ?? 0;
    ranges.unshift({ from: from + start, to: from + end - 1 });
    end = start;
  }
  return ranges;
}

/** The cheapest ways with one more cell. */
function withCell(before: readonly Dealt[], bare: number, costOf: (start: number, end: number) => number): Dealt[] {
  const best: Dealt[] = [];
  for (const end of before.keys()) {
    const skipped = best.at(-1);
    let found: Dealt = { cost: skipped ? skipped.cost + bare : Number.POSITIVE_INFINITY, start: null };
    for (const [start, { cost }] of before.slice(0, end).entries()) {
      const total = cost + costOf(start, end);
      if (total < found.cost) found = { cost: total, start };
    }
    best.push(found);
  }
  return best;
}
