import { at } from '../../../model/at.ts';
import type { Range } from '../../geometry/ranges.ts';
import type { Span, SplitLine } from '../../grids/aligned/index.ts';
import type { DataColumn } from './data-column.ts';
import { type Leaf, leavesOf, type Placed } from './leaves.ts';
import { isGroup, type Matching, matchings, type Step } from './matching.ts';
import { OUTER } from './settings.ts';

/** The columns of a table from its header and its rows. */

/** A column of the table: of its rows, of its header, or of both. `from` and `to` are where its rows stand, or what is between them. */
export interface TableColumn extends Span {
  isBlank: boolean;
}

export interface NamedColumns {
  /** In columns of text; the less, the likelier. */
  cost: number;
  columns: TableColumn[];
  /** Each text of the header with the columns that it stands over. */
  pieces: (Placed & { from: number; to: number })[];
}

/** Up to `most` ways to name the columns of the rows, the likeliest one first. */
export function nameColumns(header: readonly SplitLine[], spans: readonly DataColumn[], most: number): NamedColumns[] {
  const found = leavesOf(header);
  return matchings(found.leaves, spans, most).map((matching) => named(found, matching, spans));
}

function named({ leaves, groups }: ReturnType<typeof leavesOf>, { cost, steps }: Matching, spans: readonly DataColumn[]): NamedColumns {
  const own = steps.filter((step) => !isGroup(leaves, step));
  const columns = own.map(
    ({ span }): TableColumn =>
      span === null ? { from: Number.NaN, to: Number.NaN, isBlank: true } : { ...at(spans, span), isBlank: false },
  );
  fillBlanks(columns);
  const ranges = rangesOf(leaves, own);
  const pieces = [
    ...leaves.flatMap(({ pieces }, i) => pieces.map((piece) => ({ ...piece, ...at(ranges, i) }))),
    ...groups.flatMap(({ pieces, over }) => pieces.map((piece) => ({ ...piece, ...around(over.map((leaf) => at(ranges, leaf))) }))),
  ];
  return { cost, columns, pieces: pieces.sort((a, b) => a.line - b.line || a.segment.x0 - b.segment.x0) };
}

/** The column of each leaf; those at both sides of one that is the name of a group. */
function rangesOf(leaves: readonly Leaf[], columns: readonly Step[]): Range[] {
  const columnOf = new Map(columns.flatMap((step, c) => step.leaves.map((leaf) => [leaf, c] as const)));
  const last = Math.max(0, columns.length - 1);
  return leaves.map((_, i) => {
    const own = columnOf.get(i);
    if (own !== undefined) return { from: own, to: own };
    const before = columnOf.get(leaves.findLastIndex((__, k) => k < i && columnOf.has(k)));
    const after = columnOf.get(leaves.findIndex((__, k) => k > i && columnOf.has(k)));
    return { from: before ?? after ?? 0, to: after ?? before ?? last };
  });
}

const around = (ranges: readonly Range[]): Range => ({
  from: Math.min(...ranges.map(({ from }) => from)),
  to: Math.max(...ranges.map(({ to }) => to)),
});

/** Columns that only the header has share the gap between those beside them. */
export function fillBlanks(columns: TableColumn[]): void {
  for (let start = 0; start < columns.length; start++) {
    if (!at(columns, start).isBlank) continue;
    let end = start;
    while (columns[end]?.isBlank) end++;
    const count = end - start;
    const right = columns[end]?.from ?? (columns[start - 1]?.to ?? 0) + (count + 1) * OUTER;
    const left = columns[start - 1]?.to ?? right - (count + 1) * OUTER;
    const step = (right - left) / (2 * count + 1);
    for (let k = 0; k < count; k++) {
      const column = at(columns, start + k);
      column.from = left + (2 * k + 1) * step;
      column.to = column.from + step;
    }
    start = end - 1;
  }
}
