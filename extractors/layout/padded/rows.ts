import { TOTAL_AT_END } from '../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../model/at.ts';
import type { GridReading, GridRow } from '../../model/blocks.ts';
import type { Word } from '../../model/source.ts';
import { NO_CELL } from '../../notation/cells.ts';
import { compact } from '../../notation/text.ts';
import { bordersBetween, columnAt, rowOf, type Segment, type SplitLine } from '../grids/aligned/index.ts';
import { cellOfWords, type Placing } from '../grids/cell-text.ts';
import type { LeftPart } from './beside.ts';
import { withCodesInRows } from './codes.ts';
import { columnsGoingOn } from './going-on.ts';
import { cutRests, type GroupedRow, groupRows } from './grouping.ts';
import type { DataColumn } from './head/data-column.ts';
import { headersOf } from './head/header.ts';
import type { Piece } from './head/header-blocks.ts';
import type { NamedRegion, Parted } from './named.ts';
import { READINGS } from './settings.ts';
import { dataColumns } from './spans.ts';

export interface PaddedTable {
  /** The likeliest first. */
  readings: GridReading[];
  columns: DataColumn[];
}

/** Rows of a table whose columns are made with spaces. */
export function paddedTable(
  { parted, ways, namings }: NamedRegion,
  placing: Placing,
  inherited: readonly DataColumn[] | null,
): PaddedTable {
  const { header, lines } = parted;
  const goingOn = inherited !== null && header.length === 0 ? firstOf(ways, (data) => columnsGoingOn(data, inherited)) : null;
  if (goingOn && inherited) {
    const columns = dataColumns(goingOn, lines);
    // Columns that are blank here keep the kind that they have above.
    return {
      readings: readingsOf(parted, [], 0, columns, placing),
      columns: columns.map((column, c) => ({ ...column, ...kindAt(inherited, c) })),
    };
  }
  const least = at(namings, 0);
  const readings = namings
    .filter(({ cost }) => cost <= least.cost + READINGS.margin)
    .flatMap(({ cost, columns, pieces }) => readingsOf(parted, pieces, cost, dataColumns(columns, lines), placing))
    .sort((a, b) => a.cost - b.cost);
  const limit = at(readings, 0).cost + READINGS.margin;
  return { readings: readings.filter(({ cost }) => cost <= limit).slice(0, READINGS.most), columns: dataColumns(least.columns, lines) };
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
    ...groupRows(withCodesInRows(lines, columnOf, columns), columnOf, columns.length, left).map((row) =>
      rowIn(row, columnOf, borders, placing),
    ),
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

const CODE = /^\d{3,9}$/;

function firstOf<Item, Out>(items: readonly Item[], of: (item: Item) => Out | null): Out | null {
  for (const item of items) {
    const out = of(item);
    if (out !== null) return out;
  }
  return null;
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
