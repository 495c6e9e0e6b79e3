/** What lines have in common that are read in one way: each with why. */

/** Share of the numbers that open a line and count on from the one before: others are amounts of rows without a number. */
export const MOST_COUNTING = 0.9;
