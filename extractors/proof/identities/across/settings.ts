/** When columns of two tables say the same: each with why. */

/**
 * Share of the shared cells that agree: `withTotal` when the totals agree too, `alone` when they do not (one of them may be misread) or are
 * not compared. Where totals differ there are more than `least` shared cells; where there are none, `fewest` agree.
 */
export const AGREEMENT = { withTotal: 0.6, alone: 0.9, least: 5, fewest: 2 } as const;

/** How many columns before it a column is compared with: more than any one disclosure has, so that many in one file cost no square. */
export const REACH = 120;
