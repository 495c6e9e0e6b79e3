/** How rows above the indicators are told: each with why. */

/** Filled cells of a row: tables of tasks have up to a dozen columns. More are remains of another table. */
export const MAX_CELLS = 24;
/** Characters of a value that may have been broken over lines: what fits into its cell is whole. */
export const LONG_VALUE = 10;
/** Rows of headings over a row of amounts: 总额 and its parts. */
export const MAX_HEADINGS = 2;
/** Headings of amounts beside each other that make a row a header: one may be a label with a text behind it. */
export const FEWEST_MONEY_HEADS = 2;
