/** When the numbers of a row are taken as shifted: each with why. */

/** So many numbers move at least: one by itself is a smallest repair of the broken sum, beside others that would do. */
export const FEWEST_SHIFTED = 2;

/** In rows of more columns nothing is tried: a page holds half as many, and the tries grow with the square. */
export const MOST_COLUMNS = 60;
