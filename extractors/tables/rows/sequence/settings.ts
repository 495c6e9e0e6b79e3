/** How rows are told whose layout was lost: each with why. */

/** Characters of what goes on with a cut label in the next line: a longer text is a label of its own. */
export const LONGEST_REST = 12;
/** Characters by which the label of a 项 stands in: one is how lines of a text are ragged. */
export const INDENTED = 2;
/** Rows that begin with a subject's code, where no header says that they do: one or two may begin with an amount. */
export const FEWEST_CODES = 3;
/** Characters of a subject's name that a label begins with: names differ in them, and lines break behind. */
export const TELLING_NAME = 4;

/** Characters: 经费 behind 补助 is the rest of a name, 复印纸 may be one of its own. */
export const SHORTEST_NAME = 3;
