/** How much is tried to place numbers, and what breaks weigh: each with why. Bounds are counted in operations, so that results do not depend on time. */

/** Partial placements that are looked at for one row at one level of cost: a dozen numbers in twenty columns, with identities that part them. */
export const MAX_NODES = 60_000;
/** Placements of a row that are kept: a row with more is as good as open, and its sums would cost their product. */
export const MAX_KEPT = 400;
/** What an identity of the row costs that holds in a tail, and one that is broken: one broken is worse than all of three in tails. */
export const TAIL = 1;
export const BROKEN = 4;
/** Levels of cost tried in turn: all identities exact, a tail, two, one broken, and so on. */
export const LEVELS = [0, 1, 2, 4, 5, 8, 12] as const;

/** Sweeps over the groups of one table; each settles something, and a hierarchy is seldom six deep. */
export const MAX_STEPS = 200;
/** Rounds over rows, columns and tables; each uses what the one before has settled. */
export const MAX_ROUNDS = 6;
/** Sums that the parts of a group can have in one column, and in all together: beyond them the group decides nothing. */
export const MAX_COLUMN_SUMS = 8_000;
export const MAX_SUMS = 3_000;
/** Additions that one group may cost in all its trials: groups that gave anything took 41,000 at most, undecided texts millions to no end. */
export const MAX_STEPS_OF_SUMS = 200_000;
/** Sums, totals and placements of one row that are compared with each other. */
export const MAX_COMPARED = 30_000;

/** Share of the template's words that the printed header must still show: half of another table's words are the same. */
export const LIKENESS = 0.5;
/** Columns that a template may have more than the printed header: those at its end may be blank. */
export const MORE_COLUMNS = 2;
/** Columns of a table below which no header is restored. */
export const FEWEST_COLUMNS = 3;

/** Rows of one subject that are asked: a disclosure prints it a dozen times, a file of thousands of tables in each of them. */
export const MOST_TWINS = 100;
/** Amounts that a row has in common with its twin: a total alone says nothing of how it is divided. */
export const FEWEST_ALIKE = 2;

/** What a cost of 1 in the words of a header weighs in digits: two or three rows in which sums of millions hold. */
export const WORD_DIGITS = 20;
/** Readings whose costs differ by fewer digits are as likely as each other: the cheapest oddity of a layout weighs twice as much. */
export const WORD_NOISE = 1;
/** Rows that are asked of a header, those with the most numbers: they say the most. */
export const MOST_ROWS = 40;
/** Digits of sums that bear a header out, however odd its words are: those of ten rows with sums of thousands. */
export const LEAST_CONFIRMING = 40;
