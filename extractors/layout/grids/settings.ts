import { LATTICE, type LatticeSettings } from './lattice/index.ts';

/** How cells are told by clip boxes, and how words are cut at borders: each with why. */

/** Writers that clip every cell leave its box even where no line is drawn (points); neighbours are padded, so lines come in pairs. */
export const CLIPPED: LatticeSettings = { ...LATTICE, snap: 5, gap: 8, reach: 6 };
/** A page is clipped cell by cell where this share of its words stands in boxes, each narrower than a column of text … */
export const MIN_CLIPPED = 0.7;
/** … which is this share of the page's width, … */
export const NARROW = 0.6;
/** … and where there are so many boxes: two columns of three rows. */
export const MIN_BOXES = 6;
/** Boxes that share an edge before it goes on through empty cells: a box around one text alone ends anywhere. */
export const MIN_SHARED = 3;

/** A word is cut at a border that lies this many ems within it: characters touch the rules. */
export const CUT_WITHIN = 0.3;
/** A character further from the border than this many ems is not what the border parts: a digit is half an em wide. */
export const CUT_REACH = 0.7;
