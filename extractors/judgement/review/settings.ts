/** What is proposed, listed and expected in the review queue: each with why. */

/** Share of the likelihood that a repair must hold to be proposed: it is likelier than all others together, with some to spare. Others are questions. */
export const SURE = 0.6;
/** Alternatives that an entry lists: more than a person weighs against each other. */
export const MAX_ALTERNATIVES = 8;
/** Share of numbers with the same decimals in a table that prints them regularly; one in ten may be rounded, or wrong. */
export const REGULAR = 0.9;

/** A contents page lists several tables; one or two titles before the first table are the cover. */
export const MIN_ENTRIES = 3;
/**
 * Dice coefficient of character pairs from which on two titles are the same table's (财政拨款支出 for 财政拨款收入支出); half of it where
 * number or kind say so, too.
 */
export const LIKE = 0.8;

/** Forms exist for all projects or for chosen ones: one is missing only where this share of the projects has one, … */
export const MOST_WITH_FORM = 0.7;
/** … and there are so many forms. */
export const FEWEST_FORMS = 3;

/** How likely there is something to be mended; it orders the queue (× money), and is reported. */
export const PROBABILITY = {
  /** A broken equation that a repair would mend, and one that none does: it may not apply. */
  repaired: 0.9,
  unexplained: 0.5,
  unreadable: 0.8,
  ambiguous: 0.6,
  /** Numbers that a reader may not see so; a damaged header; a table that the contents name. */
  unseen: 0.5,
  header: 0.5,
  missingTable: 0.5,
  /** Not every project has a form; not every finding is an error. */
  missingForm: 0.3,
  finding: 0.3,
} as const;
