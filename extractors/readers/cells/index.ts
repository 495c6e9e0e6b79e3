/** Rows of finished cells (of a sheet, of a table in a Word file or a page) in, the grid that they are out; imports schemas, model, notation. */
import { at } from '../../model/at.ts';
import type { Cell, GridBlock, GridRow, TextLine } from '../../model/blocks.ts';
import { isTitle, MOST_CAPTIONS } from '../../notation/captions.ts';
import { isAmount } from '../../notation/row-kinds.ts';
import { joinPieces, tidy } from '../../notation/text.ts';

/** A row with filled cells. `text` is the printed line and `starts[c]` where in it the cell of column c begins. */
export interface PlacedRow extends GridRow {
  layout: 'columns';
  text: string;
  starts: readonly number[];
}

/** The text of a cell as one line: what the cell breaks is joined again. */
export function cellText(raw: string): string {
  return raw.includes('\n') ? tidy(raw.split('\n').reduce((head, piece) => joinPieces(head, piece.trim()), '')) : tidy(raw);
}

/** The number of a table or of a page in a list of tables is no amount. */
const LISTED_NUMBER = /^\d{1,3}$/;

/** Whether a row may be a caption, a note, prose or an entry of contents: of few texts, none an amount. */
export function mayBeLines(cells: readonly Cell[]): boolean {
  let filled = 0;
  for (const { text } of cells) {
    if (text === '') continue;
    if (++filled > MOST_CAPTIONS || (isAmount(text) && !LISTED_NUMBER.test(text))) return false;
  }
  return true;
}

/** The rows as one grid, in which anything may stand that a page holds. `name` is what the file calls it without printing that. */
export function mixedGrid(placed: readonly PlacedRow[], name: string | null = null): GridBlock[] {
  const rows = placed.flatMap((row): GridRow[] => {
    if (row.cells.every(({ text }) => text === '')) return [];
    const { text: _, starts: __, ...rest } = row;
    return [mayBeLines(row.cells) ? { ...rest, lines: linesOf(row) } : rest];
  });
  return rows.length === 0 ? [] : [{ kind: 'grid', bounded: true, mixed: true, rows, ...(name === null ? {} : { name }) }];
}

/** The lines of each filled cell. */
const linesOf = (row: PlacedRow): TextLine[][] =>
  row.cells.flatMap((cell, column) => (cell.text === '' ? [] : [linesOfCell(row, column, cell)]));

/** The lines of a cell: one where it is one title, else as the cell breaks them. */
function linesOfCell({ page, line, text: raw, starts }: PlacedRow, column: number, cell: Cell): TextLine[] {
  const start = at(starts, column);
  const printed = raw.slice(start, start + cell.raw.length);
  const broken = cell.raw.includes('\n') && !isTitle(cell.text);
  let from = 0;
  return (broken ? cell.raw.split('\n') : [printed]).map((piece): TextLine => {
    const offsets = Array.from({ length: piece.length }, (_, i) => start + from + i);
    from += piece.length + 1;
    const address = cell.places[0]?.cell;
    return { kind: 'line', page, line, text: piece, raw, offsets, ...(address === undefined ? {} : { cell: address }) };
  });
}
