import { TOTAL_AT_END } from '../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../model/at.ts';
import type { GridReading, GridRow } from '../../model/blocks.ts';
import type { Word } from '../../model/source.ts';
import { NO_CELL } from '../../notation/cells.ts';
import { isAmount, isSubjectCode } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import {
  bordersBetween,
  columnAt,
  columnSpans,
  isIndexLine,
  rowOf,
  type Segment,
  type Span,
  type SplitLine,
} from '../grids/aligned/index.ts';
import { cellOfWords, type Placing } from '../grids/cell-text.ts';
import { type LeftPart, leftPart } from './beside.ts';
import { columnsGoingOn } from './going-on.ts';
import { cutRests, type GroupedRow, groupRows } from './grouping.ts';
import { nameColumns } from './head/columns.ts';
import type { DataColumn } from './head/data-column.ts';
import { headersOf } from './head/header.ts';
import type { Piece } from './head/header-blocks.ts';
import { splitHeaderLine } from './head/header-lines.ts';
import type { PaddedRegion } from './regions.ts';
import { MOST_ORDINALS, READINGS, TOUCHING } from './settings.ts';

export interface PaddedTable {
  /** The likeliest first. */
  readings: GridReading[];
  columns: DataColumn[];
}

/** Rows of a table whose columns are made with spaces. */
export function paddedTable(region: PaddedRegion, placing: Placing, inherited: readonly DataColumn[] | null): PaddedTable {
  const parted = partedLines(region);
  const { header, lines, left } = parted;
  const apart = spansOf(whole(lines).filter(left.isRowOrLone));
  const joined = joinLone(apart, lines, left);
  const ways = (joined.length < apart.length ? [joined, apart] : [apart]).map((data) => dataColumns(data, lines));
  const goingOn = inherited !== null && header.length === 0 ? firstOf(ways, (data) => columnsGoingOn(data, inherited)) : null;
  if (goingOn && inherited) {
    const columns = dataColumns(goingOn, lines);
    // Columns that are blank here keep the kind that they have above.
    return {
      readings: readingsOf(parted, [], 0, columns, placing),
      columns: columns.map((column, c) => ({ ...column, ...kindAt(inherited, c) })),
    };
  }
  const namings = ways.flatMap((data) => nameColumns(header, data, READINGS.namings)).sort((a, b) => a.cost - b.cost);
  const least = at(namings, 0);
  const readings = namings
    .filter(({ cost }) => cost <= least.cost + READINGS.margin)
    .flatMap(({ cost, columns, pieces }) => readingsOf(parted, pieces, cost, dataColumns(columns, lines), placing))
    .sort((a, b) => a.cost - b.cost);
  const limit = at(readings, 0).cost + READINGS.margin;
  return { readings: readings.filter(({ cost }) => cost <= limit).slice(0, READINGS.most), columns: dataColumns(least.columns, lines) };
}

