import { TOTAL_AT_END } from '../../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../../model/at.ts';

import { compact } from '../../../notation/text.ts';
import { pairs } from '../../geometry/neighbours.ts';
import type { Segment, SplitLine } from './regions.ts';
import {
  CROSSED,
  GROUP_PART,
  MAX_SHIFT,
  MIN_DEPTH,
  MIN_GUTTER,
  MIN_WITH_BOTH,
  MOST_CROSSING,
  ONE_PLACE,
  OUTSIDE,
  OVERHANG,
  STEP,
} from './settings.ts';

/** Columns of a table without vertical rules: strips of the page that its rows leave blank are the borders. */

export interface Span {
  from: number;
  to: number;
}

/** Where text stands, column by column. */
export function columnSpans(body: readonly SplitLine[], header: readonly SplitLine[]): Span[] {
  // A total's name stands across the columns of codes and names.
  const segments = body.flatMap((line) => line.segments.filter((segment) => !TOTAL_AT_END.test(compact(segment.text))));
  if (segments.length === 0) segments.push(...body.flatMap((line) => line.segments));
  const spans = coveredSpans(segments, Math.floor(body.length * CROSSED));
  return withHeaderColumns(
    spans.flatMap((span) => splitSpan(span, body)),
    header,
  );
}

/** The parts of the table's width that more than `allowed` segments cover. */
function coveredSpans(segments: readonly Segment[], allowed: number): Span[] {
  const left = Math.min(...segments.map((segment) => segment.x0));
  const right = Math.max(...segments.map((segment) => segment.x1));
  const spans: Span[] = [];
  let from = -1;
  let gap = 0;
  for (const [i, count] of coverageOf(segments, left, right).entries()) {
    if (count > allowed) {
      if (from < 0) from = i;
      gap = 0;
    } else if (from >= 0 && ++gap * STEP >= MIN_GUTTER) {
      spans.push({ from: left + from * STEP, to: left + (i - gap) * STEP });
      from = -1;
      gap = 0;
    }
  }
  if (from >= 0) spans.push({ from: left + from * STEP, to: right });
  return spans;
}

/** How many segments stand at each step from `left` to `right`. */
function coverageOf(segments: readonly Segment[], left: number, right: number): number[] {
  const stepOf = (x: number) => Math.round((x - left) / STEP);
  const coverage = Array.from({ length: stepOf(right) + 1 }, () => 0);
  for (const { x0, x1 } of segments) {
    const last = stepOf(x1);
    for (let i = stepOf(x0); i <= last; i++) coverage[i] = at(coverage, i) + 1;
  }
  return coverage;
}

/** Where amounts end right before the labels of the next column there is no blank strip: rows that have both show the border. */
function splitSpan(span: Span, body: readonly SplitLine[]): Span[] {
  const inside = body.map((line) => line.segments.filter(({ x0, x1 }) => x0 < span.to && x1 > span.from));
  const gaps = inside.flatMap(([first, second]) => (first && second ? [[first.x1, second.x0] as const] : []));
  if (gaps.length < 2 || gaps.length < MIN_WITH_BOTH * inside.filter((segments) => segments.length > 0).length) return [span];
  const ends = gaps.map(([end]) => end);
  const starts = gaps.map(([, start]) => start);
  // Where the labels of the next column begin at one place, those of this one may be as long as they like.
  const left = isOnePlace(starts) ? Math.min(...starts) - MIN_GUTTER : median(ends);
  const right = median(starts);
  const border = (left + right) / 2;
  const crossing = inside
    .flatMap((segments) => segments.flatMap((segment) => segment.words))
    .filter(({ box }) => box[0] < border - OVERHANG && box[2] > border + OVERHANG);
  if (crossing.length > gaps.length * MOST_CROSSING) return [span];
  const rest: Span = { from: Math.max(right, border), to: span.to };
  return [{ from: span.from, to: Math.min(left, border) }, ...splitSpan(rest, body)];
}

function isOnePlace(values: readonly number[]): boolean {
  return Math.max(...values) - Math.min(...values) < ONE_PLACE;
}

function median(values: readonly number[]): number {
  return at(
    [...values].sort((a, b) => a - b),
    Math.floor(values.length / 2),
  );
}

/** A header cell that stands over no column belongs to the nearest one without a header, or has a blank one of its own. */
function withHeaderColumns(spans: readonly Span[], header: readonly SplitLine[]): Span[] {
  const columns = spans.map((span) => ({ ...span }));
  const cells = header.flatMap((line) => line.segments);
  const named = new Set<Span>();
  for (const line of header.toReversed()) {
    for (const cell of line.segments) {
      const touched = columns.filter((span) => touches(cell, span));
      const { left, right, near } = besideOf(cell, columns, cells);
      const isGroupName = left !== undefined && right !== undefined && isGroup(line, header);
      if (touched.length > 0) nameColumns(touched, cell, columns, named);
      else if (near) {
        widen(near, cell, columns);
        named.add(near);
      } else if (!isGroupName) {
        columns.push({ from: cell.x0, to: cell.x1 });
        columns.sort((a, b) => a.from - b.from);
      }
    }
  }
  return columns;
}

/** The lowest header cell of a column shows its width better than its amounts do. */
function nameColumns(touched: readonly Span[], cell: Segment, columns: readonly Span[], named: Set<Span>): void {
  const [first, ...others] = touched;
  if (first && others.length === 0 && !named.has(first)) widen(first, cell, columns);
  for (const span of touched) named.add(span);
}

function touches({ x0, x1 }: Segment, span: Span): boolean {
  return x0 < span.to && x1 > span.from;
}

/** The columns at both sides of a header cell that stands over none, and the one of them that it names: near, and without a cell of its own. */
function besideOf({ x0, x1 }: Segment, columns: readonly Span[], cells: readonly Segment[]) {
  const left = columns.findLast((span) => span.to <= x0);
  const right = columns.find((span) => span.from >= x1);
  const isNear = (span: Span) => !cells.some((cell) => touches(cell, span)) && Math.max(span.from - x1, x0 - span.to) < MAX_SHIFT;
  const near = [right, left].find((span) => span && isNear(span));
  return { left, right, near };
}

/** Near the top of a header of several levels: the name of a group, which stands between its columns. Merged cells stand lower. */
function isGroup({ middle }: SplitLine, header: readonly SplitLine[]): boolean {
  const highest = Math.min(...header.map((line) => line.middle));
  const lowest = Math.max(...header.map((line) => line.middle));
  return lowest - highest > MIN_DEPTH && middle - highest < GROUP_PART * (lowest - highest);
}

/** Never into a neighbouring column. */
function widen(span: Span, { x0, x1 }: Segment, columns: readonly Span[]): void {
  const index = columns.indexOf(span);
  span.from = Math.min(span.from, Math.max(x0, (columns[index - 1]?.to ?? x0 - 1) + 1));
  span.to = Math.max(span.to, Math.min(x1, (columns[index + 1]?.from ?? x1 + 1) - 1));
}

/** Borders half-way between neighbouring columns. */
export function bordersBetween(spans: readonly Span[]): number[] {
  const between = pairs(spans).map(([left, right]) => (left.to + right.from) / 2);
  return [at(spans, 0).from - OUTSIDE, ...between, at(spans, spans.length - 1).to + OUTSIDE];
}
