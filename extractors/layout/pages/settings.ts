/** Where lines of a page stand and how they are repeated: each with why. Heights are shares of the page's height from the top. */

/** Headers and footers stand in the outer eighth of a page; a table's first and last rows seldom do. */
export const TOP = 0.12;
export const BOTTOM = 0.88;
/** What two pages repeat may be chance (a title and its continuation), what three do is not. */
export const MIN_PAGES = 3;
/** Share of the pages that repeat a title which is none of a table. */
export const MOST_PAGES = 0.6;

/** No line of a title is longer, spaces included. */
export const LONGEST_LINE = 200;
/** The second line of a title, where its words do not tell: a longer one is a title of its own. */
export const SHORT_REST = 12;
/** Between the lines of a title, in line heights: nearer than lines one and a half apart; two apart where a word or bracket goes on. */
export const LINE_GAP = 1.2;
export const WORD_GAP = 2;
