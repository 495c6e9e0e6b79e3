/** When tables differ by a power of ten, and which repairs count: each with why. */

/** So many different amounts differ by one power of ten by no chance. */
export const FEWEST_SCALED = 3;
/** Share of the amounts that both tables have; others may be slips of their own. */
export const MOST_SCALED = 0.9;
/** Last places of an amount: 0.05 is ten times 0.01 in too many ways, so that amounts have three digits at least. */
export const LEAST_AMOUNT = 100n;
/** Statements of the prose that one table contradicts by the same power of ten. */
export const FEWEST_SAID = 2;
/** Tables before it that a table is compared with: all of a disclosure, and a bound for files that hold many. */
export const REACH = 16;

/** Alternatives that together hold less than this share of the likelihood are not worth a look. */
export const NEGLIGIBLE = 0.02;