/** Lines of a table: of its header, numbers of columns, rows. */
interface Parted {
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

/** A reading for each way in which groups of the header may stand over these columns. */
function readingsOf(
  { index, lines, left }: Parted,
  pieces: readonly Piece[],
  cost: number,
  columns: readonly DataColumn[],
  placing: Placing,
): GridReading[] {
  const borders = bordersBetween(columns);
  const columnOf = columnFinder(lines, columns, borders, left);
  const rows = [
    ...index.map((line) => indexRow(line, borders, placing)),
    ...groupRows(lines, columnOf, borders.length - 1, left).map((row) => rowIn(row, columnOf, borders, placing)),
  ];
  const headers = headersOf(pieces, columns, borders, placing);
  // What a group costs is told from the same columns only: names that take more of them for groups would always cost more.
  const least = at(headers, 0).cost;
  return headers.map((header) => ({ rows: [...header.rows, ...rows], headerRows: header.rows.length, cost: cost + header.cost - least }));
}

function kindAt(columns: readonly DataColumn[], column: number): Pick<DataColumn, 'isAmounts' | 'isTexts' | 'isOrdinals' | 'isEmpty'> {
  const { isAmounts, isTexts, isOrdinals, isEmpty } = at(columns, column);
  return { isAmounts, isTexts, isOrdinals, isEmpty };
}

/** The columns of the rows. Codes that are indented by their level stand in one column, though a strip parts the levels. */
export function spansOf(lines: readonly SplitLine[]): Span[] {
  const out: Span[] = [];
  for (const span of columnSpans(lines, []).flatMap((one) => touching(one, lines))) {
    const last = out.at(-1);
    if (last && isLevel(last, span, lines)) last.to = span.to;
    else out.push({ ...span });
  }
  return out;
}

/** Columns whose texts touch: where one ends and another begins, and hardly any other text crosses that place. */
function touching(span: Span, lines: readonly SplitLine[]): Span[] {
  const inside = lines.map(({ segments }) => segments.filter(({ x0, x1 }) => x0 < span.to && x1 > span.from));
  // A total's name stands across the columns of codes and names: it shows the border only where no others do.
  const isTotal = ({ text }: Segment) => TOTAL_AT_END.test(compact(text));
  const bordersIn = (segments: readonly (readonly Segment[])[]) =>
    segments.flatMap(([first, second]) => (first && second && isAmount(first.text) ? [(first.x1 + second.x0) / 2] : []));
  const texts = inside.map((segments) => segments.filter((segment) => !isTotal(segment)));
  const own = bordersIn(texts);
  const both = own.length < TOUCHING.rows ? bordersIn(inside) : own;
  if (both.length < TOUCHING.rows) return [span];
  const border = at(
    both.toSorted((a, b) => a - b),
    Math.floor(both.length / 2),
  );
  if (texts.flat().some(({ x0, x1 }) => Math.min(border - x0, x1 - border) > TOUCHING.pushed)) return [span];
  return [{ from: span.from, to: border }, ...touching({ from: border, to: span.to }, lines)];
}

function firstOf<Item, Out>(items: readonly Item[], of: (item: Item) => Out | null): Out | null {
  for (const item of items) {
    const out = of(item);
    if (out !== null) return out;
  }
  return null;
}

/** First lines of labels are indented, and so much that a strip parts them from the lines below: texts that no line has side by side. */
function joinLone(spans: readonly Span[], lines: readonly SplitLine[], left: LeftPart): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last && areLines(last, span, lines, left)) last.to = span.to;
    else out.push({ ...span });
  }
  return out;
}

function areLines(left: Span, right: Span, lines: readonly SplitLine[], { isRow }: LeftPart): boolean {
  const own = (line: SplitLine, span: Span) => line.segments.filter(({ x0, x1 }) => x0 < span.to && x1 > span.from);
  let isLone = false;
  for (const span of [left, right]) {
    const filled = lines.filter((line) => own(line, span).length > 0);
    if (filled.some((line) => own(line, span).some(({ text }) => !HAN.test(text)))) return false;
    if (!filled.some(isRow)) isLone = true;
  }
  return isLone && !lines.some((line) => own(line, left).length > 0 && own(line, right).length > 0);
}

const CODE = /^\d{3,9}$/;

function isLevel(left: Span, right: Span, lines: readonly SplitLine[]): boolean {
  let both = 0;
  for (const { segments } of lines) {
    const own = (span: Span) => segments.filter(({ x0, x1 }) => x0 < span.to && x1 > span.from);
    const [a, b] = [own(left), own(right)];
    if ([...a, ...b].some(({ text }) => !CODE.test(compact(text)) && !TOTAL_AT_END.test(compact(text)))) return false;
    if (a.length > 0 && b.length > 0) both++;
  }
  return both === 0;
}

