/** What belongs to a header, and how it is told from rows: each with why. */

/** 类 | 款 | 项 at the start of a row of data head its codes: so many of the words side by side are no name. */
export const FEWEST_CLASS_WORDS = 2;

/** Share of the lines with further cells, where each cell has a line of its own. */
export const MOST_LONGER = 0.2;
/** A reading of whose words more is odd is a guess: two oddities that formats do not have together. */
export const MOST_COST = 2.5;
/** The same where words of the header stand behind the rows: a total that is not the first says that they come in another order. */
export const MOST_COST_BEHIND = 0.9;
/** Lines of a header that the same lines in the same order are no rows: of fewer a label may be made. */
export const LEAST_REPEATED = 3;
/** Share of lines with a blank one above: pages that are taken apart have one before half of their blocks, pages read row by row few. */
export const LEAST_GAPS = 0.15;
/** Rows without which the numbers of a row are no habit of the table. */
export const LEAST_ROWS = 3;
/** Share of rows with as many amounts as any: a row or two may have lost one, or hold a number in its label. */
export const MOST_FULL = 0.9;
/** What a header of which nothing can be made weighs against rows that are dealt well: as much as a few of them. */
export const MOST_ODD = 6;

/** Numbers of a column that each count on from the one above, all of them, so that they are no amounts. */
export const FEWEST_COUNTING = 2;
