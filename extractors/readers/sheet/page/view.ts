import { at } from '../../../model/at.ts';
import { isAmount, isSubjectCode, isUnitCode } from '../../../notation/row-kinds.ts';
import { type Merge, type Sheet, type SheetCell, TooManyCells } from '../workbook/workbook.ts';

/** What nobody sees who opens the workbook. */
export interface Hidden {
  sheets: number;
  rows: number;
  columns: number;
  /** Cells below merged ones, or whose format shows nothing. */
  cells: number;
  /** Amounts in all of these. */
  amounts: number;
}

/** A row as it is seen: its cells by the columns of the view. */
export interface SeenRow {
  row: number;
  cells: (SheetCell | undefined)[];
  covered: ('left' | 'above' | undefined)[];
  /** Blank rows are seen above it. */
  gap: boolean;
}

/** The filled part of a sheet. `columns` are those of the sheet in which something is seen; `borders` in points, one more than columns. */
export interface View {
  columns: number[];
  borders: number[];
  rows: SeenRow[];
}

/** Positions (rows times columns) of a workbook: a cell in each corner of a sheet would ask for 17 billion. */
export const MOST_POSITIONS = 2_000_000;
const USUAL_WIDTH = 54;

/** Cells by row and column. */
type Cells = Map<number, Map<number, SheetCell>>;

export function nothingHidden(): Hidden {
  return { sheets: 0, rows: 0, columns: 0, cells: 0, amounts: 0 };
}

const holdsAmount = (text: string): boolean => isAmount(text) && !isSubjectCode(text) && !isUnitCode(text);
const amountsIn = (cells: readonly SheetCell[]): number => cells.filter(({ text, unseen }) => unseen || holdsAmount(text.trim())).length;

/** Counts what a hidden sheet holds. */
export function hideSheet(sheet: Sheet, hidden: Hidden): void {
  if (sheet.rows.length === 0) return;
  hidden.sheets++;
  for (const { cells } of sheet.rows) hidden.amounts += amountsIn(cells);
}

/** @throws TooManyCells when its cells stand so far from each other that rows times columns are more than `most`. */
export function viewOf(sheet: Sheet, hidden: Hidden, most: number = MOST_POSITIONS): View {
  const isHiddenColumn = hiddenColumns(sheet);
  const hiddenRows = new Set(sheet.rows.filter((row) => row.hidden).map(({ row }) => row));
  const cells = seenCells(sheet, isHiddenColumn, hidden);
  const merges = sheet.merges.flatMap((merge) => seenMerge(merge, sheet, cells, hiddenRows, isHiddenColumn));
  const rows = [...cells.keys()].filter((row) => cells.get(row)?.size).sort((a, b) => a - b);
  const columns = [...new Set(rows.flatMap((row) => [...(cells.get(row)?.keys() ?? [])]))].sort((a, b) => a - b);
  if (rows.length * columns.length > most) throw new TooManyCells(`${rows.length} × ${columns.length} cells`);
  const matrix = rows.map(
    (row): SeenRow => ({ row, gap: false, cells: columns.map((column) => cells.get(row)?.get(column)), covered: [] }),
  );
  let left = most;
  for (const merge of merges) left -= cover(merge, matrix, columns, left, hidden);
  return tidied(matrix, columns, sheet, hiddenRows);
}

/** Without rows and columns in which nothing is seen. */
function tidied(matrix: readonly SeenRow[], columns: readonly number[], sheet: Sheet, hiddenRows: ReadonlySet<number>): View {
  const filled = matrix.filter(({ cells }) => cells.some((cell) => cell !== undefined));
  const kept = columns.flatMap((_, c) => (filled.some(({ cells }) => cells[c] !== undefined) ? [c] : []));
  const rows = filled.map(({ row, cells, covered }, i): SeenRow => {
    const above = filled[i - 1]?.row;
    return {
      row,
      gap: above !== undefined && isGap(above, row, hiddenRows),
      cells: kept.map((c) => cells[c]),
      covered: kept.map((c) => covered[c]),
    };
  });
  const seen = kept.map((c) => at(columns, c));
  return { columns: seen, borders: bordersOf(seen, sheet), rows };
}

