/**
 * How rows, columns and headers are told where only the alignment of texts shows them: each with why. Ems are the size of the font, shares of
 * heights those of a line; points are a seventh to a twelfth of an em.
 */

/** Gaps of more ems part the cells of a line: a space is half an em wide, and justified text a little more. */
export const SEGMENT_GAP = 0.9;
/** Ems between the letters of a letter-spaced word (合    计), one that is known and any other. */
export const LETTER_GAPS = { known: 12, other: 4 } as const;
/** An amount and a code are cells by themselves from this gap on (ems). */
export const AMOUNT_GAP = 0.3;
/** Cells of a row: more are the marks of an axis or a calendar. */
export const MOST_SEGMENTS = 30;

/** Rows, and amounts in them, before texts in columns are a table. */
export const MIN_ROWS = 3;
/** Cells of the header that makes fewer rows a table. */
export const MIN_HEADER_CELLS = 3;
/** Share of the numbers with decimals or thousands: of years, counts and codes alone there are lists. */
export const MIN_MONEY_SHARE = 0.3;
/** Rules that frame a row stand this many line heights from its text at most. */
export const RULE_REACH = 2;
/** Numbers that count lines stand below each other: their middles differ by less (points). */
export const SAME_COLUMN = 6;
/** Texts that begin or end at one place differ by less (points). */
export const ONE_PLACE = 3;

/** Lines of a table follow each other within this many heights; lower ones (points) are taken for this high. */
export const ROW_GAP = 3.6;
export const LEAST_HEIGHT = 6;
/** A total may stand below blank rows. */
export const TOTAL_GAP = 14;
/** Rows above with whose columns a blank row and a total are compared. */
export const ROWS_COMPARED = 12;
/** A row without amounts: cells, and characters of each. More are prose that begins where labels begin. */
export const BLANK_ROW = { cells: 4, characters: 39 } as const;
/** Lines of labels between two rows; more are prose. */
export const MAX_WRAPPED = 3;
/** The rest of the last label: characters, and how near (heights) it follows. */
export const LAST_WRAPPED = { characters: 14, gap: 0.6 } as const;
/** Formats print five levels, each of up to three lines. */
export const MAX_HEADER_LINES = 14;

/** A blank strip between columns may be crossed by this share of the rows (a label that is too long). */
export const CROSSED = 0.02;
/** Narrower strips (points) are the space between words. They are measured in steps. */
export const MIN_GUTTER = 1.5;
export const STEP = 0.5;
/** Share of the rows that must have both parts of a strip, before it is cut in two without a blank between them. */
export const MIN_WITH_BOTH = 0.2;
/** A word crosses a border where it stands out on both sides by more (points); this share of the rows may have such words. */
export const OVERHANG = 4;
export const MOST_CROSSING = 0.2;
/** The outer borders stand this many points outside the text. */
export const OUTSIDE = 4;
/** A header cell further (points) from a column is not that column's: six characters. */
export const MAX_SHIFT = 70;
/** Header lines further apart (points) are levels; what stands in this share of their height from the top is the name of a group. */
export const MIN_DEPTH = 8;
export const GROUP_PART = 0.3;

/** Share of the rows with a rule between them from which on rules say where rows end. */
export const RULED_SHARE = 0.8;
/** The first row's label may begin above its numbers: nearer than this share of a line's height. */
export const LABEL_GAP = 0.5;
/** Lines nearer than this share of the usual distance of rows are one row. */
export const WITHIN_PITCH = 0.8;
/** That distance is a low quantile: rows whose labels wrap stand further apart. */
export const PITCH_QUANTILE = 0.3;
/** Line heights from the amounts of a row to a piece of its label. */
export const PIECE_REACH = 2.2;

/** Lines of one header cell follow each other within this share of their height, … */
export const WRAP_GAP = 0.5;
/** … in one size, to this share, … */
export const SAME_FONT = 0.1;
/** … and their centres or left edges differ by less than this many ems. */
export const OFF_CENTRE = 0.6;
/** Middles of header cells on one line differ by this many ems at most. */
export const SAME_HEIGHT = 0.5;
/** 2026 and 年预算数 are words apart without a gap (ems). */
export const TOUCHING = 0.1;
/** Characters of one word follow each other within this many ems. */
export const PITCH = 1.18;
/** From this part of the way down to the lowest header cells on, a cell stands below another. */
export const LOWER_PART = 0.7;
/** What it costs (points) to leave a column without a cell above it: headers are set off centre by a point or two. */
export const UNCOVERED = 4;
/** A header cell stands over a column where it covers more than this share of the narrower of both. */
export const MIN_OVERLAP = 0.5;
