/** How pieces of ink make lines: each with why. Those about sizes are in heights of a usual character unless they say points. */

/** Points: lower ink is a dot or a dash, higher ink no character of a text. */
export const LOWEST = 3;
export const HIGHEST = 30;
/** The height that this share of the ink does not exceed is usual: digits are lower than Chinese characters, and titles higher. */
export const USUAL_RANK = 0.6;

/** Ink lower and narrower than this is a point, a comma or dirt: it joins a line and makes none. */
export const SPECK = 0.3;
/** Dots that a line has at least. */
export const LEAST_INK = 6;
/** Two pieces share a line where they overlap by this share of the lower one: tight lines touch by less. */
export const OVERLAP = 0.3;
/** Lines that are together no higher are pieces of one (二, 三, 昌). */
export const ONE_LINE = 1.2;
/** How far a point or comma may lie from the line above or below it. */
export const NEAR = 0.25;

/** A wider gap parts the lines of two columns where no rule does: a space is at most as wide as a character. */
export const COLUMN_GAP = 0.9;
/** Within a cell: names are spaced out there, and amounts stand alone. */
export const CELL_GAP = 2.2;
