/** When the numbers alone show that a column adds up others: each with why. */

/** Rows that must be filled, and of them those with two addends or more: a sum of one addend is a repeated column. */
export const FEWEST_ROWS = 5;
export const FEWEST_TELLING = 3;
/** Largest share of rows in which it may fail: a wrong digit must not hide the sum that shows it. */
export const MOST_FAILING = 0.1;
/** Addends beside each other: formats have five or six, and of thousands of columns each is held against those beside it only. */
export const LONGEST_RUN = 8;
