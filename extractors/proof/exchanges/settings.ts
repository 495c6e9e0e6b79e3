/** When two rows are taken as exchanged: each with why. */

/**
 * Digits of an amount between its first and its last that is not 0: that two amounts of one digit each (5 and 10) stand the other way round in
 * another table happens by chance.
 */
export const TELLING = 3;

/** Columns that a pair of rows is looked up in: more than any one disclosure has of one subject, so that many in one file cost no square. */
export const MOST_FACETS = 120;

/** Tables of one subject that are compared: a disclosure prints it in a dozen, a file of thousands of tables in each of them. */
export const MOST_TABLES = 60;

/** A rate is met within one part in so many: units round the pay that they apply it to, or join staff during the year. */
export const RATE_TOLERANCE = 50n;
