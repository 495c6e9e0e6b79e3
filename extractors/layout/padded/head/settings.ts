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
