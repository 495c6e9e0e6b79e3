import type { SplitLine } from './regions.ts';

/** Columns of a table without vertical rules: strips of the page that its rows leave blank are the borders. */

/** A strip may be crossed by this share of the rows (a label that is too long). */
const CROSSED = 0.02;
/** Points; narrower strips are the space between words. */
const MIN_GUTTER = 3;

export interface Span {
  from: number;
  to: number;
}

/** Where text stands, column by column. */
export function columnSpans(body: readonly SplitLine[], header: readonly SplitLine[]): Span[] {
  const segments = body.flatMap((line) => line.segments);
  const left = Math.floor(Math.min(...segments.map((segment) => segment.x0)));
  const right = Math.ceil(Math.max(...segments.map((segment) => segment.x1)));
  const coverage = new Int32Array(Math.max(1, right - left + 1));
  for (const { x0, x1 } of segments) for (let x = Math.floor(x0) - left; x <= Math.ceil(x1) - left && x < coverage.length; x++) coverage[x]!++;
  const allowed = Math.floor(body.length * CROSSED);
  const spans: Span[] = [];
  let from = -1;
  let gap = 0;
  for (let x = 0; x < coverage.length; x++) {
    if (coverage[x]! > allowed) {
      if (from < 0) from = x;
      gap = 0;
    } else if (from >= 0 && ++gap >= MIN_GUTTER) {
      spans.push({ from: left + from, to: left + x - gap + 1 });
      from = -1;
      gap = 0;
    }
  }
  if (from >= 0) spans.push({ from: left + from, to: right });
  return withHeaderColumns(spans, header);
}

/** A header cell that stands over no column has one of its own, all blank. */
function withHeaderColumns(spans: readonly Span[], header: readonly SplitLine[]): Span[] {
  const columns = [...spans];
  for (const line of [...header].reverse()) {
    for (const { x0, x1 } of line.segments) {
      const touches = columns.some((span) => x0 < span.to && x1 > span.from);
      if (!touches) columns.push({ from: x0, to: x1 });
    }
  }
  return columns.sort((a, b) => a.from - b.from);
}

/** Borders half-way between neighbouring columns. */
export function bordersBetween(spans: readonly Span[]): number[] {
  const borders = [spans[0]!.from - 4];
  for (let c = 1; c < spans.length; c++) borders.push((spans[c - 1]!.to + spans[c]!.from) / 2);
  borders.push(spans.at(-1)!.to + 4);
  return borders;
}
