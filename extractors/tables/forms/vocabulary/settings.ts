/** How long the words of forms are, and how many are remembered: each with why. */

/** No word of a form is longer; longer text is not even looked at. */
export const MAX_WORD = 40;
/** Characters of a text that is remembered: longer strings can be slices that keep the whole document in memory. */
export const MAX_LENGTH = 12;
/** Texts that are remembered for each question: the forms of a document have some hundred. */
export const MAX_ENTRIES = 4_096;
