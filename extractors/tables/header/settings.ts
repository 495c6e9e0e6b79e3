/** What belongs to a header: with why. */

/** 类 | 款 | 项 at the start of a row of data head its codes: so many of the words side by side are no name. */
export const FEWEST_CLASS_WORDS = 2;
