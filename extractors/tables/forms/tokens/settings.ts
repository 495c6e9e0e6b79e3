/** How cells are dealt out to columns, and lines put together: each with why. Costs are points of the fit. */

/** To change, along a row, by how many columns cells stand off their headers, a column each; two are as bad as any. */
export const SHIFT_COST = 1.5;
export const MOST_SHIFTS = 2;
/** To begin a row off its header: rows of scanned tables are shifted as a whole. */
export const FIRST_SHIFT_COST = 0.3;
/** To put a further cell into a column that holds one: more than any fit gains. */
export const NEVER_JOINED = 30;

/** Rows of a header above that of the levels. */
export const MAX_UPPER_ROWS = 3;
/** Words of a line; longer lines are prose. */
export const MAX_TOKENS = 100;
/** Lines that the name of an indicator is broken over: a cell of four characters, for names of thirty. */
export const MAX_FRAGMENTS = 8;

/** Characters of a number with its unit or sign of comparison. */
export const MAX_VALUE = 40;
/** … of a date (2026年12月31日之前), spaces included, */
export const LONGEST_DATE = 19;
/** … and of a sign of comparison, in TeX, too. */
export const LONGEST_OPERATOR = 16;
