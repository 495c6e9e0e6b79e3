/** What is tried to explain broken equations, and how likely slips are: each with why. Work is counted in tried changes, so that results do not depend on time. */

/** Moves of numbers are looked for in so many rows at once: the rows of the longest tables that are printed on some ten pages. */
export const MAX_ROWS = 400;
/**
 * And for so many pairs of a number and a column: 400 rows of 40 columns have up to 320,000. Rows of thousands of columns have millions each;
 * what is wrong in them stays unexplained.
 */
export const MAX_PAIRS = 400_000;

/** Sets of more changes than this are not looked for; what is left then is mended one strong change after the other. */
export const MAX_CHANGES = 3;
/** Changes tried for one set of broken equations: all triples of some forty. */
export const MAX_TRIED = 60_000;
/** With so many smallest repairs no further first change is tried: a person reads no longer list, and each is hardly likely. */
export const MAX_REPAIRS = 64;

/**
 * Changes that are tried for all broken equations together, so that thousands of them in one sum cost no square. What is left then stays open:
 * its numbers are contradicted, and no repair is proposed.
 */
export const TRIED = { atLeast: 1_000_000, perEquation: 500 } as const;
/** So many terms can be listed as alternatives of one equation that stays open. */
export const FEW_TERMS = 12;

/** Weight of what no repair stands for: an identity that does not apply here, or more slips than were looked for. A tenth of that of the least likely edit. */
export const UNKNOWN = 0.002;

/** As many tails that nothing else explains show that the document's amounts are rounded. */
export const UNDISPUTED_TAILS = 3;
/** Tails of one number that rounding would bring about together less often than this are a slip in that number: in one of 300 documents by chance. */
export const CHANCE = 3e-3;

/** Edits of a number: one wrong digit is what readers and typists do most; weights relative to that, not probabilities. */
export const EDIT_WEIGHT = { digit: 1, swap: 0.3, length: 0.3, scale: 0.2, sign: 0.1, other: 0.02 } as const;
/** Other slips, on the same scale: a row that is missing or counted elsewhere is commoner than a number in another column, two rows exchanged are rare. */
export const MOVE_WEIGHT = { fill: 0.1, move: 0.1, shift: 0.1, swap: 0.05, row: 0.2, nest: 0.2, uncounted: 0.2 } as const;
/**
 * Weight of another reading of a number that was recognised in a picture, times its posterior: a slip of one digit (weight 1) is in one of so
 * many printed numbers.
 */
export const RECOGNISED_WEIGHT = 10_000;
/** Likelihood that a repair by another reading must hold to be made: all other causes together are a tenth of it. */
export const TAKEN = 0.9;
