/** How much merged and missing cells may widen and lengthen the grids of a file: each with why. */

/** Columns that one cell is merged over: no table of a disclosure has half as many; of more the rest is cut. */
export const MAX_COLUMNS = 100;
/**
 * Cells that the merged cells of a file cover together. Ten characters can claim 10,000 cells; a disclosure of a thousand pages has
 * some 100,000 such cells.
 */
export const MOST_COVERED = 1_000_000;
/** A short row has blank cells up to the width of the row above it, and up to this one where that is wider: short rows below a wide one cost no square. */
export const MOST_PADDED = 100;
