/** Where the search for parents ends, and what of a hierarchy is missed: each with why. */

/** Rows without parents in a table of subjects that may stand below the subject above; where there are more, the codes tell nothing. */
export const MAX_ORPHANS = 40;
/** Each total of a table is held against all its rows. Tables have a few; of more than these nothing is asked, and their rows stay as they are. */
export const MAX_TOTALS = 20;
/** Largest share of incomplete subjects that still is an exception: one of five, two of ten. */
export const EXCEPTIONAL = 0.2;
/** So many parents of a level must be printed for a single one to be missed. */
export const ENOUGH_PARENTS = 2;
/** Steps from a row to the top: classifications have three levels, units and numbering a few more. It ends rows that stand below each other. */
export const MAX_DEPTH = 12;
