import { SERIAL_COLUMN } from '../../../../schemas/lexicon/tables/columns.ts';
import type { GridRow } from '../../../model/blocks.ts';
import { compact } from '../../../notation/text.ts';
import { MOST_COUNTING } from './settings.ts';

/** 序号: the numbers that count the rows of a table whose layout was lost stand first on their lines, and are no amounts. */

const COUNT = /^\d{1,4}$/;

/** Rows without the numbers that count them, where the header has a column for these and they count. */
export function withoutSerials(rows: readonly GridRow[], header: readonly GridRow[]): GridRow[] {
  const hasColumn = header.some(({ cells }) => cells.some(({ text }) => SERIAL_COLUMN.test(compact(text))));
  if (!hasColumn) return [...rows];
  const serials = serialsIn(rows);
  return rows.map((row, i) => (serials.has(i) && row.cells.length > 1 ? { ...row, cells: row.cells.slice(1) } : row));
}

/** The rows that begin with the number behind that of the row before, or with the first one again; none where too few do. */
function serialsIn(rows: readonly GridRow[]): ReadonlySet<number> {
  const found = new Set<number>();
  let last = 0;
  let others = 0;
  for (const [i, { cells }] of rows.entries()) {
    const text = compact(cells[0]?.text ?? '');
    if (!COUNT.test(text) || cells.length < 2) continue;
    const number = Number(text);
    if (number === last + 1 || number === 1) {
      found.add(i);
      last = number;
    } else others++;
  }
  return found.size >= MOST_COUNTING * (found.size + others) ? found : new Set();
}
