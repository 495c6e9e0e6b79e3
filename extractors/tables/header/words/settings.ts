/** How many ways to read the words of a header are tried, and how odd they may be: each with why. Costs are those of `COST`. */

/** Words of a header: the longest formats have thirty. Of more no tree is made, for the ways grow with their square. */
export const MOST_WORDS = 40;
/** Ways that are kept at each point: those that are cheaper by then stay cheaper but for a head or two. */
export const MOST_WAYS = 6;
/** Whole trees that are given back: what their panels say decides among them. */
export const MOST_WHOLE = 24;
/** Nothing that costs more is a header of any format: three or four oddities at once. */
export const MOST_COST = 6;
/** A head alone does not cost more: it is unknown, has strange children and lacks a total. */
export const MOST_HEAD = 2.5;
/** Lines at which a row may begin; more lines are words that wrap. The first ones head what follows. */
export const MOST_STARTS = 9;
export const FIRST_LINES = 3;
/** Where lines show no rows: share of the words of a run that must belong to a group head. */
export const MOST_OF_RUN = 0.5;
