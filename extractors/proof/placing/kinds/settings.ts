/** When rows of one kind stand alike: each with why. */

/**
 * Rows of one kind that stand in the same columns. `rows`: of one open row nothing can be alike. `digits`: those that the sum of a reading by kinds
 * confirms beyond the number of such readings, so that it is met by chance once in 10,000 lists. `parted`: rows of the one kind that is
 * parted. `sums`: of each half of the kinds; 14 kinds with two choices have as many.
 */
export const KINDS = { rows: 2, digits: 4, parted: 12, sums: 20_000 } as const;
