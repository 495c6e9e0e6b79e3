/** When a colour speaks of a number, and how long signs are looked for: each with why. */

/** So many amounts of a row, all of them red, are a row that stands out; two may well be a change and its percentage. */
export const STANDS_OUT = 3;
/** What one round tells is used in the next; a disclosure nests four levels deep and says the same in a few tables. */
export const MOST_ROUNDS = 16;
/** Amounts that a finding shows: more than a person reads of it. */
export const MOST_SHOWN = 5;
