import type { GridRow, TextLine } from '../../model/blocks.ts';
import { cellOf } from '../../notation/cells.ts';

/** A short line between the rows of a grid, as a row of one cell. */
export function rowOfText(line: TextLine): GridRow {
  return { layout: 'columns', cells: [cellOf(line, 0, line.text.length)], page: line.page, line: line.line };
}
