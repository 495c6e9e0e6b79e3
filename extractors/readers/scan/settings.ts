/** How pages are drawn and judged: each with why. */

/** Dots an inch: at 150 damaged pages lose commas and small print, at 300 a page takes twice the time and reads no better. */
export const USUAL_DPI = 200;
/** … where the print is small: */
export const FINE_DPI = 300;
/** Dots of a character's height below which a page is drawn finer: strokes of 6-point print are one dot wide at 200 dpi. */
export const SMALL_PRINT = 17;
/** Pictures of files that have more dots an inch than this are made smaller first: they read no better and take longer. */
export const MOST_DPI = 330;
/** Dots of a page that is looked at: A2 at 200 dpi. Grey and masks of it take some 150 MB. */
export const MAX_DOTS = 16_000_000;
/** Fewer dots an inch than these and nothing printed in a table can be read: five-point print has seven dots. */
export const LEAST_DPI = 90;
/** Inches of the longer side of a sheet: what a file says of its resolution is believed between those (screens say 72 or 96 of anything). */
export const SHEETS = [4, 24] as const;
/** Inches of the longer side of A4, which a picture of unknown resolution is taken for. */
export const A4 = 11.69;
/** Lines by which the direction of a page is judged, … */
export const FACING_LINES = 6;
/** … and how sure their characters must be for a page to stand upright without its other direction being tried: upside down they stay below 0.7. */
export const SURE_FACING = 0.85;
/** Pages whose characters are on average less sure than this are not read: what would come out is invented. */
export const READABLE = 0.6;
/** Bytes of one picture of a bundle: an A3 page at 600 dpi in colour, hardly compressed, has as many. */
export const MOST_BUNDLED = 128 * 2 ** 20;
