import { at } from '../../model/at.ts';
import { fillBlanks, type TableColumn } from './head/columns.ts';
import type { DataColumn } from './head/data-column.ts';

import { COLUMN } from './lines/words.ts';

/** Rows without a header in the columns of the table that they go on from: of another page, where texts stand elsewhere, and some columns are blank. */

/** Costs in columns of text: a column of another kind, one that the rows above leave blank, a column of the rows that the table has not. */
const OTHER_KIND = 20;
const UNUSED = 6;
const NO_COLUMN = 40;
/** Positions are compared by halves: each page shifts its columns by the longest texts left of them. */
const SHIFT = 0.5;
/** Texts left of the amounts share the width of the page's left part. */
const LEFT = 30;

/**
 * The columns of the table as they stand on this page, those that are blank here between the others; null where the rows have a column
 * that the table has not.
 */
export function columnsGoingOn(rows: readonly DataColumn[], table: readonly DataColumn[]): TableColumn[] | null {
  if (rows.length > table.length) return null;
  const [origin, target] = [originOf(rows), originOf(table)];
  const price = (row: DataColumn, column: DataColumn): number =>
    (column.isEmpty ? UNUSED : kindOf(row) === kindOf(column) ? 0 : OTHER_KIND) +
    (row.isAmounts && column.isAmounts
      ? (Math.abs(row.to - origin - (column.to - target)) / COLUMN) * SHIFT
      : Math.abs(row.from / origin - column.from / target) * LEFT);
  // cost[i][j]: the first i columns of the rows among the first j of the table.
  const cost = rows.map(() => table.map(() => Number.POSITIVE_INFINITY));
  const best = (i: number, j: number): number => (i < 0 ? 0 : j < i ? Number.POSITIVE_INFINITY : at(at(cost, i), j));
  for (const [i, row] of rows.entries()) {
    for (const [j, column] of table.entries()) {
      const here = best(i - 1, j - 1) + price(row, column);
      at(cost, i)[j] = Math.min(here, j > 0 ? best(i, j - 1) : Number.POSITIVE_INFINITY);
    }
  }
  if (best(rows.length - 1, table.length - 1) >= NO_COLUMN) return null;
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
