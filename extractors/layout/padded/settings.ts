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
