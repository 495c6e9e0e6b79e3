/** How the characters of a line become words: each with why. Lengths are shares of the height of the line's ink. */

/** Digits have this much of a usual character's height: lower ink is a mark, which is told by its size. */
export const LOWEST = 0.7;
/** Characters further apart than this are of two words: a blank of half an em lies between words, never within them. */
export const WORD_GAP = 0.6;
/** Digits further apart than this are of two numbers; nearer ones of one whose point or comma was lost, or is a blank. */
export const NUMBER_GAP = 1.2;
/** Ink this much darker than the paper, as a share of the way to the darkest, is print and no noise. */
export const INK = 0.4;
/** Rank of the grey that is the paper of a line, and of the darkest: a line is a fifth to a third ink. */
export const PAPER_RANK = 0.7;
export const DARK_RANK = 0.01;
/**
 * Ink whose further end is this far from every character was not recognised; of numbers, ink whose middle is: a minus stands nearly half an em
 * before its digit. Narrower ink is dust, or of a broken character; flat ink no rule of the page, and no bracket.
 */
export const UNCOVERED = { distance: 0.9, digit: 0.42, width: 0.15, flat: 0.3 } as const;
/** How much less sure a text is beside such ink. */
export const LOST_CHARACTER = 0.4;
/** How likely a flat character was lost where flat ink is left over before a number, or a text that it makes a known word of: not to be trusted. */
export const LOST_START = 0.85;
/** Other readings that are kept of a word: more than any equation would need. */
export const MOST_ALTERNATIVES = 6;
/** A word whose likeliest reading is less likely is none: dust, a piece of a rule. */
export const LEAST_SURE = 0.02;
/** Readings less likely than this are none. */
export const LEAST_POSTERIOR = 1e-4;
/** Height of the ink of a line over its font size: of characters that fill their square, and of digits and capitals. */
export const FILLED = 0.92;
export const DIGITS = 0.72;
