import type { Cell, GridRow, TextLine } from '../../model/blocks.ts';
import { parseCaption } from '../../notation/captions.ts';

/** A filled cell, its column, and the lines that it prints. */
export interface Filled {
  column: number;
  cell: Cell;
  texts: readonly string[];
}

export function filledOf({ cells, lines }: GridRow): Filled[] {
  const filled: Filled[] = [];
  for (const [column, cell] of cells.entries()) {
    if (cell.text === '') continue;
    const own = lines?.[filled.length];
    filled.push({ column, cell, texts: own ? own.map(({ text }) => text) : [cell.text] });
  }
  return filled;
}

/** What a row prints that is none of a table: as its reader says, else a line for each of its texts. */
export function linesOf(row: GridRow): TextLine[] {
  return row.lines ? row.lines.flat() : cellLines(row);
}

/** The same of a row above a table. Publisher and unit beside each other are one line, since only the unit tells that the publisher is no prose. */
export function captionLines(row: GridRow): TextLine[] {
  const lines = linesOf(row);
  const [first, ...others] = lines;
  if (row.lines || !first || lines.every(({ text }) => parseCaption(text) !== null)) return lines;
  const text = [first, ...others].map((line) => line.text).join(' ');
  return [{ ...first, text, raw: text }];
}

/** Each text of a row as a line of its own. */
function cellLines({ cells, page, line }: GridRow): TextLine[] {
  return cells
    .filter(({ text }) => text !== '')
    .map(({ text, raw, places }) => {
      const box = places[0]?.bbox;
      return { kind: 'line', page, line, text, raw, ...(box ? { box } : {}) };
    });
}
