/** What the layout of a text weighs against its sums: each with why. */

/** What a column of text, by which the layout makes a reading less likely, weighs in digits: a number of four digits is no chance. */
export const COLUMN_DIGITS = 4;
/** Layouts that differ by less, in columns of text, are as likely as each other. */
export const NOISE = 3;
