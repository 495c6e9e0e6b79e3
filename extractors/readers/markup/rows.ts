import { SENTENCE_END } from '../../../schemas/lexicon/writing/punctuation.ts';
import type { Cell, GridRow, TextLine } from '../../model/blocks.ts';
import { cellOf } from '../../notation/cells.ts';

/** A cell of this many characters that ends as a sentence does, with nothing right of it, is prose that stands in a table's columns. */
const MIN_SENTENCE = 40;

/** The characters [from, to) of a line that stand between two separators, as a cell. */
export interface Piece {
  from: number;
  to: number;
  cell: Cell;
}

/** What a separator (a tab, a pipe) parts in the characters [from, to) of a line. */
export function piecesOf(line: TextLine, separator: string, from = 0, to = line.text.length): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  for (const text of line.text.slice(from, to).split(separator)) {
    const end = start + text.length;
    pieces.push({ from: start, to: end, cell: cellOf(line, start, end) });
    start = end + 1;
  }
  return pieces;
}

/** Text whose separators are printed: a cell's position is its column. */
export function rowOf(pieces: readonly Piece[], { page, line }: TextLine): GridRow {
  return { layout: 'columns', cells: pieces.map(({ cell }) => cell), page, line };
}

/** The first text that the separators leave, as a line; a blank one where there is none. */
export function firstText(line: TextLine, pieces: readonly Piece[]): TextLine {
  const filled = pieces.find(({ cell }) => cell.text !== '');
  if (!filled) return { ...line, text: '', offsets: [] };
  const { from, to } = filled;
  const offsets = line.offsets?.slice(from, to) ?? Array.from({ length: to - from }, (_, i) => from + i);
  return { ...line, text: line.text.slice(from, to), offsets };
}

/** Whether cells make up a row: not where there is only one, or none but a sentence, or none at all. */
export function isRow(cells: readonly Cell[]): boolean {
  const [first, ...others] = cells.filter((cell) => cell.text !== '');
  if (first === undefined || cells.length === 1) return false;
  return others.length > 0 || first.text.length < MIN_SENTENCE || !SENTENCE_END.test(first.text);
}
