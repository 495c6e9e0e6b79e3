/** Tables of texts whose columns are made with spaces, from page to page: each with why. */

/**
 * What it costs, in columns of text, to take the columns of a page for those of the table above: a column of another kind, one that the rows
 * above leave blank; from `noColumn` on they are not. `shift`: each page shifts its columns by the longest texts left of them, so that
 * positions count by halves; `left`: texts left of the amounts share the width of the page's left part.
 */
export const GOING_ON = { otherKind: 20, unused: 6, noColumn: 40, shift: 0.5, left: 30 } as const;

/** Share of the pages that repeat a line which is none of a table's header. */
export const MOST_PAGES = 0.6;
/** Columns part a line into so many texts; running heads have two, at the left and at the right. */
export const MOST_TEXTS = 2;

/** Rows, and amounts in them, before lines of a text are a table; with a header of so many cells fewer are one. */
export const MIN_ROWS = 3;
export const MIN_HEADER_CELLS = 3;
/** Share of the numbers that must have decimals, separators or many digits: a list of years or counts is no table of amounts. */
export const MIN_MONEY_SHARE = 0.3;
/** Lines between the rows of a table, and between it and its header, at most: rows without amounts, and labels of several lines, stand between. */
export const ROW_GAP = 16;
export const HEADER_GAP = 4;
/** Lines of a header: five levels, each of up to four lines. */
export const MAX_HEADER_LINES = 20;
/** Characters of the rest of a label below the last row. */
export const LONGEST_REST = 24;
/** Columns of text: a line of prose is wider than any column; one that reads as a sentence needs half. */
export const PROSE = 36;
/** Wider than any table of a disclosure; the header costs the square of its cells. */
export const MOST_CELLS = 120;
/** Share of the rows whose amounts may end right of where running text beside them begins: amounts that the text itself states. */
export const MOST_CROSSING = 0.1;
/** Columns of text: running text beside the rows is no narrower, a remark may be. */
export const BESIDE = 12;
