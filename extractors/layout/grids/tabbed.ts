import type { Cell, CleanLine, GridRow } from '../../model/blocks.ts';
import { cellOf } from './cell.ts';

/** Tab-separated text: a cell's position is its column. */
export function tabbedRow(line: CleanLine): GridRow {
  const cells: Cell[] = [];
  let from = 0;
  for (const piece of line.text.split('\t')) {
    cells.push(cellOf(line, from, from + piece.length));
    from += piece.length + 1;
  }
  return { layout: 'columns', cells, page: line.page, line: line.line };
}
