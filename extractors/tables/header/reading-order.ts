import type { JoinedTable } from '../../model/tables.ts';
import { LEAST_GAPS } from './settings.ts';

/**
 * A program took the pages apart (plain `pdftotext`, copy and paste): blank lines part the blocks of each page, and the cells of a table
 * come as the blocks are read, not row by row. The habit is the document's, since a small table may have such lines by chance.
 */
export function isInReadingOrder(tables: readonly Pick<JoinedTable, 'rows'>[]): boolean {
  let lines = 0;
  let gaps = 0;
  for (const { rows } of tables) {
    if (rows[0]?.layout !== 'sequence') continue;
    lines += rows.length;
    gaps += rows.filter(({ page, line }, i) => rows[i - 1]?.page === page && line > (rows[i - 1]?.line ?? line) + 1).length;
  }
  return gaps > LEAST_GAPS * lines;
}
