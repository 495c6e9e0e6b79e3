/** How wide a row may be. */

/** Key columns beyond these say nothing of a row that does not reach them: no format has a dozen, and a file may claim any number. */
export const MOST_KEYS = 64;
