/** Tables of texts whose columns are made with spaces, from page to page: each with why. */

/**
 * What it costs, in columns of text, to take the columns of a page for those of the table above: a column of another kind, one that the rows
 * above leave blank; from `noColumn` on they are not. `shift`: each page shifts its columns by the longest texts left of them, so that
 * positions count by halves; `repeated`: `noColumn` of rows below the same header, which says that they are of the same columns; `left`: texts left of the amounts share the width of the page's left part.
 */
export const GOING_ON = { otherKind: 20, unused: 6, noColumn: 40, repeated: 80, shift: 0.5, left: 30 } as const;

/** Readings that cost `margin` columns of text more than the likeliest are none; so many are kept, and so many ways to name the columns. */
export const READINGS = { margin: 12, most: 12, namings: 4 } as const;
/** Rows that have two texts in one span, so that it is two columns; a text that is pushed aside reaches into the next one by so many points. */
export const TOUCHING = { rows: 2, pushed: 15 } as const;
/** Share of a column's texts that must be numbers of rows: texts of its neighbours may reach into it. */
export const MOST_ORDINALS = 0.8;

/** What a row may look like: a line on one side of its amounts more than on the other is the unit. */
export const ROW_COST = {
  uneven: 1,
  /** A label beside its amounts that goes on below them, which is usual, or only above them. */
  below: 1,
  above: 2,
  /** A line that goes on though its column had room. */
  notFull: 2,
  /** A blank line between two lines of a row; two where rows stand close. */
  parted: 1.5,
  /** The name of a known code; a code without a name. */
  named: -2,
  noLabel: 2,
  /** A line that is a row of its own without amounts: more than an uneven line, less than two. */
  alone: 1.7,
  /** A line that begins a row (一、, 合计) within another one. */
  starts: 4,
} as const;
/** Ways whose costs differ by no more are as likely: one line more on one side of the amounts than on the other says nothing. */
export const AS_LIKELY = 1;
/** Lines between two anchors of which every way to share them out is tried, and so few that any of them may be a row of its own. */
export const SHARED = { every: 60, alone: 6 } as const;
/** A line is full when it is this share of the widest text of its column: first lines are indented, and no word is cut. */
export const FULL_LINE = 0.75;
/** Lines between the first and the last of a number that its cell was too narrow for. */
export const CUT_REACH = 3;
/** Points: the rest of a number stands in the middle of its cell, wherever the writer put the number's beginning. */
export const CUT_SHIFT = 48;

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
/** Lines from the end of a unit that wraps back to its beginning: what stands left of it may come between them. */
export const UNIT_REACH = 2;
/** Digits that codes of one list have in common, how many such codes are no chance, and how long they are where nothing else tells. */
export const CODES_ALIKE = { digits: 3, codes: 3, length: 5 } as const;
