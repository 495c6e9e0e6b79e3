/** How much of one table may look like another, where parts of tables are joined: each with why. */

/** Rows with texts in a header; formats have five at most, and broken cells more. What follows is data, amounts or not. */
export const MAX_HEADER_ROWS = 8;
/** Characters of a cell of a header where no amount tells header from data. */
export const LONGEST_HEADER_TEXT = 20;
/** Share of header words below which a printed grid, or one whose spans are written in the file, without a title is a table of its own. */
export const SAME_HEADER = 0.5;
/** Right halves of one table: each widens its header. Further ones are tables of their own. */
export const MOST_FRAGMENTS = 50;
/** Cells of the row that a form begins with: its label and what stands beside it. */
export const MOST_FIRST_CELLS = 6;

/** Left edges of two pages that differ by less (points) are those of one page geometry. */
export const SAME_EDGE = 15;
/** Share of a column that a cell of a later page must cover, before it counts as one of those that it is merged over. */
export const COVERED = 0.8;
/** Overlaps of columns that differ by less (points) are the same. */
export const SAME_OVERLAP = 0.5;
/** Characters of a name in a cell. A longer text may go on with a point of its own (2.开展 …). */
export const LONGEST_NAME = 20;
/** Characters that are no text of their own below a cut one. */
export const LONGEST_PIECE = 2;
/** Columns of a page whose name the header of the table above has not: the words of one cell that wraps may be cut elsewhere. */
export const MOST_NAMELESS = 3;
/** Lines that the name of a body goes on over, in a column of eight characters. */
export const MOST_NAME_LINES = 3;
/** What one piece more of a word of no format weighs against a header (`segmentations`): less is no sign that a line belongs to the first row. */
export const LEAST_ODD = 0.3;
