/** When spaces keep the columns of a text: each with why. */

/** Lines with gaps before amounts: fewer are chance. */
export const MIN_LINES = 3;
/** Share of the lines with amounts: where most have none, spaces part cells but keep no columns. */
export const MIN_SHARE = 0.3;
/** Amounts of a line that are looked at: no page is wider. */
export const MOST_AMOUNTS = 60;
/** Columns between the characters of a total's name at most (支       出): wider gaps part columns. */
export const LOOSE = 16;
