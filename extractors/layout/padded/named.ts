import { at } from '../../model/at.ts';
import { isIndexLine, type Segment, type SplitLine } from '../grids/aligned/index.ts';
import { type LeftPart, leftPart } from './beside.ts';
import { cutRests } from './grouping.ts';
import { type NamedColumns, nameColumns } from './head/columns.ts';
import type { DataColumn } from './head/data-column.ts';
import { splitHeaderLine } from './head/header-lines.ts';
import type { PaddedRegion } from './regions.ts';
import { READINGS } from './settings.ts';
import { dataColumns, joinLone, spansOf } from './spans.ts';

/** The lines of a table parted into header and rows, and how its header may name their columns. */

export interface NamedRegion {
  parted: Parted;
  /** The columns of the rows, in one or two ways. */
  ways: DataColumn[][];
  /** The likeliest first. */
  namings: NamedColumns[];
}

export function namedRegion(region: PaddedRegion): NamedRegion {
  const parted = partedLines(region);
  const { header, lines, left } = parted;
  const apart = spansOf(whole(lines).filter(left.isRowOrLone));
  const joined = joinLone(apart, lines, left);
  const ways = (joined.length < apart.length ? [joined, apart] : [apart]).map((data) => dataColumns(data, lines));
  const namings = ways.flatMap((data) => nameColumns(header, data, READINGS.namings)).sort((a, b) => a.cost - b.cost);
  return { parted, ways, namings };
}

/** Lines of a table: of its header, numbers of columns, rows. */
export interface Parted {
  header: SplitLine[];
  index: SplitLine[];
  lines: SplitLine[];
  left: LeftPart;
}

/** Without lines that hold nothing but the ends of numbers, which stand where the writer had room. */
function whole(lines: readonly SplitLine[]): SplitLine[] {
  const rests = cutRests(lines);
  return lines.filter(({ segments }) => segments.length === 0 || !segments.every((segment) => rests.has(segment)));
}

function partedLines({ header: above, body, beside }: PaddedRegion): Parted {
  const rows = whole(body);
  const left = leftPart(beside);
  const own = spansOf(rows.filter(left.isRow));
  const labels = firstLabel(above, body, dataColumns(joinLone(spansOf(rows.filter(left.isRowOrLone)), body, left), body), left);
  const index = above.filter((line) => isIndexLine(line.segments));
  const header = above
    .slice(0, above.length - labels)
    .filter((line) => !index.includes(line))
    .map((line) => splitHeaderLine(line, own));
  return { header, index, lines: [...above.slice(above.length - labels), ...body], left };
}

/**
 * How many lines above the first amounts are the beginning of its label: alone in a column in which the line of the amounts has nothing,
 * or in one in which as many lines go on below it.
 */
function firstLabel(header: readonly SplitLine[], body: readonly SplitLine[], columns: readonly DataColumn[], { isRow }: LeftPart): number {
  const inColumn = ({ x0, x1 }: Segment) => columns.findIndex(({ from, to }) => x0 < to && x1 > from);
  const first = at(body, 0);
  const filled = new Set(first.segments.map(inColumn));
  // Texts right of the amounts run beside the rows.
  const amounts = Math.max(...columns.filter(({ isAmounts }) => isAmounts).map(({ to }) => to));
  const right = columns.some(({ isTexts, from }) => isTexts && from >= amounts) ? amounts : Number.POSITIVE_INFINITY;
  const labelsOf = (line: SplitLine | undefined) => line?.segments.filter(({ x0 }) => x0 < right) ?? [];
  const isAlone = (line: SplitLine | undefined, column: number) => {
    const labels = labelsOf(line);
    return line !== undefined && labels.length <= 1 && labels.every((label) => inColumn(label) === column);
  };
  const last = header.findLast((line) => labelsOf(line).length > 0)?.segments[0];
  const column = last ? inColumn(last) : -1;
  if (column < 0 || at(columns, column).isAmounts) return 0;
  let below = 0;
  while (isAlone(body[below + 1], column) && !isRow(at(body, below + 1))) below++;
  const most = filled.has(column) ? below : header.length;
  let count = 0;
  while (count < Math.min(most, header.length) && isAlone(header[header.length - 1 - count], column)) count++;
  return count;
}
