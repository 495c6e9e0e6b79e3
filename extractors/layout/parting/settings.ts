/** How captions, lists of tables and prose are told from the rows of tables: each with why. Lengths are characters without spaces. */

/** Entries with a table's number (表1 | 收支总表) that make a printed grid a list of tables: a table may name two or three others. */
export const MIN_NUMBERED = 4;
/** Entries without one, on a sheet; so many of its rows have something beside the title, too. */
export const MIN_LISTED = 3;
/** Share of the rows that are entries: headings, 目录 and remarks are the others. */
export const LISTED_SHARE = 0.6;

/** A cell of this many characters that ends as a sentence does, with nothing beside it, is prose: labels of rows are shorter. */
export const MIN_SENTENCE = 40;
/** （单位：人民币百万元） and a word more: a longer text that begins so is the head of a column. */
export const LONGEST_UNIT = 14;
