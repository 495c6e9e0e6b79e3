import { at } from '../../model/at.ts';
import type { GridRow } from '../../model/blocks.ts';
import { isBlank, NO_CELL } from '../../notation/cells.ts';
import { compact } from '../../notation/text.ts';
import { MOST_NAMELESS } from './settings.ts';

/** Columns of a page that repeats the header of the table above, told by their names: where spaces make them, one more or less shifts all the others. */

/**
 * Rows in the columns of the table's header by the names that their own header gives them; null: the borders are printed, both have as many
 * columns, or too few names are the same, or not in the same order.
 */
export function columnsByName(table: readonly GridRow[], header: readonly GridRow[], rows: readonly GridRow[]): GridRow[] | null {
  const [to, from] = [table[0], header[0]];
  const isGuessed = rows.every(({ guessed, layout, cells }) => guessed && layout === 'columns' && cells.length === from?.cells.length);
  if (!to?.borders || !from?.borders || !isGuessed || to.cells.length === from.cells.length) return null;
  const columns = matched(namesIn(header), namesIn(table));
  if (!columns) return null;
  const { borders } = to;
  return rows.map((row) => ({ ...row, cells: to.cells.map((_, c) => row.cells[columns.indexOf(c)] ?? NO_CELL), borders }));
}

/** What the header says of each column, the cells above each other in one. */
function namesIn(header: readonly GridRow[]): string[] {
  return at(header, 0).cells.map((_, c) => header.map(({ cells }) => compact(nameAt(cells, c))).join(''));
}

function nameAt(cells: GridRow['cells'], column: number): string {
  let c = column;
  while (c > 0 && cells[c]?.covered === 'left') c--;
  const cell = cells[c];
  return cell === undefined || isBlank(cell) ? '' : cell.text;
}

/** By column, the one of the same name; one without such a name stands between the same ones, where as many stand there. */
function matched(from: readonly string[], to: readonly string[]): number[] | null {
  const out: (number | null)[] = [];
  let next = 0;
  for (const name of from) {
    const found = name === '' ? -1 : to.indexOf(name, next);
    out.push(found < 0 ? null : found);
    if (found >= 0) next = found + 1;
  }
  const known = out.filter((column) => column !== null).length;
  if (known < from.length - MOST_NAMELESS || known < from.length / 2) return null;
  return filled(out, to.length);
}

function filled(columns: readonly (number | null)[], width: number): number[] | null {
  const out: number[] = [];
  for (const [c, column] of columns.entries()) {
    const before = out.at(-1) ?? -1;
    const after = columns.slice(c + 1).find((other) => other !== null) ?? width;
    const own = column ?? before + 1;
    if (own <= before || (column === null && own >= after)) return null;
    out.push(own);
  }
  return out;
}
