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

/** The widest gaps within a line, in heights of its characters: as a rule, and between single characters of one spaced word. */
export interface Gap {
  usual: number;
  spaced: number;
}

/** The widest gaps within a line on a page without cells: wider ones part columns, where no rule does. */
export const PAGE_GAP: Gap = { usual: 1, spaced: 2.2 };
/** Within a cell: its words come together again, so that only lone characters, which are read badly, must stay with each other. */
export const CELL_GAP: Gap = { usual: 1.5, spaced: 8 };
/** Points, commas and the like are narrower and lower, … */
export const MARK = 0.45;
/** … and have a place of this width, from their ink on. */
export const MARK_PLACE = 0.85;
/** A single Chinese character is so wide: wider than a digit, narrower than two. */
export const SINGLE_FROM = 0.7;
export const SINGLE_TO = 1.3;
