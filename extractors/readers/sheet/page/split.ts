import { isTitle } from '../../../notation/captions.ts';
import type { PlacedRow } from '../../cells/index.ts';

/** Rows of one of several tables that stand beside each other; `from` is the first of their columns among those of the sheet's page. */
export interface Part {
  from: number;
  rows: PlacedRow[];
}

/**
 * Tables that stand beside each other: a column between them is blank in all rows, and each has a title of its own. The halves of one
 * table (收入, 支出) have one title, which stands across the blank column.
 */
export function besideEachOther(rows: readonly PlacedRow[], columns: readonly number[]): Part[] {
  const width = columns.length;
  // Blank columns are no part of the view: what follows one is not the next column of the sheet.
  const cuts = columns.flatMap((column, c) => (c > 0 && column > (columns[c - 1] ?? 0) + 1 && !isSpanned(rows, c) ? [c] : []));
  const bounds = [0, ...cuts, width];
  const parts = bounds.slice(1).map((to, i) => partOf(rows, bounds[i] ?? 0, to));
  return parts.length > 1 && parts.every(({ rows: own }) => hasTitle(own)) ? parts : [{ from: 0, rows: [...rows] }];
}

const isSpanned = (rows: readonly PlacedRow[], c: number): boolean => rows.some(({ cells }) => cells[c]?.covered === 'left');

function partOf(rows: readonly PlacedRow[], from: number, to: number): Part {
  const own: PlacedRow[] = [];
  let isGap = false;
  for (const row of rows) {
    const cells = row.cells.slice(from, to);
    isGap ||= row.gap === true;
    const { gap: _, ...rest } = row;
    const starts = row.starts.slice(from, to);
    if (cells.some(({ text }) => text !== '')) own.push({ ...rest, cells, starts, ...(isGap ? { gap: true } : {}) });
    isGap = cells.every(({ text }) => text === '');
  }
  return { from, rows: own };
}

function hasTitle(rows: readonly PlacedRow[]): boolean {
  return rows.some(({ cells }) => cells.some(({ text }) => text !== '' && isTitle(text)));
}
