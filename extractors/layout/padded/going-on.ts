import { at } from '../../model/at.ts';
import { fillBlanks, type TableColumn } from './head/columns.ts';
import type { DataColumn } from './head/data-column.ts';

import { COLUMN } from './lines/words.ts';
import { GOING_ON } from './settings.ts';

/** Rows without a header in the columns of the table that they go on from: of another page, where texts stand elsewhere, and some columns are blank. */

/**
 * The columns of the table as they stand on this page, those that are blank here between the others; null where the rows have a column
 * that the table has not: that cost `limit` or more.
 */
export function columnsGoingOn(
  rows: readonly DataColumn[],
  table: readonly DataColumn[],
  limit: number = GOING_ON.noColumn,
): TableColumn[] | null {
  if (rows.length > table.length) return null;
  const [origin, target] = [originOf(rows), originOf(table)];
  const price = (row: DataColumn, column: DataColumn): number =>
    (column.isEmpty ? GOING_ON.unused : kindOf(row) === kindOf(column) ? 0 : GOING_ON.otherKind) +
    (row.isAmounts && column.isAmounts
      ? (Math.abs(row.to - origin - (column.to - target)) / COLUMN) * GOING_ON.shift
      : Math.abs(row.from / origin - column.from / target) * GOING_ON.left);
  // cost[i][j]: the first i columns of the rows among the first j of the table.
  const cost = rows.map(() => table.map(() => Number.POSITIVE_INFINITY));
  const best = (i: number, j: number): number => (i < 0 ? 0 : j < i ? Number.POSITIVE_INFINITY : at(at(cost, i), j));
  for (const [i, row] of rows.entries()) {
    for (const [j, column] of table.entries()) {
      const here = best(i - 1, j - 1) + price(row, column);
      at(cost, i)[j] = Math.min(here, j > 0 ? best(i, j - 1) : Number.POSITIVE_INFINITY);
    }
  }
  if (best(rows.length - 1, table.length - 1) >= limit) return null;
  const out = table.map((): TableColumn => ({ from: Number.NaN, to: Number.NaN, isBlank: true }));
  for (let i = rows.length - 1, j = table.length - 1; i >= 0; j--) {
    if (j > i && best(i, j - 1) <= best(i, j)) continue;
    out[j] = { from: at(rows, i).from, to: at(rows, i).to, isBlank: false };
    i--;
  }
  fillBlanks(out);
  return out;
}

const kindOf = ({ isAmounts, isTexts }: DataColumn): string => (isAmounts ? 'amounts' : isTexts ? 'texts' : 'codes');

/** Where the first amounts end: what is left of them is texts, of which each page has its own widths. */
const originOf = (columns: readonly DataColumn[]): number => columns.find(({ isAmounts, isEmpty }) => isAmounts && !isEmpty)?.to ?? 1;