/** The column of a segment: that of its middle, but pieces of labels, which stand alone on their line, belong to a column of texts. */
function columnFinder(
  lines: readonly SplitLine[],
  columns: readonly DataColumn[],
  borders: readonly number[],
  { isRow }: LeftPart,
): (segment: Segment) => number {
  const alone = new Set(lines.filter((line) => !isRow(line)).flatMap(({ segments }) => segments));
  const heads = cutRests(lines);
  const printed = (segment: Segment): number => {
    const { x0, x1 } = heads.get(segment) ?? segment;
    return columnAt((x0 + x1) / 2, borders);
  };
  // 2 251: a code that begins where the numbers of the rows stand is behind them.
  const behind = new Set(
    lines.flatMap(({ segments: [number, code] }) =>
      number && code && CODE.test(code.text) && at(columns, printed(number)).isOrdinals && printed(number) === printed(code) ? [code] : [],
    ),
  );
  return (segment) => {
    const column = printed(segment) + Number(behind.has(segment));
    if (!alone.has(segment) || !HAN.test(segment.text) || TOTAL_AT_END.test(compact(segment.text)) || at(columns, column).isTexts)
      return column;
    const distance = (c: number) => Math.max(at(columns, c).from - segment.x1, segment.x0 - at(columns, c).to, 0);
    const texts = [...columns.keys()].filter((c) => at(columns, c).isTexts);
    return texts.length === 0 ? column : texts.reduce((best, c) => (distance(c) < distance(best) ? c : best));
  };
}

const HAN = /[\u3400-\u9fff]/;

function rowIn(
  { lines, isUnsure }: GroupedRow,
  columnOf: (segment: Segment) => number,
  borders: readonly number[],
  placing: Placing,
): GridRow {
  const moved: Word[][] = borders.slice(1).map(() => []);
  const rest = lines.map((line): SplitLine => {
    const stays = (segment: Segment) => columnOf(segment) === columnAt((segment.x0 + segment.x1) / 2, borders);
    for (const segment of line.segments) if (!stays(segment)) at(moved, columnOf(segment)).push(...segment.words);
    return { ...line, segments: line.segments.filter(stays) };
  });
  const row = rowOf(rest, borders, placing, moved);
  return isUnsure ? { ...row, unsureNames: true } : row;
}

/** Numbers of columns (** | ** | 1 | 2 | 3) in the columns that they count: the last one is that of the last column. */
function indexRow(line: SplitLine, borders: readonly number[], placing: Placing): GridRow {
  const row = rowOf([line], borders, placing);
  const first = row.cells.length - line.words.length;
  if (first < 0) return row;
  const cells = line.words.map((word) => cellOfWords([word], placing));
  return { ...row, cells: [...Array.from({ length: first }, () => NO_CELL), ...cells] };
}

export function dataColumns(spans: readonly Span[], body: readonly SplitLine[]): DataColumn[] {
  const segments = body.flatMap((line) => line.segments);
  return spans.map((span) => {
    const own = segments.filter(({ x0, x1 }) => x0 < span.to && x1 > span.from);
    const amounts = own.filter(({ text }) => isAmount(text) && !isSubjectCode(compact(text))).length;
    const texts = own.filter(({ text }) => HAN.test(text) && !TOTAL_AT_END.test(compact(text))).length;
    return {
      ...span,
      isAmounts: own.length === 0 || 2 * amounts > own.length || areNoCodes(own),
      isTexts: 2 * texts > own.length,
      isOrdinals: areOrdinals(firstsIn(span, body)),
      isEmpty: own.length === 0,
    };
  });
}

/** Numbers one of which no code looks like: 30400 below 0 is an amount in 元. */
const areNoCodes = (segments: readonly Segment[]): boolean =>
  segments.every(({ text }) => isAmount(text)) && segments.some(({ text }) => /^(?:0|-.*|.*[.,].*)$/.test(text));

/** The first text of each line there: a code may stand right behind the row's number. */
const firstsIn = (span: Span, lines: readonly SplitLine[]): Segment[] =>
  lines.flatMap(({ segments }) => segments.find(({ x0, x1 }) => x0 < span.to && x1 > span.from) ?? []);

/** A row's number has three digits at most. */
const ORDINAL = /^\d{1,3}$/;

/** Numbers of rows: small, and each greater than the one above. */
function areOrdinals(segments: readonly Segment[]): boolean {
  const numbers = segments.filter(({ text }) => ORDINAL.test(text)).map(({ text }) => Number(text));
  return (
    numbers.length > 2 && numbers.length >= MOST_ORDINALS * segments.length && numbers.every((n, i) => i === 0 || n > at(numbers, i - 1))
  );
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
