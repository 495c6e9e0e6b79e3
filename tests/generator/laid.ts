import { columnsOf, headerRows, keyCells, type Row, type Sheet, type SideName } from './sheet.ts';
import { alignSides, showCells } from './tabbed.ts';

/** A table as lines of cells, before it is dressed for a medium. */
export interface Laid {
  /** '' continues the cell to the left, or the one above when nothing stands left. */
  header: string[][];
  /** The rows of the truth that a line prints, and its cells. */
  lines: { rows: Row[]; cells: string[] }[];
  /** Whether a column holds labels or codes rather than values. */
  keys: boolean[];
}

export type Show = (value: string) => string;

export function sidesOf(sheet: Sheet): { left: Row[]; right: Row[]; revenue: string[][]; expenditure: string[][] } {
  const of = (side: SideName): Row[] => sheet.rows.filter((row) => row.side === side);
  return { left: of('收入'), right: of('支出'), revenue: columnsOf(sheet, '收入'), expenditure: columnsOf(sheet, '支出') };
}

/** The header rows of both sides; those of the side with fewer reach down. */
function headersBeside(revenue: readonly string[][], expenditure: readonly string[][]): string[][] {
  const [left, right] = [headerRows([['项目']], revenue), headerRows([['项目']], expenditure)];
  const row = (rows: readonly string[][], i: number, width: number): string[] => rows[i] ?? Array<string>(width + 1).fill('');
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
    ...row(left, i, revenue.length),
    ...row(right, i, expenditure.length),
  ]);
}

export function lay(sheet: Sheet, show: Show): Laid {
  if (sheet.shape !== 'two-sided') {
    const columns = columnsOf(sheet, null);
    return {
      header: headerRows(sheet.keys, columns),
      lines: sheet.rows.map((row) => ({ rows: [row], cells: [...keyCells(sheet, row), ...showCells(row.values, show)] })),
      keys: [...sheet.keys.map(() => true), ...columns.map(() => false)],
    };
  }
  const { left, right, revenue, expenditure } = sidesOf(sheet);
  const half = (row: Row | undefined, width: number): string[] =>
    row ? [row.label, ...showCells(row.values, show)] : Array<string>(width + 1).fill('');
  return {
    header: [['收入', ...revenue.map(() => ''), '支出', ...expenditure.map(() => '')], ...headersBeside(revenue, expenditure)],
    lines: alignSides(left, right).map(([l, r]) => ({
      rows: [l, r].filter((row) => row !== undefined),
      cells: [...half(l, revenue.length), ...half(r, expenditure.length)],
    })),
    keys: [true, ...revenue.map(() => false), true, ...expenditure.map(() => false)],
  };
}

export interface HeaderCell {
  text: string;
  column: number;
  columns: number;
  rows: number;
}

/** The cells that start in each header row, with what they are merged over. */
export function mergedHeader(header: readonly string[][]): HeaderCell[][] {
  const depth = header.length;
  return header.map((cells, row) =>
    cells.flatMap((text, column): HeaderCell[] => {
      if (text === '') return [];
      const hasBelow = (at: number): boolean => header.slice(row + 1).some((below) => below[at] !== '');
      const startsAbove = (at: number): boolean => header.slice(0, row).some((above) => above[at] !== '');
      let columns = 1;
      if (hasBelow(column)) {
        while (
          column + columns < cells.length &&
          cells[column + columns] === '' &&
          hasBelow(column + columns) &&
          !startsAbove(column + columns)
        )
          columns += 1;
      }
      return [{ text, column, columns, rows: hasBelow(column) ? 1 : depth - row }];
    }),
  );
}
