import type { Finding } from '../../../schemas/diagnostic.ts';
import { placeOfLine } from '../../../schemas/place.ts';
import type { Cell, GridRow } from '../../model/blocks.ts';
import { NO_CELL } from '../../notation/cells.ts';
import { cellOfLines } from './cells.ts';
import { MAX_COLUMNS, MOST_COVERED, MOST_PADDED } from './settings.ts';
import type { ShownLine } from './shown-line.ts';

/** A cell as its file gives it: the lines that it shows, and how many columns and rows it is merged over (1: it is not). */
export interface MergedCell {
  lines: readonly ShownLine[];
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
  /** Rows of the group that follow. */
  below: number;
}

const COVERED_LEFT: Cell = { ...NO_CELL, covered: 'left' };
const COVERED_ABOVE: Cell = { ...NO_CELL, covered: 'above' };

/** How many rows below a merged cell still covers, and whether it begins in this column or left of it. */
interface Hanging {
  left: number;
  cell: Cell;
}

const NOTHING: Hanging = { left: 0, cell: NO_CELL };

/** What the merged cells of a file may still cover. */
export class Spans {
  readonly #report: (finding: Finding) => void;
  #left = MOST_COVERED;

  constructor(report: (finding: Finding) => void) {
    this.#report = report;
  }

  /** How far a cell of a row reaches; a file that claims too much is cut to single cells, and that is reported once. */
  of(cell: MergedCell, { page, line, below }: MergedRow): { columns: number; rows: number } {
    if (cell.columns === 1 && cell.rows === 1) return cell;
    const columns = Math.min(MAX_COLUMNS, cell.columns);
    const rows = Math.min(below + 1, cell.rows);
    const left = this.#left;
    this.#left -= columns * rows - 1;
    if (this.#left >= 0) return { columns, rows };
    if (left >= 0) this.#report({ ruleId: 'source/spans-cut', places: [placeOfLine(page, line)], actual: String(MOST_COVERED) });
    return { columns: 1, rows: 1 };
  }
}

/** Rows with merged cells to rows in which each position has a cell: those of one table, in order. */
export class GridBuilder {
  readonly #spans: Spans;
  #above: Hanging[] = [];
  #group = -1;

  constructor(spans: Spans) {
    this.#spans = spans;
  }

  /** `isLast`: no other row follows that the file has as one with this one, so that cells above cover one row less. */
  add(row: MergedRow, isLast: boolean): GridRow {
    if (row.group !== this.#group) this.#above = this.#above.map(() => NOTHING);
    this.#group = row.group;
    const cells: Cell[] = [];
    const hanging: Hanging[] = [];
    const passCovered = (): void => {
      for (let over = this.#above[cells.length]; over && over.left > 0; over = this.#above[cells.length]) {
        hanging.push(isLast ? { left: over.left - 1, cell: over.cell } : over);
        cells.push(over.cell);
      }
    };
    for (const merged of row.cells) {
      passCovered();
      const { columns, rows } = this.#spans.of(merged, row);
      for (let k = 0; k < columns; k++) {
        hanging.push(rows > 1 ? { left: rows - 1, cell: k === 0 ? COVERED_ABOVE : COVERED_LEFT } : NOTHING);
        cells.push(k === 0 ? cellOfLines(merged.lines) : COVERED_LEFT);
      }
    }
    const end = Math.max(Math.min(this.#above.length, MOST_PADDED), this.#above.findLastIndex(({ left }) => left > 0) + 1);
    while (cells.length < end) {
      passCovered();
      if (cells.length >= end) break;
      hanging.push(NOTHING);
      cells.push(NO_CELL);
    }
    this.#above = hanging;
    const { page, line } = row;
    return { layout: 'columns', cells, page, line };
  }
}
