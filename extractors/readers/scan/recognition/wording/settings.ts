/** What known words weigh among the readings of a text: each with why. */

/** A word of one character stands in any text. */
export const SHORTEST = 2;
/** A reading is so many times likelier for each character of a known word that the recogniser's likeliest does not show, … */
export const PER_CHARACTER = 10;
/** … for so many at most: a known word wins where the recogniser gives it a thousandth of what it gives the other, and never where less. */
export const MOST_CHARACTERS = 3;
