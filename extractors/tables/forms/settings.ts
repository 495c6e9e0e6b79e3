/** How the rows of a form are told: each with why. */

/** Rows of more cells are none of a form; reading them would only cost time, and what is shown of them is cut. */
export const MAX_ROW_CELLS = 400;
/** Cells before the name of a level where the header was lost: that of the section, and the level above. */
export const MOST_BEFORE_LEVEL = 2;
/** Characters of an unread row that a finding shows: more than a person reads of it. */
export const LONGEST_SHOWN = 200;
