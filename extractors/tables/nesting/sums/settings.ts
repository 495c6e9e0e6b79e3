/** How much sums must say, before one row is taken for a part of another: each with why. */

/** Share of the parents whose children must add up, before indents are taken for a hierarchy: wrong amounts are the exception. */
export const AGREEMENT = 0.75;
/** A digit that a sum contradicts speaks so many times louder than one that a sum confirms: sums rarely agree by chance, and as rarely fail. */
export const BROKEN = 2;
/** Significant digits of an amount that others add up to; sums of fewer agree by chance. */
export const TELLING_DIGITS = 4;
/** The same of several sums together, where nothing but the numbers tells them. */
export const TELLING_DIGITS_TOGETHER = 7;
