/** How well the cells of an indicator fit their columns: each with why. Fits are points; 0 is neutral, 10 is sure. */

/** Fit of a cell at or below which a person should look at its row. */
export const UNFIT = -4;
/** What the lines of a printed grid add to a cell below the heading of its column: more than any text speaks for another. */
export const PRINTED = 4;
/** Cells of a row: forms have a dozen columns. More are remains of embedded tables. */
export const MAX_INDICATOR_CELLS = 30;

/** Characters of a text that may be a name, and is compared without its spaces. */
export const MAX_NAME = 40;
/** Characters of a level's name, wherever it stands: 服务对象满意度指标 has nine. */
export const MAX_LEVEL_NAME = 16;
/** … and of one that nobody knows. */
export const LONGEST_UNKNOWN = 14;
