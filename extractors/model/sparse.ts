import type { ReadTable } from './tables.ts';

/**
 * Places in a table for each number in it, above which nothing is asked of every place: a printed table has ten at most, a few rows
 * of thousands of columns among thousands of short ones have hundreds. What is spared would grow with the square of the file.
 */
export const MOST_PLACES_A_NUMBER = 100;
/** So many places are always looked at. */
export const FEW_PLACES = 100_000;

/** Rows times columns, against the numbers that stand in them. */
export function isSparse({ items, columns }: Pick<ReadTable, 'items' | 'columns'>): boolean {
  const places = items.length * columns.length;
  if (places <= FEW_PLACES) return false;
  const numbers = items.reduce((sum, { cells }) => sum + cells.length, 0);
  return places > FEW_PLACES + MOST_PLACES_A_NUMBER * numbers;
}
