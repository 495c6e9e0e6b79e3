import { at } from '../../model/at.ts';
import type { Cell, GridRow } from '../../model/blocks.ts';
import { isBlank, NO_CELL } from '../../notation/cells.ts';
import { isClassWord } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { FEWEST_CLASS_WORDS } from './settings.ts';

/** A header that ends inside a row of data: 类 | 款 | 项 | 合计 | 42.00 heads the codes and is the total at once. */

/** `data` begins with the row that may carry the words; they go to a last row of the header, the rest of the row stays. */
export function withClassWords(header: readonly GridRow[], data: readonly GridRow[]): { header: GridRow[]; data: GridRow[] } {
  const [first, ...others] = data;
  const words = first ? leadingWords(first.cells) : 0;
  if (!first || words < FEWEST_CLASS_WORDS) return { header: [...header], data: [...data] };
  const isWord = (cell: Cell, column: number): boolean => column < words && !isBlank(cell);
  const only = (wanted: boolean): GridRow => ({
    ...first,
    cells: first.cells.map((cell, column) => (isWord(cell, column) === wanted ? cell : NO_CELL)),
  });
  return { header: [...header, only(true)], data: [only(false), ...others] };
}

/** How many columns the words fill, from the first filled one on; 0 where another text stands first. */
function leadingWords(cells: readonly Cell[]): number {
  let column = cells.findIndex((cell) => !isBlank(cell));
  const from = column;
  while (column >= 0 && column < cells.length && isClassWord(compact(at(cells, column).text))) column++;
  return column - from < FEWEST_CLASS_WORDS ? 0 : column;
}
