import type { Finding } from '../../../schemas/diagnostic.ts';
import { placeOfLine } from '../../../schemas/place.ts';
import type { Cell, GridRow, TextLine } from '../../model/blocks.ts';
import { NO_CELL } from '../../notation/cells.ts';
import { cellOfLines } from './cells.ts';

/** A cell as its file gives it: the lines that it shows, and how many columns and rows it is merged over (1: it is not). */
export interface MergedCell {
  lines: readonly TextLine[];
  columns: number;
  rows: number;
}

/** A row by the cells that begin in it. */
export interface MergedRow {
  page: number;
  line: number;
  cells: readonly MergedCell[];
  /** Rows of one number stand together (`<tbody>`): no cell is merged beyond them. */
  group: number;
  /** Cells that the rule of its markdown table has. */
  ruled?: number;
}

/** Columns that one cell is merged over: of more the rest is cut. */
const MAX_COLUMNS = 100;
/**
 * Cells that the merged cells of a file cover together. Ten characters can claim 10,000 cells; a disclosure of a thousand pages has
 * some 100,000 such cells.
 */
const MOST_COVERED = 1_000_000;
/** A short row has blank cells up to the width of the row above it, and up to this one where that is wider. */
const MOST_PADDED = 100;

const COVERED_LEFT: Cell = { ...NO_CELL, covered: 'left' };
const COVERED_ABOVE: Cell = { ...NO_CELL, covered: 'above' };

/** How many rows below a merged cell still covers, and whether it begins in this column or left of it. */
interface Hanging {
  left: number;
  cell: Cell;
}

/** Rows with merged cells to rows in which each position has a cell. One for a file: what its merged cells cover is bounded. */
export class GridBuilder {
  readonly #report: (finding: Finding) => void;
  #covered = MOST_COVERED;

  constructor(report: (finding: Finding) => void) {
    this.#report = report;
  }

  /** The rows of one table. `spans` of a row: merged cells of its table are known. */
  rowsOf(rows: readonly MergedRow[]): GridRow[] {
    const isMerged = rows.some(({ cells }) => cells.some(({ columns, rows: height }) => columns > 1 || height > 1));
    const below = rowsBelow(rows);
    const out: GridRow[] = [];
    let hanging: Hanging[] = [];
    for (const [r, row] of rows.entries()) {
      if (row.group !== rows[r - 1]?.group) hanging = hanging.map(() => NOTHING);
      const laid = this.#lay(row, hanging, 1 + (below[r] ?? 0));
      hanging = laid.hanging;
      const { page, line, ruled } = row;
      out.push({
        layout: 'columns',
        cells: laid.cells,
        page,
        line,
        ...(ruled === undefined ? {} : { ruled }),
        ...(isMerged ? { spans: true } : {}),
      });
    }
    return out;
  }

  #lay(row: MergedRow, above: readonly Hanging[], most: number): { cells: Cell[]; hanging: Hanging[] } {
    const cells: Cell[] = [];
    const hanging: Hanging[] = [];
    const passCovered = (): void => {
      for (let over = above[cells.length]; over && over.left > 0; over = above[cells.length]) {
        hanging.push({ left: over.left - 1, cell: over.cell });
        cells.push(over.cell);
      }
    };
    for (const merged of row.cells) {
      passCovered();
      const { columns, rows } = this.#spansOf(merged, most, row);
      for (let k = 0; k < columns; k++) {
        hanging.push(rows > 1 ? { left: rows - 1, cell: k === 0 ? COVERED_ABOVE : COVERED_LEFT } : NOTHING);
        cells.push(k === 0 ? cellOfLines(merged.lines) : COVERED_LEFT);
      }
    }
    const end = Math.max(Math.min(above.length, MOST_PADDED), above.findLastIndex(({ left }) => left > 0) + 1);
    while (cells.length < end) {
      passCovered();
      if (cells.length >= end) break;
      hanging.push(NOTHING);
      cells.push(NO_CELL);
    }
    return { cells, hanging };
  }

  #spansOf(cell: MergedCell, most: number, { page, line }: MergedRow): { columns: number; rows: number } {
    const columns = Math.min(MAX_COLUMNS, cell.columns);
    const rows = Math.min(most, cell.rows);
    if (columns === 1 && rows === 1) return { columns, rows };
    const left = this.#covered;
    this.#covered -= columns * rows - 1;
    if (this.#covered >= 0) return { columns, rows };
    if (left >= 0) this.#report({ ruleId: 'source/spans-cut', places: [placeOfLine(page, line)], actual: String(MOST_COVERED) });
    return { columns: 1, rows: 1 };
  }
}

const NOTHING: Hanging = { left: 0, cell: NO_CELL };

/** By row, how many rows of its group follow it. */
function rowsBelow(rows: readonly MergedRow[]): number[] {
  const below: number[] = Array.from({ length: rows.length }, () => 0);
  for (let r = rows.length - 2; r >= 0; r--) if (rows[r]?.group === rows[r + 1]?.group) below[r] = (below[r + 1] ?? 0) + 1;
  return below;
}
