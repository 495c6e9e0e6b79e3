/** How sure numbers are read: each with why. */

/** How likely a character that only looks like one of a number stands for it (。 for 0): enough to be read so, too little to be trusted. */
export const LOOKALIKE = 0.1;
/** How likely what looks like a number, character by character, is one; … */
export const NUMBER = 0.98;
/** … and what has characters of other texts among it, as one of several may be misread. */
export const MIXED = 0.5;
/** Share of its characters that are those of numbers in such a text: 2025年 has four of five, and is ruled out by the recogniser itself. */
export const MOSTLY = 0.5;
/** A point or comma leaves little ink: how likely one is lost where digits stand apart by so much of the line's height. */
export const GAP = { least: 0.35, lost: 0.4 } as const;
