/** Which indents are a hierarchy: each bound with why. */

/** Indents that differ by less (points) are the same level: a third of a character of the usual size. */
export const SAME_INDENT = 2.5;
/** Levels of indents; more are centred labels. */
export const MAX_INDENT_LEVELS = 7;
/** Left-aligned labels, whose indents need no sums: to the point (points), on few levels, of several rows each on average, and below the first level at least. */
export const LEFT_ALIGNED = { within: 0.8, levels: 4, rowsEach: 3, least: 2 } as const;
/** Subjects below each other of which the classification says the levels: of fewer a table of items may have the names by chance. */
export const FEWEST_NAMES = 4;
