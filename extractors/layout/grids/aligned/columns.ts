import { TOTAL_LABEL } from '../../../notation/row-kinds.ts';
import { compact } from '../../../notation/text.ts';
import type { SplitLine } from './regions.ts';

/** Columns of a table without vertical rules: strips of the page that its rows leave blank are the borders. */

/** A strip may be crossed by this share of the rows (a label that is too long). */
const CROSSED = 0.02;
/** Points; narrower strips are the space between words. */
const MIN_GUTTER = 1.5;
/** Strips are measured in steps of this many points. */
const STEP = 0.5;
/** Share of the rows that must have both parts of a strip, before it is cut in two. */
const MIN_SHARE = 0.2;
const OVERHANG = 4;
/** Points that texts aligned at one place differ by. */
const ONE_PLACE = 3;
/** A header cell further than this (points) from a column is not that column's. */
const MAX_SHIFT = 70;

/** Header lines this far (points) apart are levels. */
const MIN_DEPTH = 8;
const GROUP_PART = 0.3;

export interface Span {
  from: number;
  to: number;
}

/** Where text stands, column by column. */
export function columnSpans(body: readonly SplitLine[], header: readonly SplitLine[]): Span[] {
  // A total's name stands across the columns of codes and names.
  const segments = body.flatMap((line) => line.segments.filter((segment) => !TOTAL_LABEL.test(compact(segment.text))));
  if (segments.length === 0) segments.push(...body.flatMap((line) => line.segments));
  const left = Math.min(...segments.map((segment) => segment.x0));
  const right = Math.max(...segments.map((segment) => segment.x1));
  const at = (x: number) => Math.round((x - left) / STEP);
  const coverage = new Int32Array(at(right) + 1);
  for (const { x0, x1 } of segments) for (let i = at(x0); i <= at(x1); i++) coverage[i]!++;
  const allowed = Math.floor(body.length * CROSSED);
  const spans: Span[] = [];
  let from = -1;
  let gap = 0;
  for (let i = 0; i < coverage.length; i++) {
    if (coverage[i]! > allowed) {
      if (from < 0) from = i;
      gap = 0;
    } else if (from >= 0 && ++gap * STEP >= MIN_GUTTER) {
      spans.push({ from: left + from * STEP, to: left + (i - gap) * STEP });
      from = -1;
      gap = 0;
    }
  }
  if (from >= 0) spans.push({ from: left + from * STEP, to: right });
  return withHeaderColumns(
    spans.flatMap((span) => splitSpan(span, body)),
    header,
  );
}

/** Where amounts end right before the labels of the next column there is no blank strip: rows that have both show the border. */
function splitSpan(span: Span, body: readonly SplitLine[]): Span[] {
  const inside = body.map((line) => line.segments.filter(({ x0, x1 }) => x0 < span.to && x1 > span.from));
  const gaps = inside.flatMap((segments) => (segments.length > 1 ? [[segments[0]!.x1, segments[1]!.x0] as const] : []));
  if (gaps.length < 2 || gaps.length < MIN_SHARE * inside.filter((segments) => segments.length > 0).length) return [span];
  const ends = gaps.map(([end]) => end);
  const starts = gaps.map(([, start]) => start);
  // Where the labels of the next column begin at one place, those of this one may be as long as they like.
  const left = isOnePlace(starts) ? Math.min(...starts) - MIN_GUTTER : median(ends);
  const right = median(starts);
  const border = (left + right) / 2;
  const crossing = inside
    .flatMap((segments) => segments.flatMap((segment) => segment.words))
    .filter(({ box }) => box[0] < border - OVERHANG && box[2] > border + OVERHANG);
  if (crossing.length > gaps.length * 0.2) return [span];
  const rest: Span = { from: Math.max(right, border), to: span.to };
  return [{ from: span.from, to: Math.min(left, border) }, ...splitSpan(rest, body)];
}

function isOnePlace(values: readonly number[]): boolean {
  return Math.max(...values) - Math.min(...values) < ONE_PLACE;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** A header cell that stands over no column belongs to the nearest one without a header, or has a blank one of its own. */
function withHeaderColumns(spans: readonly Span[], header: readonly SplitLine[]): Span[] {
  const columns = spans.map((span) => ({ ...span }));
  const cells = header.flatMap((line) => line.segments);
  const named = new Set<Span>();
  const touches = (span: Span) => cells.some(({ x0, x1 }) => x0 < span.to && x1 > span.from);
  for (const line of [...header].reverse()) {
    for (const { x0, x1 } of line.segments) {
      const touched = columns.filter((span) => x0 < span.to && x1 > span.from);
      if (touched.length > 0) {
        // The lowest header cell of a column shows its width better than its amounts do.
        const span = touched[0]!;
        if (touched.length === 1 && !named.has(span)) widen(span, x0, x1, columns);
        for (const one of touched) named.add(one);
        continue;
      }
      const left = columns.findLast((span) => span.to <= x0);
      const right = columns.find((span) => span.from >= x1);
      const near = [right, left].find((span) => span && !touches(span) && Math.max(span.from - x1, x0 - span.to) < MAX_SHIFT);
      if (!near && left && right && isGroup(line, header)) continue;
      if (near) {
        widen(near, x0, x1, columns);
        named.add(near);
      } else {
        columns.push({ from: x0, to: x1 });
        columns.sort((a, b) => a.from - b.from);
      }
    }
  }
  return columns;
}

/** Near the top of a header of several levels: the name of a group, which stands between its columns. Merged cells stand lower. */
function isGroup({ middle }: SplitLine, header: readonly SplitLine[]): boolean {
  const highest = Math.min(...header.map((line) => line.middle));
  const lowest = Math.max(...header.map((line) => line.middle));
  return lowest - highest > MIN_DEPTH && middle - highest < GROUP_PART * (lowest - highest);
}

/** Never into a neighbouring column. */
function widen(span: Span, from: number, to: number, columns: readonly Span[]): void {
  const at = columns.indexOf(span);
  span.from = Math.min(span.from, Math.max(from, (columns[at - 1]?.to ?? from - 1) + 1));
  span.to = Math.max(span.to, Math.min(to, (columns[at + 1]?.from ?? to + 1) - 1));
}

/** Borders half-way between neighbouring columns. */
export function bordersBetween(spans: readonly Span[]): number[] {
  const borders = [spans[0]!.from - 4];
  for (let c = 1; c < spans.length; c++) borders.push((spans[c - 1]!.to + spans[c]!.from) / 2);
  borders.push(spans.at(-1)!.to + 4);
  return borders;
}
