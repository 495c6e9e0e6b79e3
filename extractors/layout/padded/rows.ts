import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import { isAmount, isSubjectCode } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import {
  type AlignedRegion,
  bordersBetween,
  columnAt,
  columnSpans,
  fits,
  isIndexLine,
  isRowLine,
  rowOf,
  type Segment,
  type Span,
  type SplitLine,
} from '../grids/aligned/index.ts';
import type { Placing } from '../grids/cell-text.ts';
import { groupRows } from './grouping.ts';
import { type DataColumn, headerOf } from './header.ts';
import { splitHeaderLine } from './header-lines.ts';
import { nameColumns } from './leaves.ts';

/** Rows of a table whose columns are made with spaces. */
export function paddedRows({ header: above, body }: AlignedRegion, placing: Placing, inherited: readonly number[] | null): GridRow[] {
  const first = at(body, 0);
  const columns = columnSpans(body.filter(isRowLine), []);
  const labels = firstLabel(above, first, columns);
  const lines = [...above.slice(above.length - labels), ...body];
  const index = above.filter((line) => isIndexLine(line.segments));
  const header = above
    .slice(0, above.length - labels)
    .filter((line) => !index.includes(line))
    .map((line) => splitHeaderLine(line, columns));
  const data = columnSpans(lines.filter((line) => isRowLine(line) || line.segments.length === 1), []);
  const { columns: spans, pieces } = nameColumns(header, data);
  const goesOn = inherited !== null && above.length === 0 && fits(body, inherited);
  const borders = goesOn ? inherited : bordersBetween(spans);
  const columnOf = ({ x0, x1 }: Segment) => columnAt((x0 + x1) / 2, borders);
  return [
    ...headerOf(pieces, dataColumns(spans, body), borders, placing),
    ...index.map((line) => rowOf([line], borders, placing)),
    ...groupRows(lines, columnOf, borders.length - 1).map((row) => rowOf(row, borders, placing)),
  ];
}

function dataColumns(spans: readonly Span[], body: readonly SplitLine[]): DataColumn[] {
  const segments = body.flatMap((line) => line.segments);
  return spans.map((span) => {
    const own = segments.filter(({ x0, x1 }) => x0 < span.to && x1 > span.from);
    const amounts = own.filter(({ text }) => isAmount(text) && !isSubjectCode(compact(text))).length;
    return { ...span, isAmounts: own.length === 0 || 2 * amounts > own.length };
  });
}

/** How many lines above the first amounts are the beginning of its label: alone in a column in which the line of the amounts has nothing. */
function firstLabel(header: readonly SplitLine[], first: SplitLine, columns: readonly { from: number; to: number }[]): number {
  const inColumn = ({ x0, x1 }: Segment) => columns.findIndex(({ from, to }) => x0 < to && x1 > from);
  const filled = new Set(first.segments.map(inColumn));
  const isPiece = ({ segments }: SplitLine) => segments.length === 1 && !filled.has(inColumn(at(segments, 0)));
  let count = 0;
  while (count < header.length && isPiece(at(header, header.length - 1 - count))) count++;
  return count;
}
