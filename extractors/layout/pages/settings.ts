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
/** Lines of a title are set in one size: their heights differ by less than this share. */
export const SAME_SIZE = 0.25;
/** Where only its words tell that a title goes on: characters of a first line that fills its line, and of what is more than a table's number. */
export const FULL_LINE = 15;
export const LONGEST_NUMBER = 8;

/** A gap this many ems wide parts the pieces of a caption line (publisher … year … unit): words of a piece are one or two apart. */
export const CAPTION_GAP = 2.5;

/** A word whose middle is this near (points) to a grid stands in it: texts touch the rules, and rules are half a point wide. */
export const BORDER_MARGIN = 1;
/** Rows of a table that only clip boxes show: fewer are the box of a caption, or a frame. */
export const MIN_CLIPPED_ROWS = 3;
/** Share of the page's width of a line that rules a table without a grid: shorter ones underline a word or a signature. */
export const MIN_RULE = 0.3;

/** So many amounts below each other, all at the heights of rows of the page before, are there by no chance. */
export const FEWEST_SPILLED = 3;
/** Points by which they may miss the height of a row, and the edge that they end at: less than a fifth of a line. */
export const SPILLED_OFF = 2;
/** Amounts that a finding shows: more than a person reads of it. */
export const MOST_SHOWN = 10;
