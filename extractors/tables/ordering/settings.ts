/** What order alone says of the rows of a table, and how much: each with why. Costs are ranks, as in the reading of headers. */

/** Pages on which the same distance between a small number and the page makes it the page's number; of two it may be chance. */
export const FEWEST_NUMBERED_PAGES = 3;
/** Share of decimals among the amounts of a table in which a small whole number may count columns. */
export const MOST_DECIMALS = 0.8;
/** Columns that are numbered (1, 2, 3 …), at least: two numbers may be amounts. */
export const FEWEST_NUMBERED = 3;
/** Share of the amounts with decimals that have as many as all have when none is cut: in narrow tables most are. */
export const LEAST_USUAL = 0.2;
/** Words for totals between the rows of a page that may be those of the header: a header has one for each of its groups. */
export const MOST_TOTALS = 8;
/** Lines that one name is broken over: no cell is so narrow that it needs more. */
export const MOST_PIECES = 6;
/** Pieces of a word of a header: 公务用车 | 购置及运 | 行维护费 in columns three letters wide. */
export const MOST_WORD_PIECES = 4;
/** Share of the rows with a code of the first classification that have one of a further: totals have none. */
export const LEAST_PARALLEL = 0.6;
/** Pieces of a header whose words are looked for across cells: the longest have sixty; what has more is no header. */
export const MOST_HEADER_PIECES = 80;
/** Amounts in one row at most: the widest formats have thirty columns. */
export const MOST_COLUMNS = 30;
/** Columns more than the amounts that a row has on average: half of the cells of many formats are empty. */
export const MORE_COLUMNS = 4;
/** Rows of a page times its amounts: a page of two hundred rows of twenty columns; what is longer is no page. */
export const MOST_STEPS = 800_000;
/** Lines of a table that are put in order: longer ones are left as they were read, for the work grows with the square of a page. */
export const MOST_LINES = 1_200;
/** Pieces that are dealt together with those of the next page: a table of a dozen pages; longer ones are cut at pages. */
export const LONGEST_STRETCH = 800;
/** Stacks of amounts that are tried as parts of columns: where there are more, the table is one of blocks. */
export const MOST_STACKS = 6;
/** Amounts of which some are tried as parts of the first: the widest formats have so many, and beyond the work grows. */
export const MOST_PARTS = 17;

/** Steps to tell whether a stretch of amounts is a total and its parts: a row of 18 amounts that is one takes a few hundred. */
export const MOST_TREE_STEPS = 2_000;

/** Decimals in which amounts are compared, as those of the equations: no disclosure prints more. */
export const DECIMALS = 6;

/** What speaks against a way to deal the amounts to the rows. */
export const COST = {
  /** An amount that does not stand between the name of its row and the next. */
  displaced: 1,
  /** So many displaced amounts cost no more: a block stands elsewhere as a whole. */
  mostDisplaced: 1.2,
  /** Amounts right below each other, without a blank line, are no row. */
  stacked: 4,
  /** The first amount is no sum of the others. */
  noSum: 2,
  /** Another number of amounts than most rows have. */
  otherCount: 0.5,
  /** A row without amounts. */
  empty: 1.2,
} as const;

/** Pieces between two of one word at most: the widest headers have twenty cells beside each other. */
export const WIDEST_JIGSAW = 24;
/** Words that are tried in all to put a header together; the cheapest come first, and what is found by then stands. */
export const MOST_JIGSAW_STEPS = 6_000;

/** Ways to put the pieces of a header together that are handed on. */
export const MOST_ASSEMBLIES = 3;

/** What speaks against putting pieces of a header together. */
export const JIGSAW = {
  /** A word of no format. */
  unknown: 1,
  /** The beginning of a known word, alone. */
  piece: 1.1,
  /** A word that is seldom a column by itself, and often the end of one: 预算, 资金. */
  tail: 0.2,
  /** A piece that is a known word by itself within a longer one. */
  swallowed: 0.12,
  /** The same right below the piece before. */
  swallowedBelow: 0.07,
  /** Pieces that do not stand right below each other, and more with the square of the pieces between. */
  apart: 0.05,
  distance: 0.001,
  /** A word of no format that wraps, and one whose end is like that of no header. */
  stacked: 0.3,
  stackedOddly: 0.7,
} as const;
