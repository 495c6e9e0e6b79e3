/** How many ways to read the words of a header are tried, and how odd they may be: each with why. Costs are those of `COST`. */

/** Words of a header: the longest formats have thirty. Of more no tree is made, for the ways grow with their square. */
export const MOST_WORDS = 40;
/** Ways that are kept at each point: those that are cheaper by then stay cheaper but for a head or two. */
export const MOST_WAYS = 6;
/** Ways to lay a row over the one below it, kept at each of its words: a head over the middle of a row has five cells beside it. */
export const MOST_LAID = 16;
/** Whole trees that are given back: what their panels say decides among them. */
export const MOST_WHOLE = 24;
/** Nothing that costs more is a header of any format: three or four oddities at once. */
export const MOST_COST = 6;
/** A head alone does not cost more: it is unknown, has strange children and lacks a total. */
export const MOST_HEAD = 2.5;
/** Lines at which a row may begin; more lines are words that wrap. The first ones head what follows. */
export const MOST_STARTS = 9;
export const FIRST_LINES = 3;
/** Where lines show no rows: share of the words of a run that must belong to a group head. */
export const MOST_OF_RUN = 0.5;

/** Of a header with more words of no format than this nothing is known. */
export const MOST_UNKNOWN = 12;
/** Where lines show no rows, the search for rows is a guess. */
export const NO_ROWS = 1;
/** Of several heads that may have the same cells below them formats divide the first. */
export const FIRST_HEAD = 0.1;
/** Ways to cut the words that cost so much more than the cheapest are not looked at. */
export const FURTHER = 1.3;
/** Readings that are handed on: the sums of the rows are asked of each. */
export const MOST_HANDED_ON = 6;
/** A column that no row fills, and all of them at most. */
export const EMPTY = 0.2;
export const MOST_EMPTY = 1;
/** The numbers below the header count other columns than the reading has. */
export const OTHER_COUNT = 3;
/** Panels of one name and one column each that make a header of panels. */
export const LEAST_SIDES = 3;
/** Numbers of words that are tried where all rows fill as many columns and the likeliest words do not make so many: a cell cut into four more or less. */
export const MOST_OF_WIDTH = 8;
/** Numbers of a row from which on rows that fill as many are no chance: a total and the one part that it has are two in most tables. */
export const LEAST_FULL = 4;
/** Words of no format that leave the number of columns open: one that lines cut in two. */
export const LEAST_UNCLEAR = 1;
/** Columns that are divided alike, and cells that each is divided into: two columns with the same parts are met without it. */
export const LEAST_DIVIDED = 4;
export const MOST_DIVIDED = 4;
/** Heads in a header of which formats alone say what is above what, and ways to choose them: of more the words say nothing for sure. */
export const MOST_FORMAT_HEADS = 5;
export const MOST_HEAD_CHOICES = 400;
export const MOST_POSSIBLE_HEADS = 14;
/** Trees by formats that are handed on. */
export const MOST_FORMAT_TREES = 4;
/** What they cost less than those by runs: they have as many columns as the rows. */
export const BY_FORMAT = 0.3;
/** Columns beside each other in another order than that of the formats: as they were read. */
export const AS_READ = 0.05;
/** A head of formats that is a column beside two of its parts: no format has it, and sums of many columns hold by chance. */
export const BARE_HEAD = 1;
/** What the words of a header may cost by themselves to say how many columns there are: an oddity of one head. */
export const MOST_NATURAL = 0.5;