/** Whether a row between the two is seen, which is blank. */
function isGap(above: number, below: number, hiddenRows: ReadonlySet<number>): boolean {
  for (let row = above + 1; row < below; row++) if (!hiddenRows.has(row)) return true;
  return false;
}

function hiddenColumns({ columns }: Sheet): (column: number) => boolean {
  const ranges = columns.filter(({ hidden }) => hidden);
  return (column) => ranges.some(({ first, last }) => first <= column && column <= last);
}

function seenCells(sheet: Sheet, isHiddenColumn: (column: number) => boolean, hidden: Hidden): Cells {
  const seen: Cells = new Map();
  const columns = new Set<number>();
  for (const row of sheet.rows) {
    if (row.hidden) {
      hidden.rows++;
      hidden.amounts += amountsIn(row.cells);
      continue;
    }
    const cells = new Map<number, SheetCell>();
    for (const cell of row.cells) {
      if (isHiddenColumn(cell.column)) {
        columns.add(cell.column);
        hidden.amounts += amountsIn([cell]);
      } else if (cell.unseen) {
        hidden.cells++;
        hidden.amounts++;
      } else if (cell.text.trim() !== '') cells.set(cell.column, cell);
    }
    seen.set(row.row, cells);
  }
  hidden.columns += columns.size;
  return seen;
}

/** What is seen of merged cells, none or one. Where their first row or column is hidden its text is shown in what is left of them. */
function seenMerge(
  merge: Merge,
  sheet: Sheet,
  cells: Cells,
  hiddenRows: ReadonlySet<number>,
  isHiddenColumn: (column: number) => boolean,
): Merge[] {
  let { top, left } = merge;
  while (top <= merge.bottom && hiddenRows.has(top)) top++;
  while (left <= merge.right && isHiddenColumn(left)) left++;
  if (top > merge.bottom || left > merge.right) return [];
  if (top !== merge.top || left !== merge.left) {
    const first = rowAt(sheet, merge.top)?.cells.find(({ column }) => column === merge.left);
    const row = cells.get(top) ?? new Map<number, SheetCell>();
    row.delete(left);
    if (first && !first.unseen) row.set(left, first);
    cells.set(top, row);
  }
  return [{ ...merge, top, left }];
}

function rowAt({ rows }: Sheet, row: number): Sheet['rows'][number] | undefined {
  const found = rows[firstRow(rows, row)];
  return found?.row === row ? found : undefined;
}

/** Index of the first of `count` ascending numbers that is not below `least`. */
function search(count: number, least: number, numberAt: (index: number) => number): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (numberAt(middle) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

const firstColumn = (columns: readonly number[], least: number): number => search(columns.length, least, (i) => at(columns, i));
const firstRow = (rows: readonly { row: number }[], least: number): number => search(rows.length, least, (i) => at(rows, i).row);

/**
 * Of merged cells the first one is shown; what the others hold is not.
 *
 * @returns how many positions they take. @throws TooManyCells when these are more than `most`: cells may be merged again and again.
 */
function cover(merge: Merge, matrix: SeenRow[], columns: readonly number[], most: number, hidden: Hidden): number {
  const [first, last] = [firstColumn(columns, merge.left), firstColumn(columns, merge.right + 1)];
  let taken = 0;
  for (let r = firstRow(matrix, merge.top); r < matrix.length && at(matrix, r).row <= merge.bottom; r++) {
    const { row, cells, covered } = at(matrix, r);
    taken += last - first;
    if (taken > most) throw new TooManyCells('merged cells');
    for (let c = first; c < last; c++) {
      const column = at(columns, c);
      if (row === merge.top && column === merge.left) continue;
      const cell = cells[c];
      if (cell) {
        hidden.cells++;
        hidden.amounts += amountsIn([cell]);
        cells[c] = undefined;
      }
      covered[c] = column > merge.left ? 'left' : 'above';
    }
  }
  return taken;
}

function bordersOf(columns: readonly number[], sheet: Sheet): number[] {
  const borders = [0];
  let right = 0;
  for (const column of columns) {
    right += sheet.columns.find(({ first, last }) => first <= column && column <= last)?.width ?? USUAL_WIDTH;
    borders.push(Math.round(right * 10) / 10);
  }
  return borders;
}
