/** How far and how long, in the room that tells tables from prose: each with why. Lengths are characters without spaces. */

/** Items between the line that names a publisher and the grid below it at most: unit, year, number and a blank line. */
export const MAX_CAPTION_LINES = 4;
/** A publisher's name with its code is no longer: 中国共产党某某市委员会 and the names of its offices. */
export const MAX_PUBLISHER = 30;
/** A title without the word for table, above its number: 支出 is no title, and a line of prose is longer. */
export const TITLE_LENGTHS = { least: 3, most: 20 } as const;
/** The second half of an entry of the contents page; a line of prose is longer. */
export const MAX_ENTRY_REST = 12;
/** A line between the rows of a grid: the rest of a label, or a row that has lost its tabs. */
export const MAX_INNER_LINE = 12;
/** Lines, blank ones included, between the last line of a caption and the header of a table whose layout was lost. */
export const MAX_CAPTION_DISTANCE = 12;
/** Lines of a note, the first included; prose below a table goes on for longer. */
export const MAX_NOTES = 6;
/** A line of a note is no longer; a paragraph is. */
export const LONGEST_NOTE = 199;
/** A line without any digit that no row and no label has. */
export const LONGEST_WORDS = 59;
/** What may stand behind a comma in a label (资本性支出，基本建设除外); more is a sentence that goes on. */
export const LONGEST_AFTER_COMMA = 11;
/** Lines below a caption among which amounts of a table in reading order stand: a header of three levels has some forty pieces. */
export const LINES_AHEAD = 60;
/** Amounts on lines of their own that a caption is looked for; prose has one by chance (a page number with a point). */
export const AMOUNTS_AHEAD = 3;
/** Cells on a line that blanks part; a sentence has a blank or two, around a year and a number. */
export const LEAST_CELLS = 5;
