import type { Cell, GridRow, TextLine } from '../../model/blocks.ts';
import { cellOf } from '../../notation/cells.ts';

/** A cell of this many characters that ends as a sentence does, with nothing right of it, is prose that stands in a table's columns. */
const MIN_SENTENCE = 40;
const SENTENCE_END = /[。；]$/;

/** The cells that a separator (a tab, a pipe) parts in the characters [from, to) of a line. */
export function cellsBetween(line: TextLine, separator: string, from = 0, to = line.text.length): Cell[] {
  const cells: Cell[] = [];
  let start = from;
  for (const piece of line.text.slice(from, to).split(separator)) {
    cells.push(cellOf(line, start, start + piece.length));
    start += piece.length + 1;
  }
  return cells;
}

/** Text whose separators are printed: a cell's position is its column. */
export function rowOf(cells: Cell[], { page, line }: Pick<TextLine, 'page' | 'line'>): GridRow {
  return { layout: 'columns', cells, page, line };
}

/** What the cells of a line make up: a row, the one text in them, or nothing. */
export function contentOf(cells: readonly Cell[]): 'row' | 'text' | 'nothing' {
  const filled = cells.filter((cell) => cell.text !== '');
  const [first] = filled;
  if (first === undefined) return 'nothing';
  if (cells.length === 1) return 'text';
  return filled.length === 1 && first.text.length >= MIN_SENTENCE && SENTENCE_END.test(first.text) ? 'text' : 'row';
}
