/** How the cells of a header made with spaces are told and matched with columns: each with why. Costs are columns of text. */

/** Columns between the letters of a letter-spaced word, one that is known and any other: cells of a header are wider. */
export const LETTER_GAPS = { known: 24, other: 8 } as const;
/** Points: width of a column that only the header has, beside the table. */
export const OUTER = 30;
/** Points: lines of one cell are centred above each other. */
export const OFF_CENTRE = 18;
/** Levels of a header: formats have five at most, the title of the side among them. */
export const MAX_LEVELS = 4;

/**
 * What a known word counts, a group that heads nothing beside its own column, one at the height of its neighbour; ragged, apart and on either
 * side. `unknown`: what a group costs whose name nobody knows.
 */
export const BLOCK = { known: 2, alone: -6, level: 1.5, ragged: 1, apart: 1, sides: 0.5, unknown: 0.5 } as const;

export const MATCH = {
  /** A column of amounts or texts without a header, one of codes, which share a header. */
  unnamed: 12,
  unnamedCodes: 5,
  /** A header without a column; totals and names are printed in every row, notes in few. */
  blank: 6,
  blankName: 12,
  blankTexts: 4,
  /** A subtotal is printed where one of its parts is. */
  loneSubtotal: 3,
  /** A name over a column of another kind, and of its own. */
  otherKind: 6,
  ownKind: -3,
  /** To take two cells for pieces of one, and what a known word gives back. */
  pieces: 2,
  piecesUnknown: 7,
  word: -8,
  /** A leaf that stands elsewhere over its column than the one before it over its own: beyond the widths of both, and by their middles. */
  drift: 0.5,
  offMiddle: 0.1,
  beside: 0.05,
} as const;
/** Leaves and columns that are passed over at once, at most. */
export const MOST_LEAVES = 30;
export const MOST_SPANS = 6;
/** Ways that are kept of each pair. */
export const KEPT = 4;

/** Lines of a header: cells whose lines are odd and even in number cannot face each other. */
export const HALF_LINE = 0.5;

/** What it costs that a text above two leaves or beside them is taken for what it may be, when the lowest cells are told from the header alone. */
export const BELOW = {
  /** Two pieces that are a known word. */
  word: -5,
  /** A text beside a leaf; a column of its own; one of its own above another. */
  beside: 6,
  own: 5,
  ownAbove: 9,
  /** A cell that another one pushed aside stands no further (columns) from what is below it. */
  pushed: 6,
  /** What each column gives back by which a text reaches over a leaf. */
  reach: -0.1,
} as const;

/**
 * A cell that may be the name of a group over the gap between its columns: the price where it stands above the cells at both sides, and where
 * it stands higher than any lowest cell does. Cells that reach down to the rows stand at half the height, but for so many lines.
 */
export const FLOATING = { aboveBoth: 0.5, high: 2, higher: 0.5 } as const;

/** What is odd about the columns below a group. No format prints an amount before a name in one group: no other oddity outweighs it. */
export const GROUP = {
  nameBehind: 30,
  /** A total behind its addends. */
  totalBehind: 6,
  /** Names and amounts; 项目 heads codes and names, an amount is none of them. */
  mixed: 6,
  namesMixed: 12,
  /** Two columns of one name in one group, or beside the groups. */
  nameTwice: 8,
  /** 类 | 款 | 项 below another word than that for codes, or without the first of them. */
  levelElsewhere: 12,
  /** One column, which needs no group. */
  single: 6,
  /** 其中 before or above what it is a part of. */
  partFirst: 8,
  /** A subtotal beside a total, of nothing. */
  loneSubtotal: 8,
  /** Groups of the same parts, one of which lacks one. */
  unlike: 4,
  /** A column or a group beside the one that heads all amounts. */
  besideAll: 6,
  /** One group over all columns, those of names, too: that would be the title. */
  overAll: 6,
  /** A line that a cell stands higher or lower than those beside it below one group, beyond half a line. */
  uneven: 6,
  /** A line that is empty between a group and the cells below it, beyond those that wrapping explains. */
  hanging: 3,
} as const;
/** Names that two groups have in common when they are of the same parts. */
export const ALIKE = 2;
/** Empty lines between a group and cells that are centred on what is below it: a line that wraps once leaves as many. */
export const HANGS = 1.5;

/** A column without a group; where groups have parts of the same names (总计 | 小计 by 一般公共预算, 政府性基金预算) none of them stands alone. `total`: less than any noise. */
export const BARE = { alone: 8, repeated: 24, total: 0.5 } as const;
/** Points: a name that heads the whole table stands above its middle. */
export const HEADS_ALL = 12;
/** Columns of text: a name that says of no column what it is heads all amounts from wherever its line was moved to. */
export const HEADS_FROM = 9;
/** Ways to deal columns out that are kept of each beginning. */
export const DEALT = 8;
/** Trees that cost more than the cheapest one by `margin` are no readings; so many are followed at each level, and read in the end. */
export const TREES = { margin: 24, followed: 12, read: 6 } as const;

/** Columns of text: where even the likeliest groups stand further than this from what they head, the lines of the header are not where they were printed. */
export const UNLIKELY = 100;
