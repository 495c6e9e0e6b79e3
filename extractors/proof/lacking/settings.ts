/** When something is taken as lost from a table: each with why. */

/** Rows with numbers, below which a table may well do without a total. */
export const FEWEST_ROWS = 4;

/** Rows in which a total is more than the parts that are printed: one alone may hold a misread number. */
export const FEWEST_OVER = 2;
