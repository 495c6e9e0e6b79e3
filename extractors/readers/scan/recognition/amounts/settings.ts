/** How sure numbers are read: each with why. */

/** How likely a character that only looks like one of a number stands for it (。 for 0): enough to be read so, too little to be trusted. */
export const LOOKALIKE = 0.1;
/** How likely what looks like a number, character by character, is one; … */
export const NUMBER = 0.98;
/** … and what has characters of other texts among it, as one of several may be misread. */
export const MIXED = 0.5;
/** Share of its characters that are those of numbers in such a text: 2025年 has four of five, and is ruled out by the recogniser itself. */
export const MOSTLY = 0.5;
/** What a blank between digits is, each by how likely: it parts thousands, a point or a comma was lost there, or nothing. */
export const BLANK = { parts: 0.3, point: 0.35, comma: 0.2, nothing: 0.15 } as const;
/**
 * Digits this far apart, in heights of the line's ink, have a blank between them though the recogniser saw none, so likely: half an em, where
 * a lost point stood; 1 beside 1 leaves a third.
 */
export const GAP = { least: 0.55, blank: 0.4 } as const;
