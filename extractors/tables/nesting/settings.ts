/** How much the rows of a table must agree, before one is taken for a part of another: each with why. */

/** Indents that differ by less (points) are the same level: a third of a character of the usual size. */
export const SAME_INDENT = 2.5;
/** Levels of indents; more are centred labels. */
export const MAX_INDENT_LEVELS = 7;
/** Share of the parents whose children must add up, before indents are taken for a hierarchy: wrong amounts are the exception. */
export const AGREEMENT = 0.75;
/** Left-aligned labels, whose indents need no sums: to the point (points), on few levels, of several rows each on average, and below the first level at least. */
export const LEFT_ALIGNED = { within: 0.8, levels: 4, rowsEach: 3, least: 2 } as const;
/** A digit that a sum contradicts speaks so many times louder than one that a sum confirms: sums rarely agree by chance, and as rarely fail. */
export const BROKEN = 2;
/** Rows without parents in a table of subjects that may stand below the subject above; where there are more, the codes tell nothing. */
export const MAX_ORPHANS = 40;

/** Significant digits of an amount that others add up to; sums of fewer agree by chance. */
export const TELLING_DIGITS = 4;
/** The same of several sums together, where nothing but the numbers tells them. */
export const TELLING_DIGITS_TOGETHER = 7;
/** Each total of a table is held against all its rows. Tables have a few; of more than these nothing is asked, and their rows stay as they are. */
export const MAX_TOTALS = 20;

/** Largest share of incomplete subjects that still is an exception: one of five, two of ten. */
export const EXCEPTIONAL = 0.2;
/** So many parents of a level must be printed for a single one to be missed. */
export const ENOUGH_PARENTS = 2;

/** Steps from a row to the top: classifications have three levels, units and numbering a few more. It ends rows that stand below each other. */
export const MAX_DEPTH = 12;
